import { BLANK, numberCell } from '../../values/cell';
import { ZERO, decimal, roundHalfUp } from '../../values/decimal';
import { cellOf, knownNumbers, optionalRef, refOf, whenOnlyNumbersOrBlank } from './faces';
import { shown } from './figures';
import type { RuleKind } from './rule';

/** 得分 = MAX(0, 测算分 − 调减分), 2 decimals; a blank 调减分 is 0, a missing 测算分 stays blank. */
export const finalScore: RuleKind = {
  kind: 'finalScore',
  title: '得分',
  source: '财预〔2020〕10号：完成值偏离目标较大的，按偏离程度适度调减',
  slots: { measured: 'one', deduction: 'optional' },
  parameters: {},
  value(operands) {
    const measured = cellOf(operands, 'measured');
    const deduction = cellOf(operands, 'deduction');
    const known = knownNumbers([measured, deduction]);
    if (!known.ok) return known.error;
    if (measured.kind !== 'number') return BLANK;
    const left = measured.value.minus(deduction.kind === 'number' ? deduction.value : ZERO);
    return numberCell(roundHalfUp(left.gt(0) ? left : decimal('0'), 2));
  },
  formula(references) {
    const measured = refOf(references, 'measured');
    const deduction = optionalRef(references, 'deduction');
    const left = deduction === null ? measured : `${measured}-SUM(${deduction})`;
    return whenOnlyNumbersOrBlank(
      deduction === null ? [measured] : [measured, deduction],
      `IF(COUNT(${measured})=0,"",ROUND(MAX(0,${left}),2))`,
    );
  },
  explain(operands, _parameters, result) {
    const deduction = cellOf(operands, 'deduction');
    const measured = shown(cellOf(operands, 'measured'));
    return [deduction.kind === 'blank' ? `测算分${measured}，无调减：${shown(result)}` : `${measured}－${shown(deduction)}＝${shown(result)}，不低于0`];
  },
};
