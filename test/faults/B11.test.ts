import { typed } from './typed';
import { entriesOf, form } from './typed';
import { builtPlan, readBackText } from './typedFiles';

const LONGEST = '审'.repeat(32_767);
const texts: readonly (readonly [string, string])[] = [
  ['as long as a cell can hold', LONGEST], ['of several lines', '第一行\n第二行\r\n第三行'], ['with tabs', '甲\t乙'], ['with invisible characters', '数\u200b据\ufeff中心'],
  ['in traditional characters', '預算績效 预算绩效'], ['with blanks around', '  前后  '],
];

test.each(texts)('B11 a text %s is kept as typed, in a workbook and in a file', async (_, text) => {
  const { findings, read } = typed('longText', text);
  expect(findings).toEqual([]);
  expect(read).toEqual({ kind: 'text', text });
  expect(await readBackText(form, builtPlan(form, entriesOf({ longText: text })), 'typed.longText')).toEqual({ kind: 'text', text });
});

test('B11 blanks do not make another choice, other characters do', () => {
  expect(typed('choice', ' 是 ').findings).toEqual([]);
  expect(typed('choice', '昰')).toMatchObject({ findings: ['V10 warning'], says: expect.stringContaining('不在可选项之列（是、否）') });
});

test('B11 a message never brings back a whole long text', () => {
  expect(typed('amount', LONGEST).says.length).toBeLessThan(300);
});
