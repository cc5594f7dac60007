import { decimal, type Decimal } from '../values/decimal';

const DIGITS: Readonly<Record<string, number>> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Reads 八, 十二, 二十三, 一百零五, 九十点五; null when the characters make no number (一二 is a series, not 12). */
export function chineseNumber(text: string): Decimal | null {
  const [whole = '', fraction] = text.split('点');
  let total = 0;
  let digit: number | null = null;
  let lastPlace = Infinity;
  for (const character of whole) {
    const value = DIGITS[character];
    const place = PLACES[character];
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else if (place !== undefined && place < lastPlace) {
      total += (digit ?? (place === 10 && total === 0 ? 1 : NaN)) * place;
      if (Number.isNaN(total)) return null;
      digit = null;
      lastPlace = place;
    } else return null;
  }
  const integer = decimal(String(total + (digit ?? 0)));
  if (fraction === undefined) return integer;
  const digits = [...fraction].map((character) => DIGITS[character]);
  return digits.length === 0 || digits.includes(undefined) ? null : integer.plus(decimal(`0.${digits.join('')}`));
}
