import { shiftFormula } from '../workbook/formulaText';
import { styleOf, TABLE_STYLE } from '../workbook/looks';
import type { CellBlock, PlannedCell, PlannedList, PlannedSheet } from '../workbook/plan';
import { blocksOf, cellsOf, runsOf } from '../workbook/areas';
import { formatOf } from '../workbook/sheetSettings';
import type { PaintedCell } from './paintedCells';
import { grouped } from './sheetLooks';

/** Cells of one row that are made once and copied: `source` is written, `targets` are the same columns of rows alike. */
export interface CopiedRows {
  readonly source: CellBlock;
  readonly targets: readonly CellBlock[];
}

/** Bytes of a copy on the wire, and of a cell that needs none: its style and its number format. */
const BYTES_PER_COPY = 420;
const BYTES_PER_CELL = 36;
/** What a cell takes in the arrays of styles and formats that leave it alone. */
const BYTES_PER_HOLES = 8;

/**
 * What need not be written cell by cell: the columns of a list whose rows are all alike, and whole rows of other blocks that are
 * alike, values left aside. Copying moves relative references as Excel does.
 */
export function copiedRows(sheet: PlannedSheet): readonly CopiedRows[] {
  return [...sheet.lists.flatMap((list) => copiedRoom(sheet, list)), ...copiedAlike(sheet)];
}

function copiedRoom(sheet: PlannedSheet, list: PlannedList): readonly CopiedRows[] {
  if (list.room < 2) return [];
  const byColumn = new Map<number, PlannedCell[]>();
  for (const cell of sheet.cells) {
    if (cell.row < list.firstRow || cell.row >= list.firstRow + list.room) continue;
    const column = byColumn.get(cell.column) ?? [];
    column.push(cell);
    byColumn.set(cell.column, column);
  }
  const alike = [...byColumn].filter(([, cells]) => cells.length === list.room && new Set(cells.map(shape)).size === 1).map(([column]) => column);
  return runsOf(alike).map((run) => ({
    source: { row: list.firstRow, column: run.first, rowCount: 1, columnCount: run.count },
    targets: [{ row: list.firstRow + 1, column: run.first, rowCount: list.room - 1, columnCount: run.count }],
  }));
}

/** Rows outside of lists and merges, where copying is shorter than writing. */
function copiedAlike(sheet: PlannedSheet): readonly CopiedRows[] {
  const taken = new Set([
    ...sheet.merges.flatMap((merge) => cellsOf(merge).map(({ row }) => row)),
    ...sheet.lists.flatMap((list) => Array.from({ length: list.room }, (_, index) => list.firstRow + index)),
  ]);
  const rows = new Map<number, PlannedCell[]>();
  for (const cell of sheet.cells) {
    if (taken.has(cell.row)) continue;
    const row = rows.get(cell.row) ?? [];
    row.push(cell);
    rows.set(cell.row, row);
  }
  const groups = new Map<string, (readonly PlannedCell[])[]>();
  for (const row of rows.values()) {
    const key = JSON.stringify(row.map((cell) => [cell.column, shape(cell)]).sort(([a], [b]) => Number(a) - Number(b)));
    groups.set(key, [...groups.get(key) ?? [], row]);
  }
  return [...groups.values()].flatMap(([first = [], ...others]): readonly CopiedRows[] => {
    const bytes = others.length * first.reduce((total, cell) => total + BYTES_PER_CELL + (cell.formula?.length ?? 0), 0);
    if (bytes < BYTES_PER_COPY) return [];
    const columns = first.map(({ column }) => column);
    const column = Math.min(...columns);
    const columnCount = Math.max(...columns) - column + 1;
    const across = (row: number): CellBlock => ({ row, column, rowCount: 1, columnCount });
    const targets = blocksOf(others.flatMap((row) => cellsOf(across(row[0]?.row ?? 0))));
    return [{ source: across(first[0]?.row ?? 0), targets }];
  });
}

