import { blockAddress, cellAddress, quoteSheet } from '../values/address';
import { cellText } from '../values/cell';
import type { Change, SheetRef } from '../workbook/change';
import type { NamedStyle } from '../workbook/looks';
import type { CellBlock, PlannedName, PlannedSheet } from '../workbook/plan';
import type { FoundCell } from '../workbook/snapshot';
import { contentText, foundCells, formulaValue, holds, table, writtenContent } from './cellContent';
import { setRowHeights } from './sheetLooks';
import { otherContents } from './sheetsAlike';
import { closeSheet, contentsOf, doubtful, layOutSheet, nameReference, setUpAlike, writeBlocks, type WrittenBlock } from './layOutSheet';
import { defineStyles } from './namedStyles';
import { OUR_PROTECTION } from '../workbook/sheetSettings';
import { addWorksheet, copyWorksheet, worksheetOf } from './worksheetOf';

/** A cell that reads back differently from what was written, or was changed by somebody else just before. */
export interface CellFault {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly expected: string;
  readonly found: string;
  /** What somebody else had put there since we looked; to be put back. */
  readonly foreign: FoundCell | null;
}

/** A part of a step that is queued as a whole. */
export interface Piece {
  /** For people: 正在写入“支出”. */
  readonly what: string;
  /** Estimated bytes of request and answer. */
  readonly bytes: number;
  /** Doing it twice is the same as doing it once. */
  readonly repeatable: boolean;
  /** Queues writing and reading back; the answer compares. */
  queue(workbook: Excel.Workbook): () => readonly CellFault[];
  /** Two smaller pieces, or null when it cannot be parted. */
  halves(): readonly [Piece, Piece] | null;
}

/** Calls of one object: instantiate, keep, query, and their answers. */
const BYTES_PER_CALL = 700;
const BYTES_PER_SHEET = 12_000;
const BYTES_PER_NAME = 350;
const BYTES_PER_STYLE = 3_500;
const NO_FAULTS: readonly CellFault[] = [];

/** A sheet before anything stands on it: its tab name, its position, and how many rows it will have. */
export interface EmptySheet {
  readonly name: string;
  readonly position: number;
  readonly rowCount: number;
}

/** Adds the empty sheets, all but the first as copies of it, set up alike; before any formula, because formulas refer across sheets. */
export function addSheetsPiece(sheets: readonly EmptySheet[]): Piece {
  return {
    what: '正在新建工作表', bytes: sheets.length * BYTES_PER_CALL, repeatable: false,
    queue: (workbook) => {
      const [first, ...others] = sheets;
      if (!first) return () => NO_FAULTS;
      const like = addWorksheet(workbook, first.name);
      setUpAlike(like, Math.max(...sheets.map(({ rowCount }) => rowCount)));
      like.position = first.position;
      let before = { sheet: like, position: first.position };
      for (const { name, position } of others) {
        const sheet = copyWorksheet(workbook, name, like, before.sheet);
        if (position !== before.position + 1) sheet.position = position;
        before = { sheet, position };
      }
      return () => NO_FAULTS;
    },
    halves: () => null,
  };
}

/** Adds names; one that lost its cell is pointed to its place again. */
export function namesPiece(names: readonly { readonly name: PlannedName; readonly sheet: SheetRef }[], present: ReadonlySet<string>): Piece {
  return {
    what: '正在定义名称', bytes: names.length * BYTES_PER_NAME, repeatable: false,
    queue: ({ names: collection }) => {
      for (const { name, sheet } of names) {
        const reference = nameReference(quoteSheet(sheet.name), name.block);
        if (present.has(name.name)) collection.getItem(name.name).formula = reference;
        else collection.add(name.name, reference);
      }
      return () => NO_FAULTS;
    },
    halves: () => halved(names, (part) => namesPiece(part, present)),
  };
}

/** The cell styles that the workbook has not. */
export function stylesPiece(styles: readonly NamedStyle[]): Piece {
  return plainPiece('正在准备单元格样式', styles.length * BYTES_PER_STYLE, false, (workbook) => { defineStyles(workbook, styles); });
}

/**
 * Everything on a new sheet. Excel refuses a formula it cannot take, and texts that begin with a letter or a Chinese character stay what
 * they are; read back is what can differ: how many cells hold a formula, and the contents that Excel could take for something else.
 */
