import { LEVEL_NAMES, type Finding } from '../check/check';
import type { CheckResult } from '../check/runChecks';
import type { Evaluation } from '../evaluation/evaluate';
import type { Form } from '../evaluation/form';
import { cellText, numberCell, textCell } from '../values/cell';
import type { Message } from '../values/message';
import { ok, type Result } from '../values/result';
import type { Plan } from '../workbook/plan';
import { printAreaChanges } from '../workbook/printAreas';
import { fieldHeights, rowHeightChange } from '../workbook/rowHeights';
import type { Snapshot } from '../workbook/snapshot';
import { checkSnapshot, FINDINGS, type Checked } from './checkSnapshot';
import { fieldChange, outputHeightChanges, outputListChanges, type OutputRow } from './outputList';
import type { Run, WorkbookPort, WriteReport } from './ports';
import { repairsOf, type Repair } from './repair';

/** Fields of the pack that say when and with what result was checked. */
const CHECK_RUN = { at: 'checkRun.at', pack: 'checkRun.pack', summary: 'checkRun.summary', notChecked: 'checkRun.notChecked' } as const;
/** Level shown for a finding that is gone while the unit's 说明 of it stays. */
const RESOLVED = '已消除';

export interface CheckReport extends Checked {
  /** Tab name of 校验结果, null when the sheet is lost. */
  readonly sheet: string | null;
  /** What `repair` can put right. */
  readonly repairs: readonly Repair[];
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
  const checked = await checkSnapshot(form, plan, snapshot);
  if (!checked.ok) return checked;
  const { reading } = checked.value;
  const report = {
    ...checked.value,
    repairs: repairsOf(form, plan, snapshot, reading, checked.value.evaluation),
    sheet: reading.locate({ list: FINDINGS, row: 0, column: 'number' })?.sheet ?? null,
  };
  if (run.signal.aborted) return ok({ ...report, written: null, notWritten: cancelled() });
  run.progress(1, 2, '正在写入校验结果');
  const changes = changesFor(form, plan, snapshot, checked.value, now);
  if (!changes.ok) return ok({ ...report, written: null, notWritten: changes.error });
  const written = await port.write({ title: '写入校验结果', changes: changes.value }, null, run);
  return ok(written.ok ? { ...report, written: written.value, notWritten: null } : { ...report, written: null, notWritten: written.error });
}

function changesFor(form: Form, plan: Plan, snapshot: Snapshot, result: Checked, now: Date): ReturnType<typeof outputListChanges> {
  const { reading } = result;
  const rows = findingRows(form, result.evaluation, result.findings, result.explanations);
  const list = outputListChanges(form, snapshot, reading, FINDINGS, rows);
  if (!list.ok) return list;
  const texts: readonly (readonly [string, string])[] = [
    [CHECK_RUN.at, localTime(now)], [CHECK_RUN.pack, `${form.pack.title}（${form.pack.version}）`],
    [CHECK_RUN.summary, summaryText(result)], [CHECK_RUN.notChecked, uncheckedText(result)],
  ];
  return ok([
    ...list.value, ...texts.flatMap(([field, text]) => fieldChange(form, snapshot, reading, field, textCell(text))),
    ...plan.sheets.flatMap((sheet) => rowHeightChange(plan, snapshot, sheet.id, fieldHeights(sheet, new Map(texts)))),
    ...outputHeightChanges(plan, snapshot, FINDINGS, rows),
    ...printAreaChanges(plan, snapshot, reading.entries, new Map([[FINDINGS, rows.length]])),
  ]);
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
    cell: textCell(finding.address), address: textCell(finding.address), message: textCell(`${finding.text}（${finding.code}）`), found: textCell(finding.found), computed: textCell(finding.expected),
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

function cancelled(): Message {
  return { code: 'K02', text: '已取消，校验结果没有写入工作簿。', remedy: '需要时请重新校验。' };
}
