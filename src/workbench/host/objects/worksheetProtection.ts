import { NO_PERMISSIONS, type ProtectionOptions } from '../protectionState';
import { flag, oneOf, optionalObject, optionalText } from './arguments';
import { type Argument, describe } from './hostObject';
import type { SheetTarget } from './worksheet';

function readOptions(value: Argument | undefined): ProtectionOptions {
  const given = optionalObject(value);
  const permissions = Object.fromEntries(
    Object.entries(NO_PERMISSIONS)
      .filter(([key]) => key !== 'selectionMode')
      .map(([key]) => [key, flag(given[key], false)]),
  );
  return { ...NO_PERMISSIONS, ...permissions, selectionMode: oneOf(given['selectionMode'], ['Normal', 'Unlocked', 'None'], 'Normal') };
}

export const worksheetProtectionObject = describe<SheetTarget>({
  name: 'WorksheetProtection',
  get: {
    Protected: ({ book, sheetId }) => book.protection.isProtected(sheetId),
    Options: ({ book, sheetId }) => ({ ...(book.protection.options(sheetId) ?? NO_PERMISSIONS) }),
  },
  call: {
    Protect: ({ book, sheetId }, options, password) => {
      book.protection.protect(sheetId, readOptions(options), optionalText(password));
      book.engine.watch.tell({ kind: 'protection', sheetId, isProtected: true });
    },
    Unprotect: ({ book, sheetId }, password) => {
      if (!book.protection.unprotect(sheetId, optionalText(password))) return;
      book.engine.watch.tell({ kind: 'protection', sheetId, isProtected: false });
    },
  },
});
