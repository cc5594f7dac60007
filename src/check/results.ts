import { fromWan } from '../values/amountUnit';
import { decimal, ONE, type Decimal } from '../values/decimal';
import { amountText, numberText, percentText } from '../values/figureText';
import { cannotCheck, defineCheck, notApplicable, type Check, type Verdict } from './check';
import { numberAt, refOf } from './context';
import { dimensionOf, yuanIn } from './dimensions';
import { indicatorRows, isQuantitative, named, namesOf, noIndicators, type IndicatorRow } from './indicatorRows';
import { field, several, text, threshold } from './parameters';
import { agreementOfSides } from './roundedParts';
import { words } from './texts';

const RULE = '项目支出绩效评价管理办法（财预〔2020〕10号）';

/** The unit written behind a number, as in 96% or 23家; blank when there is none. */
function unitBehind(written: string): string {
  return /\d\s*([^\d\s.,~～—()（）-]{1,4})\s*$/.exec(written.normalize('NFKC'))?.[1] ?? '';
}

/** I10 指标表度量单位栏: target, 度量单位 and actual value measure the same thing (money, a share, a count …). */
export const otherDimension = defineCheck({
  code: 'I10', title: '目标与完成单位不同', source: '部门整体支出绩效目标申报表“绩效度量单位”栏', level: 'error',
  parameters: {},
  run: (context) => {
    const all = indicatorRows(context);
    const rows = all.filter(isQuantitative).filter((row) => row.text('actual') !== '');
    if (all.length === 0) return [noIndicators(context)];
    if (rows.length === 0) return [cannotCheck('实际完成指标值未填', ...all.slice(0, 1).map((row) => row.ref('actual')))];
    return rows.flatMap((row): readonly Verdict[] => {
      const target = row.text('unit') !== '' ? row.text('unit') : unitBehind(row.text('target'));
      const [due, found] = [dimensionOf(target), dimensionOf(unitBehind(row.text('actual')))];
      if (due === null || found === null || due === found) return [];
      const slots = { rows: namesOf([row]), found: row.text('actual').slice(0, 30), expected: target };
      return [{ outcome: 'found', level: 'error', refs: [row.ref('actual'), row.ref('unit')], words: words('I10', slots), found: slots.found, expected: `以“${target}”为单位` }];
    });
  },
});

/** Counted in whole things, few of them: one more or less says nothing of the target. */
function isSmallStep(target: Decimal, actual: Decimal): boolean {
  return target.isInteger() && actual.isInteger() && target.abs().lte(5) && actual.minus(target).abs().lt(2);
}

/**
 * I13 财预〔2020〕10号 偏差分析: |完成值÷目标值−1| above the limit has its reason; an indicator that lost points tells it in I21.
 * Small whole numbers only when they are off by two or more. One finding a row.
 */
export const farFromTarget = defineCheck({
  code: 'I13', title: '完成值偏离目标较大未说明', source: `${RULE}目标偏差分析`, level: 'warning',
  parameters: { limit: threshold, reason: text },
  run: (context, { limit, reason }) => {
    const all = indicatorRows(context);
    if (all.length === 0) return [noIndicators(context)];
    const known = all.filter(isQuantitative).flatMap((row) => {
      const [target, actual] = [row.number('targetNumber'), row.number('actualNumber')];
      return target?.gt(0) && actual ? [{ row, target, actual }] : [];
    });
    if (known.length === 0) return [cannotCheck('指标值、实际完成值未填或未计算', ...all.slice(0, 1).map((row) => row.ref('actual')))];
    return known.filter(({ row }) => row.text(reason) === '' && !losesPoints(row)).flatMap(({ row, target, actual }): readonly Verdict[] => {
      const upper = row.number('targetUpper');
      const bound = row.nature?.comparison === 'range' && upper && actual.gt(upper) ? upper : target;
      const within = row.nature?.comparison === 'range' && upper && actual.gte(target) && actual.lte(upper);
      const deviation = actual.div(bound).minus(ONE);
      if (within || deviation.abs().lte(limit) || isSmallStep(bound, actual)) return [];
      const slots = { rows: namesOf([row]), found: numberText(actual), target: numberText(bound), deviation: percentText(deviation.abs()), way: deviation.gt(0) ? '高出' : '低于', limit: percentText(limit) };
      return [{
        outcome: 'found', level: 'warning', refs: [row.ref('actual'), row.ref('target'), row.ref(reason)], words: words('I13', slots),
        found: slots.found, expected: `偏离不超过${slots.limit}，或说明原因`,
      }];
    });
  },
});

