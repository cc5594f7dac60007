import { BLANK, type CellValue, textCell } from '../../values/cell';
import { type Decimal, roundHalfUp } from '../../values/decimal';
import { cellsOf, firstError, quoted, refsOf } from './faces';
import { shown } from './figures';
import type { Parameters, RuleKind } from './rule';

/** Day numbers that every spreadsheet program shows as the same day: 1900-03-01 to 9999-12-31. */
const FIRST_DAY = 61;
const LAST_DAY = 2_958_465;

function dayText(serial: Decimal): string {
  const day = new Date(Date.UTC(1899, 11, 30) + serial.floor().toNumber() * 86_400_000);
  return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
}

/** One part of the line: its label, and whether a day number shows as a day. */
interface Part {
  readonly label: string;
  readonly date?: boolean;
}

/** Between two parts. */
const GAP = '\u3000\u3000';
/** Room to sign by hand. */
const ROOM = '\u3000'.repeat(6);

function partsOf(parameters: Parameters): readonly Part[] {
  return (parameters['labels'] ?? []) as readonly Part[];
}

function partText({ label, date = false }: Part, cell: CellValue): string {
  if (cell.kind === 'blank' || (cell.kind === 'text' && cell.text === '')) return `${label}${ROOM}`;
  if (cell.kind === 'text') return `${label}${cell.text}`;
  if (cell.kind !== 'number') return label;
  if (!date) return `${label}${roundHalfUp(cell.value, 0).toFixed()}`;
  return cell.value.gte(FIRST_DAY) && cell.value.lt(LAST_DAY + 1) ? `${label}${dayText(cell.value)}` : label;
}

/**
 * 填报人：张三 填报日期：2024年3月23日: labels with what was typed once for the whole workbook, one part for each operand; blank leaves
 * room to sign by hand. A number (电话) shows without decimals, a day number of a `date` part as a day.
 */
export const signatureLine: RuleKind = {
  kind: 'signatureLine',
  title: '签章栏',
  source: '部门决算报表封面签章项目',
  slots: { of: 'many' },
  parameters: {
    labels: { type: 'array', items: { type: 'object', properties: { label: { type: 'string' }, date: { type: 'boolean' } }, required: ['label'], additionalProperties: false } },
  },
  value(operands, parameters): CellValue {
    const cells = cellsOf(operands, 'of');
    return firstError(cells) ?? textCell(partsOf(parameters).map((part, index) => partText(part, cells[index] ?? BLANK)).join(GAP));
  },
  formula(references, parameters) {
    const of = refsOf(references, 'of');
    return partsOf(parameters).map(({ label, date = false }, index) => {
      const cell = of[index] ?? '';
      const number = date
        ? `IF(${cell}>=${FIRST_DAY},IF(${cell}<${LAST_DAY + 1},YEAR(${cell})&"年"&MONTH(${cell})&"月"&DAY(${cell})&"日",""),"")`
        : `TEXT(${cell},"0")`;
      return `${quoted(`${index === 0 ? '' : GAP}${label}`)}&IF(LEN(${cell})=0,${quoted(ROOM)},IF(COUNT(${cell})=1,${number},T(${cell})))`;
    }).join('&');
  },
  explain(_operands, _parameters, result) {
    return [`取自基本情况：${shown(result)}`];
  },
};
