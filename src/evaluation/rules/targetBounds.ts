import { type CellValue, BLANK, notApplicable, numberCell, textCell, uncomputed } from '../../values/cell';
import { COMPARISON_WORDS, comparisonIn, namesNumberComparison } from './comparisons';
import { cellOf, firstError, isNotApplicable, refOf } from './faces';
import { mayBeFraction, mayBeFractionFormula, numberInTextFormula, textAsNumber } from './indicatorNumber';
import type { Operands, References } from './rule';

/*
 * 指标值 as numbers: one bound, or two for a range (80~90, 80-90, 80～90, 80至90).
 * A target may repeat the operator of its own nature (≥95%), no other one.
 */

const SEPARATORS = '～-－—至';

/** First place where a range is parted, or -1. */
function partingPlace(text: string): number {
  return text.search(/[~～\-－—至]/);
}

function partingPlaceFormula(target: string): string {
  return `FIND("~",${[...SEPARATORS].reduce((inner, separator) => `SUBSTITUTE(${inner},"${separator}","~")`, target)})`;
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
  if (named === 'range') return rangeBound(target, unit, which);
  if (which === 'upper') return BLANK;
  if (named === null) return uncomputed;
  if (target.kind === 'number') return mayBeFraction(target.value, unit) ? uncomputed : target;
  const word = COMPARISON_WORDS[named];
  const bare = target.kind === 'text' && target.text.startsWith(word) ? textCell(target.text.slice(1)) : target;
  return bare.kind === 'blank' ? uncomputed : textAsNumber(bare, unit);
}

function rangeBound(target: CellValue, unit: CellValue, which: 'lower' | 'upper'): CellValue {
  if (target.kind !== 'text') return uncomputed;
  const place = partingPlace(target.text);
  const part = which === 'lower' ? target.text.slice(0, Math.max(place, 0)) : target.text.slice(place + 1);
  if (place < 0 || part === '') return uncomputed;
  const bound = textAsNumber(textCell(part), unit);
  return bound.kind === 'number' ? numberCell(bound.value) : uncomputed;
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
    `IF(${comparison}="区间",LEFT(${target},${partingPlaceFormula(target)}-1),` +
    `IF(LEFT(${target},1)=${comparison},MID(${target},2,99),${target}))`;
  const real = `IF(${comparison}="区间","未计算",IF(${mayBeFractionFormula(target, unit)},"未计算",${target}))`;
  return (
    `${begin}IF(OR(${comparison}="定性",${comparison}="时限"),"",IF(${namesNumberComparison(comparison)},` +
    `IF(COUNT(${target})=1,${real},IFERROR(${numberInTextFormula(text, unit)},"未计算")),"未计算"))))`
  );
}

export function upperBoundFormula(references: References): string {
  const { comparison, target, unit, begin } = opening(references);
  const text = `MID(${target},${partingPlaceFormula(target)}+1,99)`;
  return `${begin}IF(${comparison}="区间",IF(COUNT(${target})=1,"未计算",IFERROR(${numberInTextFormula(text, unit)},"未计算")),"")))`;
}
