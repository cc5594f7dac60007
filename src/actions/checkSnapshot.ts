import { runChecks, type CheckResult } from '../check/runChecks';
import { evaluate, type Evaluation } from '../evaluation/evaluate';
import type { Form } from '../evaluation/form';
import type { PackFault } from '../pack/fault';
import { cellText } from '../values/cell';
import type { Message } from '../values/message';
import { fail, ok, type Result } from '../values/result';
import type { Plan } from '../workbook/plan';
import { packHash } from '../workbook/packHash';
import { readWorkbook, type Reading } from '../workbook/readWorkbook';
import type { Snapshot } from '../workbook/snapshot';
import { withReportFindings } from './reportFindings';

/** List of the pack that 校验结果 is written to. */
export const FINDINGS = 'findings';

/** What a check found, with everything it looked at. */
export interface Checked extends CheckResult {
  readonly evaluation: Evaluation;
  readonly reading: Reading;
  /** 单位说明 by finding key, as it stands in the workbook. */
  readonly explanations: ReadonlyMap<string, string>;
}

/**
 * Checks a workbook as it was found; nothing is written. `lastYear` is the unit's workbook of the year before, for what must carry over.
 * Errors: the pack's checks are faulty.
 */
export async function checkSnapshot(form: Form, plan: Plan, snapshot: Snapshot, lastYear: Evaluation | null = null): Promise<Result<Checked, Message>> {
  const reading = readWorkbook(form, plan, snapshot);
  const evaluation = evaluate(form, reading.entries);
  const checked = runChecks(form, evaluation, reading, lastYear, snapshot.store !== null && await packHash(snapshot.store.pack) !== snapshot.store.packHash);
  return checked.ok ? ok({ ...withReportFindings(checked.value, evaluation, reading), evaluation, reading, explanations: standingExplanations(evaluation) }) : fail(faultyChecks(checked.error));
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

function faultyChecks(faults: readonly PackFault[]): Message {
  const shown = faults.slice(0, 5).map(({ path, found, expected }) => `${path}：${found}，应为${expected}`).join('；');
  return { code: 'K01', text: `模板包的校验设置有${faults.length}处错误：${shown}。`, remedy: '请与下发模板的财政部门联系。' };
}
