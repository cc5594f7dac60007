import { absoluteBlock, blockAddress, type Position } from '../values/address';
import { isBlank, type RawCell } from '../values/cell';
import { CONDITIONAL_LOOKS } from '../workbook/looks';
import type { CellBlock, PlannedCell, PlannedSheet, PlannedValidation } from '../workbook/plan';
import { blocksOf, cellsOf } from './areas';
import { needsQuote, writtenValue } from './cellContent';
import { copiedRows, type CopiedRows } from './copiedRows';
import { forAreas, grouped, lookSheet, sizeSheet } from './sheetLooks';

/** What people may do on our protected sheets without a password: fill in, copy, and make columns and rows wider. */
export const OUR_PROTECTION: Excel.WorksheetProtectionOptions = {
  allowFormatColumns: true, allowFormatRows: true, selectionMode: 'Normal',
};

/** Queues everything on an empty sheet: contents, looks, validation, print set-up, protection. */
export function layOutSheet(target: Excel.Worksheet, sheet: PlannedSheet, contents: SheetContents): void {
  writeContents(target, contents);
  lookSheet(target, sheet);
  for (const merge of sheet.merges) target.getRange(blockAddress(merge)).merge(false);
  sizeSheet(target, sheet);
  validate(target, sheet.cells);
  for (const { block, formula, look } of sheet.conditionals) {
    const conditional = target.getRange(blockAddress(block)).conditionalFormats.add(Excel.ConditionalFormatType.custom);
    conditional.custom.rule.formula = `=${formula}`;
    conditional.custom.format.fill.color = CONDITIONAL_LOOKS[look].fill;
    conditional.custom.format.font.color = CONDITIONAL_LOOKS[look].color;
  }
  freeze(target, sheet);
  setUpPrint(target, sheet);
  target.showGridlines = false;
  target.protection.protect(OUR_PROTECTION);
  // Last, because an invisible sheet refuses some of the above on the desktop.
  if (sheet.visibility !== 'visible') target.visibility = sheet.visibility === 'hidden' ? 'Hidden' : 'VeryHidden';
}

/** A rectangle of cells to be written at once; null leaves a cell alone. */
export interface WrittenBlock {
  readonly block: CellBlock;
  readonly cells: readonly (readonly (RawCell | null)[])[];
}

/** What goes into the cells of a sheet, in the order of writing. */
export interface SheetContents {
  readonly formats: readonly WrittenBlock[];
  readonly once: readonly WrittenBlock[];
  readonly copies: readonly CopiedRows[];
  /** Values in copied rows: they would be copied themselves if they stood in the first row from the start. */
  readonly later: readonly WrittenBlock[];
}

export function contentsOf(sheet: PlannedSheet): SheetContents {
  const copies = sheet.lists.flatMap((list) => copiedRows(sheet, list));
  const { once, later } = writings(sheet, copies);
  return { formats: segments(once, format), once: segments(once, content), copies, later: segments(later, content) };
}

/** Number formats come first, so that a text stays a text. */
function writeContents(target: Excel.Worksheet, contents: SheetContents): void {
  for (const { block, cells } of contents.formats) target.getRange(blockAddress(block)).numberFormat = cells.map((row) => [...row]);
  for (const { block, cells } of contents.once) target.getRange(blockAddress(block)).formulas = cells.map((row) => [...row]);
  for (const { source, target: rows } of contents.copies) target.getRange(blockAddress(rows)).copyFrom(target.getRange(blockAddress(source)));
  for (const { block, cells } of contents.later) target.getRange(blockAddress(block)).formulas = cells.map((row) => [...row]);
}

/** Cells written directly, and values that must wait until the rows of their list are copied. */
function writings(sheet: PlannedSheet, copies: readonly CopiedRows[]): { readonly once: readonly PlannedCell[]; readonly later: readonly PlannedCell[] } {
  const key = ({ row, column }: Position): string => `${row},${column}`;
  const sources = new Set(copies.flatMap((copy) => cellsOf(copy.source).map(key)));
  const targets = new Set(copies.flatMap((copy) => cellsOf(copy.target).map(key)));
  const once: PlannedCell[] = [];
  const later: PlannedCell[] = [];
  for (const cell of sheet.cells) {
    const waits = cell.formula === undefined && !isBlank(cell.value);
    if (targets.has(key(cell))) {
      if (waits) later.push(cell);
    } else if (sources.has(key(cell)) && waits) {
      once.push({ ...cell, value: { kind: 'blank' } });
      later.push(cell);
    } else {
      once.push(cell);
    }
  }
  return { once, later };
}

