import { blankEntries } from '../evaluation/entries';
import type { Message } from '../values/message';
import { fail, ok, type Result } from '../values/result';
import { difference, tabNames } from '../workbook/difference';
import { planWorkbook } from '../workbook/planWorkbook';
import { cancelledEarly, storeUpdate, writeChanges, type LayOutReport } from './layOut';
import type { UsablePack } from './ourWorkbook';
import type { Run, WorkbookPort } from './ports';
import { changedFormulas, withSheetsFor } from './sheetsPerRow';

export const ADD_SHEET_TITLE = '加项目';

/**
 * 加项目: one more sheet for the next row of the list whose rows have sheets, with the formulas elsewhere that take it in, and the
 * pack in the workbook that knows of it. What people filled in stays. One request to look, one batch to write.
 * Errors: the list has no row left (L07), the workbook's structure is protected, the host refuses.
 */
export async function addSheet(port: WorkbookPort, pack: UsablePack, run: Run): Promise<Result<LayOutReport, Message>> {
  const wider = withSheetsFor(pack, (pack.form.copies?.count ?? 0) + 1);
  if (!wider.ok) return wider;
  if (wider.value === pack) return fail(noRowLeft(pack.form.lists.get(pack.form.copies?.list ?? '')?.block.room ?? 0));
  run.progress(0, 2, '正在读取工作簿');
  const looked = await port.look(wider.value.plan, run);
  if (!looked.ok) return run.signal.aborted ? ok(cancelledEarly(0)) : looked;
  const after = planWorkbook(wider.value.form, blankEntries(wider.value.form), { tabNames: tabNames(looked.value) });
  const changes = [...difference(after, looked.value).changes, ...changedFormulas(pack, after, looked.value)];
  return writeChanges(port, ADD_SHEET_TITLE, changes, 0, await storeUpdate(wider.value), run);
}

function noRowLeft(rows: number): Message {
  return { code: 'L07', text: `项目已有${rows}张表，清单没有更多的行，没有再加。`, remedy: '请把已取消的项目清空后再用，或另建一个工作簿。' };
}
