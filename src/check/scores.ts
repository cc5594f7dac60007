import type { CellRef } from '../evaluation/evaluate';
import { cellText, isBlank } from '../values/cell';
import { decimal, ONE, roundHalfUp, sum, ZERO, type Decimal } from '../values/decimal';
import { numberText, plainAmount } from '../values/figureText';
import { cannotCheck, defineCheck, notApplicable, oneCheckable, type Check, type Verdict } from './check';
import { itemOf, numberAt, refOf, statedAt, statedCellAt, type CheckContext } from './context';
import { indicatorRows, namesOf, noIndicators, type IndicatorRow } from './indicatorRows';
import { field, group, list, optional, several, text } from './parameters';
import { words } from './texts';
import { equalAsShown } from '../values/tolerance';

const RULE = '项目支出绩效评价管理办法（财预〔2020〕10号）';

/** A score given in whole or half points: the exact one rounded to the decimals that are shown. */
function isRoundedTo(stated: Decimal, exact: Decimal): boolean {
  return stated.decimalPlaces() < 2 && stated.eq(roundHalfUp(exact, stated.decimalPlaces()));
}

/** I03 自评表总分栏: 总分＝Σ of the scores shown (and of what stands beside the list, as 预算执行率得分), EQ. */
export const scoreTotal = defineCheck({
  code: 'I03', title: '总分与各项得分之和不一致', source: `${RULE}总分计算`, level: 'error',
  parameters: { totals: several(group({ total: field, list, score: text, extra: optional(several(field)) })) },
  run: (context, { totals }) => oneCheckable(totals.map((use): readonly Verdict[] => {
    const stated = statedAt(context, refOf(use.total));
    if (!stated.ok) return [cannotCheck(stated.error, refOf(use.total))];
    const refs: readonly CellRef[] = [
      ...(use.extra ?? []).map(refOf), ...context.evaluation.rows(use.list).map((row): CellRef => ({ list: use.list, row, column: use.score })),
    ];
    const sumOf = (read: typeof numberAt): Decimal | null => {
      const known = refs.flatMap((ref) => { const number = read(context, ref); return number.ok ? [number.value] : []; });
      return known.length === 0 ? null : sum(known);
    };
    const computed = sumOf(numberAt);
    if (computed === null) return [cannotCheck('各项得分未填', ...refs.slice(0, 1))];
    // A typed total may follow typed scores: those scores are told by themselves.
    if (equalAsShown(stated.value, computed) || equalAsShown(stated.value, sumOf(statedAt) ?? computed)) return [];
    const slots = { found: plainAmount(stated.value), expected: plainAmount(computed), difference: plainAmount(stated.value.minus(computed)) };
    return [{ outcome: 'found', level: 'error', refs: [refOf(use.total), ...refs], words: words('I03', slots), ...slots }];
  })),
});

/** What the rules give for a row: the engine's score where the column is computed, else 测算分−调减分, not below 0. */
function dueScore(context: CheckContext, row: IndicatorRow, use: { readonly score: string; readonly measured: string; readonly deduction: string | null }): Decimal | null {
  const computed = context.form.lists.get(context.indicators)?.columns.get(use.score)?.rule;
  if (computed) return row.number(use.score);
  const measured = row.number(use.measured);
  const left = measured?.minus(use.deduction === null ? ZERO : row.number(use.deduction) ?? ZERO);
  return left ? (left.lt(0) ? ZERO : left) : null;
}

/** I05 财预〔2020〕10号 计分规则: a score is what target, actual value and weight give, EQ; one rounded to whole points is 核实. */
export const scoreByRule = defineCheck({
  code: 'I05', title: '得分与计分规则不符', source: `${RULE}定量、定性指标计分`, level: 'error',
  parameters: { score: text, measured: text, deduction: optional(text) },
  run: (context, use) => {
    const rows = indicatorRows(context);
    if (rows.length === 0) return [noIndicators(context)];
    const known = rows.flatMap((row) => {
      const [stated, due] = [row.stated(use.score), dueScore(context, row, use)];
      return stated && due ? [{ row, stated, due }] : [];
    });
    if (known.length === 0) return [cannotCheck('测算分、得分均未填或未计算', ...rows.slice(0, 1).map((row) => row.ref(use.score)))];
    return known.filter(({ stated, due }) => !equalAsShown(stated, due)).map(({ row, stated, due }): Verdict => {
      const rounded = isRoundedTo(stated, due);
      const slots = { rows: namesOf([row]), found: numberText(stated), expected: numberText(due) };
      return {
        outcome: 'found', level: rounded ? 'warning' : 'error', refs: [row.ref(use.score), row.ref('actual')],
        words: words(rounded ? 'I05.rounded' : 'I05', slots), found: slots.found, expected: slots.expected, difference: numberText(stated.minus(due)),
      };
    });
  },
});

