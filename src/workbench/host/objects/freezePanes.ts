import { resolveAddress } from '../addressing';
import { MAX_COLUMNS, MAX_ROWS, isEntireColumn, isEntireRow } from '../grid';
import { hostError } from '../hostError';
import { integer } from './arguments';
import { type HostObject, NULL_OBJECT, describe } from './hostObject';
import { rangeArgument, rangeOf } from './range';
import type { SheetTarget } from './worksheet';

function location({ book, sheetId }: SheetTarget): HostObject {
  const { rows, columns } = book.engine.layout.frozen(sheetId);
  if (rows === 0 && columns === 0) return NULL_OBJECT;
  return rangeOf(book, { sheetId, row: 0, column: 0, rows: rows || MAX_ROWS, columns: columns || MAX_COLUMNS });
}

export const freezePanesObject = describe<SheetTarget>({
  name: 'WorksheetFreezePanes',
  call: {
    FreezeRows: ({ book, sheetId }, count) => book.engine.layout.freeze(sheetId, integer(count, 1), 0),
    FreezeColumns: ({ book, sheetId }, count) => book.engine.layout.freeze(sheetId, 0, integer(count, 1)),
    FreezeAt: ({ book, sheetId }, frozen) => {
      const area = rangeArgument(book, sheetId, frozen, (address) => resolveAddress(book, sheetId, address));
      const rows = isEntireColumn(area) ? 0 : area.row + area.rows;
      const columns = isEntireRow(area) ? 0 : area.column + area.columns;
      book.engine.layout.freeze(sheetId, rows, columns);
    },
    Unfreeze: ({ book, sheetId }) => book.engine.layout.freeze(sheetId, 0, 0),
    GetLocation: (target) => {
      const found = location(target);
      if (found.isNull) throw hostError('ItemNotFound');
      return found;
    },
    GetLocationOrNullObject: location,
  },
});
