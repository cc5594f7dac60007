import type { Form } from '../evaluation/form';
import { helperColumnsOf, placeWorkbook, printedColumns, type PlacedBlock, type SheetPlacement } from './placement';

/** A block on the right of a sheet that would stand on the helper columns of another one. */
export interface Overlap {
  /** Sheet and block ids. */
  readonly sheet: string;
  readonly block: string;
  /** What it would stand on: the other block's name. */
  readonly over: string;
  /** Rows both would take. */
  readonly rows: number;
}

/** Blocks on the right stand at the top of the helper columns: no matrix or list with helper columns may stand beside them. */
export function overlaps(form: Form): readonly Overlap[] {
  return [...placeWorkbook(form).sheets.values()].flatMap((placement) =>
    placement.blocks.filter(({ block }) => block.place === 'right').flatMap((right): Overlap[] => {
      const [met] = placement.blocks.filter((other) => reachesRight(placement, other, printedColumns(right.block)))
        .map((other) => ({ other, rows: Math.min(right.endRow, other.endRow) - Math.max(right.row, other.bodyRow) })).filter(({ rows }) => rows > 0);
      return met && 'name' in met.other.block ? [{ sheet: placement.form.id, block: right.block.id, over: met.other.block.name, rows: met.rows }] : [];
    }));
}

/** Whether a block of the printed part has cells among the first `columns` right of it: helper columns, hidden ones, the key of a row. */
function reachesRight({ printColumns, columnCount }: SheetPlacement, { block }: PlacedBlock, columns: number): boolean {
  if (block.place === 'right') return false;
  return helperColumnsOf(block) > 0 || (block.type === 'list' && (block.columns.some(({ hidden }) => hidden) || columnCount - 1 < printColumns + columns));
}
