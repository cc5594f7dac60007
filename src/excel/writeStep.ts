import type { Run, StoreUpdate, WriteReport } from '../actions/ports';
import { parseReference } from '../values/address';
import { cellText, isBlank } from '../values/cell';
import type { Message } from '../values/message';
import { fail, ok, type Result } from '../values/result';
import type { Change, UndoChange, WriteStep } from '../workbook/change';
import { styleOf, type NamedStyle } from '../workbook/looks';
import { cellsComingBack } from '../workbook/misplacedLines';
import type { CellBlock, PlannedCell, PlannedSheet } from '../workbook/plan';
import type { FoundSheet } from '../workbook/snapshot';
import { STORE_SHEET, type NumberedStep } from '../workbook/storeSheet';
import { blocksOf } from '../workbook/areas';
import { contentOf } from './cellContent';
import { fingerprint } from './fingerprint';
import { decisionOn, hostMessage, type HostFailure } from './hostErrors';
import { OUR_PROTECTION } from '../workbook/sheetSettings';
import type { Look } from './look';
import { addSheetsPiece, cellBlock, cellsPiece, closePiece, copyPiece, faultAddress, layOutPiece, namesPiece, plainPiece, printAreasPiece, protectPiece, rowHeightsPiece, bytesOf, renamePiece, stylesPiece, type CellFault, type EmptySheet, type Piece } from './pieces';
import { refusal } from './refusals';
import { inverse, refuseFilledLines, regionOf, reshapePiece } from './reshapePiece';
import { syncOnce, type Pace } from './runExcel';
import { sheetsAlike } from './sheetsAlike';
import { addStoreSheet, nextSequence, writeHead, writeJournal, writeState } from './storeWriting';

/** Excel on the web refuses 5 MB; estimates stay far below it. */
const BYTES_PER_BATCH = 2_000_000;

/**
 * Carries out a step on the workbook that was just looked at. Everything that can be refused is refused before the first write.
 * Then, in one batch per started 2 MB: the journal with the way back, the writing, the reading back, the closed journal.
 * A batch that fails half way leaves the step open in the journal.
 */
export async function writeStep(step: WriteStep, update: StoreUpdate | null, last: Look, run: Run, pace: Pace, now: () => Date): Promise<Result<WriteReport, Message>> {
  const refused = refuse(step, update, last);
  if (refused) return fail(refused);
  const lifted = await probeLifting(step, last, run, pace);
  if (!lifted.ok) return lifted;
  const clear = await refuseFilledLines(step.changes.filter((change) => change.kind === 'reshapeSheet'), { repeatable: true, signal: run.signal, waiting: run.waiting, pace });
  if (!clear.ok) return clear;

  const numbered = numberedStep(step, update, last, now());
  const pieces = piecesOf(step, update, last, numbered);
  const { faults, failure, batches: sent } = await sendAll(pieces, run, pace);
  if (failure) {
    const cancelled = failure.code === 'Cancelled' && sent > 0;
    return cancelled ? ok({ step: numbered.step, different: [], cancelled }) : fail(hostMessage(failure));
  }
  const settled = await settle(numbered, faults, run, pace);
  if (!settled.ok) return fail(hostMessage(settled.error));
  return ok({
    step: { ...numbered.step, state: faults.length === 0 ? 'done' : 'open' },
    different: faults.map((fault) => ({ sheet: fault.sheet, address: faultAddress(fault), expected: fault.expected, found: fault.found })),
    cancelled: false,
  });
}

function refuse(step: WriteStep, update: StoreUpdate | null, last: Look): Message | null {
  const { snapshot } = last;
  if (!last.store && !update) return refusal('W08');
  const tabs = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  const added = new Set(step.changes.flatMap((change) => (change.kind === 'addSheet' ? [change.sheet.name] : [])));
  for (const change of step.changes) {
    const message = refuseChange(change, tabs, added, snapshot.structureProtected);
    if (message) return message;
  }
  return !last.store && snapshot.structureProtected ? refusal('W01') : null;
}

