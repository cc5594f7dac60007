import type { MatrixBlock } from '../pack/pack';
import { tableNames } from './names';
import { labelColumns, matrixColumns, type PlacedBlock, type Placement, type SheetPlacement } from './placement';
import type { PlannedLabel, PlannedTable } from './plan';

/** The tables of a sheet whose cells are found by their labels: every matrix, from its header row to its last row. */
export function plannedTables(placement: Placement, sheet: SheetPlacement): readonly PlannedTable[] {
  const names = tableNames([...placement.sheets.values()].flatMap(({ blocks }) => blocks.map(({ block }) => block)));
  return sheet.blocks.flatMap((placed) => (placed.block.type === 'matrix' ? [plannedTable(placed, placed.block, names.get(placed.block.id) ?? '', sheet)] : []));
}

function plannedTable({ bodyRow, column }: PlacedBlock, block: MatrixBlock, name: string, sheet: SheetPlacement): PlannedTable {
  const columns = matrixColumns(block, column, sheet.printColumns).map(({ form, at }): PlannedLabel => ({ id: form.id, text: form.label.trim(), at }));
  const rows = block.rows.map((row, r): PlannedLabel => ({ id: row.id, text: row.label.trim(), at: bodyRow + 1 + r }));
  const heading: PlannedLabel = { id: block.id, text: block.rowHeading.trim(), at: column + labelColumns(block) - 1 };
  const last = Math.max(heading.at, ...columns.map(({ at }) => at));
  return { id: block.id, name, block: { row: bodyRow, column, rowCount: 1 + rows.length, columnCount: last - column + 1 }, heading, rows, columns };
}
