import type { CellRef, Evaluation } from './evaluate';
import { isBlank } from '../values/cell';
import { rowsInUse } from './rowsInUse';

/** 待填: blank cells that must be filled, in the order of the pack; of lists only in rows that exist, of sheets per row only of rows in use. */
export function requiredBlanks(evaluation: Evaluation): readonly CellRef[] {
  const { form } = evaluation;
  const used = rowsInUse(evaluation);
  const asks = (sheet: string): boolean => used.has(form.copies?.rows.get(sheet) ?? -1) || !form.copies?.rows.has(sheet);
  const fields = [...form.fields.values()].filter((field) => !field.rule && field.form.required && asks(field.sheet)).map((field): CellRef => ({ field: field.id }));
  const items = [...form.lists.values()].filter((list) => asks(list.sheet)).flatMap((list) => {
    const required = [...list.columns.values()].filter((column) => !column.rule && column.form.required);
    return [...evaluation.rows(list.id)].flatMap((row) => required.map((column): CellRef => ({ list: list.id, row, column: column.id })));
  });
  return [...fields, ...items].filter((ref) => isBlank(evaluation.at(ref)));
}
