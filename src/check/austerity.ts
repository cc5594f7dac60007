import { fromWan } from '../values/amountUnit';
import { isBlank } from '../values/cell';
import { amountText, numberText } from '../values/figureText';
import { totalAgainstParts } from './accounts';
import { cannotCheck, defineCheck, oneCheckable, type Check, type Verdict } from './check';
import { itemOf, numberAt, refOf, type CheckContext } from './context';
import { field, group, several, text, threshold, type ParametersOf } from './parameters';
import { words } from './texts';

const FORM = '“三公”经费财政拨款支出决算表';
const sums = { sums: several(group({ total: field, parts: several(field) })) };

function eachSum(context: CheckContext, use: ParametersOf<typeof sums>, key: 'T01' | 'T02'): readonly Verdict[] {
  return oneCheckable(use.sums.map(({ total, parts }) => totalAgainstParts(context, refOf(total), parts.map(refOf), (slots) => words(key, slots))));
}

/** T01 “三公”经费表: 合计 ＝ 出国（境）＋用车＋接待, TAIL(3). */
export const threePublicTotal = defineCheck({
  code: 'T01', title: '“三公”经费合计与分项之和不一致', source: FORM, level: 'error', parameters: sums,
  run: (context, use) => eachSum(context, use, 'T01'),
});

/** T02 “三公”经费表: 公务用车小计 ＝ 购置＋运行维护, TAIL(2). */
export const vehiclesTotal = defineCheck({
  code: 'T02', title: '公务用车小计与分项之和不一致', source: FORM, level: 'error', parameters: sums,
  run: (context, use) => eachSum(context, use, 'T02'),
});

/** T03 “三公”经费只减不增: 决算 ≤ 全年预算, item by item; a subtotal is told only when none of its own items is. */
export const threePublicAboveBudget = defineCheck({
  code: 'T03', title: '“三公”经费决算大于预算', source: `${FORM}与预算数`, level: 'warning',
  parameters: { items: several(group({ final: field, budget: field })), totals: several(group({ final: field, budget: field })) },
  run: (context, { items, totals }) => {
    const known = (rows: typeof items) => rows.flatMap((row) => {
      const [final, budget] = [numberAt(context, refOf(row.final)), numberAt(context, refOf(row.budget))];
      return final.ok && budget.ok ? [{ row, final: final.value, budget: budget.value }] : [];
    });
    const [parts, wholes] = [known(items), known(totals)];
    if (parts.length + wholes.length === 0) return [cannotCheck('“三公”经费预算数或决算数未填', ...items.flatMap(({ final, budget }) => [refOf(budget), refOf(final)]))];
    const above = parts.filter(({ final, budget }) => final.gt(budget));
    return (above.length > 0 ? above : wholes.filter(({ final, budget }) => final.gt(budget))).map(({ row, final, budget }): Verdict => {
      const slots = { found: amountText(final, context.unit), expected: amountText(budget, context.unit), difference: amountText(final.minus(budget), context.unit) };
      return { outcome: 'found', level: 'warning', refs: [refOf(row.final), refOf(row.budget)], words: words('T03', slots), ...slots, expected: `不超过${slots.expected}` };
    });
  },
});

const spending = { amount: field, counts: several(field) };

/** Money was spent but nothing is counted for it. */
function spentOnNothing(context: CheckContext, use: ParametersOf<typeof spending>, key: 'T05.count' | 'T06' | 'T07' | 'T08'): readonly Verdict[] {
  const amount = numberAt(context, refOf(use.amount));
  if (!amount.ok) return [cannotCheck(amount.error, refOf(use.amount))];
  if (amount.value.isZero()) return [];
  const missing = use.counts.map(refOf).filter((ref) => { const number = numberAt(context, ref); return !number.ok || number.value.isZero(); });
  const [first] = missing;
  if (!first) return [];
  const slots = {
    amount: amountText(amount.value, context.unit), items: missing.map((ref) => `“${itemOf(context, ref)}”`).join(''),
    state: missing.every((ref) => isBlank(context.evaluation.at(ref))) ? '未填' : '为0或未填',
  };
  return [{ outcome: 'found', level: 'warning', refs: [first, ...missing.slice(1), refOf(use.amount)], words: words(key, slots), found: slots.state, expected: '大于0' }];
}

