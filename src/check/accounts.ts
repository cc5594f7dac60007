import type { CellRef } from '../evaluation/evaluate';
import { isBlank } from '../values/cell';
import { ZERO, type Decimal } from '../values/decimal';
import { amountText, plainAmount } from '../values/figureText';
import { cannotCheck, defineCheck, notApplicable, oneCheckable, type Check, type Verdict } from './check';
import { figureOf, itemOf, numberAt, refOf, sheetNameOf, statedAt, statedCellAt, totalOf, type CheckContext, type Total } from './context';
import { field, group, optional, several, text } from './parameters';
import { agreementOfSides, roundedParts, type Side } from './roundedParts';
import { agreementOfTotal, equalAsShown } from '../values/tolerance';
import { words, type Words } from './texts';

interface Sums {
  readonly found: string;
  readonly expected: string;
  readonly terms: string;
  readonly difference: string;
}

/** A stated total against the sum of its parts at TAIL(n): inside the tail a 提示, outside an 错误. */
export function totalAgainstParts(context: CheckContext, total: CellRef, parts: readonly CellRef[], say: (sums: Sums) => Words): readonly Verdict[] {
  const stated = statedAt(context, total);
  if (!stated.ok) return [cannotCheck(stated.error, total)];
  const computed = totalOf(context, parts);
  if (!computed.ok) return [cannotCheck(computed.error, total)];
  return totalVerdict(context, total, parts, stated.value, computed.value, say);
}

function totalVerdict(context: CheckContext, total: CellRef, parts: readonly CellRef[], stated: Decimal, computed: Total, say: (sums: Sums) => Words): readonly Verdict[] {
  const agreement = agreementOfTotal(stated, computed.value, computed.parts);
  if (agreement === 'equal') return [];
  const sums: Sums = {
    found: amountText(stated, context.unit), expected: amountText(computed.value, context.unit), terms: computed.terms, difference: amountText(stated.minus(computed.value), context.unit),
  };
  return [{
    outcome: 'found', level: agreement === 'tail' ? 'hint' : 'error', refs: [total, ...parts],
    words: agreement === 'tail' ? words('tail', sums) : say(sums),
    found: sums.found, expected: sums.expected, difference: sums.difference,
  }];
}

/** F01 收入支出决算总表（公开01表）: 本年收入合计 = Σ 各项收入, TAIL(8). */
export const incomeTotal = defineCheck({
  code: 'F01', title: '收入合计与各项收入之和不一致', source: '收入支出决算总表（公开01表）表内关系', level: 'error',
  parameters: { total: field, parts: several(field, 2) },
  run: (context, { total, parts }) => totalAgainstParts(context, refOf(total), parts.map(refOf), (sums) => words('F01', sums)),
});

/** F02 收入支出决算总表（公开01表）: 支出合计 = 基本支出 + 项目支出（+ 上缴上级、经营、对附属单位补助）, TAIL(2). */
export const expenditureByNature = defineCheck({
  code: 'F02', title: '支出合计与基本支出、项目支出之和不一致', source: '收入支出决算总表（公开01表）表内关系', level: 'error',
  parameters: { total: field, parts: several(field, 2) },
  run: (context, { total, parts }) => totalAgainstParts(context, refOf(total), parts.map(refOf), (sums) => words('F02', sums)),
});

/**
 * F03 收入支出决算总表（公开01表）: 支出合计 = Σ 功能分类各类, and likewise for a column of which rows stated as a whole (`undivided`)
 * hold nothing; TAIL(n) with n the typed numbers behind both sides.
 */
