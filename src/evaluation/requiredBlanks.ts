import type { CellRef, Evaluation } from './evaluate';
import { isBlank } from '../values/cell';

/** A sheet per row asks for nothing as long as its row does not exist. */
function isInUse({ form, rows }: Evaluation, sheet: string): boolean {
  const row = form.copies?.rows.get(sheet);
  return row === undefined || form.copies === null || rows(form.copies.list).includes(row);
}

/** 待填: blank cells that must be filled, in the order of the pack; of lists and of sheets per row only in rows that exist. */
export function requiredBlanks(evaluation: Evaluation): readonly CellRef[] {
  const { form } = evaluation;
  const fields = [...form.fields.values()].filter((field) => !field.rule && field.form.required && isInUse(evaluation, field.sheet)).map((field): CellRef => ({ field: field.id }));
  const items = [...form.lists.values()].flatMap((list) => {
    const required = [...list.columns.values()].filter((column) => !column.rule && column.form.required);
    return [...evaluation.rows(list.id)].flatMap((row) => required.map((column): CellRef => ({ list: list.id, row, column: column.id })));
  });
  return [...fields, ...items].filter((ref) => isBlank(evaluation.at(ref)));
}
