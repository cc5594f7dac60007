/** A cell or block position, 0-based. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** Asked for with every address of a workbook. */
const lettersOf: string[] = [];

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(column: number): string {
  return (lettersOf[column] ??= spelledOut(column));
}

function spelledOut(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A → 0; null when it is no column of Excel's grid. */
export function columnNumber(letters: string): number | null {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return null;
  const number = [...letters.toUpperCase()].reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0);
  return number <= MAX_COLUMNS ? number - 1 : null;
}

/** B5 for (4, 1). */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

export function absoluteAddress(row: number, column: number): string {
  return `$${columnLetters(column)}$${row + 1}`;
}

export interface BlockPosition extends Position {
  readonly rowCount: number;
  readonly columnCount: number;
}

/** B5:D9, or B5 for a single cell. */
export function blockAddress(block: BlockPosition): string {
  const first = cellAddress(block.row, block.column);
  if (block.rowCount === 1 && block.columnCount === 1) return first;
  return `${first}:${cellAddress(block.row + block.rowCount - 1, block.column + block.columnCount - 1)}`;
}

/** $B$5:$D$9, or $B$5. */
export function absoluteBlock(block: BlockPosition): string {
  const first = absoluteAddress(block.row, block.column);
  if (block.rowCount === 1 && block.columnCount === 1) return first;
  return `${first}:${absoluteAddress(block.row + block.rowCount - 1, block.column + block.columnCount - 1)}`;
}

/** Sheet name as it must stand before `!`: quoted unless it is plain letters and Chinese. */
export function quoteSheet(name: string): string {
  return /^[A-Za-z_\u4e00-\u9fff][A-Za-z0-9_\u4e00-\u9fff]*$/.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) && !/^[Rr]\d*([Cc]\d*)?$/.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;
}

/** Position of an A1 address with or without `$`, whole blocks included; null for anything else, also off the grid. */
export function parseBlock(address: string): BlockPosition | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/.exec(address.trim());
  if (!match) return null;
  const column = columnNumber(match[1] ?? '');
  const row = Number(match[2]) - 1;
  const lastColumn = match[3] === undefined ? column : columnNumber(match[3]);
  const lastRow = match[4] === undefined ? row : Number(match[4]) - 1;
  if (column === null || lastColumn === null || row < 0 || lastRow >= MAX_ROWS || lastRow < row || lastColumn < column) return null;
  return { row, column, rowCount: lastRow - row + 1, columnCount: lastColumn - column + 1 };
}

/** Splits `='收入 表'!$B$5:$C$6` into sheet and block; null when it is not one plain reference (#REF!, a constant, a union). */
export function parseReference(reference: string): { readonly sheet: string; readonly block: BlockPosition } | null {
  const match = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?)$/.exec(reference.trim());
  if (!match) return null;
  const block = parseBlock(match[3] ?? '');
  const sheet = match[1]?.replaceAll("''", "'") ?? match[2];
  return block && sheet !== undefined ? { sheet, block } : null;
}
