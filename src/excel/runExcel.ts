import { fail, ok, type Result } from '../values/result';
import { decisionOn, hostFailure, type HostFailure } from './hostErrors';

/** How long to wait for what, in milliseconds. */
export interface Pace {
  readonly retryEvery: number;
  readonly giveUpAfter: number;
  /** Longest answer to a batch that was sent. */
  readonly answerWithin: number;
}

export const PACE: Pace = { retryEvery: 500, giveUpAfter: 60_000, answerWithin: 30_000 };

export const WAITING_FOR_CELL = '等待退出单元格编辑…';

export interface SyncOptions {
  /** Doing it twice is the same as doing it once: reads, and writes of fixed content. */
  readonly repeatable: boolean;
  readonly signal?: AbortSignal;
  readonly waiting?: (what: string | null) => void;
  readonly pace?: Pace;
}

/** Queues everything of one request and answers how to collect what was loaded; must not read anything itself. */
export type Batch<T> = (context: Excel.RequestContext) => () => T;

/**
 * One request to Excel: the only place where requests are sent. Waits while a cell is being edited (nothing of a refused
 * request was carried out, so it is simply sent again), repeats a repeatable request once after a passing failure, and gives
 * up 30 seconds after sending. Failures of the host are values; anything else thrown inside a batch is a bug and is thrown on.
 */
export async function syncOnce<T>(batch: Batch<T>, options: SyncOptions): Promise<Result<T, HostFailure>> {
  const pace = options.pace ?? PACE;
  let repeats = options.repeatable ? 1 : 0;
  let waited = 0;
  try {
    for (;;) {
      if (options.signal?.aborted) return cancelled();
      const answer = await send(batch, pace);
      if (answer.ok) return answer;
      const decision = decisionOn(answer.error);
      if (decision === 'wait') {
        if (waited >= pace.giveUpAfter) return fail({ code: 'EditModeEndless', raw: answer.error.raw });
        options.waiting?.(WAITING_FOR_CELL);
        await pause(pace.retryEvery, options.signal);
        waited += pace.retryEvery;
      } else if (decision === 'retryOnce' && repeats > 0) {
        repeats -= 1;
      } else {
        return answer;
      }
    }
  } finally {
    if (waited > 0) options.waiting?.(null);
  }
}

/**
 * A context of its own instead of Excel.run: everything lives for one request only, so that no range has to be kept alive, asked
 * for twice and released again. That halves what laying out a workbook costs on the wire.
 */
async function sendBare<T>(batch: Batch<T>): Promise<T> {
  const context = new Excel.RequestContext();
  const collect = batch(context);
  await context.sync();
  return collect();
}

async function send<T>(batch: Batch<T>, pace: Pace): Promise<Result<T, HostFailure>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<Result<T, HostFailure>>((resolve) => {
    timer = setTimeout(() => resolve(fail({ code: 'NoAnswer', raw: 'NoAnswer' })), pace.answerWithin);
  });
  const work = sendBare(batch).then((value): Result<T, HostFailure> => ok(value), (reason: unknown): Result<T, HostFailure> => {
    const failure = hostFailure(reason);
    if (failure === null) throw reason;
    return fail(failure);
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
  }
}

function cancelled(): Result<never, HostFailure> {
  return fail({ code: 'Cancelled', raw: 'Cancelled' });
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener('abort', done, { once: true });
    function done(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    }
  });
}

/** Stops handlers with the context they were added with, as Office.js demands; a handler whose sheet or pane is gone is let be. */
export async function removeHandlers(handlers: readonly OfficeExtension.EventHandlerResult<unknown>[]): Promise<void> {
  const first = handlers[0];
  if (!first) return;
  try {
    await Excel.run(first.context, async (context) => {
      for (const handler of handlers) handler.remove();
      await context.sync();
    });
  } catch (reason) {
    if (hostFailure(reason) === null) throw reason;
  }
}
