import type { Book } from '../book';
import { hostError } from '../hostError';
import { flag, optionalText, text } from './arguments';
import { type Argument, type HostObject, NULL_OBJECT, describe } from './hostObject';
import { requireSheetName } from './sheetName';
import { worksheetObject } from './worksheet';

interface SheetsTarget {
  readonly book: Book;
}

function idsOf({ book }: SheetsTarget, visibleOnly: boolean): string[] {
  const ids = book.engine.sheets.ids();
  return visibleOnly ? ids.filter((id) => book.engine.sheets.visibility(id) === 'Visible') : ids;
}

/** A sheet by id or name. */
function find({ book }: SheetsTarget, key: Argument | undefined): HostObject {
  const wanted = text(key);
  const id = book.engine.sheets.exists(wanted) ? wanted : book.engine.sheets.find(wanted);
  return id === null ? NULL_OBJECT : worksheetObject({ book, sheetId: id });
}

function freeName({ book }: SheetsTarget): string {
  for (let number = 1; ; number++) if (book.engine.sheets.find(`Sheet${number}`) === null) return `Sheet${number}`;
}

function required(found: HostObject): HostObject {
  if (found.isNull) throw hostError('ItemNotFound');
  return found;
}

export const worksheetsObject = describe<SheetsTarget>({
  name: 'WorksheetCollection',
  items: (target) => idsOf(target, false).map((sheetId) => worksheetObject({ book: target.book, sheetId })),
  call: {
    Add: (target, name) => {
      const { book } = target;
      book.protection.requireStructure();
      const wanted = optionalText(name);
      const accepted = wanted === '' ? freeName(target) : requireSheetName(book, wanted, null);
      return worksheetObject({ book, sheetId: book.engine.sheets.add(accepted) });
    },
    GetActiveWorksheet: ({ book }) => worksheetObject({ book, sheetId: book.engine.sheets.active() }),
    GetCount: (target, visibleOnly) => idsOf(target, flag(visibleOnly, false)).length,
    GetFirst: (target, visibleOnly) => worksheetObject({ book: target.book, sheetId: idsOf(target, flag(visibleOnly, false))[0] ?? '' }),
    GetLast: (target, visibleOnly) => worksheetObject({ book: target.book, sheetId: idsOf(target, flag(visibleOnly, false)).at(-1) ?? '' }),
    GetItem: (target, key) => required(find(target, key)),
    GetItemOrNullObject: (target, key) => find(target, key),
  },
});
