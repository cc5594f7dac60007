import { fromWan, type AmountUnit } from './amountUnit';
import type { CellValue, ErrorCode } from './cell';
import { type Decimal, decimal } from './decimal';
import { halfWidth } from './halfWidth';
import { type Result, fail, ok } from './result';

/**
 * What a field takes:
 * - `amount`: in `amountUnit`, 万元 unless said; 元, 千元, 百万元, 亿元 are converted;
 * - `rate`: a fraction; 96% is 0.96;
 * - `percent`: percentage points (an indicator row with unit %); 96% and 96 are both 96;
 * - `count`, `score`, `plain`: a number in `unit`, which may stand behind it (23家).
 */
export interface Expected {
  readonly measure: 'amount' | 'rate' | 'percent' | 'count' | 'score' | 'plain';
  readonly unit?: string;
  readonly amountUnit?: AmountUnit;
  /** Negative numbers are allowed, e.g. 年中调整. */
  readonly signed?: boolean;
  /** Text shown by the cell when its number format is a date (45374 shown as 2024-03-23). */
  readonly shownAsDate?: string;
}

/** What was done to get the number, or what is doubtful about it. */
export type NumberNote =
  | 'textNumber' | 'fullWidth' | 'thousands' | 'spaces' | 'invisible' | 'currency'
  | 'unit' | 'percent' | 'brackets' | 'triangle' | 'scientific'
  | 'tooManyDigits' | 'tooLarge' | 'maybeFraction' | 'maybeDate' | 'notWhole';

export interface ReadNumber {
  /** In the unit of the field. */
  readonly value: Decimal;
  /** The number and its unit as written, when it was converted: 2273900 元. */
  readonly converted: { readonly from: Decimal; readonly unit: string } | null;
  readonly notes: readonly NumberNote[];
}

export type NumberFault =
  | { readonly reason: 'blank' }
  /** —, /, 无: the unit says that there is none. Neither blank nor zero. */
  | { readonly reason: 'none'; readonly text: string }
  | { readonly reason: 'ambiguous'; readonly text: string; readonly readings: readonly Decimal[] }
  /** ≥95%, 不少于5次: a condition, not a value. */
  | { readonly reason: 'operator'; readonly text: string; readonly operator: string }
  | { readonly reason: 'approximate'; readonly text: string; readonly word: string }
  | { readonly reason: 'range'; readonly text: string }
  | { readonly reason: 'unknownUnit'; readonly text: string; readonly unit: string }
  | { readonly reason: 'negative'; readonly value: Decimal }
  | { readonly reason: 'date'; readonly text: string }
  | { readonly reason: 'truth'; readonly value: boolean }
  | { readonly reason: 'error'; readonly code: ErrorCode }
  | { readonly reason: 'notNumber'; readonly text: string };

const NONE = new Set(['-', '--', '—', '——', '–', '/', '\\', '无', '暂无', '没有', '不涉及']);
const OPERATORS = ['>=', '<=', '≥', '≤', '≧', '≦', '>', '<', '=', '﹦', '═', '不少于', '不低于', '不超过', '不高于', '不大于', '不小于', '至少', '至多', '控制在'];
const ABOUT_BEFORE = ['约', '大约', '近', '将近', '超过', '逾', '超'];
const ABOUT_BEHIND = ['左右', '上下', '余', '多', '以上', '以下', '以内'];
const INVISIBLE = /[\u200B-\u200F\u2060\uFEFF\u00AD\u202A-\u202E]/g;

/** Units behind amounts, in 万元. */
const WRITTEN_UNITS: Readonly<Record<string, string>> = {
  元: '0.0001', 千元: '0.1', 万: '1', 万元: '1', 百万: '100', 百万元: '100', 千万: '1000', 千万元: '1000', 亿: '10000', 亿元: '10000',
};
const DIGITS_IN_A_CELL = 15;

/**
 * Reads what stands in a number field, as Chinese offices write numbers. Never guesses: two possible readings,
 * conditions, approximations and unknown units are faults; what was read through is told in `notes`.
 */
export function readNumber(source: string | CellValue, expected: Expected): Result<ReadNumber, NumberFault> {
  if (typeof source === 'string') return readText(source, expected);
  switch (source.kind) {
    case 'blank': return fail({ reason: 'blank' });
    case 'error': return fail({ reason: 'error', code: source.code });
    case 'truth': return fail({ reason: 'truth', value: source.value });
    case 'text': return readText(source.text, expected);
    case 'number':
      if (expected.shownAsDate !== undefined) return fail({ reason: 'date', text: expected.shownAsDate });
      return accepted(source.value, null, realNotes(source.value, expected), expected);
  }
}

function realNotes(value: Decimal, expected: Expected): NumberNote[] {
  return expected.measure === 'percent' && !value.isZero() && value.abs().lte(1) ? ['maybeFraction'] : [];
}

