import type { Run } from '../actions/ports';
import { blockAddress, parseReference, quoteSheet } from '../values/address';
import { cellText, cellValue } from '../values/cell';
import type { Message } from '../values/message';
import { fail, ok, type Result } from '../values/result';
import type { CellContent, JournalStep, UndoChange } from '../workbook/change';
import { isOurStyle } from '../workbook/looks';
import type { CellBlock } from '../workbook/plan';
import type { FoundCell } from '../workbook/snapshot';
import { STORE_SHEET, type NumberedStep } from '../workbook/storeSheet';
import { foundCells, holds, table, writtenContent } from './cellContent';
import { fingerprint } from './fingerprint';
import { hostMessage, type HostFailure } from './hostErrors';
import { OUR_PROTECTION } from '../workbook/sheetSettings';
import type { Look } from './look';
import { nameReference } from './layOutSheet';
import { refusal } from './refusals';
import { queueEdits } from './reshapePiece';
import { syncOnce, type Pace, type SyncOptions } from './runExcel';
import { writeHead, writeState } from './storeWriting';

/**
 * Takes back the last step that is done or open: one request to read what stands there now, one to write. Cells that no longer
 * hold what the step wrote were changed by somebody since and are left alone. A step of which nothing is left was undone by
 * Excel itself and is closed as 已撤销. Pressed again after a failure it goes on where it stopped.
 */
export async function restoreStep(last: Look, run: Run, pace: Pace): Promise<Result<JournalStep, Message>> {
  const numbered = [...last.store?.steps ?? []].reverse().find(({ step }) => step.state === 'done' || step.state === 'open');
  if (!numbered) return fail(refusal('W06'));
  const options: SyncOptions = { repeatable: true, signal: run.signal, waiting: run.waiting, pace };
  const refused = refuse(numbered, last);
  if (refused) return fail(refused);

  run.progress(0, 2, '正在核对写入的内容');
  const now = await readNow(numbered.step.undo, last, options);
  if (!now.ok) return fail(hostMessage(now.error));
  const filled = now.value.sheets.find((sheet) => sheet.touched);
  if (filled) return fail(refusal(filled.reshaped ? 'W11' : 'W07', filled.name));

  const back = backTo(numbered.step.undo, last, now.value.cells);
  const state = back.count === 0 && numbered.step.undo.length > 0 ? 'undone' : 'restored';
  run.progress(1, 2, `正在还原“${numbered.step.title}”`);
  const written = await syncOnce((context) => {
    context.application.suspendApiCalculationUntilNextSync();
    context.application.suspendScreenUpdatingUntilNextSync();
    queueBack(context.workbook, back, last, numbered, state);
    return () => undefined;
  }, { ...options, repeatable: false });
  if (!written.ok) return fail(hostMessage(written.error));
  run.progress(2, 2, '已还原');
  return ok({ ...numbered.step, state });
}

