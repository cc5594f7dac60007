import { resolveAddress } from '../addressing';
import type { Book } from '../book';
import { copySheet } from '../copySheet';
import { type Visibility } from '../engine/sheets';
import { normalColor } from '../engine/styles';
import { MAX_COLUMNS, MAX_ROWS, type Area } from '../grid';
import { hostError } from '../hostError';
import { flag, integer, oneOf, optionalText, text } from './arguments';
import { autoFilterObject } from './autoFilter';
import { freezePanesObject } from './freezePanes';
import { type Argument, type HostObject, NULL_OBJECT, describe, isHostObject } from './hostObject';
import { namesObject } from './names';
import { pageLayoutObject } from './pageLayout';
import { rangeOf } from './range';
import { rangeAreasOf, resolveAreas } from './rangeAreas';
import { requireSheetName } from './sheetName';
import { worksheetProtectionObject } from './worksheetProtection';

export interface SheetTarget {
  readonly book: Book;
  readonly sheetId: string;
}

/** The id of a sheet that still exists. */
export function sheetIn({ book, sheetId }: SheetTarget): string {
  if (!book.engine.sheets.exists(sheetId)) throw hostError('ItemNotFound');
  return sheetId;
}

export const wholeSheet = (sheetId: string): Area => ({ sheetId, row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS });

const visible = ({ book }: SheetTarget): string[] =>
  book.engine.sheets.ids().filter((id) => book.engine.sheets.visibility(id) === 'Visible');

