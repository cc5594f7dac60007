import { BLANK, notApplicable, numberCell, numberIn, uncomputed } from '../../values/cell';
import { comparisonIn, namesNumberComparison } from './comparisons';
import { cellOf, firstError, hasText, isNotApplicable, refOf } from './faces';
import { shown } from './figures';
import { mayBeFraction, mayBeFractionFormula, numberInText, numberInTextFormula, percentagePoints } from './indicatorNumber';
import type { RuleKind } from './rule';

/**
 * 完成数值: the actual value as a number in the row's unit. 不适用 and 无 give 不适用; 完成 and ≥266 are no values.
 * In a % row a real number of at most 1 is read as a fraction when the target is above 1, otherwise not at all.
 */
export const actualNumber: RuleKind = {
  kind: 'actualNumber',
  title: '完成数值',
  source: '实际完成指标值的读法：文本或数值，% 行按百分数',
  slots: { comparison: 'one', unit: 'one', actual: 'one', targetNumber: 'one' },
  parameters: {},
  value(operands) {
    const comparison = cellOf(operands, 'comparison');
    const actual = cellOf(operands, 'actual');
    const unit = cellOf(operands, 'unit');
    const error = firstError([actual, comparison, unit]);
    if (error !== null) return error;
    if (actual.kind === 'blank') return BLANK;
    if (isNotApplicable(actual)) return notApplicable;
    const named = comparisonIn(comparison);
    if (comparison.kind === 'blank' || named === 'qualitative' || named === 'byDate') return BLANK;
    if (hasText(actual, '无')) return notApplicable;
    if (named === null) return uncomputed;
    if (actual.kind === 'text') {
      const number = numberInText(actual.text, unit);
      return number === null ? uncomputed : numberCell(number);
    }
    if (actual.kind !== 'number') return uncomputed;
    if (!mayBeFraction(actual.value, unit)) return actual;
    const target = numberIn(cellOf(operands, 'targetNumber'));
    return target !== null && target.gt(1) ? numberCell(percentagePoints(actual.value)) : uncomputed;
  },
  formula(references) {
    const comparison = refOf(references, 'comparison');
    const unit = refOf(references, 'unit');
    const actual = refOf(references, 'actual');
    const target = refOf(references, 'targetNumber');
    const real =
      `IF(${mayBeFractionFormula(actual, unit)},` +
      `IF(COUNT(${target})=1,IF(${target}>1,ROUND(${actual}*100,10),"未计算"),"未计算"),${actual})`;
    return (
      `IF(LEN(${actual})+0*LEN(${comparison})+0*LEN(${unit})=0,"",IF(${actual}="不适用","不适用",` +
      `IF(OR(LEN(${comparison})=0,${comparison}="定性",${comparison}="时限"),"",IF(${actual}="无","不适用",` +
      `IF(${namesNumberComparison(comparison)},IF(COUNT(${actual})=1,${real},` +
      `IFERROR(${numberInTextFormula(actual, unit)},"未计算")),"未计算")))))`
    );
  },
  explain(operands, _parameters, result) {
    const actual = cellOf(operands, 'actual');
    const read = `实际完成“${shown(actual)}”，读作${shown(result)}`;
    const turned = actual.kind === 'number' && result.kind === 'number' && !actual.value.eq(result.value);
    return turned ? [read, '单元格存的是小数，目标大于1，按百分数折算，须核实'] : [read];
  },
};
