import type { Pack } from '../pack/pack';
import type { AmountUnit } from '../values/amountUnit';
import type { Evaluation } from './evaluate';
import type { Form } from './form';
import { hasText } from './rules/faces';

/** 金额单位 of a workbook: its choice in 基本情况 where the pack offers one, else the pack's. A blank or unknown choice is 万元. */
export function amountUnitOf(evaluation: Evaluation): AmountUnit {
  const { unitOfAmounts, unitChoice } = evaluation.form.pack;
  if (unitChoice === undefined) return unitOfAmounts;
  return hasText(evaluation.value(unitChoice), '元') ? '元' : unitOfAmounts;
}

/** A unit was given amounts with its template. They are in the template's unit: with the switch turned they would be read wrong. */
export function givesAmounts({ prefilled }: Pack, fields: Form['fields'], lists: Form['lists']): boolean {
  if (!prefilled) return false;
  return Object.keys(prefilled.fields).some((id) => fields.get(id)?.form.content === 'amount')
    || Object.entries(prefilled.lists).some(([list, rows]) => rows.some((row) => Object.keys(row).some((column) => lists.get(list)?.columns.get(column)?.form.content === 'amount')));
}
