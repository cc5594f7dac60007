import { numberCell } from '../../values/cell';
import { cleanAmount, cleanAmountFormula } from './amounts';
import { allNumbers, cellOf, cellsOf, refOf, refsOf, whenAllNumbers } from './faces';
import { shown } from './figures';
import type { RuleKind } from './rule';

/** D(a,b): a−b, blank as long as one of them is blank. */
export const difference: RuleKind = {
  kind: 'difference',
  title: '差额',
  source: '表内加减关系；增减额＝本年数－上年数',
  slots: { from: 'one', subtract: 'many' },
  parameters: {},
  value(operands) {
    const numbers = allNumbers([cellOf(operands, 'from'), ...cellsOf(operands, 'subtract')]);
    if (!numbers.ok) return numbers.error;
    return numberCell(cleanAmount(numbers.value.reduce((left, part) => left.minus(part))));
  },
  formula(references) {
    const all = [refOf(references, 'from'), ...refsOf(references, 'subtract')];
    return whenAllNumbers(all, cleanAmountFormula(all.join('-')));
  },
  explain(operands, _parameters, result) {
    const parts = [cellOf(operands, 'from'), ...cellsOf(operands, 'subtract')];
    return [`${parts.map(shown).join('－')}＝${shown(result)}`];
  },
};
