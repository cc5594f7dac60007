import { fullAddress } from '../addressing';
import type { AreaRef, Book } from '../book';
import type { Cell } from '../engine/cells';
import { displayText } from '../engine/numberFormat';
import { type Area, MAX_COLUMNS, MAX_ROWS, isEntireColumn, isEntireRow } from '../grid';
import { hostError } from '../hostError';
import { writeCells, writeNumberFormats } from '../writing';
import { flag, object } from './arguments';
import { conditionalFormatsObject } from './conditionalFormat';
import { dataValidationObject } from './dataValidation';
import { type Argument, type HostObject, describe } from './hostObject';
import type { Json } from './json';
import { rangeActions } from './rangeActions';
import { rangeFormatObject, sharedStyle, setStyle } from './rangeFormat';
import { rangeMoves } from './rangeMoves';
import { worksheetObject } from './worksheet';

/** A range the add-in holds; it follows its cells. */
export interface RangeTarget {
  readonly book: Book;
  readonly ref: AreaRef;
}

export const areaIn = ({ book, ref }: RangeTarget): Area => book.where(ref);

/** The range object of an area. */
export const rangeOf = (book: Book, area: Area): HostObject => rangeObject({ book, ref: book.follow(area) });

/** The range another range object stands for; InvalidArgument when the argument is none. */
export function rangeArgument(book: Book, sheetId: string, value: Argument | undefined, resolve: (text: string) => Area): Area {
  if (typeof value === 'string') return resolve(value);
  const target = (value as HostObject | null | undefined)?.target as RangeTarget | null | undefined;
  if (!target || !('ref' in target)) throw hostError('InvalidArgument');
  return target.book === book ? areaIn(target) : { ...areaIn(target), sheetId };
}

const readable = (area: Area): boolean => !isEntireRow(area) && !isEntireColumn(area);

/** A value per cell, or null for whole rows and columns, as Excel answers. */
function table(target: RangeTarget, read: (row: number, column: number, area: Area) => Json): Json {
  const area = areaIn(target);
  if (!readable(area) || area.rows * area.columns > target.book.faults.tableLimit) return null;
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (__, column) => read(area.row + row, area.column + column, area)),
  );
}

const cellAt = ({ book }: RangeTarget, area: Area, row: number, column: number): Cell =>
  book.engine.cells.read(area.sheetId, row, column);

const formulaText = (cell: Cell): Json => cell.formula ?? cell.value ?? '';

function sameForAll<T>(area: Area, dimension: 'rows' | 'columns', read: (index: number) => T): T | null {
  const start = dimension === 'rows' ? area.row : area.column;
  const count = Math.min(dimension === 'rows' ? area.rows : area.columns, 2_000);
  const first = read(start);
  for (let index = start + 1; index < start + count; index++) if (read(index) !== first) return null;
  return first;
}

function hideLines(target: RangeTarget, dimension: 'rows' | 'columns', value: Argument): void {
  const area = areaIn(target);
  target.book.protection.require(area.sheetId, dimension === 'rows' ? 'allowFormatRows' : 'allowFormatColumns');
  target.book.engine.layout.setHidden(area, dimension, flag(value));
}

function setHyperlink(target: RangeTarget, value: Argument): void {
  const link = object(value);
  const area = areaIn(target);
  target.book.protection.require(area.sheetId, 'allowInsertHyperlinks');
  const part = (key: string): Record<string, string> => (typeof link[key] === 'string' ? { [key]: link[key] } : {});
  const hyperlink = { ...part('address'), ...part('documentReference'), ...part('screenTip'), ...part('textToDisplay') };
  const shown = link['textToDisplay'];
  const changes = [];
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      const content = typeof shown === 'string' ? { content: { value: shown } } : {};
      changes.push({ row, column, marks: { hyperlink }, format: { fontColor: '#0563C1', underline: 'Single' as const }, ...content });
    }
  }
  target.book.engine.cells.write(area.sheetId, changes);
}

const points = (pixels: number): number => (pixels * 3) / 4;

const sum = (count: number, read: (index: number) => number): number => {
  let total = 0;
  for (let index = 0; index < count; index++) total += read(index);
  return total;
};

