import { type CellValue, textCell, uncomputed } from '../../values/cell';
import { ASSESSMENT_SCHEMA, assessmentOf, comparisonIn } from './comparisons';
import { allNumbers, cellOf, insteadOf, optionalRef, refOf, whenAllNumbers } from './faces';
import { shown } from './figures';
import { metFormula, rangeShare, shareOf } from './measuredScore';
import type { RuleKind } from './rule';

/** 达标: 是 or 否, whether the actual value meets its target (a range: lies within it); blank for 定性 and 时限, whose scores say it. */
export const met: RuleKind = {
  kind: 'met',
  title: '是否达标',
  source: '财预〔2020〕10号 项目支出绩效评价管理办法',
  slots: { comparison: 'one', targetNumber: 'one', targetUpper: 'optional', actualNumber: 'one' },
  parameters: { assessment: ASSESSMENT_SCHEMA },
  value(operands, parameters): CellValue {
    const comparison = cellOf(operands, 'comparison');
    if (comparison.kind === 'error') return comparison;
    const numbers = allNumbers([cellOf(operands, 'targetNumber'), cellOf(operands, 'actualNumber')]);
    if (!numbers.ok) return numbers.error;
    const [target, actual] = [numbers.value[0]!, numbers.value[1]!];
    const named = comparisonIn(comparison);
    const upper = named === 'range' ? allNumbers([cellOf(operands, 'targetUpper')]) : null;
    if (upper && !upper.ok) return upper.error;
    const share = upper ? rangeShare(target, upper.value[0]!, actual) : shareOf(named, target, actual, assessmentOf(parameters).overTarget);
    return share === 'broken' ? uncomputed : textCell(share === 'full' ? '是' : '否');
  },
  formula(references, parameters) {
    const [c, t, a] = [refOf(references, 'comparison'), refOf(references, 'targetNumber'), refOf(references, 'actualNumber')];
    const upper = optionalRef(references, 'targetUpper');
    const range = upper === null ? '""'
      : `IF(COUNT(${upper})=1,IF(${upper}<${t},"未计算",IF(AND(${a}>=${t},${a}<=${upper}),"是","否")),${insteadOf([upper])})`;
    const over = assessmentOf(parameters).overTarget === 'full' ? `IF(AND(${c}="=",${t}>0,${a}>${t}),"是","否")` : '"否"';
    const single = `IF(ISERROR(FIND("|"&${c}&"|","|≥|>|≤|<|=|")),"未计算",${over})`;
    return `IF(LEN(${c})*0<>0,"",${whenAllNumbers([t, a], `IF(${c}="区间",${range},IF(${metFormula(c, t, a)},"是",${single}))`)})`;
  },
  explain(operands, _parameters, result) {
    return [`目标${shown(cellOf(operands, 'comparison'))}${shown(cellOf(operands, 'targetNumber'))}，完成${shown(cellOf(operands, 'actualNumber'))}，达标：${shown(result)}`];
  },
};
