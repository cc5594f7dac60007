import { type CellValue, BLANK, numberCell, numberIn, uncomputed } from '../../values/cell';
import type { Decimal } from '../../values/decimal';
import { allNumbers, cellOf, cellsOf, insteadOf, refOf, whenAllNumbers } from './faces';
import { percent } from './figures';
import type { Operands, RuleKind } from './rule';

interface Band {
  readonly low: Decimal;
  readonly high: Decimal;
  readonly best: boolean;
}

function bandAt(operands: Operands, place: Decimal): Band | null {
  const row = place.toNumber() - 2;
  const inColumn = (slot: string): Decimal | null => numberIn(cellsOf(operands, slot)[row] ?? BLANK);
  const [low, high, best] = [inColumn('lows'), inColumn('highs'), inColumn('bests')];
  return low === null || high === null || best === null ? null : { low, high, best: best.eq(1) };
}

/** Bands include their lower end; the upper end belongs to the step above, except in the best one and in a single value. */
function holds(band: Band, rate: Decimal): boolean {
  return rate.gte(band.low) && rate.lte(band.high) && (rate.lt(band.high) || band.best || band.low.eq(band.high));
}

/**
 * 定性得分率 (fraction). The best step defaults to the top of its band, and so does a step that is a single value (是/否);
 * the other steps need a typed rate inside their band. A typed rate outside it is 未计算.
 */
export const qualitativeRate: RuleKind = {
  kind: 'qualitativeRate',
  title: '定性得分率',
  source: '财预〔2020〕10号：100%—80%（含）、80%—60%（含）、60%—0%，档次由模板包给出',
  slots: { step: 'one', typedRate: 'one', lows: 'column', highs: 'column', bests: 'column' },
  parameters: {},
  value(operands): CellValue {
    const places = allNumbers([cellOf(operands, 'step')]);
    if (!places.ok) return places.error;
    const band = bandAt(operands, places.value[0]!);
    if (band === null) return uncomputed;
    const typed = cellOf(operands, 'typedRate');
    if (typed.kind === 'number') return holds(band, typed.value) ? typed : uncomputed;
    if (typed.kind !== 'blank') return allNumbersError(typed);
    return band.best || band.low.eq(band.high) ? numberCell(band.high) : BLANK;
  },
  formula(references) {
    const step = refOf(references, 'step');
    const typed = refOf(references, 'typedRate');
    const at = (slot: string): string => `INDEX(${refOf(references, slot)},${step})`;
    const [low, high, best] = [at('lows'), at('highs'), at('bests')];
    const inBand = `AND(${typed}>=${low},${typed}<=${high},OR(${typed}<${high},${best}=1,${low}=${high}))`;
    const byDefault = `IF(OR(${best}=1,${low}=${high}),${high},"")`;
    return whenAllNumbers(
      [step],
      `IF(COUNT(${typed})=1,IF(${inBand},${typed},"未计算"),IF(LEN(${typed})=0,${byDefault},${insteadOf([typed])}))`,
    );
  },
  explain(operands, _parameters, result) {
    const place = cellOf(operands, 'step');
    const band = place.kind === 'number' ? bandAt(operands, place.value) : null;
    if (band === null) return ['档次未填或不在量表中，不计算得分率'];
    const [low, high] = [percent(numberCell(band.low)), percent(numberCell(band.high))];
    const typed = cellOf(operands, 'typedRate');
    if (typed.kind !== 'blank') return [`本档得分率${low}~${high}，填报${percent(typed)}：${percent(result)}`];
    return result.kind === 'number' ? [`未填得分率，取本档${percent(result)}`] : [`本档得分率${low}~${high}，须由单位填报并说明理由`];
  },
};

function allNumbersError(cell: CellValue): CellValue {
  const read = allNumbers([cell]);
  return read.ok ? cell : read.error;
}
