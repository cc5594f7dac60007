import { resolveAddress } from '../addressing';
import { type CopyKind, copyCells } from '../copying';
import { type Shift, contains, isEntireColumn, isEntireRow } from '../grid';
import { hostError } from '../hostError';
import { type ClearKind, clear } from '../writing';
import { flag, oneOf } from './arguments';
import { setProperties } from './cellProperties';
import { type Argument, NULL_OBJECT, type Result } from './hostObject';
import { type RangeTarget, areaIn, rangeArgument, rangeOf } from './range';
import { rangeAreasOf } from './rangeAreas';
import { specialCells } from './specialCells';

type Call = (target: RangeTarget, ...args: Argument[]) => Result | Promise<Result>;

/** Univer and Excel both refuse to tear a merged cell apart. */
async function shiftCells(target: RangeTarget, shift: Shift): Promise<void> {
  const { book } = target;
  const area = areaIn(target);
  book.protection.requireMove(area, shift === 'Down' || shift === 'Right');
  if (!isEntireRow(area) && !isEntireColumn(area)) {
    const torn = book.engine.layout.merges(area).some((merge) => !contains(area, merge));
    if (torn) throw hostError('MergedRangeConflict', "You can't do that to a merged cell.");
  }
  await book.engine.structure.move({ area, shift });
}

/** Things done to the cells of a range. */
export const rangeActions: Readonly<Record<string, Call>> = {
  Clear: (target, kind) =>
    clear(target.book, areaIn(target), oneOf(kind, ['All', 'Formats', 'Contents', 'Hyperlinks', 'RemoveHyperlinks'], 'All') as ClearKind),
  CopyFrom: (target, source, kind, skipBlanks, transpose) => {
    const { book } = target;
    const area = areaIn(target);
    const from = rangeArgument(book, area.sheetId, source, (text) => resolveAddress(book, area.sheetId, text));
    const copyKind = oneOf(kind, ['All', 'Formulas', 'Values', 'Formats', 'Link'], 'All') as CopyKind;
    copyCells(book, from, area, copyKind, flag(skipBlanks, false), flag(transpose, false));
  },
  SetCellProperties: (target, value) => setProperties(areaIn(target), value, 'cells', (area) => rangeOf(target.book, area)),
  SetRowProperties: (target, value) => setProperties(areaIn(target), value, 'rows', (area) => rangeOf(target.book, area)),
  SetColumnProperties: (target, value) => setProperties(areaIn(target), value, 'columns', (area) => rangeOf(target.book, area)),
  GetSpecialCells: async (target, kind, values) => {
    const found = await specialCells(target.book, areaIn(target), kind, values);
    if (found.length === 0) throw hostError('ItemNotFound');
    return rangeAreasOf(target.book, found);
  },
  GetSpecialCellsOrNullObject: async (target, kind, values) => {
    const found = await specialCells(target.book, areaIn(target), kind, values);
    return found.length === 0 ? NULL_OBJECT : rangeAreasOf(target.book, found);
  },
  Insert: async (target, shift) => {
    const { book } = target;
    const area = areaIn(target);
    const wanted = oneOf(shift, ['Down', 'Right']) as Shift;
    await shiftCells(target, isEntireRow(area) ? 'Down' : isEntireColumn(area) ? 'Right' : wanted);
    return rangeOf(book, area);
  },
  Delete: async (target, shift) => {
    const area = areaIn(target);
    const wanted = oneOf(shift, ['Up', 'Left']) as Shift;
    await shiftCells(target, isEntireRow(area) ? 'Up' : isEntireColumn(area) ? 'Left' : wanted);
  },
  Merge: (target, across) => {
    const { book } = target;
    const area = areaIn(target);
    book.protection.requireUnprotected(area.sheetId);
    book.engine.layout.unmerge(area);
    const parts = flag(across, false)
      ? Array.from({ length: area.rows }, (_, row) => ({ ...area, row: area.row + row, rows: 1 }))
      : [area];
    for (const part of parts) {
      if (part.rows * part.columns === 1) continue;
      keepFirst(target, part);
      book.engine.layout.merge(part);
    }
  },
  Unmerge: (target) => {
    target.book.protection.requireUnprotected(areaIn(target).sheetId);
    target.book.engine.layout.unmerge(areaIn(target));
  },
  Select: (target) => {
    const area = areaIn(target);
    if (target.book.engine.sheets.visibility(area.sheetId) !== 'Visible') throw hostError('InvalidOperation');
    target.book.engine.sheets.activate(area.sheetId);
    target.book.engine.select(area);
  },
  Calculate: () => undefined,
};

/** Merging keeps the top left value only. */
function keepFirst(target: RangeTarget, part: { sheetId: string; row: number; column: number; rows: number; columns: number }): void {
  const { cells } = target.book.engine;
  const changes = [...cells.stored(part)]
    .filter(([row, column]) => row !== part.row || column !== part.column)
    .filter(([row, column]) => cells.read(part.sheetId, row, column).type !== 'Empty')
    .map(([row, column]) => ({ row, column, content: { value: null } }));
  cells.write(part.sheetId, changes);
}
