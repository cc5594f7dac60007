import { BLANK, numberCell } from '../../values/cell';
import { EQUALS_SCHEMA, anyOfFormula, equalsOf, filledRows, isAnyOf } from './columns';
import { cellsOf, firstError, optionalRef, refOf } from './faces';
import { shown } from './figures';
import type { Parameters, RuleKind } from './rule';
import { mayBeStated, statedFigure, statedFormula } from './stated';

function alsoEqualsOf(parameters: Parameters): readonly string[] {
  return equalsOf({ equals: parameters['alsoEquals'] });
}

/** 个数 of the rows that meet two conditions, e.g. 常年项目 with a carry-over above the line; with `stated`, that figure as long as the `where` column is empty. */
export const countWhereBoth: RuleKind = {
  kind: 'countWhereBoth',
  title: '分类个数（两个条件）',
  source: '清单行数',
  slots: { where: 'column', also: 'column', stated: 'optional' },
  parameters: { equals: EQUALS_SCHEMA, alsoEquals: EQUALS_SCHEMA },
  value(operands, parameters) {
    const also = cellsOf(operands, 'also');
    const rows = cellsOf(operands, 'where').map((where, row) => [where, also[row] ?? BLANK] as const);
    if (mayBeStated(operands) && rows.every(([where]) => where.kind === 'blank')) return statedFigure(operands);
    const error = firstError(rows.flat());
    if (error !== null) return error;
    return numberCell(rows.filter(([where, second]) => isAnyOf(where, equalsOf(parameters)) && isAnyOf(second, alsoEqualsOf(parameters))).length);
  },
  formula(references, parameters) {
    const where = refOf(references, 'where');
    const also = refOf(references, 'also');
    const count =
      `SUMPRODUCT((LEN(${where})>0)*${anyOfFormula(where, equalsOf(parameters))}` +
      `*(LEN(${also})>0)*${anyOfFormula(also, alsoEqualsOf(parameters))})`;
    return optionalRef(references, 'stated') === null ? count : `IF(${filledRows(where)}=0,${statedFormula(references)},${count})`;
  },
  explain(_operands, parameters, result) {
    return [`${equalsOf(parameters).join('、')}且为${alsoEqualsOf(parameters).join('、')}共${shown(result)}行`];
  },
};
