import { decimal, type Decimal } from './decimal';

/** 金额单位: what typed amounts are in. Reports and thresholds are in 万元 whatever a workbook says. */
export type AmountUnit = '万元' | '元';

export const AMOUNT_UNITS: readonly AmountUnit[] = ['万元', '元'];

const YUAN_IN_WAN = decimal('10000');

/** An amount in 万元, exact: nothing is rounded before it is shown. */
export function inWan(amount: Decimal, unit: AmountUnit): Decimal {
  return unit === '元' ? amount.div(YUAN_IN_WAN) : amount;
}

/** An amount given in 万元, in the unit of a workbook. */
export function fromWan(amount: Decimal, unit: AmountUnit): Decimal {
  return unit === '元' ? amount.times(YUAN_IN_WAN) : amount;
}
