import type { CellRef } from '../evaluation/evaluate';
import { cellText } from '../values/cell';
import { amountText, percentText, plainAmount } from '../values/figureText';
import { cannotCheck, defineCheck, notApplicable, oneCheckable, type Check, type Verdict } from './check';
import { amountLastYear, figureOf, numberAt, refOf, statedAt, statedCellAt, type CheckContext } from './context';
import { field, group, optional, several, type ParametersOf } from './parameters';
import { words } from './texts';
import { agreementOfRate, agreementOfTotal, equalAsShown } from '../values/tolerance';

const FORM = '部门决算公开说明增减变化口径（本年数与上年数比较）';

/** R06 决算公开说明: 增减额＝本年数−上年数; inside TAIL(2) a 提示, outside an 错误. */
export const changeOfYear = defineCheck({
  code: 'R06', title: '增减额计算不符', source: FORM, level: 'error',
  parameters: { rows: several(group({ change: field, current: field, previous: field })) },
  run: (context, { rows }) => oneCheckable(rows.map(({ change, current, previous }): readonly Verdict[] => {
    const [stated, now, before] = [statedAt(context, refOf(change)), numberAt(context, refOf(current)), numberAt(context, refOf(previous))];
    for (const operand of [now, before, stated]) if (!operand.ok) return [cannotCheck(operand.error, refOf(change))];
    if (!stated.ok || !now.ok || !before.ok) return [];
    const computed = now.value.minus(before.value);
    const agreement = agreementOfTotal(stated.value, computed, 2);
    if (agreement === 'equal') return [];
    const slots = {
      found: amountText(stated.value, context.unit), expected: amountText(computed, context.unit), terms: `${plainAmount(now.value)}－${plainAmount(before.value)}`,
      difference: amountText(stated.value.minus(computed), context.unit),
    };
    return [{
      outcome: 'found', level: agreement === 'tail' ? 'hint' : 'error', refs: [change, current, previous].map(refOf),
      words: words(agreement === 'tail' ? 'tail' : 'R06', slots), found: slots.found, expected: slots.expected, difference: slots.difference,
    }];
  })),
});

/** R07 决算公开说明: 增减率＝(本年−上年)÷上年, ULP; the usual slip divides by 本年. */
export const changeRate = defineCheck({
  code: 'R07', title: '增减率分母疑用本年数', source: FORM, level: 'error',
  parameters: { rows: several(group({ rate: field, current: field, previous: field })) },
  run: (context, { rows }) => oneCheckable(rows.map(({ rate, current, previous }): readonly Verdict[] => {
    const [now, before] = [numberAt(context, refOf(current)), numberAt(context, refOf(previous))];
    for (const operand of [now, before]) if (!operand.ok) return [cannotCheck(operand.error, refOf(rate))];
    if (!now.ok || !before.ok) return [];
    if (before.value.isZero()) return [notApplicable('上年数为0，增减率不适用', refOf(rate))];
    const stated = statedAt(context, refOf(rate));
    if (!stated.ok) return [cannotCheck(stated.error, refOf(rate))];
    const change = now.value.minus(before.value);
    const exact = change.div(before.value);
    const agreement = agreementOfRate(stated.value, exact);
    if (agreement === 'equal') return [];
    const onThisYear = agreement === 'off' && !now.value.isZero() && agreementOfRate(stated.value, change.div(now.value)) === 'equal';
    const slots = {
      found: percentText(stated.value), expected: percentText(exact),
      terms: `（${plainAmount(now.value)}－${plainAmount(before.value)}）÷${plainAmount(before.value)}`,
    };
    return [{
      outcome: 'found', level: agreement === 'off' ? 'error' : 'warning', refs: [rate, current, previous].map(refOf),
      words: words(onThisYear ? 'R07.base' : 'R07', slots), found: slots.found, expected: slots.expected,
    }];
  })),
});

type Direction = '增加' | '减少' | '持平';

const DIRECTIONS: readonly (readonly [Direction, RegExp])[] = [
  ['持平', /持平|一致|相同|没有变化|无变化|无增减|未增减|未变/],
  ['增加', /增加|增长|上升|提高/],
  ['减少', /减少|下降|降低|压减|节约/],
];
const AGAINST_LAST_YEAR = /(?:上年|上一年|去年|前一年|\d{4}年)(?:同期|全年)?(?:决算数?|执行数?|支出|数|度)?(?:相比|比较)?[^，。；,;]{0,4}?(没有变化|无变化|无增减|未增减|未变|持平|一致|相同|增加|增长|上升|提高|减少|下降|降低|压减|节约)/g;

