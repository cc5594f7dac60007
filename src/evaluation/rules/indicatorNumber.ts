import { type CellValue, cellText } from '../../values/cell';
import { type Decimal, HUNDRED, decimal, roundHalfUp } from '../../values/decimal';

/*
 * Numbers in the text cells of an indicator row, for both faces: digits (full-width too), sign, decimal point,
 * with the row's unit or % around them. Anything else is not read: 1,234, 约300, ≥266, 完成.
 */

const FULL_WIDTH = '０１２３４５６７８９．－％';
const HALF_WIDTH = '0123456789.-%';
const PERCENT_UNITS: readonly string[] = ['%', '％', '百分比'];
const LARGEST_EXPONENT = 300;

/** Spaces as TRIM of a spreadsheet leaves them: only U+0020 counts. */
export function trimmed(text: string): string {
  return text.replaceAll(/^ +| +$/g, '').replaceAll(/ {2,}/g, ' ');
}

export function isPercentUnit(unit: CellValue): boolean {
  return PERCENT_UNITS.includes(cellText(unit));
}

/** The number a text stands for in a row with this unit, or null. */
export function numberInText(text: string, unit: CellValue): Decimal | null {
  const narrow = [...text].map((character) => HALF_WIDTH[FULL_WIDTH.indexOf(character)] ?? character).join('');
  const suffix = unit.kind === 'blank' || isPercentUnit(unit) ? '%' : cellText(unit);
  const bare = trimmed(narrow.replaceAll(suffix, ' '));
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(bare)) return null;
  const value = decimal(bare.replace(/\.$/, ''));
  return value.e > LARGEST_EXPONENT ? null : value;
}

/** `numberInText` of a text expression, an error when it is no number. */
export function numberInTextFormula(text: string, unit: string): string {
  const suffix = `IF(ISNUMBER(FIND("|"&${unit}&"|","||${PERCENT_UNITS.join('|')}|")),"%",${unit})`;
  const narrow = [...FULL_WIDTH].reduce((inner, wide, index) => {
    const narrowed = HALF_WIDTH[index] ?? '';
    return `SUBSTITUTE(${inner},"${wide}",${/\d/.test(narrowed) ? narrowed : `"${narrowed}"`})`;
  }, text);
  // The exponent keeps VALUE from reading dates and times; a comma would be dropped wherever it stands.
  return `VALUE(TRIM(SUBSTITUTE(SUBSTITUTE(${narrow},",","?"),${suffix}," "))&"e0")`;
}

export function isPercentUnitFormula(unit: string): string {
  return `ISNUMBER(FIND("|"&${unit}&"|","|${PERCENT_UNITS.join('|')}|"))`;
}

/** In a row with unit %, a real number of at most 1 may be a fraction or a percentage; 0 is 0 either way. */
export function mayBeFraction(value: Decimal, unit: CellValue): boolean {
  return isPercentUnit(unit) && !value.isZero() && value.abs().lte(1);
}

export function mayBeFractionFormula(value: string, unit: string): string {
  return `AND(${isPercentUnitFormula(unit)},ABS(${value})<=1,${value}<>0)`;
}

/** A fraction as the percentage points it stands for. */
export function percentagePoints(fraction: Decimal): Decimal {
  return roundHalfUp(fraction.times(HUNDRED), 10);
}
