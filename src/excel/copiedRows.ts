import { shiftFormula } from '../workbook/formulaText';
import { LOOKS } from '../workbook/looks';
import type { CellBlock, PlannedCell, PlannedList, PlannedSheet } from '../workbook/plan';
import { runsOf } from '../workbook/areas';

/** Rows of a list that are written once and copied down: `source` is its first row, `target` the rows below it. */
export interface CopiedRows {
  readonly source: CellBlock;
  readonly target: CellBlock;
}

/**
 * The columns of a list whose rows all equal the first one copied down, leaving values aside.
 * Rows that differ anywhere else are written cell by cell like the rest of the sheet.
 */
export function copiedRows(sheet: PlannedSheet, list: PlannedList): readonly CopiedRows[] {
  if (list.room < 2) return [];
  const byColumn = new Map<number, Map<number, PlannedCell>>();
  for (const cell of sheet.cells) {
    if (cell.row < list.firstRow || cell.row >= list.firstRow + list.room) continue;
    const column = byColumn.get(cell.column) ?? new Map<number, PlannedCell>();
    column.set(cell.row, cell);
    byColumn.set(cell.column, column);
  }
  const alike = [...byColumn].filter(([, cells]) => {
    const first = cells.get(list.firstRow);
    return first !== undefined && cells.size === list.room && [...cells.values()].every((cell) => sameShape(first, cell));
  }).map(([column]) => column);
  return runsOf(alike).map((run) => ({
    source: { row: list.firstRow, column: run.first, rowCount: 1, columnCount: run.count },
    target: { row: list.firstRow + 1, column: run.first, rowCount: list.room - 1, columnCount: run.count },
  }));
}

function sameShape(first: PlannedCell, cell: PlannedCell): boolean {
  if (first.numberFormat !== cell.numberFormat || first.locked !== cell.locked || LOOKS[first.role] !== LOOKS[cell.role]) return false;
  if (JSON.stringify(first.validation) !== JSON.stringify(cell.validation)) return false;
  if (first.formula === undefined || cell.formula === undefined) return first.formula === cell.formula;
  return shiftFormula(first.formula, cell.row - first.row) === cell.formula;
}
