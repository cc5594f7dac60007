import { BLANK, numberCell, uncomputed } from '../../values/cell';
import { sum as sumOf } from '../../values/decimal';
import { cleanAmount, cleanAmountFormula } from './amounts';
import { columnNumbers } from './columnTotal';
import { EQUALS_SCHEMA, anyOfFormula, equalsOf, isAnyOf } from './columns';
import { cellsOf, firstError, refOf } from './faces';
import { shown } from './figures';
import type { Operands, Parameters, RuleKind } from './rule';
import { statedFigure, statedFormula } from './stated';

function chosenCells(operands: Operands, parameters: Parameters) {
  const where = cellsOf(operands, 'where');
  const texts = equalsOf(parameters);
  return cellsOf(operands, 'of').filter((_cell, row) => {
    const condition = where[row];
    return condition !== undefined && isAnyOf(condition, texts);
  });
}

/** The sum of the rows whose `where` column holds one of the given texts; when no such row holds a number, the figure as `stated`, or blank. */
export const columnTotalWhere: RuleKind = {
  kind: 'columnTotalWhere',
  title: '分类合计',
  source: '表内合计关系',
  slots: { of: 'column', where: 'column', stated: 'optional' },
  parameters: { equals: EQUALS_SCHEMA },
  value(operands, parameters) {
    const where = cellsOf(operands, 'where');
    const error = firstError(cellsOf(operands, 'of').flatMap((cell, row) => [where[row] ?? BLANK, cell]));
    if (error !== null) return error;
    const numbers = columnNumbers(chosenCells(operands, parameters));
    if (!numbers.ok) return uncomputed;
    return numbers.value.length === 0 ? statedFigure(operands) : numberCell(cleanAmount(sumOf(numbers.value)));
  },
  formula(references, parameters) {
    const of = refOf(references, 'of');
    const where = refOf(references, 'where');
    const chosen = anyOfFormula(where, equalsOf(parameters));
    return (
      `IF(SUMPRODUCT((LEN(${where})>0)*${chosen}*(LEN(${of})>0)*(1-ISNUMBER(${of}))*(1-(${of}="不适用")))>0,"未计算",` +
      `IF(SUMPRODUCT(${chosen}*ISNUMBER(${of}))=0,${statedFormula(references)},${cleanAmountFormula(`SUMPRODUCT(1*${chosen},${of})`)}))`
    );
  },
  explain(operands, parameters, result) {
    const filled = chosenCells(operands, parameters).filter((cell) => cell.kind === 'number');
    if (filled.length === 0 && result.kind === 'number') return [`清单没有${equalsOf(parameters).join('、')}的数，取直接填报数${shown(result)}`];
    return [`${equalsOf(parameters).join('、')}共${filled.length}行，合计${shown(result)}`];
  },
};
