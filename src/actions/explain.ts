import type { Form } from '../evaluation/form';
import { cellText, textCell } from '../values/cell';
import type { Message } from '../values/message';
import { fail, ok, type Result } from '../values/result';
import type { Plan } from '../workbook/plan';
import { readWorkbook } from '../workbook/readWorkbook';
import { FINDINGS } from './checkSnapshot';
import { cellChange } from './outputList';
import type { Run, WorkbookPort } from './ports';

export const EXPLAIN_TITLE = '写入单位说明';

/**
 * Writes one 单位说明 for these findings into 校验结果, where it stays from check to check and travels with the workbook; blank takes
 * it away. Errors: a finding is not in 校验结果 any more (K03), the workbook cannot be read, the host refuses.
 */
export async function explain(port: WorkbookPort, form: Form, plan: Plan, keys: ReadonlySet<string>, text: string, run: Run): Promise<Result<void, Message>> {
  run.progress(0, 2, '正在读取工作簿');
  const looked = await port.look(plan, run);
  if (!looked.ok) return looked;
  const reading = readWorkbook(form, plan, looked.value);
  const rows = (reading.entries.lists.get(FINDINGS) ?? []).flatMap(({ cells }, row) => (keys.has(cellText(cells.get('key') ?? textCell(''))) ? [row] : []));
  if (rows.length < keys.size) return fail(gone(keys.size - rows.length));
  const changes = rows.flatMap((row) => cellChange(form, looked.value, reading, { list: FINDINGS, row, column: 'explanation' }, textCell(text.trim())));
  if (changes.length === 0) return ok(undefined);
  const written = await port.write({ title: EXPLAIN_TITLE, changes }, null, run);
  return written.ok ? ok(undefined) : written;
}

function gone(count: number): Message {
  return { code: 'K03', text: `“校验结果”里找不到其中${count}条，说明没有写入。`, remedy: '请重新校验后再写说明。' };
}
