import { daySerial, parseTyping, type Parsed } from '../../src/workbench/host/parseTyping';

const place = { format: 'General', typed: true, year: 2024 };
const read = (text: string, more: Partial<typeof place> = {}): Parsed => parseTyping(text, { ...place, ...more });

describe('what Excel makes of typed text', () => {
  test.each([
    ['', null, undefined],
    ['12', 12, undefined],
    ['-12.50', -12.5, undefined],
    ['+7', 7, undefined],
    ['.5', 0.5, undefined],
    ['5.', 5, undefined],
    [' 12 ', 12, undefined],
    ['0.1', 0.1, undefined],
    ['1,234', 1234, '#,##0'],
    ['1,234.5', 1234.5, '#,##0.00'],
    ['-1,234,567.89', -1234567.89, '#,##0.00'],
    ['(227.39)', -227.39, undefined],
    ['¥1,200', 1200, '"¥"#,##0'],
    ['￥12.5', 12.5, '"¥"#,##0.00'],
    ['96%', 0.96, '0%'],
    ['96.5%', 0.965, '0.00%'],
    ['-3%', -0.03, '0%'],
    ['7.1%', 0.071, '0.00%'],
    ['1e3', 1000, '0.00E+00'],
    ['1.5E-2', 0.015, '0.00E+00'],
    ['123456789012345678', 123456789012345000, undefined],
    ['0.1234567890123456789', 0.123456789012345, undefined],
    ['1 1/2', 1.5, '# ?/?'],
  ])('%j is the number %j with format %j', (text, value, format) => {
    expect(read(text).value).toBe(value);
    expect(read(text).format).toBe(format);
  });

  test.each([
    ['2024-3-23', 45374, 'yyyy/m/d'],
    ['2024/3/23', 45374, 'yyyy/m/d'],
    ['2024年3月23日', 45374, 'yyyy"年"m"月"d"日"'],
    ['24-3-23', 45374, 'yyyy/m/d'],
    ['2024年3月', 45352, 'yyyy"年"m"月"'],
    ['3月23日', 45374, 'm"月"d"日"'],
    ['1/2', 45293, 'm"月"d"日"'],
    ['3-23', 45374, 'm"月"d"日"'],
    ['2024-3', 45352, 'mmm-yy'],
    ['1900-1-1', 1, 'yyyy/m/d'],
    ['1900-3-1', 61, 'yyyy/m/d'],
    ['8:30', 8.5 / 24, 'h:mm'],
    ['8:30:15', (8 * 3600 + 30 * 60 + 15) / 86400, 'h:mm:ss'],
    ['1:05 PM', (13 * 60 + 5) / 1440, 'h:mm AM/PM'],
    ['30:00', 1.25, '[h]:mm'],
    ['2024-3-23 12:00', 45374.5, 'yyyy/m/d h:mm'],
  ])('%j is the date or time %j shown as %j', (text, serial, format) => {
    expect(read(text).value).toBeCloseTo(serial, 10);
    expect(read(text).format).toBe(format);
  });

  test.each([
    '约300', '≥95%', '300~400', '２２７．３９', '９６％', '1,23', '12,3456', '2024-13-1', '2023-2-29', '32日', '25:61', '227.39万元', '.', '-', '%',
    '无', '1.2.3', '1e', '--5', '(1', '(-5)', 'TRUE!', '渠县大数据中心', '2024.3.23', '1e999',
  ])('%j stays text', (text) => {
    expect(read(text)).toEqual({ value: text });
  });

  test.each([
    ['TRUE', true],
    ['false', false],
    ['#N/A', '#N/A'],
    ['#div/0!', '#DIV/0!'],
  ])('%j is %j', (text, value) => expect(read(text).value).toBe(value));

  test.each([
    ['=A1+1', '=A1+1'],
    ['+A1', '=+A1'],
    ['-A1*2', '=-A1*2'],
    ['@SUM(A1:A3)', '=SUM(A1:A3)'],
  ])('%j is the formula %j', (text, formula) => expect(read(text)).toEqual({ value: null, formula }));

  test('a leading apostrophe keeps any text as it is', () => {
    expect(read("'=A1")).toEqual({ value: '=A1', quoted: true });
    expect(read("'001")).toEqual({ value: '001', quoted: true });
    expect(read("'")).toEqual({ value: null, quoted: true });
  });

  test.each(['=A1', '001', '2024-3-23', 'TRUE', '96%'])('a text cell keeps %j', (text) => {
    expect(read(text, { format: '@' })).toEqual({ value: text });
  });

  test('typing into a percent cell means percent; a program writing 96 means 96', () => {
    expect(read('96', { format: '0.00%' }).value).toBe(0.96);
    expect(read('0.5', { format: '0.00%' }).value).toBe(0.5);
    expect(read('96%', { format: '0.00%' }).value).toBe(0.96);
    expect(read('96', { format: '0.00%', typed: false }).value).toBe(96);
  });

  test('days count from 1900 with the leap day that Excel invented', () => {
    expect(daySerial(1900, 2, 28)).toBe(59);
    expect(daySerial(1900, 2, 29)).toBe(60);
    expect(daySerial(2024, 12, 31)).toBe(45657);
    expect(daySerial(2023, 2, 29)).toBeNull();
    expect(daySerial(1899, 12, 31)).toBeNull();
  });
});
