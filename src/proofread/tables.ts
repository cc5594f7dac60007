import { cellsOf, numberIn, separatorOf, type Cell, type CellNumber, type Separator } from './cells';
import type { ProofDocument } from './document';

export interface TableRow {
  readonly paragraph: number;
  /** First cell with words in it; blank when there is none. */
  readonly name: string;
  readonly cells: readonly Cell[];
  /** By column; null for blank cells and words. */
  readonly numbers: readonly (CellNumber | null)[];
}

/** A table pasted as text whose rows all have the same columns. */
export interface Table {
  /** By column; blank when the table has no heading. */
  readonly heads: readonly string[];
  /** Rows with figures, in order. */
  readonly rows: readonly TableRow[];
}

const FEWEST_ROWS = 2;
const MOST_COLUMNS = 14;
const RULE = /^[-—=:_]*$/;

/** Tables of a text: lines of one kind behind each other. What does not fit into columns is no table. */
export function tablesIn(document: ProofDocument): readonly Table[] {
  const tables: Table[] = [];
  let lines: (readonly Cell[])[] = [];
  let kind: Separator | null = null;
  const close = (): void => {
    const table = tableOf(lines);
    if (table) tables.push(table);
    lines = [];
  };
  document.paragraphs.forEach(({ start, end }, at) => {
    const separator = separatorOf(document.text.slice(start, end));
    if (separator !== kind) close();
    kind = separator;
    if (separator === null) return;
    const cells = cellsOf(document, at, separator);
    if (!cells.every(({ text }) => RULE.test(text)) || cells.some((cell) => numberIn(cell))) lines.push(cells);
  });
  close();
  return tables;
}

function tableOf(lines: readonly (readonly Cell[])[]): Table | null {
  const rows = lines.map(rowOf);
  const first = rows.findIndex(({ numbers, name }) => name !== '' && numbers.some((number) => number !== null));
  const body = rows.slice(first).filter(({ numbers }) => numbers.some((number) => number !== null));
  const width = body[0]?.cells.length ?? 0;
  if (first < 0 || body.length < FEWEST_ROWS || width > MOST_COLUMNS || body.some(({ cells }) => cells.length !== width)) return null;
  const head = rows.slice(0, first).reverse().find(({ cells }) => cells.length === width);
  return { heads: Array.from({ length: width }, (_, column) => head?.cells[column]?.text ?? ''), rows: body };
}

function rowOf(cells: readonly Cell[]): TableRow {
  return {
    cells, numbers: cells.map((cell) => numberIn(cell)), paragraph: cells[0]?.paragraph ?? 0,
    name: cells.find(({ text }) => /\p{Script=Han}/u.test(text))?.text ?? '',
  };
}
