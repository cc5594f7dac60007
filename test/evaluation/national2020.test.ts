import { runChecks } from '../../src/check/runChecks';
import { entriesFromData } from '../../src/evaluation/entries';
import { evaluate } from '../../src/evaluation/evaluate';
import { compileForm, type Form } from '../../src/evaluation/form';
import { requiredBlanks } from '../../src/evaluation/requiredBlanks';
import { readPack } from '../../src/pack/readPack';
import { cellText, type CellValue } from '../../src/values/cell';
import { bundledPacks } from '../cases/bundledPacks';
import { EXECUTION, FULL, oneProject, ROWS, type TypedIndicator } from '../cases/nationalCases';
import { bundledForm, sampleData, sampleEvaluation } from '../cases/samplePack';

const form = bundledForm('national-2020');

function shown(cell: CellValue): string {
  const text = cellText(cell);
  return text.length > 15 ? text.slice(0, 15) : text;
}

test.each(EXECUTION)('预算执行率：全年预算%s，执行%s：%s，得%s（%s）', (adjusted, executed, rate, score) => {
  const evaluation = oneProject(form, { adjusted, executed }, FULL);
  expect(shown(evaluation.value('form1.executionRate'))).toBe(rate);
  expect(shown(evaluation.value('form1.executionScore'))).toBe(score);
  expect(shown(evaluation.value('total1.score'))).toBe(score === '不适用' ? '不适用' : String(Number(score) * 100 / 100 + 90));
});

test.each(ROWS)('指标：年度指标值“%s”，完成“%s” %j：得%s（%s）', (target, actual, more, score) => {
  const evaluation = oneProject(form, { adjusted: '100', executed: '100' }, [{ target, actual, weight: '10', ...more }]);
  expect(cellText(evaluation.item('indicators1', 0, 'score'))).toBe(score);
});

test('the total is the sum of its parts; the list’s amount stands in only while the three sources are blank', () => {
  const project = { initial: '100', adjusted: '90', executed: '80' };
  expect(shown(oneProject(form, project, FULL).value('form1.totalAdjusted'))).toBe('90');
  const parts = { 'form1.fiscalAdjusted': '60', 'form1.otherAdjusted': '30.5' };
  expect(shown(oneProject(form, project, FULL, parts).value('form1.totalAdjusted'))).toBe('90.5');
});

test('分值合计＝10＋指标分值，等于100才相符；每行都有得分才有总分', () => {
  const rows: readonly TypedIndicator[] = [{ target: '≥10个', actual: '9', weight: '50' }, { target: '≤20天', actual: '25', weight: '30' }, { target: '≥90%', actual: '', weight: '10' }];
  const open = oneProject(form, { adjusted: '100', executed: '95' }, rows);
  expect([open.value('total1.weightTotal'), open.value('total1.score'), open.value('result1.grade'), open.value('result1.unscored')].map(shown)).toEqual(['100', '', '', '1']);
  // 9÷10×50=45；20÷25×30=24；81÷90×10=9；执行率95%得9.5；合计87.5，良。
  const whole = oneProject(form, { adjusted: '100', executed: '95' }, [...rows.slice(0, 2), { target: '≥90%', actual: '81%', weight: '10' }]);
  expect([whole.value('total1.score'), whole.value('result1.grade'), whole.value('result1.weightVerdict')].map(shown)).toEqual(['87.5', '良', '√']);
  expect(['score', 'grade', 'weights', 'weightVerdict', 'sheet'].map((column) => shown(whole.item('projects', 0, column)))).toEqual(['87.5', '良', '100', '√', '自评表1']);
  const short = oneProject(form, { adjusted: '100', executed: '95' }, rows.slice(0, 2));
  expect(shown(short.value('result1.weightVerdict'))).toBe('×');
  expect(shown(short.value('selfCheck.weights.verdict'))).toBe('×');
});

test('不适用的指标把分值按比例分给其余指标', () => {
  // 三行50、30、10，第三行不适用：50×90÷80=56.25，30×90÷80=33.75，都达标，共90；执行10，总分100。
  const evaluation = oneProject(form, { adjusted: '100', executed: '100' }, [
    { target: '≥10个', actual: '10', weight: '50' }, { target: '≤20天', actual: '20', weight: '30' }, { target: '≥90%', actual: '不适用', weight: '10', applicable: '不适用' },
  ]);
  expect([0, 1, 2].map((row) => cellText(evaluation.item('indicators1', row, 'score')))).toEqual(['56.25', '33.75', '不适用']);
  expect(shown(evaluation.value('total1.score'))).toBe('100');
});

