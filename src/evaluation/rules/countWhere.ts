import { numberCell } from '../../values/cell';
import { EQUALS_SCHEMA, anyOfFormula, equalsOf, isAnyOf } from './columns';
import { cellsOf, firstError, refOf } from './faces';
import { shown } from './figures';
import type { RuleKind } from './rule';

/** 个数 of the rows whose `where` column holds one of the given texts. */
export const countWhere: RuleKind = {
  kind: 'countWhere',
  title: '分类个数',
  source: '清单行数',
  slots: { where: 'column' },
  parameters: { equals: EQUALS_SCHEMA },
  value(operands, parameters) {
    const cells = cellsOf(operands, 'where');
    const texts = equalsOf(parameters);
    return firstError(cells) ?? numberCell(cells.filter((cell) => isAnyOf(cell, texts)).length);
  },
  formula(references, parameters) {
    const where = refOf(references, 'where');
    return `SUMPRODUCT((LEN(${where})>0)*${anyOfFormula(where, equalsOf(parameters))})`;
  },
  explain(_operands, parameters, result) {
    return [`${equalsOf(parameters).join('、')}共${shown(result)}行`];
  },
};
