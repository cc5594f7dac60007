import { evaluate } from '../evaluation/evaluate';
import type { Form, ListForm } from '../evaluation/form';
import { mergeReport, type MergedReport, type ReportRow } from '../report/mergeReport';
import { renderReport } from '../report/renderReport';
import type { Gap, ReportParagraph } from '../report/state';
import type { TemplateFault } from '../report/templateFault';
import { cellText } from '../values/cell';
import type { Message } from '../values/message';
import { fail, ok, type Result } from '../values/result';
import type { Plan } from '../workbook/plan';
import { readWorkbook, type Reading } from '../workbook/readWorkbook';
import type { Snapshot } from '../workbook/snapshot';

/** Columns of the report list, as every pack names them. */
export const REPORT_COLUMNS = ['text', 'proposal', 'id', 'generated', 'sources'] as const;

export interface ComposedReport {
  /** Everything generated now, the title first. */
  readonly paragraphs: readonly ReportParagraph[];
  /** The rows of the report sheet: paragraphs people changed stay, the new wording stands beside them. */
  readonly merged: MergedReport;
  readonly list: ListForm;
  /** 【待填】 and 【待核】, each once. */
  readonly gaps: readonly Gap[];
  readonly reading: Reading;
}

/**
 * Renders the pack's templates from a workbook as it was found and merges them with what people changed; nothing is written.
 * Errors: a template is faulty (T01), the pack has no report sheet (T02).
 */
export function composeReport(form: Form, plan: Plan, snapshot: Snapshot): Result<ComposedReport, Message> {
  const reading = readWorkbook(form, plan, snapshot);
  const rendered = renderReport(form, evaluate(form, reading.entries), reading);
  if (!rendered.ok) return fail(faultyTemplate(rendered.error));
  const list = reportList(form);
  if (!list) return fail(noReportSheet(form));
  // The sheet's own head is the title.
  const merged = mergeReport(standingRows(reading, list), rendered.value.filter(({ level }) => level !== 0));
  return ok({ paragraphs: rendered.value, merged, list, gaps: distinct(rendered.value.flatMap(({ gaps }) => gaps)), reading });
}

/** The report as people would read it on its sheet: title, then one line a paragraph. */
export function reportText({ paragraphs, merged }: ComposedReport): string {
  const title = paragraphs.filter(({ level }) => level === 0).map(({ text }) => text);
  return [...title, ...merged.rows.map(({ text }) => text).filter((text) => text !== '')].join('\n');
}

/** The list the report stands in; null when the pack has none. */
export function reportList(form: Form): ListForm | null {
  return [...form.lists.values()].find((list) => list.sheet === form.pack.report.sheet && list.block.output === true) ?? null;
}

/** Rows as they stand; a cleared row in between keeps its place. */
function standingRows(reading: Reading, list: ListForm): readonly ReportRow[] {
  return (reading.entries.lists.get(list.id) ?? []).map(({ cells }) => {
    const text = (column: (typeof REPORT_COLUMNS)[number]): string => {
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
