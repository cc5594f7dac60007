import { type CellValue, BLANK, numberCell, uncomputed } from '../../values/cell';
import { type Decimal, ZERO, roundHalfUp } from '../../values/decimal';
import { ASSESSMENT_SCHEMA, type Comparison, assessmentOf, comparisonIn } from './comparisons';
import { allNumbers, cellOf, insteadOf, optionalRef, refOf, whenAllNumbers } from './faces';
import { percent, plain, shown } from './figures';
import type { Operands, Parameters, References, RuleKind } from './rule';

/*
 * 测算分 of one indicator row. `share` is what part of the weight is earned: a number, `ask` (nobody can say without asking:
 * the score stays blank and a check asks) or `broken` (the row contradicts itself).
 */
export type Share = { readonly earned: Decimal; readonly of: Decimal } | 'full' | 'ask' | 'broken';

/** What part of the weight a target with one bound earns. */
export function shareOf(named: Comparison | null, target: Decimal, actual: Decimal, overTarget: 'full' | 'proportional'): Share {
  switch (named) {
    case 'atLeast': return actual.gte(target) ? 'full' : rising(target, actual);
    case 'moreThan':
      if (actual.gt(target)) return 'full';
      return actual.eq(target) ? 'ask' : rising(target, actual);
    case 'atMost':
      if (actual.lte(target)) return 'full';
      return target.isZero() ? { earned: ZERO, of: actual } : falling(target, actual);
    case 'lessThan':
      if (actual.lt(target)) return 'full';
      return actual.eq(target) ? 'ask' : falling(target, actual);
    case 'equal':
      if (actual.eq(target)) return 'full';
      if (target.isZero()) return { earned: ZERO, of: actual };
      if (actual.lt(target) || target.lt(0)) return rising(target, actual);
      return overTarget === 'full' ? 'full' : { earned: target, of: actual };
    default: return 'broken';
  }
}

/** Below a target to be reached. */
function rising(target: Decimal, actual: Decimal): Share {
  if (target.lte(0)) return 'ask';
  return { earned: actual.gt(0) ? actual : ZERO, of: target };
}

/** Above a target not to be exceeded. */
function falling(target: Decimal, actual: Decimal): Share {
  return target.lte(0) ? 'ask' : { earned: target, of: actual };
}

/** What part of the weight a range earns. */
export function rangeShare(low: Decimal, high: Decimal, actual: Decimal): Share {
  if (high.lt(low)) return 'broken';
  if (actual.lt(low)) return rising(low, actual);
  if (actual.lte(high)) return 'full';
  return falling(high, actual);
}

function scored(weight: Decimal, share: Share): CellValue {
  if (share === 'ask') return BLANK;
  if (share === 'broken') return uncomputed;
  return numberCell(roundHalfUp(share === 'full' ? weight : weight.times(share.earned).div(share.of), 2));
}

function byDate(operands: Operands, weight: CellValue): CellValue {
  const dates = allNumbers([cellOf(operands, 'targetDate'), cellOf(operands, 'actualDate'), weight]);
  if (!dates.ok) return dates.error;
  return scored(dates.value[2]!, dates.value[1]!.lte(dates.value[0]!) ? 'full' : 'ask');
}

function qualitative(operands: Operands, weight: CellValue): CellValue {
  const numbers = allNumbers([cellOf(operands, 'qualitativeRate'), weight]);
  if (!numbers.ok) return numbers.error;
  return numberCell(roundHalfUp(numbers.value[0]!.times(numbers.value[1]!), 2));
}

function value(operands: Operands, parameters: Parameters): CellValue {
  const comparison = cellOf(operands, 'comparison');
  if (comparison.kind === 'error') return comparison;
  const named = comparisonIn(comparison);
  const weight = cellOf(operands, 'weight');
  if (named === 'qualitative') return qualitative(operands, weight);
  if (named === 'byDate') return byDate(operands, weight);
  const numbers = allNumbers([cellOf(operands, 'targetNumber'), cellOf(operands, 'actualNumber'), weight]);
  if (!numbers.ok) return numbers.error;
  const [target, actual, points] = [numbers.value[0]!, numbers.value[1]!, numbers.value[2]!];
  if (named !== 'range') return scored(points, shareOf(named, target, actual, assessmentOf(parameters).overTarget));
  const upper = allNumbers([cellOf(operands, 'targetUpper')]);
  return upper.ok ? scored(points, rangeShare(target, upper.value[0]!, actual)) : upper.error;
}

/** Whether the actual value meets a target with one bound. */
export function metFormula(comparison: string, target: string, actual: string): string {
  const met = (sign: string, holds: string): string => `AND(${comparison}="${sign}",${actual}${holds}${target})`;
  return `OR(${met('≥', '>=')},${met('>', '>')},${met('≤', '<=')},${met('<', '<')},${met('=', '=')})`;
}

