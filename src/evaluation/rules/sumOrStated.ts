import { numberCell } from '../../values/cell';
import { sum as sumOf } from '../../values/decimal';
import { cleanAmount, cleanAmountFormula } from './amounts';
import { cellOf, cellsOf, knownNumbers, refsOf, whenOnlyNumbersOrBlank } from './faces';
import { shown } from './figures';
import { anyOrder } from './ranges';
import type { RuleKind } from './rule';
import { statedFigure, statedFormula } from './stated';

/** The sum of the parts as soon as one of them is known, else the total as stated by the unit. */
export const sumOrStated: RuleKind = {
  kind: 'sumOrStated',
  title: '合计（明细未填时取直接填报数）',
  source: '表内合计关系（财决01表结构）',
  slots: { of: 'many', stated: 'one' },
  parameters: {},
  value(operands) {
    const known = knownNumbers(cellsOf(operands, 'of'));
    if (!known.ok) return known.error;
    if (known.value.length > 0) return numberCell(cleanAmount(sumOf(known.value)));
    return statedFigure(operands);
  },
  formula(references) {
    const of = refsOf(references, 'of');
    const list = anyOrder(of);
    return whenOnlyNumbersOrBlank(of, `IF(COUNT(${list})=0,${statedFormula(references)},${cleanAmountFormula(`SUM(${list})`)})`);
  },
  explain(operands, _parameters, result) {
    const parts = cellsOf(operands, 'of');
    return parts.some((part) => part.kind !== 'blank')
      ? [`${parts.map(shown).join('＋')}＝${shown(result)}，空白不计入`]
      : [`明细全部空白，取直接填报数${shown(cellOf(operands, 'stated'))}`];
  },
};
