import { type CellValue, numberCell, uncomputed } from '../../values/cell';
import { roundHalfUp, ZERO } from '../../values/decimal';
import { allNumbers, cellOf, firstError, hasText, quoted, refOf, whenAllNumbers } from './faces';
import { percent, shown } from './figures';
import type { Operands, Parameters, RuleKind } from './rule';
import { BANDS_SCHEMA, bandShare, bandShareFormula, bandsOf } from './bands';

const DIRECT = '直接';
const BY_BANDS = '区间';
/** 定性 rows are measured by their step. */
const AS_MEASURED: readonly string[] = ['比例', '定性'];
const COMPARED_DECIMALS = 10;

function direct(operands: Operands): CellValue {
  const met = cellOf(operands, 'met');
  if (!hasText(met, '是') && !hasText(met, '否')) return met;
  const weight = allNumbers([cellOf(operands, 'weight')]);
  if (!weight.ok) return weight.error;
  return numberCell(hasText(met, '是') ? roundHalfUp(weight.value[0]!, 2) : ZERO);
}

function byBands(operands: Operands, parameters: Parameters): CellValue {
  const numbers = allNumbers([cellOf(operands, 'actualNumber'), cellOf(operands, 'weight')]);
  if (!numbers.ok) return numbers.error;
  return numberCell(roundHalfUp(numbers.value[1]!.times(bandShare(numbers.value[0]!, bandsOf(parameters))), 2));
}

/** Below 门槛 (a completion rate) nothing is earned. */
function byShare(operands: Operands): CellValue {
  const [completion, threshold, measured] = [cellOf(operands, 'completion'), cellOf(operands, 'threshold'), cellOf(operands, 'measured')];
  if (threshold.kind !== 'number' || completion.kind !== 'number' || measured.kind !== 'number') return measured;
  return roundHalfUp(completion.value.minus(threshold.value), COMPARED_DECIMALS).lt(0) ? numberCell(ZERO) : measured;
}

/**
 * 测算分 by 计分方式: 比例 or 定性 (and blank) the score as measured, nothing below 门槛; 直接 all or nothing by 达标; 区间 by the pack's
 * `bands` of the actual value (`from` in the row's unit, `share` of the weight; decimal text). Another word is 未计算.
 */
export const scoringMethod: RuleKind = {
  kind: 'scoringMethod',
  title: '测算分（按计分方式）',
  source: '财预〔2020〕10号；财预〔2021〕101号取值指引（直接赋分、区间赋分、门槛）',
  slots: { method: 'one', measured: 'one', met: 'one', completion: 'one', threshold: 'one', actualNumber: 'one', weight: 'one' },
  parameters: { bands: BANDS_SCHEMA },
  figures: { bands: '分档' },
  value(operands, parameters): CellValue {
    const method = cellOf(operands, 'method');
    const error = firstError([method, cellOf(operands, 'threshold')]);
    if (error !== null) return error;
    if (hasText(method, DIRECT)) return direct(operands);
    if (hasText(method, BY_BANDS)) return byBands(operands, parameters);
    return method.kind === 'blank' || AS_MEASURED.some((word) => hasText(method, word)) ? byShare(operands) : uncomputed;
  },
  formula(references, parameters) {
    const of = (slot: string): string => refOf(references, slot);
    const [method, measured, met, completion, threshold] = [of('method'), of('measured'), of('met'), of('completion'), of('threshold')];
    const [actual, weight] = [of('actualNumber'), of('weight')];
    const whole = whenAllNumbers([weight], `IF(${met}="是",ROUND(${weight},2),0)`);
    const directly = `IF(LEN(${met})=0,"",IF(OR(${met}="是",${met}="否"),${whole},${met}))`;
    const banded = whenAllNumbers([actual, weight], `ROUND(${weight}*${bandShareFormula(actual, bandsOf(parameters))},2)`);
    const below = `IF(COUNT(${threshold},${completion},${measured})=3,ROUND(${completion}-${threshold},${COMPARED_DECIMALS})<0,FALSE)`;
    const shared = `IF(LEN(${measured})=0,"",IF(${below},0,${measured}))`;
    const words = AS_MEASURED.map((word) => `${method}=${quoted(word)}`).join(',');
    return (
      `IF(LEN(${method})*0+LEN(${threshold})*0<>0,"",IF(${method}="${DIRECT}",${directly},IF(${method}="${BY_BANDS}",${banded},` +
      `IF(OR(LEN(${method})=0,${words}),${shared},"未计算"))))`
    );
  },
  explain(operands, _parameters, result) {
    const method = cellOf(operands, 'method');
    if (hasText(method, DIRECT)) return [`直接赋分，达标“${shown(cellOf(operands, 'met'))}”：${shown(result)}`];
    if (hasText(method, BY_BANDS)) return [`按区间赋分，完成${shown(cellOf(operands, 'actualNumber'))}，权重${shown(cellOf(operands, 'weight'))}：${shown(result)}`];
    const threshold = cellOf(operands, 'threshold');
    return [threshold.kind === 'blank' ? `测算分${shown(result)}` : `完成率${percent(cellOf(operands, 'completion'))}，门槛${percent(threshold)}：${shown(result)}`];
  },
};
