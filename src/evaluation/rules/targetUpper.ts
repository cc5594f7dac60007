import { cellOf } from './faces';
import { shown } from './figures';
import type { RuleKind } from './rule';
import { boundOf, upperBoundFormula } from './targetBounds';

/** 目标上限: the upper bound of a range in the row's unit; blank for every other nature. */
export const targetUpper: RuleKind = {
  kind: 'targetUpper',
  title: '目标上限',
  source: '绩效指标值的读法：a~b、a-b、a至b',
  slots: { comparison: 'one', target: 'one', unit: 'one' },
  parameters: {},
  value: (operands) => boundOf(operands, 'upper'),
  formula: (references) => upperBoundFormula(references),
  explain(operands, _parameters, result) {
    return [`指标值“${shown(cellOf(operands, 'target'))}”，上限读作${shown(result)}`];
  },
};
