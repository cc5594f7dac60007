import { LEVEL_NAMES, type Finding } from '../check/check';
import { runChecks, type CheckResult } from '../check/runChecks';
import { evaluate, type Evaluation } from '../evaluation/evaluate';
import type { Form } from '../evaluation/form';
import type { PackFault } from '../pack/fault';
import { cellText, numberCell, textCell } from '../values/cell';
import type { Message } from '../values/message';
import { fail, ok, type Result } from '../values/result';
import type { Plan } from '../workbook/plan';
import { printAreaChanges } from '../workbook/printAreas';
import { readWorkbook, type Reading } from '../workbook/readWorkbook';
import type { Snapshot } from '../workbook/snapshot';
import { fieldChange, outputHeightChanges, outputListChanges, type OutputRow } from './outputList';
import type { Run, WorkbookPort, WriteReport } from './ports';

/** List and fields of the pack that 校验结果 is written to. */
const FINDINGS = 'findings';
const CHECK_RUN = { at: 'checkRun.at', pack: 'checkRun.pack', summary: 'checkRun.summary', notChecked: 'checkRun.notChecked' } as const;
/** Level shown for a finding that is gone while the unit's 说明 of it stays. */
const RESOLVED = '已消除';

export interface CheckReport extends CheckResult {
  readonly evaluation: Evaluation;
  readonly reading: Reading;
  /** 单位说明 by finding key, as it stands in the workbook. */
  readonly explanations: ReadonlyMap<string, string>;
  /** Tab name of 校验结果, null when the sheet is lost. */
  readonly sheet: string | null;
  /** What was written; null when nothing was, with the reason in `notWritten` unless all was as before. */
  readonly written: WriteReport | null;
  /** Why the findings could not be written; they are told all the same. */
  readonly notWritten: Message | null;
}

/**
 * 一键校验: reads the workbook once, checks everything, writes 校验结果 in one batch and keeps every 说明.
 * Errors: the workbook cannot be read, or the pack's checks are faulty.
 */
export async function checkWorkbook(port: WorkbookPort, form: Form, plan: Plan, run: Run, now: Date): Promise<Result<CheckReport, Message>> {
  run.progress(0, 2, '正在读取工作簿');
  const looked = await port.look(plan, run);
  if (!looked.ok) return looked;
  const snapshot = looked.value;
  const reading = readWorkbook(form, plan, snapshot);
  const evaluation = evaluate(form, reading.entries);
  const checked = runChecks(form, evaluation, reading);
  if (!checked.ok) return fail(faultyChecks(checked.error));
  const explanations = standingExplanations(evaluation);
  const report = {
    ...checked.value, evaluation, reading, explanations,
    sheet: reading.locate({ list: FINDINGS, row: 0, column: 'number' })?.sheet ?? null,
  };
  if (run.signal.aborted) return ok({ ...report, written: null, notWritten: cancelled() });
  run.progress(1, 2, '正在写入校验结果');
  const changes = changesFor(form, plan, snapshot, reading, evaluation, checked.value, explanations, now);
  if (!changes.ok) return ok({ ...report, written: null, notWritten: changes.error });
  const written = await port.write({ title: '写入校验结果', changes: changes.value }, null, run);
  return ok(written.ok ? { ...report, written: written.value, notWritten: null } : { ...report, written: null, notWritten: written.error });
}

function changesFor(
  form: Form, plan: Plan, snapshot: Snapshot, reading: Reading, evaluation: Evaluation, result: CheckResult, explanations: ReadonlyMap<string, string>, now: Date,
): ReturnType<typeof outputListChanges> {
  const rows = findingRows(form, evaluation, result.findings, explanations);
  const list = outputListChanges(form, snapshot, reading, FINDINGS, rows);
  if (!list.ok) return list;
  const texts: readonly (readonly [string, string])[] = [
    [CHECK_RUN.at, localTime(now)], [CHECK_RUN.pack, `${form.pack.title}（${form.pack.version}）`],
    [CHECK_RUN.summary, summaryText(result)], [CHECK_RUN.notChecked, uncheckedText(result)],
  ];
  return ok([
    ...list.value, ...texts.flatMap(([field, text]) => fieldChange(form, snapshot, reading, field, text)),
    ...outputHeightChanges(plan, snapshot, FINDINGS, rows),
    ...printAreaChanges(plan, snapshot, reading.entries, new Map([[FINDINGS, rows.length]])),
  ]);
}

