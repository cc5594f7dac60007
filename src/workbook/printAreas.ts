import type { Entries } from '../evaluation/evaluate';
import type { Change } from './change';
import type { CellBlock, Plan, PlannedList } from './plan';
import type { Snapshot } from './snapshot';

/**
 * What prints: up to the last filled row of a list that ends the sheet, so that blank room does not. A list nobody has filled, or to
 * which nobody has added, prints whole: without the add-in nothing a person types later may fall off the page. Of a list we write,
 * only the head.
 */
export function printArea(rowCount: number, columnCount: number, lists: readonly PlannedList[], filledRows: (list: string) => number): CellBlock {
  const last = lists.at(-1);
  if (!last || last.endRow !== rowCount - 1) return { row: 0, column: 0, rowCount, columnCount };
  const isOutput = last.keyColumn === null;
  const rows = filledRows(last.id);
  const filled = Math.max(rows > last.givenRows ? rows : 0, isOutput ? 1 : 0);
  return { row: 0, column: 0, rowCount: filled > 0 ? last.firstRow + Math.min(last.room, filled) : rowCount, columnCount };
}

/** Changes that fit what prints to what is filled, on sheets that still have the plan's shape. `written`: rows a list will have after this step. */
export function printAreaChanges(plan: Plan, snapshot: Snapshot, entries: Entries, written: ReadonlyMap<string, number> = new Map()): readonly Change[] {
  return plan.sheets.flatMap((sheet): Change[] => {
    const found = snapshot.sheets.find(({ id }) => id === sheet.id);
    if (!found || sheet.lists.length === 0 || found.region?.cells.length !== sheet.rowCount) return [];
    const filledRows = (list: string): number => written.get(list) ?? entries.lists.get(list)?.length ?? 0;
    return [{ kind: 'setPrintArea', sheet: { id: sheet.id, name: found.name }, block: printArea(sheet.rowCount, sheet.print.area.columnCount, sheet.lists, filledRows) }];
  });
}
