import type { CellValue } from '../values/cell';
import type { Content } from '../pack/pack';

/**
 * The standard workbook as plain data, made from a pack and (optionally) entries. Excel and files are written from it,
 * and what is found in a workbook is compared with it. Rows and columns are 0-based.
 */
export interface Plan {
  readonly packId: string;
  readonly packVersion: string;
  readonly layoutVersion: number;
  readonly sheets: readonly PlannedSheet[];
  /** Sheets cannot be added, renamed or deleted in the file; they can where rows of a list have sheets. */
  readonly structureLocked: boolean;
  /** Readable Chinese names, unique in the workbook. */
  readonly names: readonly PlannedName[];
}

export interface PlannedSheet {
  readonly id: string;
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** Name of the whole planned region; the sheet is found by it after a rename. */
  readonly regionName: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly columns: readonly PlannedColumn[];
  /** Heights in points of rows that differ from the default 18; 0 hides the row. */
  readonly rowHeights: ReadonlyMap<number, number>;
  /** Rows × columns that stay in view. */
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly print: PrintSetup;
  readonly cells: readonly PlannedCell[];
  readonly merges: readonly CellBlock[];
  readonly lists: readonly PlannedList[];
  readonly tables: readonly PlannedTable[];
  readonly pairs: readonly PlannedPairs[];
  readonly conditionals: readonly PlannedConditional[];
}

export interface PlannedColumn {
  /** In characters of 11 pt text. */
  readonly width: number;
  readonly hidden: boolean;
}

export interface PrintSetup {
  readonly orientation: 'portrait' | 'landscape';
  readonly paper: 'A4' | 'A3';
  /** Shrunk to one page also in height, so that no last line stands alone on a second one. */
  readonly onePage: boolean;
  /** Left of the helper columns. */
  readonly area: CellBlock;
  /** Rows repeated on every page. */
  readonly titleRows: { readonly first: number; readonly last: number } | null;
}

/** A block of cells, ends included. */
export interface CellBlock {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** What a cell is for; its look (fill, font, borders, alignment) follows from the role alone. */
export type Role =
  | 'title' | 'subtitle' | 'unit' | 'heading' | 'note' | 'signature'
  | 'header' | 'helperHeader' | 'label' | 'subtotalLabel' | 'totalLabel'
  | 'typed' | 'given' | 'computed' | 'subtotal' | 'total' | 'none' | 'side'
  | 'helperTyped' | 'helperComputed' | 'key' | 'end' | 'output' | 'link' | 'paragraph';

export interface PlannedCell {
  readonly row: number;
  readonly column: number;
  readonly role: Role;
  readonly content: Content;
  readonly numberFormat: string;
  readonly locked: boolean;
  /** Label text, given value, entry, or the engine's result of the formula: what a file stores. */
  readonly value: CellValue;
  /** Without the leading `=`. */
  readonly formula?: string;
  /** Field id, or `list[].column` for a list's room. */
  readonly field?: string;
  readonly validation?: PlannedValidation;
}

export type PlannedValidation =
  | { readonly kind: 'list'; readonly values: readonly string[]; readonly strict: boolean }
  | { readonly kind: 'listFrom'; readonly reference: string; readonly strict: boolean }
  /** A real number; text is refused with a message. */
  | { readonly kind: 'number'; readonly minimum: string | null; readonly title: string; readonly message: string };

/** Room of a list. Rows first..last have one shape; the row after last is the locked end row. */
export interface PlannedList {
  readonly id: string;
  readonly headerRow: number;
  /** First row of the list's name and of column references: the header, or its invisible copy under the row 合计. */
  readonly startRow: number;
  readonly firstRow: number;
  readonly room: number;
  /** Rows the forms come with, in a list to which people add rows of their own; else 0. */
  readonly givenRows: number;
  readonly endRow: number;
  /** Whether a row 合计 stands between the header and the row `startRow`. */
  readonly hasTotals: boolean;
  readonly firstColumn: number;
  readonly columnIds: readonly string[];
  /** Sheet column of each of columnIds. */
  readonly columnPositions: readonly number[];
  /** Index into columnIds of the column that makes a row exist. */
  readonly identifiedBy: number;
  /** Column of the hidden, unlocked row key, or null for outputs that keep their own. */
  readonly keyColumn: number | null;
}

/** A block under locked labels and one defined name: a cell is where the label of its row and that of its column meet. */
export interface PlannedTable {
  readonly id: string;
  readonly name: string;
  /** From the header row to the last row, labels included. */
  readonly block: CellBlock;
  /** Over the column of row labels. */
  readonly heading: PlannedLabel;
  readonly rows: readonly PlannedLabel[];
  readonly columns: readonly PlannedLabel[];
}

/** Values below each other with their labels on the left, under one defined name: a cell is where the label of its row is. */
export interface PlannedPairs {
  readonly name: string;
  /** The values alone, one column wide. */
  readonly block: CellBlock;
  /** By field id. */
  readonly rows: readonly PlannedLabel[];
}

/** The label of a row or column, trimmed, with the sheet row or sheet column where it is laid out. */
export interface PlannedLabel {
  readonly id: string;
  readonly text: string;
  readonly at: number;
}

export interface PlannedConditional {
  readonly block: CellBlock;
  /** Relative to the block's first cell, without `=`. */
  readonly formula: string;
  readonly look: 'hideRepeat' | 'missing' | 'broken' | 'heading';
}

export interface PlannedName {
  readonly name: string;
  readonly sheet: string;
  readonly block: CellBlock;
}