export function layOutPiece(sheet: PlannedSheet): Piece {
  const contents = contentsOf(sheet);
  return {
    what: `正在生成“${sheet.name}”`,
    repeatable: false,
    bytes: BYTES_PER_SHEET + bytesOf(contents.own.map(({ formula, value }) => formula ?? cellText(value))) + bytesOf(contents.later.map(({ cells }) => cells)),
    queue: (workbook) => {
      const target = worksheetOf(workbook, sheet.name);
      const range = target.getRange(regionAddress(sheet));
      layOutSheet(target, range, sheet, contents);
      return readBackSheet(target, range, sheet);
    },
    halves: () => null,
  };
}

/** A sheet made as a copy of one that was just laid out, with the contents that differ; behind `before` or, where others lie between them, in its position. */
export function copyPiece(sheet: PlannedSheet, original: PlannedSheet, before: string, position: number | null): Piece {
  const contents = otherContents(sheet, original);
  return {
    what: `正在生成“${sheet.name}”`,
    repeatable: false,
    bytes: 6 * BYTES_PER_CALL + bytesOf(contents.map(({ cells }) => cells)),
    queue: (workbook) => {
      const target = copyWorksheet(workbook, sheet.name, worksheetOf(workbook, original.name), worksheetOf(workbook, before));
      if (position !== null) target.position = position;
      writeBlocks(target, contents);
      return readBackSheet(target, target.getRange(regionAddress(sheet)), sheet);
    },
    halves: () => null,
  };
}

/** Protection and visibility of sheets that hold everything. */
export function closePiece(sheets: readonly PlannedSheet[]): Piece {
  return plainPiece('正在保护工作表', sheets.length * BYTES_PER_CALL, false, (workbook) => {
    for (const sheet of sheets) closeSheet(worksheetOf(workbook, sheet.name), sheet);
  });
}

function regionAddress({ rowCount, columnCount }: PlannedSheet): string {
  return blockAddress({ row: 0, column: 0, rowCount, columnCount });
}

function readBackSheet(target: Excel.Worksheet, region: Excel.Range, sheet: PlannedSheet): () => readonly CellFault[] {
  const collect = [countFormulas(region, sheet), ...doubtful(sheet).map((block) => readBack(target, sheet.name, block))];
  return () => collect.flatMap((compare) => compare());
}

/** Cells of one block: loaded, written, loaded again. */
export function cellsPiece(change: Extract<Change, { kind: 'setCells' | 'restoreFormulas' }>, lift: boolean): Piece {
  const { sheet, block, cells } = change;
  return {
    what: `正在写入“${sheet.name}”`,
    repeatable: true,
    bytes: 6 * BYTES_PER_CALL + 3 * bytesOf(cells.map((row) => row.map(writtenContent))),
    queue: (workbook) => {
      const target = worksheetOf(workbook, sheet.name);
      const address = blockAddress(block);
      const before = loaded(target.getRange(address));
      if (lift) target.protection.unprotect();
      target.getRange(address).formulas = cells.map((row) => row.map(writtenContent));
      if (lift) target.protection.protect(OUR_PROTECTION);
      const after = loaded(target.getRange(address));
      return () => compareCells(change, foundCells(before, block.rowCount, block.columnCount), foundCells(after, block.rowCount, block.columnCount));
    },
    halves: () => {
      if (block.rowCount < 2) return null;
      const half = Math.ceil(block.rowCount / 2);
      const part = (from: number, to: number): Piece => cellsPiece({
        ...change, block: { ...block, row: block.row + from, rowCount: to - from }, cells: cells.slice(from, to), before: change.before.slice(from, to),
      }, lift);
      return [part(0, half), part(half, block.rowCount)];
    },
  };
}

export function rowHeightsPiece({ sheet, heights }: Extract<Change, { kind: 'setRowHeights' }>): Piece {
  return {
    what: `正在调整“${sheet.name}”的行高`, bytes: BYTES_PER_CALL + heights.length * 20, repeatable: true,
    queue: (workbook) => {
      setRowHeights(worksheetOf(workbook, sheet.name), heights);
      return () => NO_FAULTS;
    },
    halves: () => null,
  };
}

export function printAreasPiece(changes: readonly Extract<Change, { kind: 'setPrintArea' }>[]): Piece {
  return {
    what: '正在设置打印区域', bytes: changes.length * BYTES_PER_CALL, repeatable: true,
    queue: (workbook) => {
      for (const { sheet, block } of changes) worksheetOf(workbook, sheet.name).pageLayout.setPrintArea(blockAddress(block));
      return () => NO_FAULTS;
    },
    halves: () => null,
  };
}

