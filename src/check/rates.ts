import type { CellRef } from '../evaluation/evaluate';
import { ADJUSTED_BASIS, PERIOD_BASIS } from '../evaluation/rules/executionByBasis';
import { cellText, isBlank } from '../values/cell';
import { ONE, sum, ZERO, type Decimal } from '../values/decimal';
import { amountText, percentText, plainAmount } from '../values/figureText';
import { cannotCheck, defineCheck, notApplicable, type Check, type Verdict } from './check';
import { choicesOf, itemOf, numberAt, refOf, sheetNameOf, statedAt, type CheckContext } from './context';
import { field, group, list, optional, several, text, threshold, type ParametersOf } from './parameters';
import { agreementOfRate, shareSumTolerance } from '../values/tolerance';
import { agreementOfSides } from './roundedParts';
import { words } from './texts';

function quotient(numerator: Decimal, denominator: Decimal): string {
  return `${plainAmount(numerator)}÷${plainAmount(denominator)}`;
}

const periods = several(group({ period: text, executed: field, basis: field, periodBudget: field, rate: field }));

interface Period {
  readonly executed: string;
  readonly basis: string;
  readonly periodBudget: string;
}

/** The budget field a period's 口径 names; null for a 口径 that is neither. A blank 口径 shows the rate on 全年调整后预算数. */
function budgetFieldOf(basis: string, row: Period, adjustedBudget: string): string | null {
  if (basis === PERIOD_BASIS) return row.periodBudget;
  return basis === ADJUSTED_BASIS || basis === '' ? adjustedBudget : null;
}

/**
 * R01 川财绩 支出执行进度: 执行率 = 累计执行数 ÷ denominator of its 口径 (时点预算数 or 全年调整后预算数), ULP.
 * Executed without a 口径 → 核实, with the rate on 全年调整后预算数.
 */
export const executionRate = defineCheck({
  code: 'R01', title: '执行率计算不符或未注明口径', source: '部门预算绩效评价指标体系“支出执行进度”', level: 'error',
  parameters: { periods, adjustedBudget: field },
  run: (context, { periods: rows, adjustedBudget }) => rows.flatMap((row): readonly Verdict[] => {
    const executed = numberAt(context, refOf(row.executed));
    const basis = cellText(context.evaluation.value(row.basis)).trim();
    if (!executed.ok) return [cannotCheck(executed.error, refOf(row.executed))];
    const budgetField = budgetFieldOf(basis, row, adjustedBudget);
    if (budgetField === null) return [cannotCheck(`“${itemOf(context, refOf(row.basis))}”不是可选的口径`, refOf(row.basis))];
    const budget = numberAt(context, refOf(budgetField));
    if (!budget.ok || budget.value.isZero()) return [cannotCheck(budget.ok ? `“${itemOf(context, refOf(budgetField))}”为0` : budget.error, refOf(row.rate))];
    const exact = executed.value.div(budget.value);
    if (basis === '') {
      return [{
        outcome: 'found', level: 'warning', refs: [refOf(row.basis), refOf(row.executed)],
        words: words('R01.basis', { executed: amountText(executed.value, context.unit), expected: percentText(exact) }),
        found: '未选口径', expected: percentText(exact),
      }];
    }
    const stated = statedAt(context, refOf(row.rate));
    if (!stated.ok) return [cannotCheck(stated.error, refOf(row.rate))];
    const agreement = agreementOfRate(stated.value, exact);
    if (agreement === 'equal') return [];
    const slots = { found: percentText(stated.value), expected: percentText(exact), terms: quotient(executed.value, budget.value) };
    return [{
      outcome: 'found', level: agreement === 'off' ? 'error' : 'warning', refs: [refOf(row.rate), refOf(row.executed), refOf(budgetField)],
      words: words('R01', slots), found: slots.found, expected: slots.expected,
    }];
  }),
});

