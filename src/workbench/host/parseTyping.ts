/**
 * What Excel (zh-CN) makes of a text that is typed into a cell or arrives in `values`: a number, a date, a truth value,
 * an error, a formula, or the text itself; and the number format it gives a cell that had none.
 */

export interface Parsed {
  readonly value: string | number | boolean | null;
  /** With the leading `=`; then `value` is null. */
  readonly formula?: string;
  /** The text came with a leading apostrophe. */
  readonly quoted?: true;
  /** Format that Excel gives the cell when it is still General. */
  readonly format?: string;
}

export interface TypingPlace {
  /** Number format of the cell now. */
  readonly format: string;
  /** A person types (percent cells then take `96` as 96%); false for `values` of an add-in. */
  readonly typed: boolean;
  /** Year for dates without one. */
  readonly year: number;
}

const ERRORS = ['#N/A', '#VALUE!', '#REF!', '#DIV/0!', '#NUM!', '#NAME?', '#NULL!', '#SPILL!', '#CALC!', '#CYCLE!'];

/** True for the texts Excel shows for error values. */
export const isErrorText = (text: string): boolean => text.startsWith('#') && ERRORS.includes(text.toUpperCase());

const AMOUNT = /^([+-])?([¥￥$])?([+-])?(\d+|\d{1,3}(?:,\d{3})+)?(\.\d*)?(?:[eE]([+-]?\d+))?(%)?$/;

/** Excel keeps 15 significant digits and replaces the rest by zeros. */
function fifteenDigits(digits: string): number {
  const plain = digits.replace('.', '').replace(/^0+/, '');
  if (plain.length <= 15) return Number(digits);
  let seen = 0;
  let started = false;
  const cut = [...digits].map((digit) => {
    if (digit === '.') return digit;
    if (digit !== '0') started = true;
    if (started) seen += 1;
    return seen > 15 ? '0' : digit;
  });
  return Number(cut.join(''));
}

function readNumber(text: string): Parsed | null {
  const bracketed = /^\((.+)\)$/.exec(text);
  const match = AMOUNT.exec(bracketed ? (bracketed[1] ?? '') : text);
  if (!match) return readFraction(text);
  const [, sign, currency, innerSign, whole, decimals, exponent, percent] = match;
  if (whole === undefined && (decimals === undefined || decimals === '.')) return null;
  if (sign && innerSign) return null;
  if (bracketed && (sign || innerSign)) return null;
  const size = fifteenDigits(`${(whole ?? '0').replaceAll(',', '')}${decimals ?? ''}`);
  const value = Number(`${size}e${exponent ?? 0}`);
  if (!Number.isFinite(value)) return null;
  const signed = sign === '-' || innerSign === '-' || bracketed ? 0 - value : value;
  const fraction = decimals !== undefined && decimals.length > 1;
  if (percent) return { value: Number(`${signed}e-2`), format: fraction ? '0.00%' : '0%' };
  if (currency) return { value: signed, format: fraction ? '"¥"#,##0.00' : '"¥"#,##0' };
  if (exponent !== undefined) return { value: signed, format: '0.00E+00' };
  if (whole?.includes(',')) return { value: signed, format: fraction ? '#,##0.00' : '#,##0' };
  return { value: signed };
}

function readFraction(text: string): Parsed | null {
  const match = /^([+-]?)(\d+) (\d+)\/(\d+)$/.exec(text);
  if (!match) return null;
  const size = Number(match[2]) + Number(match[3]) / Number(match[4]);
  return Number.isFinite(size) ? { value: match[1] === '-' ? -size : size, format: '# ?/?' } : null;
}

/** Serial number of a day, counting as Excel does (1900 is a leap year there); null when there is no such day. */
export function daySerial(year: number, month: number, day: number): number | null {
  if (year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1) return null;
  if (year === 1900 && month === 2 && day === 29) return 60;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1) return null;
  const days = Math.round((date.getTime() - Date.UTC(1899, 11, 31)) / 86_400_000);
  return days >= 60 ? days + 1 : days;
}

const fullYear = (text: string): number => (text.length > 2 ? Number(text) : Number(text) + (Number(text) < 30 ? 2000 : 1900));

