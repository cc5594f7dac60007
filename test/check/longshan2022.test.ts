import { runChecks, type CheckResult } from '../../src/check/runChecks';
import { blankEntries, entriesFromData, type EvaluationData } from '../../src/evaluation/entries';
import { evaluate } from '../../src/evaluation/evaluate';
import { bundledForm, sampleData } from '../cases/samplePack';

const form = bundledForm('longshan-2022');
const sample = sampleData('longshan-2022');
const projects = sample.lists['projects'] ?? [];

function check(fields: EvaluationData['fields'] = {}, lists: EvaluationData['lists'] = {}): CheckResult {
  const result = runChecks(form, evaluate(form, entriesFromData(form, { ...sample, fields: { ...sample.fields, ...fields }, lists: { ...sample.lists, ...lists } })), null);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const codes = ({ findings }: CheckResult): readonly string[] => findings.map(({ code, level }) => `${code} ${level}`);

/** What the published report leaves open once its figures stand in the forms: 尾差, a change and scores nobody explained, no result of 满意度. */
const OF_THE_SAMPLE = ['F06 hint', 'F22 warning', 'I21 warning', 'I19 warning', 'I17 warning'];

test('the sample brings up what the published report leaves open, and nothing else', () => {
  const result = check();
  expect(codes(result)).toEqual(OF_THE_SAMPLE);
  const [tail, change, scores, whole] = result.findings;
  expect(tail).toMatchObject({ sheet: '收支', found: '177.62万元', expected: '177.61万元', difference: '0.01万元' });
  expect(change?.text).toContain('74.21万元');
  expect(scores).toMatchObject({ sheet: '项目支出明细表', text: expect.stringMatching(/等8项得分低于分值，共扣84分/) });
  expect(whole).toMatchObject({ sheet: '整体支出绩效自评表', found: '88分' });
});

test('an empty workbook has no findings', () => {
  const result = runChecks(form, evaluate(form, blankEntries(form)), null);
  expect(result.ok && result.value.findings).toEqual([]);
});

const without = (n: number): EvaluationData['lists'] => ({ projects: projects.filter((_row, i) => i !== n - 1) });
const changed = (n: number, cells: EvaluationData['lists'][string][number]): EvaluationData['lists'] => ({ projects: projects.map((row, i) => (i === n - 1 ? { ...row, ...cells } : row)) });

// One planted error, one finding beside those of the sample.
test.each<[string, EvaluationData['fields'], EvaluationData['lists'], string]>([
  ['漏填扶贫专项经费', { 'coverage.general.total': '298.1' }, without(5), 'F08 error'],
  ['运维项目的执行数少填0.1万元', {}, changed(2, { executed: '29.7' }), 'F08 error'],
  ['项目执行数大于全年预算', { 'expenditure.project.final': '301.1', 'expenditure.total.evaluated': '478.72', 'coverage.general.total': '301.1' }, changed(4, { executed: '152.02' }), 'R10 warning'],
  ['自评得分超过满分', {}, changed(4, { score: '190', problems: '' }), 'I04 error'],
  ['公用经费比人员经费和基本支出多出3万元', { 'expenditure.public.final': '25.64' }, {}, 'F06 error'],
  ['收入全年预算与支出不同', { 'income.general.fullYear': '403.51' }, {}, 'F11 error'],
  ['办公经费大于公用经费', { 'controls.office.final': '30' }, {}, 'F12 error'],
  ['接待费决算大于预算', { 'controls.reception.budget': '1', 'controls.reception.final': '2' }, {}, 'T03 warning'],
  ['审核日期早于报告日期', { 'review.unitDate': '2023-06-01' }, {}, 'S01 warning'],
  ['同一项目填了两次', { 'expenditure.project.final': '305.1', 'expenditure.project.fullYear': '305.1', 'expenditure.total.evaluated': '482.72', 'coverage.general.total': '305.1' }, { projects: [...projects, projects[7] ?? {}] }, 'V16 error'],
])('%s', (_what, fields, lists, expected) => {
  const found = codes(check(fields, lists));
  const more = [...found];
  for (const code of OF_THE_SAMPLE) if (more.includes(code)) more.splice(more.indexOf(code), 1);
  expect(more).toContain(expected);
  expect(more.filter((code) => code !== expected)).toEqual([]);
});

test('what is explained is no longer asked', () => {
  const explained = check(
    { 'adjustment.reason': '上级专款', 'assessment.deductions': '预算控制率扣2分，群众知晓率扣10分。' },
    { projects: projects.map((row) => ({ ...row, problems: '用户培训不够，扣10分。' })) },
  );
  expect(codes(explained)).toEqual(['F06 hint', 'I17 warning']);
});
