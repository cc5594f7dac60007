import { BLANK, notApplicable, numberCell, uncomputed } from '../../values/cell';
import { readDate } from '../../values/dateText';
import { comparisonIn } from './comparisons';
import { cellOf, firstError, isNotApplicable, refOf } from './faces';
import { shown } from './figures';
import { trimmed } from './indicatorNumber';
import type { RuleKind } from './rule';

const ENDINGS = ['完成', '前', '底', '末'];
/** The cell's formula knows fewer spellings than `readDate`: no full-width digits, no spaces. */
const READ_BY_A_CELL = /^[0-9年月日./\-完成前底末]+$/;

/**
 * 时限 as a number yyyymmdd that can be compared: 2021年12月31日, 2021-12-31, 2021.12, 2021年12月 (its last day).
 * Blank for every other nature; text that is no date is 未计算. Dates are never scored as a ratio.
 */
export const deadline: RuleKind = {
  kind: 'deadline',
  title: '时限',
  source: '时效指标按期完成即得满分，不按比例计分',
  slots: { comparison: 'one', date: 'one' },
  parameters: {},
  value(operands) {
    const comparison = cellOf(operands, 'comparison');
    const date = cellOf(operands, 'date');
    const error = firstError([comparison, date]);
    if (error !== null) return error;
    if (comparisonIn(comparison) !== 'byDate' || date.kind === 'blank') return BLANK;
    if (isNotApplicable(date)) return notApplicable;
    if (date.kind !== 'text' || !READ_BY_A_CELL.test(trimmed(date.text))) return uncomputed;
    const read = readDate(trimmed(date.text));
    return read.ok && read.value.precision !== 'year' ? numberCell(read.value.lastDay.replaceAll('-', '')) : uncomputed;
  },
  formula(references) {
    const comparison = refOf(references, 'comparison');
    const date = refOf(references, 'date');
    // A 月 or 日 at the very end parts nothing; the mark ^ makes the end visible.
    const bare = ENDINGS.reduce((inner, ending) => `SUBSTITUTE(${inner},"${ending}","")`, `TRIM(${date})`);
    const ended = `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${bare}&"^","月^",""),"日^",""),"^","")`;
    const parted = ['年', '月', '.', '/'].reduce((inner, separator) => `SUBSTITUTE(${inner},"${separator}","-")`, ended);
    const last = `IF(LEN(${parted})<8,EOMONTH(DATEVALUE(${parted}&"-1"),0),DATEVALUE(${parted}))`;
    return (
      `IF(LEN(${comparison})*LEN(${date})=0,"",IF(${comparison}<>"时限","",IF(${date}="不适用","不适用",` +
      `IF(COUNT(${date})=1,"未计算",IFERROR(IF(VALUE(LEFT(${date},4)&"e0")<1900,"未计算",VALUE(TEXT(${last},"yyyymmdd"))),"未计算")))))`
    );
  },
  explain(operands, _parameters, result) {
    return [`时限“${shown(cellOf(operands, 'date'))}”，最晚日期${shown(result)}`];
  },
};