/** Styles and formats of rows that look alike, whatever they hold, where copying is shorter than painting; rows with merges are left out. */
export function copiedLooks(cells: readonly PaintedCell[], merges: readonly CellBlock[]): readonly CopiedRows[] {
  const merged = new Set(merges.flatMap((merge) => cellsOf(merge).map(({ row }) => row)));
  const rows = grouped(cells.filter(({ row }) => !merged.has(row)), ({ row }) => row);
  const alike = grouped(rows.values(), (row) => row.map(({ column, style, format }) => `${column} ${style} ${format ?? ''}`).sort().join());
  return [...alike.values()].flatMap(([first = [], ...others]): readonly CopiedRows[] => {
    const bytes = first.reduce((total, { style, format }) => total + (style === TABLE_STYLE.name ? 0 : 3 * style.length) + (format?.length ?? 0) + BYTES_PER_HOLES, 0);
    if (others.length * bytes < BYTES_PER_COPY) return [];
    const columns = first.map(({ column }) => column);
    const column = Math.min(...columns);
    const across = (row: number): CellBlock => ({ row, column, rowCount: 1, columnCount: Math.max(...columns) - column + 1 });
    return [{ source: across(first[0]?.row ?? 0), targets: blocksOf(others.flatMap(([cell]) => (cell ? cellsOf(across(cell.row)) : []))) }];
  });
}

/**
 * Formulas that are copies of an earlier one, in cells that differ otherwise. Those of one column go together with neighbouring
 * columns where the same rows have them.
 */
export function copiedFormulas(cells: readonly PlannedCell[]): readonly CopiedRows[] {
  const alike = grouped(cells.filter(({ formula }) => formula !== undefined), ({ formula = '', row, column }) => shiftFormula(formula, FAR.row - row, FAR.column - column));
  const repeated = [...alike.values()].filter((same) => same.length > 1);
  const isUpright = (same: readonly PlannedCell[]): boolean => new Set(same.map(({ column }) => column)).size === 1;
  const upright = grouped(repeated.filter(isUpright), (same) => rowsOf(same).join());
  return [
    ...repeated.filter((same) => !isUpright(same)).flatMap(([first, ...others]): readonly CopiedRows[] => {
      if (!first || others.length * lengthOf(first) < BYTES_PER_COPY) return [];
      return [{ source: { row: first.row, column: first.column, rowCount: 1, columnCount: 1 }, targets: blocksOf(others) }];
    }),
    ...[...upright.values()].flatMap((columns) => sideBySide(columns)),
  ];
}

/** Copies of neighbouring columns, whose formulas stand in the same rows. */
function sideBySide(columns: readonly (readonly PlannedCell[])[]): readonly CopiedRows[] {
  const [first = 0, ...others] = rowsOf(columns[0] ?? []);
  const length = new Map(columns.flatMap(([cell]) => (cell ? [[cell.column, lengthOf(cell)] as const] : [])));
  return runsOf(length.keys()).flatMap((run): readonly CopiedRows[] => {
    const inRun = [...length].filter(([column]) => column >= run.first && column < run.first + run.count);
    const bytes = others.length * inRun.reduce((total, [, letters]) => total + letters, 0);
    if (bytes < BYTES_PER_COPY) return [];
    const across = (row: number): CellBlock => ({ row, column: run.first, rowCount: 1, columnCount: run.count });
    return [{ source: across(first), targets: blocksOf(others.flatMap((row) => cellsOf(across(row)))) }];
  });
}

function rowsOf(cells: readonly PlannedCell[]): readonly number[] {
  return cells.map(({ row }) => row).sort((a, b) => a - b);
}

function lengthOf({ formula = '' }: PlannedCell): number {
  return new TextEncoder().encode(formula).length;
}

/** Everything of a cell that a copy brings along, its value left aside; equal where one is a copy of the other. */
function shape(cell: PlannedCell): string {
  const formula = cell.formula === undefined ? null : shiftFormula(cell.formula, FAR.row - cell.row);
  return JSON.stringify([styleOf(cell.role, cell.locked).name, formatOf(cell), cell.validation ? { ...cell.validation, title: '' } : null, formula]);
}

/** Formulas are compared as if they stood here, where no relative reference leaves the sheet. */
const FAR = { row: 500_000, column: 8_000 };
