import type { Sourced } from '../pack/pack';
import { BLANK, isBlank, numberCell, type CellValue } from '../values/cell';
import type { BoundRule, Form, Operand } from './form';
import { isGivenFigure, mayGiveFigures } from './givenFigures';
import type { Operands } from './rules/rule';

/** What people typed and the bureau gave: the only source of the engine. Computed cells are never read. */
export interface Entries {
  /** By field id. */
  readonly fields: ReadonlyMap<string, CellValue>;
  /** By list id, one entry per room row in sheet order; rows beyond the end are blank. */
  readonly lists: ReadonlyMap<string, readonly EntryRow[]>;
}

export interface EntryRow {
  /** Hidden row key; blank for a row nobody has stamped yet. */
  readonly key: string;
  /** By column id; a missing column is blank. */
  readonly cells: ReadonlyMap<string, CellValue>;
}

/** A cell of the form: a field, or a list cell by its 0-based room row. */
export type CellRef =
  | { readonly field: string }
  | { readonly list: string; readonly row: number; readonly column: string };

/** One step of a number's history. */
export interface Trace {
  readonly ref: CellRef;
  readonly label: string;
  readonly value: CellValue;
  readonly rule: { readonly title: string; readonly source: string; readonly steps: readonly string[] } | null;
  /** Where a figure the bureau gave every unit comes from. */
  readonly given: string | null;
  readonly operands: readonly Trace[];
}

/** One unit's self-evaluation: entries with everything computed from them, on demand and once. */
export interface Evaluation {
  readonly form: Form;
  readonly entries: Entries;
  /** Value of a field, typed, given or computed; blank when the form has no such field. */
  value(fieldId: string): CellValue;
  /** Value in a list row. */
  item(list: string, row: number, column: string): CellValue;
  at(ref: CellRef): CellValue;
  /** Room rows whose identifying column is filled. */
  rows(list: string): readonly number[];
  rowKey(list: string, row: number): string;
  /** How the number came about, one level deep or all the way down. */
  trace(ref: CellRef, depth?: number): Trace;
}

/** Evaluates entries on a form. Pure: same entries, same values. */
export function evaluate(form: Form, entries: Entries): Evaluation {
  const known = new Map<string, CellValue>();

  const compute = (key: string, rule: BoundRule, list: string | null, row: number): CellValue => {
    const found = known.get(key);
    if (found) return found;
    const result = rule.kind.value(operandsOf(rule, list, row), rule.parameters);
    known.set(key, result);
    return result;
  };

  const operandsOf = (rule: BoundRule, list: string | null, row: number): Operands => {
    const values: Record<string, CellValue | readonly CellValue[]> = {};
    for (const [slot, operand] of Object.entries(rule.operands)) {
      values[slot] = isMany(operand) ? operand.map((one) => single(one, list, row))
        : operand.at === 'column' ? columnOf(operand.list, operand.column)
        : single(operand, list, row);
    }
    return values;
  };

  const single = (operand: Operand, list: string | null, row: number): CellValue => {
    if (operand.at === 'rowNumber') return numberCell(row + 1);
    const ref = cellRefOf(operand, list, row);
    return ref ? at(ref) : BLANK;
  };

  const columns = new Map<string, readonly CellValue[]>();
  const columnOf = (list: string, column: string): readonly CellValue[] => {
    const key = `${list}.${column}`;
    const found = columns.get(key);
    if (found) return found;
    const room = form.lists.get(list)?.block.room ?? 0;
    const rows = Math.max(room, entries.lists.get(list)?.length ?? 0);
    const values = Array.from({ length: rows }, (_, row) => item(list, row, column));
    columns.set(key, values);
    return values;
  };

  const value = (fieldId: string): CellValue => {
    const field = form.fields.get(fieldId);
    if (field?.rule) return compute(fieldId, field.rule, null, 0);
    return entries.fields.get(fieldId) ?? BLANK;
  };

  const item = (list: string, row: number, column: string): CellValue => {
    const rule = form.lists.get(list)?.columns.get(column)?.rule;
    if (rule) return compute(`${list}[${row}].${column}`, rule, list, row);
    return entries.lists.get(list)?.[row]?.cells.get(column) ?? BLANK;
  };

  const at = (ref: CellRef): CellValue => ('field' in ref ? value(ref.field) : item(ref.list, ref.row, ref.column));

  const ruleAt = (ref: CellRef): BoundRule | null =>
    'field' in ref ? form.fields.get(ref.field)?.rule ?? null : form.lists.get(ref.list)?.columns.get(ref.column)?.rule ?? null;

  const trace = (ref: CellRef, depth = 1): Trace => {
    const rule = ruleAt(ref);
    const result = at(ref);
    const list = 'list' in ref ? ref.list : null;
    const row = 'list' in ref ? ref.row : 0;
    return {
      ref, label: labelOf(form, ref), value: result,
      rule: rule && { title: rule.kind.title, source: sourceOf(rule), steps: rule.kind.explain(operandsOf(rule, list, row), rule.parameters, result) },
      given: rule ? null : sourceOfGiven(form, ref),
      operands: rule && depth > 0 ? refsOf(rule, list, row).map((next) => trace(next, depth - 1)) : [],
    };
  };

  return {
    form, entries, value, item, at, trace,
    rows: (list) => {
      const by = form.lists.get(list)?.block.identifiedBy ?? '';
      return (entries.lists.get(list) ?? []).flatMap((_, row) => (isBlank(item(list, row, by)) ? [] : [row]));
    },
    rowKey: (list, row) => entries.lists.get(list)?.[row]?.key ?? '',
  };
}

