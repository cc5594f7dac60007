import type { Context, Parser, Tag, Template, Tokenizer, TopLevelToken } from 'liquidjs';
import { ROW_KEY } from '../figure';

/** Reads the next argument of a tag as plain quoted text or number; nothing in a tag's arguments is computed. */
export function readArgument(tokenizer: Tokenizer, name: string): string {
  tokenizer.skipBlank();
  const token = tokenizer.readValue();
  const text = token?.getText() ?? '';
  const quoted = /^(["'])(.*)\1$/.exec(text);
  const plain = quoted ? quoted[2] ?? '' : text;
  if (plain === '' || (!quoted && !/^\d+$/.test(plain))) throw new Error(`tag needs ${name}`);
  return plain;
}

/** Reads the name of a list row of a loop, or blank when the tag goes on without one. */
export function readRowName(tokenizer: Tokenizer): string {
  tokenizer.skipBlank();
  return tokenizer.readIdentifier().getText();
}

/** Id of a paragraph or heading: its own, in a loop with the key of the row behind it. */
export function idInRow(id: string, row: string, context: Context): string {
  if (row === '') return id;
  const found: unknown = context.getSync([row]);
  const key: unknown = typeof found === 'object' && found !== null && ROW_KEY in found ? found[ROW_KEY] : undefined;
  if (typeof key !== 'string') throw new Error('tag needs a list row');
  return `${id}.${key}`;
}

export function expectEnd(tokenizer: Tokenizer): void {
  tokenizer.skipBlank();
  if (!tokenizer.end()) throw new Error('unexpected argument');
}

/** The templates up to `end…`. */
export function readBody(tag: Tag, end: string, remaining: TopLevelToken[], parser: Parser): Template[] {
  const templates: Template[] = [];
  const stream = parser.parseStream(remaining)
    .on(`tag:${end}`, () => stream.stop())
    .on('template', (template: Template) => templates.push(template))
    .on('end', () => { throw new Error(`tag ${tag.name} not closed`); });
  stream.start();
  return templates;
}

/** The engine's static analysis walks children through generators. */
export function* childrenOf(body: Template[]): Generator<unknown, Template[]> {
  yield* [];
  return body;
}
