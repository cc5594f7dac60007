import { type CellValue, textCell } from '../../values/cell';
import { type Decimal, roundHalfUp } from '../../values/decimal';
import { cellOf, firstError, quoted, refOf } from './faces';
import { shown } from './figures';
import type { Parameters, RuleKind } from './rule';

/** Day numbers that every spreadsheet program shows as the same day: 1900-03-01 to 9999-12-31. */
const FIRST_DAY = 61;
const LAST_DAY = 2_958_465;

function labelOf(parameters: Parameters): string {
  return String(parameters['label'] ?? '');
}

function dayText(serial: Decimal): string {
  const day = new Date(Date.UTC(1899, 11, 30) + serial.floor().toNumber() * 86_400_000);
  return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
}

/**
 * 填报人：张三, 填报日期：2024年3月23日: a label with what was typed once for the whole workbook; blank leaves room to sign by hand.
 * `date` shows a day number as a day. A number elsewhere (电话) shows without decimals.
 */
export const signatureLine: RuleKind = {
  kind: 'signatureLine',
  title: '签章栏',
  source: '部门决算报表封面签章项目',
  slots: { of: 'one' },
  parameters: { label: { type: 'string' }, date: { type: 'boolean' } },
  value(operands, parameters): CellValue {
    const label = labelOf(parameters);
    const cell = cellOf(operands, 'of');
    const error = firstError([cell]);
    if (error !== null) return error;
    if (cell.kind === 'text') return textCell(`${label}${cell.text}`);
    if (cell.kind !== 'number') return textCell(label);
    if (parameters['date'] !== true) return textCell(`${label}${roundHalfUp(cell.value, 0).toFixed()}`);
    return textCell(cell.value.gte(FIRST_DAY) && cell.value.lt(LAST_DAY + 1) ? `${label}${dayText(cell.value)}` : label);
  },
  formula(references, parameters) {
    const of = refOf(references, 'of');
    const label = quoted(labelOf(parameters));
    const number = parameters['date'] === true
      ? `IF(${of}>=${FIRST_DAY},IF(${of}<${LAST_DAY + 1},YEAR(${of})&"年"&MONTH(${of})&"月"&DAY(${of})&"日",""),"")`
      : `TEXT(${of},"0")`;
    return `${label}&IF(COUNT(${of})=1,${number},T(${of}))`;
  },
  explain(_operands, _parameters, result) {
    return [`取自基本情况：${shown(result)}`];
  },
};
