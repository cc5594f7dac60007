import { usePack, type UsablePack } from '../../src/actions/ourWorkbook';
import type { Entries } from '../../src/evaluation/evaluate';
import { openXlsx, type XlsxFile } from '../../src/files/readXlsx';
import { writeXlsx } from '../../src/files/writeXlsx';
import { bundledPacks } from '../cases/bundledPacks';
import type { Message } from '../../src/values/message';
import type { Result } from '../../src/values/result';
import { packHash } from '../../src/workbook/packHash';
import type { Plan } from '../../src/workbook/plan';
import { LAYOUT_VERSION, planWorkbook } from '../../src/workbook/planWorkbook';

export const CREATED = new Date('2024-01-05T08:00:00Z');

/** The bundled pack as a program uses it. */
export function bundledPack(id = 'quxian-2023'): UsablePack {
  return value(usePack(bundledPacks.find((pack) => pack.id === id)?.text ?? ''));
}

/** A workbook file of a pack with these entries, and the plan it was written from. */
export async function builtFile(pack: UsablePack, entries: Entries): Promise<{ readonly bytes: Uint8Array; readonly plan: Plan }> {
  const plan = planWorkbook(pack.form, entries);
  const store = { pack: pack.text, packHash: await packHash(pack.text), layoutVersion: LAYOUT_VERSION };
  return { bytes: await writeXlsx(plan, store, { created: CREATED }), plan };
}

export function opened(bytes: Uint8Array, name = '套表.xlsx'): XlsxFile {
  return value(openXlsx(bytes, name));
}

export function value<T>(result: Result<T, Message>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
