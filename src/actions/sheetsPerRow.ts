import { blankEntries } from '../evaluation/entries';
import { withRoomFor } from '../pack/perRow';
import type { Message } from '../values/message';
import { ok, type Result } from '../values/result';
import { blocksOf } from '../workbook/areas';
import type { CellContent, Change } from '../workbook/change';
import { tabNames } from '../workbook/difference';
import { normalFormula } from '../workbook/formulaText';
import type { Plan, PlannedCell, PlannedSheet } from '../workbook/plan';
import { planWorkbook } from '../workbook/planWorkbook';
import type { FoundSheet, Snapshot } from '../workbook/snapshot';
import { usePack, type UsablePack } from './ourWorkbook';

/** The pack with a sheet for each of so many rows of its list, at most as many as the list has room for; as it is where it has enough. */
export function withSheetsFor(pack: UsablePack, rows: number): Result<UsablePack, Message> {
  const { perRow } = pack.pack;
  const room = perRow ? pack.form.lists.get(perRow.list)?.block.room ?? 0 : 0;
  const wider = withRoomFor(pack.pack, Math.min(rows, room));
  return wider === pack.pack ? ok(pack) : usePack(JSON.stringify(wider));
}

/** Formulas that are others with more sheets than `pack` has, where the old one still stands. */
export function changedFormulas({ form }: UsablePack, after: Plan, snapshot: Snapshot): readonly Change[] {
  const before = planWorkbook(form, blankEntries(form), { tabNames: tabNames(snapshot) });
  const old = new Map(before.sheets.map((sheet) => [sheet.id, new Map(sheet.cells.map((cell) => [placeOf(cell), cell.formula]))]));
  return after.sheets.flatMap((sheet) => {
    const found = snapshot.sheets.find(({ id }) => id === sheet.id);
    const formulas = old.get(sheet.id);
    if (!found || !formulas || found.region?.cells.length !== sheet.rowCount) return [];
    const changed = sheet.cells.filter((cell) => {
      const was = formulas.get(placeOf(cell));
      const stands = found.region?.cells[cell.row]?.[cell.column]?.formula ?? null;
      return was !== undefined && cell.formula !== undefined && was !== cell.formula && stands !== null && normalFormula(stands) === normalFormula(`=${was}`);
    });
    return formulaChanges(sheet, found, changed);
  });
}

function formulaChanges(sheet: PlannedSheet, found: FoundSheet, cells: readonly PlannedCell[]): readonly Change[] {
  const byPlace = new Map(cells.map((cell) => [placeOf(cell), cell]));
  return blocksOf(cells).map((block): Change => {
    const each = (content: (row: number, column: number) => CellContent): CellContent[][] =>
      Array.from({ length: block.rowCount }, (_, r) => Array.from({ length: block.columnCount }, (__, c) => content(block.row + r, block.column + c)));
    return {
      kind: 'restoreFormulas', sheet: { id: sheet.id, name: found.name }, block,
      cells: each((row, column) => ({ formula: `=${byPlace.get(placeOf({ row, column }))?.formula ?? ''}` })),
      before: each((row, column) => ({ formula: found.region?.cells[row]?.[column]?.formula ?? '' })),
    };
  });
}

function placeOf({ row, column }: { readonly row: number; readonly column: number }): string {
  return `${row},${column}`;
}
