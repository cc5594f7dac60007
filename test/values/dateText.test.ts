import { readDate } from '../../src/values/dateText';

test.each([
  ['2021年12月31日', '2021-12-31', '2021-12-31'],
  ['2021-12-31', '2021-12-31', '2021-12-31'],
  ['2021/1/5', '2021-01-05', '2021-01-05'],
  ['2021.12.3', '2021-12-03', '2021-12-03'],
  ['２０２１年６月３０日', '2021-06-30', '2021-06-30'],
  ['2021年12月', '2021-12-01', '2021-12-31'],
  ['2021.12', '2021-12-01', '2021-12-31'],
  ['2021-12', '2021-12-01', '2021-12-31'],
  ['2020年2月', '2020-02-01', '2020-02-29'],
  ['2021年12月底', '2021-12-01', '2021-12-31'],
  ['2021年12月完成', '2021-12-01', '2021-12-31'],
  ['2021年12月31日前完成', '2021-12-31', '2021-12-31'],
  ['2021 年 12 月', '2021-12-01', '2021-12-31'],
  ['2021年', '2021-01-01', '2021-12-31'],
  ['2021年底', '2021-01-01', '2021-12-31'],
])('%s lasts from %s to %s', (text, firstDay, lastDay) => {
  expect(readDate(text)).toMatchObject({ ok: true, value: { firstDay, lastDay } });
});

test.each([
  ['', 'blank'],
  ['　', 'blank'],
  ['已完成', 'notADate'],
  ['12月', 'notADate'],
  ['2021', 'notADate'],
  ['20211231', 'notADate'],
  ['21-1-1', 'notADate'],
  ['2021-12-', 'notADate'],
  ['96%', 'notADate'],
  ['2021年13月', 'noSuchDay'],
  ['2021年2月29日', 'noSuchDay'],
  ['2021.0', 'noSuchDay'],
])('%j is %s', (text, reason) => {
  expect(readDate(text)).toEqual({ ok: false, error: reason });
});

test('a real number is not guessed to be a date', () => {
  expect(readDate({ kind: 'truth', value: true })).toEqual({ ok: false, error: 'notADate' });
});
