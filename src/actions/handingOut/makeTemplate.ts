import type { Pack } from '../../pack/pack';
import type { Message } from '../../values/message';
import { ok, type Result } from '../../values/result';
import { safePart } from '../fileName';
import { storeUpdate } from '../layOut';
import { usePack } from '../ourWorkbook';
import type { FileOptions, FileWriter, MadeFile } from '../ports';

const LONGEST_TITLE = 60;

/** The template workbook of a pack, for every unit alike. Errors: those of the pack (A02). */
export async function makeTemplate(pack: Pack, writeFile: FileWriter, options: FileOptions): Promise<Result<MadeFile, Message>> {
  const used = usePack(JSON.stringify(pack));
  if (!used.ok) return used;
  return ok({ name: `${titleOf(pack)}.xlsx`, bytes: await writeFile(used.value.plan, await storeUpdate(used.value), options) });
}

/** The pack as a file, to be kept, passed on and built from in a terminal. */
export function packFile(pack: Pack): MadeFile {
  return { name: `${safePart(pack.id, LONGEST_TITLE) || 'pack'}.json`, bytes: new TextEncoder().encode(`${JSON.stringify(pack, null, 1)}\n`) };
}

/** Part of file names that says which template it is. */
export function titleOf(pack: Pack): string {
  return safePart(pack.title, LONGEST_TITLE) || '套表模板';
}
