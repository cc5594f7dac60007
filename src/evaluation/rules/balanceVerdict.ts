import { textCell } from '../../values/cell';
import { cleanAmount, cleanAmountFormula } from './amounts';
import { PARTS_SCHEMA, tailLimit } from './balance';
import { allNumbers, cellOf, refOf } from './faces';
import { shown } from './figures';
import type { RuleKind } from './rule';

/** 结论 of an identity in 自检表: √, 尾差, × or — (a side is missing or not a number). */
export const balanceVerdict: RuleKind = {
  kind: 'balanceVerdict',
  title: '自检结论',
  source: '勾稽关系；尾差按分项个数',
  slots: { left: 'one', right: 'one' },
  parameters: { parts: PARTS_SCHEMA },
  value(operands, parameters) {
    const numbers = allNumbers([cellOf(operands, 'left'), cellOf(operands, 'right')]);
    if (!numbers.ok) return textCell('—');
    const gap = cleanAmount(numbers.value[0]!.minus(numbers.value[1]!)).abs();
    if (gap.isZero()) return textCell('√');
    return textCell(gap.lt(tailLimit(parameters)) ? '尾差' : '×');
  },
  formula(references, parameters) {
    const left = refOf(references, 'left');
    const right = refOf(references, 'right');
    const gap = `ABS(${cleanAmountFormula(`${left}-${right}`)})`;
    return `IF(COUNT(${left},${right})=2,IF(${gap}=0,"√",IF(${gap}<${tailLimit(parameters).toFixed()},"尾差","×")),"—")`;
  },
  explain(operands, parameters, result) {
    return [`${shown(cellOf(operands, 'left'))}与${shown(cellOf(operands, 'right'))}，允许尾差小于${tailLimit(parameters).toFixed()}：${shown(result)}`];
  },
};