export const expenditureByFunction = defineCheck({
  code: 'F03', title: '支出合计与功能分类各类之和不一致', source: '收入支出决算总表（公开01表）按功能分类栏', level: 'error',
  parameters: { total: field, of: field, subject: optional(text), undivided: optional(text) },
  run: (context, { total, of, subject, undivided }) => {
    const stated = statedAt(context, refOf(total));
    if (!stated.ok) return [cannotCheck(stated.error, refOf(total))];
    const list = of.split('.')[0] ?? '';
    const rows = context.evaluation.rows(list);
    const computed = rows.length === 0 ? null : numberAt(context, refOf(of));
    if (!computed) return [cannotCheck('功能分类明细未填', refOf(of))];
    const whole = undivided === null ? undefined : rows.find((row) => !isBlank(context.evaluation.item(list, row, undivided)));
    if (whole !== undefined) return [notApplicable('功能分类有科目未分基本支出、项目支出', { list, row: whole, column: undivided ?? '' })];
    if (!computed.ok) return [cannotCheck(computed.error, refOf(of))];
    const parts = roundedParts(context, refOf(of)) + roundedParts(context, refOf(total)) - 1;
    const sum: Total = { value: computed.value, parts, terms: `${rows.length}个科目` };
    return totalVerdict(context, refOf(of), [refOf(total)], stated.value, sum, (sums) => words('F03', { subject: subject ?? '支出合计', ...sums }));
  },
});

/** F10 部门预算批复与调整: 调整后预算数 = 年初预算数 + 年中调整数, TAIL(2); a directly stated 调整后预算数 counts as stated. */
export const adjustedBudget = defineCheck({
  code: 'F10', title: '调整后预算数与年初预算数、年中调整数之和不一致', source: '部门决算报表预算数口径', level: 'error',
  parameters: { rows: several(group({ adjusted: field, stated: optional(field), initial: field, adjustment: several(field) })) },
  run: (context, { rows }) => {
    return oneCheckable(rows.map(({ adjusted, stated, initial, adjustment }): readonly Verdict[] => {
      const own = statedAt(context, refOf(stated ?? adjusted));
      const typed = own.ok || stated === null ? own : statedAt(context, refOf(adjusted));
      const from = numberAt(context, refOf(initial));
      const change = totalOf(context, adjustment.map(refOf));
      if (!typed.ok || !from.ok || !change.ok) {
        const reason = !typed.ok ? typed.error : !from.ok ? from.error : change.ok ? '' : change.error;
        return [cannotCheck(reason, refOf(adjusted))];
      }
      const total: Total = { value: from.value.plus(change.value.value), parts: 2, terms: `${plainAmount(from.value)}＋${plainAmount(change.value.value)}` };
      const at = stated !== null && own.ok ? stated : adjusted;
      return totalVerdict(context, refOf(at), [initial, ...adjustment].map(refOf), typed.value, total, (sums) =>
        words('F10', { ...sums, initial: amountText(from.value, context.unit), adjustment: amountText(change.value.value, context.unit) }));
    }));
  },
});

/**
 * F11 财预〔2020〕10号 评价资料真实准确: one metric of one year and 口径 has one value wherever it stands, EQ at two decimals.
 * When the odd value equals the same row restricted to one fund it may mean only that fund: 核实.
 * Where places are sums of typed numbers a difference inside TAIL(n) is a 尾差, n the typed numbers behind both; two typed numbers have none.
 */
