import type { Book } from './book';
import { type Area, localAddress, parseAddress, quoteSheetName } from './grid';
import { hostError } from './hostError';

/** The area an address or a defined name means; `sheetId` is where addresses without a sheet lie. */
export function resolveAddress(book: Book, sheetId: string, address: string): Area {
  const parsed = parseAddress(address);
  if (parsed) {
    const named = parsed.sheetName === null ? sheetId : book.engine.sheets.find(parsed.sheetName);
    if (named === null) throw hostError('InvalidArgument');
    return { sheetId: named, ...parsed.area };
  }
  const name = book.engine.names.find(sheetId, address) ?? book.engine.names.find(null, address);
  const area = name && namedArea(book, name.refersTo);
  if (!area) throw hostError('InvalidArgument', 'The argument is invalid or missing or has an incorrect format.');
  return area;
}

/** The area a name refers to, or null when it holds a constant, a formula or a lost reference. */
export function namedArea(book: Book, refersTo: string): Area | null {
  const parsed = parseAddress(refersTo);
  if (!parsed || parsed.sheetName === null) return null;
  const sheetId = book.engine.sheets.find(parsed.sheetName);
  return sheetId === null ? null : { sheetId, ...parsed.area };
}

/** `收入!A1:B2`; with `absolute`, `收入!$A$1:$B$2`. */
export const fullAddress = (book: Book, area: Area, absolute = false): string =>
  `${quoteSheetName(book.engine.sheets.name(area.sheetId))}!${localAddress(area, absolute)}`;
