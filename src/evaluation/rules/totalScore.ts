import { BLANK } from '../../values/cell';
import { columnTotal } from './columnTotal';
import { cellOf, cellsOf, optionalRef } from './faces';
import { shown } from './figures';
import type { RuleKind } from './rule';

/** 总分: the sum of the scores as shown. With `unscored` (未评分指标数) it stays blank until every row is scored. */
export const totalScore: RuleKind = {
  kind: 'totalScore',
  title: '总分',
  source: '财预〔2020〕10号：总分为各项指标得分之和',
  slots: { scores: 'column', unscored: 'optional' },
  parameters: {},
  value(operands, parameters) {
    const unscored = cellOf(operands, 'unscored');
    if (unscored.kind === 'error') return unscored;
    if (unscored.kind === 'number' && unscored.value.gt(0)) return BLANK;
    return columnTotal.value({ of: cellsOf(operands, 'scores') }, parameters);
  },
  formula(references, parameters) {
    const total = columnTotal.formula({ of: references['scores'] }, parameters);
    const unscored = optionalRef(references, 'unscored');
    return unscored === null ? total : `IF(SUM(${unscored})>0,"",${total})`;
  },
  explain(operands, parameters, result) {
    const unscored = cellOf(operands, 'unscored');
    if (unscored.kind === 'number' && unscored.value.gt(0)) return [`尚有${shown(unscored)}项指标未评分，总分暂不计算`];
    return columnTotal.explain({ of: cellsOf(operands, 'scores') }, parameters, result);
  },
};
