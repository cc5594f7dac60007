import type { Entries } from '../evaluation/evaluate';
import { evaluate } from '../evaluation/evaluate';
import { blankEntries } from '../evaluation/entries';
import type { Form } from '../evaluation/form';
import { cellAddress } from '../values/address';
import { cellText } from '../values/cell';
import { regionName } from './names';
import type { CellBlock, Plan, PlannedCell, PlannedConditional, PlannedList, PlannedSheet } from './plan';
import { planCells, type CellSource } from './planCells';
import { plannedNames } from './plannedNames';
import { plannedTables } from './plannedTables';
import { printSetup } from './printSetup';
import { matrixColumns, orderedColumns, placeWorkbook, type Placement, type SheetPlacement } from './placement';
import { LOOKS } from './looks';
import { SIGNATURE_HEIGHT } from './signatureLine';
import { heightOf, heightOfText, textWidth } from './textSize';

/** Raised when the same pack is laid out differently. */
export const LAYOUT_VERSION = 2;

export interface PlanOptions {
  /** Tab names of sheets that were renamed, for formulas that refer to them. */
  readonly tabNames?: ReadonlyMap<string, string>;
}

/** The standard workbook of a pack with these entries: every cell, with formula and value, before anything is written. */
export function planWorkbook(form: Form, entries: Entries, options: PlanOptions = {}): Plan {
  const placement = placeWorkbook(form);
  const source: CellSource = {
    form, placement, evaluation: evaluate(form, entries), given: blankEntries(form),
    tabName: (sheet) => options.tabNames?.get(sheet) ?? form.sheets.get(sheet)?.name ?? sheet,
  };
  const sheets = [...placement.sheets.values()].map((sheet) => planSheet(source, sheet));
  return { packId: form.pack.id, packVersion: form.pack.version, layoutVersion: LAYOUT_VERSION, sheets, structureLocked: form.copies === null, names: plannedNames(form, placement, sheets) };
}

function planSheet(source: CellSource, sheet: SheetPlacement): PlannedSheet {
  const { placement, evaluation } = source;
  const { cells, merges } = planCells(source, sheet);
  const lists = plannedLists(source.form, placement, sheet);
  const columns = columnWidths(sheet, cells, merges, lists, placement);
  const filledRows = (list: string): number => evaluation.entries.lists.get(list)?.length ?? 0;
  const heights = rowHeights(cells, merges, columns, sheet, lists, placement);
  for (const row of emptyLines(sheet, lists, filledRows)) heights.set(row, 0);
  const head = sheet.blocks.find((placed) => placed.block.type === 'matrix' || placed.block.type === 'list');
  const freezesHead = head !== undefined && head === sheet.blocks.find((placed) => placed.block.place !== 'right');
  return {
    id: sheet.form.id, name: sheet.form.name, visibility: sheet.form.visibility ?? 'visible', regionName: regionName(sheet.form.name),
    rowCount: sheet.rowCount, columnCount: sheet.columnCount, columns,
    rowHeights: heights,
    frozenRows: freezesHead ? head.bodyRow + 1 : sheet.headRows, frozenColumns: head?.block.type === 'matrix' && freezesHead ? 1 : 0,
    print: printSetup(sheet, { columns, rowHeights: heights, lists }, placement, filledRows),
    cells, merges, lists, ...plannedTables(placement, sheet), conditionals: conditionals(source.form, placement, sheet),
  };
}

function plannedLists(form: Form, placement: Placement, sheet: SheetPlacement): PlannedList[] {
  return sheet.blocks.flatMap(({ block }) => {
    if (block.type !== 'list') return [];
    const spot = placement.lists.get(block.id);
    if (!spot) return [];
    const columnIds = orderedColumns(block.columns).map((column) => column.id);
    const ownRows = block.columns.find(({ id }) => id === block.identifiedBy)?.entry === 'typed';
    return [{
      id: block.id, headerRow: spot.headerRow, startRow: spot.startRow, firstRow: spot.firstRow, room: block.room,
      givenRows: ownRows ? form.lists.get(block.id)?.block.given?.length ?? 0 : 0, endRow: spot.endRow, hasTotals: spot.totalsRow !== null, firstColumn: spot.firstColumn,
      columnIds, columnPositions: columnIds.map((id) => spot.columns.get(id) ?? 0),
      identifiedBy: columnIds.indexOf(block.identifiedBy), keyColumn: block.output ? null : spot.keyColumn,
    }];
  });
}

