import { BLANK, numberCell } from '../../values/cell';
import { EQUALS_SCHEMA, equalsOf, isAnyOf } from './columns';
import { cellsOf, firstError, quoted, refsOf } from './faces';
import { shown } from './figures';
import type { RuleKind } from './rule';

/** 几项不符合: how many of the named cells hold one of the texts; blank until all of them are filled, so that nothing unanswered counts. */
export const countCellsWhere: RuleKind = {
  kind: 'countCellsWhere',
  title: '几项中的个数',
  source: '评分表逐项列举的条件',
  slots: { of: 'many' },
  parameters: { equals: EQUALS_SCHEMA },
  value(operands, parameters) {
    const cells = cellsOf(operands, 'of');
    const error = firstError(cells);
    if (error !== null) return error;
    if (cells.some((cell) => cell.kind === 'blank')) return BLANK;
    return numberCell(cells.filter((cell) => isAnyOf(cell, equalsOf(parameters))).length);
  },
  formula(references, parameters) {
    const of = refsOf(references, 'of');
    const filled = of.map((reference) => `SIGN(LEN(${reference}))`).join('+');
    const counted = of.map((reference) => `IF(OR(${equalsOf(parameters).map((text) => `${reference}=${quoted(text)}`).join(',')}),1,0)`).join('+');
    return `IF(${filled}<${of.length},"",${counted})`;
  },
  explain(operands, parameters, result) {
    return [`${cellsOf(operands, 'of').length}项中为“${equalsOf(parameters).join('”“')}”的${shown(result)}项，有一项未填则不计算`];
  },
};
