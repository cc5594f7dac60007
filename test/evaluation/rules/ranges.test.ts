import { anyOrder, isRange, ranges } from '../../../src/evaluation/rules/ranges';

test.each([
  [['B5', 'B6', 'B7'], ['B5:B7']],
  [['$B$5', '$C$5', '$D$5', 'F5'], ['$B$5:$D$5', 'F5']],
  [["'支出（性质）'!$F$5", "'支出（性质）'!$F$6"], ["'支出（性质）'!$F$5:$F$6"]],
  [['收入!$F$5', '$F$6', '支出!$F$7'], ['收入!$F$5', '$F$6', '支出!$F$7']],
  [['B5', 'B6', 'C6'], ['B5:B6', 'C6']],
  [['B5', '$B$6', 'B$7'], ['B5', '$B$6', 'B$7']],
  [['Z9', 'AA9'], ['Z9:AA9']],
  [['F14', 'F14'], ['F14', 'F14']],
  [['B6', 'B5'], ['B6', 'B5']],
  [['清单!$H$2:$H$9', 'B5', 'B6'], ['清单!$H$2:$H$9', 'B5:B6']],
])('%s in their order are %s', (references, expected) => {
  expect(ranges(references)).toEqual(expected);
});

test.each([
  [['B7', 'B6', 'B5'], 'B5:B7'],
  [['B5', 'C5', 'B6', 'C6', 'B7', 'C7'], 'B5:B7,C5:C7'],
  [['F14', 'E14', 'F14'], 'F14,E14:F14'],
  [['收入!$F$6', '$A$1', '收入!$F$5'], '$A$1,收入!$F$5:$F$6'],
])('where order does not matter %s are %s', (references, expected) => {
  expect(anyOrder(references)).toBe(expected);
});

test('a range is told from a cell', () => {
  expect(['B5', "'a:B5'!$B$5", 'B5:C5', "'收:入'!$B$5:$C$5"].map(isRange)).toEqual([false, false, true, true]);
});
