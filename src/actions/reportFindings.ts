import type { Finding } from '../check/check';
import type { CheckResult } from '../check/runChecks';
import type { Evaluation } from '../evaluation/evaluate';
import type { ProofFinding } from '../proofread/findings';
import { proofread } from '../proofread/proofread';
import { TEXT_CHECKS } from '../proofread/textChecks';
import { workbookFacts } from '../proofread/workbookFacts';
import type { Level } from '../values/level';
import type { Reading } from '../workbook/readWorkbook';
import { reportCell, reportSheet, type SheetReport } from './reportSheet';

/**
 * What a check found, and behind it what proofreading says of the report on its sheet, each with the cell of its first quotation.
 * A workbook without a report is as it was. What a check of the forms has said of the same matter is not said again.
 */
export function withReportFindings(result: CheckResult, evaluation: Evaluation, reading: Reading): CheckResult {
  const sheet = reportSheet(evaluation.form, reading);
  if (!sheet.ok) return result;
  const told = new Set(result.findings.map(({ code }) => code));
  const keys = new Set<string>();
  const findings = proofread(sheet.value.text, workbookFacts(evaluation)).findings
    .filter(({ code }) => !(WORDING.has(code) && told.has(code)))
    .flatMap((finding) => reportFinding(finding, sheet.value, evaluation, reading, keys));
  const all = [...result.findings, ...findings];
  const count = (level: Level): number => all.filter((finding) => finding.level === level).length;
  return { ...result, findings: all, counts: { error: count('error'), warning: count('warning'), hint: count('hint') } };
}

const WORDING: ReadonlySet<string> = new Set(TEXT_CHECKS.map(({ code }) => code));
const SOURCES: ReadonlyMap<string, string> = new Map(TEXT_CHECKS.map(({ code, source }) => [code, source]));
/** The report's own marks name cells that are still blank or differ: the unit may have to hand in without those figures. */
const OWN_MARK = /^【待[填核]：/;

function reportFinding({ code, level, quotes, stated, computed, message }: ProofFinding, sheet: SheetReport, evaluation: Evaluation, reading: Reading, keys: Set<string>): readonly Finding[] {
  const ref = reportCell(sheet, quotes[0]?.start ?? 0);
  const place = ref && reading.locate(ref);
  if (!ref || !place || !('list' in ref)) return [];
  const row = evaluation.rowKey(ref.list, ref.row);
  const same = `${code}|${ref.list}.${ref.column}|${row === '' ? `#${ref.row + 1}` : row}`;
  let key = same;
  for (let n = 2; keys.has(key); n += 1) key = `${same}|${n}`;
  keys.add(key);
  const remedy = /请[^。]*。[^。]*$/.exec(message)?.[0] ?? '';
  const list = evaluation.form.lists.get(ref.list)?.name ?? '';
  return [{
    code, level: quotes.every(({ text }) => OWN_MARK.test(text)) ? 'warning' : level, refs: [ref], sheet: place.sheet, item: list, address: place.address,
    found: stated.slice(0, 120), expected: computed.slice(0, 120), difference: '', text: message.slice(0, message.length - remedy.length), remedy,
    message: `【${place.sheet}】${list}（${place.address}）：${message}`, source: SOURCES.get(code) ?? '报告中的数字应前后一致，并与套表一致', key, reasons: [],
  }];
}
