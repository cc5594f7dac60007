import { numberCell } from '../../values/cell';
import { cellsOf, hasText, refsOf } from './faces';
import { shown } from './figures';
import type { RuleKind } from './rule';

/** 自检不平 of a sheet: how many of its 结论 in 自检表 are ×. */
export const unbalancedCount: RuleKind = {
  kind: 'unbalancedCount',
  title: '自检不平',
  source: '勾稽关系；尾差按分项个数',
  slots: { verdicts: 'many' },
  parameters: {},
  value(operands) {
    return numberCell(cellsOf(operands, 'verdicts').filter((cell) => hasText(cell, '×')).length);
  },
  formula(references) {
    const verdicts = refsOf(references, 'verdicts').map((verdict) => `COUNTIF(${verdict},"×")`);
    return verdicts.length === 0 ? '0' : verdicts.join('+');
  },
  explain(operands, _parameters, result) {
    return [`${cellsOf(operands, 'verdicts').length}条勾稽关系，不平${shown(result)}条`];
  },
};
