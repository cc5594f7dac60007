import type { CellRef } from '../../evaluation/evaluate';
import type { CellForm, ColumnForm, FieldForm, FieldsBlock, ListBlock, ListColumn, MatrixBlock, Pack, Sourced } from '../../pack/pack';
import type { Draft, PackPath } from './draft';

/** A table of 模板设置: what it looks like, filled with the pack's present values, and how it is read back into the pack. */
export interface SettingsTable {
  /** Null where the pack has nothing of the kind. */
  block(pack: Pack): FieldsBlock | MatrixBlock | ListBlock | null;
  read(pack: Pack, draft: Draft): void;
}

/** One cell of a table of single values. */
export interface Setting extends Omit<FieldForm, 'id' | 'entry' | 'name'> {
  /** Reads the cell back; the field's id is given. */
  readonly read: (draft: Draft, field: string) => void;
}

/** A table of single values, one a row. Cells are named by their number, so that their labels may say anything. */
export function settingsTable(id: string, name: string, heading: string, settings: (pack: Pack) => readonly Setting[]): SettingsTable {
  return {
    block: (pack) => {
      const fields = settings(pack).map(({ read: _read, ...field }, i): FieldForm => ({ ...field, id: `n${i + 1}`, name: `第${i + 1}项`, entry: 'typed' }));
      return fields.length === 0 ? null : { type: 'fields', id, name, heading, pairsPerRow: 1, fields };
    },
    read: (pack, draft) => settings(pack).forEach(({ read }, i) => read(draft, `${id}.n${i + 1}`)),
  };
}

/** A table of rows that may be added to and cleared. */
export function settingsList(id: string, name: string, heading: string, room: number, identifiedBy: string, columns: readonly ListColumn[], given: ListBlock['given'] = []): ListBlock {
  return { type: 'list', id, name, heading, room, identifiedBy, columns, ...(given.length > 0 ? { given } : {}) };
}

/** Rows that hold anything, by their 0-based place; gaps between them are passed over. */
export function filledRows(draft: Draft, list: string): readonly number[] {
  return (draft.reading.entries.lists.get(list) ?? []).flatMap(({ cells }, row) => (cells.size > 0 ? [row] : []));
}

/** One row of a table with several values a row. */
export interface SettingRow {
  readonly label: string;
  /** By column id; a column that is left out has no cell in this row. */
  readonly values: Readonly<Record<string, string | number | undefined>>;
  /** Reads the row back; the id of a column's cell is given. */
  readonly read: (draft: Draft, cell: (column: string) => { readonly field: string }) => void;
}

/** A table of fixed rows with several values each. */
export function settingsMatrix(id: string, name: string, heading: string, columns: readonly ColumnForm[], rows: (pack: Pack) => readonly SettingRow[]): SettingsTable {
  return {
    block: (pack) => {
      const made = rows(pack);
      const used = columns.filter((column) => made.some(({ values }) => column.id in values));
      return made.length === 0 ? null : {
        type: 'matrix', id, name, heading, rowHeading: '项目', columns: used,
        rows: made.map(({ label, values }, i) => ({
          id: `n${i + 1}`, label, only: Object.keys(values),
          cells: Object.fromEntries(Object.entries(values).flatMap(([column, value]): [string, Partial<CellForm>][] => (value === undefined ? [] : [[column, { value }]]))),
        })),
      };
    },
    read: (pack, draft) => rows(pack).forEach(({ read }, i) => read(draft, (column) => ({ field: `${id}.n${i + 1}.${column}` }))),
  };
}

export const YES = '是';
export const NO = '否';
export const YES_OR_NO = { list: [YES, NO] } as const;

/** 是 is true; anything but 是 and 否 is a fault. */
export function yesOrNo(draft: Draft, ref: CellRef): boolean {
  const written = draft.textOf(ref);
  if (written !== YES && written !== NO) draft.fault(ref, written, `${YES}或${NO}`);
  return written === YES;
}

/** Texts of several columns of a row. */
export function textsOf<C extends string>(draft: Draft, list: string, row: number, ...columns: readonly C[]): Readonly<Record<C, string>> {
  return Object.fromEntries(columns.map((column) => [column, draft.textOf({ list, row, column })])) as Record<C, string>;
}

/** Several words in one cell, as the member of a row; nothing where there are none. */
export function wordsText<C extends string = 'synonyms'>(words: readonly string[], column?: C): Readonly<Partial<Record<C, string>>> {
  return (words.length === 0 ? {} : { [column ?? 'synonyms']: words.join('、') }) as Partial<Record<C, string>>;
}

/** Words of a cell, parted by 、 or ；; as they were before where the cell still says so. */
export function readWords(draft: Draft, ref: CellRef, before: readonly string[] = []): readonly string[] {
  const written = draft.textOf(ref);
  return written === before.join('、') ? before : written.split(/[、；;\n]/).map((word) => word.trim()).filter((word) => word !== '');
}

/** A share of points as decimal text, 0 to 1; anything else is a fault, and `otherwise` stands for it. */
export function readShare(draft: Draft, ref: CellRef, otherwise: '0' | '1'): string {
  const written = draft.written(ref, 'rate');
  if (written === null) return otherwise;
  const isShare = /^(0(\.\d+)?|1)$/.test(written);
  if (!isShare) draft.fault(ref, written, '0% 至 100% 的比率', '80%');
  return isShare ? written : otherwise;
}

/** Where figures come from, beside them. */
export const SOURCE_COLUMNS: readonly ColumnForm[] = [
  { id: 'source', label: '来源', content: 'text', entry: 'typed', width: 40 },
  { id: 'confirmed', label: '已核实', content: 'choice', entry: 'typed', choices: YES_OR_NO, width: 10 },
];

export function sourceCells(sourced: Sourced | undefined): Readonly<Record<string, string | undefined>> {
  return { source: sourced?.source, confirmed: sourced && (sourced.confirmed ? YES : NO) };
}

/** Puts the source in beside its figures; none where its cell is blank. */
export function readSource(draft: Draft, path: PackPath, cell: (column: string) => { readonly field: string }, before: Sourced | undefined): void {
  const source = draft.textOf(cell('source'));
  const confirmed = draft.textOf(cell('confirmed'));
  draft.origin([...path, 'sourced', 'confirmed'], cell('confirmed'));
  if (confirmed !== '' || source !== '') yesOrNo(draft, cell('confirmed'));
  draft.put([...path, 'sourced'], source === '' && (confirmed === '' || before === undefined) ? undefined : { source, confirmed: confirmed === YES }, cell('source'));
}
