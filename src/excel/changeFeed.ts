import type { ChangeFeed, DirtyArea, ReadArea } from '../actions/ports';
import type { Message } from '../values/message';
import { fail, ok, type Result } from '../values/result';
import type { Plan } from '../workbook/plan';
import type { Snapshot } from '../workbook/snapshot';
import { hostMessage } from './hostErrors';
import { lookAt } from './lookAt';
import { PACE, removeHandlers, syncOnce, type Pace } from './runExcel';

/** Counts feeds, so that handlers of an earlier one (a reloaded pane, a second start) fall silent. */
let generation = 0;

/** Listens to Excel on the collection of sheets; our own writes are left out, a co-author's come through like anybody's. */
export class ExcelChangeFeed implements ChangeFeed {
  /** Tab names by the ids events carry; asked for again after anything moved. */
  private names: Promise<ReadonlyMap<string, string>> | null = null;

  constructor(private readonly pace: Pace = PACE) {}

  async listen(onChange: (area: DirtyArea) => void): Promise<Result<() => Promise<void>, Message>> {
    generation += 1;
    const mine = generation;
    const tell = async (area: DirtyArea | null): Promise<void> => {
      if (area === null) return;
      if (area === 'structure') this.names = null;
      if (mine === generation) onChange(area);
    };
    const registered = await syncOnce((context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/id,items/name');
      const handlers: readonly OfficeExtension.EventHandlerResult<unknown>[] = [
        worksheets.onChanged.add(async (event) => tell(await this.areaOf(event))),
        worksheets.onAdded.add(() => tell('structure')),
        worksheets.onDeleted.add(() => tell('structure')),
        worksheets.onActivated.add(() => tell('structure')),
      ];
      return () => ({ handlers, names: namesOf(worksheets) });
    }, { repeatable: false, pace: this.pace });
    if (!registered.ok) return fail(hostMessage(registered.error));
    this.names = Promise.resolve(registered.value.names);
    return ok(async () => {
      if (mine === generation) generation += 1;
      await removeHandlers(registered.value.handlers);
    });
  }

  async lookAt(areas: readonly ReadArea[], plan: Plan, last: Snapshot): Promise<Result<Snapshot | null, Message>> {
    const found = await lookAt(areas, plan, last, (batch) => syncOnce(batch, { repeatable: true, pace: this.pace }));
    if (!found.ok) return fail(hostMessage(found.error));
    if (found.value === null) this.names = null;
    return found;
  }

  private async areaOf(event: Excel.WorksheetChangedEventArgs): Promise<DirtyArea | null> {
    if (event.triggerSource === 'ThisLocalAddin') return null;
    if (event.changeType !== 'RangeEdited') return 'structure';
    this.names ??= this.askNames();
    const sheet = (await this.names).get(event.worksheetId);
    return sheet === undefined ? 'structure' : { sheet, address: event.address };
  }

  private async askNames(): Promise<ReadonlyMap<string, string>> {
    const names = await syncOnce((context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/id,items/name');
      return () => namesOf(worksheets);
    }, { repeatable: true, pace: this.pace });
    return names.ok ? names.value : new Map();
  }
}

function namesOf(worksheets: Excel.WorksheetCollection): ReadonlyMap<string, string> {
  return new Map(worksheets.items.map((sheet) => [sheet.id, sheet.name]));
}