/** R02 川财绩 支出执行进度: 累计执行数 never falls from one period to the next, in all and project by project; two numerators on one denominator cannot have one rate. */
export const cumulativeExecution = defineCheck({
  code: 'R02', title: '分时段执行数与执行率矛盾', source: '部门预算绩效评价指标体系“支出执行进度”', level: 'error',
  parameters: { periods, adjustedBudget: field, projects: optional(group({ list, periods: several(group({ period: text, executed: text }), 2) })) },
  run: (context, { periods: rows, adjustedBudget, projects }) => {
    const falling = projects === null ? [] : context.evaluation.rows(projects.list).flatMap((row) => fallingIn(context, projects, row));
    const known = rows.flatMap((row) => {
      const executed = numberAt(context, refOf(row.executed));
      if (!executed.ok) return [];
      const basis = cellText(context.evaluation.value(row.basis)).trim();
      const budgetField = basis === '' ? null : budgetFieldOf(basis, row, adjustedBudget);
      const budget = budgetField === null ? null : numberAt(context, refOf(budgetField));
      const rate = statedAt(context, refOf(row.rate));
      return [{ row, executed: executed.value, budget: budget?.ok ? budget.value : null, rate: rate.ok ? rate.value : null }];
    });
    if (known.length < 2) return [...falling, cannotCheck('两个以上时段的累计执行数未填', ...rows.map((row) => refOf(row.executed)))];
    let told = false;
    return [...falling, ...known.slice(1).flatMap((later, i): readonly Verdict[] => {
      const earlier = known[i];
      if (!earlier) return [];
      const refs = [refOf(later.row.executed), refOf(earlier.row.executed)];
      if (later.executed.lt(earlier.executed)) {
        const slots = { later: amountText(later.executed, context.unit), earlierPeriod: earlier.row.period, earlier: amountText(earlier.executed, context.unit) };
        return [{ outcome: 'found', level: 'error', refs, words: words('R02', slots), found: slots.later, expected: `不小于${slots.earlier}`, difference: amountText(later.executed.minus(earlier.executed), context.unit) }];
      }
      const sameBase = later.budget !== null && earlier.budget !== null && later.budget.eq(earlier.budget);
      if (told || !sameBase || later.executed.eq(earlier.executed) || !later.rate || !earlier.rate || !later.rate.eq(earlier.rate)) return [];
      // One rate filled down through all periods is one slip.
      told = true;
      const slots = {
        earlierPeriod: earlier.row.period, budget: amountText(later.budget ?? ZERO, context.unit), later: amountText(later.executed, context.unit),
        earlier: amountText(earlier.executed, context.unit), found: percentText(later.rate),
      };
      return [{ outcome: 'found', level: 'error', refs: [refOf(later.row.rate), refOf(earlier.row.rate), ...refs], words: words('R02.same', slots), found: slots.found, expected: '两个不同的执行率' }];
    })];
  },
});

/** Periods of one project in which its 累计执行数 is below that of an earlier period. */
function fallingIn(context: CheckContext, { list: of, periods: given }: { readonly list: string; readonly periods: readonly { readonly period: string; readonly executed: string }[] }, row: number): readonly Verdict[] {
  const known = given.flatMap(({ period, executed }) => {
    const ref: CellRef = { list: of, row, column: executed };
    const number = numberAt(context, ref);
    return number.ok ? [{ period, ref, value: number.value }] : [];
  });
  return known.slice(1).flatMap((later, i): readonly Verdict[] => {
    const earlier = known[i];
    if (!earlier || later.value.gte(earlier.value)) return [];
    const slots = { later: amountText(later.value, context.unit), earlierPeriod: earlier.period, earlier: amountText(earlier.value, context.unit) };
    return [{
      outcome: 'found', level: 'error', refs: [later.ref, earlier.ref], words: words('R02.row', slots), found: slots.later, expected: `不小于${slots.earlier}`,
      difference: amountText(later.value.minus(earlier.value), context.unit),
    }];
  });
}

/** R03 川财绩 预算编制质量: 偏离度 = |执行数 − 剔除数 − 年初预算数| ÷ 年初预算数, ULP; the usual slip takes the 调整后预算数 as base. */
export const deviationFromInitial = defineCheck({
  code: 'R03', title: '偏离度未按年初预算数计算', source: '部门预算绩效评价指标体系“预算编制质量”', level: 'error',
  parameters: { deviation: field, initial: field, executed: field, excluded: field, adjusted: field },
  run: (context, { deviation, initial, executed, excluded, adjusted }) => {
    const [from, done, stated] = [numberAt(context, refOf(initial)), numberAt(context, refOf(executed)), statedAt(context, refOf(deviation))];
    const takenOut = isBlank(context.evaluation.value(excluded)) ? { ok: true as const, value: ZERO } : numberAt(context, refOf(excluded));
    for (const operand of [from, done, takenOut, stated]) if (!operand.ok) return [cannotCheck(operand.error, refOf(deviation))];
    if (!from.ok || !done.ok || !takenOut.ok || !stated.ok) return [];
    if (from.value.isZero()) return [notApplicable('年初预算数为0，偏离度不适用', refOf(deviation))];
    const counted = done.value.minus(takenOut.value);
    const exact = counted.minus(from.value).abs().div(from.value);
    const agreement = agreementOfRate(stated.value, exact);
    if (agreement === 'equal') return [];
    const base = numberAt(context, refOf(adjusted));
    const onAdjusted = base.ok && !base.value.isZero() && agreementOfRate(stated.value, counted.minus(base.value).abs().div(base.value)) === 'equal';
    const slots = {
      found: percentText(stated.value), expected: percentText(exact),
      terms: `|${plainAmount(counted)}－${plainAmount(from.value)}|÷${plainAmount(from.value)}`,
    };
    return [{
      outcome: 'found', level: agreement === 'off' ? 'error' : 'warning', refs: [deviation, initial, executed].map(refOf),
      words: words(onAdjusted ? 'R03.base' : 'R03', slots), found: slots.found, expected: slots.expected,
    }];
  },
});

