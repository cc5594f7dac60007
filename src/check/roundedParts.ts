import type { CellRef } from '../evaluation/evaluate';
import type { BoundRule, Operand } from '../evaluation/form';
import { equalsOf, isAnyOf } from '../evaluation/rules/columns';
import { agreementOfTotal, type TotalAgreement } from '../values/tolerance';
import { refOf, type CheckContext } from './context';
import type { Decimal } from '../values/decimal';

/** One side of an identity: a figure with the cells it is read from. */
export interface Side {
  readonly value: Decimal;
  readonly refs: readonly CellRef[];
}

/**
 * TAIL(n) between two computed figures: every typed number behind either side was rounded once, and one side counts as the total.
 * Amounts in the workbook's unit with two decimals.
 */
export function agreementOfSides(context: CheckContext, one: Side, other: Side): TotalAgreement {
  const behind = [...one.refs, ...other.refs].reduce((count, ref) => count + roundedParts(context, ref), 0);
  return agreementOfTotal(one.value, other.value, Math.max(1, behind - 1));
}

/** How many typed numbers a figure is made of: 1 for a typed cell, for a sum all filled cells it adds up. */
export function roundedParts(context: CheckContext, ref: CellRef): number {
  const rule = ruleOf(context, ref);
  if (!rule) return context.evaluation.at(ref).kind === 'number' ? 1 : 0;
  const { stated } = rule.operands;
  const parts = detailOf(context, ref, rule);
  // What is stated directly counts only where there is no detail.
  return parts > 0 || stated === undefined ? parts : [stated].flat().reduce((all, operand) => all + partsOf(context, ref, rule, 'stated', operand), 0);
}

/** Whether a cell of a list holds a figure stated directly beside the detail of the same row, by which the workbook computes instead: no sum has it as a part. */
export function isStatedBesideDetail(context: CheckContext, { list, row, column }: Extract<CellRef, { readonly list: string }>): boolean {
  return [...context.form.lists.get(list)?.columns ?? []].some(([id, { rule }]) => {
    const stated = [rule?.operands['stated'] ?? []].flat();
    return rule && stated.some((operand) => operand.at === 'row' && operand.column === column) && detailOf(context, { list, row, column: id }, rule) > 0;
  });
}

/** Typed numbers behind a computed cell, without what is stated directly. */
function detailOf(context: CheckContext, ref: CellRef, rule: BoundRule): number {
  return Object.entries(rule.operands).filter(([slot]) => slot !== 'stated').reduce((count, [slot, operands]) =>
    count + [operands].flat().reduce((all, operand) => all + partsOf(context, ref, rule, slot, operand), 0), 0);
}

function partsOf(context: CheckContext, ref: CellRef, rule: BoundRule, slot: string, operand: Operand): number {
  switch (operand.at) {
    case 'field': return roundedParts(context, refOf(operand.id));
    case 'row': return 'list' in ref ? roundedParts(context, { ...ref, column: operand.column }) : 0;
    case 'item': return roundedParts(context, { list: operand.list, row: operand.row, column: operand.column });
    case 'rowNumber': return 0;
    case 'column': return rowsOf(context, rule, slot, operand).reduce((all, row) => all + roundedParts(context, { list: operand.list, row, column: operand.column }), 0);
  }
}

/** Filled rows of a column; of a column chosen by another one only the rows chosen. */
function rowsOf(context: CheckContext, rule: BoundRule, slot: string, operand: Operand & { readonly at: 'column' }): readonly number[] {
  const rows = context.evaluation.rows(operand.list);
  const where = rule.operands['where'];
  if (slot !== 'of' || where === undefined || !('at' in where) || where.at !== 'column') return rows;
  const texts = equalsOf(rule.parameters);
  return rows.filter((row) => isAnyOf(context.evaluation.item(operand.list, row, where.column), texts));
}

function ruleOf(context: CheckContext, ref: CellRef): BoundRule | null {
  return ('field' in ref ? context.form.fields.get(ref.field)?.rule : context.form.lists.get(ref.list)?.columns.get(ref.column)?.rule) ?? null;
}
