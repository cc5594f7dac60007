import { storeUpdate } from '../../src/actions/layOut';
import { entriesFromData, type EvaluationData } from '../../src/evaluation/entries';
import { writeXlsx } from '../../src/files/writeXlsx';
import type { Pack } from '../../src/pack/pack';
import { planWorkbook } from '../../src/workbook/planWorkbook';
import { CREATED } from '../files/builtFile';
import { masterOf } from './masterWorkbook';

/** A bureau's own workbook as a file, with what the bureau typed. */
export async function masterFile(pack: Pack, typed: Partial<Pick<EvaluationData, 'fields' | 'lists'>>): Promise<Uint8Array> {
  const master = await masterOf(JSON.stringify(pack));
  const entries = entriesFromData(master.form, { pack: pack.id, fields: {}, lists: {}, ...typed });
  return writeXlsx(planWorkbook(master.form, entries), await storeUpdate(master), { created: CREATED });
}
