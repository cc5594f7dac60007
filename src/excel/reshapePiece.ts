import { blockAddress, columnLetters, quoteSheet } from '../values/address';
import { BLANK } from '../values/cell';
import type { Message } from '../values/message';
import { fail, ok, type Result } from '../values/result';
import type { Change } from '../workbook/change';
import { columnPoints, ROW_HEIGHT } from '../workbook/looks';
import { cellsComingBack, insertedLines, type LineEdit } from '../workbook/misplacedLines';
import type { PlannedCell, PlannedSheet } from '../workbook/plan';
import { formatOf, OUR_PROTECTION } from '../workbook/sheetSettings';
import { hostMessage } from './hostErrors';
import { addConditionals, freeze, layOutCells, nameReference } from './layOutSheet';
import { bytesOf, type Piece } from './pieces';
import { refusal } from './refusals';
import { syncOnce, type SyncOptions } from './runExcel';
import { setRowHeights } from './sheetLooks';
import { worksheetOf } from './worksheetOf';

type Reshape = Extract<Change, { kind: 'reshapeSheet' }>;

/** Queues whole rows and columns going and coming; everything behind them, formulas elsewhere and names follow in Excel itself. */
export function queueEdits(target: Excel.Worksheet, edits: readonly LineEdit[]): void {
  for (const { axis, kind, at, count } of edits) {
    const lines = target.getRange(linesAddress(axis, at, count));
    if (kind === 'insert') lines.insert(axis === 'row' ? 'Down' : 'Right');
    else lines.delete(axis === 'row' ? 'Up' : 'Left');
  }
}

/** What takes the edits back, in the order to do it. */
export function inverse(edits: readonly LineEdit[]): readonly LineEdit[] {
  return [...edits].reverse().map((edit) => ({ ...edit, kind: edit.kind === 'insert' ? 'delete' : 'insert' }));
}

/**
 * Rows and columns as planned, with everything that stands on those that come back. Formulas that lost a cell and names are no part of
 * it: they are put back once Excel has moved the others.
 */
export function reshapePiece(change: Reshape, lift: boolean): Piece {
  const { sheet, planned, edits, adopted } = change;
  const back = cellsComingBack(change);
  const taken = new Set(adopted);
  // What a person filled in stays; formulas come with the others.
  const looks = planned.cells.filter(({ row }) => taken.has(row)).map(({ formula: _formula, ...cell }): PlannedCell => ({
    ...cell, value: BLANK, numberFormat: formatOf(_formula === undefined ? cell : { ...cell, formula: _formula }),
  }));
  return {
    what: `正在恢复“${sheet.name}”的行列`, bytes: 8_000 + 3 * bytesOf([back, looks, planned.conditionals]), repeatable: false, halves: () => null,
    queue: (workbook) => {
      const target = worksheetOf(workbook, sheet.name);
      if (lift) target.protection.unprotect();
      queueEdits(target, edits);
      workbook.names.getItem(planned.regionName).formula = nameReference(quoteSheet(sheet.name), regionOf(planned));
      layOutCells(target, [...back, ...looks], mergesAt(planned, edits));
      sizeLines(target, planned, edits);
      target.getRange(blockAddress(regionOf(planned))).conditionalFormats.clearAll();
      addConditionals(target, planned);
      freeze(target, planned);
      // Of a list the next check sets what prints.
      if (planned.lists.length === 0) target.pageLayout.setPrintArea(blockAddress(planned.print.area));
      if (lift) target.protection.protect(OUR_PROTECTION);
      return () => [];
    },
  };
}

/** The whole planned region. */
export function regionOf({ rowCount, columnCount }: PlannedSheet): { readonly row: 0; readonly column: 0; readonly rowCount: number; readonly columnCount: number } {
  return { row: 0, column: 0, rowCount, columnCount };
}

/** Whether something stands in lines to be deleted beside or beyond our region, where nobody looked yet. */
export async function refuseFilledLines(changes: readonly Reshape[], options: SyncOptions): Promise<Result<void, Message>> {
  const asked = changes.flatMap(({ sheet, edits, found }) => edits.filter(({ kind }) => kind === 'delete').map(({ axis, at, count }) => {
    const isRow = axis === 'row';
    const [from, size] = isRow ? [found.row, found.rowCount] : [found.column, found.columnCount];
    // A row of a list keeps formulas in the region, which was read; beside it there must be nothing.
    const inRegion = at >= from && at < from + size;
    const beyond = isRow ? found.column + found.columnCount : found.row + found.rowCount;
    const address = !inRegion ? linesAddress(axis, at, count) : isRow
      ? `${columnLetters(beyond)}${at + 1}:XFD${at + count}`
      : `${columnLetters(at)}${beyond + 1}:${columnLetters(at + count - 1)}1048576`;
    return { sheet: sheet.name, address };
  }));
  if (asked.length === 0) return ok(undefined);
  const answer = await syncOnce((context) => {
    const ranges = asked.map(({ sheet, address }) => {
      const used = worksheetOf(context.workbook, sheet).getRange(address).getUsedRangeOrNullObject(true);
      used.load('address');
      return { sheet, used };
    });
    return () => ranges.find(({ used }) => !isNull(used))?.sheet ?? null;
  }, options);
  if (!answer.ok) return fail(hostMessage(answer.error));
  return answer.value === null ? ok(undefined) : fail(refusal('W10', answer.value));
}

function isNull(range: Excel.Range): boolean {
  return range.isNullObject;
}

function linesAddress(axis: LineEdit['axis'], at: number, count: number): string {
  return axis === 'row' ? `${at + 1}:${at + count}` : `${columnLetters(at)}:${columnLetters(at + count - 1)}`;
}

/** A merge that lost a line at its edge does not take it in again by itself. */
function mergesAt({ merges }: PlannedSheet, edits: readonly LineEdit[]): PlannedSheet['merges'] {
  const { rows, columns } = insertedLines(edits);
  const touches = (lines: ReadonlySet<number>, from: number, count: number): boolean => [...lines].some((line) => line >= from && line < from + count);
  return merges.filter(({ row, column, rowCount, columnCount }) => touches(rows, row, rowCount) || touches(columns, column, columnCount));
}

function sizeLines(target: Excel.Worksheet, planned: PlannedSheet, edits: readonly LineEdit[]): void {
  const { rows, columns } = insertedLines(edits);
  setRowHeights(target, [...rows].map((row) => ({ row, height: planned.rowHeights.get(row) ?? ROW_HEIGHT })));
  for (const column of columns) {
    const { width, hidden } = planned.columns[column] ?? { width: 0, hidden: false };
    const line = target.getRange(linesAddress('column', column, 1));
    if (hidden) line.columnHidden = true;
    else line.format.columnWidth = columnPoints(width);
  }
}
