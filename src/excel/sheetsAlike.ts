import { quoteSheet } from '../values/address';
import type { RawCell } from '../values/cell';
import { segments, type FilledBlock } from '../workbook/areas';
import { styleOf } from '../workbook/looks';
import type { PlannedCell, PlannedSheet } from '../workbook/plan';
import { formatOf } from '../workbook/sheetSettings';
import { plannedContent } from './cellContent';
import { grouped } from './sheetLooks';

/**
 * New sheets that look as an earlier new one in everything, by that one: they are made as its copies and only cells with another
 * content are written. A sheet whose formulas name itself or a sheet that is a copy is no original, because that one does not exist yet.
 */
export function sheetsAlike(sheets: readonly PlannedSheet[]): ReadonlyMap<PlannedSheet, PlannedSheet> {
  return new Map([...grouped(sheets, looksOf).values()].flatMap(([original, ...copies]): readonly (readonly [PlannedSheet, PlannedSheet])[] => {
    if (!original || copies.length === 0) return [];
    const missing = [original, ...copies].map(({ name }) => `${quoteSheet(name)}!`);
    const isOriginal = original.cells.every(({ formula = '' }) => !missing.some((name) => formula.includes(name)));
    return isOriginal ? copies.map((copy) => [copy, original] as const) : [];
  }));
}

/** What a copy is to hold instead of what it was copied with. */
export function otherContents(copy: PlannedSheet, original: PlannedSheet): readonly FilledBlock<RawCell>[] {
  const held = new Map(original.cells.map((cell) => [`${cell.row},${cell.column}`, plannedContent(cell)]));
  return segments(copy.cells, (cell) => {
    const content = plannedContent(cell);
    return content === held.get(`${cell.row},${cell.column}`) ? null : content ?? '';
  });
}

/** All that a copied sheet brings along besides contents. */
function looksOf({ rowCount, columnCount, columns, rowHeights, frozenRows, frozenColumns, print, merges, conditionals, cells }: PlannedSheet): string {
  return JSON.stringify([rowCount, columnCount, columns, [...rowHeights], frozenRows, frozenColumns, print, merges, conditionals, cells.map(lookOf)]);
}

function lookOf(cell: PlannedCell): unknown {
  return [cell.row, cell.column, styleOf(cell.role, cell.locked).name, formatOf(cell), cell.validation ? { ...cell.validation, title: '' } : null];
}