/** 说明 by key; the unit's text is the only thing on the sheet that is not ours. */
function standingExplanations(evaluation: Evaluation): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const row of evaluation.entries.lists.get(FINDINGS) ?? []) {
    const text = row.cells.get('explanation');
    const key = row.cells.get('key');
    if (text && key) texts.set(cellText(key), cellText(text));
  }
  return texts;
}

/** New findings with their 说明, then those that are gone but were explained, then rows somebody typed by hand. */
function findingRows(form: Form, evaluation: Evaluation, findings: readonly Finding[], explanations: ReadonlyMap<string, string>): readonly OutputRow[] {
  const room = form.lists.get(FINDINGS)?.block.room ?? 0;
  const kept = keptRows(evaluation, new Set(findings.map((finding) => finding.key)));
  const space = Math.max(1, room - kept.length);
  const shown = findings.length > space ? findings.slice(0, space - 1) : findings;
  const rows = shown.map((finding, i) => findingRow(finding, i + 1, explanations.get(finding.key) ?? ''));
  const more = findings.length - shown.length;
  const rest: readonly OutputRow[] = more > 0 ? [{ number: numberCell(shown.length + 1), message: textCell(`另有${more}条未列出，请先处理以上各条，再重新校验。`) }] : [];
  return [...rows, ...rest, ...kept.map((row, i): OutputRow => ({ ...row, number: numberCell(rows.length + rest.length + i + 1) }))].slice(0, room);
}

function keptRows(evaluation: Evaluation, current: ReadonlySet<string>): readonly OutputRow[] {
  return (evaluation.entries.lists.get(FINDINGS) ?? []).flatMap(({ cells }) => {
    const key = cells.get('key');
    if (!cells.has('explanation') || (key && current.has(cellText(key)))) return [];
    return [{ ...Object.fromEntries(cells), ...(key ? { level: textCell(RESOLVED) } : {}) }];
  });
}

function findingRow(finding: Finding, number: number, explanation: string): OutputRow {
  return {
    number: numberCell(number), level: textCell(LEVEL_NAMES[finding.level]), sheet: textCell(finding.sheet), item: textCell(finding.item),
    cell: textCell(finding.address), message: textCell(`${finding.text}（${finding.code}）`), found: textCell(finding.found), computed: textCell(finding.expected),
    difference: textCell(finding.difference), remedy: textCell(finding.remedy), explanation: textCell(explanation),
    source: textCell(finding.source), key: textCell(finding.key),
  };
}

function summaryText({ counts, findings }: CheckResult): string {
  return findings.length === 0 ? '没有发现问题' : `错误${counts.error}条，核实${counts.warning}条，提示${counts.hint}条`;
}

function uncheckedText({ unchecked }: CheckResult): string {
  const codes = [...new Set(unchecked.map(({ code }) => code))];
  return codes.length === 0 ? '无' : `${codes.length}项：${codes.join('、')}`;
}

/** 2024-03-23 10:05 where the person is. */
function localTime(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())} ${two(now.getHours())}:${two(now.getMinutes())}`;
}

function faultyChecks(faults: readonly PackFault[]): Message {
  const shown = faults.slice(0, 5).map(({ path, found, expected }) => `${path}：${found}，应为${expected}`).join('；');
  return { code: 'K01', text: `模板包的校验设置有${faults.length}处错误：${shown}。`, remedy: '请与下发模板的财政部门联系。' };
}

function cancelled(): Message {
  return { code: 'K02', text: '已取消，校验结果没有写入工作簿。', remedy: '需要时请重新校验。' };
}
