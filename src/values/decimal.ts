import DecimalJs from 'decimal.js';

/**
 * Exact decimals for money, rates and scores. 40 digits, half-up: the convention of Chinese accounting tables.
 * Binary floating point never enters a sum; a JavaScript number is accepted only where a cell value arrives.
 */
const ExactDecimal = DecimalJs.clone({ precision: 40, rounding: DecimalJs.ROUND_HALF_UP, toExpNeg: -30, toExpPos: 40 });

/** An exact amount (万元 unless said otherwise), rate (fraction) or score. */
export type Decimal = DecimalJs;

/**
 * Makes a decimal from decimal text or from a cell's stored number.
 * A binary number is read through its shortest decimal text, as Excel shows it (15 digits): 0.1+0.2 reads as 0.3.
 * @throws when the text is not a decimal number; read user text with `readNumber` first.
 */
export function decimal(source: string | number | Decimal): Decimal {
  if (typeof source === 'number') return new ExactDecimal(source.toPrecision(15));
  return new ExactDecimal(source);
}

export const ZERO: Decimal = decimal('0');
export const ONE: Decimal = decimal('1');
export const HUNDRED: Decimal = decimal('100');

export function sum(parts: readonly Decimal[]): Decimal {
  return parts.reduce((total, part) => total.plus(part), ZERO);
}

/** ROUND(x, places) of Excel: half away from zero. */
export function roundHalfUp(value: Decimal, places: number): Decimal {
  return value.toDecimalPlaces(places, DecimalJs.ROUND_HALF_UP);
}

/** Cut, not rounded: what clerks do by mistake (44.659 → 44.65). */
export function truncate(value: Decimal, places: number): Decimal {
  return value.toDecimalPlaces(places, DecimalJs.ROUND_DOWN);
}
