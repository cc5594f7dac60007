import { BLANK, numberCell } from '../../values/cell';
import { sum as sumOf } from '../../values/decimal';
import { cleanAmount, cleanAmountFormula } from './amounts';
import { cellOf, cellsOf, knownNumbers, refOf, refsOf, whenOnlyNumbersOrBlank } from './faces';
import { shown } from './figures';
import type { RuleKind } from './rule';

/** What is left of an amount; blank deductions count as nothing. */
export const less: RuleKind = {
  kind: 'less',
  title: '余额（空白按无扣减）',
  source: '表内加减关系',
  slots: { from: 'one', subtract: 'many' },
  parameters: {},
  value(operands) {
    const from = cellOf(operands, 'from');
    const subtract = cellsOf(operands, 'subtract');
    const known = knownNumbers([from, ...subtract]);
    if (!known.ok) return known.error;
    if (from.kind !== 'number') return BLANK;
    const parts = subtract.flatMap((cell) => (cell.kind === 'number' ? [cell.value] : []));
    return numberCell(cleanAmount(from.value.minus(sumOf(parts))));
  },
  formula(references) {
    const from = refOf(references, 'from');
    const subtract = refsOf(references, 'subtract');
    return whenOnlyNumbersOrBlank(
      [from, ...subtract],
      `IF(COUNT(${from})=0,"",${cleanAmountFormula(`${from}-SUM(${subtract.join(',')})`)})`,
    );
  },
  explain(operands, _parameters, result) {
    const parts = [cellOf(operands, 'from'), ...cellsOf(operands, 'subtract')];
    return [`${parts.map(shown).join('－')}＝${shown(result)}，空白按无扣减`];
  },
};
