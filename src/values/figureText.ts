import type { AmountUnit } from './amountUnit';
import { HUNDRED, roundHalfUp, type Decimal } from './decimal';

/** Figures as documents print them: half-up, at most `places` decimals, no trailing zeros. */
function figure(value: Decimal, places: number): string {
  const rounded = roundHalfUp(value, places);
  return rounded.isZero() ? '0' : rounded.toFixed();
}

/** Amount as sentences print it, with the unit it is in: 227.39万元, 30万元, -5.5万元, 2273900元. */
export function amountText(amount: Decimal, unit: AmountUnit): string {
  return `${figure(amount, 2)}${unit}`;
}

/** Bare amount of a comparison: 227.39. */
export function plainAmount(amount: Decimal): string {
  return figure(amount, 2);
}

/**
 * Percentage of a rate given as a fraction, half-up to two decimals: 0.446589… → 44.66%.
 * Whole percentages drop their decimals only when they are exact, so that 99.999% never reads as 100%: 1 → 100%, 0.99999 → 100.00%.
 */
export function percentText(rate: Decimal): string {
  const percent = rate.times(HUNDRED);
  return percent.isInteger() ? `${percent.isZero() ? '0' : percent.toFixed()}%` : `${roundHalfUp(percent, 2).toFixed(2)}%`;
}

/** Count, score or plain number as it stands: 16, 2.5. */
export function numberText(value: Decimal): string {
  return value.isZero() ? '0' : value.toFixed();
}
