import type { CellValue } from '../values/cell';
import type { LineEdit } from './misplacedLines';
import type { CellBlock, PlannedName, PlannedSheet } from './plan';

/**
 * What is to be written, as data. `difference(plan, snapshot)` and the actions make changes; the adapters carry them out
 * the one way of writing: before-image into the journal, write, load back, compare.
 */
export type Change =
  /** A sheet that is missing, with everything on it. */
  | { readonly kind: 'addSheet'; readonly sheet: PlannedSheet; readonly position: number }
  /** Typed cells: values only, in unlocked cells. */
  | { readonly kind: 'setCells'; readonly sheet: SheetRef; readonly block: CellBlock; readonly cells: readonly (readonly CellContent[])[]; readonly before: readonly (readonly CellContent[])[] }
  /** Locked cells, computed or given, to their plan; lifts and restores our own protection. */
  | { readonly kind: 'restoreFormulas'; readonly sheet: SheetRef; readonly block: CellBlock; readonly cells: readonly (readonly CellContent[])[]; readonly before: readonly (readonly CellContent[])[] }
  /**
   * Inserted rows and columns go, deleted ones come back with everything planned on them; `adopted` planned rows get their looks.
   * `found` is the sheet's region before. Formulas and names that have to move are left to the program.
   */
  | { readonly kind: 'reshapeSheet'; readonly sheet: SheetRef; readonly edits: readonly LineEdit[]; readonly adopted: readonly number[]; readonly planned: PlannedSheet; readonly found: CellBlock }
  | { readonly kind: 'addName'; readonly name: PlannedName; readonly sheet: SheetRef }
  | { readonly kind: 'renameSheet'; readonly sheet: SheetRef; readonly to: string }
  /** Our own protection again, without a password; nothing that 还原 would take back. */
  | { readonly kind: 'protectSheet'; readonly sheet: SheetRef }
  /** In points, so that every text shows. Like print areas no content, so the journal leaves it out. */
  | { readonly kind: 'setRowHeights'; readonly sheet: SheetRef; readonly heights: readonly { readonly row: number; readonly height: number }[] }
  /** What prints: blank room of a list does not. */
  | { readonly kind: 'setPrintArea'; readonly sheet: SheetRef; readonly block: CellBlock };

/** A sheet as found: its tab name now, and its planned id. */
export interface SheetRef {
  readonly id: string;
  readonly name: string;
}

/** A formula (with `=`), a value, or `null`: leave the cell alone. */
export type CellContent = { readonly formula: string } | { readonly value: CellValue } | null;

/** One press of a button: what the journal shows and 还原 takes back. */
export interface WriteStep {
  /** Id of the step in the journal that this one goes on with: 还原 takes both back at once. */
  readonly continues?: string;
  /** Shown to people: 生成套表, 载入示例, 写入校验结果. */
  readonly title: string;
  readonly changes: readonly Change[];
}

/** A step as the journal keeps it (last 10). `open` until the read-back agreed. */
export interface JournalStep {
  readonly id: string;
  readonly title: string;
  /** ISO time. */
  readonly at: string;
  readonly state: 'open' | 'done' | 'restored' | 'undone';
  readonly undo: readonly UndoChange[];
}

/** How to take a change back. */
export type UndoChange =
  /** Only while its typed cells are blank or as laid out: `filled` is their fingerprint then. */
  | { readonly kind: 'removeSheet'; readonly name: string; readonly typed: readonly CellBlock[]; readonly filled: string }
  /** Cells that still hold `written` get `cells` back; `lift` our own protection while doing so. */
  | { readonly kind: 'setCells'; readonly sheet: SheetRef; readonly block: CellBlock; readonly cells: readonly (readonly CellContent[])[]; readonly written: readonly (readonly CellContent[])[]; readonly lift: boolean }
  /** Rows and columns as they were, while those that came back hold nothing typed: `filled` is their fingerprint. `left`: the region as the step left it. */
  | { readonly kind: 'reshapeSheet'; readonly sheet: SheetRef; readonly edits: readonly LineEdit[]; readonly typed: readonly CellBlock[]; readonly filled: string; readonly region: string; readonly left: CellBlock; readonly before: CellBlock }
  /** Names that referred to another place, by reference with `=`. */
  | { readonly kind: 'pointNames'; readonly names: readonly { readonly name: string; readonly reference: string }[] }
  /** Names on sheets that were there before; those on added sheets go with them. */
  | { readonly kind: 'removeNames'; readonly names: readonly string[] }
  | { readonly kind: 'renameSheet'; readonly sheet: SheetRef; readonly to: string }
  /** What the store held; null when there was none. */
  | { readonly kind: 'restoreStore'; readonly before: { readonly pack: string; readonly packHash: string; readonly layoutVersion: number } | null };
