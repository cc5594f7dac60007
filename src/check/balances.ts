import { isBlank } from '../values/cell';
import { ZERO, sum, type Decimal } from '../values/decimal';
import { amountText, plainAmount } from '../values/figureText';
import { ok, type Result } from '../values/result';
import { totalAgainstParts } from './accounts';
import { cannotCheck, defineCheck, oneCheckable, type Check, type Verdict } from './check';
import { amountLastYear, itemOf, numberAt, refOf, sheetNameOf, statedAt, totalOf, type CheckContext } from './context';
import { field, group, optional, several, type ParametersOf } from './parameters';
import { agreementOfSides, type Side } from './roundedParts';
import { words } from './texts';
import { equalAsShown } from '../values/tolerance';

const FORM = '收入支出决算总表（公开01表）';
const sums = { sums: several(group({ total: field, parts: several(field, 2) })) };

interface Amount extends Side {
  /** 101.55＋125.84. */
  readonly terms: string;
}

/** One cell as it is stated, several cells added up. */
function amountOf(context: CheckContext, fields: readonly string[]): Result<Amount, string> {
  const refs = fields.map(refOf);
  const [only] = refs;
  if (only && refs.length === 1) {
    const stated = statedAt(context, only);
    return stated.ok ? ok({ value: stated.value, refs, terms: plainAmount(stated.value) }) : stated;
  }
  const total = totalOf(context, refs);
  return total.ok ? ok({ value: total.value.value, refs, terms: total.value.terms }) : total;
}

/** Blank is none where the rest of an identity is there. */
function orNone(context: CheckContext, fields: readonly string[]): Result<Amount, string> {
  const filled = fields.filter((id) => !isBlank(context.evaluation.value(id)));
  return filled.length === 0 ? ok({ value: ZERO, refs: fields.map(refOf), terms: '0' }) : amountOf(context, filled);
}

/** F04 公开01表: 收入总计（收入＋使用结余＋年初结转）＝支出总计（支出＋结余分配＋年末结转）, TAIL(5). */
export const grandTotals = defineCheck({
  code: 'F04', title: '收入总计与支出总计不一致', source: `${FORM}表内关系`, level: 'error',
  parameters: { income: several(field), expenditure: several(field) },
  run: (context, use) => {
    const [income, spent] = [amountOf(context, use.income), amountOf(context, use.expenditure)];
    if (!income.ok) return [cannotCheck(income.error, ...use.income.map(refOf))];
    if (!spent.ok) return [cannotCheck(spent.error, ...use.expenditure.map(refOf))];
    const agreement = agreementOfSides(context, income.value, spent.value);
    if (agreement === 'equal') return [];
    const slots = {
      found: amountText(income.value.value, context.unit), expected: amountText(spent.value.value, context.unit),
      difference: amountText(income.value.value.minus(spent.value.value), context.unit),
    };
    return [{
      outcome: 'found', level: agreement === 'tail' ? 'hint' : 'error', refs: [...income.value.refs, ...spent.value.refs],
      words: words(agreement === 'tail' ? 'F04.tail' : 'F04', slots), ...slots,
    }];
  },
});

/** F05 财政拨款收入支出决算总表: 财政拨款＝一般公共预算＋政府性基金＋国有资本经营预算, TAIL(3). */
export const fiscalTotal = defineCheck({
  code: 'F05', title: '财政拨款与各项拨款之和不一致', source: '财政拨款收入支出决算总表（公开04表）表内关系', level: 'error', parameters: sums,
  run: (context, use) => eachSum(context, use, 'F05'),
});

/** F06 部门决算报表: 基本支出＝人员经费＋公用经费, TAIL(2). */
export const basicTotal = defineCheck({
  code: 'F06', title: '基本支出与人员经费、公用经费之和不一致', source: '一般公共预算财政拨款基本支出决算表表内关系', level: 'error', parameters: sums,
  run: (context, use) => eachSum(context, use, 'F06'),
});

