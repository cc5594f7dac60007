import type { Run } from '../../src/actions/ports';
import { usePack, type UsablePack } from '../../src/actions/ourWorkbook';
import { ExcelWorkbook } from '../../src/excel/excelWorkbook';
import type { Pace } from '../../src/excel/runExcel';
import { messageLine, type Message } from '../../src/values/message';
import type { Result } from '../../src/values/result';
import { openExcel, type OpenedExcel } from '../workbench/officeClient';
import { tinyPackText } from '../cases/tinyPack';

/** Waiting is played quickly; nothing else differs from the product. */
export const QUICK: Pace = { retryEvery: 5, giveUpAfter: 200, answerWithin: 100_000 };

export interface PlayedRun extends Run {
  readonly controller: AbortController;
  /** What the person was shown, in order. */
  readonly lines: string[];
}

export function playedRun(): PlayedRun {
  const controller = new AbortController();
  const lines: string[] = [];
  return {
    controller, signal: controller.signal, lines,
    progress: (done, total, what) => { lines.push(`${done}/${total} ${what}`); },
    waiting: (what) => { lines.push(what ?? '（等待结束）'); },
  };
}

export interface PlayedExcel extends OpenedExcel {
  readonly port: ExcelWorkbook;
  readonly run: PlayedRun;
}

export async function playExcel(pace: Pace = QUICK): Promise<PlayedExcel> {
  const opened = await openExcel();
  return { ...opened, port: new ExcelWorkbook(pace, () => new Date('2024-03-23T02:00:00Z')), run: playedRun() };
}

/** Waits until something holds, however slow the machine; what does not within two minutes never will, and the test says so. */
export async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 120_000;
  while (!holds() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** The value of a result; a failure is told as people would read it. */
export function value<T>(result: Result<T, Message>): T {
  if (!result.ok) throw new Error(messageLine(result.error));
  return result.value;
}

export function tiny(): UsablePack {
  return value(usePack(tinyPackText));
}

type Host = OpenedExcel['host'];

/** Everything a person could notice of a workbook: tabs, cells, formats, protection, names. */
export function portrait(host: Host): unknown {
  return {
    names: host.book.names(),
    sheets: host.book.sheets().map((name) => {
      const used = host.book.used(name, false);
      return {
        name, visibility: host.book.visibility(name), protection: host.book.protection(name),
        formulas: used === null ? [] : host.book.formulas(name, used), texts: used === null ? [] : host.book.texts(name, used),
      };
    }),
  };
}
