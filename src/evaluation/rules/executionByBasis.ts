import { BLANK, type CellValue, notApplicable, uncomputed } from '../../values/cell';
import { cellOf, hasText, isNotApplicable, refOf } from './faces';
import { percent, shown } from './figures';
import { ratio } from './ratio';
import type { Operands, RuleKind } from './rule';

/** 口径 of a progress rate: which budget the executed amount is divided by. */
export const PERIOD_BASIS = '时点预算数';
export const ADJUSTED_BASIS = '全年调整后预算数';

function denominatorOf(operands: Operands): CellValue | null {
  const basis = cellOf(operands, 'basis');
  if (hasText(basis, PERIOD_BASIS)) return cellOf(operands, 'periodBudget');
  return hasText(basis, ADJUSTED_BASIS) ? cellOf(operands, 'adjustedBudget') : null;
}

/** 支付进度: executed amount over the budget that the stated 口径 names, unrounded; no 口径, no rate. */
export const executionByBasis: RuleKind = {
  kind: 'executionByBasis',
  title: '执行率（按所选口径）',
  source: '财预〔2013〕53号 支付进度率；分母按填报口径',
  slots: { executed: 'one', basis: 'one', periodBudget: 'one', adjustedBudget: 'one' },
  parameters: {},
  value(operands, parameters) {
    const basis = cellOf(operands, 'basis');
    if (basis.kind === 'error') return basis;
    if (basis.kind === 'blank') return BLANK;
    if (isNotApplicable(basis)) return notApplicable;
    const denominator = denominatorOf(operands);
    return denominator === null ? uncomputed : ratio.value({ numerator: cellOf(operands, 'executed'), denominator }, parameters);
  },
  formula(references, parameters) {
    const basis = refOf(references, 'basis');
    const numerator = refOf(references, 'executed');
    const over = (slot: string): string => ratio.formula({ numerator, denominator: refOf(references, slot) }, parameters);
    return (
      `IF(LEN(${basis})=0,"",IF(${basis}="${PERIOD_BASIS}",${over('periodBudget')},` +
      `IF(${basis}="${ADJUSTED_BASIS}",${over('adjustedBudget')},IF(${basis}="不适用","不适用","未计算"))))`
    );
  },
  explain(operands, _parameters, result) {
    const basis = shown(cellOf(operands, 'basis'));
    const denominator = denominatorOf(operands);
    if (denominator === null) return [`口径为“${basis}”，应选${PERIOD_BASIS}或${ADJUSTED_BASIS}`];
    return [`口径：${basis}`, `${shown(cellOf(operands, 'executed'))}÷${shown(denominator)}＝${percent(result)}`];
  },
};
