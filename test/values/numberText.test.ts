import fc from 'fast-check';
import { type CellValue, numberCell } from '../../src/values/cell';
import { decimal } from '../../src/values/decimal';
import { type Expected, type NumberFault, readNumber } from '../../src/values/numberText';
import { seed } from '../cases/seed';

const amount: Expected = { measure: 'amount' };
const signedAmount: Expected = { measure: 'amount', signed: true };
const rate: Expected = { measure: 'rate' };
const percent: Expected = { measure: 'percent' };
const people: Expected = { measure: 'count', unit: '人' };

/** B01 full-width, B02 separators, B03 units, B04 percentages, B06 signs, B08 size: what is read and what was noticed. */
test.each<[string | CellValue, Expected, string, string]>([
  ['227.39', amount, '227.39', 'textNumber'],
  ['２２７．３９', amount, '227.39', 'textNumber fullWidth'],
  ['227。39', amount, '227.39', 'textNumber fullWidth'],
  [' 227.39 ', amount, '227.39', 'textNumber'],
  ['\u200b227.39\ufeff', amount, '227.39', 'textNumber invisible'],
  ['1,234.50', amount, '1234.5', 'textNumber thousands'],
  ['1，234.5', amount, '1234.5', 'textNumber fullWidth thousands'],
  ['１２３，４５６，７８９', amount, '123456789', 'textNumber fullWidth thousands'],
  ['1 234', amount, '1234', 'textNumber spaces'],
  ['1\u00a0234\u00a0567.8', amount, '1234567.8', 'textNumber spaces'],
  ['227.39万元', amount, '227.39', 'textNumber unit'],
  ['227万', amount, '227', 'textNumber unit'],
  ['2273900元', amount, '227.39', 'textNumber unit'],
  ['2,273,900.00 元', amount, '227.39', 'textNumber thousands unit'],
  ['2.2739百万', amount, '227.39', 'textNumber unit'],
  ['1.2亿元', amount, '12000', 'textNumber unit'],
  ['￥227.39', amount, '227.39', 'textNumber currency'],
  ['(227.39)', signedAmount, '-227.39', 'textNumber brackets'],
  ['（227.39）万元', signedAmount, '-227.39', 'textNumber fullWidth brackets unit'],
  ['－５', signedAmount, '-5', 'textNumber fullWidth'],
  ['\u22125', signedAmount, '-5', 'textNumber fullWidth'],
  ['△5', signedAmount, '-5', 'textNumber triangle'],
  ['+5', amount, '5', 'textNumber'],
  ['-0', amount, '0', 'textNumber'],
  ['96%', rate, '0.96', 'textNumber percent'],
  ['96％', percent, '96', 'textNumber fullWidth percent'],
  ['96', percent, '96', 'textNumber'],
  [numberCell(96), percent, '96', ''],
  [numberCell(0.96), percent, '0.96', 'maybeFraction'],
  [numberCell(0), percent, '0', ''],
  [numberCell(0.96), rate, '0.96', ''],
  ['12人', people, '12', 'textNumber unit'],
  ['12.5', people, '12.5', 'textNumber notWhole'],
  ['1e3', amount, '1000', 'textNumber scientific'],
  ['1e308', amount, '1e+308', 'textNumber scientific tooLarge'],
  [numberCell('1e308'), amount, '1e+308', 'tooLarge'],
  ['123456789012345678', amount, '123456789012345678', 'textNumber tooManyDigits tooLarge'],
  [numberCell(0.1 + 0.2), amount, '0.3', ''],
  ['2024.3', amount, '2024.3', 'textNumber maybeDate'],
  ['.5', amount, '0.5', 'textNumber'],
  ['5.', amount, '5', 'textNumber'],
])('%j as %j reads %s (%s)', (source, expected, value, notes) => {
  const read = readNumber(source, expected);
  expect(read.ok).toBe(true);
  if (read.ok) expect([read.value.value.toString(), read.value.notes.join(' ')]).toEqual([value, notes]);
});

