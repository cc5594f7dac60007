import type { CellRef } from '../evaluation/evaluate';
import type { Form } from '../evaluation/form';
import { cellText } from '../values/cell';
import type { Message } from '../values/message';
import { fail, ok, type Result } from '../values/result';
import type { Reading } from '../workbook/readWorkbook';
import { reportList } from './composeReport';

/** The report as it stands in the workbook, one line a row, with the cell each stretch of it comes from. */
export interface SheetReport {
  readonly text: string;
  /** In order; `start` and `end` are UTF-16 offsets of the text. */
  readonly rows: readonly { readonly start: number; readonly end: number; readonly ref: CellRef }[];
}

/** Reads the report sheet of a workbook. Errors: no report was generated yet, or the pack has none (B01). */
export function reportSheet(form: Form, reading: Reading): Result<SheetReport, Message> {
  const list = reportList(form);
  const rows: { start: number; end: number; ref: CellRef }[] = [];
  let text = '';
  (list ? reading.entries.lists.get(list.id) ?? [] : []).forEach(({ cells }, row) => {
    const cell = cells.get('text');
    const line = cell ? cellText(cell) : '';
    if (!list || line === '') return;
    if (text !== '') text += '\n';
    rows.push({ start: text.length, end: text.length + line.length, ref: { list: list.id, row, column: 'text' } });
    text += line;
  });
  const sheet = list ? form.sheets.get(list.sheet)?.name ?? '' : '';
  return rows.length > 0 ? ok({ text, rows }) : fail({
    code: 'B01', text: sheet === '' ? '这套表没有报告表。' : `“${sheet}”表还没有文字。`, remedy: '请先生成自评报告，或校对粘贴的文字、选择的文件。',
  });
}

/** The cell of the report a place of its text comes from, or null. */
export function reportCell({ rows }: SheetReport, offset: number): CellRef | null {
  return rows.find(({ start, end }) => start <= offset && offset <= end)?.ref ?? null;
}
