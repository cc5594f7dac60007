import { absoluteBlock, blockAddress, type Position } from '../values/address';
import { isBlank, type RawCell } from '../values/cell';
import { CONDITIONAL_LOOKS } from '../workbook/looks';
import type { CellBlock, PlannedCell, PlannedSheet, PlannedValidation } from '../workbook/plan';
import { blocksOf, cellsOf } from '../workbook/areas';
import { alertOf, formatOf, numberBounds, OUR_PROTECTION, PAGE_FOOTER } from '../workbook/sheetSettings';
import { writtenValue } from './cellContent';
import { copiedRows, type CopiedRows } from './copiedRows';
import { forAreas, grouped, lookSheet, sizeSheet } from './sheetLooks';

/**
 * Queues everything on an empty sheet. The first row of a list gets contents, looks and validation and is then copied down;
 * conditional formats come after the copying, which would break them up into one a row.
 */
export function layOutSheet(target: Excel.Worksheet, sheet: PlannedSheet, contents: SheetContents): void {
  const { formats, once, own, copies, later } = contents;
  for (const { block, cells } of formats) target.getRange(blockAddress(block)).numberFormat = cells.map((row) => [...row]);
  write(target, once);
  lookSheet(target, sheet, own);
  validate(target, own);
  for (const copy of copies) target.getRange(blockAddress(copy.target)).copyFrom(target.getRange(blockAddress(copy.source)));
  write(target, later);
  for (const merge of sheet.merges) target.getRange(blockAddress(merge)).merge(false);
  sizeSheet(target, sheet);
  for (const { block, formula, look } of sheet.conditionals) {
    const conditional = target.getRange(blockAddress(block)).conditionalFormats.add(Excel.ConditionalFormatType.custom);
    conditional.custom.rule.formula = `=${formula}`;
    conditional.custom.format.fill.color = CONDITIONAL_LOOKS[look].fill;
    conditional.custom.format.font.color = CONDITIONAL_LOOKS[look].color;
    if (CONDITIONAL_LOOKS[look].bold) conditional.custom.format.font.bold = true;
  }
  freeze(target, sheet);
  setUpPrint(target, sheet);
  target.showGridlines = false;
  target.protection.protect(OUR_PROTECTION);
  // Last, because an invisible sheet refuses some of the above on the desktop.
  if (sheet.visibility !== 'visible') target.visibility = sheet.visibility === 'hidden' ? 'Hidden' : 'VeryHidden';
}

function write(target: Excel.Worksheet, blocks: readonly WrittenBlock[]): void {
  for (const { block, cells } of blocks) target.getRange(blockAddress(block)).formulas = cells.map((row) => [...row]);
}

/** A rectangle of cells to be written at once; null leaves a cell alone. */
export interface WrittenBlock {
  readonly block: CellBlock;
  readonly cells: readonly (readonly (RawCell | null)[])[];
}

/** What goes into the cells of a sheet. */
export interface SheetContents {
  /** Number formats come first, so that a text stays a text. */
  readonly formats: readonly WrittenBlock[];
  readonly once: readonly WrittenBlock[];
  /** Cells that are written, painted and validated themselves: all but copied ones. */
  readonly own: readonly PlannedCell[];
  readonly copies: readonly CopiedRows[];
  /** Values in copied rows: they would be copied themselves if they stood in the first row from the start. */
  readonly later: readonly WrittenBlock[];
}

export function contentsOf(sheet: PlannedSheet): SheetContents {
  const copies = sheet.lists.flatMap((list) => copiedRows(sheet, list));
  const key = ({ row, column }: Position): string => `${row},${column}`;
  const sources = new Set(copies.flatMap((copy) => cellsOf(copy.source).map(key)));
  const targets = new Set(copies.flatMap((copy) => cellsOf(copy.target).map(key)));
  const own: PlannedCell[] = [], later: PlannedCell[] = [];
  for (const cell of sheet.cells) {
    const waits = cell.formula === undefined && !isBlank(cell.value) && (sources.has(key(cell)) || targets.has(key(cell)));
    if (waits) later.push(cell);
    if (!targets.has(key(cell))) own.push(waits ? { ...cell, value: { kind: 'blank' } } : cell);
  }
  return { formats: segments(own, format), once: segments(own, content), own, copies, later: segments(later, content) };
}

function content(cell: PlannedCell): RawCell | null {
  if (cell.formula !== undefined) return `=${cell.formula}`;
  return isBlank(cell.value) ? null : writtenValue(cell.value);
}

function format(cell: PlannedCell): string | null {
  const given = formatOf(cell);
  return given === 'General' ? null : given;
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
  for (const where of grouped(validated, ({ validation }) => JSON.stringify({ ...validation, title: '' })).values()) {
    const validation = where[0]?.validation;
    if (!validation) continue;
    forAreas(target, blocksOf(where), (areas) => {
      const rule = areas.dataValidation;
      rule.rule = ruleOf(validation);
      const { refuses, title, message } = alertOf(validation);
      rule.errorAlert = { showAlert: refuses, style: 'Stop', title, message };
    });
  }
}

function ruleOf(validation: PlannedValidation): Excel.DataValidationRule {
  switch (validation.kind) {
    case 'list': return { list: { inCellDropDown: true, source: validation.values.join(',') } };
    case 'listFrom': return { list: { inCellDropDown: true, source: `=${validation.reference}` } };
    case 'number': {
      const { least, largest } = numberBounds(validation);
      return { decimal: { operator: 'Between', formula1: least, formula2: largest } };
    }
  }
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
  page.paperSize = sheet.print.paper === 'A3' ? Excel.PaperType.a3 : Excel.PaperType.a4;
  page.zoom = { horizontalFitToPages: 1, ...(sheet.print.onePage ? { verticalFitToPages: 1 } : {}) };
  page.centerHorizontally = true;
  page.setPrintArea(blockAddress(sheet.print.area));
  const titles = sheet.print.titleRows;
  if (titles) page.setPrintTitleRows(`$${titles.first + 1}:$${titles.last + 1}`);
  page.headersFooters.defaultForAllPages.centerFooter = PAGE_FOOTER;
}

/** A defined name's reference, `=收入!$B$5`. */
export function nameReference(quotedSheet: string, block: CellBlock): string {
  return `=${quotedSheet}!${absoluteBlock(block)}`;
}
