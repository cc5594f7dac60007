import type { EvaluationData } from '../evaluation/entries';
import type { Message } from '../values/message';
import { fail, type Result } from '../values/result';
import type { JournalStep } from '../workbook/change';
import { fillSample, SAMPLE_TITLE } from './fillSample';
import { LAY_OUT_TITLE, layOut, type LayOutReport, type Unit } from './layOut';
import type { Run, WorkbookPort } from './ports';

/** 还原上次写入, also of a step that broke off. */
export function restore(port: WorkbookPort, run: Run): Promise<Result<JournalStep, Message>> {
  return port.restore(run);
}

/** What is needed to do a step again. */
export interface Again {
  readonly packText: string;
  readonly unit: Unit | null;
  readonly sample: EvaluationData | null;
}

/**
 * 继续: takes back what a broken-off step had written and does it again from the start, so that nothing is left half made.
 * Errors: the step is none that can be done again by itself (L05: checks and reports are simply started again).
 */
export async function continueStep(port: WorkbookPort, step: JournalStep, again: Again, run: Run): Promise<Result<LayOutReport, Message>> {
  if (step.title !== LAY_OUT_TITLE && (step.title !== SAMPLE_TITLE || !again.sample)) return fail(startAgain(step.title));
  const back = await port.restore(run);
  if (!back.ok) return back;
  return step.title === SAMPLE_TITLE && again.sample
    ? fillSample(port, again.packText, again.sample, run)
    : layOut(port, again.packText, again.unit, run);
}

function startAgain(title: string): Message {
  return { code: 'L05', text: `“${title}”没有完成，不能接着写。`, remedy: '请先点“还原”，再重新执行一次。' };
}
