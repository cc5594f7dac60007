import type { FieldsBlock, MatrixBlock } from '../pack/pack';
import { blockNames } from './names';
import { labelColumns, matrixColumns, type PlacedBlock, type Placement, type SheetPlacement } from './placement';
import type { PlannedLabel, PlannedPairs, PlannedSheet, PlannedTable } from './plan';

/** What of a sheet is found by its labels: every matrix, and every column of values beside labels. */
export function plannedTables(placement: Placement, sheet: SheetPlacement): Pick<PlannedSheet, 'tables' | 'pairs'> {
  const names = blockNames([...placement.sheets.values()].flatMap(({ blocks }) => blocks.map(({ block }) => block)));
  return {
    tables: sheet.blocks.flatMap((placed) => (placed.block.type === 'matrix' ? [plannedTable(placed, placed.block, names.get(placed.block.id)?.[0] ?? '', sheet)] : [])),
    pairs: sheet.blocks.flatMap((placed) => (placed.block.type === 'fields' ? plannedPairs(placed, placed.block, names.get(placed.block.id) ?? [], placement) : [])),
  };
}

function plannedTable({ bodyRow, column }: PlacedBlock, block: MatrixBlock, name: string, sheet: SheetPlacement): PlannedTable {
  const columns = matrixColumns(block, column, sheet.printColumns).map(({ form, at }): PlannedLabel => ({ id: form.id, text: form.label.trim(), at }));
  const rows = block.rows.map((row, r): PlannedLabel => ({ id: row.id, text: row.label.trim(), at: bodyRow + 1 + r }));
  const heading: PlannedLabel = { id: block.id, text: block.rowHeading.trim(), at: column + labelColumns(block) - 1 };
  const last = Math.max(heading.at, ...columns.map(({ at }) => at));
  return { id: block.id, name, block: { row: bodyRow, column, rowCount: 1 + rows.length, columnCount: last - column + 1 }, heading, rows, columns };
}

function plannedPairs({ bodyRow }: PlacedBlock, block: FieldsBlock, names: readonly string[], placement: Placement): readonly PlannedPairs[] {
  return names.flatMap((name, pair): readonly PlannedPairs[] => {
    const fields = block.fields.filter((_, index) => index % block.pairsPerRow === pair);
    const rows = fields.map(({ id, label }, row): PlannedLabel => ({ id: `${block.id}.${id}`, text: label.trim(), at: bodyRow + row }));
    const spot = placement.fields.get(rows[0]?.id ?? '');
    return spot ? [{ name, block: { row: bodyRow, column: spot.column, rowCount: rows.length, columnCount: 1 }, rows }] : [];
  });
}
