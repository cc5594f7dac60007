import type { Change } from './change';
import type { Plan, PlannedSheet } from './plan';
import type { Snapshot } from './snapshot';
import { heightOf, linesNeeded } from './textSize';

/** Texts of one sheet row by sheet column. */
export type RowTexts = ReadonlyMap<number, string>;

/** Height in points that shows every text of a row, given the plan's column widths. */
export function fittedHeight(sheet: PlannedSheet, texts: RowTexts): number {
  return heightOf(Math.max(1, ...[...texts].map(([column, text]) => {
    const width = sheet.columns[column];
    return width && !width.hidden ? linesNeeded(text, width.width) : 1;
  })));
}

/** The change that makes rows as high as their texts need, where the sheet still has the plan's shape. */
export function rowHeightChange(plan: Plan, snapshot: Snapshot, sheetId: string, heights: ReadonlyMap<number, number>): readonly Change[] {
  const sheet = plan.sheets.find(({ id }) => id === sheetId);
  const found = snapshot.sheets.find(({ id }) => id === sheetId);
  if (!sheet || heights.size === 0 || found?.region?.cells.length !== sheet.rowCount) return [];
  return [{ kind: 'setRowHeights', sheet: { id: sheetId, name: found.name }, heights: [...heights].map(([row, height]) => ({ row, height })) }];
}

/** Heights of all rows of the plan, for a plan whose values were just filled in. */
export function plannedHeightChanges(plan: Plan, snapshot: Snapshot): readonly Change[] {
  return plan.sheets.flatMap((sheet) => rowHeightChange(plan, snapshot, sheet.id, sheet.rowHeights));
}
