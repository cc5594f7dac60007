import { writtenValue } from '../../src/excel/cellContent';
import { textCell } from '../../src/values/cell';
import { builtPlan, readBackText } from './typedFiles';
import { entriesOf, form, typed } from './typed';

const texts = ['=1+1', '=HYPERLINK("http://x","点")', '+86', '-5+3', '@SUM(A1)', "'甲", "'=1+1", '＝1+1', '\t=1', '{=1}'];

test.each(texts.map((text) => [text]))('B12 %j stays a text: read, stored, written again', async (text) => {
  expect(typed('text', text).read).toEqual({ kind: 'text', text });
  expect(await readBackText(form, builtPlan(form, entriesOf({ text })), 'typed.text')).toEqual({ kind: 'text', text });
  // What goes to Excel is quoted, so that Excel takes it as a text.
  expect(writtenValue(textCell(text))).toBe(`'${text}`);
});

test('B12 in a number cell it is no number, and its own words are in the message', () => {
  expect(typed('amount', '=1+1')).toMatchObject({ sum: '未计算', says: expect.stringContaining('“=1+1”') });
});
