import { normalFormula, shiftFormula, shownFormula } from '../../src/workbook/formulaText';

test.each([
  ["=A1+$B$2*C$3", 2, 0, '=A3+$B$2*C$3'],
  ["='收入 1'!B5&\"B5\"&SUM(D4:D9)", 1, 0, "='收入 1'!B6&\"B5\"&SUM(D5:D10)"],
  ['=LOG10(A1)+收入_A1+ROUND(B1,2)', 3, 0, '=LOG10(A4)+收入_A1+ROUND(B4,2)'],
  ['=Sheet2!A1', 1, 0, '=Sheet2!A2'],
  ['=A1*$C1+Z9', 1, 2, '=C2*$C2+AB10'],
  ['=A1+B3', -1, 0, '=#REF!+B2'],
  ['=XFD1+A1', 0, 1, '=#REF!+B1'],
])('%s copied %i down and %i to the right is %s', (formula, rows, columns, expected) => {
  expect(shiftFormula(formula, rows, columns)).toBe(expected);
});

test('marks of newer functions are a matter of the file, but not in a text', () => {
  expect(shownFormula('=_xlfn.IFS(A1>1,"_xlfn.IFS",TRUE,_xlfn._xlws.SORT(B1:B3))')).toBe('=IFS(A1>1,"_xlfn.IFS",TRUE,SORT(B1:B3))');
});

test.each([
  ["='收入'!B5+sum( A1:A3 )", '=收入!B5+SUM(A1:A3)', true],
  ["='收入（万元）'!B5", '=收入（万元）!B5', true],
  ['=IF(@A1=1,"a b","c")', '=IF(A1=1,"a b","c")', true],
  ['=IF(A1=1,"a b","c")', '=IF(A1=1,"ab","c")', false],
  ['=IF(A1,FALSE(),收入_TRUE)', '=IF(A1,FALSE,收入_TRUE)', true],
  ['=A1+B1', '=A1+B2', false],
  ['=$A$1+B$2', '=A1+$B2', true],
  ['="$"&A1', '=""&A1', false],
])('%s and %s: the same is %s', (one, other, same) => {
  expect(normalFormula(one) === normalFormula(other)).toBe(same);
});
