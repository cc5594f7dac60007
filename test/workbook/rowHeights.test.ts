import { blankEntries } from '../../src/evaluation/entries';
import { planWorkbook } from '../../src/workbook/planWorkbook';
import { fittedHeights } from '../../src/workbook/rowHeights';
import { linesNeeded, textWidth } from '../../src/workbook/textSize';
import { bundledForm } from '../cases/samplePack';

test.each([
  ['Chinese counts double', '一二三abc', 9],
  ['full-width signs count double', '（2023年）', 10],
])('%s', (_what, text, width) => expect(textWidth(text)).toBe(width));

test.each([
  ['one line', '短', 20, 1],
  ['wrapped', '一'.repeat(30), 21, 3],
  ['line breaks are kept', '甲\n乙\n丙', 20, 3],
])('%s', (_what, text, width, lines) => expect(linesNeeded(text, width)).toBe(lines));

test('a report row is as high as its longest text needs; hidden columns do not count', () => {
  const form = bundledForm('quxian-2023');
  const report = planWorkbook(form, blankEntries(form)).sheets.find(({ id }) => id === 'report');
  const list = report?.lists[0];
  if (!report || !list) throw new Error('no report');
  const at = (id: string): number => list.columnPositions[list.columnIds.indexOf(id)] ?? 0;
  const fitted = fittedHeights(report, list);
  expect(fitted(new Map([[at('text'), '短']]))).toBe(20);
  expect(fitted(new Map([[at('generated'), '字'.repeat(200)]]))).toBe(20);
  // Paragraphs are 12 pt: eleven twelfths of the width, and lines of 17.5 pt.
  const width = report.columns[at('text')]?.width ?? 0;
  const lines = Math.ceil(400 / ((width * 11) / 12 - 1));
  expect(fitted(new Map([[at('text'), '字'.repeat(200)]]))).toBeGreaterThanOrEqual(lines * 17.4);
});
