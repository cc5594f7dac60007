import type { Book } from './book';
import { type Area, MAX_COLUMNS, MAX_ROWS } from './grid';
import { hostError } from './hostError';

/**
 * Copies a sheet behind the last one, as Excel's 移动或复制 does: cells, looks, sizes, merges, frozen panes, gridlines, page set-up, validation
 * and conditional formats. The copy is called 收入 (2), and is visible. Excel also copies protection, and gives the copy names of its own for
 * those that refer to the original; that is not played.
 */
export function copySheet(book: Book, sheetId: string): string {
  const { sheets, validations, conditionalFormats, names } = book.engine;
  book.protection.requireStructure();
  const original = sheets.name(sheetId);
  const isNamed = names.list(null).some(({ refersTo }) => refersTo.startsWith(`${original}!`) || refersTo.startsWith(`'${original.replaceAll("'", "''")}'!`));
  if (book.protection.isProtected(sheetId) || isNamed || names.list(sheetId).length > 0) {
    throw hostError('ApiNotFound', 'The workbench host does not copy sheets with protection or names.');
  }
  const { id: _id, name: _name, hidden: _hidden, ...content } = structuredClone(sheets.snapshot(sheetId));
  const copy = sheets.add(freeName(book, original), content);
  const whole: Area = { sheetId, row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };
  const moved = (areas: readonly Area[]): Area[] => areas.map((area) => ({ ...area, sheetId: copy }));
  for (const { validation, areas } of validations.within(whole)) validations.set(moved(areas), validation);
  for (const { id: _rule, ...rule } of conditionalFormats.within(whole)) conditionalFormats.add(copy, { ...rule, areas: moved(rule.areas) });
  book.setPage(copy, book.page(sheetId));
  book.setCalculates(copy, book.calculates(sheetId));
  return copy;
}

/** 收入 (2), or the first number that is free; the name is cut where it would become longer than Excel allows. */
function freeName(book: Book, original: string): string {
  for (let number = 2; ; number++) {
    const ending = ` (${number})`;
    const name = `${original.slice(0, 31 - ending.length)}${ending}`;
    if (book.engine.sheets.find(name) === null) return name;
  }
}