function eachSum(context: CheckContext, use: ParametersOf<typeof sums>, key: 'F05' | 'F06'): readonly Verdict[] {
  return oneCheckable(use.sums.map(({ total, parts }) => totalAgainstParts(context, refOf(total), parts.map(refOf), (slots) => words(key, slots))));
}

/** F09 项目支出按用途分类: Σ各类＝项目支出, TAIL(n) with n the typed numbers behind both sides. */
export const projectKinds = defineCheck({
  code: 'F09', title: '项目分类合计与项目支出不一致', source: '部门整体支出绩效评价基础数据表项目支出栏', level: 'error',
  parameters: { total: field, parts: several(field, 2) },
  run: (context, { total, parts }) => {
    const [whole, kinds] = [amountOf(context, [total]), amountOf(context, parts)];
    if (!whole.ok) return [cannotCheck(whole.error, refOf(total))];
    if (!kinds.ok) return [cannotCheck(kinds.error, ...parts.map(refOf))];
    const agreement = agreementOfSides(context, whole.value, kinds.value);
    if (agreement === 'equal') return [];
    const slots = {
      found: amountText(whole.value.value, context.unit), expected: amountText(kinds.value.value, context.unit), terms: kinds.value.terms,
      difference: amountText(whole.value.value.minus(kinds.value.value), context.unit),
    };
    return [{
      outcome: 'found', level: agreement === 'tail' ? 'hint' : 'error', refs: [...whole.value.refs, ...kinds.value.refs],
      words: words(agreement === 'tail' ? 'tail' : 'F09', slots), found: slots.found, expected: slots.expected, difference: slots.difference,
    }];
  },
});

/** F15 公开01表: 本年支出−本年收入 ≤ 年初结转和结余（及使用非财政拨款结余）, TAIL(3). */
export const spentAboveIncome = defineCheck({
  code: 'F15', title: '本年支出大于本年收入，未见年初结转', source: `${FORM}表内关系`, level: 'warning',
  parameters: { income: field, expenditure: field, balances: several(field) },
  run: (context, { income, expenditure, balances }) => {
    const [received, spent, carried] = [numberAt(context, refOf(income)), numberAt(context, refOf(expenditure)), orNone(context, balances)];
    if (!received.ok) return [cannotCheck(received.error, refOf(income))];
    if (!spent.ok) return [cannotCheck(spent.error, refOf(expenditure))];
    if (!carried.ok) return [cannotCheck(carried.error, ...balances.map(refOf))];
    const available: Side = { value: received.value.plus(carried.value.value), refs: [income, ...balances].map(refOf) };
    if (spent.value.lte(available.value) || agreementOfSides(context, { value: spent.value, refs: [refOf(expenditure)] }, available) !== 'off') return [];
    const slots = {
      found: amountText(spent.value, context.unit), expected: amountText(received.value, context.unit),
      difference: amountText(spent.value.minus(received.value), context.unit), carried: amountText(carried.value.value, context.unit),
    };
    return [{
      outcome: 'found', level: 'warning', refs: [expenditure, income, ...balances].map(refOf), words: words('F15', slots),
      found: slots.found, expected: `不超过${amountText(available.value, context.unit)}`, difference: amountText(spent.value.minus(available.value), context.unit),
    }];
  },
});

/**
 * F16 公开01表: 年末结转和结余＝年初＋收入＋使用非财政拨款结余−支出−结余分配, TAIL(5). Where money was taken back at the end of the
 * year the stated figure may be what is left after it: 核实.
 */
