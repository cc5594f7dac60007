import type { Change } from './change';
import { FONT_SIZE, LOOKS } from './looks';
import type { Plan, PlannedList, PlannedSheet } from './plan';
import type { Snapshot } from './snapshot';
import { heightOf, heightOfText } from './textSize';

/** Texts of one sheet row by sheet column. */
export type RowTexts = ReadonlyMap<number, string>;

/** Tells the height in points that shows every text of a row of this list, given the plan's column widths and the size of its texts. */
export function fittedHeights(sheet: PlannedSheet, list: PlannedList): (texts: RowTexts) => number {
  const sizes = new Map(sheet.cells.filter(({ row }) => row === list.firstRow).map(({ column, role }) => [column, LOOKS[role].size]));
  return (texts) => Math.max(heightOf(1), ...[...texts].map(([at, text]) => {
    const column = sheet.columns[at];
    return column && !column.hidden ? heightOfText(text, column.width, sizes.get(at) ?? FONT_SIZE) : 0;
  }));
}

/** Heights in points that show these texts in their fields, by the row of the field, as wide as its merge. */
export function fieldHeights(sheet: PlannedSheet, texts: ReadonlyMap<string, string>): ReadonlyMap<number, number> {
  const heights = new Map<number, number>();
  for (const { field = '', row, column, role } of sheet.cells) {
    const text = texts.get(field);
    if (text === undefined) continue;
    const columnCount = sheet.merges.find((merge) => merge.row === row && merge.column === column)?.columnCount ?? 1;
    const width = sheet.columns.slice(column, column + columnCount).reduce((total, each) => total + each.width, 0);
    heights.set(row, Math.max(heights.get(row) ?? 0, heightOfText(text, width, LOOKS[role].size)));
  }
  return heights;
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