function refuse(numbered: NumberedStep, last: Look): Message | null {
  const tabs = new Map(last.snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  for (const change of numbered.step.undo) {
    if ((change.kind === 'removeSheet' || change.kind === 'renameSheet') && last.snapshot.structureProtected) return refusal('W01');
    if (change.kind !== 'setCells' && change.kind !== 'reshapeSheet') continue;
    const found = tabs.get(change.sheet.name);
    if (change.kind === 'reshapeSheet' && !standsAsLeft(change, last)) return refusal('W12', change.sheet.name);
    if (found?.hasFilter) return refusal('W03', found.name);
    if (found?.protection === 'password' && (change.kind === 'reshapeSheet' || change.lift)) return refusal('W04', found.name);
  }
  return null;
}

/** Nobody moved the sheet's lines since: taking them back would hit others. */
function standsAsLeft({ sheet, region, left }: Extract<UndoChange, { kind: 'reshapeSheet' }>, last: Look): boolean {
  const place = parseReference(last.snapshot.names.find(({ name, scope }) => scope === null && name === region)?.reference ?? '');
  return place?.sheet === sheet.name && blockAddress(place.block) === blockAddress(left);
}

interface Now {
  readonly sheets: readonly { readonly name: string; readonly reshaped: boolean; readonly touched: boolean }[];
  readonly cells: ReadonlyMap<UndoChange, readonly (readonly FoundCell[])[]>;
}

async function readNow(undo: readonly UndoChange[], last: Look, options: SyncOptions): Promise<Result<Now, HostFailure>> {
  const tabs = new Set(last.snapshot.sheets.map((sheet) => sheet.name));
  return syncOnce((context) => {
    const { worksheets } = context.workbook;
    const sheets = undo.flatMap((change) => {
      if (change.kind !== 'removeSheet' && change.kind !== 'reshapeSheet') return [];
      const name = change.kind === 'removeSheet' ? change.name : change.sheet.name;
      if (!tabs.has(name)) return [];
      const ranges = change.typed.map((block) => ({ block, range: loaded(worksheets.getItem(name), block) }));
      return [{ name, change, ranges }];
    });
    const cells = undo.flatMap((change) => {
      if (change.kind !== 'setCells' || !tabs.has(change.sheet.name)) return [];
      return [{ change, range: loaded(worksheets.getItem(change.sheet.name), change.block) }];
    });
    return () => ({
      sheets: sheets.map(({ name, change, ranges }) => ({ name, reshaped: change.kind === 'reshapeSheet', touched: isTouched(change, ranges) })),
      cells: new Map(cells.map(({ change, range }) => [change, foundCells(range, change.block.rowCount, change.block.columnCount) ?? []])),
    });
  }, options);
}

function loaded(sheet: Excel.Worksheet, block: CellBlock): Excel.Range {
  const range = sheet.getRange(blockAddress(block));
  range.load('values,formulas,valueTypes');
  return range;
}

/** Whether somebody typed in a sheet or in lines that a step made: its typed cells are neither blank nor as laid out. */
function isTouched(change: Extract<UndoChange, { kind: 'removeSheet' | 'reshapeSheet' }>, ranges: readonly { readonly block: CellBlock; readonly range: Excel.Range }[]): boolean {
  const texts = new Map<string, string>();
  for (const { block, range } of ranges) {
    table(range.values, block.rowCount, block.columnCount)?.forEach((row, r) => row.forEach((value, c) => {
      const raw = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
      texts.set(`${block.row + r},${block.column + c}`, cellText(cellValue(raw, false)));
    }));
  }
  const found = fingerprint(change.typed, (row, column) => texts.get(`${row},${column}`) ?? '');
  return found !== '' && found !== change.filled;
}

/** What remains to be taken back. */
interface Back {
  readonly cells: readonly { readonly change: Extract<UndoChange, { kind: 'setCells' }>; readonly cells: readonly (readonly CellContent[])[] }[];
  readonly sheets: readonly string[];
  readonly names: readonly string[];
  readonly pointed: Extract<UndoChange, { kind: 'pointNames' }>['names'];
  readonly reshapes: readonly Extract<UndoChange, { kind: 'reshapeSheet' }>[];
  readonly renames: readonly Extract<UndoChange, { kind: 'renameSheet' }>[];
  readonly store: Extract<UndoChange, { kind: 'restoreStore' }> | null;
  readonly count: number;
}

function backTo(undo: readonly UndoChange[], last: Look, now: Now['cells']): Back {
  const of = <K extends UndoChange['kind']>(kind: K): readonly Extract<UndoChange, { kind: K }>[] =>
    undo.filter((change): change is Extract<UndoChange, { kind: K }> => change.kind === kind);
  const tabs = new Set(last.snapshot.sheets.map((sheet) => sheet.name));
  const present = new Set(last.snapshot.names.map((name) => name.name));
  const cells = of('setCells').map((change) => ({
    change,
    cells: change.cells.map((row, r) => row.map((content, c) => {
      const is = now.get(change)?.[r]?.[c];
      const written = change.written[r]?.[c] ?? null;
      return is && written && content && holds(is, written) && !holds(is, content) ? content : null;
    })),
  })).filter((each) => each.cells.some((row) => row.some((content) => content !== null)));
  const sheets = of('removeSheet').map((change) => change.name).filter((name) => tabs.has(name));
  const named = new Set(of('removeNames').flatMap((change) => change.names).filter((name) => present.has(name)));
  for (const name of last.snapshot.names) {
    if (sheets.includes(parseReference(name.reference)?.sheet ?? '')) named.add(name.name);
  }
  const names = [...named];
  const renames = of('renameSheet').filter((change) => tabs.has(change.sheet.name) && !tabs.has(change.to));
  const pointed = of('pointNames').flatMap((change) => change.names).filter(({ name }) => present.has(name));
  const reshapes = of('reshapeSheet').filter((change) => tabs.has(change.sheet.name));
  const store = of('restoreStore')[0] ?? null;
  const count = cells.length + sheets.length + names.length + pointed.length + reshapes.length + renames.length + (store ? 1 : 0);
  return { cells, sheets, names, pointed, reshapes, renames, store, count };
}

/** Cells and names where they are now before lines that move them; names before their sheets, the journal last; a store that did not exist before goes with its journal. */
function queueBack(workbook: Excel.Workbook, back: Back, last: Look, numbered: NumberedStep, state: JournalStep['state']): void {
  const { worksheets, names } = workbook;
  for (const { change, cells } of back.cells) {
    const target = worksheets.getItem(change.sheet.name);
    if (change.lift) target.protection.unprotect();
    target.getRange(blockAddress(change.block)).formulas = cells.map((row) => row.map(writtenContent));
    if (change.lift) target.protection.protect(OUR_PROTECTION);
  }
  for (const { name, reference } of back.pointed) names.getItem(name).formula = reference;
  for (const change of back.reshapes) queueReshape(workbook, change, last);
  for (const name of back.names) names.getItem(name).delete();
  for (const { sheet, to } of back.renames) worksheets.getItem(sheet.name).name = to;
  const remains = last.snapshot.sheets.some((sheet) => sheet.visibility === 'visible' && !back.sheets.includes(sheet.name));
  if (back.sheets.length > 0 && !remains) worksheets.add();
  for (const sheet of back.sheets) removeHidden(worksheets.getItem(sheet), last.snapshot.sheets.find(({ name }) => name === sheet)?.visibility === 'veryHidden');
  // The cell styles came with the first layout and go with it.
  if (back.store && back.store.before === null) for (const style of last.styles) if (isOurStyle(style)) workbook.styles.getItem(style).delete();
  if (back.store?.before) writeHead(workbook, back.store.before, true);
  if (back.store && back.store.before === null) removeHidden(worksheets.getItem(STORE_SHEET), true);
  else writeState(workbook, numbered.sequence, state);
}

function queueReshape(workbook: Excel.Workbook, { sheet, edits, region, before }: Extract<UndoChange, { kind: 'reshapeSheet' }>, last: Look): void {
  const target = workbook.worksheets.getItem(sheet.name);
  const lift = last.snapshot.sheets.find(({ name }) => name === sheet.name)?.protection === 'ours';
  if (lift) target.protection.unprotect();
  queueEdits(target, edits);
  workbook.names.getItem(region).formula = nameReference(quoteSheet(sheet.name), before);
  if (lift) target.protection.protect(OUR_PROTECTION);
}

/** Excel refuses to delete a very hidden sheet. */
function removeHidden(sheet: Excel.Worksheet, veryHidden: boolean): void {
  if (veryHidden) sheet.visibility = 'Hidden';
  sheet.delete();
}
