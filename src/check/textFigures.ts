import { decimal, roundHalfUp, type Decimal } from '../values/decimal';
import { dimensionOf, yuanIn } from './dimensions';

/** A figure a sentence gives for a name. */
export interface TextFigure {
  readonly value: Decimal;
  readonly unit: string;
  /** As it is written: 50.7亿元. */
  readonly written: string;
  /** Decimals it is written with. */
  readonly places: number;
}

/** Words that may stand between a name and its figure without changing what the figure is of. */
const LINK = '(?:的)?(?:支出|经费|费用?|金额|总额|数|决算数?|实际|全年|本年|本年度|当年|共计?|合计|累计|总计|完成|达到?了?|达|实现|为|是|：|:|计|发生|开支|约|≥|≧|不低于|不少于|≤|不超过){0,4}';
const FIGURE = String.raw`(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(亿元|万元|千元|元|%|[\u4e00-\u9fff]{0,2})`;

/**
 * Figures that a text gives for a name: the name, at most a few linking words, a number with its unit. Figures of anything further
 * away are of something else and are left alone.
 */
export function figuresOf(name: string, text: string): readonly TextFigure[] {
  const plain = text.normalize('NFKC').replaceAll(/[\s“”"]/g, '');
  const wanted = name.normalize('NFKC').replaceAll(/[\s“”"]/g, '').replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  if (wanted === '') return [];
  return [...plain.matchAll(new RegExp(`${wanted}${LINK}${FIGURE}`, 'g'))].map(([, number = '', unit = '']) => {
    const digits = number.replaceAll(',', '');
    return { value: decimal(digits), unit, written: `${number}${unit}`, places: digits.split('.')[1]?.length ?? 0 };
  });
}

/** Both are of one kind and can be compared: money in any unit, else the same unit. */
export function isComparable(figure: TextFigure, unit: string): boolean {
  if (yuanIn(figure.unit) !== null) return yuanIn(unit) !== null;
  return unit !== '' && (figure.unit.startsWith(unit) || (dimensionOf(figure.unit) === 'share' && dimensionOf(unit) === 'share'));
}

/** Equal at the decimals the text shows. */
export function saysTheSame(figure: TextFigure, value: Decimal, unit: string): boolean {
  const [from, to] = [yuanIn(unit), yuanIn(figure.unit)];
  const other = from !== null && to !== null ? value.times(from).div(to) : value;
  return roundHalfUp(other, figure.places).eq(figure.value);
}
