import type { Form } from '../evaluation/form';
import { isHandedOut } from '../evaluation/unitFields';
import type { Message } from '../values/message';
import { ok, type Result } from '../values/result';
import type { JournalStep } from '../workbook/change';
import { decodeJournal, lastStep } from '../workbook/journal';
import type { Plan } from '../workbook/plan';
import { readWorkbook, type Reading } from '../workbook/readWorkbook';
import type { Snapshot } from '../workbook/snapshot';
import { beyondUnit } from './layOut';
import { isNewer, storedPack, type UsablePack } from './ourWorkbook';
import type { Run, WorkbookPort } from './ports';
import { filledCells } from './typedCells';

/** What the open workbook is. Nothing is written to find out. */
export type OpenedWorkbook =
  | { readonly kind: 'empty' }
  /** Contents of its own and no forms of ours: sheets would be added beside them. */
  | { readonly kind: 'foreign'; readonly sheets: readonly string[] }
  /** Laid out by a newer program: nothing is written, the message says 请升级. */
  | { readonly kind: 'newer'; readonly message: Message }
  | OurWorkbook;

export interface OurWorkbook {
  readonly kind: 'ours';
  readonly pack: UsablePack;
  readonly snapshot: Snapshot;
  readonly reading: Reading;
  /** The forms were handed out to one unit, or a typed cell is filled; name and code, given with 生成套表, do not count. */
  readonly filled: boolean;
  /** Tab names of the pack that are missing. */
  readonly missingSheets: readonly string[];
  /** A step that broke off: to be taken back (还原) or done again (继续). */
  readonly openStep: JournalStep | null;
  /** The step 还原 would take back. */
  readonly lastStep: JournalStep | null;
}

/** Errors: the workbook cannot be read, or its pack is faulty. */
export async function openWorkbook(port: Pick<WorkbookPort, 'look'>, run?: Run): Promise<Result<OpenedWorkbook, Message>> {
  const looked = await port.look(null, run);
  if (!looked.ok) return looked;
  const { store, sheets, blank } = looked.value;
  if (!store) return ok(blank === true ? { kind: 'empty' } : { kind: 'foreign', sheets: sheets.map(({ name }) => name) });
  const pack = await storedPack(store);
  if (!pack.ok) return isNewer(pack.error) ? ok({ kind: 'newer', message: pack.error }) : pack;
  const whole = await port.look(pack.value.plan, run);
  return whole.ok ? ok(ourWorkbook(pack.value, whole.value)) : whole;
}

export function ourWorkbook(pack: UsablePack, snapshot: Snapshot): OurWorkbook {
  const last = lastStep(decodeJournal(snapshot.store?.journal ?? '[]'));
  return {
    kind: 'ours', pack, snapshot, reading: readWorkbook(pack.form, pack.plan, snapshot),
    filled: isHandedOut(pack.form) || beyondUnit(filledCells(pack.plan, snapshot)).length > 0, missingSheets: missingSheets(pack.plan, snapshot),
    openStep: last?.state === 'open' ? last : null, lastStep: last,
  };
}

function missingSheets(plan: Plan, snapshot: Snapshot): readonly string[] {
  const found = new Set(snapshot.sheets.map(({ id }) => id));
  return plan.sheets.filter(({ id }) => !found.has(id)).map(({ name }) => name);
}

/** What a step touched, in words: 支出（12 格）, 收入（整表）. */
export function touchedBy(step: JournalStep, form: Form): readonly string[] {
  const cells = new Map<string, number>();
  const sheets: string[] = [];
  for (const change of step.undo) {
    if (change.kind === 'removeSheet') sheets.push(`${change.name}（整表）`);
    if (change.kind !== 'setCells') continue;
    const name = form.sheets.get(change.sheet.id)?.name ?? change.sheet.name;
    const count = change.cells.flat().filter((content) => content !== null).length;
    cells.set(name, (cells.get(name) ?? 0) + count);
  }
  return [...sheets, ...[...cells].map(([name, count]) => `${name}（${count} 格）`)];
}
