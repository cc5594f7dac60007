import { parseArgs } from 'node:util';
import type { DataFault } from '../evaluation/readData';
import type { Message } from '../values/message';
import { nearest } from '../values/nearest';
import { fail, ok, type Result } from '../values/result';
import type { Terminal } from './terminal';

/** Exit codes: done, a check found 错误, nothing was done. */
export const DONE = 0;
export const FOUND_ERRORS = 1;
export const FAILED = 2;

/** Why a command was not carried out; a data file brings all its faults. */
export interface Failure extends Message {
  readonly faults?: readonly DataFault[];
}

/** One thing a person can ask for on the terminal. */
export interface Verb {
  readonly name: string;
  /** One line of the overview. */
  readonly about: string;
  /** What stands behind the verb without a name. */
  readonly argument: { readonly name: string; readonly about: string; readonly required: boolean } | null;
  readonly options: Readonly<Record<string, OptionForm>>;
  /** Further lines of the help: results, exit code, an example. */
  readonly more: readonly string[];
  /** The exit code, or why nothing was done. Results go to `out`, everything else to `err`. */
  run(given: Given, terminal: Terminal): Promise<Result<number, Failure>>;
}

export interface OptionForm {
  /** Name of its value in the help; null for a switch. */
  readonly value: string | null;
  readonly required?: boolean;
  readonly about: string;
}

export interface Given {
  readonly argument: string | null;
  readonly values: ReadonlyMap<string, string>;
  readonly switches: ReadonlySet<string>;
}

/** Reads what stands behind a verb. Errors: unknown, missing or superfluous words, each with what was probably meant. */
export function readArguments(verb: Verb, args: readonly string[]): Result<Given, Failure> {
  const options = Object.fromEntries(Object.entries(verb.options).map(([name, { value }]) => [name, { type: value === null ? 'boolean' as const : 'string' as const }]));
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  const values = new Map<string, string>();
  const switches = new Set<string>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const option = verb.options[token.name];
    if (!option || !Object.hasOwn(verb.options, token.name)) return fail(unknownOption(verb, token.rawName));
    if (values.has(token.name) || switches.has(token.name)) return fail(wrongUse(verb, 'M03', `选项 ${token.rawName} 写了两次。`));
    if (option.value === null) {
      if (token.value !== undefined) return fail(wrongUse(verb, 'M03', `选项 ${token.rawName} 后面不写值。`));
      switches.add(token.name);
    } else {
      if (token.value === undefined || token.value === '' || (token.inlineValue === false && token.value.startsWith('--'))) {
        return fail(wrongUse(verb, 'M03', `选项 ${token.rawName} 缺少<${option.value}>。`));
      }
      values.set(token.name, token.value);
    }
  }
  const argument = words[0] ?? null;
  if (words.length > 1 || (argument !== null && !verb.argument)) {
    return fail(wrongUse(verb, 'M04', `多了“${words.slice(verb.argument ? 1 : 0).join(' ')}”${verb.argument ? `，只能写一个<${verb.argument.name}>` : ''}。`));
  }
  if (argument === null && verb.argument?.required) return fail(wrongUse(verb, 'M05', `没有写<${verb.argument.name}>。`));
  const missing = Object.entries(verb.options).find(([name, option]) => option.required && !values.has(name));
  if (missing) return fail(wrongUse(verb, 'M05', `缺少选项 --${missing[0]} <${missing[1].value ?? ''}>。`));
  return ok({ argument, values, switches });
}

/** How to call a verb, one line. */
export function usage(verb: Verb): string {
  const argument = verb.argument ? [verb.argument.required ? `<${verb.argument.name}>` : `[${verb.argument.name}]`] : [];
  const options = Object.entries(verb.options).map(([name, { value, required }]) => {
    const text = value === null ? `--${name}` : `--${name} <${value}>`;
    return required ? text : `[${text}]`;
  });
  return ['npm run -s jixiao --', verb.name, ...argument, ...options].join(' ');
}

function unknownOption(verb: Verb, written: string): Failure {
  const known = Object.keys(verb.options).map((name) => `--${name}`);
  const meant = nearest(written, known);
  return wrongUse(verb, 'M02', `${verb.name} 没有选项 ${written}${meant === null ? '' : `，是否指 ${meant}`}。`);
}

function wrongUse(verb: Verb, code: string, text: string): Failure {
  return { code, text, remedy: `用法：${usage(verb)}` };
}
