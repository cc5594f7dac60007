import { hostError } from '../hostError';
import { describe } from './hostObject';
import type { SheetTarget } from './worksheet';

/** The filter a person set on a sheet. Which rows it hides is not played; that it is there is. */
export const autoFilterObject = describe<SheetTarget>({
  name: 'AutoFilter',
  get: {
    Enabled: ({ book, sheetId }) => book.filtered.has(sheetId),
    IsDataFiltered: ({ book, sheetId }) => book.filtered.has(sheetId),
  },
  call: {
    ClearCriteria: ({ book, sheetId }) => void book.filtered.delete(sheetId),
    Remove: ({ book, sheetId }) => void book.filtered.delete(sheetId),
    Apply: () => {
      throw hostError('NotImplemented');
    },
  },
});
