import { type CellValue, numberCell } from '../../values/cell';
import { type Decimal, ONE, ZERO, roundHalfUp } from '../../values/decimal';
import { BANDS_SCHEMA, type Band, bandShare, bandShareFormula, bandsOf } from './bands';
import { allNumbers, cellOf, refOf, whenAllNumbers } from './faces';
import { percent, shown } from './figures';
import type { RuleKind } from './rule';

function shareOf(rate: Decimal, bands: readonly Band[]): Decimal {
  if (bands.length > 0) return bandShare(rate, bands);
  return rate.lt(1) ? (rate.gt(0) ? rate : ZERO) : ONE;
}

/**
 * 预算执行率得分 = min(分值, 执行率×分值), never below 0, ROUND to 2 decimals half-up from the unrounded rate.
 * With `bands` (highest first; `from` a rate, `share` of the 分值, both fractions as decimal text) by steps instead.
 */
export const executionScore: RuleKind = {
  kind: 'executionScore',
  title: '预算执行率得分',
  source: '财预〔2020〕10号 项目支出绩效评价管理办法',
  slots: { rate: 'one', weight: 'one' },
  parameters: { bands: BANDS_SCHEMA },
  figures: { bands: '分档' },
  value(operands, parameters): CellValue {
    const numbers = allNumbers([cellOf(operands, 'rate'), cellOf(operands, 'weight')]);
    if (!numbers.ok) return numbers.error;
    const [rate, weight] = [numbers.value[0]!, numbers.value[1]!];
    return numberCell(roundHalfUp(weight.times(shareOf(rate, bandsOf(parameters))), 2));
  },
  formula(references, parameters) {
    const rate = refOf(references, 'rate');
    const weight = refOf(references, 'weight');
    const bands = bandsOf(parameters);
    const share = bands.length === 0 ? `MIN(1,MAX(0,${rate}))` : bandShareFormula(rate, bands);
    return whenAllNumbers([rate, weight], `ROUND(${weight}*${share},2)`);
  },
  explain(operands, parameters, result) {
    const how = bandsOf(parameters).length === 0 ? '按比例计分，不超过分值' : '按档计分';
    return [`执行率${percent(cellOf(operands, 'rate'))}，分值${shown(cellOf(operands, 'weight'))}，${how}：${shown(result)}分`];
  },
};
