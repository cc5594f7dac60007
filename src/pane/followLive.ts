import type { ChangeFeed, WorkbookPort } from '../actions/ports';
import type { UsablePack } from '../actions/ourWorkbook';
import { evaluate } from '../evaluation/evaluate';
import type { Message } from '../values/message';
import { ok, type Result } from '../values/result';
import { readWorkbook } from '../workbook/readWorkbook';
import type { Following, LiveReading } from './assistant';

/** Reads now and after every change; one reading at a time. */
export async function followLive(port: WorkbookPort, feed: ChangeFeed, pack: UsablePack, onReading: (reading: Result<LiveReading, Message>) => void): Promise<Following> {
  let running = false;
  let wanted = false;
  const read = async (): Promise<void> => {
    wanted = true;
    if (running) return;
    running = true;
    while (wanted) {
      wanted = false;
      const looked = await port.look(pack.plan);
      if (!looked.ok) {
        onReading(looked);
        continue;
      }
      const reading = readWorkbook(pack.form, pack.plan, looked.value);
      onReading(ok({
        evaluation: evaluate(pack.form, reading.entries), locate: reading.locate, empties: [], differences: [],
        calculation: looked.value.calculation, readAt: new Date(),
      }));
    }
    running = false;
  };
  const stop = await feed.listen(() => void read());
  void read();
  return { readAgain: () => void read(), stop: async () => (stop.ok ? stop.value() : undefined) };
}
