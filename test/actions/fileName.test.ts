import fc from 'fast-check';
import { handInFileName, templateFileNames, safePart } from '../../src/actions/fileName';
import { seed } from '../cases/seed';

const unit = { unitCode: '017', unitName: '某县数据中心', year: '2023', edition: 2 };

test('the name says whose file it is, of which year and which edition', () => {
  expect(handInFileName(unit)).toBe('017-某县数据中心-2023-部门绩效自评-第2版.xlsx');
});

test.each([
  ['D12 an unit name that is markup', '<img src=x onerror=alert(1)>', '_img src=x onerror=alert(1)_'],
  ['D12 a name that turns the reading direction', '某县\u202Excod.exe\u202C局', '某县xcod.exe局'],
  ['D12 control and zero-width characters', 'a\u0000b\u200Bc\u0007\ufeffd\r\ne', 'abcde'],
  ['D05 a path', '..\\..\\Windows/x', '_.._Windows_x'],
  ['D05 a drive', 'C:\\x', 'C__x'],
  ['dots and blanks at the ends', ' . 某局 . ', '某局'],
  ['wild cards and pipes', 'a*b?c|d"e', 'a_b_c_d_e'],
  ['a lone surrogate', 'a\ud800b', 'ab'],
  ['nothing at all', '\u202e ', ''],
])('%s', (_what, written, safe) => {
  expect(safePart(written, 40)).toBe(safe);
});

test('a unit without code or with an endless name still gets a usable name', () => {
  expect(handInFileName({ ...unit, unitCode: '' })).toBe('某县数据中心-2023-部门绩效自评-第2版.xlsx');
  const long = handInFileName({ ...unit, unitName: '𠮷'.repeat(500), unitCode: '9'.repeat(300) });
  expect(Buffer.byteLength(long)).toBeLessThanOrEqual(255);
  expect(long).toMatch(/^9{24}-(𠮷){40}-2023-部门绩效自评-第2版\.xlsx$/u);
});

test(`no text whatever breaks a name (seed ${seed})`, () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (code, name) => {
    const made = handInFileName({ ...unit, unitCode: code, unitName: name });
    expect(made).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}\u2028\u2029]/u);
    expect(made).not.toMatch(/^[\s.]/);
    expect(Buffer.byteLength(made)).toBeLessThanOrEqual(255);
  }), { seed, numRuns: 300 });
});

test('templates of units whose safe names are the same are told apart', () => {
  const unit = (unitCode: string, unitName: string): { readonly unitCode: string; readonly unitName: string; readonly year: string } => ({ unitCode, unitName, year: '2023' });
  expect(templateFileNames([
    unit('a/1', '甲：单位'), unit('A:1', '甲：单位\u202e'), unit('a?1', '甲：单位'), unit('', '\u0000'), unit('..', '  '), unit('CON', '<img onerror=x>'),
  ])).toEqual([
    'a_1-甲：单位-2023-部门绩效自评.xlsx', 'A_1-甲：单位-2023-部门绩效自评（2）.xlsx', 'a_1-甲：单位-2023-部门绩效自评（3）.xlsx',
    '2023-部门绩效自评.xlsx', '2023-部门绩效自评（2）.xlsx', 'CON-_img onerror=x_-2023-部门绩效自评.xlsx',
  ]);
});
