import type { Book } from './book';
import { displayText } from './engine/numberFormat';
import type { Area } from './grid';

/** Chinese characters are about twice as wide as Latin ones; close enough for a page that is only tried out. */
export const textWidth = (text: string): number =>
  [...text].reduce((width, letter) => width + ((letter.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);

const PADDING = 8;

function shown(book: Book, sheetId: string, row: number, column: number): { text: string; size: number; wraps: boolean } {
  const format = book.engine.cells.format(sheetId, row, column);
  const text = displayText(book.engine.cells.read(sheetId, row, column), format.numberFormat);
  return { text, size: format.fontSize, wraps: format.wrapText };
}

/** Makes columns as wide as their longest line of text. */
export function autofitColumns(book: Book, area: Area): void {
  book.protection.require(area.sheetId, 'allowFormatColumns');
  const widths = new Map<number, number>();
  for (const [row, column] of book.engine.cells.stored(area)) {
    const { text, size } = shown(book, area.sheetId, row, column);
    const longest = Math.max(0, ...text.split('\n').map(textWidth));
    if (longest > 0) widths.set(column, Math.max(widths.get(column) ?? 0, longest * size * 0.66 + PADDING));
  }
  for (const [column, width] of widths) book.engine.layout.setColumnWidth({ ...area, column, columns: 1 }, Math.round(width));
}

/** Makes rows as high as their wrapped texts need at the present column widths. */
export function autofitRows(book: Book, area: Area): void {
  book.protection.require(area.sheetId, 'allowFormatRows');
  const heights = new Map<number, number>();
  for (const [row, column] of book.engine.cells.stored(area)) {
    const { text, size, wraps } = shown(book, area.sheetId, row, column);
    const room = (book.engine.layout.columnWidth(area.sheetId, column) - PADDING) / (size * 0.66);
    const lines = wraps ? text.split('\n').reduce((count, line) => count + Math.max(1, Math.ceil(textWidth(line) / room)), 0) : 1;
    heights.set(row, Math.max(heights.get(row) ?? 0, Math.round(lines * size * 1.73)));
  }
  for (const [row, height] of heights) book.engine.layout.setRowHeight({ ...area, row, rows: 1 }, Math.max(19, Math.min(height, 545)));
}
