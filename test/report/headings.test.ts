import { compileForm } from '../../src/evaluation/form';
import { evaluate } from '../../src/evaluation/evaluate';
import { entriesFromData } from '../../src/evaluation/entries';
import { renderReport } from '../../src/report/renderReport';
import { bundledForm, sampleData } from '../cases/samplePack';

const { pack } = bundledForm('quxian-2023');

/** What a template prints with n offices: level, id and text. */
function printed(template: string, offices: number): readonly string[] {
  const form = compileForm({ ...pack, report: { ...pack.report, parts: ['t.liquid'], templates: { 't.liquid': template } } });
  if (!form.ok) throw new Error(JSON.stringify(form.error));
  const data = sampleData(pack.id);
  const rows = Array.from({ length: offices }, (_, i) => ({ name: `第${i + 1}股` }));
  const rendered = renderReport(form.value, evaluate(form.value, entriesFromData(form.value, { ...data, lists: { offices: rows } })));
  if (!rendered.ok) return rendered.error.map(({ text }) => text);
  return rendered.value.slice(1).map(({ level, text }) => `${level} ${text}`);
}

test('a list of free length has a numbered heading for each row', () => {
  const template = '{% for row in offices.rows %}{% heading 2 "office" row %}（{{ forloop.index | 序号 }}）{{ row.name | 文字 }}{% endheading %}{% endfor %}';
  const headings = printed(template, 12);
  expect([headings[0], headings[9], headings[10], headings[11]]).toEqual(['2 （一）第1股', '2 （十）第10股', '2 （十一）第11股', '2 （十二）第12股']);
});

test.each([[1, '一'], [9, '九'], [10, '十'], [19, '十九'], [20, '二十'], [21, '二十一'], [99, '九十九']])('%i is %s', (number, word) => {
  expect(printed(`{% paragraph "n" %}{{ ${number} | 序号 }}{% endparagraph %}`, 0)).toEqual([`text ${word}`]);
});

test('a number that has no such word is a fault of the template', () => {
  expect(printed('{% paragraph "n" %}{{ 100 | 序号 }}{% endparagraph %}', 0)).toEqual([expect.any(String)]);
  expect(printed('{% heading 2 "x" profile %}甲{% endheading %}', 0)).toEqual([expect.any(String)]);
});
