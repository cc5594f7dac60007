import { columnPoints, TABLE_STYLE } from '../workbook/looks';
import type { CellBlock, PlannedSheet } from '../workbook/plan';
import { addressLists, blocksOf, runsOf } from '../workbook/areas';
import type { PaintedCell } from './paintedCells';

/** Bytes on the wire: naming some areas and giving them a style; a cell with a style in an array of cells, without its name. */
const BYTES_PER_AREAS = 325;
const BYTES_PER_CELL = 10;

/**
 * Queues the cell styles: over areas where many cells share one. What is left, few cells each, is answered, to be set cell by cell.
 */
export function lookSheet(target: Excel.Worksheet, painted: readonly PaintedCell[]): readonly PaintedCell[] {
  const few: PaintedCell[] = [];
  forAreas(target, blocksOf(painted.filter(({ lined }) => lined)), (areas) => { areas.style = TABLE_STYLE.name; });
  for (const [style, cells] of grouped(painted, (cell) => cell.style)) {
    if (style === TABLE_STYLE.name) continue;
    const lists = addressLists(blocksOf(cells));
    const byAreas = lists.reduce((total, list) => total + BYTES_PER_AREAS + list.length, 0);
    if (cells.length * (BYTES_PER_CELL + 3 * style.length) < byAreas) few.push(...cells);
    else for (const list of lists) target.getRanges(list).style = style;
  }
  return few;
}

/** Widths of columns, heights of rows that differ from the usual one, hidden columns. */
export function sizeSheet(region: Excel.Range, sheet: PlannedSheet): void {
  region.setRowProperties(Array.from({ length: sheet.rowCount }, (_, row) => {
    const rowHeight = sheet.rowHeights.get(row);
    return rowHeight === undefined ? {} : { format: { rowHeight } };
  }));
  // A width would show a hidden column again.
  region.setColumnProperties(sheet.columns.map(({ width, hidden }) => (hidden ? { columnHidden: true } : { format: { columnWidth: columnPoints(width) } })));
}

/** Heights in points; rows of one height go together. */
export function setRowHeights(target: Excel.Worksheet, rows: readonly { readonly row: number; readonly height: number }[]): void {
  for (const [height, where] of grouped(rows, (row) => row.height)) {
    const lines = runsOf(where.map(({ row }) => row)).map((run) => ({ row: run.first, column: 0, rowCount: run.count, columnCount: 1 }));
    forAreas(target, lines, (areas) => { areas.format.rowHeight = height; });
  }
}

/** Calls `set` for the blocks, in as few address lists as Excel allows. */
export function forAreas(target: Excel.Worksheet, blocks: readonly CellBlock[], set: (areas: Excel.RangeAreas) => void): void {
  for (const addresses of addressLists(blocks)) set(target.getRanges(addresses));
}

/** Groups by a key, in the order of first appearance. */
export function grouped<T, K>(items: Iterable<T>, key: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