export const closingBalance = defineCheck({
  code: 'F16', title: '结转结余计算不符', source: `${FORM}结转结余栏`, level: 'error',
  parameters: { closing: field, opening: several(field), income: field, expenditure: field, distribution: several(field), recovered: optional(several(field)) },
  run: (context, use) => {
    const [stated, received, spent] = [statedAt(context, refOf(use.closing)), numberAt(context, refOf(use.income)), numberAt(context, refOf(use.expenditure))];
    const [opening, distributed, recovered] = [orNone(context, use.opening), orNone(context, use.distribution), orNone(context, use.recovered ?? [])];
    for (const operand of [stated, received, spent, opening, distributed, recovered]) if (!operand.ok) return [cannotCheck(operand.error, refOf(use.closing))];
    if (!stated.ok || !received.ok || !spent.ok || !opening.ok || !distributed.ok || !recovered.ok) return [];
    const refs = [...use.opening, use.income, use.expenditure, ...use.distribution].map(refOf);
    const computed = opening.value.value.plus(received.value).minus(spent.value).minus(distributed.value.value);
    const agreement = agreementOfSides(context, { value: stated.value, refs: [refOf(use.closing)] }, { value: computed, refs });
    if (agreement === 'equal') return [];
    const slots = {
      found: amountText(stated.value, context.unit), expected: amountText(computed, context.unit), difference: amountText(stated.value.minus(computed), context.unit),
      terms: balanceTerms([opening.value.value, received.value], [spent.value, distributed.value.value]), recovered: amountText(recovered.value.value, context.unit),
    };
    const takenBack = !recovered.value.value.isZero();
    return [{
      outcome: 'found', level: agreement === 'tail' ? 'hint' : takenBack ? 'warning' : 'error',
      refs: [refOf(use.closing), ...refs, ...(takenBack ? recovered.value.refs : [])],
      words: words(agreement === 'tail' ? 'tail' : takenBack ? 'F16.recovered' : 'F16', slots),
      found: slots.found, expected: slots.expected, difference: slots.difference,
    }];
  },
});

/** 0.5＋227.39－227.39: what is zero is left out unless all is. */
function balanceTerms(added: readonly Decimal[], subtracted: readonly Decimal[]): string {
  const plus = added.filter((term) => !term.isZero()), minus = subtracted.filter((term) => !term.isZero());
  return `${(plus.length > 0 ? plus : [sum(added)]).map(plainAmount).join('＋')}${minus.map((term) => `－${plainAmount(term)}`).join('')}`;
}

/**
 * F27 部门决算报表: 年初结转和结余＝上年年末结转和结余, EQ. Last year's figure comes from last year's file, else from the field
 * in which this workbook states it.
 */
export const openingBalance = defineCheck({
  code: 'F27', title: '年初结转与上年年末结转不一致', source: '部门决算报表年初、年末结转和结余的衔接关系', level: 'warning',
  parameters: { opening: field, previous: optional(field), closing: field },
  run: (context, { opening, previous, closing }) => {
    const now = numberAt(context, refOf(opening));
    const last = amountLastYear(context, closing);
    const beside = previous === null ? null : numberAt(context, refOf(previous));
    if (last === null && beside === null) return [cannotCheck('没有上年的自评表', refOf(opening))];
    if (last === null && beside?.ok === false) return [cannotCheck(`没有上年的自评表，${beside.error}`, refOf(previous ?? opening))];
    if (!now.ok) return [cannotCheck(now.error, refOf(opening))];
    const before = last ?? (beside?.ok ? beside.value : now.value);
    if (equalAsShown(now.value, before)) return [];
    const where = last === null && previous !== null ? `【${sheetNameOf(context, refOf(previous))}】${itemOf(context, refOf(previous))}` : '上年自评表的年末结转和结余';
    const slots = { found: amountText(now.value, context.unit), expected: amountText(before, context.unit), difference: amountText(now.value.minus(before), context.unit), where };
    return [{
      outcome: 'found', level: 'warning', refs: [refOf(opening), ...(previous === null ? [] : [refOf(previous)])], words: words('F27', slots),
      found: slots.found, expected: slots.expected, difference: slots.difference,
    }];
  },
});

export const balanceChecks: readonly Check[] = [grandTotals, fiscalTotal, basicTotal, projectKinds, spentAboveIncome, closingBalance, openingBalance];
