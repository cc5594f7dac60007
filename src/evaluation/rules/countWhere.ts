import { numberCell } from '../../values/cell';
import { EQUALS_SCHEMA, anyOfFormula, equalsOf, filledRows, isAnyOf } from './columns';
import { cellsOf, firstError, optionalRef, refOf } from './faces';
import { shown } from './figures';
import type { RuleKind } from './rule';
import { mayBeStated, statedFigure, statedFormula } from './stated';

/** 个数 of the rows whose `where` column holds one of the given texts; with `stated`, that figure as long as the column is empty. */
export const countWhere: RuleKind = {
  kind: 'countWhere',
  title: '分类个数',
  source: '清单行数',
  slots: { where: 'column', stated: 'optional' },
  parameters: { equals: EQUALS_SCHEMA },
  value(operands, parameters) {
    const cells = cellsOf(operands, 'where');
    const texts = equalsOf(parameters);
    const error = firstError(cells);
    if (error !== null) return error;
    if (mayBeStated(operands) && cells.every((cell) => cell.kind === 'blank')) return statedFigure(operands);
    return numberCell(cells.filter((cell) => isAnyOf(cell, texts)).length);
  },
  formula(references, parameters) {
    const where = refOf(references, 'where');
    const count = `SUMPRODUCT((LEN(${where})>0)*${anyOfFormula(where, equalsOf(parameters))})`;
    return optionalRef(references, 'stated') === null ? count : `IF(${filledRows(where)}=0,${statedFormula(references)},${count})`;
  },
  explain(_operands, parameters, result) {
    return [`${equalsOf(parameters).join('、')}共${shown(result)}行`];
  },
};
