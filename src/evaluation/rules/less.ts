import { BLANK, numberCell } from '../../values/cell';
import { sum as sumOf } from '../../values/decimal';
import { cleanAmount, cleanAmountFormula } from './amounts';
import { cellOf, cellsOf, knownNumbers, optionalRef, refOf, refsOf, whenOnlyNumbersOrBlank } from './faces';
import { shown } from './figures';
import { anyOrder } from './ranges';
import type { RuleKind } from './rule';

/** What is left of an amount after one addition (`add`) and some deductions; blank ones count as nothing. */
export const less: RuleKind = {
  kind: 'less',
  title: '余额（空白按无增减）',
  source: '表内加减关系',
  slots: { from: 'one', add: 'optional', subtract: 'many' },
  parameters: {},
  value(operands) {
    const from = cellOf(operands, 'from');
    const subtract = cellsOf(operands, 'subtract');
    const add = cellOf(operands, 'add');
    const known = knownNumbers([from, add, ...subtract]);
    if (!known.ok) return known.error;
    if (from.kind !== 'number') return BLANK;
    const parts = subtract.flatMap((cell) => (cell.kind === 'number' ? [cell.value] : []));
    const added = add.kind === 'number' ? from.value.plus(add.value) : from.value;
    return numberCell(cleanAmount(added.minus(sumOf(parts))));
  },
  formula(references) {
    const from = refOf(references, 'from');
    const add = optionalRef(references, 'add');
    const subtract = refsOf(references, 'subtract');
    const added = add === null ? from : `SUM(${from},${add})`;
    return whenOnlyNumbersOrBlank(
      [from, ...(add === null ? [] : [add]), ...subtract],
      `IF(COUNT(${from})=0,"",${cleanAmountFormula(`${added}-SUM(${anyOrder(subtract)})`)})`,
    );
  },
  explain(operands, _parameters, result) {
    const add = cellOf(operands, 'add');
    const start = `${shown(cellOf(operands, 'from'))}${add.kind === 'blank' ? '' : `＋${shown(add)}`}`;
    return [`${[start, ...cellsOf(operands, 'subtract').map(shown)].join('－')}＝${shown(result)}，空白按无增减`];
  },
};
