import { decimal, ONE, sum } from '../values/decimal';
import { numberText } from '../values/figureText';
import { cannotCheck, defineCheck, type Check, type Verdict } from './check';
import { indicatorRows, isQuantitative, named, namesOf, noIndicators, type IndicatorRow } from './indicatorRows';
import { itemOf } from './context';
import { count } from './parameters';
import { words } from './texts';

/** I01 财预〔2020〕10号: 各项指标权重之和等于本表应有的总分, EQ. The pack says the total (100, or 90 beside 预算执行率10). */
export const weightsTotal = defineCheck({
  code: 'I01', title: '权重合计不符', source: '项目支出绩效评价管理办法（财预〔2020〕10号）权重设置', level: 'error',
  parameters: {},
  run: (context) => {
    const rows = indicatorRows(context);
    if (rows.length === 0) return [noIndicators(context)];
    const open = rows.find((row) => row.number('weight') === null);
    if (open) return [cannotCheck(`“${itemOf(context, open.ref('weight'))}”未填或不是数字`, open.ref('weight'))];
    const total = sum(rows.flatMap((row) => row.number('weight') ?? []));
    const expected = decimal(context.form.pack.assessment.weightTotal);
    if (total.eq(expected)) return [];
    const slots = { found: numberText(total), expected: numberText(expected), difference: numberText(total.minus(expected)) };
    const rounded = total.minus(expected).abs().lt(decimal('0.005').times(rows.length));
    return [{ outcome: 'found', level: 'error', refs: rows.map((row) => row.ref('weight')), words: words(rounded ? 'I01.rounding' : 'I01', slots), ...slots, ofColumn: true }];
  },
});

/** I06 财预〔2020〕10号 计分规则: an indicator that is not met (completion below 100%) cannot have its full weight. */
export const unmetWithFullScore = defineCheck({
  code: 'I06', title: '未完成指标值却得满分', source: '项目支出绩效评价管理办法（财预〔2020〕10号）定量指标计分', level: 'error',
  parameters: {},
  run: (context) => {
    const rows = indicatorRows(context).filter(isQuantitative);
    const known = rows.filter((row) => row.number('completion') !== null && row.stated('score') !== null && row.number('weight') !== null);
    if (known.length === 0) return [rows.length === 0 ? noIndicators(context) : cannotCheck('定量指标尚无完成率和得分', ...rows.slice(0, 1).map((row) => row.ref('completion')))];
    const wrong = known.filter((row) => {
      const [completion, score, weight] = [row.number('completion'), row.stated('score'), row.number('effectiveWeight') ?? row.number('weight')];
      return completion !== null && score !== null && weight !== null && completion.lt(ONE) && weight.gt(0) && score.gte(weight);
    });
    return wrong.map((row): Verdict => ({
      outcome: 'found', level: 'error', refs: [row.ref('score'), row.ref('actual')], words: words('I06', { rows: namesOf([row]) }),
      found: numberText(row.stated('score') ?? ONE), expected: `低于${numberText(row.number('weight') ?? ONE)}`,
    }));
  },
});

const OPERATOR = /[≥≤≧≦><＞＜]|不少于|不低于|不超过|不高于|至少|以上|以下|以内/;
const DONE = /^(已|全部|按时|按期)*完成/;

/** I08 财预〔2020〕10号: 实际完成值 is what was reached, not the target with its operator, and not 完成 on a numeric target. */
export const actualIsNoValue = defineCheck({
  code: 'I08', title: '完成值不是实际数', source: '项目支出绩效自评表（财预〔2020〕10号附件）填报说明', level: 'warning',
  parameters: {},
  run: (context) => {
    const rows = indicatorRows(context).filter(isQuantitative);
    if (rows.length === 0) return [noIndicators(context)];
    const filled = rows.filter((row) => row.text('actual') !== '');
    if (filled.length === 0) return [cannotCheck('实际完成指标值未填', ...rows.slice(0, 1).map((row) => row.ref('actual')))];
    return filled.filter((row) => isNoActualValue(row.text('actual'))).map((row): Verdict => ({
      outcome: 'found', level: 'warning', refs: [row.ref('actual'), row.ref('target')],
      words: words('I08', { rows: namesOf([row]), found: row.text('actual').slice(0, 30) }), found: row.text('actual').slice(0, 30), expected: '实际达到的数值',
    }));
  },
});

/** ≥95 and 完成 are what was to be reached, not what was. */
export function isNoActualValue(text: string): boolean {
  return OPERATOR.test(text) || DONE.test(text);
}

const PERCENT_NAME = /[率度]$/;
/** A target such as 95% or 3次 carries its unit itself. */
const UNIT_IN_TARGET = /\d\s*[^\d\s.,~～至—-]+$/;

