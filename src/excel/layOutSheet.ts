import { absoluteBlock, blockAddress, type Position } from '../values/address';
import { isBlank, type RawCell } from '../values/cell';
import { CONDITIONAL_LOOKS, ROW_HEIGHT } from '../workbook/looks';
import type { CellBlock, PlannedCell, PlannedSheet, PlannedValidation } from '../workbook/plan';
import { blocksOf, cellsOf, runsOf, segments, type FilledBlock } from '../workbook/areas';
import { joinedConditionals } from '../workbook/conditionals';
import { alertOf, formatOf, numberBounds, OUR_PROTECTION, PAGE_FOOTER } from '../workbook/sheetSettings';
import { plannedContent } from './cellContent';
import { layerCells } from './cellLayers';
import { copiedFormulas, copiedLooks, copiedRows, type CopiedRows } from './copiedRows';
import { paintedCells, type PaintedCell } from './paintedCells';
import { forAreas, grouped, lookSheet, sizeSheet } from './sheetLooks';

/**
 * Queues what stands on an empty sheet and how it looks. Rows alike are made once and copied; conditional formats come after the
 * copying, which would break them up into one a row.
 */
export function layOutSheet(target: Excel.Worksheet, region: Excel.Range, sheet: PlannedSheet, contents: SheetContents): void {
  const { own, painted, looks, copies, formulas, later } = contents;
  const cells = layers(target, painted, own, '');
  cells.paint();
  for (const { source, targets } of looks) forAreas(target, targets, (areas) => { areas.copyFrom(blockAddress(source), Excel.RangeCopyType.formats); });
  cells.fill();
  validate(target, own);
  // Formulas first: the first of some rows alike may have got one of its own this way.
  for (const { source, targets } of formulas) forAreas(target, targets, (areas) => { areas.copyFrom(blockAddress(source), Excel.RangeCopyType.formulas); });
  for (const { source, targets } of copies) forAreas(target, targets, (areas) => { areas.copyFrom(blockAddress(source)); });
  writeBlocks(target, later);
  for (const { block, across } of mergesOf(sheet.merges)) target.getRange(blockAddress(block)).merge(across);
  sizeSheet(region, sheet);
  addConditionals(target, sheet);
  freeze(target, sheet);
  setUpPrint(target, sheet);
}

/** Queues single cells with their looks, contents and validation, each by itself, and merges; for lines of a sheet that is there. */
export function layOutCells(target: Excel.Worksheet, cells: readonly PlannedCell[], merges: readonly CellBlock[]): void {
  const steps = layers(target, paintedCells(cells, merges), cells, null);
  steps.paint();
  steps.fill();
  validate(target, cells);
  for (const { block, across } of mergesOf(merges)) target.getRange(blockAddress(block)).merge(across);
}

function layers(target: Excel.Worksheet, painted: readonly PaintedCell[], cells: readonly PlannedCell[], hole: '' | null): ReturnType<typeof layerCells> {
  return layerCells(target, {
    styles: lookSheet(target, painted).map(({ row, column, style }) => ({ row, column, value: style })),
    formats: painted.flatMap(({ row, column, format: value }) => (value === null ? [] : [{ row, column, value }])),
    contents: cells.flatMap((cell) => {
      const value = plannedContent(cell);
      return value === null ? [] : [{ row: cell.row, column: cell.column, value }];
    }),
  }, hole);
}

/** Queues the conditional formats. */
export function addConditionals(target: Excel.Worksheet, sheet: PlannedSheet): void {
  for (const { blocks, formula, look } of joinedConditionals(sheet.conditionals)) {
    const conditional = target.getRanges(blocks.map((block) => blockAddress(block)).join(',')).conditionalFormats.add(Excel.ConditionalFormatType.custom);
    const { rule, format } = conditional.custom;
    rule.formula = `=${formula}`;
    const { fill, color, bold } = CONDITIONAL_LOOKS[look];
    if (fill !== undefined) format.fill.color = fill;
    if (color !== undefined) format.font.color = color;
    if (bold) format.font.bold = true;
  }
}

/** Queues protection and visibility: last, because a protected or an invisible sheet refuses some of the above. */
export function closeSheet(target: Excel.Worksheet, sheet: PlannedSheet): void {
  target.protection.protect(OUR_PROTECTION);
  if (sheet.visibility !== 'visible') target.visibility = sheet.visibility === 'hidden' ? 'Hidden' : 'VeryHidden';
}

/** Queues contents, block by block; null leaves a cell alone. */
export function writeBlocks(target: Excel.Worksheet, blocks: readonly WrittenBlock[]): void {
  for (const { block, cells } of blocks) target.getRange(blockAddress(block)).formulas = cells.map((row) => [...row]);
}

/** Cells to be written at once. */
export type WrittenBlock = FilledBlock<RawCell>;

/** What goes into the cells of a sheet. */
export interface SheetContents {
  /** Cells that are written and validated themselves: all but copied ones. */
  readonly own: readonly PlannedCell[];
  /** Cells that are painted themselves, those that a merge covers included. */
  readonly painted: readonly PaintedCell[];
  /** Styles and formats of rows that look alike. */
  readonly looks: readonly CopiedRows[];
  readonly copies: readonly CopiedRows[];
  /** Formulas alone that are copied into cells made before. */
  readonly formulas: readonly CopiedRows[];
  /** Values in copied rows: they would be copied themselves if they stood in the first row from the start. */
  readonly later: readonly WrittenBlock[];
}

