import { BLANK, numberCell } from '../../values/cell';
import { cellsOf, firstError, isNotApplicable, refOf } from './faces';
import { shown } from './figures';
import type { RuleKind } from './rule';

/** 未评分行数: rows that exist and have neither a score nor 不适用. */
export const unscoredRows: RuleKind = {
  kind: 'unscoredRows',
  title: '未评分指标数',
  source: '未填完成值的指标不计0分，总分标明不完整',
  slots: { key: 'column', scores: 'column' },
  parameters: {},
  value(operands) {
    const scores = cellsOf(operands, 'scores');
    const rows = cellsOf(operands, 'key').map((key, row) => [key, scores[row] ?? BLANK] as const);
    const error = firstError(rows.flat());
    if (error !== null) return error;
    return numberCell(rows.filter(([key, score]) => key.kind !== 'blank' && score.kind !== 'number' && !isNotApplicable(score)).length);
  },
  formula(references) {
    const [key, scores] = [refOf(references, 'key'), refOf(references, 'scores')];
    return `SUMPRODUCT((LEN(${key})>0)*(LEN(${scores})>=0)*(1-ISNUMBER(${scores}))*(1-(${scores}="不适用")))-1`;
  },
  explain(_operands, _parameters, result) {
    return [`尚有${shown(result)}项指标未评分`];
  },
};
