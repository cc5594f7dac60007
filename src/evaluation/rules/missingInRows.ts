import { numberCell } from '../../values/cell';
import { decimal, sum } from '../../values/decimal';
import { cellOf, cellsOf, firstError, optionalRef, refOf, refsOf } from './faces';
import { shown } from './figures';
import type { RuleKind } from './rule';

/** 待填 of a sheet with a list: blank fixed cells, and what the rows count in `rows` (kind rowMissing). Nothing is missing while `when` is blank. */
export const missingInRows: RuleKind = {
  kind: 'missingInRows',
  title: '待填格数',
  source: '填报进度',
  slots: { of: 'many', rows: 'column', when: 'optional' },
  parameters: {},
  value(operands) {
    const rows = cellsOf(operands, 'rows');
    const blanks = cellsOf(operands, 'of').filter((cell) => cell.kind === 'blank').length;
    const error = firstError([...rows, cellOf(operands, 'when')]);
    if (error === null && operands['when'] !== undefined && cellOf(operands, 'when').kind === 'blank') return numberCell(0);
    return error ?? numberCell(sum(rows.flatMap((cell) => (cell.kind === 'number' ? [cell.value] : []))).plus(decimal(blanks)));
  },
  formula(references) {
    const rows = refOf(references, 'rows');
    const count = [...refsOf(references, 'of').map((of) => `COUNTBLANK(${of})`), `SUM(${rows})`].join('+');
    const when = optionalRef(references, 'when');
    return when === null ? count : `IF(SUMPRODUCT(LEN(${rows}))*0+LEN(${when})=0,0,${count})`;
  },
  explain(_operands, _parameters, result) {
    return [`尚有${shown(result)}格空白`];
  },
};
