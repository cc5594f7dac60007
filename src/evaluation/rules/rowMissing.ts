import { BLANK, numberCell } from '../../values/cell';
import { cellOf, cellsOf, refOf, refsOf } from './faces';
import { shown } from './figures';
import type { RuleKind } from './rule';

/** 待填 of one list row: how many of its required cells are blank; blank as long as the row does not exist. */
export const rowMissing: RuleKind = {
  kind: 'rowMissing',
  title: '本行待填',
  source: '填报进度',
  slots: { key: 'one', of: 'many' },
  parameters: {},
  value(operands) {
    const key = cellOf(operands, 'key');
    if (key.kind === 'error') return key;
    return key.kind === 'blank' ? BLANK : numberCell(cellsOf(operands, 'of').filter((cell) => cell.kind === 'blank').length);
  },
  formula(references) {
    return `IF(LEN(${refOf(references, 'key')})=0,"",${refsOf(references, 'of').map((of) => `COUNTBLANK(${of})`).join('+')})`;
  },
  explain(operands, _parameters, result) {
    return [`本行应填${cellsOf(operands, 'of').length}格，尚有${shown(result)}格空白`];
  },
};
