import { type Decimal, roundHalfUp } from '../../values/decimal';

/**
 * Sums and differences of amounts are cut clean at 8 decimals (0.0001 元) on both sides: a cell keeps the binary remainder
 * of 0.3-0.1-0.2, which would otherwise turn 持平 into 增加 and 平 into 不平. Rates are left unrounded.
 */
const CLEAN_DECIMALS = 8;

export function cleanAmount(value: Decimal): Decimal {
  return roundHalfUp(value, CLEAN_DECIMALS);
}

export function cleanAmountFormula(expression: string): string {
  return `ROUND(${expression},${CLEAN_DECIMALS})`;
}
