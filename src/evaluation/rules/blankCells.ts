import { numberCell } from '../../values/cell';
import { cellsOf, refsOf } from './faces';
import { shown } from './figures';
import type { RuleKind } from './rule';

/** 待填: how many of the named cells are blank. A cell with an error is not blank. */
export const blankCells: RuleKind = {
  kind: 'blankCells',
  title: '待填格数',
  source: '填报进度',
  slots: { of: 'many' },
  parameters: {},
  value(operands) {
    return numberCell(cellsOf(operands, 'of').filter((cell) => cell.kind === 'blank').length);
  },
  formula(references) {
    return refsOf(references, 'of').map((reference) => `COUNTBLANK(${reference})`).join('+') || '0';
  },
  explain(operands, _parameters, result) {
    return [`应填${cellsOf(operands, 'of').length}格，尚有${shown(result)}格空白`];
  },
};