function readDay(text: string, currentYear: number): Parsed | null {
  const forms: readonly [RegExp, (parts: string[]) => [number, number, number, string]][] = [
    [/^(\d{4}|\d{2})[-/](\d{1,2})[-/](\d{1,2})$/, ([y, m, d]) => [fullYear(y ?? ''), Number(m), Number(d), 'yyyy/m/d']],
    [/^(\d{4}|\d{2})年(\d{1,2})月(\d{1,2})日$/, ([y, m, d]) => [fullYear(y ?? ''), Number(m), Number(d), 'yyyy"年"m"月"d"日"']],
    [/^(\d{4}|\d{2})年(\d{1,2})月$/, ([y, m]) => [fullYear(y ?? ''), Number(m), 1, 'yyyy"年"m"月"']],
    [/^(\d{4})[-/](\d{1,2})$/, ([y, m]) => [Number(y), Number(m), 1, 'mmm-yy']],
    [/^(\d{1,2})月(\d{1,2})日$/, ([m, d]) => [currentYear, Number(m), Number(d), 'm"月"d"日"']],
    [/^(\d{1,2})[-/](\d{1,2})$/, ([m, d]) => [currentYear, Number(m), Number(d), 'm"月"d"日"']],
  ];
  for (const [form, parts] of forms) {
    const match = form.exec(text);
    if (!match) continue;
    const [year, month, day, format] = parts(match.slice(1));
    const value = daySerial(year, month, day);
    return value === null ? null : { value, format };
  }
  return null;
}

function readTime(text: string): Parsed | null {
  const match = /^(\d{1,4}):(\d{1,2})(?::(\d{1,2}))?(?:\s*([AaPp])[Mm])?$/.exec(text);
  if (!match) return null;
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (minutes > 59 || seconds > 59) return null;
  const half = match[4]?.toUpperCase();
  if (half && (hours < 1 || hours > 12)) return null;
  const hour = half ? (hours % 12) + (half === 'P' ? 12 : 0) : hours;
  const value = (hour * 3600 + minutes * 60 + seconds) / 86_400;
  const pattern = `${hour >= 24 ? '[h]' : 'h'}:mm${match[3] === undefined ? '' : ':ss'}`;
  return { value, format: half ? `${pattern} AM/PM` : pattern };
}

function readDate(text: string, year: number): Parsed | null {
  const day = readDay(text, year);
  if (day) return day;
  const time = readTime(text);
  if (time) return time;
  const split = /^(\S+)\s+(\S.*)$/.exec(text);
  const date = split && readDay(split[1] ?? '', year);
  const clock = split && readTime(split[2] ?? '');
  if (!date || !clock || typeof date.value !== 'number' || typeof clock.value !== 'number') return null;
  return { value: date.value + clock.value, format: 'yyyy/m/d h:mm' };
}

/** Reads one typed text. Never fails: what is nothing else is text. */
export function parseTyping(text: string, place: TypingPlace): Parsed {
  if (text === '') return { value: null };
  if (text.startsWith("'")) return text.length === 1 ? { value: null, quoted: true } : { value: text.slice(1), quoted: true };
  if (place.format === '@') return { value: text };
  if (text.startsWith('=') && text.length > 1) return { value: null, formula: text };
  const trimmed = text.trim();
  if (trimmed === '') return { value: text };
  if (/^(true|false)$/i.test(trimmed)) return { value: trimmed.toUpperCase() === 'TRUE' };
  if (isErrorText(trimmed)) return { value: trimmed.toUpperCase() };
  const number = readNumber(trimmed) ?? readDate(trimmed, place.year);
  if (number) {
    const percentCell = place.typed && place.format.includes('%') && typeof number.value === 'number';
    const bare = !trimmed.endsWith('%') && Math.abs(Number(number.value)) >= 1;
    return percentCell && bare ? { value: Number(`${Number(number.value)}e-2`) } : number;
  }
  if (/^[+-][\p{L}\p{N}("'_$]/u.test(trimmed)) return { value: null, formula: `=${trimmed}` };
  if (/^@[\p{L}_]/u.test(trimmed)) return { value: null, formula: `=${trimmed.slice(1)}` };
  return { value: text };
}