const CONTENT_WIDTH = { amount: 14, rate: 10, score: 9, count: 9, number: 10, text: 18, longText: 40, date: 16, choice: 14 } as const;

function columnWidths(sheet: SheetPlacement, cells: readonly PlannedCell[], merges: readonly CellBlock[], lists: readonly PlannedList[], placement: Placement): PlannedSheet['columns'] {
  const widths = new Array<number>(sheet.columnCount).fill(0);
  const hidden = new Set<number>();
  const widen = (column: number, width: number): void => { widths[column] = Math.max(widths[column] ?? 0, width); };
  const tables = new Set<string>();
  for (const { block, column: first } of sheet.blocks) {
    if (block.type === 'matrix') {
      for (const { form, at, columnCount } of matrixColumns(block, first, sheet.printColumns)) if (columnCount === 1) widen(at, form.width ?? CONTENT_WIDTH[form.content]);
    } else if (block.type === 'list') {
      for (const column of block.columns) {
        const at = placement.lists.get(block.id)?.columns.get(column.id) ?? 0;
        widen(at, column.width ?? CONTENT_WIDTH[column.content]);
        if (column.hidden) hidden.add(at);
      }
    } else continue;
    tables.add(block.id);
  }
  for (const list of lists) if (list.keyColumn !== null) hidden.add(list.keyColumn);
  const merged = new Set(merges.map((block) => cellAddress(block.row, block.column)));
  // A form of two pairs side by side has the whole page for them.
  const widest = sheet.printColumns > 4 ? 14 : 20;
  for (const cell of cells) {
    if (merged.has(cellAddress(cell.row, cell.column))) continue;
    if (cell.role === 'label' || cell.role === 'totalLabel' || cell.role === 'subtotalLabel') widen(cell.column, Math.min(40, textWidth(cellText(cell.value)) + 3));
    else if (cell.field !== undefined && cell.role !== 'signature' && !tables.has(cell.field.split(/[.[]/, 1)[0] ?? '')) widen(cell.column, Math.min(widest, CONTENT_WIDTH[cell.content]));
  }
  return widths.map((width, column) => ({ width: width === 0 ? 10 : width, hidden: hidden.has(column) }));
}

/** Every text shows: rows are as high as their wrapped texts need. */
function rowHeights(cells: readonly PlannedCell[], merges: readonly CellBlock[], columns: PlannedSheet['columns'], sheet: SheetPlacement, lists: readonly PlannedList[], placement: Placement): Map<number, number> {
  const heights = new Map<number, number>();
  const need = (row: number, height: number): void => {
    if (height > heightOf(1)) heights.set(row, Math.max(height, heights.get(row) ?? 0));
  };
  const span = new Map(merges.map((block) => [cellAddress(block.row, block.column), block]));
  for (const cell of cells) {
    const text = cell.formula === undefined || cell.role === 'signature' ? cellText(cell.value) : '';
    if (text === '' || !LOOKS[cell.role].wrap || columns[cell.column]?.hidden) continue;
    const block = span.get(cellAddress(cell.row, cell.column));
    if (block && block.rowCount > 1) continue;
    const width = columns.slice(cell.column, cell.column + (block?.columnCount ?? 1)).reduce((total, column) => total + column.width, 0);
    if (cell.value.kind !== 'number') need(cell.row, heightOfText(text, width, LOOKS[cell.role].size));
  }
  for (const placed of sheet.blocks) {
    if (placed.block.type === 'grid') placed.block.rows.forEach((row, r) => need(placed.bodyRow + r, heightOf(row.lines ?? 1)));
  }
  heights.set(0, 32);
  const { row: signed = 0, rowCount: signedRows = 0 } = sheet.signature ?? {};
  for (let row = signed; row < signed + signedRows; row += 1) heights.set(row, Math.max(SIGNATURE_HEIGHT, heights.get(row) ?? 0));
  for (const list of lists) {
    heights.set(list.endRow, 6);
    const start = placement.lists.get(list.id);
    if (start && start.startRow !== start.headerRow) heights.set(start.startRow, 3);
  }
  return heights;
}

/** Rows of a list in the middle of an official form that would stand in the print as empty lines: its end, and once it is filled its blank rows. */
function emptyLines(sheet: SheetPlacement, lists: readonly PlannedList[], filledRows: (list: string) => number): readonly number[] {
  const below = sheet.blocks.filter(({ block }) => block.place !== 'right');
  return lists.flatMap((list) => {
    const placed = below.findIndex(({ block }) => block.id === list.id);
    if (below[placed + 1]?.row !== list.endRow + 1) return [];
    const filled = filledRows(list.id);
    const blank = filled === 0 ? 0 : Math.max(0, list.room - filled);
    return [...Array.from({ length: blank }, (_, row) => list.endRow - blank + row), list.endRow];
  });
}

/** Kinds of rule whose cell turns red, and when. */
const ALARMS: ReadonlyMap<string, string> = new Map([['unbalancedCount', '>0'], ['balanceVerdict', '="×"'], ['ownRule', '="×"']]);

function conditionals(form: Form, placement: Placement, sheet: SheetPlacement): PlannedConditional[] {
  return [...missingFields(form, placement, sheet), ...blockConditionals(form, placement, sheet)];
}

/** Cells of their own that have to be filled in and are not. */
function missingFields(form: Form, placement: Placement, sheet: SheetPlacement): PlannedConditional[] {
  return [...form.fields.values()].flatMap((field): PlannedConditional[] => {
    const spot = placement.fields.get(field.id);
    if (field.sheet !== sheet.form.id || field.form.required !== true || field.rule || !spot) return [];
    return [{ block: { row: spot.row, column: spot.column, rowCount: 1, columnCount: 1 }, look: 'missing', formula: `LEN(${cellAddress(spot.row, spot.column)})=0` }];
  });
}

function blockConditionals(form: Form, placement: Placement, sheet: SheetPlacement): PlannedConditional[] {
  return sheet.blocks.flatMap(({ block }): PlannedConditional[] => {
    if (block.type === 'matrix') {
      return block.columns.flatMap((column): PlannedConditional[] => {
        const id = `${block.id}.${block.rows[0]?.id}.${column.id}`;
        const first = placement.fields.get(id);
        const alarm = ALARMS.get(form.fields.get(id)?.rule?.kind.kind ?? '');
        return first && alarm !== undefined ? [{ block: { ...first, rowCount: block.rows.length, columnCount: 1 }, formula: `${cellAddress(first.row, first.column)}${alarm}`, look: 'broken' }] : [];
      });
    }
    const spot = block.type === 'list' ? placement.lists.get(block.id) : undefined;
    if (block.type !== 'list' || !spot) return [];
    const column = (id: string): number => spot.columns.get(id) ?? 0;
    const room = (at: number): CellBlock => ({ row: spot.firstRow, column: at, rowCount: block.room, columnCount: 1 });
    if (block.document) {
      const text = cellAddress(spot.firstRow, column(block.identifiedBy));
      return [{ block: room(column(block.identifiedBy)), look: 'heading', formula: `OR(MID(${text},2,1)="、",AND(LEFT(${text},1)="（",MID(${text},3,1)="）"))` }];
    }
    const repeated = block.columns.filter((candidate) => candidate.hideRepeats);
    return [
      ...repeated.map((candidate, index): PlannedConditional => {
        const same = repeated.slice(0, index + 1).map((each) => `${cellAddress(spot.firstRow, column(each.id))}=${cellAddress(spot.firstRow - 1, column(each.id))}`);
        return { block: room(column(candidate.id)), look: 'hideRepeat', formula: `AND(LEN(${cellAddress(spot.firstRow, column(candidate.id))})>0,${same.join(',')})` };
      }),
      ...block.columns.filter((candidate) => candidate.required && candidate.entry === 'typed').map((candidate): PlannedConditional => ({
        block: room(column(candidate.id)), look: 'missing',
        formula: `AND(LEN($${cellAddress(spot.firstRow, column(block.identifiedBy))})>0,LEN(${cellAddress(spot.firstRow, column(candidate.id))})=0)`,
      })),
    ];
  });
}