export function contentsOf(sheet: PlannedSheet): SheetContents {
  const copies = copiedRows(sheet);
  const key = ({ row, column }: Position): string => `${row},${column}`;
  const sources = new Set(copies.flatMap((copy) => cellsOf(copy.source).map(key)));
  const targets = new Set(copies.flatMap((copy) => copy.targets.flatMap((block) => cellsOf(block).map(key))));
  const own: PlannedCell[] = [], later: PlannedCell[] = [];
  for (const cell of sheet.cells) {
    const waits = cell.formula === undefined && !isBlank(cell.value) && (sources.has(key(cell)) || targets.has(key(cell)));
    if (waits) later.push(cell);
    if (!targets.has(key(cell))) own.push(waits ? withoutContent(cell) : cell);
  }
  const formulas = copiedFormulas(own);
  const copied = new Set(formulas.flatMap((copy) => copy.targets.flatMap((block) => cellsOf(block).map(key))));
  const every = paintedCells(own, sheet.merges);
  const looks = copiedLooks(every, sheet.merges);
  const looked = new Set(looks.flatMap((copy) => copy.targets.flatMap((block) => cellsOf(block).map(key))));
  return {
    own: own.map((cell) => (copied.has(key(cell)) ? withoutContent(cell) : cell)), painted: every.filter((cell) => !looked.has(key(cell))), looks, copies, formulas,
    later: segments(later, plannedContent),
  };
}

function withoutContent({ formula: _formula, ...cell }: PlannedCell): PlannedCell {
  return { ...cell, value: { kind: 'blank' }, numberFormat: formatOf(_formula === undefined ? cell : { ...cell, formula: _formula }) };
}

/** Cells whose content Excel could take for something else than was written: quoted texts, and numbers where texts are kept. */
export function doubtful(sheet: PlannedSheet): readonly WrittenBlock[] {
  return segments(sheet.cells, (cell) => {
    const written = cell.formula === undefined ? plannedContent(cell) : null;
    const quoted = typeof written === 'string' && written.startsWith("'");
    return quoted || (typeof written === 'number' && cell.numberFormat === '@') ? written : null;
  });
}

/** Merges of one row each that lie below each other go together: Excel merges a block row by row. */
function mergesOf(merges: readonly CellBlock[]): readonly { readonly block: CellBlock; readonly across: boolean }[] {
  const flat = grouped(merges.filter(({ rowCount }) => rowCount === 1), ({ column, columnCount }) => `${column},${columnCount}`);
  return [
    ...merges.filter(({ rowCount }) => rowCount > 1).map((block) => ({ block, across: false })),
    ...[...flat.values()].flatMap((lines) => runsOf(lines.map(({ row }) => row)).map(({ first, count }) => {
      const { column = 0, columnCount = 1 } = lines[0] ?? {};
      return { block: { row: first, column, rowCount: count, columnCount }, across: count > 1 };
    })),
  ];
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

/** Queues the rows and columns that stay in view. */
export function freeze(target: Excel.Worksheet, sheet: PlannedSheet): void {
  const { frozenRows, frozenColumns } = sheet;
  if (frozenRows > 0 && frozenColumns > 0) target.freezePanes.freezeAt(target.getRangeByIndexes(0, 0, frozenRows, frozenColumns));
  else if (frozenRows > 0) target.freezePanes.freezeRows(frozenRows);
  else if (frozenColumns > 0) target.freezePanes.freezeColumns(frozenColumns);
}

/** Queues what all our sheets have alike, on one from which the others are copied, the largest of `rowCount` rows. */
export function setUpAlike(target: Excel.Worksheet, rowCount: number): void {
  const page = target.pageLayout;
  page.orientation = 'Portrait';
  page.paperSize = Excel.PaperType.a4;
  page.zoom = { horizontalFitToPages: 1 };
  page.centerHorizontally = true;
  page.headersFooters.defaultForAllPages.centerFooter = PAGE_FOOTER;
  target.showGridlines = false;
  target.getRange(`1:${rowCount}`).format.rowHeight = ROW_HEIGHT;
}

function setUpPrint(target: Excel.Worksheet, sheet: PlannedSheet): void {
  const page = target.pageLayout;
  if (sheet.print.orientation === 'landscape') page.orientation = 'Landscape';
  if (sheet.print.paper === 'A3') page.paperSize = Excel.PaperType.a3;
  if (sheet.print.onePage) page.zoom = { horizontalFitToPages: 1, verticalFitToPages: 1 };
  page.setPrintArea(blockAddress(sheet.print.area));
  const titles = sheet.print.titleRows;
  if (titles) page.setPrintTitleRows(`$${titles.first + 1}:$${titles.last + 1}`);
}

/** A defined name's reference, `=收入!$B$5`. */
export function nameReference(quotedSheet: string, block: CellBlock): string {
  return `=${quotedSheet}!${absoluteBlock(block)}`;
}
