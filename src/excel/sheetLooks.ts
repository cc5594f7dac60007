import type { Position } from '../values/address';
import { BORDER_COLOR, FONT_NAME, FONT_SIZE, INK, LOOKS, ROW_HEIGHT, columnPoints, type Look } from '../workbook/looks';
import type { CellBlock, PlannedCell, PlannedSheet } from '../workbook/plan';
import { blockAddress } from '../values/address';
import { addressLists, blocksOf, cellsOf, runsOf } from '../workbook/areas';

/** Queues everything about a sheet's looks: what all cells share, then each look over all cells that have it. */
export function lookSheet(target: Excel.Worksheet, sheet: PlannedSheet, own: readonly PlannedCell[]): void {
  const region = target.getRange(blockAddress({ row: 0, column: 0, rowCount: sheet.rowCount, columnCount: sheet.columnCount }));
  region.format.font.name = FONT_NAME;
  region.format.font.size = FONT_SIZE;
  region.format.font.color = INK;
  region.format.verticalAlignment = 'Center';
  region.format.wrapText = true;
  region.format.rowHeight = ROW_HEIGHT;

  const cells = lookedCells(own, sheet.merges);
  for (const [look, where] of grouped(cells, (cell) => cell.look)) {
    if (!isCommon(look)) forAreas(target, blocksOf(where), (areas) => paint(areas.format, look));
  }
  border(target, blocksOf(cells.filter(({ look }) => look.border)));
  forAreas(target, blocksOf(own.filter((cell) => !cell.locked)), (areas) => { areas.format.protection.locked = false; });
}

/** Nothing beyond what the whole region got. */
function isCommon(look: Look): boolean {
  return look.fill === null && look.color === INK && look.size === FONT_SIZE && !look.bold && look.wrap && look.horizontal === 'General' && look.vertical === 'Center';
}

function paint(format: Excel.RangeFormat, look: Look): void {
  if (look.fill !== null) format.fill.color = look.fill;
  if (look.color !== INK) format.font.color = look.color;
  if (look.size !== FONT_SIZE) format.font.size = look.size;
  if (look.bold) format.font.bold = true;
  if (!look.wrap) format.wrapText = false;
  if (look.horizontal !== 'General') format.horizontalAlignment = look.horizontal;
  if (look.vertical !== 'Center') format.verticalAlignment = look.vertical;
}

/** Widths of columns, heights of rows, hidden columns. */
export function sizeSheet(target: Excel.Worksheet, sheet: PlannedSheet): void {
  setRowHeights(target, [...sheet.rowHeights].map(([row, height]) => ({ row, height })));
  const columns = sheet.columns.map((column, index) => ({ row: 0, column: index, ...column }));
  for (const [width, where] of grouped(columns, (column) => column.width)) {
    forAreas(target, blocksOf(where), (areas) => { areas.format.columnWidth = columnPoints(width); });
  }
  for (const run of runsOf(columns.filter((column) => column.hidden).map(({ column }) => column))) {
    target.getRangeByIndexes(0, run.first, 1, run.count).columnHidden = true;
  }
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

interface LookedCell extends Position {
  readonly look: Look;
}

/** Planned cells, with the cells a merge covers looking like the one that shows. */
function lookedCells(cells: readonly PlannedCell[], merged: readonly CellBlock[]): readonly LookedCell[] {
  const merges = new Map(merged.map((block) => [`${block.row},${block.column}`, block]));
  return cells.flatMap((cell) => {
    const look = LOOKS[cell.role];
    const merge = merges.get(`${cell.row},${cell.column}`);
    return merge ? cellsOf(merge).map((position) => ({ ...position, look })) : [{ row: cell.row, column: cell.column, look }];
  });
}

/** Lines between cells are set only where there is more than one row or column: a single one refuses them. */
function border(target: Excel.Worksheet, blocks: readonly CellBlock[]): void {
  const draw = (edges: readonly ('EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'InsideHorizontal' | 'InsideVertical')[], where: readonly CellBlock[]): void =>
    forAreas(target, where, (areas) => {
      for (const edge of edges) {
        const line = areas.format.borders.getItem(edge);
        line.style = 'Continuous';
        line.color = BORDER_COLOR;
      }
    });
  draw(['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'], blocks);
  draw(['InsideHorizontal'], blocks.filter((block) => block.rowCount > 1));
  draw(['InsideVertical'], blocks.filter((block) => block.columnCount > 1));
}