export const rangeObject: (target: RangeTarget) => HostObject = describe<RangeTarget>({
  name: 'Range',
  get: {
    Address: (target) => fullAddress(target.book, areaIn(target)),
    AddressLocal: (target) => fullAddress(target.book, areaIn(target)),
    RowIndex: (target) => areaIn(target).row,
    ColumnIndex: (target) => areaIn(target).column,
    RowCount: (target) => areaIn(target).rows,
    ColumnCount: (target) => areaIn(target).columns,
    CellCount: (target) => {
      const count = areaIn(target).rows * areaIn(target).columns;
      return count > 2_147_483_647 ? -1 : count;
    },
    IsEntireRow: (target) => isEntireRow(areaIn(target)),
    IsEntireColumn: (target) => isEntireColumn(areaIn(target)),
    Values: (target) => table(target, (row, column, area) => cellAt(target, area, row, column).value ?? ''),
    Formulas: (target) => table(target, (row, column, area) => formulaText(cellAt(target, area, row, column))),
    FormulasLocal: (target) => table(target, (row, column, area) => formulaText(cellAt(target, area, row, column))),
    Text: (target) =>
      table(target, (row, column, area) =>
        displayText(cellAt(target, area, row, column), target.book.engine.cells.format(area.sheetId, row, column).numberFormat),
      ),
    ValueTypes: (target) => table(target, (row, column, area) => cellAt(target, area, row, column).type),
    NumberFormat: (target) => table(target, (row, column, area) => target.book.engine.cells.format(area.sheetId, row, column).numberFormat),
    NumberFormatLocal: (target) =>
      table(target, (row, column, area) => {
        const format = target.book.engine.cells.format(area.sheetId, row, column).numberFormat;
        return format === 'General' ? 'G/通用格式' : format;
      }),
    Hidden: (target) => {
      const rows = sameForAll(areaIn(target), 'rows', (row) => target.book.engine.layout.row(areaIn(target).sheetId, row).hidden);
      const columns = sameForAll(areaIn(target), 'columns', (column) => target.book.engine.layout.column(areaIn(target).sheetId, column).hidden);
      return rows === true || columns === true ? true : rows === null || columns === null ? null : false;
    },
    RowHidden: (target) => sameForAll(areaIn(target), 'rows', (row) => target.book.engine.layout.row(areaIn(target).sheetId, row).hidden),
    ColumnHidden: (target) =>
      sameForAll(areaIn(target), 'columns', (column) => target.book.engine.layout.column(areaIn(target).sheetId, column).hidden),
    Style: ({ book, ref }) => sharedStyle({ book, refs: [ref] }),
    Hyperlink: (target) => {
      const { sheetId, row, column } = areaIn(target);
      const { cells } = target.book.engine;
      return cells.marks(cells.raw(sheetId, row, column)).hyperlink ?? null;
    },
    Top: (target) => points(sum(areaIn(target).row, (row) => target.book.engine.layout.rowHeight(areaIn(target).sheetId, row))),
    Left: (target) => points(sum(areaIn(target).column, (column) => target.book.engine.layout.columnWidth(areaIn(target).sheetId, column))),
    Height: (target) => {
      const { sheetId, row, rows } = areaIn(target);
      return rows === MAX_ROWS ? null : points(sum(rows, (index) => target.book.engine.layout.rowHeight(sheetId, row + index)));
    },
    Width: (target) => {
      const { sheetId, column, columns } = areaIn(target);
      return columns === MAX_COLUMNS ? null : points(sum(columns, (index) => target.book.engine.layout.columnWidth(sheetId, column + index)));
    },
  },
  set: {
    Values: (target, value) => writeCells(target.book, areaIn(target), value),
    Formulas: (target, value) => writeCells(target.book, areaIn(target), value),
    FormulasLocal: (target, value) => writeCells(target.book, areaIn(target), value),
    NumberFormat: (target, value) => writeNumberFormats(target.book, areaIn(target), value),
    NumberFormatLocal: (target, value) => writeNumberFormats(target.book, areaIn(target), value),
    RowHidden: (target, value) => hideLines(target, 'rows', value),
    ColumnHidden: (target, value) => hideLines(target, 'columns', value),
    Hyperlink: setHyperlink,
    Style: ({ book, ref }, value) => setStyle({ book, refs: [ref] }, value),
  },
  links: {
    Worksheet: ({ book, ref }) => worksheetObject({ book, sheetId: book.where(ref).sheetId }),
    Format: ({ book, ref }) => rangeFormatObject({ book, refs: [ref] }),
    DataValidation: ({ book, ref }) => dataValidationObject({ book, refs: [ref] }),
    ConditionalFormats: ({ book, ref }) => conditionalFormatsObject({ book, refs: [ref] }),
  },
  call: {
    ...rangeMoves,
    ...rangeActions,
    _ValidateArraySize: (target, rows, columns) => {
      const area = areaIn(target);
      if (area.rows !== rows || area.columns !== columns) {
        throw hostError('InvalidArgument', "The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
      }
    },
  },
});

