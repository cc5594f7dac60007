import { numberCell } from '../../values/cell';
import { cleanAmount, cleanAmountFormula } from './amounts';
import { PARTS_SCHEMA, tailLimit } from './balance';
import { allNumbers, cellOf, refOf } from './faces';
import { shown } from './figures';
import type { RuleKind } from './rule';

/** 自检不平: 1 when both sides are known and differ by more than the 尾差, else 0. */
export const unbalanced: RuleKind = {
  kind: 'unbalanced',
  title: '自检不平',
  source: '勾稽关系；尾差按分项个数',
  slots: { left: 'one', right: 'one' },
  parameters: { parts: PARTS_SCHEMA },
  value(operands, parameters) {
    const numbers = allNumbers([cellOf(operands, 'left'), cellOf(operands, 'right')]);
    if (!numbers.ok) return numberCell(0);
    const gap = cleanAmount(numbers.value[0]!.minus(numbers.value[1]!)).abs();
    return numberCell(gap.gte(tailLimit(parameters)) ? 1 : 0);
  },
  formula(references, parameters) {
    const left = refOf(references, 'left');
    const right = refOf(references, 'right');
    const gap = `ABS(${cleanAmountFormula(`${left}-${right}`)})`;
    return `IF(COUNT(${left},${right})=2,IF(${gap}>=${tailLimit(parameters).toFixed()},1,0),0)`;
  },
  explain(operands, parameters, result) {
    return [`${shown(cellOf(operands, 'left'))}与${shown(cellOf(operands, 'right'))}，允许尾差小于${tailLimit(parameters).toFixed()}：不平${shown(result)}处`];
  },
};
