import { resolveAddress } from '../addressing';
import { type Area, MAX_COLUMNS, MAX_ROWS, boundingArea, intersect } from '../grid';
import { hostError } from '../hostError';
import { flag, integer } from './arguments';
import { type Argument, type HostObject, NULL_OBJECT, type Result } from './hostObject';
import { type RangeTarget, areaIn, rangeArgument, rangeOf } from './range';
import { rangeAreasOf } from './rangeAreas';

type Call = (target: RangeTarget, ...args: Argument[]) => Result;

/** The area when it lies on the sheet; otherwise Excel's error. */
function onSheet(area: Area): Area {
  const inside = area.row >= 0 && area.column >= 0 && area.row + area.rows <= MAX_ROWS && area.column + area.columns <= MAX_COLUMNS;
  if (!inside || area.rows < 1 || area.columns < 1) throw hostError('InvalidArgument');
  return area;
}

const move = (shift: (area: Area, ...args: Argument[]) => Area): Call =>
  (target, ...args) => rangeOf(target.book, onSheet(shift(areaIn(target), ...args)));

const other = (target: RangeTarget, value: Argument | undefined): Area =>
  rangeArgument(target.book, areaIn(target).sheetId, value, (text) => resolveAddress(target.book, areaIn(target).sheetId, text));

const common = (target: RangeTarget, value: Argument | undefined): Area | null => {
  const area = other(target, value);
  if (area.sheetId !== areaIn(target).sheetId) throw hostError('InvalidArgument');
  return intersect(areaIn(target), area);
};

const used = (target: RangeTarget, valuesOnly: Argument | undefined): Area | null =>
  target.book.engine.cells.used(areaIn(target), flag(valuesOnly, false));

const orNull = (target: RangeTarget, area: Area | null): HostObject => (area ? rangeOf(target.book, area) : NULL_OBJECT);

function required(target: RangeTarget, area: Area | null): HostObject {
  if (!area) throw hostError('ItemNotFound');
  return rangeOf(target.book, area);
}

function mergedAreas(target: RangeTarget): HostObject {
  const areas = target.book.engine.layout.merges(areaIn(target));
  return areas.length > 0 ? rangeAreasOf(target.book, areas) : NULL_OBJECT;
}

/** Ranges reached from a range. */
export const rangeMoves: Readonly<Record<string, Call>> = {
  GetCell: move((area, row, column) => ({ ...area, row: area.row + integer(row), column: area.column + integer(column), rows: 1, columns: 1 })),
  GetRow: move((area, row) => {
    if (integer(row) < 0 || integer(row) >= area.rows) throw hostError('InvalidArgument');
    return { ...area, row: area.row + integer(row), rows: 1 };
  }),
  GetColumn: move((area, column) => {
    if (integer(column) < 0 || integer(column) >= area.columns) throw hostError('InvalidArgument');
    return { ...area, column: area.column + integer(column), columns: 1 };
  }),
  GetLastCell: move((area) => ({ ...area, row: area.row + area.rows - 1, column: area.column + area.columns - 1, rows: 1, columns: 1 })),
  GetLastRow: move((area) => ({ ...area, row: area.row + area.rows - 1, rows: 1 })),
  GetLastColumn: move((area) => ({ ...area, column: area.column + area.columns - 1, columns: 1 })),
  GetOffsetRange: move((area, rows, columns) => ({ ...area, row: area.row + integer(rows), column: area.column + integer(columns) })),
  GetResizedRange: move((area, rows, columns) => ({ ...area, rows: area.rows + integer(rows), columns: area.columns + integer(columns) })),
  GetAbsoluteResizedRange: move((area, rows, columns) => ({ ...area, rows: integer(rows), columns: integer(columns) })),
  GetRowsBelow: move((area, count) => ({ ...area, row: area.row + area.rows, rows: integer(count, 1) })),
  GetRowsAbove: move((area, count) => ({ ...area, row: area.row - integer(count, 1), rows: integer(count, 1) })),
  GetColumnsAfter: move((area, count) => ({ ...area, column: area.column + area.columns, columns: integer(count, 1) })),
  GetColumnsBefore: move((area, count) => ({ ...area, column: area.column - integer(count, 1), columns: integer(count, 1) })),
  GetEntireRow: move((area) => ({ ...area, column: 0, columns: MAX_COLUMNS })),
  GetEntireColumn: move((area) => ({ ...area, row: 0, rows: MAX_ROWS })),
  GetBoundingRect: (target, value) => rangeOf(target.book, boundingArea(areaIn(target), other(target, value))),
  GetIntersection: (target, value) => required(target, common(target, value)),
  GetIntersectionOrNullObject: (target, value) => orNull(target, common(target, value)),
  GetUsedRange: (target, valuesOnly) => required(target, used(target, valuesOnly)),
  GetUsedRangeOrNullObject: (target, valuesOnly) => orNull(target, used(target, valuesOnly)),
  GetMergedAreasOrNullObject: mergedAreas,
};