function refuseChange(change: Change, tabs: ReadonlyMap<string, FoundSheet>, added: ReadonlySet<string>, structureProtected: boolean): Message | null {
  switch (change.kind) {
    case 'addSheet':
      if (structureProtected) return refusal('W01', change.sheet.name);
      return tabs.has(change.sheet.name) ? refusal('W02', change.sheet.name) : null;
    case 'renameSheet':
      if (structureProtected) return refusal('W01', change.sheet.name);
      if (!tabs.has(change.sheet.name)) return refusal('W05', change.sheet.name);
      return tabs.has(change.to) ? refusal('W02', change.to) : null;
    case 'setPrintArea':
    case 'setRowHeights':
    case 'protectSheet':
    case 'addName':
      return tabs.has(change.sheet.name) || added.has(change.sheet.name) ? null : refusal('W05', change.sheet.name);
    case 'setCells':
    case 'restoreFormulas':
    case 'reshapeSheet': {
      const found = tabs.get(change.sheet.name);
      if (!found) return added.has(change.sheet.name) ? null : refusal('W05', change.sheet.name);
      if (found.hasFilter) return refusal('W03', found.name);
      return change.kind !== 'setCells' && found.protection === 'password' ? refusal('W04', found.name) : null;
    }
  }
}

function liftedSheets(step: WriteStep, last: Look): readonly string[] {
  const ours = new Set(last.snapshot.sheets.filter((sheet) => sheet.protection === 'ours').map((sheet) => sheet.name));
  return [...new Set(step.changes.flatMap((change) => ((change.kind === 'restoreFormulas' || change.kind === 'reshapeSheet') && ours.has(change.sheet.name) ? [change.sheet.name] : [])))];
}

/** A password may stand behind our own permissions: protection is lifted and set again once before anything is written. */
async function probeLifting(step: WriteStep, last: Look, run: Run, pace: Pace): Promise<Result<void, Message>> {
  const sheets = liftedSheets(step, last);
  if (sheets.length === 0) return ok(undefined);
  const probe = (names: readonly string[]): Promise<Result<void, HostFailure>> => syncOnce((context) => {
    for (const name of names) {
      const { protection } = context.workbook.worksheets.getItem(name);
      protection.unprotect();
      protection.protect(OUR_PROTECTION);
    }
    return () => undefined;
  }, { repeatable: false, signal: run.signal, waiting: run.waiting, pace });
  const all = await probe(sheets);
  if (all.ok) return all;
  // The error does not say which sheet refused; asked one at a time, the first refusal is the one.
  for (const sheet of sheets) {
    const one = await probe([sheet]);
    if (!one.ok) return fail(one.error.code === 'AccessDenied' || one.error.code === 'InvalidArgument' ? refusal('W04', sheet) : hostMessage(one.error));
  }
  return fail(hostMessage(all.error));
}

function numberedStep(step: WriteStep, update: StoreUpdate | null, last: Look, now: Date): NumberedStep {
  const before = last.store?.steps.find((each) => each.step.id === step.continues && each.step.state === 'done');
  if (before) return { sequence: before.sequence, step: { ...before.step, state: 'open', undo: [...undoOf(step, update, last), ...before.step.undo] } };
  const sequence = nextSequence(last.store?.steps ?? []);
  const at = now.toISOString();
  return { sequence, step: { id: `${sequence}-${at}`, title: step.title, at, state: 'open', undo: undoOf(step, update, last) } };
}

function undoOf(step: WriteStep, update: StoreUpdate | null, last: Look): readonly UndoChange[] {
  const added = new Set(step.changes.flatMap((change) => (change.kind === 'addSheet' ? [change.sheet.id] : [])));
  const names = step.changes.flatMap((change) => (change.kind === 'addName' && !added.has(change.name.sheet) ? [change.name.name] : []));
  const pointed = last.snapshot.names.filter(({ name, reference }) => names.includes(name) && parseReference(reference) !== null).map(({ name, reference }) => ({ name, reference }));
  const made = names.filter((name) => !pointed.some((each) => each.name === name));
  const lifted = new Set(liftedSheets(step, last));
  const undo = step.changes.flatMap((change): readonly UndoChange[] => {
    switch (change.kind) {
      case 'addSheet': return [{ kind: 'removeSheet', name: change.sheet.name, ...printOf(change.sheet.cells) }];
      case 'reshapeSheet': return [{
        kind: 'reshapeSheet', sheet: change.sheet, edits: inverse(change.edits), ...printOf(cellsComingBack(change)),
        region: change.planned.regionName, left: regionOf(change.planned), before: change.found,
      }];
      case 'renameSheet': return [{ kind: 'renameSheet', sheet: { ...change.sheet, name: change.to }, to: change.sheet.name }];
      case 'addName': case 'setPrintArea': case 'setRowHeights': case 'protectSheet': return [];
      default: return [{
        kind: 'setCells', sheet: change.sheet, block: change.block, written: change.cells, lift: lifted.has(change.sheet.name),
        cells: change.cells.map((row, r) => row.map((content, c) => (content === null ? null : change.before[r]?.[c] ?? { value: { kind: 'blank' } }))),
      }];
    }
  });
  const store = storeChanges(update, last) ? [{ kind: 'restoreStore', before: headOf(last) } as const] : [];
  return [...store, ...undo, ...(pointed.length > 0 ? [{ kind: 'pointNames', names: pointed } as const] : []), ...(made.length > 0 ? [{ kind: 'removeNames', names: made } as const] : [])];
}