const shares = {
  total: field,
  shares: optional(several(group({ share: field, part: field }))),
  /** Shares of all filled rows of a list. */
  list: optional(group({ list, share: text, part: text })),
};

/** Share cells with their parts, of fields and of list rows; rows that are not used have no share. */
function sharesOf(context: CheckContext, use: ParametersOf<typeof shares>): readonly { readonly share: CellRef; readonly part: CellRef }[] {
  const { list: rows } = use;
  const fields = (use.shares ?? []).map(({ share, part }) => ({ share: refOf(share), part: refOf(part) }));
  const items = rows === null ? [] : context.evaluation.rows(rows.list).map((row) => ({
    share: { list: rows.list, row, column: rows.share }, part: { list: rows.list, row, column: rows.part },
  }));
  return [...fields, ...items].filter(({ part }) => !isBlank(context.evaluation.at(part)));
}

/** R04 决算公开说明: 占比 = 分项 ÷ 合计, two decimals half-up; cut or one unit off → 核实, more → 错误. */
export const shareOfTotal = defineCheck({
  code: 'R04', title: '占比计算不符', source: '部门决算公开说明占比口径（四舍五入保留两位小数）', level: 'error',
  parameters: shares,
  run: (context, use) => {
    const total = refOf(use.total);
    const whole = numberAt(context, total);
    if (!whole.ok) return [cannotCheck(whole.error, total)];
    if (whole.value.isZero()) return [notApplicable(`“${itemOf(context, total)}”为0，占比不适用`, total)];
    const rows = sharesOf(context, use);
    if (rows.length === 0) return [cannotCheck('各分项均未填', total)];
    return rows.flatMap(({ share, part }): readonly Verdict[] => {
      const stated = statedAt(context, share);
      const amount = numberAt(context, part);
      if (!amount.ok) return [cannotCheck(amount.error, share)];
      if (!stated.ok) return [cannotCheck(stated.error, share)];
      const exact = amount.value.div(whole.value);
      const agreement = agreementOfRate(stated.value, exact);
      if (agreement === 'equal') return [];
      const slots = { found: percentText(stated.value), expected: percentText(exact), terms: quotient(amount.value, whole.value) };
      return [{
        outcome: 'found', level: agreement === 'off' ? 'error' : 'warning', refs: [share, part, total],
        words: words(agreement === 'truncated' ? 'R04.truncated' : agreement === 'oneUnit' ? 'R04.oneUnit' : 'R04', slots),
        found: slots.found, expected: slots.expected,
      }];
    });
  },
});

/** R05 决算公开说明: Σ占比 = 100%; within half a unit for each share it is rounding (提示), above it an 错误. */
export const sharesTo100 = defineCheck({
  code: 'R05', title: '占比合计不是100%', source: '部门决算公开说明占比口径（四舍五入保留两位小数）', level: 'error',
  parameters: shares,
  run: (context, use) => {
    const rows = sharesOf(context, use).map(({ share }) => share);
    if (rows.length < 2) return [cannotCheck('占比不足两项', refOf(use.total))];
    const stated: Decimal[] = [];
    for (const share of rows) {
      const number = statedAt(context, share);
      if (!number.ok) return [cannotCheck(number.error, share)];
      stated.push(number.value);
    }
    const gap = sum(stated).minus(ONE);
    if (gap.abs().lt('1e-12')) return [];
    const within = gap.abs().lte(shareSumTolerance(rows.length));
    const slots = { found: percentText(sum(stated)) };
    return [{
      outcome: 'found', level: within ? 'hint' : 'error', refs: rows,
      words: words(within ? 'R05.rounding' : 'R05', slots), found: slots.found, expected: '100%', difference: percentText(gap),
    }];
  },
});

