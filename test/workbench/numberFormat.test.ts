import type { Cell } from '../../src/workbench/host/engine/cells';
import { displayText } from '../../src/workbench/host/engine/numberFormat';

const number = (value: number): Cell => ({ value, type: 'Double', formula: null });
const text = (value: string): Cell => ({ value, type: 'String', formula: null });

describe('what a cell shows', () => {
  test.each([
    ['General', 0, '0'],
    ['General', -0.5, '-0.5'],
    ['General', 1234.5, '1234.5'],
    ['General', 0.1 + 0.2, '0.3'],
    ['General', 1 / 3, '0.333333333'],
    ['General', 123456789012, '1.23457E+11'],
    ['General', 12345678901, '12345678901'],
    ['General', 0.00000000001, '1E-11'],
    ['0', 2.5, '3'],
    ['0', -2.5, '-3'],
    ['0.00', 1.005, '1.01'],
    ['#,##0.00', 1234567.891, '1,234,567.89'],
    ['#,##0.00', 0, '0.00'],
    ['#,##0.00;[Red]-#,##0.00', -5, '-5.00'],
    ['#,##0.00;-#,##0.00;"—"', 0, '—'],
    ['0%', 0.956, '96%'],
    ['0.00%', 0.9607, '96.07%'],
    ['0.00"分"', 9.5, '9.50分'],
    ['yyyy/m/d', 45374, '2024/3/23'],
    ['yyyy-mm-dd', 45374, '2024-03-23'],
    ['yyyy"年"m"月"d"日"', 45374, '2024年3月23日'],
    ['h:mm', 0.354166666666667, '8:30'],
    ['0.00E+00', 12345, '1.23E+04'],
    ['@', 12, '12'],
    [';;;', 12, ''],
  ])('%s shows %d as %j', (pattern, value, shown) => {
    expect(displayText(number(value), pattern)).toBe(shown);
  });

  test.each([
    ['General', '渠县', '渠县'],
    ['0.00', '约300', '约300'],
    ['@', '001', '001'],
    ['0;-0;0;"注："@', '甲', '注：甲'],
    [';;;', '甲', ''],
  ])('%s shows the text of %j as %j', (pattern, value, shown) => {
    expect(displayText(text(value), pattern)).toBe(shown);
  });

  test('truth values, errors and blanks show the same under every format', () => {
    expect(displayText({ value: true, type: 'Boolean', formula: null }, '0.00')).toBe('TRUE');
    expect(displayText({ value: '#DIV/0!', type: 'Error', formula: '=1/0' }, '0%')).toBe('#DIV/0!');
    expect(displayText({ value: null, type: 'Empty', formula: null }, '0.00')).toBe('');
  });
});