/** I07 财预〔2020〕10号 偏差分析: an indicator that is met but loses points has its reason; one finding naming all rows. */
export const metButDeducted = defineCheck({
  code: 'I07', title: '已完成指标值却扣分未说明原因', source: `${RULE}偏差原因分析栏`, level: 'warning',
  parameters: { score: text, measured: text, reason: text },
  run: (context, use) => {
    const rows = indicatorRows(context);
    if (rows.length === 0) return [noIndicators(context)];
    const known = rows.flatMap((row) => {
      const [score, measured, weight] = [row.number(use.score), row.number(use.measured), row.number('effectiveWeight') ?? row.number('weight')];
      return score && measured && weight ? [{ row, score, measured, weight }] : [];
    });
    if (known.length === 0) return [cannotCheck('测算分、得分均未填或未计算', ...rows.slice(0, 1).map((row) => row.ref(use.score)))];
    const silent = known.filter(({ row, score, measured, weight }) => measured.gte(weight) && score.lt(weight) && row.text(use.reason) === '');
    if (silent.length === 0) return [];
    const slots = { rows: namesOf(silent.map(({ row }) => row)), points: numberText(sum(silent.map(({ score, weight }) => weight.minus(score)))) };
    return [{
      outcome: 'found', level: 'warning', refs: silent.map(({ row }) => row.ref(use.reason)), ofColumn: true, words: words('I07', slots), found: '空白', expected: '原因',
    }];
  },
});

/** I18 财预〔2020〕10号 预算执行率得分＝min(分值, 执行率×分值), at two decimals; by bands where the pack computes it so. */
export const executionPoints = defineCheck({
  code: 'I18', title: '预算执行率得分不符', source: `${RULE}预算执行率计分`, level: 'error',
  parameters: { rows: several(group({ score: field, points: field, executed: field, budget: field })) },
  run: (context, { rows }) => rows.flatMap((row): readonly Verdict[] => {
    const [points, executed, budget] = [numberAt(context, refOf(row.points)), numberAt(context, refOf(row.executed)), numberAt(context, refOf(row.budget))];
    for (const operand of [points, executed, budget]) if (!operand.ok) return [cannotCheck(operand.error, refOf(row.score))];
    if (!points.ok || !executed.ok || !budget.ok) return [];
    if (budget.value.isZero()) return [notApplicable(`“${itemOf(context, refOf(row.budget))}”为0，执行率不适用`, refOf(row.budget))];
    const stated = statedAt(context, refOf(row.score));
    if (!stated.ok) return [cannotCheck(stated.error, refOf(row.score))];
    const rate = executed.value.div(budget.value);
    const ruled = context.form.fields.get(row.score)?.rule ? numberAt(context, refOf(row.score)) : null;
    const due = ruled?.ok ? ruled.value : roundHalfUp(points.value.times(rate.gt(1) ? ONE : rate.lt(0) ? ZERO : rate), 2);
    if (stated.value.minus(due).abs().lte('0.01')) return [];
    const rounded = isRoundedTo(stated.value, due);
    const slots = { found: numberText(stated.value), expected: numberText(due), terms: `${plainAmount(executed.value)}÷${plainAmount(budget.value)}×${numberText(points.value)}` };
    return [{
      outcome: 'found', level: rounded ? 'warning' : 'error', refs: [row.score, row.executed, row.budget, row.points].map(refOf),
      words: words(rounded ? 'I18.rounded' : 'I18', slots), found: slots.found, expected: slots.expected, difference: numberText(stated.value.minus(due)),
    }];
  }),
});

/** I20 财预〔2020〕10号 等级: 优, 良, 中, 差 as the score shown gives it by the pack's bands. */
export const gradeOfScore = defineCheck({
  code: 'I20', title: '等级与得分不符', source: `${RULE}等级划分`, level: 'error',
  parameters: { grades: several(group({ grade: field, score: field })), rows: optional(several(group({ list, grade: text, score: text }))) },
  run: (context, { grades, rows }) => {
    const bands = [...context.form.pack.assessment.grades].sort((a, b) => decimal(b.from).comparedTo(a.from));
    const places = [
      ...grades.map(({ grade, score }) => ({ grade: refOf(grade), score: refOf(score) })),
      ...(rows ?? []).flatMap((use) => context.evaluation.rows(use.list).map((row): { grade: CellRef; score: CellRef } => ({
        grade: { list: use.list, row, column: use.grade }, score: { list: use.list, row, column: use.score },
      }))),
    ];
    const known = places.flatMap((place) => {
      const score = statedAt(context, place.score);
      const shown = statedCellAt(context, place.grade);
      return score.ok && !isBlank(shown) ? [{ ...place, points: score.value, shown: cellText(shown).trim() }] : [];
    });
    if (known.length === 0) return [cannotCheck('得分或等级未填', ...places.slice(0, 1).map(({ score }) => score))];
    return known.flatMap(({ grade, score, points, shown }): readonly Verdict[] => {
      const due = bands.find(({ from }) => roundHalfUp(points, 2).gte(from));
      if (!due || due.name === shown) return [];
      const slots = { found: shown.slice(0, 20), expected: due.name, score: numberText(points), from: due.from };
      return [{ outcome: 'found', level: 'error', refs: [grade, score], words: words('I20', slots), found: slots.found, expected: slots.expected }];
    });
  },
});

export const scoreChecks: readonly Check[] = [scoreTotal, scoreByRule, metButDeducted, executionPoints, gradeOfScore];
