import { BLANK, numberCell } from '../../values/cell';
import { cellsOf, firstError, refOf } from './faces';
import { shown } from './figures';
import type { RuleKind } from './rule';

/** 待填 in a list: rows that exist (their key is filled) and whose `of` column is blank. */
export const rowsMissing: RuleKind = {
  kind: 'rowsMissing',
  title: '待填行数',
  source: '填报进度',
  slots: { key: 'column', of: 'column' },
  parameters: {},
  value(operands) {
    const of = cellsOf(operands, 'of');
    const rows = cellsOf(operands, 'key').map((key, row) => [key, of[row] ?? BLANK] as const);
    const error = firstError(rows.flat());
    if (error !== null) return error;
    return numberCell(rows.filter(([key, cell]) => key.kind !== 'blank' && cell.kind === 'blank').length);
  },
  formula(references) {
    return `SUMPRODUCT((LEN(${refOf(references, 'key')})>0)*(LEN(${refOf(references, 'of')})=0))`;
  },
  explain(operands, _parameters, result) {
    const rows = cellsOf(operands, 'key').filter((cell) => cell.kind !== 'blank').length;
    return [`清单已填${rows}行，其中${shown(result)}行此列空白`];
  },
};
