import { fromWan } from '../values/amountUnit';
import { amountText, numberText } from '../values/figureText';
import { cannotCheck, defineCheck, notApplicable, type Check, type Verdict } from './check';
import { numberAt, refOf, statedAt, totalOf } from './context';
import { field, group, several, threshold } from './parameters';
import { words } from './texts';

/** N01 部门基本情况表: 编制（在职）人数合计 = Σ 行政、事业、工勤, EQ. */
export const staffTotal = defineCheck({
  code: 'N01', title: '人数合计与分项之和不一致', source: '部门整体支出绩效评价基础数据表人员栏', level: 'error',
  parameters: { sums: several(group({ total: field, parts: several(field) })) },
  run: (context, { sums }) => sums.flatMap(({ total, parts }): readonly Verdict[] => {
    const stated = statedAt(context, refOf(total));
    if (!stated.ok) return [cannotCheck(stated.error, refOf(total))];
    const computed = totalOf(context, parts.map(refOf));
    if (!computed.ok) return [cannotCheck(computed.error, refOf(total))];
    if (stated.value.eq(computed.value.value)) return [];
    const slots = { found: numberText(stated.value), expected: numberText(computed.value.value), terms: computed.value.terms };
    return [{
      outcome: 'found', level: 'error', refs: [total, ...parts].map(refOf), words: words('N01', slots),
      found: slots.found, expected: slots.expected, difference: numberText(stated.value.minus(computed.value.value)),
    }];
  }),
});

/** N02 机构编制管理规定: 编制数 counts no retired staff; the usual slip adds them to 行政、事业、工勤编制. */
export const retiredCounted = defineCheck({
  code: 'N02', title: '编制数含离退休人员', source: '机构编制管理规定（编制不含离退休人员）', level: 'warning',
  parameters: { establishment: field, parts: several(field), retired: field },
  run: (context, { establishment, parts, retired }) => {
    const [stated, posts, gone] = [statedAt(context, refOf(establishment)), totalOf(context, parts.map(refOf)), numberAt(context, refOf(retired))];
    if (!stated.ok) return [cannotCheck(stated.error, refOf(establishment))];
    if (!posts.ok) return [cannotCheck(posts.error, ...parts.map(refOf))];
    if (!gone.ok) return [cannotCheck(gone.error, refOf(retired))];
    if (gone.value.isZero() || !stated.value.eq(posts.value.value.plus(gone.value))) return [];
    const slots = { found: numberText(stated.value), posts: numberText(posts.value.value), retired: numberText(gone.value), expected: numberText(posts.value.value) };
    return [{
      outcome: 'found', level: 'warning', refs: [establishment, retired, ...parts].map(refOf), words: words('N02', slots),
      found: slots.found, expected: slots.expected, difference: numberText(gone.value),
    }];
  },
});

/** P01 财务分析 人均人员经费: staff without any 人员经费 is 核实; an average outside the pack's range (万元 a head) an outlier. */
export const costOfStaff = defineCheck({
  code: 'P01', title: '人均人员经费异常', source: '部门决算分析指标“人均人员经费”', level: 'warning',
  parameters: { cost: field, persons: field, low: threshold, high: threshold },
  run: (context, { cost, persons, low, high }) => {
    const [spent, heads] = [numberAt(context, refOf(cost)), numberAt(context, refOf(persons))];
    if (!spent.ok) return [cannotCheck(spent.error, refOf(cost))];
    if (!heads.ok) return [cannotCheck(heads.error, refOf(persons))];
    if (heads.value.lte(0)) return [notApplicable('没有在职人员', refOf(persons))];
    const refs = [refOf(cost), refOf(persons)];
    if (spent.value.isZero()) {
      const slots = { persons: numberText(heads.value), found: amountText(spent.value, context.unit) };
      return [{ outcome: 'found', level: 'warning', refs, words: words('P01.none', slots), found: slots.found, expected: '大于0' }];
    }
    const average = spent.value.div(heads.value);
    const [least, most] = [fromWan(low, context.unit), fromWan(high, context.unit)];
    if (average.gte(least) && average.lte(most)) return [];
    const slots = { found: amountText(average, context.unit), terms: `${amountText(spent.value, context.unit)}÷${numberText(heads.value)}人`, low: amountText(least, context.unit), high: amountText(most, context.unit) };
    return [{ outcome: 'found', level: 'hint', refs, words: words('P01', slots), found: slots.found, expected: `${slots.low}至${slots.high}` }];
  },
});

export const staffChecks: readonly Check[] = [staffTotal, retiredCounted, costOfStaff];
