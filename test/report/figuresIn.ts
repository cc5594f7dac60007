import { decimal, type Decimal } from '../../src/values/decimal';

/** A number of a text with its unit; 1—8月 is one figure. */
export interface TextFigure {
  /** As the table of the seed writes it: 万 as 万元, 名 as 人, 1至8月 as 1—8月. */
  readonly text: string;
  readonly value: Decimal;
  readonly unit: string;
  readonly decimals: number;
}

const PATTERN = /(\d+)\s*(?:至|[-—–]+)\s*(\d+)\s*月|(\d+(?:\.\d+)?)\s*(万元?|亿元|%|人|名|个|家|项|分|年|月|号)?/g;
const UNITS: Readonly<Record<string, string>> = { 万: '万元', 名: '人' };

/** Every number of a text, in order. */
export function figuresIn(text: string): readonly TextFigure[] {
  return [...text.matchAll(PATTERN)].map(([, from, to, number = to ?? '', unit = '']) => {
    if (from !== undefined) return { text: `${from}—${to ?? ''}月`, value: decimal(number), unit: `${from}—月`, decimals: 0 };
    const written = UNITS[unit] ?? unit;
    return { text: `${number}${written}`, value: decimal(number), unit: written, decimals: number.split('.')[1]?.length ?? 0 };
  });
}

/** Ours is theirs, or theirs rounded half-up to fewer decimals; a figure without unit fits any unit. */
export function sameFigure(theirs: TextFigure, ours: TextFigure): boolean {
  return (theirs.unit === '' || theirs.unit === ours.unit) && ours.value.toFixed(theirs.decimals) === theirs.value.toFixed(theirs.decimals);
}
