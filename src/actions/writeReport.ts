import { evaluate, type CellRef } from '../evaluation/evaluate';
import type { Form, ListForm } from '../evaluation/form';
import { mergeReport, type ReportRow } from '../report/mergeReport';
import { renderReport } from '../report/renderReport';
import type { Gap, ReportParagraph } from '../report/state';
import type { TemplateFault } from '../report/templateFault';
import { cellText, textCell } from '../values/cell';
import type { Message } from '../values/message';
import { fail, ok, type Result } from '../values/result';
import type { Plan } from '../workbook/plan';
import { printAreaChanges } from '../workbook/printAreas';
import { readWorkbook, type Reading } from '../workbook/readWorkbook';
import { outputHeightChanges, outputListChanges } from './outputList';
import type { Run, WorkbookPort, WriteReport } from './ports';

/** Columns of the report list, as every pack names them. */
const COLUMNS = ['text', 'proposal', 'id', 'generated', 'sources'] as const;

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
  const reading = readWorkbook(form, plan, looked.value);
  const rendered = renderReport(form, evaluate(form, reading.entries), reading);
  if (!rendered.ok) return fail(faultyTemplate(rendered.error));
  const list = reportList(form);
  if (!list) return fail(noReportSheet(form));
  // The sheet's own head is the title.
  const merged = mergeReport(standingRows(reading, list), rendered.value.filter(({ level }) => level !== 0));
  const rows = merged.rows.map((row) => Object.fromEntries(COLUMNS.map((column) => [column, textCell(row[column])])));
  const changes = outputListChanges(form, looked.value, reading, list.id, rows);
  if (!changes.ok) return changes;
  const rowOf = new Map(merged.rows.map((row, i) => [row.id, i]));
  const result = {
    paragraphs: rendered.value, own: merged.own, reading, gaps: distinct(rendered.value.flatMap(({ gaps }) => gaps)),
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

function reportList(form: Form): ListForm | null {
  return [...form.lists.values()].find((list) => list.sheet === form.pack.report.sheet && list.block.output === true) ?? null;
}

/** Rows as they stand; a cleared row in between keeps its place. */
function standingRows(reading: Reading, list: ListForm): readonly ReportRow[] {
  return (reading.entries.lists.get(list.id) ?? []).map(({ cells }) => {
    const text = (column: (typeof COLUMNS)[number]): string => {
      const cell = cells.get(column);
      return cell ? cellText(cell) : '';
    };
    return { text: text('text'), proposal: text('proposal'), id: text('id'), generated: text('generated'), sources: text('sources') };
  });
}

function distinct(gaps: readonly Gap[]): readonly Gap[] {
  return [...new Map(gaps.map((gap) => [`${gap.kind}${gap.label}`, gap])).values()];
}

function faultyTemplate(faults: readonly TemplateFault[]): Message {
  const shown = faults.slice(0, 5).map(({ file, line, text }) => `${file} 第${line}行：${text}`).join('；');
  return { code: 'T01', text: `报告模板有${faults.length}处错误：${shown}。`, remedy: '请与下发模板的财政部门联系；报告没有改动。' };
}

function noReportSheet(form: Form): Message {
  return { code: 'T02', text: `模板包没有报告表“${form.pack.report.sheet}”。`, remedy: '请与下发模板的财政部门联系。' };
}
