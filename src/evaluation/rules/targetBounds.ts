import { type CellValue, BLANK, notApplicable, numberCell, uncomputed } from '../../values/cell';
import { COMPARISON_WORDS, comparisonIn, namesNumberComparison } from './comparisons';
import { cellOf, firstError, isNotApplicable, refOf } from './faces';
import { mayBeFraction, mayBeFractionFormula, numberInText, numberInTextFormula } from './indicatorNumber';
import type { Operands, References } from './rule';

/*
 * 指标值 as numbers: one bound, or two for a range (80~90, 80-90, 80～90, 80至90).
 * A target may repeat the operator of its own nature in a sign or in words (≥95%, 不少于5次), no other one.
 */

/** Operators in words, behind the sign of the nature they belong to; all of three characters. */
const WORDS = ['≥不少于', '≥不低于', '≥不小于', '≤不超过', '≤不高于', '≤不大于'];

const SEPARATORS = '~～-－—至';

/** The text on one side of the first separator; without one the whole text is the lower side and the upper is empty. */
function sideOf(text: string, which: 'lower' | 'upper'): string {
  const place = [...text].findIndex((character) => SEPARATORS.includes(character));
  if (place < 0) return which === 'lower' ? text : '';
  return which === 'lower' ? text.slice(0, place) : text.slice(place + 1);
}

function placeFormula(target: string): string {
  return `MIN(${[...SEPARATORS].map((separator) => `FIND("${separator}",${target}&"${separator}")`).join(',')})`;
}

/** The lower (or only) bound, or the upper bound of a range, of the cell `target`. */
export function boundOf(operands: Operands, which: 'lower' | 'upper'): CellValue {
  const comparison = cellOf(operands, 'comparison');
  const target = cellOf(operands, 'target');
  const unit = cellOf(operands, 'unit');
  const error = firstError([comparison, target, unit]);
  if (error !== null) return error;
  if (comparison.kind === 'blank' || target.kind === 'blank') return BLANK;
  if (isNotApplicable(target)) return notApplicable;
  const named = comparisonIn(comparison);
  if (named === 'qualitative' || named === 'byDate') return BLANK;
  if (which === 'upper') return named === 'range' ? upperBound(target, unit) : BLANK;
  if (named === null) return uncomputed;
  if (target.kind === 'number') return mayBeFraction(target.value, unit) ? uncomputed : target;
  if (target.kind !== 'text') return uncomputed;
  const word = COMPARISON_WORDS[named];
  if (named === 'range') return numberOrUncomputed(sideOf(target.text, 'lower'), unit);
  return numberOrUncomputed(withoutOperator(target.text, word), unit);
}

function withoutOperator(text: string, sign: string): string {
  if (text.startsWith(sign)) return text.slice(1);
  return WORDS.includes(sign + text.slice(0, 3)) ? text.slice(3) : text;
}

function upperBound(target: CellValue, unit: CellValue): CellValue {
  return target.kind === 'text' ? numberOrUncomputed(sideOf(target.text, 'upper'), unit) : uncomputed;
}

function numberOrUncomputed(text: string, unit: CellValue): CellValue {
  const number = numberInText(text, unit);
  return number === null ? uncomputed : numberCell(number);
}

function opening(references: References): { comparison: string; target: string; unit: string; begin: string } {
  const comparison = refOf(references, 'comparison');
  const target = refOf(references, 'target');
  const unit = refOf(references, 'unit');
  const begin = `IF(LEN(${comparison})*LEN(${target})+0*LEN(${unit})=0,"",IF(${target}="不适用","不适用",`;
  return { comparison, target, unit, begin };
}

export function lowerBoundFormula(references: References): string {
  const { comparison, target, unit, begin } = opening(references);
  const text =
    `IF(${comparison}="区间",LEFT(${target},${placeFormula(target)}-1),` +
    `MID(${target},1+(LEFT(${target},1)=${comparison})+3*COUNT(FIND("|"&${comparison}&LEFT(${target},3)&"|","|${WORDS.join('|')}|")),99))`;
  const real = `IF(${mayBeFractionFormula(target, unit)},"未计算",${target})`;
  return (
    `${begin}IF(OR(${comparison}="定性",${comparison}="时限"),"",IF(${namesNumberComparison(comparison)},` +
    `IF(COUNT(${target})=1,${real},IFERROR(${numberInTextFormula(text, unit)},"未计算")),"未计算"))))`
  );
}

export function upperBoundFormula(references: References): string {
  const { comparison, target, unit, begin } = opening(references);
  const text = `MID(${target},${placeFormula(target)}+1,99)`;
  return `${begin}IF(${comparison}="区间",IF(COUNT(${target})=1,"未计算",IFERROR(${numberInTextFormula(text, unit)},"未计算")),"")))`;
}
