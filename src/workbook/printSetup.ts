import type { PlacedBlock, Placement, SheetPlacement } from './placement';
import { columnPoints } from './looks';
import type { PlannedColumn, PlannedList, PrintSetup } from './plan';
import { printArea } from './printAreas';

/** Printed width of landscape A4 within the margins, in points. */
const A4_LANDSCAPE = 741;
/** Smaller than this, 11 pt text cannot be read on paper. */
const SMALLEST_SCALE = 0.6;

/** How a sheet prints: one page wide, with the head of its last table repeated, on A3 where A4 would be too small to read. */
export function printSetup(sheet: SheetPlacement, columns: readonly PlannedColumn[], lists: readonly PlannedList[], placement: Placement, filledRows: (list: string) => number): PrintSetup {
  const orientation = sheet.form.orientation ?? 'portrait';
  const width = columns.slice(0, sheet.printColumns).reduce((total, column) => total + (column.hidden ? 0 : columnPoints(column.width)), 0);
  return {
    orientation,
    paper: orientation === 'landscape' && A4_LANDSCAPE < width * SMALLEST_SCALE ? 'A3' : 'A4',
    area: printArea(sheet.rowCount, sheet.printColumns, lists, filledRows),
    titleRows: titleRows(sheet, placement),
  };
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