/**
 * R10 支出执行进度: 执行率 above 100% (more spent than the adjusted budget, beyond the TAIL of the numbers behind both) is carried-over
 * money, an overspent budget or a slip: 核实, unless the row tells its reason. Fields, and rows of a list.
 */
export const rateAbove100 = defineCheck({
  code: 'R10', title: '执行率超过100%', source: '部门预算绩效评价指标体系“支出执行进度”', level: 'warning',
  parameters: {
    rates: several(group({ rate: field, executed: field, budget: field })),
    rows: optional(group({ list, rate: text, executed: text, budget: text, reason: text })),
  },
  run: (context, { rates, rows }) => {
    const places: readonly { readonly rate: CellRef; readonly executed: CellRef; readonly budget: CellRef; readonly reason: CellRef | null }[] = [
      ...rates.map(({ rate, executed, budget }) => ({ rate: refOf(rate), executed: refOf(executed), budget: refOf(budget), reason: null })),
      ...(rows === null ? [] : context.evaluation.rows(rows.list).map((row) => {
        const at = (column: string): CellRef => ({ list: rows.list, row, column });
        return { rate: at(rows.rate), executed: at(rows.executed), budget: at(rows.budget), reason: at(rows.reason) };
      })),
    ];
    const known = places.flatMap((place) => {
      const [executed, budget] = [numberAt(context, place.executed), numberAt(context, place.budget)];
      return executed.ok && budget.ok && budget.value.gt(0) ? [{ ...place, done: executed.value, due: budget.value }] : [];
    });
    if (known.length === 0) return [cannotCheck('预算数、执行数未填', ...places.slice(0, 1).map(({ rate }) => rate))];
    return known.flatMap(({ rate, executed, budget, reason, done, due }): readonly Verdict[] => {
      const agreement = agreementOfSides(context, { value: done, refs: [executed] }, { value: due, refs: [budget] });
      if (done.lte(due) || agreement !== 'off' || (reason && !isBlank(context.evaluation.at(reason)))) return [];
      const slots = { found: percentText(done.div(due)), executed: amountText(done, context.unit), budget: amountText(due, context.unit), difference: amountText(done.minus(due), context.unit) };
      return [{ outcome: 'found', level: 'warning', refs: [rate, executed, budget], words: words('R10', slots), found: slots.found, expected: '不超过100%', difference: slots.difference }];
    });
  },
});

/** R15 绩效自评填报说明: |年中调整数| ÷ 年初预算数 above the limit needs a reason; 年初预算数 0 → 不适用. */
export const adjustmentReason = defineCheck({
  code: 'R15', title: '预算调整率超过限度未说明', source: '绩效自评填报要求“预算调整超30%原因说明”', level: 'warning',
  parameters: { adjustment: field, initial: field, reasons: several(field), limit: threshold },
  run: (context, { adjustment, initial, reasons, limit }) => {
    const [change, from] = [numberAt(context, refOf(adjustment)), numberAt(context, refOf(initial))];
    if (!change.ok) return [cannotCheck(change.error, refOf(adjustment))];
    if (!from.ok) return [cannotCheck(from.error, refOf(initial))];
    if (from.value.isZero()) return [notApplicable('年初预算数为0，预算调整率不适用', refOf(initial))];
    const rate = change.value.abs().div(from.value);
    if (rate.lte(limit) || reasons.some((reason) => !isBlank(context.evaluation.value(reason)))) return [];
    const reason = refOf(reasons[0] ?? adjustment);
    const slots = {
      adjustment: amountText(change.value, context.unit), initial: amountText(from.value, context.unit), found: percentText(rate), limit: percentText(limit),
      reason: itemOf(context, reason), reasonSheet: sheetNameOf(context, reason),
    };
    return [{
      outcome: 'found', level: 'warning', refs: [adjustment, initial, ...reasons].map(refOf),
      words: words('R15', slots), found: slots.found, expected: `不超过${slots.limit}，或说明原因`, reasons: choicesOf(context, reasons.map(refOf)),
    }];
  },
});

export const rateChecks: readonly Check[] = [
  executionRate, cumulativeExecution, deviationFromInitial, shareOfTotal, sharesTo100, rateAbove100, adjustmentReason,
];
