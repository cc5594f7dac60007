import { cellOf } from './faces';
import { shown } from './figures';
import type { RuleKind } from './rule';
import { boundOf, lowerBoundFormula } from './targetBounds';

/** 目标数: the target as a number in the row's unit (percentage points for %), the lower bound of a range; blank for 定性 and 时限. */
export const targetNumber: RuleKind = {
  kind: 'targetNumber',
  title: '目标数',
  source: '绩效指标值的读法：文本或数值，% 行按百分数',
  slots: { comparison: 'one', target: 'one', unit: 'one' },
  parameters: {},
  value: (operands) => boundOf(operands, 'lower'),
  formula: (references) => lowerBoundFormula(references),
  explain(operands, _parameters, result) {
    return [`指标值“${shown(cellOf(operands, 'target'))}”，度量单位${shown(cellOf(operands, 'unit'))}，读作${shown(result)}`];
  },
};
