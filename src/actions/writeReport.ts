import type { CellRef } from '../evaluation/evaluate';
import type { Form } from '../evaluation/form';
import type { Gap, ReportParagraph } from '../report/state';
import { textCell } from '../values/cell';
import type { Message } from '../values/message';
import { ok, type Result } from '../values/result';
import type { Plan } from '../workbook/plan';
import { printAreaChanges } from '../workbook/printAreas';
import type { Reading } from '../workbook/readWorkbook';
import { composeReport, REPORT_COLUMNS } from './composeReport';
import { outputHeightChanges, outputListChanges } from './outputList';
import type { Run, WorkbookPort, WriteReport } from './ports';

export interface ReportWritten {
  readonly paragraphs: readonly ReportParagraph[];
  /** Paragraphs a person changed, left as they are with the new text beside them, and where they stand now. */
  readonly kept: readonly { readonly id: string; readonly text: string; readonly ref: CellRef }[];
  /** Rows people added themselves. */
  readonly own: number;
  /** 【待填】 and 【待核】, each once. */
  readonly gaps: readonly Gap[];
  /** Tab name of the report. */
  readonly sheet: string;
  /** Null when the sheet already said all of it. */
  readonly written: WriteReport | null;
  readonly reading: Reading;
}

/**
 * 生成自评报告: reads the workbook once, renders the pack's templates, puts the paragraphs into the report sheet.
 * Errors: the workbook cannot be read or written, a template is faulty, the sheet is lost or too short.
 */
export async function writeReport(port: WorkbookPort, form: Form, plan: Plan, run: Run): Promise<Result<ReportWritten, Message>> {
  run.progress(0, 2, '正在读取工作簿');
  const looked = await port.look(plan, run);
  if (!looked.ok) return looked;
  const composed = composeReport(form, plan, looked.value);
  if (!composed.ok) return composed;
  const { paragraphs, merged, list, gaps, reading } = composed.value;
  const rows = merged.rows.map((row) => Object.fromEntries(REPORT_COLUMNS.map((column) => [column, textCell(row[column])])));
  const changes = outputListChanges(form, looked.value, reading, list.id, rows);
  if (!changes.ok) return changes;
  const rowOf = new Map(merged.rows.map((row, i) => [row.id, i]));
  const result = {
    paragraphs, own: merged.own, reading, gaps,
    kept: merged.kept.map((id) => ({ id, text: merged.rows[rowOf.get(id) ?? 0]?.text ?? '', ref: { list: list.id, row: rowOf.get(id) ?? 0, column: 'text' } })),
    sheet: reading.locate({ list: list.id, row: 0, column: 'text' })?.sheet ?? '',
  };
  if (changes.value.length === 0) return ok({ ...result, written: null });
  run.progress(1, 2, '正在写入自评报告');
  const written = await port.write({
    title: '生成自评报告',
    changes: [
      ...changes.value, ...outputHeightChanges(plan, looked.value, list.id, rows),
      ...printAreaChanges(plan, looked.value, reading.entries, new Map([[list.id, rows.length]])),
    ],
  }, null, run);
  return written.ok ? ok({ ...result, written: written.value }) : written;
}
