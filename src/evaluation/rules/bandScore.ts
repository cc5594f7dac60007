import { numberCell } from '../../values/cell';
import { type Decimal, decimal, roundHalfUp, ZERO } from '../../values/decimal';
import { allNumbers, cellOf, refOf, whenAllNumbers } from './faces';
import { plain, shown } from './figures';
import type { Parameters, RuleKind } from './rule';

const BOUNDS = ['upTo', 'below', 'from', 'above'] as const;
type Bound = (typeof BOUNDS)[number];

/** A band and what it scores: one bound as decimal text, `upTo` and `from` included. */
interface Band {
  readonly bound: Bound;
  readonly at: Decimal;
  readonly score: Decimal;
}

const SIGNS: Readonly<Record<Bound, string>> = { upTo: '≤', below: '<', from: '≥', above: '>' };
const OPERATORS: Readonly<Record<Bound, string>> = { upTo: '<=', below: '<', from: '>=', above: '>' };
/** Rates are compared to 10 decimals, so that 0.1×3 reaches 0.3 in a cell too. */
const COMPARED_DECIMALS = 10;

function bandsOf(parameters: Parameters): readonly Band[] {
  const bands = parameters['bands'];
  return (Array.isArray(bands) ? (bands as readonly Readonly<Record<string, string>>[]) : []).flatMap((band): Band[] => {
    const bound = BOUNDS.find((name) => typeof band[name] === 'string');
    return bound === undefined ? [] : [{ bound, at: decimal(band[bound] ?? '0'), score: decimal(band['score'] ?? '0') }];
  });
}

function otherwiseOf(parameters: Parameters): Decimal {
  const otherwise = parameters['otherwise'];
  return typeof otherwise === 'string' ? decimal(otherwise) : ZERO;
}

function isIn({ bound, at }: Band, value: Decimal): boolean {
  const gap = roundHalfUp(value.minus(at), COMPARED_DECIMALS);
  switch (bound) {
    case 'upTo': return gap.lte(0);
    case 'below': return gap.lt(0);
    case 'from': return gap.gte(0);
    case 'above': return gap.gt(0);
  }
}

const NUMBER = { type: 'string', pattern: '^-?\\d+(\\.\\d+)?$' } as const;
const SCORE = { type: 'string', pattern: '^\\d+(\\.\\d+)?$' } as const;

/** 分档计分: the score of the first band the value lies in, else `otherwise` (0). `=0→5; 0–10%(含)→4` is upTo "0", upTo "0.1". */
export const bandScore: RuleKind = {
  kind: 'bandScore',
  title: '分档计分',
  source: '财预〔2013〕53号 共性指标体系框架；档次由各地评分表规定',
  slots: { value: 'one' },
  figures: { bands: '分档', otherwise: '其余得分' },
  parameters: {
    bands: {
      type: 'array', minItems: 1, maxItems: 12,
      items: { type: 'object', required: ['score'], additionalProperties: false, minProperties: 2, maxProperties: 2, properties: { upTo: NUMBER, below: NUMBER, from: NUMBER, above: NUMBER, score: SCORE } },
    },
    otherwise: SCORE,
  },
  value(operands, parameters) {
    const numbers = allNumbers([cellOf(operands, 'value')]);
    if (!numbers.ok) return numbers.error;
    const [value = ZERO] = numbers.value;
    return numberCell(bandsOf(parameters).find((band) => isIn(band, value))?.score ?? otherwiseOf(parameters));
  },
  formula(references, parameters) {
    const value = refOf(references, 'value');
    const gap = (at: Decimal): string => (at.isNegative() ? `ROUND(${value}+${at.neg().toFixed()},${COMPARED_DECIMALS})` : `ROUND(${value}-${at.toFixed()},${COMPARED_DECIMALS})`);
    const choice = bandsOf(parameters).reduceRight((rest, band) => `IF(${gap(band.at)}${OPERATORS[band.bound]}0,${band.score.toFixed()},${rest})`, otherwiseOf(parameters).toFixed());
    return whenAllNumbers([value], choice);
  },
  explain(operands, parameters, result) {
    const bands = bandsOf(parameters).map(({ bound, at, score }) => `${SIGNS[bound]}${plain(at)}得${plain(score)}分`);
    return [`结果${shown(cellOf(operands, 'value'))}，依次${[...bands, `其余得${plain(otherwiseOf(parameters))}分`].join('，')}：${shown(result)}`];
  },
};
