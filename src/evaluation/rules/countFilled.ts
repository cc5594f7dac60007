import { numberCell } from '../../values/cell';
import { decimal } from '../../values/decimal';
import { cellsOf, firstError, refOf } from './faces';
import { shown } from './figures';
import type { Parameters, RuleKind } from './rule';

/** 个数: filled rows of a list column, 0 for an empty list; `times` multiplies it (cells to fill in each row). */
export const countFilled: RuleKind = {
  kind: 'countFilled',
  title: '个数',
  source: '清单行数',
  slots: { of: 'column' },
  parameters: { times: { type: 'integer', minimum: 1 } },
  value(operands, parameters) {
    const cells = cellsOf(operands, 'of');
    const error = firstError(cells);
    if (error !== null) return error;
    return numberCell(decimal(cells.filter((cell) => cell.kind !== 'blank').length).times(timesOf(parameters)));
  },
  formula(references, parameters) {
    const count = `SUMPRODUCT(--(LEN(${refOf(references, 'of')})>0))-1`;
    return timesOf(parameters) === 1 ? count : `(${count})*${timesOf(parameters)}`;
  },
  explain(_operands, parameters, result) {
    return [timesOf(parameters) === 1 ? `清单已填${shown(result)}行` : `清单每行${timesOf(parameters)}格，共${shown(result)}格`];
  },
};

function timesOf(parameters: Parameters): number {
  const times = parameters['times'];
  return typeof times === 'number' ? times : 1;
}