test.each([
  ['取消，预算收回', { adjusted: '0', executed: '0', status: '取消' }],
  ['预算为零，状态未填', { adjusted: '0', executed: '0' }],
  ['未实施，预算还在', { adjusted: '50', executed: '0', status: '未实施' }],
])('%s：不评，列明并计数，不算0分', (_name, project) => {
  const evaluation = oneProject(form, { initial: '50', ...project }, []);
  expect(['scope', 'score', 'grade'].map((column) => shown(evaluation.item('projects', 0, column)))).toEqual(['不评', '不适用', '不适用']);
  expect(['summary.total.count', 'summary.due.count', 'summary.notDue.count', 'summary.graded.count', 'coverage.count'].map((id) => shown(evaluation.value(id)))).toEqual(['1', '0', '1', '0', '不适用']);
  expect(requiredBlanks(evaluation).filter((ref) => 'list' in ref && ref.list.startsWith('indicators'))).toEqual([]);
});

test('the sample: scores worked out by hand, grades, summary', () => {
  const evaluation = sampleEvaluation('national-2020');
  // 15+15+10+10+(1÷1.2×15=12.5)+15+10=87.5，执行128.36÷132.5→9.69；10+15+10+10+5+8.2+9.6+7.5+8=83.3，执行8.25；
  // 8.33+8.38+15+8.33+5+12.5+10.5+10=78.04，执行7.75；10+15+5+5+10.23+15+9.65=69.88，执行5。
  expect([0, 1, 2, 3, 4].map((row) => `${cellText(evaluation.item('projects', row, 'score'))} ${cellText(evaluation.item('projects', row, 'grade'))}`))
    .toEqual(['97.19 优', '91.55 优', '85.79 良', '74.88 中', '不适用 不适用']);
  const row = (id: string): readonly string[] => ['count', 'initial', 'adjusted', 'executed'].map((column) => cellText(evaluation.value(`summary.${id}.${column}`)));
  expect(row('total')).toEqual(['5', '491', '431.5', '352.11']);
  expect(row('due')).toEqual(['4', '446', '431.5', '352.11']);
  expect(row('notDue')).toEqual(['1', '45', '0', '0']);
  expect(row('excellent')).toEqual(['2', '330', '330.5', '291.71']);
  expect(row('poor')).toEqual(['0', '', '', '']);
  expect(cellText(evaluation.value('coverage.count'))).toBe('1');
  const verdicts = [...form.fields.keys()].filter((id) => /^selfCheck\..*\.verdict$/.test(id)).map((id) => cellText(evaluation.value(id)));
  expect(verdicts).toEqual(['√', '√', '√', '√', '√', '√', '√']);
});

test('填报进度 counts all sheets in one row, and nothing of sheets without a project', () => {
  const evaluation = sampleEvaluation('national-2020');
  // 7+9+8+7 项指标的完成值，加4张表的实际完成情况。
  expect(['required', 'missing'].map((column) => cellText(evaluation.value(`filling.evaluations.${column}`)))).toEqual(['35', '0']);
  const data = sampleData('national-2020');
  const { 'form3.goalActual': _told, ...fields } = data.fields;
  const open = evaluate(form, entriesFromData(form, { ...data, fields, lists: { ...data.lists, indicators4: (data.lists['indicators4'] ?? []).map((each) => ({ ...each, actual: '' })) } }));
  expect(cellText(open.value('filling.evaluations.missing'))).toBe('8');
});

