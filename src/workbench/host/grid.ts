/** Areas of a sheet, A1 addresses, and how an area moves when rows, columns or cells are inserted or deleted. */

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** A rectangle of cells of one sheet; indexes count from 0. */
export interface Area {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export type Shift = 'Down' | 'Right' | 'Up' | 'Left';

/** Cells inserted (`Down`, `Right`) or deleted (`Up`, `Left`) at `area`. */
export interface Move {
  readonly area: Area;
  readonly shift: Shift;
}

export const isEntireRow = (area: Area): boolean => area.column === 0 && area.columns === MAX_COLUMNS;
export const isEntireColumn = (area: Area): boolean => area.row === 0 && area.rows === MAX_ROWS;
export const isSingleCell = (area: Area): boolean => area.rows === 1 && area.columns === 1;

/** `A`, `Z`, `AA` … for 0, 25, 26 … */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** A1 text of an area without its sheet: `B2`, `B2:C9`, `3:5`, `A:C`. */
export function localAddress(area: Area, absolute = false): string {
  const mark = absolute ? '$' : '';
  const row = (index: number): string => `${mark}${index + 1}`;
  const column = (index: number): string => `${mark}${columnLetters(index)}`;
  const lastRow = area.row + area.rows - 1;
  const lastColumn = area.column + area.columns - 1;
  if (isEntireRow(area)) return `${row(area.row)}:${row(lastRow)}`;
  if (isEntireColumn(area)) return `${column(area.column)}:${column(lastColumn)}`;
  const first = `${column(area.column)}${row(area.row)}`;
  return isSingleCell(area) ? first : `${first}:${column(lastColumn)}${row(lastRow)}`;
}

/** Sheet names Excel writes without quotes: letters, digits, `_` and `.`, not starting with a digit, not like a cell. */
export function quoteSheetName(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) && !/^[Rr][Cc]?\d*$/.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

export interface ParsedAddress {
  /** null when the address names no sheet. */
  readonly sheetName: string | null;
  readonly area: Omit<Area, 'sheetId'>;
}

const CORNER = /^\$?([A-Za-z]{1,3})?\$?(\d{1,7})?$/;

/** Reads `A1`, `$B$2:C9`, `3:5`, `A:C`, `'收入 表'!A1`, `A1:收入!B2` is refused; null when it is no address. */
export function parseAddress(text: string): ParsedAddress | null {
  const match = /^(?:(?:'((?:[^']|'')+)'|([^'!:]+))!)?([^!]+)$/.exec(text.trim().replace(/^=/, ''));
  if (!match) return null;
  const sheetName = match[1] !== undefined ? match[1].replaceAll("''", "'") : (match[2] ?? null);
  const parts = (match[3] ?? '').split(':');
  if (parts.length > 2) return null;
  const first = CORNER.exec(parts[0] ?? '');
  const second = parts.length === 2 ? CORNER.exec(parts[1] ?? '') : first;
  if (!first || !second) return null;
  const corner = (found: RegExpExecArray): { column: number | null; row: number | null } => ({
    column: found[1] === undefined ? null : columnIndex(found[1]),
    row: found[2] === undefined ? null : Number(found[2]) - 1,
  });
  const from = corner(first);
  const to = corner(second);
  if ((from.column === null) !== (to.column === null) || (from.row === null) !== (to.row === null)) return null;
  if (from.column === null && from.row === null) return null;
  if (parts.length === 1 && (from.column === null || from.row === null)) return null;
  const top = Math.min(from.row ?? 0, to.row ?? 0);
  const bottom = Math.max(from.row ?? MAX_ROWS - 1, to.row ?? MAX_ROWS - 1);
  const left = Math.min(from.column ?? 0, to.column ?? 0);
  const right = Math.max(from.column ?? MAX_COLUMNS - 1, to.column ?? MAX_COLUMNS - 1);
  if (top < 0 || left < 0 || bottom >= MAX_ROWS || right >= MAX_COLUMNS) return null;
  return { sheetName, area: { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 } };
}

export function intersect(a: Area, b: Area): Area | null {
  if (a.sheetId !== b.sheetId) return null;
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { sheetId: a.sheetId, row, column, rows, columns } : null;
}

export function contains(outer: Area, inner: Area): boolean {
  const common = intersect(outer, inner);
  return common !== null && common.rows === inner.rows && common.columns === inner.columns;
}

export function boundingArea(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    sheetId: a.sheetId,
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

/** The parts of `area` outside `hole` (0 to 4 rectangles). */
export function subtract(area: Area, hole: Area): Area[] {
  const common = intersect(area, hole);
  if (!common) return [area];
  const parts: Area[] = [
    { ...area, rows: common.row - area.row },
    { ...area, row: common.row + common.rows, rows: area.row + area.rows - common.row - common.rows },
    { ...area, row: common.row, rows: common.rows, columns: common.column - area.column },
    {
      ...area,
      row: common.row,
      rows: common.rows,
      column: common.column + common.columns,
      columns: area.column + area.columns - common.column - common.columns,
    },
  ];
  return parts.filter((part) => part.rows > 0 && part.columns > 0);
}

/** First index and length after `count` lines are inserted before, or deleted from, `at`; null when nothing is left. */
function moveSpan(start: number, length: number, at: number, count: number, insert: boolean, limit: number): [number, number] | null {
  if (length >= limit) return [start, length];
  if (insert) {
    if (at <= start) return start + count + length > limit ? null : [start + count, length];
    return at < start + length ? [start, length + count] : [start, length];
  }
  const end = start + length;
  const removedBefore = Math.max(0, Math.min(start, at + count) - Math.min(start, at));
  const removedInside = Math.max(0, Math.min(end, at + count) - Math.max(start, at));
  return length === removedInside ? null : [start - removedBefore, length - removedInside];
}

/** Where `area` is after `move`; null when all its cells were deleted. */
export function rebase(area: Area, move: Move): Area | null {
  if (area.sheetId !== move.area.sheetId) return area;
  const insert = move.shift === 'Down' || move.shift === 'Right';
  if (move.shift === 'Down' || move.shift === 'Up') {
    if (move.area.column > area.column || move.area.column + move.area.columns < area.column + area.columns) return area;
    const span = moveSpan(area.row, area.rows, move.area.row, move.area.rows, insert, MAX_ROWS);
    return span ? { ...area, row: span[0], rows: span[1] } : null;
  }
  if (move.area.row > area.row || move.area.row + move.area.rows < area.row + area.rows) return area;
  const span = moveSpan(area.column, area.columns, move.area.column, move.area.columns, insert, MAX_COLUMNS);
  return span ? { ...area, column: span[0], columns: span[1] } : null;
}

/** Joins single cells into as few row-wise rectangles as a reader would expect; cells come in any order. */
export function areasOfCells(sheetId: string, cells: readonly (readonly [row: number, column: number])[]): Area[] {
  const sorted = [...cells].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const runs: Area[] = [];
  for (const [row, column] of sorted) {
    const last = runs[runs.length - 1];
    if (last && last.row === row && last.column + last.columns === column) {
      runs[runs.length - 1] = { ...last, columns: last.columns + 1 };
    } else {
      runs.push({ sheetId, row, column, rows: 1, columns: 1 });
    }
  }
  const areas: Area[] = [];
  for (const run of runs) {
    const above = areas.findIndex(
      (area) => area.column === run.column && area.columns === run.columns && area.row + area.rows === run.row,
    );
    const found = areas[above];
    if (found) areas[above] = { ...found, rows: found.rows + 1 };
    else areas.push(run);
  }
  return areas;
}
