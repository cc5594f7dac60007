import { entriesFromData, type EvaluationData } from '../../src/evaluation/entries';
import { evaluate, type Evaluation } from '../../src/evaluation/evaluate';
import { cellText, numberIn } from '../../src/values/cell';
import { percentText } from '../../src/values/figureText';
import { bundledForm, sampleData, sampleEvaluation } from '../cases/samplePack';

const form = bundledForm('longshan-2022');

function changed(fields: EvaluationData['fields'], lists: EvaluationData['lists'] = {}): Evaluation {
  const data = sampleData('longshan-2022');
  return evaluate(form, entriesFromData(form, { ...data, fields: { ...data.fields, ...fields }, lists: { ...data.lists, ...lists } }));
}

const text = (evaluation: Evaluation, field: string): string => cellText(evaluation.value(field));

describe('the published report of 2022, recomputed by hand', () => {
  const evaluation = sampleEvaluation('longshan-2022');

  test.each([
    ['项目合计', 'projects.total.executed', '300.1'],
    ['项目全年预算', 'projects.total.budget', '300.1'],
    // 58 + 151.02 + 41.28
    ['租赁', 'projectSummary.lease.executed', '250.3'],
    // 29.8 + 10 + 3 + 5; the report writes 49.7
    ['运维', 'projectSummary.operations.executed', '47.8'],
    ['其他（扶贫专项）', 'projectSummary.otherPurpose.executed', '2'],
    ['单位专项业务费个数', 'projectSummary.special.count', '8'],
    ['事业发展类个数', 'projectSummary.development.count', '0'],
    ['奖补类个数', 'projectSummary.subsidy.count', '0'],
    ['人员＋公用', 'selfCheck.basicParts.right', '177.61'],
    ['与基本支出的差', 'selfCheck.basicParts.difference', '0.01'],
    ['结论', 'selfCheck.basicParts.verdict', '尾差'],
    ['支出合计', 'expenditure.total.final', '477.72'],
    ['年初批复', 'expenditure.total.initial', '403.51'],
    ['年中调整', 'expenditure.total.adjustment', '74.21'],
    ['基础数据表运行维护专项', 'controls.maintenance.final', '47.8'],
    ['基础数据表业务工作专项', 'controls.special.final', '252.3'],
    ['预算执行率得分', 'targets.executionScore', '10'],
    ['总分取手工填报', 'targets.score', '88'],
    ['等级', 'targets.grade', '良'],
    ['指标没有分值，得分表算不出总分', 'assessment.tableScore', ''],
    // 18.39% lies in 10–20%: 3 of 5 points
    ['预算控制率得分', 'scoring.controlRate.score', '3'],
    ['预算完成率得分', 'scoring.completionRate.score', '5'],
  ])('%s', (_what, field, expected) => {
    expect(text(evaluation, field)).toBe(expected);
  });

  test.each([
    ['预算执行率', 'expenditure.total.rate', '100%'],
    ['年中调整率', 'expenditure.total.adjustmentRate', '18.39%'],
    ['一般公共预算项目自评覆盖率', 'coverage.general.rate', '100%'],
    ['项目执行率', 'projects.total.rate', '100%'],
  ])('%s', (_what, field, expected) => {
    const rate = numberIn(evaluation.value(field));
    expect(rate && percentText(rate)).toBe(expected);
  });

  test('no identity is broken, no cell is an error', () => {
    const fields = [...form.fields.values()];
    expect(fields.filter(({ id }) => /^selfCheck\..+\.verdict$/.test(id) && text(evaluation, id) === '×').map(({ id }) => id)).toEqual([]);
    for (const { id } of fields) expect([id, evaluation.value(id).kind]).not.toEqual([id, 'error']);
  });
});

