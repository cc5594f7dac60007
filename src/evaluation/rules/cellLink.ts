import { BLANK, cellText, textCell, type CellValue } from '../../values/cell';
import { cellOf, firstError, refOf } from './faces';
import { shown } from './figures';
import type { RuleKind } from './rule';

/** Address of a cell that a press jumps to. Sheet and address are read from cells: their text can lead nowhere but into this workbook. */
export const cellLink: RuleKind = {
  kind: 'cellLink',
  title: '转到单元格',
  source: '校验结果逐条可转到所在单元格',
  slots: { sheet: 'one', address: 'one' },
  parameters: {},
  value(operands): CellValue {
    const address = cellOf(operands, 'address');
    if (address.kind === 'blank') return BLANK;
    return firstError([address, cellOf(operands, 'sheet')]) ?? textCell(cellText(address));
  },
  formula(references) {
    const sheet = refOf(references, 'sheet');
    const address = refOf(references, 'address');
    return `IF(LEN(${address})=0,"",HYPERLINK("#'"&SUBSTITUTE(${sheet},"'","''")&"'!"&${address},${address}&""))`;
  },
  explain(operands) {
    return [`转到【${shown(cellOf(operands, 'sheet'))}】${shown(cellOf(operands, 'address'))}`];
  },
};
