import { dataText } from '../evaluation/entries';
import type { CellRef, Evaluation } from '../evaluation/evaluate';
import type { CellForm, Entry } from '../pack/pack';
import { sameCell, type CellValue } from '../values/cell';
import { percentText, plainAmount } from '../values/figureText';
import type { Reading } from '../workbook/readWorkbook';

/** A cell as a program reads it. */
export interface CellContents {
  /** `lost`: the cell is gone from the workbook, nothing is read instead. */
  readonly type: 'blank' | 'number' | 'date' | 'text' | 'truth' | 'error' | 'lost';
  /** Decimal text (rates as fractions), yyyy-mm-dd, words, TRUE or FALSE, an error code; null when blank or lost. */
  readonly value: string | null;
  /** As sentences print it: 227.39, 95.01%. */
  readonly text: string;
  /** Of a computed cell that shows something else than its rule gives: what it shows. */
  readonly shown?: string;
}

export interface FieldContents extends CellContents {
  readonly label: string;
  readonly entry: Entry;
  /** Tab name and address; null when the cell is lost. */
  readonly sheet: string | null;
  readonly cell: string | null;
}

export interface ListContents {
  readonly label: string;
  readonly columns: Readonly<Record<string, { readonly label: string; readonly entry: Entry }>>;
  /** Rows with something in them; blank cells are left out. */
  readonly rows: readonly { readonly row: number; readonly key: string; readonly cells: Readonly<Record<string, CellContents>> }[];
}

export interface WorkbookContents {
  readonly pack: string;
  readonly packVersion: string;
  readonly fields: Readonly<Record<string, FieldContents>>;
  readonly lists: Readonly<Record<string, ListContents>>;
}

/** Everything typed, given and computed in a workbook, by id. Computed values are the engine's own. */
export function workbookContents(evaluation: Evaluation, reading: Reading): WorkbookContents {
  const { form } = evaluation;
  const contents = (ref: CellRef, cell: CellForm, computed: boolean): CellContents => {
    const shown = reading.shown(ref);
    if (shown === null) return { type: 'lost', value: null, text: '' };
    const value = evaluation.at(ref);
    return { ...cellContents(cell, value), ...(computed && !sameCell(shown, value) ? { shown: dataText(cell, shown) } : {}) };
  };
  const fields = [...form.fields.values()].map((field): [string, FieldContents] => {
    const place = reading.locate({ field: field.id });
    return [field.id, {
      ...contents({ field: field.id }, field.form, field.rule !== null), label: field.label, entry: field.form.entry,
      sheet: place?.sheet ?? null, cell: place?.address ?? null,
    }];
  });
  const lists = [...form.lists.values()].map((list): [string, ListContents] => {
    const columns = [...list.columns.values()];
    const rows = (evaluation.entries.lists.get(list.id) ?? []).flatMap(({ key, cells }, row) => (cells.size === 0 ? [] : [{
      row: row + 1, key,
      cells: Object.fromEntries(columns.map((column): [string, CellContents] => [column.id, contents({ list: list.id, row, column: column.id }, column.form, column.rule !== null)])
        .filter(([, { type, shown }]) => type !== 'blank' || shown !== undefined)),
    }]));
    return [list.id, { label: list.name, columns: Object.fromEntries(columns.map(({ id, label, form: { entry } }) => [id, { label, entry }])), rows }];
  });
  return { pack: form.pack.id, packVersion: form.pack.version, fields: Object.fromEntries(fields), lists: Object.fromEntries(lists) };
}

function cellContents(form: CellForm, cell: CellValue): CellContents {
  if (cell.kind === 'blank') return { type: 'blank', value: null, text: '' };
  const value = dataText(form, cell);
  const type = cell.kind === 'number' && form.content === 'date' && value.includes('-', 1) ? 'date' : cell.kind;
  return { type, value, text: shownText(form, cell) };
}

function shownText(form: CellForm, cell: CellValue): string {
  if (cell.kind !== 'number') return dataText(form, cell);
  switch (form.content) {
    case 'amount': return plainAmount(cell.value);
    case 'rate': return percentText(cell.value);
    default: return dataText(form, cell);
  }
}
