import { textCell } from '../../values/cell';
import { cleanAmount, cleanAmountFormula } from './amounts';
import { allNumbers, cellOf, refOf, whenAllNumbers } from './faces';
import { shown } from './figures';
import type { RuleKind } from './rule';

/** 表述 of a change against last year: 增加, 减少 or 持平. */
export const changeWord: RuleKind = {
  kind: 'changeWord',
  title: '增减表述',
  source: '表述与增减额的正负一致（勾稽 R08）',
  slots: { change: 'one' },
  parameters: {},
  value(operands) {
    const numbers = allNumbers([cellOf(operands, 'change')]);
    if (!numbers.ok) return numbers.error;
    const change = cleanAmount(numbers.value[0]!);
    if (change.isZero()) return textCell('持平');
    return textCell(change.gt(0) ? '增加' : '减少');
  },
  formula(references) {
    const change = refOf(references, 'change');
    const clean = cleanAmountFormula(change);
    return whenAllNumbers([change], `IF(${clean}=0,"持平",IF(${clean}>0,"增加","减少"))`);
  },
  explain(operands, _parameters, result) {
    return [`增减额${shown(cellOf(operands, 'change'))}，表述为${shown(result)}`];
  },
};
