import type { PlacedBlock, Placement, SheetPlacement } from './placement';
import { columnPoints, ROW_HEIGHT } from './looks';
import type { PlannedSheet, PrintSetup } from './plan';
import { printArea } from './printAreas';

/** What fits on a page within Excel's usual margins, in points. */
const PRINTED = {
  A4: { portrait: { width: 494, height: 734 }, landscape: { width: 741, height: 487 } },
  A3: { portrait: { width: 741, height: 1082 }, landscape: { width: 1090, height: 734 } },
} as const;
/** Smaller than this, 11 pt text cannot be read on paper. */
const SMALLEST_SCALE = 0.6;

/** What the set-up depends on. */
export type Printed = Pick<PlannedSheet, 'columns' | 'rowHeights' | 'lists'>;

/**
 * How a sheet prints: one page wide, with the head of its last table repeated, on A3 where A4 would be too small to read; on one page
 * where all of it fits, blank room included.
 */
export function printSetup(sheet: SheetPlacement, { columns, rowHeights, lists }: Printed, placement: Placement, filledRows: (list: string) => number): PrintSetup {
  const orientation = sheet.form.orientation ?? 'portrait';
  const width = columns.slice(0, sheet.printColumns).reduce((total, column) => total + (column.hidden ? 0 : columnPoints(column.width)), 0);
  const paper = orientation === 'landscape' && PRINTED.A4.landscape.width < width * SMALLEST_SCALE ? 'A3' : 'A4';
  const area = printArea(sheet.rowCount, sheet.printColumns, lists, filledRows);
  const height = Array.from({ length: sheet.rowCount }, (_, row) => rowHeights.get(row) ?? ROW_HEIGHT).reduce((total, each) => total + each, 0);
  return {
    orientation, paper, area, titleRows: titleRows(sheet, placement),
    onePage: !endsInTexts(sheet) && PRINTED[paper][orientation].height >= height * SMALLEST_SCALE,
  };
}

/** Rows of a list of long texts grow with what is written in them, over any page. */
function endsInTexts(sheet: SheetPlacement): boolean {
  const last = sheet.blocks.filter(({ block }) => block.place !== 'right').at(-1)?.block;
  return last?.type === 'list' && last.columns.some(({ content, helper, hidden }) => content === 'longText' && !helper && !hidden);
}

/** Only the last table may run over the page. Title and unit come along where nothing else stands above its head. */
function titleRows(sheet: SheetPlacement, placement: Placement): PrintSetup['titleRows'] {
  const below = sheet.blocks.filter(({ block }) => block.place !== 'right');
  const table = below.at(-1);
  const head = table && headRow(table, placement);
  if (head === undefined || head === null) return null;
  const signed = sheet.signature !== null && sheet.signature.row < head;
  return { first: below.length === 1 && !signed ? 0 : head, last: head };
}

function headRow({ block, bodyRow }: PlacedBlock, placement: Placement): number | null {
  if (block.type === 'list') return placement.lists.get(block.id)?.headerRow ?? null;
  return block.type === 'matrix' ? bodyRow : null;
}
