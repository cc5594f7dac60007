import { columnLetters, columnNumber } from '../../values/address';

/** A reference to one cell, with or without a sheet, apart. */
interface Cell {
  readonly sheet: string;
  readonly fixedColumn: string;
  readonly column: number;
  readonly fixedRow: string;
  readonly row: number;
}

const CELL = /^(.*!)?(\$?)([A-Z]{1,3})(\$?)(\d+)$/s;

/** References as they stand, with cells that follow each other in a row or column written as one range: B5, B6, B7 is B5:B7. */
export function ranges(references: readonly string[]): readonly string[] {
  const pieces: { first: Cell | null; last: Cell | null; text: string }[] = [];
  for (const reference of references) {
    const cell = cellOf(reference);
    const open = pieces.at(-1);
    if (cell && open?.first && open.last && follows(open.first, open.last, cell)) {
      open.last = cell;
      open.text = `${open.first.sheet}${address(open.first)}:${address(cell)}`;
    } else {
      pieces.push({ first: cell, last: cell, text: reference });
    }
  }
  return pieces.map(({ text }) => text);
}

/** The same for functions that do not mind the order, as a list of arguments: few ranges by rows or by columns. */
export function anyOrder(references: readonly string[]): string {
  const cells = references.map(cellOf);
  if (!cells.every((cell) => cell !== null)) return ranges(references).join(',');
  const written = (a: Cell): string => `${a.sheet}${address(a)}`;
  const sorted = (by: (a: Cell, b: Cell) => number): string =>
    ranges([...cells].sort((a, b) => a.sheet.localeCompare(b.sheet) || by(a, b)).map(written)).join(',');
  return [ranges(references).join(','), sorted((a, b) => a.row - b.row || a.column - b.column), sorted((a, b) => a.column - b.column || a.row - b.row)]
    .reduce((shortest, text) => (text.length < shortest.length ? text : shortest));
}

/** Whether a piece is a range of several cells. */
export function isRange(piece: string): boolean {
  return /:\$?[A-Z]{1,3}\$?\d+$/.test(piece);
}

function cellOf(reference: string): Cell | null {
  const [, sheet = '', fixedColumn = '', letters = '', fixedRow = '', digits = ''] = CELL.exec(reference) ?? [];
  const column = columnNumber(letters);
  return column === null ? null : { sheet, fixedColumn, column, fixedRow, row: Number(digits) };
}

function follows(first: Cell, last: Cell, next: Cell): boolean {
  if (next.sheet !== last.sheet || next.fixedColumn !== last.fixedColumn || next.fixedRow !== last.fixedRow) return false;
  const down = next.column === last.column && next.row === last.row + 1 && first.column === last.column;
  const right = next.row === last.row && next.column === last.column + 1 && first.row === last.row;
  return down || right;
}

function address({ fixedColumn, column, fixedRow, row }: Cell): string {
  return `${fixedColumn}${columnLetters(column)}${fixedRow}${row}`;
}
