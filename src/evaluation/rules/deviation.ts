import { BLANK, numberCell, notApplicable } from '../../values/cell';
import { ZERO } from '../../values/decimal';
import { cleanAmount, cleanAmountFormula } from './amounts';
import { cellOf, knownNumbers, optionalRef, refOf, whenOnlyNumbersOrBlank } from './faces';
import { percent, shown } from './figures';
import type { RuleKind } from './rule';

/** 预算偏离度 = |执行数 − 剔除数 − 年初预算数| ÷ 年初预算数, unrounded; blank 剔除数 is 0, 年初预算数 0 gives 不适用. */
export const deviation: RuleKind = {
  kind: 'deviation',
  title: '预算偏离度',
  source: '部门预算绩效评价指标体系·预算编制质量（以年初预算数为基数）',
  slots: { executed: 'one', excluded: 'optional', initial: 'one' },
  parameters: {},
  value(operands) {
    const executed = cellOf(operands, 'executed');
    const excluded = cellOf(operands, 'excluded');
    const initial = cellOf(operands, 'initial');
    const known = knownNumbers([executed, excluded, initial]);
    if (!known.ok) return known.error;
    if (executed.kind !== 'number' || initial.kind !== 'number') return BLANK;
    if (initial.value.isZero()) return notApplicable;
    const gap = executed.value.minus(excluded.kind === 'number' ? excluded.value : ZERO).minus(initial.value);
    return numberCell(cleanAmount(gap).abs().div(initial.value));
  },
  formula(references) {
    const executed = refOf(references, 'executed');
    const excluded = optionalRef(references, 'excluded');
    const initial = refOf(references, 'initial');
    const gap = excluded === null ? `${executed}-${initial}` : `${executed}-SUM(${excluded})-${initial}`;
    return whenOnlyNumbersOrBlank(
      [executed, ...(excluded === null ? [] : [excluded]), initial],
      `IF(COUNT(${executed},${initial})<2,"",IF(${initial}=0,"不适用",ABS(${cleanAmountFormula(gap)})/${initial}))`,
    );
  },
  explain(operands, _parameters, result) {
    const excluded = cellOf(operands, 'excluded');
    const initial = shown(cellOf(operands, 'initial'));
    const less = excluded.kind === 'blank' ? '' : `－${shown(excluded)}`;
    return [`|${shown(cellOf(operands, 'executed'))}${less}－${initial}|÷${initial}＝${percent(result)}`];
  },
};
