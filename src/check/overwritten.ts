import { cellRefOf, type CellRef, type Evaluation } from '../evaluation/evaluate';
import type { BoundRule, Operand } from '../evaluation/form';
import { BLANK, numberCell, sameCell, type CellValue } from '../values/cell';

/** What the workbook shows in a cell; null when nothing is known of it. */
export type Shown = (ref: CellRef) => CellValue | null;

export function refKey(ref: CellRef): string {
  return 'field' in ref ? ref.field : `${ref.list}[${ref.row}].${ref.column}`;
}

/**
 * Computed cells of the workbook that do not give what their rule gives: replaced by a constant, changed, or not recalculated.
 * A cell that is only different because one of its operands is, is not among them: one root cause, one finding. Nor is one of a list
 * that the add-in writes: it holds no figure, and where calculation is manual it waits for F9 after every check.
 * @returns what the workbook shows, by `refKey`.
 */
export function overwrittenCells(evaluation: Evaluation, shown: Shown): ReadonlyMap<string, { readonly ref: CellRef; readonly shown: CellValue }> {
  const found = new Map<string, { ref: CellRef; shown: CellValue }>();
  for (const { ref, rule } of computedCells(evaluation)) {
    if ('list' in ref && evaluation.form.lists.get(ref.list)?.block.output === true) continue;
    const standing = shown(ref);
    if (!standing || sameCell(standing, evaluation.at(ref))) continue;
    if (!sameCell(standing, rule.kind.value(shownOperands(evaluation, shown, ref, rule), rule.parameters))) {
      found.set(refKey(ref), { ref, shown: standing });
    }
  }
  return found;
}

/** Every computed cell of the form, list rows over their whole room. */
export function computedCells(evaluation: Evaluation): { readonly ref: CellRef; readonly rule: BoundRule }[] {
  const { form } = evaluation;
  const fields = [...form.fields.values()].flatMap((field) => (field.rule ? [{ ref: { field: field.id }, rule: field.rule }] : []));
  const items = [...form.lists.values()].flatMap((list) =>
    [...list.columns.values()].flatMap((column) => {
      const { rule } = column;
      return rule ? rowsOf(evaluation, list.id).map((row) => ({ ref: { list: list.id, row, column: column.id }, rule })) : [];
    }));
  return [...fields, ...items];
}

function rowsOf(evaluation: Evaluation, list: string): readonly number[] {
  const room = Math.max(evaluation.form.lists.get(list)?.block.room ?? 0, evaluation.entries.lists.get(list)?.length ?? 0);
  return Array.from({ length: room }, (_, row) => row);
}

function shownOperands(evaluation: Evaluation, shown: Shown, ref: CellRef, rule: BoundRule): Record<string, CellValue | readonly CellValue[]> {
  const standing = (at: CellRef): CellValue => shown(at) ?? evaluation.at(at);
  const [list, row] = 'list' in ref ? [ref.list, ref.row] : [null, 0];
  const single = (operand: Operand): CellValue => {
    if (operand.at === 'rowNumber') return numberCell(row + 1);
    const at = cellRefOf(operand, list, row);
    return at ? standing(at) : BLANK;
  };
  return Object.fromEntries(Object.entries(rule.operands).map(([slot, operand]) => [
    slot,
    isMany(operand) ? operand.map(single)
    : operand.at === 'column' ? rowsOf(evaluation, operand.list).map((row) => standing({ list: operand.list, row, column: operand.column }))
    : single(operand),
  ]));
}

function isMany(operand: Operand | readonly Operand[]): operand is readonly Operand[] {
  return Array.isArray(operand);
}
