import { numfmt } from '@univerjs/core';
import type { Cell } from './cells';

/** Excel's General keeps at most 11 characters of a number. */
function general(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e11 || size < 1e-9)) {
    const [mantissa = '', exponent = ''] = value.toExponential(5).split('e');
    const power = Number(exponent);
    return `${mantissa.replace(/\.?0+$/, '')}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
  }
  const whole = Math.trunc(size).toString().length;
  return String(Number(value.toFixed(Math.max(0, 10 - whole))));
}

/** Excel rounds the 15 digits it shows, not the binary number behind them: 1.005 under 0.00 is 1.01. */
const decimal = (value: number): number => (Number.isInteger(value) ? value : value * (1 + 1e-15));

/** Texts show as they are, unless the format has a part for texts. */
const formatsText = (pattern: string): boolean => pattern !== '@' && (pattern.includes('@') || pattern.split(';').length > 3);

/** The text a cell shows under a number format; errors, truth values and texts without a text section show as they are. */
export function displayText(cell: Cell, pattern: string): string {
  const { value, type } = cell;
  if (value === null) return '';
  if (type === 'Boolean') return value === true ? 'TRUE' : 'FALSE';
  if (type === 'Error') return String(value);
  if (typeof value === 'number') {
    if (pattern === 'General' || pattern === '' || pattern === '@') return general(value);
    try {
      return numfmt.format(pattern, decimal(value), { locale: 'zh-CN', throws: true });
    } catch {
      return '#'.repeat(8);
    }
  }
  return shownText(String(value), pattern);
}

/** A text under a number format. */
export function shownText(text: string, pattern: string): string {
  if (!formatsText(pattern)) return text;
  try {
    return numfmt.format(pattern, text, { locale: 'zh-CN', throws: true });
  } catch {
    return text;
  }
}
