import { BLANK, type CellValue, notApplicable, numberCell } from '../../values/cell';
import { type Decimal, sum as sumOf } from '../../values/decimal';
import { type Result } from '../../values/result';
import { cleanAmount, cleanAmountFormula } from './amounts';
import { strangersInColumn } from './columns';
import { cellsOf, isNotApplicable, knownNumbers, refOf } from './faces';
import { shown } from './figures';
import type { RuleKind } from './rule';

/** Numbers of a list column: rows without one drop out, so do rows that are 不适用. */
export function columnNumbers(cells: readonly CellValue[]): Result<readonly Decimal[], CellValue> {
  return knownNumbers(cells.filter((cell) => !isNotApplicable(cell)));
}

/** The sum of a list column, header row to end row. 不适用 rows drop out; other text gives 未计算; an empty list is blank. */
export const columnTotal: RuleKind = {
  kind: 'columnTotal',
  title: '本列合计',
  source: '表内合计关系',
  slots: { of: 'column' },
  parameters: {},
  value(operands) {
    const cells = cellsOf(operands, 'of');
    const numbers = columnNumbers(cells);
    if (!numbers.ok) return numbers.error;
    if (numbers.value.length > 0) return numberCell(cleanAmount(sumOf(numbers.value)));
    return cells.some(isNotApplicable) ? notApplicable : BLANK;
  },
  formula(references) {
    const of = refOf(references, 'of');
    return (
      `IF(${strangersInColumn(of)}>0,"未计算",` +
      `IF(COUNT(${of})=0,IF(COUNTIF(${of},"不适用")>0,"不适用",""),${cleanAmountFormula(`SUM(${of})`)}))`
    );
  },
  explain(operands, _parameters, result) {
    const filled = cellsOf(operands, 'of').filter((cell) => cell.kind === 'number');
    return [`共${filled.length}行，合计${shown(result)}`];
  },
};
