import { entriesFromData, type EvaluationData } from '../../src/evaluation/entries';
import { evaluate, type CellRef, type Entries, type EntryRow, type Evaluation } from '../../src/evaluation/evaluate';
import type { Form } from '../../src/evaluation/form';
import { isBlank, type CellValue } from '../../src/values/cell';
import type { Reading } from '../../src/workbook/readWorkbook';
import { cellOf, type Plain } from './playedWorkbook';

/** What stands in a workbook: data as they were laid out, cells typed and recalculated, cells put over whatever stood there. */
export interface Stated {
  readonly data: EvaluationData;
  readonly typed?: readonly (readonly [CellRef, Plain])[];
  readonly put?: readonly (readonly [CellRef, Plain])[];
}

export interface StatedWorkbook {
  readonly evaluation: Evaluation;
  readonly reading: Reading;
}

/**
 * A workbook that shows these things, without planning or laying it out: formulas show what the engine has, and a computed cell that
 * something was put over holds a constant. Addresses are made up, one a cell.
 */
export function statedWorkbook(form: Form, { data, typed = [], put = [] }: Stated): StatedWorkbook {
  const before = typed.reduce((entries, [ref, value]) => withCell(form, entries, ref, cellOf(value)), entriesFromData(form, data));
  const shownBefore = evaluate(form, before);
  const entries = put.reduce((all, [ref, value]) => withCell(form, all, ref, cellOf(value)), before);
  const evaluation = evaluate(form, entries);
  const over = new Map(put.map(([ref, value]) => [JSON.stringify(ref), cellOf(value)]));
  const ruled = (ref: CellRef): boolean => ruleAt(form, ref);
  const order = new Map([...form.fields.keys()].map((id, at) => [id, at + 1]));
  return {
    evaluation,
    reading: {
      entries, faults: [], template: () => [],
      shown: (ref) => over.get(JSON.stringify(ref)) ?? (ruled(ref) ? shownBefore : evaluation).at(ref),
      formula: (ref) => (ruled(ref) && !over.has(JSON.stringify(ref)) ? '=1' : null),
      shownAsDate: () => null,
      locate: (ref) => {
        const sheet = 'field' in ref ? form.fields.get(ref.field)?.sheet : form.lists.get(ref.list)?.sheet;
        const name = sheet === undefined ? undefined : form.sheets.get(sheet)?.name;
        // Fields in the order of the pack, list rows behind them.
        return name === undefined ? null : { sheet: name, address: `A${'field' in ref ? order.get(ref.field) ?? 0 : order.size + ref.row + 1}` };
      },
    },
  };
}

function ruleAt(form: Form, ref: CellRef): boolean {
  return Boolean('field' in ref ? form.fields.get(ref.field)?.rule : form.lists.get(ref.list)?.columns.get(ref.column)?.rule);
}

function withCell(form: Form, entries: Entries, ref: CellRef, cell: CellValue): Entries {
  if (ruleAt(form, ref)) return entries;
  if ('field' in ref) return { ...entries, fields: new Map([...entries.fields, [ref.field, cell]]) };
  const rows = entries.lists.get(ref.list) ?? [];
  const length = Math.max(rows.length, ref.row + 1);
  const changed = Array.from({ length }, (_, row): EntryRow => {
    const standing = rows[row] ?? { key: `r${row}`, cells: new Map<string, CellValue>() };
    if (row !== ref.row) return standing;
    return { ...standing, cells: new Map([...new Map([...standing.cells, [ref.column, cell]])].filter(([, value]) => !isBlank(value))) };
  });
  return { ...entries, lists: new Map([...entries.lists, [ref.list, changed]]) };
}