test('a converted amount keeps what was written, for the message and the repair', () => {
  const read = readNumber('2273900元', amount);
  expect(read).toMatchObject({ ok: true, value: { converted: { unit: '元' } } });
  if (read.ok) expect(read.value.converted?.from.toString()).toBe('2273900');
});

/** B02 ambiguous, B05 conditions, B06 signs, B07 blank and none, B09 dates, B10 truth values: refused, each with its reason. */
test.each<[string | CellValue, Expected, NumberFault['reason']]>([
  ['', amount, 'blank'],
  [' \u00a0\u3000', amount, 'blank'],
  [{ kind: 'blank' }, amount, 'blank'],
  ['-', amount, 'none'],
  ['－', amount, 'none'],
  ['—', amount, 'none'],
  ['/', amount, 'none'],
  ['／', amount, 'none'],
  ['无', amount, 'none'],
  ['暂无', amount, 'none'],
  ['1,23', amount, 'ambiguous'],
  ['12,34,567', amount, 'ambiguous'],
  ['1 23', amount, 'ambiguous'],
  ['约300', amount, 'approximate'],
  ['300左右', amount, 'approximate'],
  ['300余', amount, 'approximate'],
  ['超过300', amount, 'approximate'],
  ['≥95%', percent, 'operator'],
  ['＞95', percent, 'operator'],
  ['不少于5次', { measure: 'count', unit: '次' }, 'operator'],
  ['300~400', amount, 'range'],
  ['300-400', amount, 'range'],
  ['300至400万元', amount, 'range'],
  ['227.39美元', amount, 'unknownUnit'],
  ['96%', amount, 'unknownUnit'],
  ['12个', people, 'unknownUnit'],
  ['-5', amount, 'negative'],
  ['(227.39)', amount, 'negative'],
  [numberCell(-5), amount, 'negative'],
  ['三百', amount, 'notNumber'],
  ['约三百', amount, 'approximate'],
  ['NaN', amount, 'notNumber'],
  ['Infinity', amount, 'notNumber'],
  ['0x10', amount, 'notNumber'],
  ['1.2.3', amount, 'notNumber'],
  ['--5', signedAmount, 'notNumber'],
  ['constructor', amount, 'notNumber'],
  ['5constructor', amount, 'unknownUnit'],
  [numberCell(45374), { measure: 'amount', shownAsDate: '2024-03-23' }, 'date'],
  [{ kind: 'truth', value: true }, amount, 'truth'],
  [{ kind: 'error', code: '#REF!' }, amount, 'error'],
])('%j as %j is refused: %s', (source, expected, reason) => {
  const read = readNumber(source, expected);
  expect(read.ok ? 'read' : read.error.reason).toBe(reason);
});

test('1,23 is refused with both readings', () => {
  const read = readNumber('1,23', amount);
  if (read.ok || read.error.reason !== 'ambiguous') throw new Error('should be ambiguous');
  expect(read.error.readings.map(String)).toEqual(['1.23', '123']);
});

test(`every amount of two decimals is read back as it was written, with or without thousands and in full width (seed ${seed})`, () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 13n }), (cents) => {
      const written = decimal(cents.toString()).div(100).toFixed(2);
      const [whole, fraction] = written.split('.');
      const grouped = `${(whole ?? '').replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`;
      const wide = [...grouped].map((character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)).join('');
      for (const text of [written, grouped, wide, `${written}万元`]) {
        const read = readNumber(text, amount);
        expect(read.ok && read.value.value.eq(written)).toBe(true);
      }
    }),
    { seed },
  );
});

test(`no text makes the reader throw (seed ${seed})`, () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789.,-+eE()（）％%万元亿~至 约/△—０９．，') })),
      fc.constantFrom(amount, signedAmount, rate, percent, people),
      (text, expected) => {
        const read = readNumber(text, expected);
        if (read.ok) expect(read.value.value.isFinite()).toBe(true);
      },
    ),
    { seed, numRuns: 2000 },
  );
});
