import type { AmountUnit } from '../values/amountUnit';
import type { Evaluation } from './evaluate';
import { hasText } from './rules/faces';

/** 金额单位 of a workbook: its choice in 基本情况 where the pack offers one, else the pack's. A blank or unknown choice is 万元. */
export function amountUnitOf(evaluation: Evaluation): AmountUnit {
  const { unitOfAmounts, unitChoice } = evaluation.form.pack;
  if (unitChoice === undefined) return unitOfAmounts;
  return hasText(evaluation.value(unitChoice), '元') ? '元' : unitOfAmounts;
}
