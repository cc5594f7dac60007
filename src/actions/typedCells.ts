import { cellAddress, type Position } from '../values/address';
import { BLANK, isBlank, sameCell } from '../values/cell';
import { blocksOf } from '../workbook/areas';
import type { CellContent, Change, SheetRef } from '../workbook/change';
import { misplacedLines } from '../workbook/misplacedLines';
import type { Plan, PlannedCell, PlannedSheet } from '../workbook/plan';
import type { FoundCell, FoundSheet, Snapshot } from '../workbook/snapshot';

/** A cell that is not as laid out. */
export interface FilledCell {
  readonly sheet: string;
  readonly address: string;
  readonly field: string | null;
}

/** Cells a person filled: unlocked, not written by the add-in itself, and not as laid out. */
export function filledCells(plan: Plan, snapshot: Snapshot): readonly FilledCell[] {
  return plan.sheets.flatMap((sheet) => {
    const found = foundSheet(plan, sheet, snapshot);
    if (!found) return [];
    return sheet.cells.filter((cell) => isTyped(cell)).flatMap((cell) => {
      const value = foundCell(found, cell)?.value ?? BLANK;
      return isBlank(value) || sameCell(value, cell.value) ? [] : [{ sheet: found.name, address: cellAddress(cell.row, cell.column), field: cell.field ?? null }];
    });
  });
}

/** Cells people type into; outputs, row keys and everything locked are none. */
function isTyped(cell: PlannedCell): boolean {
  return !cell.locked && (cell.role === 'typed' || cell.role === 'helperTyped');
}

/**
 * Changes that put a plan's values into sheets that are there already: typed cells, and given ones behind our protection.
 * Formulas, labels and the filled cells given are left alone.
 */
export function valueChanges(plan: Plan, snapshot: Snapshot, filled: readonly FilledCell[]): readonly Change[] {
  const kept = new Set(filled.map(({ sheet, address }) => `${sheet}!${address}`));
  return plan.sheets.flatMap((sheet) => {
    const found = foundSheet(plan, sheet, snapshot);
    if (!found) return [];
    const wanted = sheet.cells.filter((cell) => {
      const holdsValue = isTyped(cell) || (cell.role === 'given' && cell.formula === undefined);
      return holdsValue && !kept.has(`${found.name}!${cellAddress(cell.row, cell.column)}`) && !sameCell(foundCell(found, cell)?.value ?? BLANK, cell.value);
    });
    return [...blocksFor('setCells', sheet, found, wanted.filter((cell) => !cell.locked)), ...blocksFor('restoreFormulas', sheet, found, wanted.filter((cell) => cell.locked))];
  });
}

/** The sheet as found, when its rows and columns are where the plan has them. */
function foundSheet(plan: Plan, sheet: PlannedSheet, snapshot: Snapshot): FoundSheet | null {
  const found = snapshot.sheets.find(({ id }) => id === sheet.id);
  return found && !misplacedLines(plan, snapshot).has(sheet.id) ? found : null;
}

function foundCell({ region }: FoundSheet, { row, column }: Position): FoundCell | null {
  return region?.cells[row - region.row]?.[column - region.column] ?? null;
}

function blocksFor(kind: 'setCells' | 'restoreFormulas', sheet: PlannedSheet, found: FoundSheet, cells: readonly PlannedCell[]): readonly Change[] {
  const byPlace = new Map(cells.map((cell) => [`${cell.row},${cell.column}`, cell]));
  const ref: SheetRef = { id: sheet.id, name: found.name };
  return blocksOf(cells).map((block) => {
    const each = (pick: (row: number, column: number) => CellContent): CellContent[][] =>
      Array.from({ length: block.rowCount }, (_, r) => Array.from({ length: block.columnCount }, (__, c) => pick(block.row + r, block.column + c)));
    return {
      kind, sheet: ref, block,
      cells: each((row, column) => ({ value: byPlace.get(`${row},${column}`)?.value ?? BLANK })),
      before: each((row, column) => {
        const cell = foundCell(found, { row, column });
        return cell?.formula ? { formula: cell.formula } : { value: cell?.value ?? BLANK };
      }),
    };
  });
}
