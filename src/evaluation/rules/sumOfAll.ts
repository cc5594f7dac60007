import { numberCell } from '../../values/cell';
import { sum } from '../../values/decimal';
import { cleanAmount, cleanAmountFormula } from './amounts';
import { allNumbers, cellsOf, refsOf, whenAllNumbers } from './faces';
import { shown } from './figures';
import type { RuleKind } from './rule';

/** The sum of cells that must all be there: 总分 = 预算执行得分 + 指标得分 stays blank until both are known. */
export const sumOfAll: RuleKind = {
  kind: 'sumOfAll',
  title: '合计（缺一项不计算）',
  source: '财预〔2020〕10号：总分为各项得分之和',
  slots: { of: 'many' },
  parameters: {},
  value(operands) {
    const numbers = allNumbers(cellsOf(operands, 'of'));
    return numbers.ok ? numberCell(cleanAmount(sum(numbers.value))) : numbers.error;
  },
  formula(references) {
    const of = refsOf(references, 'of');
    return whenAllNumbers(of, cleanAmountFormula(`SUM(${of.join(',')})`));
  },
  explain(operands, _parameters, result) {
    return [`${cellsOf(operands, 'of').map(shown).join('＋')}＝${shown(result)}，有空白时不计算`];
  },
};