function readText(text: string, expected: Expected): Result<ReadNumber, NumberFault> {
  const notes = new Set<NumberNote>(['textNumber']);
  const visible = text.replaceAll(INVISIBLE, '');
  if (visible !== text) notes.add('invisible');
  const narrow = halfWidth(visible).replaceAll(/(?<=\d)。(?=\d)/g, '.').replaceAll('\u2212', '-');
  if (narrow !== visible) notes.add('fullWidth');
  const trimmed = narrow.trim();
  if (trimmed === '') return fail({ reason: 'blank' });
  if (NONE.has(trimmed)) return fail({ reason: 'none', text: trimmed });
  const stranger = conditionIn(trimmed) ?? approximationIn(trimmed) ?? rangeIn(trimmed);
  if (stranger !== null) return fail(stranger);

  const unsigned = takeSign(trimmed, notes);
  const shape = /^[¥￥]?([\d.,\s]*\d[\d.,]*|[\d.,\s]*\d\.)(?:[eE]([+-]?\d{1,3}))?\s*(\D*)$/.exec(unsigned.text);
  if (shape === null) return fail({ reason: 'notNumber', text: trimmed });
  if (/^[¥￥]/.test(unsigned.text)) notes.add('currency');
  const digits = ungroup((shape[1] ?? '').trim(), notes);
  if (digits === null) return fail({ reason: 'notNumber', text: trimmed });
  const signed = (reading: string): Decimal => {
    const value = decimal(reading.replace(/\.$/, ''));
    return unsigned.negative && !value.isZero() ? value.negated() : value;
  };
  if (!digits.certain) return fail({ reason: 'ambiguous', text: trimmed, readings: digits.readings.map(signed) });
  const exponent = shape[2] === undefined ? '' : `e${shape[2]}`;
  if (exponent !== '') notes.add('scientific');
  const written = signed(`${(digits.readings[0] ?? '').replace(/\.$/, '')}${exponent}`);
  if (looksLikeMonth(unsigned.text)) notes.add('maybeDate');

  const unit = (shape[3] ?? '').trim();
  const converted = inFieldUnit(written, unit, expected, notes);
  if (converted === null) return fail({ reason: 'unknownUnit', text: trimmed, unit });
  return accepted(converted, notes.has('unit') || notes.has('percent') ? { from: written, unit } : null, [...notes], expected);
}

function accepted(value: Decimal, converted: ReadNumber['converted'], notes: readonly NumberNote[], expected: Expected): Result<ReadNumber, NumberFault> {
  if (value.isNegative() && !value.isZero() && expected.signed !== true) return fail({ reason: 'negative', value });
  const doubts: NumberNote[] = [];
  if (value.sd(false) > DIGITS_IN_A_CELL) doubts.push('tooManyDigits');
  if (value.abs().gte('1e15')) doubts.push('tooLarge');
  if (expected.measure === 'count' && !value.isInteger()) doubts.push('notWhole');
  return ok({ value: value.isZero() ? decimal('0') : value, converted, notes: [...notes, ...doubts] });
}

function conditionIn(text: string): NumberFault | null {
  const operator = OPERATORS.find((one) => text.startsWith(one));
  return operator === undefined ? null : { reason: 'operator', text, operator };
}

function approximationIn(text: string): NumberFault | null {
  const word = ABOUT_BEFORE.find((one) => text.startsWith(one)) ?? ABOUT_BEHIND.find((one) => /\d/.test(text) && text.includes(one));
  return word === undefined ? null : { reason: 'approximate', text, word };
}

function rangeIn(text: string): NumberFault | null {
  return /\d[^\d.,]*[~至到—–-]\s*\d/.test(text) && !/\d[eE]-\d/.test(text) ? { reason: 'range', text } : null;
}

/** −5, △5, (5) and （5） are negative; +5 is not. */
function takeSign(text: string, notes: Set<NumberNote>): { readonly text: string; readonly negative: boolean } {
  const brackets = /^\((.*)\)(.*)$/.exec(text);
  if (brackets !== null && !/[()]/.test(brackets[1] ?? '')) {
    notes.add('brackets');
    return { text: `${brackets[1] ?? ''}${brackets[2] ?? ''}`, negative: true };
  }
  if (/^[△▲]/.test(text)) {
    notes.add('triangle');
    return { text: text.slice(1).trim(), negative: true };
  }
  return { text: text.replace(/^[+-]\s*/, ''), negative: text.startsWith('-') };
}

/** The digits without separators; not certain when a comma or blank stands where no thousands end; null when it is no number. */
function ungroup(digits: string, notes: Set<NumberNote>): { readonly certain: boolean; readonly readings: readonly string[] } | null {
  const bare = /^(\d+\.?\d*|\.\d+)$/;
  if (bare.test(digits)) return { certain: true, readings: [digits] };
  if (digits.includes(',')) notes.add('thousands');
  if (/\s/.test(digits)) notes.add('spaces');
  const together = digits.replaceAll(/[,\s]/g, '');
  if (!bare.test(together)) return null;
  const grouped = /^\d{1,3}(?:,\s?\d{3})+(\.\d*)?$/.test(digits) || /^\d{1,3}(?:\s\d{3})+(\.\d*)?$/.test(digits);
  const asPoint = /^\d+,\d+$/.test(digits) ? [digits.replace(',', '.')] : [];
  return grouped ? { certain: true, readings: [together] } : { certain: false, readings: [...asPoint, together] };
}

/** 2024.3 may be March 2024. */
function looksLikeMonth(text: string): boolean {
  return /^(19|20)\d\d\.(0?[1-9]|1[0-2])$/.test(text);
}

function inFieldUnit(written: Decimal, unit: string, expected: Expected, notes: Set<NumberNote>): Decimal | null {
  if (unit === '') return written;
  const isPercent = unit === '%' || unit === '百分比';
  switch (expected.measure) {
    case 'amount': {
      const factor = Object.hasOwn(WRITTEN_UNITS, unit) ? WRITTEN_UNITS[unit] : undefined;
      if (factor === undefined) return null;
      notes.add('unit');
      return fromWan(written.times(factor), expected.amountUnit ?? '万元');
    }
    case 'rate':
    case 'percent':
      if (!isPercent) return null;
      notes.add('percent');
      return expected.measure === 'rate' ? written.div(100) : written;
    case 'count':
    case 'score':
    case 'plain':
      if (unit !== expected.unit && !(expected.measure === 'score' && unit === '分')) return null;
      notes.add('unit');
      return written;
  }
}
