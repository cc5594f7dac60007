import { BLANK } from '../../values/cell';
import { cellsOf, firstError, refsOf } from './faces';
import { shown } from './figures';
import type { RuleKind } from './rule';
import { sum } from './sum';

/** S(x), but blank while one of the figures in `unless` is not zero: 基金收入 equals 基金支出 only where nothing is carried over. */
export const sumUnless: RuleKind = {
  kind: 'sumUnless',
  title: '合计（有结转等情形时不比较）',
  source: '勾稽关系的适用条件由模板包给出',
  slots: { of: 'many', unless: 'many' },
  parameters: {},
  value(operands, parameters) {
    const conditions = cellsOf(operands, 'unless');
    const error = firstError(conditions);
    if (error !== null) return error;
    if (conditions.some((cell) => cell.kind === 'number' && !cell.value.isZero())) return BLANK;
    return sum.value(operands, parameters);
  },
  formula(references, parameters) {
    const conditions = refsOf(references, 'unless').map((condition) => `SUM(${condition})<>0`);
    return `IF(OR(${conditions.join(',')}),"",${sum.formula(references, parameters)})`;
  },
  explain(operands, parameters, result) {
    const held = cellsOf(operands, 'unless').find((cell) => cell.kind === 'number' && !cell.value.isZero());
    return held === undefined ? sum.explain(operands, parameters, result) : [`有${shown(held)}，不适用本条勾稽`];
  },
};
