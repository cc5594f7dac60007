import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { entriesFromData } from '../../src/evaluation/entries';
import { evaluate } from '../../src/evaluation/evaluate';
import { compileForm, type Form } from '../../src/evaluation/form';
import { renderReport, checkTemplates } from '../../src/report/renderReport';
import type { ReportParagraph } from '../../src/report/state';
import { PlayedWorkbook } from '../cases/playedWorkbook';
import { bundledForm, sampleData, sampleEvaluation } from '../cases/samplePack';

const form = bundledForm('quxian-2023');

function report(change: Readonly<Record<string, string>> = {}): readonly ReportParagraph[] {
  const data = sampleData('quxian-2023');
  const rendered = renderReport(form, evaluate(form, entriesFromData(form, { ...data, fields: { ...data.fields, ...change } })));
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.error));
  return rendered.value;
}

function textOf(id: string, change: Readonly<Record<string, string>> = {}): string {
  return report(change).find((paragraph) => paragraph.id === id)?.text ?? '';
}

/** The same pack with one template of a test. */
function withTemplate(template: string): Form {
  const bound = compileForm({ ...form.pack, report: { ...form.pack.report, parts: ['t.liquid'], templates: { 't.liquid': template } } });
  if (!bound.ok) throw new Error('pack does not bind');
  return bound.value;
}

function faultsOf(template: string): readonly string[] {
  const rendered = renderReport(withTemplate(template), sampleEvaluation());
  return rendered.ok ? [] : rendered.error.map(({ file, line, text }) => `${file} ${line} ${text}`);
}

