import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { blankEntries, entriesFromData, type EvaluationData } from '../../src/evaluation/entries';
import { evaluate } from '../../src/evaluation/evaluate';
import { compileForm, type Form } from '../../src/evaluation/form';
import { renderReport, checkTemplates } from '../../src/report/renderReport';
import type { ReportParagraph } from '../../src/report/state';
import { PlayedWorkbook } from '../cases/playedWorkbook';
import { randomEntries } from '../cases/randomEntries';
import { bundledForm, sampleData, sampleEntries, sampleEvaluation } from '../cases/samplePack';
import { seed } from '../cases/seed';

const form = bundledForm('quxian-2023');

type Rows = EvaluationData['lists'];

function report(change: Readonly<Record<string, string>> = {}, lists: Rows = {}): readonly ReportParagraph[] {
  const data = sampleData('quxian-2023');
  const rendered = renderReport(form, evaluate(form, entriesFromData(form, { ...data, fields: { ...data.fields, ...change }, lists: { ...data.lists, ...lists } })));
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.error));
  return rendered.value;
}

function textOf(id: string, change: Readonly<Record<string, string>> = {}, lists: Rows = {}): string {
  return report(change, lists).find((paragraph) => paragraph.id === id)?.text ?? '';
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

  test.each(['171.55万元', '55.84万元', '50.7亿元', '64.03%', '95.84万元', '23家', '自评得96分', '偏离度不适用'])('prints %s', (figure) => {
    expect(whole).toContain(figure);
  });

  test.each(['44.65%', '55.35%', '【待核', '持平较', '情况的情况', '工资工资', '③三是', '偏离度0', '执行率100%；'])('never prints %s', (wrong) => {
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
    expect(whole).not.toMatch(/(?<!可|以)([\u4e00-\u9fff]{2,})\1/);
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

test.each([
  ['last year’s spending above this year’s', { 'austerity.meetings.previous': '2.5', 'austerity.meetings.final': '2' }, 'overall.budget.austerity.meetings', '2023年会议费支出2万元，较上年减少0.5万元（下降20%）。'],
  ['nothing last year', { 'austerity.travel.previous': '0', 'austerity.travel.final': '3' }, 'overall.budget.austerity.travel', '2023年差旅费支出3万元，较上年增加3万元。'],
  ['last year not filled', { 'austerity.research.final': '3' }, 'overall.budget.austerity.research', '较上年【待填：课题经费增减额】。'],
  ['an item with a note', { 'austerity.festivals.previous': '0', 'austerity.festivals.final': '0', 'austerity.festivals.note': '没有办节' }, 'overall.budget.austerity.festivals', '较上年持平。没有办节。'],
  ['reception, but no counts', { 'austerity.reception.final': '1.2' }, 'overall.budget.austerity.threePublic', '公务接待费1.2万元（【待填：公务接待批次】批次、【待填：公务接待人次】人次）。'],
  ['no finance rules', { 'finance.system': '否', 'finance.systemText': '' }, 'overall.finance.text', '本单位尚未制定财务管理制度；不相容岗位已经分离'],
  ['nothing said of posts', { 'finance.posts': '' }, 'overall.finance.text', '不相容岗位分离：【待填：不相容岗位分离】，'],
  ['assets bought', { 'assets.furniture.added': '12.5' }, 'overall.assets.change', '2023年资产增加12.5万元、减少0万元，没有处置。'],
  ['more than allowed', { 'allocation.excess': '有' }, 'overall.assets.change', '存在超标准配置，'],
  ['assets by kind', { 'assets.equipment.opening': '40', 'assets.equipment.inUse': '30', 'assetUse.statedUtilisation': '' }, 'overall.assets.change', '年末资产40万元。'],
  ['purchases', { 'procurement.goods.budget': '20', 'procurement.goods.executed': '15', 'procurement.goods.sme': '6' }, 'overall.procurement.text', '政府采购预算20万元，支出15万元，政府采购预算偏离度25%，面向中小企业采购6万元，占40%。'],
  ['no standing project', { 'projectSummary.standing.statedCount': '0' }, 'projects.standing', '该类项目0个。'],
  ['projects recovered', { 'projectFacts.recovered.statedCount': '2' }, 'projects.execution.facts', '收回预算的项目2个。按绩效监控结果'],
  ['bonds', { 'focus.bonds.involved': '涉及', 'focus.bonds.amount': '800', 'focus.bonds.text': '按期付息' }, 'focus.involved.bonds', '债券资金：金额800万元，按期付息。'],
  ['bonds, nothing written', { 'focus.bonds.involved': '涉及' }, 'focus.involved.bonds', '【待填：债券资金评价情况】'],
  ['four areas left', { 'focus.bonds.involved': '涉及', 'focus.bonds.text': '有' }, 'focus.none', '2023年度不涉及国有资本、政府采购、政府购买服务等重点领域。'],
  ['problems told', { 'application.feedbackFrom': '县审计局', 'application.problems': '3', 'application.corrected': '2' }, 'application.feedback.text', '2023年度县审计局反馈预算绩效问题3个，已整改2个。'],
  ['no feedback at all', { 'application.feedbackFrom': '无' }, 'application.feedback.text', '2023年度没有收到反馈的预算绩效问题。'],
  ['a day of disclosure', { 'application.disclosedOn': '2024-09-05' }, 'application.disclosure.text', '2024年9月5日，本单位在'],
  ['deductions', { 'frameResult.deductions': '预算编制质量扣4分' }, 'conclusion.result.text', '自评得96分。扣分事项：预算编制质量扣4分。'],
])('%s', (_what, change, id, expected) => {
  expect(textOf(id, change)).toContain(expected);
});

test('rows named alike in several tables are told with their table', () => {
  const blank = renderReport(form, evaluate(form, blankEntries(form)));
  const labels = blank.ok ? blank.value.flatMap(({ gaps }) => gaps.map(({ label }) => label)) : [];
  expect(labels).toEqual(expect.arrayContaining(['收入合计年初预算数', '支出合计年初预算数', '收入总计决算数', '采购合计预算数', '基本支出决算数', '1至6月执行率']));
  expect(labels.filter((label) => /^(合计|总计|第\d+行)/.test(label))).toEqual([]);
});

test('an item of restrained spending nobody reported has no sentence, all of them missing have a mark', () => {
  expect(textOf('overall.budget.austerity.travel')).toBe('');
  const blank = Object.fromEntries(['abroad', 'vehiclePurchase', 'vehicleRunning', 'reception', 'meetings', 'training', 'equipment'].map((row) => [`austerity.${row}.final`, '']));
  expect(textOf('overall.budget.austerity', blank)).toContain('【待填：严控一般性支出决算数】');
});

describe('lists give paragraphs of their own', () => {
  const duties = [
    { number: '1', title: '甲', indicator: '办件', value: '12', unit: '件', period: '全年', change: '-0.2' },
    { number: '1', title: '甲', indicator: '走访', unit: '次', period: '全年' },
    { number: '1', title: '甲', subtitle: '子项', text: '做了。' },
    { number: '2', title: '乙', text: '完成' },
  ];

  test('rows of one title stand together, a subtitle begins a paragraph, a missing value is marked', () => {
    expect(report({}, { duties }).filter(({ id }) => id.startsWith('overall.duties.item')).map(({ id, text }) => [id, text])).toEqual([
      ['overall.duties.item.r001', '（1）甲。2023年全年，办件12件，同比下降20%。走访【待填：履职第2行数值】次。'],
      ['overall.duties.item.r003', '子项。做了。'],
      ['overall.duties.item.r004', '（2）乙。完成。'],
    ]);
  });

  test('no duties at all: the chapter is missing', () => {
    expect(textOf('texts.3.1.1', {}, { duties: [] })).toBe('【待填：履职效能】');
    expect(textOf('texts.3.1.1', {}, { duties: [], texts: [{ number: '3.1.1', title: '履职效能', body: '另写' }] })).toBe('另写');
  });

  test('points of the score table with what was deducted', () => {
    const frame = form.lists.get('frame')?.block.given?.map((row, index) => ({ ...row, points: index === 0 ? '74' : '1', self: index === 0 ? '72.5' : '1', ...(index === 0 ? { reason: '时效慢' } : {}) })) ?? [];
    expect(textOf('conclusion.result.text', {}, { frame })).toContain('自评得98.5分。扣分事项：履职效能扣1.5分（时效慢）。');
  });

  test('projects of the list are counted instead of the typed totals', () => {
    const projects = [
      { name: '运维', category: '其他运转类', duration: '常年', initial: '100', executed: '80', appraised: '是', stored: '是', goalReached: '完成' },
      { name: '外网', category: '特定目标类', duration: '阶段', initial: '50', executed: '50', appraised: '是', stored: '否', goalReached: '部分完成' },
    ];
    expect(textOf('projects.standing', {}, { projects })).toContain('该类项目1个，预算总金额100万元，1—12月预算执行总体进度80%，其中预算结余率大于10%的项目1个。');
    expect(textOf('projects.decision.facts', {}, { projects })).toContain('2个项目中，开展评估论证的2个，按时入库的1个。');
    expect(textOf('projects.goals.facts', {}, { projects })).toContain('2个项目中，完成绩效目标的1个。');
    expect(textOf('projects.scope', {}, { projects })).toBe('');
  });

  test('annexes, economic classification and the day of the report, when there are any', () => {
    const more = report({ 'profile.reportDate': '2024-03-20' }, {
      annexes: [{ number: '2', name: '资产盘点表', mode: '另附', pages: '3' }], economic: [{ code: '301', basic: '90' }, { code: '302', basic: '11.55', project: '2' }],
    });
    const texts = new Map(more.map(({ id, text }) => [id, text]));
    expect(texts.get('annex.list')).toBe('附件：1.部门整体支出绩效目标完成情况自评表；2.资产盘点表（3页）。');
    expect(texts.get('expenditure.economic')).toBe('按经济分类划分：工资福利支出90万元，商品和服务支出13.55万元。');
    expect(texts.get('annex.date')).toBe('渠县大数据中心，2024年3月20日。');
    expect(report().some(({ id }) => ['annex.list', 'annex.date', 'expenditure.economic'].includes(id))).toBe(false);
  });
});

test(`whatever stands in the workbook, the report is written, every paragraph under its own id, no figure blank (seed ${seed})`, () => {
  fc.assert(fc.property(randomEntries(form), (entries) => {
    const rendered = renderReport(form, evaluate(form, entries));
    if (!rendered.ok) throw new Error(JSON.stringify(rendered.error));
    const ids = rendered.value.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { text } of rendered.value) expect(text).not.toMatch(/undefined|null|\[object|NaN|占[，；。]|(?:偏离度|执行率|结余率|利用率)[，；。]/);
  }), { seed, numRuns: 40, endOnFailure: true });
});

test('an operand whose cell shows something else than the engine has prints 【待核】', () => {
  const workbook = PlayedWorkbook.sample().put({ field: 'expenditure.basic.share' }, 0.4465);
  const reading = workbook.read();
  const rendered = renderReport(workbook.form, evaluate(workbook.form, reading.entries), reading);
  const text = rendered.ok ? rendered.value.find(({ id }) => id === 'expenditure.nature')?.text : '';
  expect(text).toContain('基本支出101.55万元，占【待核：基本支出占比】；项目支出125.84万元，占55.34%');
});

test.each([
  ['a sum that shows something else', { field: 'assets.total.added' }, 5, 'overall.assets.change', '2023年资产增加【待核：资产合计本年增加】、减少0万元'],
  ['a change that shows something else', { field: 'austerity.meetings.change' }, 1, 'overall.budget.austerity.meetings', '会议费支出0万元，较上年【待核：会议费增减额】。'],
] as const)('%s is not put into words as if it were zero', (_what, ref, shown, id, expected) => {
  const workbook = PlayedWorkbook.sample().put(ref, shown);
  const reading = workbook.read();
  const rendered = renderReport(workbook.form, evaluate(workbook.form, reading.entries), reading);
  expect(rendered.ok && rendered.value.find((paragraph) => paragraph.id === id)?.text).toContain(expected);
});

test('an error value has its sentence, with a mark', () => {
  const entries = sampleEntries(form);
  const evaluation = evaluate(form, { ...entries, fields: new Map([...entries.fields, ['austerity.training.final', { kind: 'error', code: '#REF!' }]]) });
  const rendered = renderReport(form, evaluation);
  expect(rendered.ok && rendered.value.find(({ id }) => id === 'overall.budget.austerity.training')?.text).toContain('2023年培训费支出【待核：培训费本年决算数】');
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
    ['unknown column in a loop nobody runs', '\n{% if functions.rows.size > 99 %}{% for row in functions.rows %}{{ row.nme | 文字 }}{% endfor %}{% endif %}', 't.liquid 2 没有字段“row.nme”'],
    ['unknown column of matrix rows', '{% assign rows = austerity | 行: "meetings" %}{% for item in rows %}{{ item.label }}{% if item.fnal.known %}x{% endif %}{% endfor %}', 't.liquid 1 没有字段“item.fnal.known”'],
    ['matrix row that is not there', '{% assign rows = austerity | 行: "meetings", "parties" %}', 't.liquid 1 没有字段“parties”'],
    ['rows of something else', '{% assign rows = functions.rows | 行: "a" %}', 't.liquid 1 过滤器用错了对象'],
    ['matrix put out', '{{ austerity }}', 't.liquid 1 字段须经过滤器输出'],
    ['paragraph of no row', '{% assign row = "x" %}{% paragraph "a" row %}x{% endparagraph %}', 't.liquid 1 标签缺少参数（a list row）'],
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
  expect(text.replaceAll('结余率大于10%', '')).not.toMatch(/\d万元|\d%/);
});
