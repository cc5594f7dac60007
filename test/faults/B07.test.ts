import { evaluate } from '../../src/evaluation/evaluate';
import { cellText } from '../../src/values/cell';
import { workbookIn } from '../check/situations';
import { typed } from './typed';

test('B07 blank is blank: no finding, nothing computed', () => {
  expect(typed('amount', { kind: 'blank' })).toMatchObject({ findings: [], sum: '' });
});

test.each([[' '], ['\u00a0'], ['\u3000\u200b']])('B07 %j looks blank, and is told apart from it', (text) => {
  expect(typed('amount', text)).toMatchObject({ findings: ['V04 error'], sum: '未计算', says: expect.stringContaining('只有空格') });
});

test.each([['—'], ['/'], ['无'], ['暂无']])('B07 “%s” is neither blank nor 0', (text) => {
  expect(typed('amount', text)).toMatchObject({ findings: ['V04 error'], sum: '未计算', says: expect.stringMatching(/“无”“—”不是0.*没有的留空，确实为零的填0/) });
  expect(typed('text', text).findings).toEqual([]);
});

test.each([[' '], ['\u00a0'], ['—'], ['/'], ['\u200b']])('B07 a required text with %j is not filled', (text) => {
  expect(typed('mustText', text)).toMatchObject({ findings: ['V14 error'], says: expect.stringContaining('等于没填') });
});

test('B07 a required cell left blank is counted as 待填 on its sheet', () => {
  const missing = (fields: Readonly<Record<string, string>>): string => {
    const workbook = workbookIn({ fields });
    return cellText(evaluate(workbook.form, workbook.read().entries).value('filling.progress.missing'));
  };
  expect([missing({}), missing({ 'progress.june.executed': '' })]).toEqual(['0', '1']);
});
