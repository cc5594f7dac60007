import { numberCell } from '../../values/cell';
import { cellOf, cellsOf, firstError, optionalRef, refOf, refsOf } from './faces';
import { shown } from './figures';
import type { RuleKind } from './rule';

/** 应填 of a sheet with a list: its fixed cells, and `perRow` cells for each row that exists. Nothing is asked for while `when` is blank. */
export const requiredInRows: RuleKind = {
  kind: 'requiredInRows',
  title: '应填格数',
  source: '填报进度',
  slots: { of: 'many', key: 'column', when: 'optional' },
  parameters: { perRow: { type: 'integer', minimum: 1 } },
  value(operands, parameters) {
    const keys = cellsOf(operands, 'key');
    const rows = keys.filter((cell) => cell.kind !== 'blank').length;
    const error = firstError([...keys, cellOf(operands, 'when')]);
    if (error === null && operands['when'] !== undefined && cellOf(operands, 'when').kind === 'blank') return numberCell(0);
    return error ?? numberCell(cellsOf(operands, 'of').length + rows * perRowOf(parameters));
  },
  formula(references, parameters) {
    const key = refOf(references, 'key');
    const count = `${refsOf(references, 'of').length}+${perRowOf(parameters)}*(SUMPRODUCT(--(LEN(${key})>0))-1)`;
    const when = optionalRef(references, 'when');
    return when === null ? count : `IF(SUMPRODUCT(LEN(${key}))*0+LEN(${when})=0,0,${count})`;
  },
  explain(operands, parameters, result) {
    const rows = cellsOf(operands, 'key').filter((cell) => cell.kind !== 'blank').length;
    return [`固定${cellsOf(operands, 'of').length}格，清单${rows}行×${perRowOf(parameters)}格，共${shown(result)}格`];
  },
};

function perRowOf(parameters: Readonly<Record<string, unknown>>): number {
  return Number(parameters['perRow']);
}
