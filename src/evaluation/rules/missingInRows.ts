import { numberCell } from '../../values/cell';
import { decimal, sum } from '../../values/decimal';
import { cellsOf, firstError, refOf, refsOf } from './faces';
import { shown } from './figures';
import type { RuleKind } from './rule';

/** 待填 of a sheet with a list: blank fixed cells, and what the rows count in `rows` (kind rowMissing). */
export const missingInRows: RuleKind = {
  kind: 'missingInRows',
  title: '待填格数',
  source: '填报进度',
  slots: { of: 'many', rows: 'column' },
  parameters: {},
  value(operands) {
    const rows = cellsOf(operands, 'rows');
    const blanks = cellsOf(operands, 'of').filter((cell) => cell.kind === 'blank').length;
    return firstError(rows) ?? numberCell(sum(rows.flatMap((cell) => (cell.kind === 'number' ? [cell.value] : []))).plus(decimal(blanks)));
  },
  formula(references) {
    return [...refsOf(references, 'of').map((of) => `COUNTBLANK(${of})`), `SUM(${refOf(references, 'rows')})`].join('+');
  },
  explain(_operands, _parameters, result) {
    return [`尚有${shown(result)}格空白`];
  },
};
