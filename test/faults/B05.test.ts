import { evaluate } from '../../src/evaluation/evaluate';
import { runChecks } from '../../src/check/runChecks';
import { cellText } from '../../src/values/cell';
import { indicators, workbookIn } from '../check/situations';
import { typed } from './typed';

interface Row {
  readonly target: string;
  readonly actual: string;
  readonly score: string;
  readonly says: string;
}

/** The second indicator of the sample (≥, 95, %) with something else in its target or actual value. */
function row(change: Readonly<Record<string, string>>): Row {
  const workbook = workbookIn({ lists: { indicators: indicators({ 2: change }) } });
  const reading = workbook.read();
  const evaluation = evaluate(workbook.form, reading.entries);
  const checked = runChecks(workbook.form, evaluation, reading);
  const at = (column: string): string => cellText(evaluation.item('indicators', 1, column));
  const about = (checked.ok ? checked.value.findings : []).filter(({ code }) => code === 'V15' || code === 'I08');
  return { target: at('targetNumber'), actual: at('actualNumber'), score: at('score'), says: about.map(({ code, level, text }) => `${code} ${level} ${text}`).join('\n') };
}

test('B05 a target may repeat its operator', () => {
  expect(row({ target: '≥95%' })).toEqual({ target: '95', actual: '95', score: '2', says: '' });
});

test.each([['不少于95%', '%', '95%', '95'], ['不低于95', '%', '95%', '95'], ['不少于5次', '次', '5', '5']])('B05 and in words: %s', (target, unit, actual, read) => {
  expect(row({ target, unit, actual })).toEqual({ target: read, actual: read, score: '2', says: '' });
});

test.each([['约300', '含“约”'], ['300左右', '含“左右”'], ['300~400', '是区间'], ['不超过95%', '含比较符号'], ['不少于5次', '含比较符号']])('B05 the target %s is not computed with, and why', (target, reason) => {
  expect(row({ target })).toMatchObject({ target: '未计算', score: '未计算', says: expect.stringMatching(new RegExp(`^V15 error .*“${target}”无法读成数字（${reason}）`)) });
});

test.each([['约300', 'V15 error'], ['300左右', 'V15 error'], ['300~400', 'V15 error'], ['≥95%', 'I08 warning'], ['不少于5次', 'I08 warning']])('B05 the actual value %s is rejected with its reason', (actual, code) => {
  const found = row({ actual });
  expect(found).toMatchObject({ actual: '未计算', score: '未计算' });
  expect(found.says).toMatch(new RegExp(`^${code} .*${actual}`));
});

test('B05 and so in an amount cell', () => {
  expect(['≥95', '约300', '300左右', '300~400', '不少于5'].map((text) => typed('amount', text).findings)).toEqual(Array.from({ length: 5 }, () => ['V04 error']));
});