/** Seven indicators as a bureau may give them, with results. */
const indicators: EvaluationData['lists'][string] = [
  { level1: '产出指标', level2: '数量指标', level3: '信息发布', target: '≥6000条', weight: '15', actual: '6676条' },
  { level1: '产出指标', level2: '数量指标', level3: '栏目优化', target: '≥12个', weight: '10', actual: '11个', reason: '一个栏目改到下年' },
  { level1: '产出指标', level2: '质量指标', level3: '安全监测评估', target: '4次', weight: '10', actual: '4次' },
  { level1: '产出指标', level2: '时效指标', level3: '完成时间', target: '2022年12月', weight: '15', actual: '2022年11月' },
  { level1: '效益指标', level2: '经济效益指标', level3: '差旅成本节约', target: '不低于6%', weight: '15', actual: '5%', reason: '线下会议增多' },
  { level1: '效益指标', level2: '社会效益指标', level3: '办事便利', target: '有效提升', weight: '15', actual: '有所提升', tier: '部分达成预期指标并具有一定效果', qualitativeRate: '0.7', reason: '推广不够' },
  { level1: '满意度指标', level2: '服务对象满意度指标', level3: '群众满意度', target: '≥90%', weight: '10', actual: '92%' },
];

describe('整体支出绩效自评表, by hand', () => {
  const scores = (evaluation: Evaluation): readonly string[] => evaluation.rows('indicators').map((row) => cellText(evaluation.item('indicators', row, 'score')));

  test('operators and units are read from the target; scores, groups, total and grade', () => {
    const evaluation = changed({ 'assessment.manual': '' }, { indicators });
    // 11/12 × 10 = 9.1667; 5/6 × 15 = 12.5; 0.7 × 15 = 10.5
    expect(scores(evaluation)).toEqual(['15', '9.17', '10', '15', '12.5', '10.5', '10']);
    expect(['output', 'benefit', 'satisfaction'].map((row) => [text(evaluation, `groups.${row}.weight`), text(evaluation, `groups.${row}.score`)])).toEqual([['50', '49.17'], ['30', '23'], ['10', '10']]);
    // 10 + 82.17
    expect(['assessment.weightTotal', 'assessment.indicatorScore', 'assessment.tableScore', 'targets.score', 'targets.grade'].map((field) => text(evaluation, field))).toEqual(['90', '82.17', '92.17', '92.17', '优']);
  });

  test.each([
    // 454 ÷ 477.72 = 95.0347%: 9.50 points
    ['454', '9.5', '91.67', '优'],
    // 382.176 ÷ 477.72 = 80%
    ['382.176', '8', '90.17', '优'],
    ['0', '0', '82.17', '良'],
    // More than the budget is no more than full points.
    ['500', '10', '92.17', '优'],
  ])('executed %s: the execution row scores %s, the total %s', (executed, points, total, grade) => {
    const project = (Number(executed) - 177.62).toFixed(3);
    const evaluation = changed({ 'assessment.manual': '', 'expenditure.project.final': project }, { indicators });
    expect(['targets.executionScore', 'targets.score', 'targets.grade'].map((field) => text(evaluation, field))).toEqual([points, total, grade]);
  });

  test('one indicator without a result leaves the total open, and then the typed score stands', () => {
    const open = indicators.map((row, i) => (i === 2 ? { ...row, actual: '' } : row));
    expect(['assessment.unscored', 'assessment.tableScore', 'targets.score'].map((field) => text(changed({}, { indicators: open }), field))).toEqual(['1', '', '88']);
    expect(text(changed({ 'assessment.manual': '' }, { indicators: open }), 'targets.score')).toBe('');
  });

  test('an indicator that does not apply counts neither way', () => {
    const without = indicators.map((row, i) => (i === 4 ? { ...row, actual: '', applicable: '不适用' } : row));
    expect(text(changed({ 'assessment.manual': '' }, { indicators: without }), 'assessment.indicatorScore')).toBe('69.67');
  });
});

