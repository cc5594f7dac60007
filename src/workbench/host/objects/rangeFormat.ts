import type { AreaRef, Book } from '../book';
import { HORIZONTAL_ALIGNMENTS, VERTICAL_ALIGNMENTS, type Format } from '../engine/styles';
import { type Area, isEntireColumn, isEntireRow } from '../grid';
import { hostError } from '../hostError';
import { autofitColumns, autofitRows } from '../autofit';
import { applyLook } from '../writing';
import { flag, integer, number, oneOf, text } from './arguments';
import { type FormatOwner, fillObject, fontObject } from './formatParts';
import { rangeBordersObject } from './rangeBorders';
import { type Argument, describe } from './hostObject';
import type { Json } from './json';

export interface FormatTarget {
  readonly book: Book;
  readonly refs: readonly AreaRef[];
}

export const areasOf = ({ book, refs }: FormatTarget): Area[] => refs.map((ref) => book.where(ref));

/** The value all cells share, or null when they differ; whole lines are judged by the line and its stored cells. */
export function shared(target: FormatTarget, read: (sheetId: string, row: number, column: number) => Json): Json {
  let found: Json | undefined;
  for (const area of areasOf(target)) {
    for (const [row, column] of samples(target, area)) {
      const value = read(area.sheetId, row, column);
      if (found === undefined) found = value;
      else if (found !== value) return null;
    }
  }
  return found ?? null;
}

function* samples({ book }: FormatTarget, area: Area): Iterable<[number, number]> {
  if (isEntireRow(area) || isEntireColumn(area)) {
    const rows = isEntireColumn(area) ? 1 : Math.min(area.rows, 1_000);
    const columns = isEntireRow(area) ? 1 : Math.min(area.columns, 1_000);
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        yield [isEntireColumn(area) ? 1_048_575 : area.row + row, isEntireRow(area) ? 16_383 : area.column + column];
      }
    }
    for (const [row, column] of book.engine.cells.stored(area)) yield [row, column];
    return;
  }
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) yield [row, column];
  }
}

function change(target: FormatTarget, format: Format): void {
  for (const area of areasOf(target)) {
    target.book.protection.require(area.sheetId, 'allowFormatCells');
    applyLook(target.book, area, { format });
  }
}

const read = <K extends keyof Format>(field: K) => (target: FormatTarget): Json =>
  shared(target, (sheetId, row, column) => target.book.engine.cells.format(sheetId, row, column)[field] ?? null);

/** Font and fill of the cells. */
const ownerOf = (target: FormatTarget): FormatOwner => ({
  read: (field) => shared(target, (sheetId, row, column) => {
    const value = target.book.engine.cells.format(sheetId, row, column)[field];
    return field === 'fillColor' ? value ?? '#FFFFFF' : value ?? null;
  }),
  change: (format) => change(target, format),
});

/** The name of the cell style all cells have, or null. */
export const sharedStyle = (target: FormatTarget): Json =>
  shared(target, (sheetId, row, column) => target.book.styles.nameAt(sheetId, row, column));

export function setStyle(target: FormatTarget, value: Argument): void {
  for (const area of areasOf(target)) {
    target.book.protection.require(area.sheetId, 'allowFormatCells');
    target.book.styles.apply(area, text(value));
  }
}

function mark(target: FormatTarget, marks: { locked?: boolean; formulaHidden?: boolean; indent?: number }, protects: boolean): void {
  for (const area of areasOf(target)) {
    if (protects) target.book.protection.requireUnprotected(area.sheetId);
    else target.book.protection.require(area.sheetId, 'allowFormatCells');
    applyLook(target.book, area, { marks });
  }
}

const lockObject = describe<FormatTarget>({
  name: 'FormatProtection',
  get: {
    Locked: (target) => shared(target, (sheetId, row, column) => target.book.protection.locked(sheetId, row, column)),
    FormulaHidden: (target) => shared(target, (sheetId, row, column) => target.book.protection.formulaHidden(sheetId, row, column)),
  },
  set: {
    Locked: (target, value) => mark(target, { locked: flag(value) }, true),
    FormulaHidden: (target, value) => mark(target, { formulaHidden: flag(value) }, true),
  },
});

const toPoints = (pixels: number): number => (pixels * 3) / 4;
const toPixels = (points: number): number => Math.round((points * 4) / 3);

function lineSize(target: FormatTarget, dimension: 'row' | 'column'): Json {
  const { layout } = target.book.engine;
  let found: number | undefined;
  for (const area of areasOf(target)) {
    const start = dimension === 'row' ? area.row : area.column;
    const count = Math.min(dimension === 'row' ? area.rows : area.columns, 2_000);
    for (let index = start; index < start + count; index++) {
      const size = dimension === 'row' ? layout.rowHeight(area.sheetId, index) : layout.columnWidth(area.sheetId, index);
      if (found !== undefined && found !== size) return null;
      found = size;
    }
  }
  return found === undefined ? null : toPoints(found);
}

function setLineSize(target: FormatTarget, dimension: 'row' | 'column', value: Argument): void {
  const size = number(value);
  if (size < 0 || (dimension === 'row' && size > 409)) throw hostError('InvalidArgument');
  for (const area of areasOf(target)) {
    target.book.protection.require(area.sheetId, dimension === 'row' ? 'allowFormatRows' : 'allowFormatColumns');
    const { layout } = target.book.engine;
    layout.setHidden(area, dimension === 'row' ? 'rows' : 'columns', size === 0);
    if (size === 0) continue;
    if (dimension === 'row') layout.setRowHeight(area, toPixels(size));
    else layout.setColumnWidth(area, toPixels(size));
  }
}

export const rangeFormatObject = describe<FormatTarget>({
  name: 'RangeFormat',
  get: {
    HorizontalAlignment: read('horizontalAlignment'),
    VerticalAlignment: read('verticalAlignment'),
    WrapText: read('wrapText'),
    TextOrientation: read('textOrientation'),
    IndentLevel: (target) =>
      shared(target, (sheetId, row, column) => target.book.engine.cells.look(sheetId, row, column).marks.indent ?? 0),
    ColumnWidth: (target) => lineSize(target, 'column'),
    RowHeight: (target) => lineSize(target, 'row'),
  },
  set: {
    HorizontalAlignment: (target, value) => change(target, { horizontalAlignment: oneOf(value, HORIZONTAL_ALIGNMENTS) }),
    VerticalAlignment: (target, value) => change(target, { verticalAlignment: oneOf(value, VERTICAL_ALIGNMENTS) }),
    WrapText: (target, value) => change(target, { wrapText: flag(value) }),
    TextOrientation: (target, value) => change(target, { textOrientation: integer(value) }),
    IndentLevel: (target, value) => {
      if (integer(value) < 0 || integer(value) > 250) throw hostError('InvalidArgument');
      mark(target, { indent: integer(value) }, false);
    },
    ColumnWidth: (target, value) => setLineSize(target, 'column', value),
    RowHeight: (target, value) => setLineSize(target, 'row', value),
  },
  links: {
    Fill: (target) => fillObject(ownerOf(target)),
    Font: (target) => fontObject(ownerOf(target)),
    Borders: (target) => rangeBordersObject(target),
    Protection: (target) => lockObject(target),
  },
  call: {
    AutofitColumns: (target) => {
      for (const area of areasOf(target)) autofitColumns(target.book, area);
    },
    AutofitRows: (target) => {
      for (const area of areasOf(target)) autofitRows(target.book, area);
    },
  },
});

