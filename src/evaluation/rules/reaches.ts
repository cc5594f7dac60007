import { type CellValue, numberCell, textCell } from '../../values/cell';
import { type Decimal, roundHalfUp } from '../../values/decimal';
import { allNumbers, cellOf, optionalRef, refOf, whenAllNumbers } from './faces';
import { percent } from './figures';
import type { Operands, Parameters, RuleKind } from './rule';

type When = 'atLeast' | 'above' | 'atMost' | 'below';

const OPERATORS: Readonly<Record<When, string>> = { atLeast: '>=', above: '>', atMost: '<=', below: '<' };
const SIGNS: Readonly<Record<When, string>> = { atLeast: '≥', above: '>', atMost: '≤', below: '<' };
/** Rates are compared to 10 decimals, so that 0.1×3 reaches 0.3 in a cell too. */
const COMPARED_DECIMALS = 10;

function whenOf(parameters: Parameters): When {
  const when = parameters['when'];
  return when === 'above' || when === 'atMost' || when === 'below' ? when : 'atLeast';
}

function targetOf(operands: Operands, parameters: Parameters): CellValue {
  const threshold = parameters['threshold'];
  return typeof threshold === 'string' ? numberCell(threshold) : cellOf(operands, 'target');
}

function holds(gap: Decimal, when: When): boolean {
  switch (when) {
    case 'atLeast': return gap.gte(0);
    case 'above': return gap.gt(0);
    case 'atMost': return gap.lte(0);
    case 'below': return gap.lt(0);
  }
}

/** 达标: 是 or 否, for a rate against a target cell or against a threshold of the pack (a fraction as decimal text). */
export const reaches: RuleKind = {
  kind: 'reaches',
  title: '是否达标',
  source: '执行进度目标、结余率控制线由模板包给出',
  slots: { rate: 'one', target: 'optional' },
  figures: { threshold: '控制线' },
  parameters: {
    when: { enum: ['atLeast', 'above', 'atMost', 'below'] },
    threshold: { type: 'string', pattern: '^-?\\d+(\\.\\d+)?$' },
  },
  value(operands, parameters) {
    const numbers = allNumbers([cellOf(operands, 'rate'), targetOf(operands, parameters)]);
    if (!numbers.ok) return numbers.error;
    const [rate, target] = numbers.value;
    if (rate === undefined || target === undefined) return textCell('');
    return textCell(holds(roundHalfUp(rate.minus(target), COMPARED_DECIMALS), whenOf(parameters)) ? '是' : '否');
  },
  formula(references, parameters) {
    const rate = refOf(references, 'rate');
    const threshold = parameters['threshold'];
    const target = typeof threshold === 'string' ? null : optionalRef(references, 'target');
    const test = `ROUND(${rate}-${target ?? String(threshold)},${COMPARED_DECIMALS})${OPERATORS[whenOf(parameters)]}0`;
    return whenAllNumbers(target === null ? [rate] : [rate, target], `IF(${test},"是","否")`);
  },
  explain(operands, parameters, result) {
    const sign = SIGNS[whenOf(parameters)];
    return [`${percent(cellOf(operands, 'rate'))}${sign}${percent(targetOf(operands, parameters))}：${percent(result)}`];
  },
};