/** Document behind a rule, as 计分依据 names it. */
function sourceOf({ kind, sourced }: BoundRule): string {
  return sourced === undefined ? kind.source : sourcedText(sourced);
}

/** Document behind a figure the bureau gave every unit; null for what a unit typed or was given by itself. */
function sourceOfGiven(form: Form, ref: CellRef): string | null {
  const { fields, lists } = form.pack.prefilled ?? { fields: {}, lists: {} };
  if ('field' in ref) {
    const field = form.fields.get(ref.field);
    if (!field || !isGivenFigure(field.form) || fields[ref.field] !== undefined) return null;
    const block = form.sheets.get(field.sheet)?.blocks.find(({ id }) => id === field.block);
    return block && 'sourced' in block && block.sourced ? sourcedText(block.sourced) : null;
  }
  const list = form.lists.get(ref.list);
  const column = list?.columns.get(ref.column);
  if (!list?.block.sourced || !column || !mayGiveFigures(column.form) || lists[ref.list] !== undefined) return null;
  return sourcedText(list.block.sourced);
}

/** A source with what is to be said of one nobody confirmed yet. */
export function sourcedText({ source, confirmed }: Sourced): string {
  return `${source}${confirmed ? '' : '（待财政局确认）'}`;
}

/** 项目 in words, with the row number in a list: 第3行·权重. */
export function labelOf(form: Form, ref: CellRef): string {
  if ('field' in ref) return form.fields.get(ref.field)?.label ?? ref.field;
  const column = form.lists.get(ref.list)?.columns.get(ref.column)?.label ?? ref.column;
  return `第${ref.row + 1}行·${column}`;
}

/** Sheet id of a cell. */
export function sheetOf(form: Form, ref: CellRef): string {
  return ('field' in ref ? form.fields.get(ref.field)?.sheet : form.lists.get(ref.list)?.sheet) ?? '';
}

function isMany(operand: Operand | readonly Operand[]): operand is readonly Operand[] {
  return Array.isArray(operand);
}

/** The single cells a rule reads; whole columns are told by their name in the steps. */
function refsOf(rule: BoundRule, list: string | null, row: number): readonly CellRef[] {
  return Object.values(rule.operands).flat().flatMap((operand: Operand) => cellRefOf(operand, list, row) ?? []);
}

/** The single cell an operand stands for in a row of `list`; null for whole columns and row numbers. */
export function cellRefOf(operand: Operand, list: string | null, row: number): CellRef | null {
  switch (operand.at) {
    case 'field': return { field: operand.id };
    case 'row': return list === null ? null : { list, row, column: operand.column };
    case 'item': return { list: operand.list, row: operand.row, column: operand.column };
    case 'column': case 'rowNumber': return null;
  }
}