/** What tells later whether somebody typed into cells that a step made. */
function printOf(cells: readonly PlannedCell[]): { readonly typed: readonly CellBlock[]; readonly filled: string } {
  const typed = cells.filter((cell) => !cell.locked && cell.role !== 'key');
  const blocks = blocksOf(typed);
  const texts = new Map(typed.filter((cell) => !isBlank(cell.value)).map((cell) => [`${cell.row},${cell.column}`, cellText(cell.value)]));
  return { typed: blocks, filled: fingerprint(blocks, (row, column) => texts.get(`${row},${column}`) ?? '') };
}

function storeChanges(update: StoreUpdate | null, last: Look): boolean {
  const store = last.store?.text;
  return update !== null && (store?.packHash !== update.packHash || store.layoutVersion !== update.layoutVersion);
}

function headOf(last: Look): StoreUpdate | null {
  const store = last.store?.text;
  return store ? { pack: store.pack, packHash: store.packHash, layoutVersion: store.layoutVersion } : null;
}

/** Pack and journal first, the closed journal last; empty sheets before contents, because formulas refer across sheets. */
function piecesOf(step: WriteStep, update: StoreUpdate | null, last: Look, numbered: NumberedStep): readonly Piece[] {
  const of = <K extends Change['kind']>(kind: K): readonly Extract<Change, { kind: K }>[] =>
    step.changes.filter((change): change is Extract<Change, { kind: K }> => change.kind === kind);
  const present = new Set(last.snapshot.names.map((name) => name.name));
  const lifted = new Set(liftedSheets(step, last));
  const sheets = of('addSheet');
  const alike = sheetsAlike(sheets.map(({ sheet }) => sheet));
  const styles = stylesOf(sheets.map(({ sheet }) => sheet)).filter(({ name }) => !last.styles.has(name));
  const names = of('addName');
  const cells = step.changes.filter((change) => change.kind === 'setCells' || change.kind === 'restoreFormulas');
  const tabs = last.snapshot.sheets.length;
  const hasStoreSheet = last.snapshot.sheets.some(({ name }) => name === STORE_SHEET);
  return [
    // The pack first: a journal in a workbook that says nothing of its pack could not be read.
    ...(update && storeChanges(update, last) ? [plainPiece('正在保存模板包', 2_000 + bytesOf(update.pack), hasStoreSheet, (workbook) => {
      if (!hasStoreSheet) addStoreSheet(workbook);
      writeHead(workbook, update, hasStoreSheet);
    })] : []),
    plainPiece('正在记录写入前的内容', 2_000 + bytesOf(numbered.step), true, (workbook) => writeJournal(workbook, numbered)),
    ...(styles.length > 0 ? [stylesPiece(styles)] : []),
    ...(sheets.length > 0 ? [addSheetsPiece(emptySheets(sheets, alike, tabs))] : []),
    ...of('reshapeSheet').map((change) => reshapePiece(change, lifted.has(change.sheet.name))),
    ...sheetPieces(sheets, alike),
    // Last, because a copied sheet would bring names of its own for those that point to its original.
    ...(names.length > 0 ? [namesPiece(names, present)] : []),
    ...cells.map((change) => cellsPiece(change, lifted.has(change.sheet.name))),
    ...of('setRowHeights').map(rowHeightsPiece),
    ...(of('setPrintArea').length > 0 ? [printAreasPiece(of('setPrintArea'))] : []),
    ...of('protectSheet').map(({ sheet }) => protectPiece(sheet)),
    ...of('renameSheet').map(({ sheet, to }) => renamePiece(sheet, to)),
    plainPiece('正在核对', 1_000, true, (workbook) => writeState(workbook, numbered.sequence, 'done')),
  ];
}

type AddedSheet = Extract<Change, { kind: 'addSheet' }>;

/** Sheets that begin empty, with their positions as long as the copies are not there. */
function emptySheets(sheets: readonly AddedSheet[], alike: ReadonlyMap<PlannedSheet, PlannedSheet>, tabs: number): readonly EmptySheet[] {
  let copies = 0;
  return sheets.flatMap(({ sheet, position }, index) => {
    if (!alike.has(sheet)) return [{ name: sheet.name, position: Math.min(position, tabs + index) - copies, rowCount: sheet.rowCount }];
    copies += 1;
    return [];
  });
}

