import { fail, ok, type Result } from './result';

/** What a JSON text of somebody else may hold. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [member: string]: JsonValue };

/** One thing wrong with a JSON text; `path` as `lists.indicators[2].target`, blank for the whole text. */
export interface JsonFault {
  readonly path: string;
  readonly found: string;
  readonly expected: string;
}

export interface JsonLimits {
  readonly characters: number;
  readonly depth: number;
}

/** Digits a number keeps when it passes through a cell. */
const DIGITS = 15;
/** Members that would reach into an object instead of standing in it. */
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__']);
const MAX_FAULTS = 100;

/**
 * Reads a JSON text that nobody vouches for. Beyond JSON.parse it says in Chinese where the text breaks off, and refuses
 * what JSON.parse passes over: a member given twice, `__proto__`, numbers of more than 15 digits, texts too long or too deep.
 * Nothing is read past the first break; other faults are told all at once.
 */
export function readJson(text: string, limits: JsonLimits): Result<JsonValue, readonly JsonFault[]> {
  if (text.length > limits.characters) return fail([{ path: '', found: `${text.length} 个字符`, expected: `不超过 ${limits.characters} 个字符` }]);
  const reader = new JsonReader(text, limits.depth);
  try {
    const value = reader.read();
    return reader.faults.length > 0 ? fail(reader.faults) : ok(value);
  } catch (error) {
    if (error instanceof Break) return fail([error.fault, ...reader.faults]);
    throw error;
  }
}

/** Carries the fault that ends the reading out of the nested calls. */
class Break extends Error {
  constructor(readonly fault: JsonFault) {
    super(fault.expected);
  }
}

class JsonReader {
  readonly faults: JsonFault[] = [];
  private at = 0;
  private readonly path: (string | number)[] = [];

  constructor(private readonly text: string, private readonly maxDepth: number) {}

  read(): JsonValue {
    const value = this.value();
    this.space();
    if (this.at < this.text.length) this.break('到此结束，后面没有其他内容');
    return value;
  }

  private value(): JsonValue {
    this.space();
    switch (this.text[this.at]) {
      case '{': return this.nested(() => this.object());
      case '[': return this.nested(() => this.array());
      case '"': return this.string();
      case 't': return this.word('true', true);
      case 'f': return this.word('false', false);
      case 'n': return this.word('null', null);
      default: return this.number();
    }
  }

  private nested<T>(read: () => T): T {
    if (this.path.length >= this.maxDepth) throw new Break({ path: pathText(this.path.slice(0, 3)), found: `嵌套超过 ${this.maxDepth} 层`, expected: `不超过 ${this.maxDepth} 层` });
    this.at += 1;
    return read();
  }

  private object(): JsonValue {
    const members: Record<string, JsonValue> = {};
    if (this.ends('}')) return members;
    do {
      this.space();
      if (this.text[this.at] !== '"') this.break(this.text[this.at] === '}' ? '去掉最后一项后面的逗号' : '用双引号括起的成员名');
      const name = this.string();
      this.space();
      if (this.text[this.at] !== ':') this.break('成员名后面的冒号 :');
      this.at += 1;
      this.path.push(name);
      const value = this.value();
      if (FORBIDDEN.has(name)) this.fault(name, '没有这个成员，请删除');
      else if (Object.hasOwn(members, name)) this.fault('同一成员写了两次', '每个成员只写一次');
      else members[name] = value;
      this.path.pop();
    } while (this.goesOn('}', '逗号或右大括号 }'));
    return members;
  }

  private array(): JsonValue {
    const items: JsonValue[] = [];
    if (this.ends(']')) return items;
    do {
      this.space();
      if (this.text[this.at] === ']') this.break('去掉最后一项后面的逗号');
      this.path.push(items.length);
      items.push(this.value());
      this.path.pop();
    } while (this.goesOn(']', '逗号或右方括号 ]'));
    return items;
  }

  private ends(close: string): boolean {
    this.space();
    if (this.text[this.at] !== close) return false;
    this.at += 1;
    return true;
  }

  private goesOn(close: string, expected: string): boolean {
    if (this.ends(close)) return false;
    if (this.text[this.at] !== ',') this.break(expected);
    this.at += 1;
    return true;
  }

  private string(): string {
    const start = this.at + 1;
    let at = start;
    for (let code = this.text.charCodeAt(at); code !== 0x22; code = this.text.charCodeAt(at)) {
      if (Number.isNaN(code) || code < 0x20) {
        this.at = at;
        this.break(Number.isNaN(code) ? '文字末尾的双引号' : '双引号里不能直接换行或用控制字符，请写 \\n');
      }
      at += code === 0x5c ? 2 : 1;
    }
    const raw = this.text.slice(start, at);
    this.at = at + 1;
    const text = raw.includes('\\') ? this.unescaped(raw, start) : raw;
    if (/\p{Surrogate}/u.test(text)) this.fault('半个字符（代理项不成对）', '完整的字符');
    return text;
  }

  private unescaped(raw: string, start: number): string {
    return raw.replaceAll(/\\(u[0-9a-fA-F]{4}|[^])/g, (whole, what: string, offset: number) => {
      const plain = ESCAPES[what];
      if (plain !== undefined) return plain;
      if (what.length === 5) return String.fromCharCode(Number.parseInt(what.slice(1), 16));
      this.at = start + offset;
      return this.break(`JSON 的转义写法（反斜杠本身写作 \\\\），这里是 ${whole}`);
    });
  }

  private number(): number {
    const match = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
    match.lastIndex = this.at;
    const written = match.exec(this.text)?.[0];
    if (written === undefined) this.break('一个值：文字（用英文双引号）、数字、{ 或 [');
    this.at += written.length;
    const digits = written.replace(/[eE].*/, '').replaceAll(/[-.]/g, '').replace(/^0+/, '');
    const value = Number(written);
    if (digits.length > DIGITS || !Number.isFinite(value)) this.fault(written, `不超过 ${DIGITS} 位的数字`);
    return value;
  }

  private word<T>(word: string, value: T): T {
    if (!this.text.startsWith(word, this.at)) this.break('一个值：文字（用英文双引号）、数字、{ 或 [');
    this.at += word.length;
    return value;
  }

  private space(): void {
    while (' \n\r\t'.includes(this.text[this.at] ?? '.')) this.at += 1;
  }

  private fault(found: string, expected: string): void {
    if (this.faults.length < MAX_FAULTS) this.faults.push({ path: pathText(this.path), found: found.slice(0, 60), expected });
  }

  private break(expected: string): never {
    const before = this.text.slice(0, this.at).split('\n');
    const character = String.fromCodePoint(this.text.codePointAt(this.at) ?? 0);
    const found = this.at >= this.text.length ? '文本到此中断' : `“${character}”`;
    throw new Break({ path: pathText(this.path), found: `第 ${before.length} 行第 ${(before.at(-1)?.length ?? 0) + 1} 个字符：${found}`, expected });
  }
}

const ESCAPES: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** `lists.indicators[2].target`. */
function pathText(path: readonly (string | number)[]): string {
  return path.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`), '').slice(0, 200);
}
