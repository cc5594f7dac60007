import { sheetOf, type CellRef } from '../evaluation/evaluate';
import type { Form, ListForm } from '../evaluation/form';
import { parseBlock } from '../values/address';
import { BLANK, cellText, sameCell, type CellValue } from '../values/cell';
import type { Message } from '../values/message';
import { fail, ok, type Result } from '../values/result';
import type { CellContent, Change } from '../workbook/change';
import type { Reading } from '../workbook/readWorkbook';
import type { Plan } from '../workbook/plan';
import { fittedHeights, rowHeightChange } from '../workbook/rowHeights';
import type { FoundSheet, Snapshot } from '../workbook/snapshot';

/** One row of a list the add-in writes: values by column id; a missing column is blank. */
export type OutputRow = Readonly<Record<string, CellValue>>;

/**
 * The change that makes a list the add-in writes hold exactly these rows; rows beyond them are cleared, formulas stay. Neighbouring columns go
 * together, so that one list is few writes. Nothing to change gives no changes.
 */
export function outputListChanges(form: Form, snapshot: Snapshot, reading: Reading, listId: string, rows: readonly OutputRow[]): Result<readonly Change[], Message> {
  const list = form.lists.get(listId);
  const place = list && placeOf(list, snapshot, reading);
  if (!list || !place) return fail(listMissing(form, list, listId));
  const room = list.block.room;
  if (rows.length > room) return fail(listFull(place.sheet.name, rows.length, room));
  const standing = reading.entries.lists.get(listId)?.length ?? 0;
  const rowCount = Math.max(rows.length, standing);
  if (rowCount === 0) return ok([]);
  return ok(columnGroups(place.columns).flatMap((group): Change[] => {
    const first = group[0];
    if (!first) return [];
    const cells = Array.from({ length: rowCount }, (_, row) => group.map(({ id }) => rows[row]?.[id] ?? BLANK));
    const before = cells.map((line, row) => line.map((_, index) => foundAt(place.sheet, place.firstRow + row, first.column + index)));
    if (cells.every((line, row) => line.every((cell, index) => sameCell(cell, before[row]?.[index] ?? BLANK)))) return [];
    return [{
      kind: 'setCells', sheet: { id: list.sheet, name: place.sheet.name },
      block: { row: place.firstRow, column: first.column, rowCount, columnCount: group.length },
      cells: cells.map((line) => line.map(contentOf)), before: before.map((line) => line.map(contentOf)),
    }];
  }));
}

/** The change that makes the rows of such a list as high as their texts need; rows left over get one line. */
export function outputHeightChanges(plan: Plan, snapshot: Snapshot, listId: string, rows: readonly OutputRow[]): readonly Change[] {
  const sheet = plan.sheets.find(({ lists }) => lists.some(({ id }) => id === listId));
  const list = sheet?.lists.find(({ id }) => id === listId);
  if (!sheet || !list) return [];
  const columns = new Map(list.columnIds.map((id, index) => [id, list.columnPositions[index] ?? 0]));
  const fitted = fittedHeights(sheet, list);
  const heights = new Map(Array.from({ length: list.room }, (_, row) => {
    const texts = new Map(Object.entries(rows[row] ?? {}).map(([id, value]) => [columns.get(id) ?? 0, cellText(value)]));
    return [list.firstRow + row, fitted(texts)];
  }));
  return rowHeightChange(plan, snapshot, sheet.id, heights);
}

/** The change of one typed field to a value, or none when it already holds it or is lost. */
export function fieldChange(form: Form, snapshot: Snapshot, reading: Reading, fieldId: string, value: CellValue): readonly Change[] {
  return form.fields.has(fieldId) ? cellChange(form, snapshot, reading, { field: fieldId }, value) : [];
}

/** The same of any typed cell. */
export function cellChange(form: Form, snapshot: Snapshot, reading: Reading, ref: CellRef, value: CellValue): readonly Change[] {
  const place = reading.locate(ref);
  const block = place && parseBlock(place.address);
  const sheet = place && snapshot.sheets.find((candidate) => candidate.name === place.sheet);
  if (!block || !sheet) return [];
  const before = foundAt(sheet, block.row, block.column);
  if (sameCell(before, value)) return [];
  return [{ kind: 'setCells', sheet: { id: sheetOf(form, ref), name: sheet.name }, block, cells: [[contentOf(value)]], before: [[contentOf(before)]] }];
}

interface ListPlace {
  readonly sheet: FoundSheet;
  readonly firstRow: number;
  readonly columns: readonly { readonly id: string; readonly column: number }[];
}

/** Where the columns without formulas of the list's first row stand now; null when the list, its sheet or one of them is lost. */
function placeOf(list: ListForm, snapshot: Snapshot, reading: Reading): ListPlace | null {
  const columns = [...list.columns].filter(([, { rule }]) => rule === null).map(([id]) => {
    const place = reading.locate({ list: list.id, row: 0, column: id });
    const block = place && parseBlock(place.address);
    return place && block ? { id, sheet: place.sheet, row: block.row, column: block.column } : null;
  });
  const known = columns.flatMap((column) => column ?? []);
  const sheet = snapshot.sheets.find((candidate) => candidate.name === known[0]?.sheet);
  const firstRow = known[0]?.row;
  return sheet && firstRow !== undefined && known.length === columns.length ? { sheet, firstRow, columns: known } : null;
}

/** Columns that stand side by side, from left to right. */
function columnGroups(columns: ListPlace['columns']): readonly ListPlace['columns'][] {
  const groups: { id: string; column: number }[][] = [];
  for (const column of [...columns].sort((a, b) => a.column - b.column)) {
    const last = groups.at(-1)?.at(-1);
    if (last && last.column + 1 === column.column) groups.at(-1)?.push(column);
    else groups.push([column]);
  }
  return groups;
}

function foundAt(sheet: FoundSheet, row: number, column: number): CellValue {
  const region = sheet.region;
  return region?.cells[row - region.row]?.[column - region.column]?.value ?? BLANK;
}

function contentOf(value: CellValue): CellContent {
  return { value };
}

function listMissing(form: Form, list: ListForm | undefined, listId: string): Message {
  const sheet = list ? form.sheets.get(list.sheet)?.name : undefined;
  return {
    code: 'L01', text: `找不到清单“${list?.name ?? listId}”或它的表头，结果没有写入工作簿。`, ...(sheet === undefined ? {} : { place: { sheet } }),
    remedy: '请用“生成套表”补建该表后再试。',
  };
}

function listFull(sheet: string, rows: number, room: number): Message {
  return {
    code: 'L02', text: '要写入的行数超过该表的行数。', place: { sheet }, found: `${rows}行`, expected: `不超过${room}行`,
    remedy: '请精简文字材料或删去自行添加的段落后再试。',
  };
}