describe('财预〔2021〕101号 的成本组与其他口径，都是模板数据', () => {
  const group = (level1: string, level2: string, weight: string): TypedIndicator => ({ level1, level2, target: '≥1个', actual: '1', weight });
  const told = (rows: readonly TypedIndicator[]): readonly string[] => {
    const checked = runChecks(form, oneProject(form, { adjusted: '100', executed: '100' }, rows), null);
    if (!checked.ok) throw new Error(JSON.stringify(checked.error));
    return checked.value.findings.filter(({ code }) => code === 'I02').map(({ found, expected }) => `${found} → ${expected}`);
  };
  const output = (weight: string): TypedIndicator => group('产出指标', '数量指标', weight);
  const effect = (weight: string): TypedIndicator => group('效益指标', '社会效益指标', weight);
  const cost = (weight: string): TypedIndicator => group('成本指标', '经济成本指标', weight);
  const satisfaction = (weight: string): TypedIndicator => group('满意度指标', '服务对象满意度指标', weight);

  test.each([
    ['10号文：产出50、效益30、满意度10', [output('50'), effect('30'), satisfaction('10')], []],
    ['101号文：成本20、产出40、效益20、满意度10', [cost('20'), output('40'), effect('20'), satisfaction('10')], []],
    ['101号文没有满意度：效益加10', [cost('20'), output('40'), effect('30')], []],
    ['没有成本组，没有满意度：产出50、效益40', [output('50'), effect('40')], []],
    ['成本多5分、产出少5分', [cost('25'), output('35'), effect('20'), satisfaction('10')], ['成本指标25、产出指标35 → 成本指标20、产出指标40']],
  ])('%s', (_name, rows, findings) => {
    expect(told(rows)).toEqual(findings);
  });

  const changed = (change: (text: string) => string): Form => {
    const pack = readPack(change(bundledPacks.find(({ id }) => id === 'national-2020')?.text ?? ''));
    const other = pack.ok ? compileForm(pack.value) : null;
    if (!other?.ok) throw new Error('the changed pack is faulty');
    return other.value;
  };

  test.each([['1', '10'], ['1.1', '10'], ['0.9999', '7'], ['0.8', '7'], ['0.79', '5'], ['0.6', '5'], ['0.5999', '0']])('按档计分：执行率%s得%s', (rate, score) => {
    const bands = '"bands":[{"from":"1","share":"1"},{"from":"0.8","share":"0.7"},{"from":"0.6","share":"0.5"}]';
    const banded = changed((text) => text.replace('"kind":"executionScore",', `"kind":"executionScore",${bands},`));
    expect(cellText(oneProject(banded, { adjusted: '10000', executed: String(Number(rate) * 10000) }, FULL).value('form1.executionScore'))).toBe(score);
  });

  test('2020年以前的三档：部分达成可填50%—80%', () => {
    const row = { target: '有效改善', actual: '部分改善', weight: '10', tier: '部分达成预期指标并具有一定效果', qualitativeRate: '0.55' };
    expect(cellText(oneProject(form, { adjusted: '1', executed: '1' }, [row]).item('indicators1', 0, 'score'))).toBe('未计算');
    const older = changed((text) => text.replace('"low":"0.6","high":"0.8"', '"low":"0.5","high":"0.8"').replace('"low":"0","high":"0.6"', '"low":"0","high":"0.5"'));
    expect(cellText(oneProject(older, { adjusted: '1', executed: '1' }, [row]).item('indicators1', 0, 'score'))).toBe('5.5');
  });
});

test('the check of the sample finds what cost indicators of unfinished projects ask for, and nothing else', () => {
  const checked = runChecks(form, sampleEvaluation('national-2020'), null);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  expect(checked.value.findings.map(({ code, level, sheet }) => `${code} ${level} ${sheet}`)).toEqual(['I25 hint 自评表2', 'I25 hint 自评表3', 'I25 hint 自评表4']);
  // 第三个项目没有按来源填资金；没有填批复数；取消的项目没有表要校验。
  expect([...new Set(checked.value.unchecked.map(({ code }) => code))]).toEqual(['F13', 'I26']);
});

test.each([
  ['分值合计不是100', { indicators1: 'weight', to: '14' }, 'I01'],
  ['目标当作完成值', { indicators1: 'actual', to: '≥86' }, 'I08'],
  ['与预算执行率重复计分', { indicators1: 'level3', to: '项目资金执行率' }, 'I16'],
])('a planted error in one sheet is told there: %s', (_name, { indicators1: column, to }, code) => {
  const data = sampleData('national-2020');
  const rows = (data.lists['indicators1'] ?? []).map((row, index) => (index === 0 ? { ...row, [column]: to } : row));
  const checked = runChecks(form, evaluate(form, entriesFromData(form, { ...data, lists: { ...data.lists, indicators1: rows } })), null);
  expect(checked.ok && checked.value.findings.filter((finding) => finding.code === code).map(({ sheet }) => sheet)).toEqual(['自评表1']);
});

test('an amount that differs between list and sheet is told once', () => {
  const data = sampleData('national-2020');
  const fields = { ...data.fields, 'form2.fiscalExecuted': '160' };
  const checked = runChecks(form, evaluate(form, entriesFromData(form, { ...data, fields })), null);
  expect(checked.ok && checked.value.findings.filter(({ level }) => level === 'error').map(({ code, sheet }) => `${code} ${sheet}`)).toEqual(['F11 自评表2']);
});