/** Originals and their copies first, because formulas of the others refer to both; closed when everything stands on them. */
function sheetPieces(added: readonly AddedSheet[], alike: ReadonlyMap<PlannedSheet, PlannedSheet>): readonly Piece[] {
  if (added.length === 0) return [];
  const sheets = added.map(({ sheet }) => sheet);
  const originals = new Set(alike.values());
  return [
    ...[...originals].map(layOutPiece),
    ...added.flatMap(({ sheet, position }, index) => {
      const original = alike.get(sheet);
      const before = added[index - 1];
      return original && before ? [copyPiece(sheet, original, before.sheet.name, before.position + 1 === position ? null : position)] : [];
    }),
    ...sheets.filter((sheet) => !originals.has(sheet) && !alike.has(sheet)).map(layOutPiece),
    closePiece(sheets),
  ];
}

function stylesOf(sheets: readonly PlannedSheet[]): readonly NamedStyle[] {
  const styles = sheets.flatMap(({ cells }) => cells.map(({ role, locked }) => styleOf(role, locked)));
  return [...new Map(styles.map((style) => [style.name, style])).values()];
}

interface Sent {
  readonly faults: readonly CellFault[];
  /** Why it stopped before the end. */
  readonly failure: HostFailure | null;
  /** Batches carried out. */
  readonly batches: number;
}

/** Sends the pieces in batches of bytes; what Excel finds too large is sent in halves, down to one row. */
async function sendAll(pieces: readonly Piece[], run: Run, pace: Pace): Promise<Sent> {
  const faults: CellFault[] = [];
  const waiting = batches(pieces);
  let done = 0;
  while (waiting.length > 0) {
    const batch = waiting.shift() ?? [];
    run.progress(done, done + waiting.length + 1, batch.length === 1 || done > 0 ? batch[0]?.what ?? '' : '正在写入工作簿');
    const answer = await syncOnce((context) => {
      context.application.suspendApiCalculationUntilNextSync();
      context.application.suspendScreenUpdatingUntilNextSync();
      const collect = batch.map((piece) => piece.queue(context.workbook));
      return () => collect.flatMap((compare) => compare());
    }, { repeatable: batch.every((piece) => piece.repeatable), signal: run.signal, waiting: run.waiting, pace });
    const parts = answer.ok || decisionOn(answer.error) !== 'halve' ? null : parted(batch);
    if (answer.ok) {
      faults.push(...answer.value);
      done += 1;
    } else if (parts) {
      waiting.unshift(...parts);
    } else {
      return { faults, failure: answer.error, batches: done };
    }
  }
  run.progress(done, done, '写入完成');
  return { faults, failure: null, batches: done };
}

function batches(pieces: readonly Piece[]): (readonly Piece[])[] {
  const all: Piece[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const piece of pieces) {
    if (bytes + piece.bytes > BYTES_PER_BATCH) {
      all.push([]);
      bytes = 0;
    }
    all.at(-1)?.push(piece);
    bytes += piece.bytes;
  }
  return all;
}

function parted(batch: readonly Piece[]): readonly (readonly Piece[])[] | null {
  if (batch.length > 1) {
    const half = Math.ceil(batch.length / 2);
    return [batch.slice(0, half), batch.slice(half)];
  }
  return batch[0]?.halves()?.map((piece) => [piece]) ?? null;
}

/** What somebody else typed since we looked is put back; a step that did not read back right is open again. */
async function settle(numbered: NumberedStep, faults: readonly CellFault[], run: Run, pace: Pace): Promise<Result<void, HostFailure>> {
  if (faults.length === 0) return ok(undefined);
  return syncOnce((context) => {
    const { workbook } = context;
    for (const { sheet, row, column, foreign } of faults) {
      if (foreign) cellsPiece(putBack(sheet, row, column, contentOf(foreign)), false).queue(workbook);
    }
    writeState(workbook, numbered.sequence, 'open');
    return () => undefined;
  }, { repeatable: true, waiting: run.waiting, pace });
}

function putBack(sheet: string, row: number, column: number, content: ReturnType<typeof contentOf>): Extract<Change, { kind: 'setCells' }> {
  return { kind: 'setCells', sheet: { id: '', name: sheet }, block: cellBlock(row, column), cells: [[content]], before: [[null]] };
}
