import type { Book } from './book';
import type { CellChange, CellContent, CellMarks } from './engine/cells';
import type { Borders, Format } from './engine/styles';
import { type Area, isEntireColumn, isEntireRow } from './grid';
import { hostError } from './hostError';
import { type Argument, isHostObject } from './objects/hostObject';
import { parseTyping } from './parseTyping';

const MAX_TEXT = 32_767;
const MAX_FORMULA = 8_192;

const unbounded = (area: Area): boolean => isEntireRow(area) || isEntireColumn(area);

/**
 * The cells of a property that takes a two-dimensional array or one value for all: calls `each` for every entry that is
 * not null. InvalidArgument when the array has another size, or for whole rows and columns.
 */
export function eachEntry(area: Area, input: Argument, each: (row: number, column: number, entry: string | number | boolean) => void): void {
  if (unbounded(area)) throw hostError('InvalidArgument', 'The range is unbounded: cell properties cannot be set on it.');
  const entryAt = (value: Argument | undefined, row: number, column: number): void => {
    if (value === null) return;
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') throw hostError('InvalidArgument');
    each(area.row + row, area.column + column, value);
  };
  if (!Array.isArray(input)) {
    if (isHostObject(input) || input === null) throw hostError('InvalidArgument');
    for (let row = 0; row < area.rows; row++) for (let column = 0; column < area.columns; column++) entryAt(input, row, column);
    return;
  }
  const wrongSize = (): never => {
    throw hostError('InvalidArgument', "The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
  };
  if (input.length !== area.rows) wrongSize();
  input.forEach((line: Argument, row) => {
    if (!Array.isArray(line) || line.length !== area.columns) wrongSize();
    (line as readonly Argument[]).forEach((entry, column) => entryAt(entry, row, column));
  });
}

/** Excel refuses a formula it cannot read. This sees unbalanced brackets and quotes and dangling operators. */
function requireReadable(formula: string): void {
  if (formula.length > MAX_FORMULA) throw hostError('InvalidArgument', 'The formula is too long.');
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '0').replace(/'(?:[^']|'')*'/g, 'x');
  let depth = 0;
  for (const letter of bare) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (depth < 0) break;
  }
  if (depth !== 0 || /["']/.test(bare) || /[-+*/^&=<>(,]\s*$/.test(bare) || /[-+*/^&]\s*[,)*/^&]/.test(bare)) {
    throw hostError('InvalidArgument', 'The formula has a syntax error.');
  }
}

interface Typed {
  readonly content: CellContent;
  readonly format?: Format;
}

/** What one entry becomes in a cell, and the number format it brings along. */
function read(book: Book, sheetId: string, row: number, column: number, entry: string | number | boolean, typed: boolean): Typed {
  if (typeof entry !== 'string') return { content: { value: entry } };
  if (entry.length > MAX_TEXT && !entry.startsWith('=')) throw hostError('InvalidArgument', 'The text is too long for a cell.');
  const format = book.engine.cells.format(sheetId, row, column).numberFormat;
  const parsed = parseTyping(entry, { format, typed, year: new Date().getFullYear() });
  if (parsed.formula !== undefined) {
    requireReadable(parsed.formula);
    return { content: { value: null, formula: parsed.formula } };
  }
  const content = { value: parsed.value, ...(parsed.quoted ? { quoted: true } : {}) };
  return parsed.format !== undefined && format === 'General' ? { content, format: { numberFormat: parsed.format } } : { content };
}

/** Writes `values`, `formulas` or a typed text; nothing is written when one cell refuses. */
export function writeCells(book: Book, area: Area, input: Argument, typed = false): void {
  const changes: CellChange[] = [];
  const guarded = book.protection.isProtected(area.sheetId);
  eachEntry(area, input, (row, column, entry) => {
    if (guarded) book.protection.requireContent({ sheetId: area.sheetId, row, column, rows: 1, columns: 1 });
    changes.push({ row, column, ...read(book, area.sheetId, row, column, entry, typed) });
  });
  book.engine.cells.write(area.sheetId, changes);
}

export function writeNumberFormats(book: Book, area: Area, input: Argument): void {
  book.protection.require(area.sheetId, 'allowFormatCells');
  if (unbounded(area) && typeof input === 'string') {
    applyLook(book, area, { format: { numberFormat: input } });
    return;
  }
  const changes: CellChange[] = [];
  eachEntry(area, input, (row, column, entry) => {
    if (typeof entry !== 'string') throw hostError('InvalidArgument');
    changes.push({ row, column, format: { numberFormat: entry === '' || entry === 'G/通用格式' ? 'General' : entry } });
  });
  book.engine.cells.write(area.sheetId, changes);
}

export interface LookChange {
  readonly format?: Format;
  readonly marks?: CellMarks;
  /** Borders of the cell at `row`, `column`. */
  readonly borders?: (row: number, column: number) => Borders;
}

/** Gives every cell of the area new format fields; whole rows and columns keep them for cells to come. */
export function applyLook(book: Book, area: Area, { format, marks, borders }: LookChange): void {
  const { cells, layout } = book.engine;
  const change = (row: number, column: number): CellChange => ({
    row,
    column,
    ...(format ? { format } : {}),
    ...(marks ? { marks } : {}),
    ...(borders ? { borders: borders(row, column) } : {}),
  });
  if (unbounded(area)) {
    layout.formatLines(area, format ?? null, marks ?? null);
    cells.write(area.sheetId, [...cells.stored(area)].map(([row, column]) => change(row, column)));
    return;
  }
  const changes: CellChange[] = [];
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) changes.push(change(row, column));
  }
  cells.write(area.sheetId, changes);
}

export type ClearKind = 'All' | 'Formats' | 'Contents' | 'Hyperlinks' | 'RemoveHyperlinks';

/** Empties cells: contents, formats, or both; `All` also takes their rules away. */
export function clear(book: Book, area: Area, kind: ClearKind): void {
  const { cells, conditionalFormats, validations, layout } = book.engine;
  if (kind === 'Formats') book.protection.require(area.sheetId, 'allowFormatCells');
  else book.protection.requireContent(area);
  const changes: CellChange[] = [];
  for (const [row, column, cell] of cells.stored(area)) {
    const { hyperlink: _hyperlink, ...rest } = cells.marks(cell);
    changes.push({
      row,
      column,
      ...(kind === 'All' || kind === 'Contents' ? { content: { value: null } } : {}),
      ...(kind === 'All' || kind === 'Formats' ? { look: null } : {}),
      ...(kind === 'Hyperlinks' || kind === 'RemoveHyperlinks' ? { look: { style: cells.look(area.sheetId, row, column).style, marks: rest } } : {}),
    });
  }
  cells.write(area.sheetId, changes);
  if (kind !== 'All' && kind !== 'Formats') return;
  conditionalFormats.clear(area);
  if (kind === 'All') validations.clear([area]);
  if (kind === 'All' || kind === 'Formats') layout.unmerge(area);
}