export const sameFigure = defineCheck({
  code: 'F11', title: '同一数据前后不一致', source: '项目支出绩效评价管理办法（财预〔2020〕10号）关于资料真实、准确的要求', level: 'error',
  parameters: { metric: text, places: several(field, 2), funds: optional(several(group({ name: text, field }))) },
  run: (context, { metric, places, funds }) => {
    const values = places.map((place) => ({ ref: refOf(place), number: statedAt(context, refOf(place)) }))
      .flatMap(({ ref, number }) => (number.ok ? [{ ref, value: number.value }] : []));
    const first = values[0];
    if (!first || values.length < 2) {
      const missing = places.map((place) => statedAt(context, refOf(place))).flatMap((number) => (number.ok ? [] : [number.error]));
      return [cannotCheck(missing.join('；'), ...places.map(refOf))];
    }
    const odd = values.filter(({ value }) => !equalAsShown(value, first.value));
    if (odd.length === 0) return [];
    const innocent = [first, ...odd].flatMap(({ value }) => (funds ?? []).flatMap((fund) => {
      const part = numberAt(context, refOf(fund.field));
      return part.ok && equalAsShown(part.value, value) ? [{ fund: fund.name, value: amountText(value, context.unit) }] : [];
    }))[0];
    const list = values.map(({ ref, value }) => `【${sheetNameOf(context, ref)}】${itemOf(context, ref)}${figureOf(context, ref, value)}`).join('，');
    const other = odd[0]?.value ?? first.value;
    const side = ({ ref, value }: (typeof values)[number]): Side => ({ value, refs: [ref] });
    const tail = odd.every((one) => agreementOfSides(context, side(one), side(first)) !== 'off');
    const difference = amountText(first.value.minus(other), context.unit);
    if (tail) {
      const slots = { found: amountText(first.value, context.unit), expected: amountText(other, context.unit), difference };
      return [{ outcome: 'found', level: 'hint', refs: values.map(({ ref }) => ref), words: words('F11.tail', { metric, places: list, difference }), ...slots }];
    }
    return [{
      outcome: 'found', level: innocent ? 'warning' : 'error', refs: values.map(({ ref }) => ref),
      words: innocent ? words('F11.fund', { metric, places: list, ...innocent }) : words('F11', { metric, places: list }),
      found: amountText(first.value, context.unit), expected: amountText(other, context.unit), difference,
    }];
  },
});

/** A total or parent that is zero or empty although its parts are filled. */
function zeroAbove(context: CheckContext, above: CellRef, below: readonly CellRef[], say: (sums: Sums) => Words): readonly Verdict[] {
  const computed = totalOf(context, below);
  if (!computed.ok) return [cannotCheck(computed.error, above)];
  const empty = isBlank(statedCellAt(context, above));
  const stated = empty ? { ok: true as const, value: ZERO } : statedAt(context, above);
  if (!stated.ok) return [cannotCheck(stated.error, above)];
  if (!stated.value.isZero() || computed.value.value.isZero()) return [];
  const sums: Sums = {
    found: empty ? '空白' : amountText(stated.value, context.unit), expected: amountText(computed.value.value, context.unit), terms: computed.value.terms,
    difference: amountText(stated.value.minus(computed.value.value), context.unit),
  };
  return [{ outcome: 'found', level: 'error', refs: [above, ...below], words: say(sums), found: sums.found, expected: sums.expected, difference: sums.difference }];
}

/** F13 项目支出绩效自评表（财预〔2020〕10号附件）: 资金总额行不得为0而明细行有数, EQ. */
export const emptyTotal = defineCheck({
  code: 'F13', title: '总额为0而明细有数', source: '项目支出绩效自评表（财预〔2020〕10号附件）资金栏', level: 'error',
  parameters: { total: field, parts: several(field) },
  run: (context, { total, parts }) => zeroAbove(context, refOf(total), parts.map(refOf), (sums) => words('F13', sums)),
});

/** F14 决算报表“其中”栏: 上级项目不得为0而下级项目有数, TAIL(n). */
export const emptyParent = defineCheck({
  code: 'F14', title: '上级项目为0而下级项目有数', source: '部门决算报表“其中”栏表内关系', level: 'error',
  parameters: { parents: several(group({ parent: field, children: several(field) })) },
  run: (context, { parents }) =>
    oneCheckable(parents.map(({ parent, children }) => zeroAbove(context, refOf(parent), children.map(refOf), (sums) => words('F14', sums)))),
});

export const accountChecks: readonly Check[] = [
  incomeTotal, expenditureByNature, expenditureByFunction, adjustedBudget, sameFigure, emptyTotal, emptyParent,
];
