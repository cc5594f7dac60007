import type { Position } from '../values/address';
import { cellsOf } from '../workbook/areas';
import { styleOf } from '../workbook/looks';
import type { CellBlock, PlannedCell } from '../workbook/plan';
import { formatOf } from '../workbook/sheetSettings';

/** How a cell looks: its style, `lined` where that comes on top of the one with the lines, and its number format unless `General`. */
export interface PaintedCell extends Position {
  readonly style: string;
  readonly lined: boolean;
  readonly format: string | null;
}

/** Planned cells; of a merge with lines around it all cells, because each has its own. */
export function paintedCells(cells: readonly PlannedCell[], merged: readonly CellBlock[]): readonly PaintedCell[] {
  const merges = new Map(merged.map((block) => [`${block.row},${block.column}`, block]));
  return cells.flatMap((cell) => {
    const { name, look } = styleOf(cell.role, cell.locked);
    const merge = look.border ? merges.get(`${cell.row},${cell.column}`) : undefined;
    const format = formatOf(cell);
    return (merge ? cellsOf(merge) : [cell]).map(({ row, column }): PaintedCell => ({
      row, column, style: name, lined: look.border, format: format === 'General' || row !== cell.row || column !== cell.column ? null : format,
    }));
  });
}
