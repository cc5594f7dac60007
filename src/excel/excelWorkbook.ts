import type { Run, StoreUpdate, WorkbookPort, WriteReport } from '../actions/ports';
import type { Message } from '../values/message';
import { fail, ok, type Result } from '../values/result';
import type { JournalStep, WriteStep } from '../workbook/change';
import type { Plan } from '../workbook/plan';
import type { Snapshot } from '../workbook/snapshot';
import { hostMessage } from './hostErrors';
import { look, type Look } from './look';
import { refusal } from './refusals';
import { restoreStep } from './restoreStep';
import { PACE, syncOnce, type Batch, type Pace } from './runExcel';
import { writeStep } from './writeStep';

/** The open workbook in Excel. Writing is done one step at a time, always on what was looked at last. */
export class ExcelWorkbook implements WorkbookPort {
  private last: Look | null = null;
  /** Names the workbook had at the last look and those written since: their ranges can be read along with the next look. */
  private names = new Set<string>();
  private writing: Promise<unknown> = Promise.resolve();

  constructor(private readonly pace: Pace = PACE, private readonly now: () => Date = () => new Date()) {}

  async look(plan: Plan | null, run?: Run): Promise<Result<Snapshot, Message>> {
    const found = await this.lookNow(plan, run ?? null);
    return found.ok ? ok(found.value.snapshot) : found;
  }

  write(step: WriteStep, store: StoreUpdate | null, run: Run): Promise<Result<WriteReport, Message>> {
    return this.alone(async () => {
      const last = this.last ? ok(this.last) : await this.lookNow(null, run);
      if (!last.ok) return last;
      this.last = null;
      for (const change of step.changes) if (change.kind === 'addName') this.names.add(change.name.name);
      return writeStep(step, store, last.value, run, this.pace, this.now);
    });
  }

  restore(run: Run): Promise<Result<JournalStep, Message>> {
    return this.alone(async () => {
      const last = await this.lookNow(null, run);
      if (!last.ok) return last;
      this.last = null;
      return restoreStep(last.value, run, this.pace);
    });
  }

  async select(sheet: string, address: string): Promise<Result<void, Message>> {
    const tab = await syncOnce((context) => {
      const found = context.workbook.worksheets.getItemOrNullObject(sheet);
      found.load('visibility');
      return () => isShown(found);
    }, { repeatable: true, pace: this.pace });
    if (!tab.ok) return fail(hostMessage(tab.error));
    if (!tab.value) return fail(refusal('W09', sheet));
    const selected = await syncOnce((context) => {
      const target = context.workbook.worksheets.getItem(sheet);
      target.activate();
      target.getRange(address).select();
      return () => undefined;
    }, { repeatable: true, pace: this.pace });
    return selected.ok ? ok(undefined) : fail(hostMessage(selected.error));
  }

  private async lookNow(plan: Plan | null, run: Run | null): Promise<Result<Look, Message>> {
    const read = <T>(batch: Batch<T>): ReturnType<typeof syncOnce<T>> =>
      syncOnce(batch, { repeatable: true, pace: this.pace, ...(run ? { signal: run.signal, waiting: run.waiting } : {}) });
    const found = await look(plan, this.names, read);
    if (!found.ok) return fail(hostMessage(found.error));
    this.last = found.value;
    this.names = new Set(found.value.snapshot.names.map(({ name }) => name));
    return found;
  }

  private alone<T>(work: () => Promise<T>): Promise<T> {
    const next = this.writing.then(work, work);
    this.writing = next.catch(() => undefined);
    return next;
  }
}

function isShown(sheet: Excel.Worksheet): boolean {
  return !sheet.isNullObject && sheet.visibility === 'Visible';
}
