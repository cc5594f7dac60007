import { fullAddress, resolveAddress } from '../addressing';
import type { AreaRef, Book } from '../book';
import { type CopyKind, copyCells } from '../copying';
import { type Area, MAX_COLUMNS, MAX_ROWS, isEntireColumn, isEntireRow } from '../grid';
import { hostError } from '../hostError';
import { type ClearKind, clear } from '../writing';
import { flag, integer, oneOf } from './arguments';
import { conditionalFormatsObject } from './conditionalFormat';
import { dataValidationObject } from './dataValidation';
import { type HostObject, NULL_OBJECT, describe } from './hostObject';
import { rangeArgument, rangeObject } from './range';
import { rangeFormatObject, sharedStyle, setStyle } from './rangeFormat';
import { worksheetObject } from './worksheet';

/** Several areas of one sheet, in the order in which they were named. */
export interface AreasTarget {
  readonly book: Book;
  readonly refs: readonly AreaRef[];
}

export const areasIn = ({ book, refs }: AreasTarget): Area[] => refs.map((ref) => book.where(ref));

export const rangeAreasOf = (book: Book, areas: readonly Area[]): HostObject =>
  rangeAreasObject({ book, refs: areas.map((area) => book.follow(area)) });

/** The areas of `A1:B2,D4`; InvalidArgument when the list is empty, too long or lies on several sheets. */
export function resolveAreas(book: Book, sheetId: string, address: string): Area[] {
  if (address.length > 8_192) throw hostError('InvalidArgument', 'The address is longer than 8,192 characters.');
  const areas = address.split(',').map((part) => resolveAddress(book, sheetId, part.trim()));
  if (areas.some((area) => area.sheetId !== sheetId)) throw hostError('InvalidArgument');
  return areas;
}

const firstSheet = (target: AreasTarget): string => {
  const [first] = areasIn(target);
  if (!first) throw hostError('InvalidReference');
  return first.sheetId;
};

const rangesObject = describe<AreasTarget>({
  name: 'RangeCollection',
  items: ({ book, refs }) => refs.map((ref) => rangeObject({ book, ref })),
  call: {
    GetCount: ({ refs }) => refs.length,
    GetItemAt: ({ book, refs }, index) => {
      const ref = refs[integer(index)];
      if (!ref) throw hostError('InvalidArgument');
      return rangeObject({ book, ref });
    },
  },
});

function usedAreas(target: AreasTarget, valuesOnly: boolean): HostObject {
  const found = areasIn(target).flatMap((area) => target.book.engine.cells.used(area, valuesOnly) ?? []);
  return found.length > 0 ? rangeAreasOf(target.book, found) : NULL_OBJECT;
}

export const rangeAreasObject: (target: AreasTarget) => HostObject = describe<AreasTarget>({
  name: 'RangeAreas',
  get: {
    Address: (target) => areasIn(target).map((area) => fullAddress(target.book, area)).join(','),
    AddressLocal: (target) => areasIn(target).map((area) => fullAddress(target.book, area)).join(','),
    AreaCount: ({ refs }) => refs.length,
    CellCount: (target) => areasIn(target).reduce((count, area) => count + area.rows * area.columns, 0),
    IsEntireColumn: (target) => areasIn(target).every(isEntireColumn),
    IsEntireRow: (target) => areasIn(target).every(isEntireRow),
    Style: (target) => sharedStyle(target),
  },
  set: { Style: (target, value) => setStyle(target, value) },
  links: {
    Areas: (target) => rangesObject(target),
    Format: (target) => rangeFormatObject(target),
    DataValidation: (target) => dataValidationObject(target),
    ConditionalFormats: (target) => conditionalFormatsObject(target),
    Worksheet: (target) => worksheetObject({ book: target.book, sheetId: firstSheet(target) }),
  },
  call: {
    Clear: (target, kind) => {
      const wanted = oneOf(kind, ['All', 'Formats', 'Contents', 'Hyperlinks', 'RemoveHyperlinks'], 'All') as ClearKind;
      for (const area of areasIn(target)) clear(target.book, area, wanted);
    },
    CopyFrom: (target, source, kind, skipBlanks, transpose) => {
      const { book } = target;
      const from = rangeArgument(book, firstSheet(target), source, (text) => resolveAddress(book, firstSheet(target), text));
      const wanted = oneOf(kind, ['All', 'Formulas', 'Values', 'Formats', 'Link'], 'All') as CopyKind;
      for (const area of areasIn(target)) copyCells(book, from, area, wanted, flag(skipBlanks, false), flag(transpose, false));
    },
    GetEntireRow: (target) => rangeAreasOf(target.book, areasIn(target).map((area) => ({ ...area, column: 0, columns: MAX_COLUMNS }))),
    GetEntireColumn: (target) => rangeAreasOf(target.book, areasIn(target).map((area) => ({ ...area, row: 0, rows: MAX_ROWS }))),
    GetOffsetRangeAreas: (target, rows, columns) =>
      rangeAreasOf(target.book, areasIn(target).map((area) => ({ ...area, row: area.row + integer(rows), column: area.column + integer(columns) }))),
    GetUsedRangeAreasOrNullObject: (target, valuesOnly) => usedAreas(target, flag(valuesOnly, false)),
    Calculate: () => undefined,
  },
});