/** T05 “三公”经费表: 购置费 with no car bought, or a price a car outside the pack's range (thresholds in 万元 a car). */
export const carPrice = defineCheck({
  code: 'T05', title: '公务用车购置费与购置数量不匹配', source: `${FORM}实物量栏`, level: 'warning',
  parameters: { amount: field, cars: field, low: threshold, high: threshold },
  run: (context, { amount, cars, low, high }) => {
    const none = spentOnNothing(context, { amount, counts: [cars] }, 'T05.count');
    const [cost, count] = [numberAt(context, refOf(amount)), numberAt(context, refOf(cars))];
    if (none.length > 0 || !cost.ok || !count.ok || count.value.isZero() || cost.value.isZero()) return none;
    const price = cost.value.div(count.value);
    const [least, most] = [fromWan(low, context.unit), fromWan(high, context.unit)];
    if (price.gte(least) && price.lte(most)) return [];
    const slots = { found: amountText(price, context.unit), terms: `${amountText(cost.value, context.unit)}÷${numberText(count.value)}辆`, low: amountText(least, context.unit), high: amountText(most, context.unit) };
    return [{ outcome: 'found', level: 'hint', refs: [refOf(amount), refOf(cars)], words: words('T05', slots), found: slots.found, expected: `${slots.low}至${slots.high}` }];
  },
});

/** T06 “三公”经费表: 接待费 has its 批次 and 人次. */
export const receptionCounts = defineCheck({
  code: 'T06', title: '接待费与批次、人次不符', source: `${FORM}实物量栏`, level: 'warning', parameters: spending,
  run: (context, use) => spentOnNothing(context, use, 'T06'),
});

/** T07 “三公”经费表: 出国（境）费 has its 团组 and 人次. */
export const journeyCounts = defineCheck({
  code: 'T07', title: '出国（境）费与团组、人次不符', source: `${FORM}实物量栏`, level: 'warning', parameters: spending,
  run: (context, use) => spentOnNothing(context, use, 'T07'),
});

/** T08 “三公”经费表: 运行维护费 has its 保有量. */
export const carsKept = defineCheck({
  code: 'T08', title: '公务用车运行维护费与保有量不符', source: `${FORM}实物量栏`, level: 'warning', parameters: spending,
  run: (context, use) => spentOnNothing(context, use, 'T08'),
});

/** N04 严控一般性支出: when a report names a list of items, each of them is reported; what is 0 is filled with 0. One finding naming the missing ones. */
export const namedButNotReported = defineCheck({
  code: 'N04', title: '只说明了部分项目', source: '部门预算绩效评价指标体系“严控一般性支出”', level: 'warning',
  parameters: { subject: text, items: several(group({ name: text, field }), 2) },
  run: (context, { subject, items }) => {
    const missing = items.filter((item) => isBlank(context.evaluation.value(item.field)));
    if (missing.length === items.length) return [cannotCheck(`${subject}均未填`, ...items.map((item) => refOf(item.field)))];
    if (missing.length === 0) return [];
    const slots = {
      subject, count: String(items.length), filled: String(items.length - missing.length), missing: missing.map(({ name }) => name).join('、'),
    };
    return [{
      outcome: 'found', level: 'warning', refs: missing.map((item) => refOf(item.field)), keptBy: items[0]?.field ?? '', words: words('N04', slots),
      found: `${slots.filled}项`, expected: `${slots.count}项`,
    }];
  },
});

export const austerityChecks: readonly Check[] = [
  threePublicTotal, vehiclesTotal, threePublicAboveBudget, carPrice, receptionCounts, journeyCounts, carsKept, namedButNotReported,
];
