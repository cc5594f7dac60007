import { type CellValue } from './cell';
import { halfWidth } from './halfWidth';
import { type Result, fail, ok } from './result';

/** A day, a month or a year as people write it in 时限 columns; ISO texts, so that they compare as text. */
export interface ReadDate {
  readonly precision: 'day' | 'month' | 'year';
  /** First day meant, yyyy-mm-dd. */
  readonly firstDay: string;
  /** Last day meant, yyyy-mm-dd: 2021年12月 ends on 2021-12-31. */
  readonly lastDay: string;
}

export type DateFault = 'blank' | 'notADate' | 'noSuchDay';

const SHAPE = /^(\d{4})(?:年|[-./](?=\d))(?:(\d{1,2})(?:月|[-./](?=\d)|(?=$|[^\d]))(?:(\d{1,2})[日号]?)?)?(?:以前|之前|前|底|末|完成)*$/;

/**
 * Reads 2021年12月31日, 2021-12-31, 2021/12/31, 2021.12, 2021年12月底, 2021年12月完成, 2021年; digits may be full-width.
 * A real date in a cell is a number and is not read here: only its number format tells that it is a date.
 */
export function readDate(source: string | CellValue): Result<ReadDate, DateFault> {
  const text = typeof source === 'string' ? source : source.kind === 'text' ? source.text : source.kind === 'blank' ? '' : null;
  if (text === null) return fail('notADate');
  const plain = halfWidth(text).replaceAll(/[\s\u200B-\u200D\uFEFF]/g, '');
  if (plain === '') return fail('blank');
  const match = SHAPE.exec(plain);
  if (match === null) return fail('notADate');
  const year = Number(match[1]);
  const month = match[2] === undefined ? null : Number(match[2]);
  const day = match[3] === undefined ? null : Number(match[3]);
  if (year < 1900 || (month !== null && (month < 1 || month > 12))) return fail('noSuchDay');
  const lastOfMonth = daysIn(year, month ?? 12);
  if (day !== null && (day < 1 || day > lastOfMonth)) return fail('noSuchDay');
  return ok({
    precision: day !== null ? 'day' : month !== null ? 'month' : 'year',
    firstDay: iso(year, month ?? 1, day ?? 1),
    lastDay: iso(year, month ?? 12, day ?? lastOfMonth),
  });
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function iso(year: number, month: number, day: number): string {
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