function setVisibility(target: SheetTarget, visibility: Visibility): void {
  const sheetId = sheetIn(target);
  target.book.protection.requireStructure();
  if (visibility !== 'Visible' && visible(target).every((id) => id === sheetId)) {
    throw hostError('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
  }
  target.book.engine.sheets.setVisibility(sheetId, visibility);
}

function remove(target: SheetTarget): void {
  const sheetId = sheetIn(target);
  const { book } = target;
  book.protection.requireStructure();
  if (book.engine.sheets.visibility(sheetId) === 'VeryHidden') throw hostError('InvalidOperation');
  if (visible(target).every((id) => id === sheetId)) {
    throw hostError('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
  }
  book.engine.sheets.remove(sheetId);
}

const POSITIONS = ['None', 'Before', 'After', 'Beginning', 'End'];

/** Without a position the copy becomes the first sheet. */
function copy(target: SheetTarget, positionType?: Argument, relativeTo?: Argument): HostObject {
  const { book } = target;
  const { sheets } = book.engine;
  const at = positionType === undefined || positionType === null ? 'None' : oneOf(positionType, POSITIONS);
  const neighbourId = at === 'Before' || at === 'After' ? sheetIdOf(relativeTo) : null;
  const made = copySheet(book, sheetIn(target));
  const last = sheets.ids().length - 1;
  const beside = neighbourId === null ? 0 : sheets.position(neighbourId);
  const position = at === 'End' ? last : at === 'Before' ? beside : at === 'After' ? beside + 1 : 0;
  if (position !== last) sheets.reposition(made, position);
  return worksheetObject({ book, sheetId: made });
}

function sheetIdOf(argument: Argument | undefined): string {
  const id = isHostObject(argument) && argument.className === 'Worksheet' ? argument.identity()['Id'] : undefined;
  if (typeof id !== 'string') throw hostError('InvalidArgument');
  return id;
}

function used(target: SheetTarget, valuesOnly: boolean): HostObject {
  const area = target.book.engine.cells.used(wholeSheet(sheetIn(target)), valuesOnly);
  return area ? rangeOf(target.book, area) : NULL_OBJECT;
}

/** The sheet before or after, optionally among visible ones only. */
function neighbour(target: SheetTarget, step: 1 | -1, visibleOnly: boolean): HostObject {
  const ids = target.book.engine.sheets.ids();
  const shown = visible(target);
  for (let at = ids.indexOf(sheetIn(target)) + step; at >= 0 && at < ids.length; at += step) {
    const id = ids[at];
    if (id !== undefined && (!visibleOnly || shown.includes(id))) return worksheetObject({ book: target.book, sheetId: id });
  }
  return NULL_OBJECT;
}

function required(found: HostObject): HostObject {
  if (found.isNull) throw hostError('ItemNotFound');
  return found;
}

export const worksheetObject: (target: SheetTarget) => HostObject = describe<SheetTarget>({
  name: 'Worksheet',
  identity: (target) => ({ Id: sheetIn(target) }),
  get: {
    Id: (target) => sheetIn(target),
    Name: (target) => target.book.engine.sheets.name(sheetIn(target)),
    Position: (target) => target.book.engine.sheets.position(sheetIn(target)),
    Visibility: (target) => target.book.engine.sheets.visibility(sheetIn(target)),
    TabColor: (target) => target.book.engine.sheets.tabColor(sheetIn(target)),
    ShowGridlines: (target) => target.book.engine.sheets.gridlines(sheetIn(target)),
    EnableCalculation: (target) => target.book.calculates(sheetIn(target)),
    StandardHeight: () => 14.25,
    StandardWidth: () => 8.38,
  },
  set: {
    Name: (target, value) => {
      const sheetId = sheetIn(target);
      target.book.protection.requireStructure();
      target.book.engine.sheets.rename(sheetId, requireSheetName(target.book, text(value), sheetId));
    },
    Position: (target, value) => {
      target.book.protection.requireStructure();
      const position = integer(value);
      if (position < 0 || position >= target.book.engine.sheets.ids().length) throw hostError('InvalidArgument');
      target.book.engine.sheets.reposition(sheetIn(target), position);
    },
    Visibility: (target, value) => setVisibility(target, oneOf(value, ['Visible', 'Hidden', 'VeryHidden']) as Visibility),
    TabColor: (target, value) => {
      const color = value === '' ? '' : normalColor(text(value));
      if (color === null) throw hostError('InvalidArgument');
      target.book.engine.sheets.setTabColor(sheetIn(target), color);
    },
    // Office.js reads it as ShowGridlines and writes it as Gridlines.
    Gridlines: (target, value) => target.book.engine.sheets.setGridlines(sheetIn(target), flag(value)),
    EnableCalculation: (target, value) => target.book.setCalculates(sheetIn(target), flag(value)),
  },
  links: {
    AutoFilter: (target) => autoFilterObject({ book: target.book, sheetId: sheetIn(target) }),
    Names: (target) => namesObject({ book: target.book, sheetId: sheetIn(target) }),
    Protection: (target) => worksheetProtectionObject({ book: target.book, sheetId: sheetIn(target) }),
    FreezePanes: (target) => freezePanesObject({ book: target.book, sheetId: sheetIn(target) }),
    PageLayout: (target) => pageLayoutObject({ book: target.book, sheetId: sheetIn(target) }),
  },
  call: {
    Activate: (target) => {
      const sheetId = sheetIn(target);
      if (target.book.engine.sheets.visibility(sheetId) !== 'Visible') throw hostError('InvalidOperation');
      target.book.engine.sheets.activate(sheetId);
    },
    Calculate: () => undefined,
    Copy: copy,
    Delete: remove,
    GetCell: (target, row, column) => {
      const at = { sheetId: sheetIn(target), row: integer(row), column: integer(column), rows: 1, columns: 1 };
      if (at.row < 0 || at.column < 0 || at.row >= MAX_ROWS || at.column >= MAX_COLUMNS) throw hostError('InvalidArgument');
      return rangeOf(target.book, at);
    },
    GetRange: (target, address) => {
      const sheetId = sheetIn(target);
      const wanted = optionalText(address);
      return rangeOf(target.book, wanted === '' ? wholeSheet(sheetId) : resolveAddress(target.book, sheetId, wanted));
    },
    GetRangeByIndexes: (target, row, column, rows, columns) => {
      const area = { sheetId: sheetIn(target), row: integer(row), column: integer(column), rows: integer(rows), columns: integer(columns) };
      const outside = area.row < 0 || area.column < 0 || area.row + area.rows > MAX_ROWS || area.column + area.columns > MAX_COLUMNS;
      if (outside || area.rows < 1 || area.columns < 1) throw hostError('InvalidArgument');
      return rangeOf(target.book, area);
    },
    GetRanges: (target, address) => {
      const sheetId = sheetIn(target);
      const wanted = optionalText(address);
      return rangeAreasOf(target.book, wanted === '' ? [wholeSheet(sheetId)] : resolveAreas(target.book, sheetId, wanted));
    },
    // Excel answers A1 for an empty sheet here, and a null object only with …OrNullObject.
    GetUsedRange: (target, valuesOnly) => {
      const found = used(target, flag(valuesOnly, false));
      return found.isNull ? rangeOf(target.book, { sheetId: sheetIn(target), row: 0, column: 0, rows: 1, columns: 1 }) : found;
    },
    GetUsedRangeOrNullObject: (target, valuesOnly) => used(target, flag(valuesOnly, false)),
    GetNext: (target, visibleOnly) => required(neighbour(target, 1, flag(visibleOnly, false))),
    GetNextOrNullObject: (target, visibleOnly) => neighbour(target, 1, flag(visibleOnly, false)),
    GetPrevious: (target, visibleOnly) => required(neighbour(target, -1, flag(visibleOnly, false))),
    GetPreviousOrNullObject: (target, visibleOnly) => neighbour(target, -1, flag(visibleOnly, false)),
  },
});
