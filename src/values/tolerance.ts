import { decimal, HUNDRED, roundHalfUp, truncate, type Decimal } from './decimal';

/** Decimals of amounts, in whichever unit the workbook has them. */
const AMOUNT_PLACES = 2;

/** How far a stated total stands from the computed one. */
export type TotalAgreement = 'equal' | 'tail' | 'off';

/**
 * TAIL(n): a total of `parts` typed numbers, each rounded once, may differ by strictly less than 0.005×(n+1):
 * inside and not zero it is a 尾差, outside it is off. Amounts with two decimals, in the unit the workbook's figures were rounded in.
 */
export function agreementOfTotal(stated: Decimal, computed: Decimal, parts: number): TotalAgreement {
  const difference = stated.minus(computed).abs();
  if (difference.isZero()) return 'equal';
  return difference.lt(decimal('0.005').times(parts + 1)) ? 'tail' : 'off';
}

/** EQ: equal at the decimals shown (amounts: two). */
export function equalAsShown(one: Decimal, other: Decimal, places: number = AMOUNT_PLACES): boolean {
  return roundHalfUp(one, places).eq(roundHalfUp(other, places));
}

/** How a stated rate stands to the exact one: half-up, cut, one unit of the last shown digit off, or wrong. */
export type RateAgreement = 'equal' | 'truncated' | 'oneUnit' | 'off';

/**
 * Compares a stated rate (fraction) with the exact one at the decimals the stated percentage shows (at most two).
 * ULP is one unit of that last digit: 44.65% against 44.6589…% is cut, 55.35% against 55.3410…% is one unit off.
 */
export function agreementOfRate(stated: Decimal, exact: Decimal): RateAgreement {
  const statedPercent = stated.times(HUNDRED);
  const exactPercent = exact.times(HUNDRED);
  // A live formula shows the unrounded rate: equal within the 15 digits of a cell.
  if (statedPercent.minus(exactPercent).abs().lte(exactPercent.abs().times('1e-12'))) return 'equal';
  const places = Math.min(2, statedPercent.decimalPlaces());
  const shown = roundHalfUp(statedPercent, places);
  if (shown.eq(roundHalfUp(exactPercent, places))) return 'equal';
  if (shown.eq(truncate(exactPercent, places))) return 'truncated';
  const unit = decimal(10).pow(-places);
  return shown.minus(roundHalfUp(exactPercent, places)).abs().lte(unit) ? 'oneUnit' : 'off';
}

/** Rounding may move the sum of n shares, shown with two decimals, by half a unit each: 0.00005×n as a fraction. */
export function shareSumTolerance(shares: number): Decimal {
  return decimal('0.00005').times(shares);
}
