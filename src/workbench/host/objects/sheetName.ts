import type { Book } from '../book';
import { hostError } from '../hostError';

/** The name when Excel accepts it for a sheet: 1 to 31 characters, none of \ / ? * [ ] :, no apostrophe at the ends, unused. */
export function requireSheetName(book: Book, name: string, sheetId: string | null): string {
  const allowed = name.length >= 1 && name.length <= 31 && !/[\\/?*[\]:]/.test(name) && !/^'|'$/.test(name);
  if (!allowed) throw hostError('InvalidArgument');
  const existing = book.engine.sheets.find(name);
  if (existing !== null && existing !== sheetId) throw hostError('ItemAlreadyExists');
  return name;
}
