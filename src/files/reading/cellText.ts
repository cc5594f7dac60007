import { BLANK, cellValue, isErrorCode, numberCell, textCell, type CellValue } from '../../values/cell';
import type { Decimal } from '../../values/decimal';
import { decodedText } from './storedText';

/** Days between the first days of the two date systems. */
const DAYS_TO_1904 = 1_462;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;

/** How a stored value is to be read. */
export interface StoredCell {
  /** Attribute `t`; missing is a number. */
  readonly type: string;
  readonly stored: string;
  /** The style shows a date, and days count from 1904. */
  readonly from1904: boolean;
}

/**
 * The value of a `v` element; shared strings and inline texts are read elsewhere. A number is read as Excel shows it, with 15 digits.
 * A number that is none is an error value, as is an error code we do not know: never a wrong figure.
 */
export function storedValue({ type, stored, from1904 }: StoredCell): CellValue {
  const text = stored.trim();
  switch (type) {
    case 'str': return textCell(decodedText(stored));
    case 'b': return text === '' ? BLANK : cellValue(text === '1' || text === 'true', false);
    case 'e': return text === '' ? BLANK : { kind: 'error', code: isErrorCode(text) ? text : '#VALUE!' };
    case 'd': return dayNumber(text) ?? textCell(text);
    default: {
      if (text === '') return BLANK;
      const number = NUMBER.test(text) ? Number(text) : Number.NaN;
      if (!Number.isFinite(number)) return { kind: 'error', code: '#NUM!' };
      return numberCell(from1904 ? number + DAYS_TO_1904 : number);
    }
  }
}

/** Strict files write a date as 2024-03-23T00:00:00; Excel shows its day number. */
function dayNumber(text: string): CellValue | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?Z?)?$/.exec(text);
  if (!match) return null;
  const [year, month, day, hour = 0, minute = 0, second = 0] = match.slice(1).map((part) => Number(part ?? 0));
  const milliseconds = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second) - Date.UTC(1899, 11, 30);
  return numberCell(milliseconds / 86_400_000);
}

/** The day of a day number, yyyy-mm-dd; null outside Excel's calendar. */
export function dayText(day: Decimal): string | null {
  const days = day.floor().toNumber();
  return days >= 1 && days <= LAST_DAY ? new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10) : null;
}

/** 9999-12-31. */
const LAST_DAY = 2_958_465;