describe('指标评分表, by hand', () => {
  test.each<[string, EvaluationData['fields'], string, string]>([
    ['编制16人在职16人', { 'staff.institution.establishment': '16', 'staff.institution.actual': '16' }, 'staffControl', '5'],
    // 17 ÷ 16 = 106.25%: six full points above, 0.5 each
    ['编制16人在职17人', { 'staff.institution.establishment': '16', 'staff.institution.actual': '17' }, 'staffControl', '2'],
    ['编制10人在职12人，扣完为止', { 'staff.institution.establishment': '10', 'staff.institution.actual': '12' }, 'staffControl', '0'],
    ['三公预算5万元，上年5万元', { 'controls.reception.budget': '5', 'scoring.threePublicChange.denominator': '5' }, 'threePublicChange', '5'],
    // +4%: 4 × 0.5
    ['三公预算5.2万元，上年5万元', { 'controls.reception.budget': '5.2', 'scoring.threePublicChange.denominator': '5' }, 'threePublicChange', '3'],
    // 447.62 ÷ 477.72 = 93.70%: one full 5% below, 2 points
    ['完成93.7%', { 'expenditure.project.final': '270' }, 'completionRate', '3'],
    ['年中没有调整', { 'expenditure.undivided.initial': '477.72' }, 'controlRate', '5'],
    // 21.72 ÷ 456 = 4.76%
    ['追加4.76%', { 'expenditure.undivided.initial': '456' }, 'controlRate', '4'],
    // 110.25 ÷ 367.47 = 30.0024%
    ['追加刚过30%', { 'expenditure.undivided.initial': '367.47' }, 'controlRate', '0'],
    // 22.64 ÷ 22 = 102.91%: two full points above, 1 each
    ['公用经费超预算', { 'expenditure.public.fullYear': '22' }, 'publicControl', '6'],
    ['制度齐全', { 'conditions.financeRules.met': '是', 'conditions.economyRules.met': '是', 'conditions.internalControl.met': '是', 'conditions.enforced.met': '是' }, 'systems', '8'],
    ['缺两项制度', { 'conditions.financeRules.met': '是', 'conditions.economyRules.met': '否', 'conditions.internalControl.met': '否', 'conditions.enforced.met': '是' }, 'systems', '4'],
    ['有一项没填，不计分', { 'conditions.financeRules.met': '是', 'conditions.economyRules.met': '否' }, 'systems', ''],
    ['重点工作10件完成9件', { 'scoring.keyWork.numerator': '9', 'scoring.keyWork.denominator': '10' }, 'keyWork', '7.2'],
    ['满意的85人，共100人', { 'scoring.satisfaction.numerator': '85', 'scoring.satisfaction.denominator': '100' }, 'satisfaction', '4'],
    ['自评得分填了就取自评得分', { 'scoring.controlRate.self': '2' }, 'controlRate', '2'],
  ])('%s', (_what, fields, row, score) => {
    expect(text(changed(fields), `scoring.${row}.score`)).toBe(score);
  });

  test('the points add up to 100, and the total waits for every row', () => {
    const evaluation = sampleEvaluation('longshan-2022');
    expect(['input', 'process', 'output', 'total'].map((row) => text(evaluation, `scoring.${row}.points`))).toEqual(['10', '60', '30', '100']);
    expect(text(evaluation, 'scoring.total.score')).toBe('');
    const rows = [...form.fields.keys()].flatMap((id) => /^scoring\.(\w+)\.self$/.exec(id)?.[1] ?? []);
    const full = Object.fromEntries(rows.map((row) => [`scoring.${row}.self`, text(evaluation, `scoring.${row}.points`)]));
    expect(text(changed(full), 'scoring.total.score')).toBe('100');
    expect(text(changed({ ...full, 'scoring.efficiency.self': '3.5' }), 'scoring.total.score')).toBe('97.5');
  });
});

test('a score says where its points come from, and that nobody has confirmed them yet', () => {
  const source = (field: string): string | undefined => sampleEvaluation('longshan-2022').trace({ field }).rule?.source;
  expect(source('scoring.controlRate.measured')).toMatch(/评分表.*（待财政局确认）$/);
  expect(source('targets.executionScore')).toMatch(/^财预〔2020〕10号.*分值$/);
  expect(source('expenditure.total.rate')).toBe('财预〔2013〕53号 共性指标体系框架');
});
