import { BLANK, cellText, numberCell, sameCell, textCell, type CellValue } from '../values/cell';
import type { Decimal } from '../values/decimal';
import type { CellForm } from '../pack/pack';
import type { Entries, EntryRow } from './evaluate';
import type { Form, ListForm } from './form';

/**
 * A unit's figures and texts as a data file (`assets/schema/evaluation.schema.json`): values by field id, list rows in order.
 * Amounts, rates (fraction), counts and scores are decimal text or numbers; the rest is text.
 */
export interface EvaluationData {
  readonly pack: string;
  readonly fields: Readonly<Record<string, string | number>>;
  readonly lists: Readonly<Record<string, readonly DataRow[]>>;
}

/** One row of a list by column id. */
type DataRow = Readonly<Record<string, string | number>>;

/** What stands in a workbook before anybody types: values the pack gives. */
export function blankEntries(form: Form): Entries {
  const fields = new Map<string, CellValue>();
  for (const field of form.fields.values()) {
    if (field.form.value !== undefined) fields.set(field.id, dataCell(field.form, field.form.value));
  }
  const lists = new Map<string, readonly EntryRow[]>();
  for (const list of form.lists.values()) {
    lists.set(list.id, (list.block.given ?? []).map((row, index) => entryRow(form, list.id, row, rowKey(index))));
  }
  return { fields, lists };
}

/**
 * Entries of a data file on top of what the pack gives. A list of the data replaces the pack's rows,
 * but keeps rows and cells the pack gives where the identifying cell is the same.
 * Fields the form does not have, and computed ones, are left out: `readEvaluationData` tells of them.
 */
export function entriesFromData(form: Form, data: EvaluationData): Entries {
  const blank = blankEntries(form);
  const fields = new Map(blank.fields);
  for (const [id, value] of Object.entries(data.fields)) {
    const field = form.fields.get(id);
    if (field && !field.rule) fields.set(id, dataCell(field.form, value));
  }
  const lists = new Map(blank.lists);
  for (const [id, rows] of Object.entries(data.lists)) {
    const list = form.lists.get(id);
    if (!list) continue;
    const by = list.block.identifiedBy;
    const given = list.block.given ?? [];
    const same = (one: DataRow, row: DataRow): boolean => String(one[by]) === String(row[by]);
    const added = rows.filter((row) => given.every((one) => !same(one, row)));
    const merged = [...given.map((one) => ({ ...one, ...rows.find((row) => same(one, row)) })), ...added];
    lists.set(id, merged.map((row, index) => entryRow(form, id, row, rowKey(index))));
  }
  return { fields, lists };
}

/**
 * The data file that fills a workbook with these entries: only what differs from what the pack gives, a cleared cell of the pack as
 * blank text; lists the add-in writes itself are none. A cell that holds something else than its kind comes as its text, and
 * `readEvaluationData` tells of it.
 */
export function dataFromEntries(form: Form, entries: Entries): EvaluationData {
  const blank = blankEntries(form);
  const fields: Record<string, string> = {};
  for (const field of form.fields.values()) {
    if (field.rule) continue;
    const cell = entries.fields.get(field.id) ?? BLANK;
    if (!sameCell(cell, blank.fields.get(field.id) ?? BLANK)) fields[field.id] = dataText(field.form, cell);
  }
  const lists: Record<string, readonly DataRow[]> = {};
  for (const list of form.lists.values()) {
    if (list.block.output) continue;
    const by = list.block.identifiedBy;
    const given = new Map((blank.lists.get(list.id) ?? []).map(({ cells }) => [cellText(cells.get(by) ?? BLANK), cells]));
    const found = (entries.lists.get(list.id) ?? []).map(({ cells }) => dataRow(list, cells, given.get(cellText(cells.get(by) ?? BLANK))));
    const last = found.reduce((place, row, index) => (row.length > 0 ? index : place), -1);
    // Rows with a sheet each keep their places, also behind a blank one.
    const rows = list.id === form.copies?.list ? found.slice(0, last + 1).flatMap((row) => (row.length > 0 ? row : [{ [by]: '' }])) : found.flat();
    if (rows.length > 0) lists[list.id] = rows;
  }
  return { pack: form.pack.id, fields, lists };
}

/** A row with what identifies it and what differs from the row the pack gives; none when nothing does. */
function dataRow(list: ListForm, cells: EntryRow['cells'], given: EntryRow['cells'] | undefined): readonly DataRow[] {
  const by = list.block.identifiedBy;
  const differing = [...list.columns.values()].filter((column) => !column.rule && !sameCell(cells.get(column.id) ?? BLANK, given?.get(column.id) ?? BLANK));
  if (differing.length === 0) return [];
  return [Object.fromEntries([...list.columns.values()].flatMap((column) =>
    (differing.includes(column) || (column.id === by && cells.has(by)) ? [[column.id, dataText(column.form, cells.get(column.id) ?? BLANK)]] : [])))];
}

/** A cell as a data file has it: decimal text, yyyy-mm-dd, or the words. */
export function dataText(form: CellForm, cell: CellValue): string {
  if (cell.kind !== 'number') return cellText(cell);
  return (form.content === 'date' ? isoDate(cell.value) : null) ?? cell.value.toFixed();
}

/** Key of the n-th row laid out with the plan; later rows get keys of their own when they are stamped. */
export function rowKey(index: number): string {
  return `r${String(index + 1).padStart(3, '0')}`;
}

function entryRow(form: Form, list: string, row: Readonly<Record<string, string | number>>, key: string): EntryRow {
  const columns = form.lists.get(list)?.columns;
  const cells = new Map<string, CellValue>();
  for (const [id, value] of Object.entries(row)) {
    const column = columns?.get(id);
    if (column && !column.rule && value !== '') cells.set(id, dataCell(column.form, value));
  }
  return { key, cells };
}

function dataCell(form: CellForm, value: string | number): CellValue {
  if (value === '') return BLANK;
  switch (form.content) {
    case 'amount': case 'rate': case 'score': case 'count': case 'number':
      return typeof value === 'number' || /^-?\d+(\.\d+)?$/.test(value) ? numberCell(value) : textCell(value);
    case 'date': return typeof value === 'number' ? numberCell(value) : dateCell(value);
    case 'text': case 'longText': case 'choice': return textCell(String(value));
  }
}

/** yyyy-mm-dd of Excel's serial number; null when it is no whole day from 1900-03-01 to 9999-12-31. */
function isoDate(serial: Decimal): string | null {
  if (!serial.isInteger() || serial.lt(61) || serial.gt(2_958_465)) return null;
  return new Date((serial.toNumber() - 25_569) * 86_400_000).toISOString().slice(0, 10);
}

/** ISO date as Excel's serial number. */
function dateCell(iso: string): CellValue {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(time) ? textCell(iso) : numberCell(Math.round(time / 86_400_000) + 25_569);
}
