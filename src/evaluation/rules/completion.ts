import { BLANK, numberCell, numberIn, uncomputed } from '../../values/cell';
import { ONE } from '../../values/decimal';
import { comparisonIn } from './comparisons';
import { allNumbers, cellOf, insteadOf, optionalRef, refOf, whenAllNumbers } from './faces';
import { percent, shown } from './figures';
import type { RuleKind } from './rule';

/**
 * 完成率, unrounded and not capped: A÷T, for 反向 T÷A; inside a range 1, below it A÷a, above it b÷A.
 * Blank for 定性, 时限 and for targets of 0 or less, where a ratio says nothing.
 */
export const completion: RuleKind = {
  kind: 'completion',
  title: '完成率',
  source: '财预〔2020〕10号 项目支出绩效评价管理办法',
  slots: { comparison: 'one', targetNumber: 'one', targetUpper: 'optional', actualNumber: 'one' },
  parameters: {},
  value(operands) {
    const numbers = allNumbers([cellOf(operands, 'targetNumber'), cellOf(operands, 'actualNumber')]);
    if (!numbers.ok) return numbers.error;
    const [target, actual] = [numbers.value[0]!, numbers.value[1]!];
    const named = comparisonIn(cellOf(operands, 'comparison'));
    if (named === 'range') {
      const bound = allNumbers([cellOf(operands, 'targetUpper')]);
      if (!bound.ok) return bound.error;
      const upper = bound.value[0]!;
      if (upper.lt(target)) return uncomputed;
      if (actual.lt(target)) return target.gt(0) ? numberCell(actual.div(target)) : BLANK;
      if (actual.lte(upper)) return numberCell(ONE);
      return upper.gt(0) ? numberCell(upper.div(actual)) : BLANK;
    }
    if (target.lte(0)) return BLANK;
    if (named === 'atMost' || named === 'lessThan') return actual.gt(0) ? numberCell(target.div(actual)) : BLANK;
    return numberCell(actual.div(target));
  },
  formula(references) {
    const comparison = refOf(references, 'comparison');
    const target = refOf(references, 'targetNumber');
    const actual = refOf(references, 'actualNumber');
    const upper = optionalRef(references, 'targetUpper');
    const single =
      `IF(${target}<=0,"",IF(OR(${comparison}="≤",${comparison}="<"),` +
      `IF(${actual}>0,${target}/${actual},""),${actual}/${target}))`;
    const range =
      upper === null
        ? '""'
        : `IF(COUNT(${upper})=1,IF(${upper}<${target},"未计算",IF(${actual}<${target},IF(${target}>0,${actual}/${target},""),` +
          `IF(${actual}<=${upper},1,IF(${upper}>0,${upper}/${actual},"")))),${insteadOf([upper])})`;
    return whenAllNumbers([target, actual], `IF(${comparison}="区间",${range},${single})`);
  },
  explain(operands, _parameters, result) {
    const target = shown(cellOf(operands, 'targetNumber'));
    const actual = shown(cellOf(operands, 'actualNumber'));
    if (result.kind !== 'number') return [`目标${target}，完成${actual}：不计算完成率`];
    const named = comparisonIn(cellOf(operands, 'comparison'));
    if (named === 'atMost' || named === 'lessThan') return [`反向指标：${target}÷${actual}＝${percent(result)}`];
    const upper = numberIn(cellOf(operands, 'targetUpper'));
    if (named === 'range' && upper !== null) return [`目标${target}~${shown(numberCell(upper))}，完成${actual}：${percent(result)}`];
    return [`${actual}÷${target}＝${percent(result)}`];
  },
};
