import { momentText, shownFigure, timeText } from '../../src/pane/shownFigure';
import type { Content } from '../../src/pack/pack';
import { BLANK, notApplicable, numberCell, textCell, uncomputed, type CellValue } from '../../src/values/cell';

test.each<[CellValue, Content, string]>([
  [numberCell('227.39'), 'amount', '227.39'],
  [numberCell('1234567.895'), 'amount', '1,234,567.90'],
  [numberCell('-5.5'), 'amount', '-5.50'],
  [numberCell('0'), 'amount', '0.00'],
  [numberCell('0.950085755'), 'rate', '95.01%'],
  [numberCell('1'), 'rate', '100.00%'],
  [numberCell('96.5'), 'score', '96.50'],
  [numberCell('33.333333'), 'score', '33.33'],
  [numberCell('16'), 'count', '16'],
  [BLANK, 'rate', '—'],
  [notApplicable, 'rate', '不适用'],
  [uncomputed, 'score', '未计算'],
  [{ kind: 'error', code: '#REF!' }, 'amount', '#REF!'],
  [textCell('优'), 'text', '优'],
])('%j as %s reads %s', (value, content, text) => {
  expect(shownFigure(value, content)).toBe(text);
});

test('times are short', () => {
  expect(timeText(new Date(2026, 2, 1, 9, 5, 7))).toBe('09:05:07');
  expect(momentText(new Date(2026, 2, 1, 9, 5, 7).toISOString())).toBe('3月1日 09:05');
  expect(momentText('damaged')).toBe('damaged');
});
