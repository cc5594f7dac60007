import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/run';
import { bundledPacks } from '../cases/bundledPacks';
import type { EvaluationData } from '../../src/evaluation/entries';

export interface Spoken {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own for one test file, and the terminal in it. */
export class PlayedFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'jixiao-'));

  /** Carries out a command line as the process would. */
  async run(...args: readonly string[]): Promise<Spoken> {
    const out: string[] = [];
    const err: string[] = [];
    const code = await run(args, { folder: this.path, out: (text) => out.push(text), err: (text) => err.push(text), stage: () => undefined });
    return { code, out: out.join('\n'), err: err.join('\n') };
  }

  write(name: string, contents: string | Uint8Array): void {
    writeFileSync(join(this.path, name), contents);
  }

  files(): readonly string[] {
    return readdirSync(this.path).sort();
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

export const PACK = 'quxian-2023';

/** The sample's data with some fields changed. */
export function sampleWith(fields: Readonly<Record<string, string | number>> = {}): EvaluationData {
  const sample = bundledPacks.find(({ id }) => id === PACK)?.sample as EvaluationData;
  return { ...sample, fields: { ...sample.fields, ...fields } };
}
