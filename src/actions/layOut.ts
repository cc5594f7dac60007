import { blankEntries } from '../evaluation/entries';
import type { Entries } from '../evaluation/evaluate';
import type { Form } from '../evaluation/form';
import { UNIT_FIELDS } from '../evaluation/unitFields';
import { textCell, numberCell, type CellValue } from '../values/cell';
import type { Message } from '../values/message';
import { fail, ok, type Result } from '../values/result';
import type { Change } from '../workbook/change';
import { difference } from '../workbook/difference';
import { LAYOUT_VERSION, planWorkbook } from '../workbook/planWorkbook';
import type { Snapshot } from '../workbook/snapshot';
import { packHash } from '../workbook/packHash';
import { bindPack, storedPack, type UsablePack } from './ourWorkbook';
import type { Run, StoreUpdate, WorkbookPort, WriteReport } from './ports';
import { filledCells, type FilledCell } from './typedCells';

export const LAY_OUT_TITLE = '生成套表';

/** Who the forms are for; printed on the first form when it is made. */
export interface Unit {
  readonly name: string;
  readonly code: string;
  /** The year evaluated, e.g. 2023. */
  readonly year: string;
}

const UNIT_FIELD_IDS: ReadonlySet<string> = new Set(Object.values(UNIT_FIELDS));

/** Of filled cells those that make a workbook somebody's own: all but name, code and year of the unit. */
export function beyondUnit(filled: readonly FilledCell[]): readonly FilledCell[] {
  return filled.filter(({ field }) => field === null || !UNIT_FIELD_IDS.has(field));
}

export interface LayOutReport {
  /** Tab names. */
  readonly sheetsMade: readonly string[];
  /** Filled cells that stayed as they were. */
  readonly cellsKept: number;
  readonly cellsWritten: number;
  readonly different: WriteReport['different'];
  readonly cancelled: boolean;
}

/**
 * 生成套表: adds what the workbook lacks of the pack and never changes a filled cell. Done twice it does nothing.
 * One request to look, one batch to write. Errors: names of our sheets are taken (L01), the workbook holds another pack (L02),
 * the host refuses.
 */
export async function layOut(port: WorkbookPort, packText: string, unit: Unit | null, run: Run): Promise<Result<LayOutReport, Message>> {
  const pack = await bindPack(packText);
  if (!pack.ok) return pack;
  run.progress(0, 2, '正在读取工作簿');
  const looked = await lookWithPack(port, pack.value, run);
  if (!looked.ok) return run.signal.aborted ? ok(cancelledEarly(0)) : looked;
  const { pack: used, snapshot } = looked.value;
  const plan = unit ? planWorkbook(used.form, withUnit(used.form, unit)) : used.plan;
  const lacking = difference(plan, snapshot);
  if (lacking.taken.length > 0) return fail(taken(lacking.taken));
  const kept = filledCells(used.plan, snapshot).length;
  return writeChanges(port, LAY_OUT_TITLE, lacking.changes, kept, await storeUpdate(used), run);
}

/** Looks with the pack; a workbook that carries its own keeps it. */
export async function lookWithPack(port: WorkbookPort, chosen: UsablePack, run: Run): Promise<Result<{ readonly pack: UsablePack; readonly snapshot: Snapshot }, Message>> {
  const looked = await port.look(chosen.plan, run);
  if (!looked.ok) return looked;
  const { store } = looked.value;
  if (!store || store.pack === chosen.text) return ok({ pack: chosen, snapshot: looked.value });
  const own = await storedPack(store);
  if (!own.ok) return own;
  if (own.value.form.pack.id !== chosen.form.pack.id) return fail(otherPack(own.value.form.pack.title));
  const again = await port.look(own.value.plan, run);
  return again.ok ? ok({ pack: own.value, snapshot: again.value }) : again;
}

export async function storeUpdate(pack: UsablePack): Promise<StoreUpdate> {
  return { pack: pack.text, packHash: await packHash(pack.text), layoutVersion: LAYOUT_VERSION };
}

/** Writes as one step and tells what was done; without changes nothing is written. */
export async function writeChanges(port: WorkbookPort, title: string, changes: readonly Change[], cellsKept: number, store: StoreUpdate, run: Run): Promise<Result<LayOutReport, Message>> {
  const sheetsMade = changes.flatMap((change) => (change.kind === 'addSheet' ? [change.sheet.name] : []));
  const cellsWritten = changes.reduce((total, change) => total + cellCount(change), 0);
  if (changes.length === 0) return ok({ sheetsMade, cellsKept, cellsWritten, different: [], cancelled: false });
  if (run.signal.aborted) return ok(cancelledEarly(cellsKept));
  const written = await port.write({ title, changes }, store, run);
  return written.ok ? ok({ sheetsMade, cellsKept, cellsWritten, different: written.value.different, cancelled: written.value.cancelled }) : written;
}

/** Cancelled while reading, or before anything was written. */
export function cancelledEarly(cellsKept: number): LayOutReport {
  return { sheetsMade: [], cellsKept, cellsWritten: 0, different: [], cancelled: true };
}

function cellCount(change: Change): number {
  switch (change.kind) {
    case 'addSheet': return change.sheet.cells.length;
    case 'setCells': case 'restoreFormulas': return change.cells.flat().filter((content) => content !== null).length;
    default: return 0;
  }
}

function withUnit(form: Form, unit: Unit): Entries {
  const blank = blankEntries(form);
  const fields = new Map<string, CellValue>(blank.fields);
  for (const [part, id] of Object.entries(UNIT_FIELDS) as [keyof Unit, string][]) {
    const field = form.fields.get(id);
    const text = unit[part].trim();
    if (field && text !== '') fields.set(id, part === 'year' && /^\d{4}$/.test(text) ? numberCell(text) : textCell(text));
  }
  return { ...blank, fields };
}

function taken(names: readonly string[]): Message {
  return {
    code: 'L01', text: `工作簿里已有与套表同名的工作表：${names.join('、')}。没有写入任何内容。`, remedy: '请先把它们改名，再点“生成套表”。',
    ...(names[0] === undefined ? {} : { place: { sheet: names[0] } }),
  };
}

function otherPack(title: string): Message {
  return { code: 'L02', text: `本工作簿已按“${title}”生成套表，不能再换模板。`, remedy: '请新建一个工作簿，再选择这个模板。' };
}