function formula(references: References, parameters: Parameters): string {
  const c = refOf(references, 'comparison');
  const t = refOf(references, 'targetNumber');
  const a = refOf(references, 'actualNumber');
  const w = refOf(references, 'weight');
  const optional = (slot: string, compute: (reference: string) => string): string => {
    const reference = optionalRef(references, slot);
    return reference === null ? '""' : compute(reference);
  };
  const full = `ROUND(${w},2)`;
  const rising = `ROUND(${w}*MAX(0,${a})/${t},2)`;
  const byRate = optional('qualitativeRate', (rate) => whenAllNumbers([rate, w], `ROUND(${rate}*${w},2)`));
  const targetDate = optionalRef(references, 'targetDate');
  const onTime =
    targetDate === null
      ? '""'
      : optional('actualDate', (date) => whenAllNumbers([targetDate, date, w], `IF(${date}<=${targetDate},${full},"")`));
  const range = optional(
    'targetUpper',
    (u) =>
      `IF(COUNT(${u})=1,IF(${u}<${t},"未计算",IF(${a}<${t},IF(${t}>0,${rising},""),` +
      `IF(${a}<=${u},${full},IF(${u}>0,ROUND(${w}*${u}/${a},2),"")))),${insteadOf([u])})`,
  );
  const over = assessmentOf(parameters).overTarget === 'full' ? full : `ROUND(${w}*${t}/${a},2)`;
  const unmet =
    `IF(ISERROR(FIND(${c},"≥>≤<=")),"未计算",IF(${a}=${t},"",IF(${t}=0,IF(OR(${c}="≤",${c}="="),0,""),IF(${t}<0,"",` +
    `IF(OR(${c}="≤",${c}="<"),ROUND(${w}*${t}/${a},2),IF(${a}<${t},${rising},${over}))))))`;
  const measured = whenAllNumbers([t, a, w], `IF(${c}="区间",${range},IF(${metFormula(c, t, a)},${full},${unmet}))`);
  return `IF(LEN(${c})*0<>0,"",IF(${c}="定性",${byRate},IF(${c}="时限",${onTime},${measured})))`;
}

function explain(operands: Operands, parameters: Parameters, result: CellValue): readonly string[] {
  const named = comparisonIn(cellOf(operands, 'comparison'));
  const weight = shown(cellOf(operands, 'weight'));
  const outcome = result.kind === 'blank' ? '暂不计分，须核实' : `得${shown(result)}分`;
  if (named === 'qualitative') return [`定性得分率${percent(cellOf(operands, 'qualitativeRate'))}×权重${weight}：${outcome}`];
  if (named === 'byDate') {
    const [due, done] = [shown(cellOf(operands, 'targetDate')), shown(cellOf(operands, 'actualDate'))];
    return [`时限${due}，完成${done}，按期得满分，不按比例计分：${outcome}`];
  }
  const numbers = allNumbers([cellOf(operands, 'targetNumber'), cellOf(operands, 'actualNumber'), cellOf(operands, 'weight')]);
  if (!numbers.ok || named === null) return [`目标、完成数值、权重不全或不是数值：${shown(result)}`];
  const [target, actual, points] = [numbers.value[0]!, numbers.value[1]!, numbers.value[2]!];
  const upper = allNumbers([cellOf(operands, 'targetUpper')]);
  const share =
    named !== 'range' ? shareOf(named, target, actual, assessmentOf(parameters).overTarget)
    : upper.ok ? rangeShare(target, upper.value[0]!, actual)
    : 'broken';
  const bounds = named === 'range' && upper.ok ? `${plain(target)}~${plain(upper.value[0]!)}` : plain(target);
  const head = `目标${shown(cellOf(operands, 'comparison'))}${bounds}，完成${plain(actual)}，权重${plain(points)}`;
  if (share === 'full') return [head, `达到目标：${outcome}`];
  if (share === 'ask' || share === 'broken') return [head, `未能按比例计分：${outcome}`];
  return [head, `未达目标，${plain(points)}×${plain(share.earned)}÷${plain(share.of)}：${outcome}`];
}

/**
 * 测算分: ROUND(…, 2) half-up from unrounded operands, never above the weight. Met → full; not met → the ratio;
 * zero targets are never divided by (0 points), negative ones never scored by ratio; whatever must be asked stays blank.
 * 定性 takes its rate, 时限 its two dates. A missing actual value is blank, never 0.
 */
export const measuredScore: RuleKind = {
  kind: 'measuredScore',
  title: '测算分',
  source: '财预〔2020〕10号 项目支出绩效评价管理办法',
  slots: {
    comparison: 'one', targetNumber: 'one', targetUpper: 'optional', actualNumber: 'one', weight: 'one',
    targetDate: 'optional', actualDate: 'optional', qualitativeRate: 'optional',
  },
  parameters: { assessment: ASSESSMENT_SCHEMA },
  value,
  formula,
  explain,
};
