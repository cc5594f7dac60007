import type { ReadArea } from '../actions/ports';
import { parseReference, type Position } from '../values/address';
import { fail, ok, type Result } from '../values/result';
import type { CellBlock, Plan } from '../workbook/plan';
import type { FoundCell, FoundRegion, FoundSheet, Snapshot } from '../workbook/snapshot';
import { addressLists, blocksOf, cellsOf } from '../workbook/areas';
import { foundCells, formulaValue, table } from './cellContent';
import { decisionOn, type HostFailure } from './hostErrors';
import type { Read } from './look';

/**
 * Reads some cells again and puts them into the last snapshot. The region names of the sheets are read in the same request:
 * when one of them stands elsewhere now, rows or columns moved and the answer is null.
 */
export async function lookAt(areas: readonly ReadArea[], plan: Plan, last: Snapshot, read: Read): Promise<Result<Snapshot | null, HostFailure>> {
  const known = new Set(last.sheets.map(({ name }) => name));
  if (areas.some((area) => !known.has(area.sheet))) return ok(null);
  const wanted = last.sheets.flatMap((sheet) => wantedIn(sheet, areas, plan));
  if (wanted.length === 0) return ok(last);
  const answer = await read((context) => {
    const { names, worksheets } = context.workbook;
    const asked = wanted.map((want) => {
      const region = names.getItemOrNullObject(want.regionName);
      region.load('formula');
      const sheet = worksheets.getItem(want.sheet.name);
      const all = want.all.map((addresses) => wholeAreas(sheet, addresses));
      const shown = want.shown.map((addresses) => shownAreas(sheet, addresses));
      return { want, region, all, shown };
    });
    return () => asked.map((each) => ({ want: each.want, cells: stands(each.want.regionName, each.region, last) ? collect(each.all, each.shown) : null }));
  });
  // A deleted or renamed sheet is found by a full look, and so is what was too large for one answer.
  if (!answer.ok) return decisionOn(answer.error) === 'replan' || decisionOn(answer.error) === 'halve' ? ok(null) : fail(answer.error);
  const found = new Map<string, readonly ReadCell[]>();
  for (const { want, cells } of answer.value) {
    if (!cells) return ok(null);
    found.set(want.sheet.name, cells);
  }
  return ok({ ...last, sheets: last.sheets.map((sheet) => merged(sheet, found.get(sheet.name) ?? [])) });
}

interface Wanted {
  readonly sheet: FoundSheet;
  readonly regionName: string;
  /** Address lists. */
  readonly all: readonly string[];
  readonly shown: readonly string[];
}

function wantedIn(sheet: FoundSheet, areas: readonly ReadArea[], plan: Plan): readonly Wanted[] {
  const { region } = sheet;
  const planned = plan.sheets.find(({ id }) => id === sheet.id);
  if (!region || !planned) return [];
  const inside = (part: ReadArea['part']): readonly Position[] =>
    areas.filter((area) => area.sheet === sheet.name && area.part === part).flatMap((area) => cellsOf(clipped(area.block, region)));
  const touched = inside('all');
  const keys = new Set(touched.map(({ row, column }) => `${row},${column}`));
  const shown = inside('shown').filter(({ row, column }) => !keys.has(`${row},${column}`));
  if (touched.length === 0 && shown.length === 0) return [];
  return [{ sheet, regionName: planned.regionName, all: addressLists(blocksOf(touched)), shown: addressLists(blocksOf(shown)) }];
}

function clipped(block: CellBlock, region: FoundRegion): CellBlock {
  const row = Math.max(block.row, region.row), column = Math.max(block.column, region.column);
  const rowEnd = Math.min(block.row + block.rowCount, region.row + region.cells.length);
  const columnEnd = Math.min(block.column + block.columnCount, region.column + (region.cells[0]?.length ?? 0));
  return { row, column, rowCount: Math.max(0, rowEnd - row), columnCount: Math.max(0, columnEnd - column) };
}

function wholeAreas(sheet: Excel.Worksheet, addresses: string): Excel.RangeCollection {
  const { areas } = sheet.getRanges(addresses);
  areas.load('items/address,items/values,items/formulas,items/valueTypes');
  return areas;
}

function shownAreas(sheet: Excel.Worksheet, addresses: string): Excel.RangeCollection {
  const { areas } = sheet.getRanges(addresses);
  areas.load('items/address,items/values');
  return areas;
}

function stands(regionName: string, region: Excel.NamedItem, last: Snapshot): boolean {
  return !region.isNullObject && last.names.some((name) => name.name === regionName && name.reference === String(region.formula));
}

interface ReadCell extends Position {
  /** Null formula part: only what is shown was read. */
  readonly found: FoundCell | null;
  readonly value: FoundCell['value'];
}

function collect(all: readonly Excel.RangeCollection[], shown: readonly Excel.RangeCollection[]): readonly ReadCell[] | null {
  const cells: ReadCell[] = [];
  for (const { range, whole } of [...ranges(all, true), ...ranges(shown, false)]) {
    const block = parseReference(range.address)?.block;
    if (!block) return null;
    if (whole) {
      const found = foundCells(range, block.rowCount, block.columnCount);
      if (!found) return null;
      found.forEach((row, r) => row.forEach((cell, c) => cells.push({ row: block.row + r, column: block.column + c, found: cell, value: cell.value })));
    } else {
      const values = table(range.values, block.rowCount, block.columnCount);
      if (!values) return null;
      values.forEach((row, r) => row.forEach((value, c) => cells.push({ row: block.row + r, column: block.column + c, found: null, value: formulaValue(value) })));
    }
  }
  return cells;
}

function ranges(collections: readonly Excel.RangeCollection[], whole: boolean): readonly { readonly range: Excel.Range; readonly whole: boolean }[] {
  return collections.flatMap((collection) => collection.items.map((range) => ({ range, whole })));
}

function merged(sheet: FoundSheet, cells: readonly ReadCell[]): FoundSheet {
  const { region } = sheet;
  if (!region || cells.length === 0) return sheet;
  const rows = new Map<number, FoundCell[]>();
  for (const { row, column, found, value } of cells) {
    const r = row - region.row, c = column - region.column;
    const copy = rows.get(r) ?? [...region.cells[r] ?? []];
    copy[c] = found ?? { value, formula: copy[c]?.formula ?? null };
    rows.set(r, copy);
  }
  return { ...sheet, region: { ...region, cells: region.cells.map((row, r) => rows.get(r) ?? row) } };
}