/** I09 部门整体支出绩效目标表: a quantitative indicator has its 度量单位; one finding naming all rows. */
export const unitMissing = defineCheck({
  code: 'I09', title: '缺少度量单位', source: '部门整体支出绩效目标申报表“绩效度量单位”栏', level: 'warning',
  parameters: {},
  run: (context) => {
    const all = indicatorRows(context);
    if (all.length === 0) return [noIndicators(context)];
    const rows = all.filter((row) => isQuantitative(row) && row.text('unit') === '' && !UNIT_IN_TARGET.test(row.text('target')));
    if (rows.length === 0) return [];
    const percent = rows.every((row) => PERCENT_NAME.test(row.name) || /[%％]/.test(row.text('actual')));
    return [{
      outcome: 'found', level: 'warning', refs: rows.map((row) => row.ref('unit')), ofColumn: true,
      words: words('I09', { rows: namesOf(rows), count: String(rows.length), hint: percent ? '，似应为“%”' : '' }),
      found: '空白', expected: percent ? '%' : '度量单位',
    }];
  },
});

/** I11 财预〔2020〕10号 指标体系: a level-2 name belongs to its level-1 group, synonyms of the pack counted; one 提示 for each distinct name. */
export const strangeLevel2 = defineCheck({
  code: 'I11', title: '二级指标不属于该一级指标', source: '项目支出绩效评价管理办法（财预〔2020〕10号）指标框架', level: 'hint',
  parameters: {},
  run: (context) => {
    const all = indicatorRows(context);
    if (all.length === 0) return [noIndicators(context)];
    const { tree } = context.form.pack.assessment;
    const strangers = new Map<string, { readonly rows: IndicatorRow[]; readonly group: string; readonly expected: string }>();
    for (const row of all) {
      const [level1, level2] = [row.text('level1'), row.text('level2')];
      const group = named(tree, level1);
      if (level2 === '' || (group && named(group.children, level2))) continue;
      const known = strangers.get(`${level1}|${level2}`);
      if (known) known.rows.push(row);
      else strangers.set(`${level1}|${level2}`, {
        rows: [row], group: group?.name ?? (level1 === '' ? '（一级指标未填）' : level1),
        expected: group ? group.children.map((child) => child.name).join('、') : `一级指标：${tree.map((one) => one.name).join('、')}`,
      });
    }
    return [...strangers.values()].map(({ rows, group, expected }): Verdict => ({
      outcome: 'found', level: 'hint', refs: rows.map((row) => row.ref('level2')),
      words: words('I11', { found: rows[0]?.text('level2') ?? '', group, expected }), found: rows[0]?.text('level2') ?? '', expected,
    }));
  },
});

/** I12 财预〔2021〕101号 成本指标: a scale whose words do not tell which end is good needs its 方向; one finding for each scale. */
export const directionUnclear = defineCheck({
  code: 'I12', title: '成本类定性指标方向不明', source: '中央部门项目支出核心绩效目标和指标设置及取值指引（财预〔2021〕101号）成本指标', level: 'warning',
  parameters: {},
  run: (context) => {
    const all = indicatorRows(context);
    if (all.length === 0) return [noIndicators(context)];
    const { tree } = context.form.pack.assessment;
    const open = all.filter((row) => {
      const group = named(tree, row.text('level1'));
      return row.nature?.comparison === 'qualitative' && row.text('direction') === ''
        && row.scale !== null && group !== null && row.scale.ambiguousIn.includes(group.name);
    });
    const scales = [...new Set(open.map((row) => row.scale?.name ?? ''))];
    return scales.map((scale): Verdict => {
      const rows = open.filter((row) => row.scale?.name === scale);
      const points = numberText(sum(rows.flatMap((row) => row.number('weight') ?? [])));
      return {
        outcome: 'found', level: 'warning', refs: rows.map((row) => row.ref('direction')), ofColumn: scales.length === 1,
        words: words('I12', { rows: namesOf(rows), scale, points }), found: '未选方向', expected: '正向或反向',
      };
    });
  },
});

/** I14 财预〔2020〕10号 偏差分析: of at least `rows` indicators that had room above their target, every one hit it exactly. */
export const allExactlyOnTarget = defineCheck({
  code: 'I14', title: '全部完成值与目标值相同', source: '项目支出绩效评价管理办法（财预〔2020〕10号）目标偏差分析', level: 'hint',
  parameters: { rows: count },
  run: (context, { rows: least }) => {
    const all = indicatorRows(context);
    if (all.length === 0) return [noIndicators(context)];
    const withRoom = all.filter((row) => {
      const [target, actual] = [row.number('targetNumber'), row.number('actualNumber')];
      if (!isQuantitative(row) || target === null || actual === null || target.isZero()) return false;
      return !(target.eq(100) && /^(%|％|百分比)?$/.test(row.text('unit')));
    });
    if (withRoom.length < least || withRoom.some((row) => !row.number('targetNumber')?.eq(row.number('actualNumber') ?? -1))) return [];
    return [{
      outcome: 'found', level: 'hint', refs: withRoom.map((row) => row.ref('actual')), ofColumn: true,
      words: words('I14', { count: String(withRoom.length) }), found: `${withRoom.length}项相同`, expected: '实际结果',
    }];
  },
});

export const indicatorChecks: readonly Check[] = [
  weightsTotal, unmetWithFullScore, actualIsNoValue, unitMissing, strangeLevel2, directionUnclear, allExactlyOnTarget,
];