/** Which way a sentence says a figure moved against last year; null when it does not say, or says two things. */
function directionIn(text: string): Direction | null {
  const said = [...text.replaceAll(/\s/g, '').matchAll(AGAINST_LAST_YEAR)]
    .filter(([whole]) => !/[未没无不](?:有)?(?:增加|增长|上升|提高|减少|下降|降低)/.test(whole))
    .flatMap(([, word = '']) => DIRECTIONS.flatMap(([direction, words]) => (words.test(word) ? [direction] : [])));
  return new Set(said).size === 1 ? said[0] ?? null : null;
}

const directed = { rows: several(group({ change: field, word: optional(field), texts: optional(several(field)) })) };

/** Each word and each sentence about a change against the sign of its figure. */
function directionVerdicts(context: CheckContext, use: ParametersOf<typeof directed>, key: 'R08' | 'T10'): readonly Verdict[] {
  return oneCheckable(use.rows.map(({ change, word, texts }): readonly Verdict[] => {
    const number = numberAt(context, refOf(change));
    if (!number.ok) return [cannotCheck(number.error, refOf(change))];
    const actual: Direction = number.value.isZero() ? '持平' : number.value.gt(0) ? '增加' : '减少';
    const said: readonly { readonly ref: CellRef; readonly direction: Direction | null }[] = [
      ...(word === null ? [] : [{ ref: refOf(word), direction: wordIn(cellText(statedCellAt(context, refOf(word)))) }]),
      ...(texts ?? []).map((id) => ({ ref: refOf(id), direction: directionIn(cellText(context.evaluation.value(id))) })),
    ];
    return said.flatMap(({ ref, direction }): readonly Verdict[] => {
      if (direction === null || direction === actual) return [];
      const slots = { found: direction, expected: actual, change: figureOf(context, refOf(change), number.value) };
      return [{ outcome: 'found', level: 'error', refs: [ref, refOf(change)], words: words(key, slots), found: direction, expected: actual }];
    });
  }));
}

function wordIn(text: string): Direction | null {
  return DIRECTIONS.find(([, words]) => words.test(text))?.[0] ?? null;
}

/** R08 决算公开说明: 增加, 减少, 持平 as the sign of the change against last year says. */
export const directionOfChange = defineCheck({
  code: 'R08', title: '增减方向用词与数字不符', source: FORM, level: 'error', parameters: directed,
  run: (context, use) => directionVerdicts(context, use, 'R08'),
});

/** T10 “三公”经费决算说明: the same for 三公, 会议, 培训, above all 与上年持平 beside figures that differ. */
export const directionOfThreePublic = defineCheck({
  code: 'T10', title: '“三公”、会议、培训费增减表述与数字不符', source: '“三公”经费财政拨款支出决算情况说明', level: 'error', parameters: directed,
  run: (context, use) => directionVerdicts(context, use, 'T10'),
});

/** R14 决算报表年度衔接: what this year's report calls last year's figure is what last year's report says, EQ. */
export const previousYear = defineCheck({
  code: 'R14', title: '上年数与上年报告不一致', source: '部门决算报表年度间衔接关系', level: 'warning',
  parameters: { pairs: several(group({ previous: field, current: field })) },
  run: (context, { pairs }) => {
    if (context.lastYear === null) return [cannotCheck('没有上年的自评表', ...pairs.slice(0, 1).map(({ previous }) => refOf(previous)))];
    const known = pairs.flatMap(({ previous, current }) => {
      const [here, there] = [numberAt(context, refOf(previous)), amountLastYear(context, current)];
      return here.ok && there !== null ? [{ ref: refOf(previous), here: here.value, there }] : [];
    });
    if (known.length === 0) return [cannotCheck('上年数未填', ...pairs.map(({ previous }) => refOf(previous)))];
    return known.filter(({ here, there }) => !equalAsShown(here, there)).map(({ ref, here, there }): Verdict => {
      const slots = { found: amountText(here, context.unit), expected: amountText(there, context.unit), difference: amountText(here.minus(there), context.unit) };
      return { outcome: 'found', level: 'warning', refs: [ref], words: words('R14', slots), ...slots };
    });
  },
});

export const changeChecks: readonly Check[] = [changeOfYear, changeRate, directionOfChange, directionOfThreePublic, previousYear];