describe('the sample', () => {
  const paragraphs = report();
  const whole = paragraphs.map(({ text }) => text).join('\n');

  test('has the outline of the county form', () => {
    expect(paragraphs.filter(({ level }) => level === 0 || level === 1).map(({ text }) => text)).toEqual([
      '部门预算绩效评价报告', '一、部门基本情况', '二、部门资金收支情况', '三、部门预算绩效分析', '四、评价结论及建议',
      '附表：部门整体支出绩效目标完成情况自评表（2023年度）',
    ]);
    expect(paragraphs.filter(({ level }) => level === 2).map(({ text }) => text)).toEqual([
      '（一）机构组成', '（二）机构职能', '（三）人员概况', '（一）收入情况', '（二）支出情况', '（三）结余分配和结转结余情况',
      '（一）部门预算总体绩效分析', '（二）部门预算项目绩效分析', '（三）重点领域绩效分析', '（四）绩效结果应用情况',
      '（一）评价结论', '（二）存在问题', '（三）改进建议',
    ]);
  });

  test.each(['44.66%', '55.34%', '95.01%', '96.77%', '36.34%', '86.81%', '13.19%', '227.39万元', '166.78万元', '60.61万元', '101.55万元', '125.84万元', '216.04万元', '220.04万元'])('prints %s', (figure) => {
    expect(whole).toContain(figure);
  });

  test.each(['44.65%', '55.35%', '【待核'])('never prints %s', (wrong) => {
    expect(whole).not.toContain(wrong);
  });

  test('only the split of the initial budget is missing', () => {
    expect(paragraphs.flatMap(({ gaps }) => gaps)).toEqual([{ kind: '待填', label: '年初预算基本支出、项目支出', ref: { field: 'expenditure.basic.initial' } }]);
    expect(whole.match(/【待填：/g)).toHaveLength(1);
    expect(textOf('expenditure.budget')).toBe('渠县大数据中心2023年支出年初预算166.78万元，其中：【待填：年初预算基本支出、项目支出】；调整后预算支出227.39万元，其中：基本支出101.55万元、项目支出125.84万元。');
  });

  test('rates of the progress say their denominator', () => {
    expect(textOf('overall.budget.progress')).toContain('1至6月支出实际执行数216.04万元，按全年调整后预算数计算，预算执行率95.01%；1至10月支出实际执行数220.04万元，按全年调整后预算数计算，预算执行率96.77%');
  });

  test('every figure carries the cells it comes from, every paragraph has its own id', () => {
    for (const { text, sources, level, id } of paragraphs) {
      if (level === 'text' && /\d/.test(text)) expect({ id, sources: sources.length > 0 }).toEqual({ id, sources: true });
    }
    expect(paragraphs.find(({ id }) => id === 'expenditure.nature')?.sources).toEqual(expect.arrayContaining([
      { field: 'expenditure.basic.final' }, { field: 'expenditure.basic.share' }, { field: 'expenditure.yearTotal.executionRate' },
    ]));
    expect(new Set(paragraphs.map(({ id }) => id)).size).toBe(paragraphs.length);
  });

  test('reads as Chinese prose: no blanks, doubled marks or empty clauses', () => {
    expect(whole).not.toMatch(/[，、；：]{2}|。。|，。|：。|undefined|null|\[object|\{\{|%\}/);
    expect(whole).not.toMatch(/[\u4e00-\u9fff] +[\u4e00-\u9fff]/);
  });
});

test.each([
  ['a decrease', { 'income.undivided.adjustment': '-10.5' }, 'income.budget', '年中调整减少10.5万元'],
  ['no adjustment', { 'income.undivided.adjustment': '0' }, 'income.budget', '年中调整持平'],
  ['own income', { 'ownIncome.final': '12.5', 'ownIncome.budget': '10' }, 'overall.budget.ownIncome', '2023年度自有收入预算10万元，实际12.5万元，执行率125%。'],
  ['own income without a budget', { 'ownIncome.final': '12.5' }, 'overall.budget.ownIncome', '2023年度自有收入实际12.5万元。'],
  ['a warning', { 'progress.june.warnings': '2' }, 'overall.budget.progress', '支出预警、违规次数：1至6月2次、0次'],
  ['the split of the initial budget', { 'expenditure.undivided.initial': '90', 'expenditure.project.initial': '76.78', 'expenditure.undividedTotal.initial': '' }, 'expenditure.budget', '其中：基本支出90万元、项目支出76.78万元；'],
  ['a reason of the adjustment', { 'adjustment.reason': '上级专款' }, 'expenditure.adjustment', '预算调整率36.34%，主要原因：上级专款。'],
  ['last year above', { 'carryover.previousRate': '0.05' }, 'overall.budget.carryover', '较上年减少5个百分点。'],
  ['nobody typed the score', { 'frameResult.manual': '' }, 'conclusion.result.text', '自评得【待填：部门自评得分】分'],
  ['a removed figure', { 'staffing.paidByFinance': '' }, 'unit.staff.text', '财政供养人员【待填：财政供养人员】人'],
  ['text where a number belongs', { 'progress.june.executed': '约300' }, 'overall.budget.progress', '预算执行率【待核：1至6月执行率】'],
  ['a formula in a name', { 'profile.fullName': '=HYPERLINK("x")' }, 'annex.text', '=HYPERLINK("x")2023年度'],
])('%s', (_what, change, id, expected) => {
  expect(textOf(id, change)).toContain(expected);
});

test('an operand whose cell shows something else than the engine has prints 【待核】', () => {
  const workbook = PlayedWorkbook.sample().put({ field: 'expenditure.basic.share' }, 0.4465);
  const reading = workbook.read();
  const rendered = renderReport(workbook.form, evaluate(workbook.form, reading.entries), reading);
  const text = rendered.ok ? rendered.value.find(({ id }) => id === 'expenditure.nature')?.text : '';
  expect(text).toContain('基本支出101.55万元，占【待核：基本支出占比】；项目支出125.84万元，占55.34%');
});

describe('faults of a template, with file and line', () => {
  test.each([
    ['unknown field', '\n{% paragraph "a" %}{{ income.totl.final | 金额 }}{% endparagraph %}', 't.liquid 2 没有字段“income.totl.final”'],
    ['unknown field in a sentence not printed', '{% if income.total.final == 0 %}{{ nothing.here | 金额 }}{% endif %}', 't.liquid 1 没有字段“nothing.here”'],
    ['figure without filter', '\n\n{% paragraph "a" %}{{ income.total.final }}{% endparagraph %}', 't.liquid 3 字段须经过滤器输出'],
    ['unknown filter', '{{ income.total.final | 元 }}', 't.liquid 1 没有过滤器“元”'],
    ['built-in filter', '{{ "x" | where_exp: "a", "b" }}', 't.liquid 1 没有过滤器“where_exp”'],
    ['not closed', '{% heading 1 "a" %}x', 't.liquid 1 标签“heading”没有结束'],
    ['heading without id', '{% heading 1 %}x{% endheading %}', 't.liquid 1 标签缺少参数（an id）'],
    ['heading of level 9', '{% heading 9 "a" %}x{% endheading %}', 't.liquid 1 标签缺少参数'],
    ['id twice', '{% paragraph "a" %}x{% endparagraph %}{% paragraph "a" %}y{% endparagraph %}', '段落号“a”重复'],
    ['other templates', '{% include "x" %}', 't.liquid 1 没有标签“include”'],
    ['prototype', '{{ income.constructor | 文字 }}', 't.liquid 1 没有字段“income.constructor”'],
    ['__proto__', '{{ __proto__ | 文字 }}', 't.liquid 1 没有字段“__proto__”'],
    ['a thousand million times', '{% for i in (1..1000000000) %}x{% endfor %}', 't.liquid 1 模板产生的内容过多或用时过长'],
    ['loops in loops', '{% for a in (1..9000) %}{% for b in (1..9000) %}{% for c in (1..9000) %}{% if a == b %}{% endif %}{% endfor %}{% endfor %}{% endfor %}', 't.liquid 1 模板产生的内容过多或用时过长'],
    ['50 deep', `${'{% if income.total.final.known %}'.repeat(50)}x${'{% endif %}'.repeat(50)}`, 't.liquid 1 标签嵌套超过 40 层'],
    ['too long', 'x'.repeat(200_001), 't.liquid 1 模板过长'],
  ])('%s', (_what, template, expected) => {
    expect(faultsOf(template).join('\n')).toContain(expected);
  });

  test('all files are told at once, and a missing one too', () => {
    const faulty = compileForm({ ...form.pack, report: { ...form.pack.report, parts: ['a', 'b', 'c'], templates: { a: '{{ x | 金额 }}\n{{ y | 金额 }}', b: '{% endif %}' } } });
    expect(faulty.ok && checkTemplates(faulty.value).map(({ file, line }) => `${file} ${line}`)).toEqual(['a 1', 'a 2', 'b 1', 'c 1']);
  });

  test('nothing of a template is executed in a name it prints', () => {
    expect(report({ 'profile.fullName': '{{ income.total.final | 金额 }}' }).map(({ text }) => text).join()).toContain('{{ income.total.final | 金额 }}');
  });
});

test('the bundled templates are the files of the pack, in order', () => {
  const files = readdirSync(join(__dirname, '../../assets/packs/quxian-2023/report')).sort();
  expect(form.pack.report.parts).toEqual(files);
  for (const file of files) expect(form.pack.report.templates[file]).toBe(readFileSync(join(__dirname, '../../assets/packs/quxian-2023/report', file), 'utf8'));
  expect(checkTemplates(form)).toEqual([]);
});

test('an empty workbook gives a report of gaps, not of wrong figures', () => {
  const rendered = renderReport(form, evaluate(form, { fields: new Map(), lists: new Map() }));
  const text = rendered.ok ? rendered.value.map((paragraph) => paragraph.text).join('\n') : '';
  expect(text).toContain('【待填：');
  expect(text).not.toMatch(/\d万元|\d%/);
});