function content(cell: PlannedCell): RawCell | null {
  if (cell.formula !== undefined) return `=${cell.formula}`;
  return isBlank(cell.value) ? null : writtenValue(cell.value);
}

/** A formula in a text cell would stay a text; a text that looks like a formula is kept a text by the format as well. */
function format(cell: PlannedCell): string | null {
  if (cell.formula !== undefined) return cell.numberFormat === '@' || cell.numberFormat === 'General' ? null : cell.numberFormat;
  if (cell.value.kind === 'text' && needsQuote(cell.value.text) && cell.numberFormat === 'General') return '@';
  return cell.numberFormat === 'General' ? null : cell.numberFormat;
}

/** Blocks of consecutive rows that hold something, as wide as their cells; holes are null. */
export function segments(cells: readonly PlannedCell[], pick: (cell: PlannedCell) => RawCell | null): readonly WrittenBlock[] {
  const rows = new Map<number, Map<number, RawCell>>();
  for (const cell of cells) {
    const picked = pick(cell);
    if (picked === null) continue;
    const row = rows.get(cell.row) ?? new Map<number, RawCell>();
    row.set(cell.column, picked);
    rows.set(cell.row, row);
  }
  const runs = blocksOf([...rows.keys()].map((row) => ({ row, column: 0 })));
  return runs.map((run) => {
    const inside = Array.from({ length: run.rowCount }, (_, r) => rows.get(run.row + r) ?? new Map<number, RawCell>());
    const columns = inside.flatMap((row) => [...row.keys()]);
    const column = Math.min(...columns);
    const columnCount = Math.max(...columns) - column + 1;
    return {
      block: { row: run.row, column, rowCount: run.rowCount, columnCount },
      cells: inside.map((row) => Array.from({ length: columnCount }, (_, c) => row.get(column + c) ?? null)),
    };
  });
}

function validate(target: Excel.Worksheet, cells: readonly PlannedCell[]): void {
  const validated = cells.flatMap(({ row, column, validation }) => (validation ? [{ row, column, validation }] : []));
  for (const where of grouped(validated, ({ validation }) => JSON.stringify(validation)).values()) {
    const validation = where[0]?.validation;
    if (!validation) continue;
    forAreas(target, blocksOf(where), (areas) => {
      const rule = areas.dataValidation;
      rule.rule = ruleOf(validation);
      rule.errorAlert = alertOf(validation);
      if (validation.kind === 'number') rule.prompt = { showPrompt: true, title: validation.title, message: validation.message };
    });
  }
}

/** Largest amount a cell holds exactly. */
const LARGEST = 999_999_999_999_999;

function ruleOf(validation: PlannedValidation): Excel.DataValidationRule {
  switch (validation.kind) {
    case 'list': return { list: { inCellDropDown: true, source: validation.values.join(',') } };
    case 'listFrom': return { list: { inCellDropDown: true, source: `=${validation.reference}` } };
    case 'number': return { decimal: { operator: 'Between', formula1: validation.minimum === null ? -LARGEST : Number(validation.minimum), formula2: LARGEST } };
  }
}

function alertOf(validation: PlannedValidation): Excel.DataValidationErrorAlert {
  if (validation.kind === 'number') return { showAlert: true, style: 'Stop', title: validation.title, message: validation.message };
  return { showAlert: validation.strict, style: 'Stop', title: '请从列表选择', message: '请从下拉列表中选择一项；没有合适的请留空。' };
}

function freeze(target: Excel.Worksheet, sheet: PlannedSheet): void {
  const { frozenRows, frozenColumns } = sheet;
  if (frozenRows > 0 && frozenColumns > 0) target.freezePanes.freezeAt(target.getRangeByIndexes(0, 0, frozenRows, frozenColumns));
  else if (frozenRows > 0) target.freezePanes.freezeRows(frozenRows);
  else if (frozenColumns > 0) target.freezePanes.freezeColumns(frozenColumns);
}

function setUpPrint(target: Excel.Worksheet, sheet: PlannedSheet): void {
  const page = target.pageLayout;
  page.orientation = sheet.print.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  page.paperSize = Excel.PaperType.a4;
  page.zoom = { horizontalFitToPages: 1 };
  page.centerHorizontally = true;
  page.setPrintArea(blockAddress(sheet.print.area));
  const titles = sheet.print.titleRows;
  if (titles) page.setPrintTitleRows(`$${titles.first + 1}:$${titles.last + 1}`);
  page.headersFooters.defaultForAllPages.centerFooter = '第 &P 页，共 &N 页';
}

/** A defined name's reference, `=收入!$B$5`. */
export function nameReference(quotedSheet: string, block: CellBlock): string {
  return `=${quotedSheet}!${absoluteBlock(block)}`;
}
