import { numberCell } from '../../values/cell';
import { type Decimal, decimal, roundHalfUp, ZERO } from '../../values/decimal';
import { allNumbers, cellOf, refOf, whenAllNumbers } from './faces';
import { plain, shown } from './figures';
import type { Parameters, RuleKind } from './rule';

/** 每超过1个百分点 read per started step, per full step, or in proportion. */
type Count = 'full' | 'started' | 'proportional';

interface Terms {
  readonly limit: Decimal;
  readonly step: Decimal;
  readonly each: Decimal;
  readonly isBelow: boolean;
  readonly count: Count;
}

/** Steps are compared to 8 decimals, so that 0.07−0.05 is two steps of 0.01 in a cell too; more of them than this cost nothing more. */
const STEP_DECIMALS = 8;
const MOST_STEPS = 10_000;

function termsOf(parameters: Parameters): Terms {
  const text = (name: string, otherwise: string): Decimal => decimal(typeof parameters[name] === 'string' ? parameters[name] : otherwise);
  const count = parameters['count'];
  return {
    limit: text('limit', '0'), step: text('step', '1'), each: text('each', '1'), isBelow: parameters['when'] === 'below',
    count: count === 'started' || count === 'proportional' ? count : 'full',
  };
}

function stepsOf(value: Decimal, { limit, step, isBelow, count }: Terms): Decimal {
  const gap = isBelow ? limit.minus(value) : value.minus(limit);
  const steps = gap.gt(0) ? roundHalfUp(gap.div(step), STEP_DECIMALS) : ZERO;
  const counted = steps.gt(MOST_STEPS) ? decimal(MOST_STEPS) : steps;
  return count === 'full' ? counted.floor() : count === 'started' ? counted.ceil() : counted;
}

const COUNT_WORDS: Readonly<Record<Count, string>> = { full: '不足一档不扣', started: '不足一档按一档扣', proportional: '按比例扣' };
const DECIMAL_TEXT = { type: 'string', pattern: '^\\d+(\\.\\d+)?$' } as const;

/**
 * 计N分，每超过（低于）limit 一个 step 扣 each 分，扣完为止: max(0, 分值 − each × steps), 2 decimals half-up. Rates are fractions
 * (`limit` "1", `step` "0.01"), counts whole numbers (`limit` "0", `step` "1": 每缺一项扣1分).
 */
export const stepDeduction: RuleKind = {
  kind: 'stepDeduction',
  title: '按幅度扣分',
  source: '财预〔2013〕53号 共性指标体系框架；扣分标准由各地评分表规定',
  slots: { value: 'one', points: 'one' },
  figures: { limit: '限度', step: '每超过或低于', each: '扣分' },
  parameters: {
    limit: { type: 'string', pattern: '^-?\\d+(\\.\\d+)?$' }, step: { type: 'string', pattern: '^(?=.*[1-9])\\d+(\\.\\d+)?$' }, each: DECIMAL_TEXT,
    when: { enum: ['above', 'below'] }, count: { enum: ['full', 'started', 'proportional'] },
  },
  value(operands, parameters) {
    const numbers = allNumbers([cellOf(operands, 'value'), cellOf(operands, 'points')]);
    if (!numbers.ok) return numbers.error;
    const [value = ZERO, points = ZERO] = numbers.value;
    const terms = termsOf(parameters);
    const left = points.minus(terms.each.times(stepsOf(value, terms)));
    return numberCell(roundHalfUp(left.gt(0) ? left : ZERO, 2));
  },
  formula(references, parameters) {
    const [value, points] = [refOf(references, 'value'), refOf(references, 'points')];
    const { limit, step, each, isBelow, count } = termsOf(parameters);
    const gap = isBelow ? `${limit.toFixed()}-${value}` : `${value}-${limit.isNegative() ? `(${limit.toFixed()})` : limit.toFixed()}`;
    const steps = `MIN(${MOST_STEPS},MAX(0,ROUND((${gap})/${step.toFixed()},${STEP_DECIMALS})))`;
    const counted = count === 'proportional' ? steps : count === 'full' ? `(${steps}-MOD(${steps},1))` : `(${steps}-MOD(${steps},1)+SIGN(MOD(${steps},1)))`;
    return whenAllNumbers([value, points], `ROUND(MAX(0,${points}-${each.toFixed()}*${counted}),2)`);
  },
  explain(operands, parameters, result) {
    const terms = termsOf(parameters);
    const value = cellOf(operands, 'value');
    const word = terms.isBelow ? '低于' : '超过';
    const how = `分值${shown(cellOf(operands, 'points'))}，每${word}${plain(terms.limit)}达${plain(terms.step)}扣${plain(terms.each)}分，${COUNT_WORDS[terms.count]}，扣完为止`;
    const steps = value.kind === 'number' ? `结果${shown(value)}，扣${plain(stepsOf(value.value, terms).times(terms.each))}分` : `结果${shown(value)}`;
    return [how, `${steps}：${shown(result)}`];
  },
};
