import { HUNDRED, ZERO, decimal, roundHalfUp, truncate, type Decimal } from '../values/decimal';
import type { TotalAgreement } from '../values/tolerance';
import type { Figure } from './figures';
import type { Mention } from './mentions';

const TWO = decimal('2');
const CENT = decimal('0.01');

/** How finely the amounts of a text are rounded, in 万元. */
export interface Rounding {
  /** For sums: a bare 30万元 in a text with cents is 30.00万元. */
  inSum(figure: Figure): Decimal;
  /** For quotients: an amount given more coarsely than the others is taken as exact. */
  inQuotient(figure: Figure): Decimal;
}

/** Amounts enough to tell that a text rounds all of them to whole 万元. */
const ENOUGH = 12;

/** 万元 amounts are rounded to cents, or as finely as a long text gives them; other units as written. */
export function roundingOf(mentions: readonly Mention[]): Rounding {
  const steps = mentions.flatMap(({ figure }) => (figure.kind === 'amount' && isWan(figure) && !figure.value.isZero() ? [figure.step] : []));
  const written = steps.reduce((least, step) => (step.lt(least) ? step : least), steps[0] ?? CENT);
  const finest = steps.length < ENOUGH && written.gt(CENT) ? CENT : written;
  return {
    inSum: (figure) => (figure.kind === 'amount' && isWan(figure) && finest.lt(figure.step) ? finest : figure.step),
    inQuotient: (figure) => (figure.kind === 'amount' && isWan(figure) && finest.lt(figure.step) ? ZERO : figure.kind === 'amount' ? figure.step : ZERO),
  };
}

function isWan(figure: Figure): boolean {
  return figure.unit === '万元' || figure.unit === '万';
}

/** TAIL(n) of figures as they were rounded: strictly inside half a last digit for the total and each part that is not zero. */
export function agreementOfSum(total: Figure, parts: readonly Figure[], computed: Decimal, rounding: Rounding): TotalAgreement {
  const difference = total.value.minus(computed).abs();
  if (difference.isZero()) return 'equal';
  if (total.kind !== 'amount') return 'off';
  const rounded = parts.filter(({ value }) => !value.isZero());
  if (rounded.length < 2) return 'off';
  const envelope = [total, ...rounded].reduce((all, figure) => all.plus(rounding.inSum(figure)), ZERO).div(TWO);
  return difference.lt(envelope) ? 'tail' : 'off';
}

export type QuotientAgreement = 'equal' | 'truncated' | 'oneUnit' | 'off';

/**
 * Compares a stated percentage with numerator ÷ denominator at the decimals it shows. Equal also when amounts within
 * their own rounding give it: 0.03÷0.3 may be anything from 8% to 12%.
 */
export function agreementOfQuotient(stated: Figure, numerator: Decimal, denominator: Decimal, steps: readonly [Decimal, Decimal]): QuotientAgreement {
  if (denominator.isZero()) return 'off';
  const exact = numerator.div(denominator);
  const places = placesOf(stated);
  const percent = stated.value.times(HUNDRED);
  const exactPercent = exact.times(HUNDRED);
  if (percent.eq(roundHalfUp(exactPercent, places))) return 'equal';
  const [above, below] = steps.map((step) => step.div(TWO)) as [Decimal, Decimal];
  if (denominator.gt(below)) {
    const low = numerator.minus(above).div(denominator.plus(below));
    const high = numerator.plus(above).div(denominator.minus(below));
    const half = stated.step.div(TWO);
    if (stated.value.plus(half).gt(low) && stated.value.minus(half).lt(high)) return 'equal';
  }
  if (percent.eq(truncate(exactPercent, places))) return 'truncated';
  return percent.minus(roundHalfUp(exactPercent, places)).abs().lte(stated.step.times(HUNDRED)) ? 'oneUnit' : 'off';
}

/** Decimals a percentage is written with. */
export function placesOf(stated: Figure): number {
  return Math.max(0, stated.step.times(HUNDRED).decimalPlaces());
}

/** Equal at the coarser precision of the two: 300.1 and 300.10, 约227万元 and 227.39万元. */
export function equalAtCoarser(one: Figure, other: Figure): boolean {
  if (one.value.eq(other.value)) return true;
  const step = one.step.gt(other.step) ? one.step : other.step;
  const rounded = (figure: Figure): Decimal => roundHalfUp(figure.value.div(step), 0);
  return rounded(one).eq(rounded(other));
}

/** Exact quotient as a percentage, with at least two decimals unless it is whole. */
export function shownPercent(numerator: Decimal, denominator: Decimal, places: number): string {
  const percent = numerator.div(denominator).times(HUNDRED);
  return percent.isInteger() ? `${percent.toFixed()}%` : `${roundHalfUp(percent, Math.max(2, places)).toFixed(Math.max(2, places))}%`;
}

/** A computed amount in the unit of a figure that was stated: 227.39, 2273900. */
export function inUnitOf(value: Decimal, figure: Figure): string {
  const factor: Readonly<Record<string, string>> = { 元: '0.0001', 千元: '0.1', 亿元: '10000', 亿: '10000', 百万元: '100', 千万元: '1000' };
  const shown = figure.kind === 'amount' ? roundHalfUp(value.div(factor[figure.unit] ?? '1'), 6) : value;
  return shown.isZero() ? '0' : shown.toFixed();
}

/** Name of the unit a figure is shown in. */
export function unitOf(figure: Figure): string {
  return figure.unit === '万' ? '万元' : figure.unit === '亿' ? '亿元' : figure.unit;
}
