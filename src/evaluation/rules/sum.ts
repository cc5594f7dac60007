import { BLANK, numberCell } from '../../values/cell';
import { sum as sumOf } from '../../values/decimal';
import { cleanAmount, cleanAmountFormula } from './amounts';
import { cellsOf, knownNumbers, refsOf, whenOnlyNumbersOrBlank } from './faces';
import { shown } from './figures';
import { anyOrder } from './ranges';
import type { RuleKind } from './rule';

/** S(x): the sum of the filled cells; blank when all are blank. */
export const sum: RuleKind = {
  kind: 'sum',
  title: '合计',
  source: '表内合计关系（财决01表结构）',
  slots: { of: 'many' },
  parameters: {},
  value(operands) {
    const known = knownNumbers(cellsOf(operands, 'of'));
    if (!known.ok) return known.error;
    return known.value.length === 0 ? BLANK : numberCell(cleanAmount(sumOf(known.value)));
  },
  formula(references) {
    const of = refsOf(references, 'of');
    const list = anyOrder(of);
    return whenOnlyNumbersOrBlank(of, `IF(COUNT(${list})=0,"",${cleanAmountFormula(`SUM(${list})`)})`);
  },
  explain(operands, _parameters, result) {
    return [`${cellsOf(operands, 'of').map(shown).join('＋')}＝${shown(result)}，空白不计入`];
  },
};