export function protectPiece(sheet: SheetRef): Piece {
  return plainPiece(`正在保护“${sheet.name}”`, BYTES_PER_CALL, true, (workbook) => { worksheetOf(workbook, sheet.name).protection.protect(OUR_PROTECTION); });
}

export function renamePiece(sheet: SheetRef, to: string): Piece {
  return {
    what: `正在把“${sheet.name}”改名为“${to}”`, bytes: BYTES_PER_CALL, repeatable: false,
    queue: (workbook) => {
      worksheetOf(workbook, sheet.name).name = to;
      return () => NO_FAULTS;
    },
    halves: () => null,
  };
}

/** Anything else that cannot be parted and reads nothing back: journal, store. */
export function plainPiece(what: string, bytes: number, repeatable: boolean, queue: (workbook: Excel.Workbook) => void): Piece {
  return {
    what, bytes, repeatable, halves: () => null,
    queue: (workbook) => {
      queue(workbook);
      return () => NO_FAULTS;
    },
  };
}

/** UTF-8 bytes of the content as it travels. */
export function bytesOf(content: unknown): number {
  return new TextEncoder().encode(JSON.stringify(content)).length;
}

function loaded(range: Excel.Range): Excel.Range {
  range.load('values,formulas,valueTypes');
  return range;
}

function countFormulas(region: Excel.Range, sheet: PlannedSheet): () => readonly CellFault[] {
  const planned = sheet.cells.filter(({ formula }) => formula !== undefined).length;
  const formulas = region.getSpecialCellsOrNullObject(Excel.SpecialCellType.formulas);
  formulas.load('cellCount');
  return () => {
    const found = cellCount(formulas);
    return found === planned ? [] : [{ sheet: sheet.name, row: 0, column: 0, expected: `${planned}个公式`, found: `${found}个公式`, foreign: null }];
  };
}

function cellCount(areas: Excel.RangeAreas): number {
  return areas.isNullObject ? 0 : areas.cellCount;
}

function readBack(target: Excel.Worksheet, sheet: string, written: WrittenBlock): () => readonly CellFault[] {
  const range = target.getRange(blockAddress(written.block));
  range.load('formulas');
  return () => compareWritten(sheet, written, range);
}

function compareWritten(sheet: string, { block, cells }: WrittenBlock, range: Excel.Range): readonly CellFault[] {
  const formulas = table(range.formulas, block.rowCount, block.columnCount);
  return cells.flatMap((row, r) => row.flatMap((expected, c): readonly CellFault[] => {
    const found = formulas?.[r]?.[c];
    if (expected === null || sameWritten(expected, found)) return [];
    return [{ sheet, row: block.row + r, column: block.column + c, expected: String(expected), found: String(found ?? ''), foreign: null }];
  }));
}

/** Whether `formulas` answers what was written: a quoted text without its quote, a number as the same number. */
function sameWritten(expected: string | number | boolean, found: unknown): boolean {
  if (typeof expected !== 'string') return expected === found;
  if (expected.startsWith("'")) return found === expected.slice(1);
  if (!expected.startsWith('=')) return found === expected;
  return typeof found === 'string' && holds({ value: formulaValue(null), formula: found }, { formula: expected });
}

function compareCells(change: Extract<Change, { kind: 'setCells' | 'restoreFormulas' }>, before: readonly (readonly FoundCell[])[] | null, after: readonly (readonly FoundCell[])[] | null): readonly CellFault[] {
  return change.cells.flatMap((row, r) => row.flatMap((content, c): readonly CellFault[] => {
    if (content === null) return [];
    const place = { sheet: change.sheet.name, row: change.block.row + r, column: change.block.column + c, expected: contentText(content) };
    const was = before?.[r]?.[c], is = after?.[r]?.[c];
    const expected = change.before[r]?.[c] ?? null;
    if (was && !holds(was, expected) && !holds(was, content)) return [{ ...place, found: contentText(was), foreign: was }];
    return is && holds(is, content) ? [] : [{ ...place, found: is ? contentText(is) : '', foreign: null }];
  }));
}

function halved<T>(items: readonly T[], piece: (part: readonly T[]) => Piece): readonly [Piece, Piece] | null {
  if (items.length < 2) return null;
  const half = Math.ceil(items.length / 2);
  return [piece(items.slice(0, half)), piece(items.slice(half))];
}

/** A1 address of a faulty cell. */
export function faultAddress(fault: CellFault): string {
  return cellAddress(fault.row, fault.column);
}

/** A block of one cell. */
export function cellBlock(row: number, column: number): CellBlock {
  return { row, column, rowCount: 1, columnCount: 1 };
}