function losesPoints(row: IndicatorRow): boolean {
  const [score, weight] = [row.stated('score'), row.number('effectiveWeight') ?? row.number('weight')];
  return score !== null && weight !== null && score.lt(weight);
}

/** I24 财预〔2021〕101号 成本指标: a row that states the whole cost states what was executed, TAIL(1). */
export const costAgainstExecution = defineCheck({
  code: 'I24', title: '成本指标完成值与执行数不符', source: '中央部门项目支出核心绩效目标和指标设置及取值指引（财预〔2021〕101号）成本指标', level: 'warning',
  parameters: { names: several(text), executed: field },
  run: (context, { names, executed }) => {
    const all = indicatorRows(context);
    if (all.length === 0) return [noIndicators(context)];
    const rows = all.filter((row) => isQuantitative(row) && names.includes(row.name.replaceAll(/\s/g, '')) && yuanIn(row.text('unit')) !== null);
    const spent = numberAt(context, refOf(executed));
    const [first] = rows;
    if (!first) return [notApplicable('没有总成本指标', ...all.slice(0, 1).map((row) => row.ref('actual')))];
    if (!spent.ok) return [cannotCheck(spent.error, refOf(executed))];
    const open = rows.find((row) => row.number('actualNumber') === null);
    if (open) return [cannotCheck(`${namesOf([open])}的完成值未填或不是数字`, open.ref('actual'))];
    return rows.flatMap((row): readonly Verdict[] => {
      const stated = row.number('actualNumber');
      const yuan = yuanIn(row.text('unit'));
      if (stated === null || yuan === null) return [];
      const cost = fromWan(stated.times(yuan).div(decimal('10000')), context.unit);
      if (agreementOfSides(context, { value: cost, refs: [] }, { value: spent.value, refs: [refOf(executed)] }) !== 'off') return [];
      const slots = { rows: namesOf([row]), found: amountText(cost, context.unit), expected: amountText(spent.value, context.unit), difference: amountText(cost.minus(spent.value), context.unit) };
      return [{
        outcome: 'found', level: 'warning', refs: [row.ref('actual'), refOf(executed)], words: words('I24', slots),
        found: slots.found, expected: slots.expected, difference: slots.difference,
      }];
    });
  },
});

/** I25 财预〔2020〕10号 成本指标: cost “saved” because it was not paid is no saving: 执行率 below the limit beside a cost row with full points. */
export const unpaidSaving = defineCheck({
  code: 'I25', title: '因未支付而节约成本得满分', source: `${RULE}成本指标`, level: 'hint',
  parameters: { executed: field, budget: field, limit: threshold },
  run: (context, { executed, budget, limit }) => {
    const all = indicatorRows(context);
    if (all.length === 0) return [noIndicators(context)];
    const [spent, due] = [numberAt(context, refOf(executed)), numberAt(context, refOf(budget))];
    if (!spent.ok) return [cannotCheck(spent.error, refOf(executed))];
    if (!due.ok) return [cannotCheck(due.error, refOf(budget))];
    if (due.value.isZero()) return [notApplicable('预算数为0，执行率不适用', refOf(budget))];
    const rate = spent.value.div(due.value);
    const { tree } = context.form.pack.assessment;
    const rows = all.filter((row) => {
      const isCost = [named(tree, row.text('level1'))?.name ?? row.text('level1'), row.text('level2')].some((name) => name.includes('成本'));
      const [score, weight] = [row.stated('score'), row.number('effectiveWeight') ?? row.number('weight')];
      const below = row.nature?.comparison === 'atMost' || row.nature?.comparison === 'lessThan';
      return isCost && below && yuanIn(row.text('unit')) !== null && score !== null && weight?.gt(0) === true && score.gte(weight);
    });
    if (rate.gte(limit) || rows.length === 0) return [];
    const slots = { rate: percentText(rate), limit: percentText(limit), rows: namesOf(rows) };
    return [{
      outcome: 'found', level: 'hint', refs: [...rows.map((row) => row.ref('actual')), refOf(executed), refOf(budget)], ofColumn: true, words: words('I25', slots),
      found: slots.rate, expected: `不低于${slots.limit}，或确为节约`,
    }];
  },
});

export const resultChecks: readonly Check[] = [otherDimension, farFromTarget, costAgainstExecution, unpaidSaving];
