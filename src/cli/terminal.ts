/** Where a command speaks: results on `out`, everything else on `err`. */
export interface Terminal {
  /** Relative paths are meant from here. */
  readonly folder: string;
  out(text: string): void;
  err(text: string): void;
  /** What is being done; said only when the command takes long. */
  stage(what: string): void;
}

/** Milliseconds after which a command says what it is doing. */
const LONG = 1_000;

/** The terminal of this process. `folder`: where the person stands, also when npm changed the working directory. */
export function processTerminal(): Terminal {
  const started = Date.now();
  const { env } = process;
  return {
    folder: env['npm_lifecycle_event'] === 'jixiao' && env['INIT_CWD'] ? env['INIT_CWD'] : process.cwd(),
    out: (text) => { process.stdout.write(`${text}\n`); },
    err: (text) => { process.stderr.write(`${text}\n`); },
    stage: (what) => {
      if (Date.now() - started >= LONG) process.stderr.write(`${what}…\n`);
    },
  };
}

/** Text from a file as a terminal may get it: no control characters but line break and tab, no direction marks. */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => (character === '\n' || character === '\t' ? character : ''));
}

/** JSON for people and programs; characters that steer a terminal are escaped. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    Array.from({ length: character.length }, (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''));
}
