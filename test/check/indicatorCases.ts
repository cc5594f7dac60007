import { field, indicators, item, none, type CheckCase, type Situation } from './situations';

/** Weights of the level-1 groups as a form's head has them. */
const schemes = (...weights: readonly (readonly [group: string, weight: string])[][]) => weights.map((scheme) => scheme.map(([group, weight]) => ({ group, weight })));
const sums = schemes([['产出指标', '60'], ['效益指标', '28'], ['满意度指标', '7'], ['成本指标', '5']]);
const national = schemes([['产出指标', '50'], ['效益指标', '30'], ['满意度指标', '10']], [['产出指标', '40'], ['效益指标', '30'], ['满意度指标', '10'], ['成本指标', '20']]);
const weighed = (level: string, of: typeof sums): Situation => ({ uses: [{ code: 'I02', schemes: of, level }] });

/** A score of 预算执行率 is played with fields the pack has for other things. */
const execution: Situation = {
  uses: [{ code: 'I18', rows: [{ score: 'carryover.statedClosing', points: 'ownIncome.budget', executed: 'progress.june.executed', budget: 'expenditure.yearTotal.adjusted' }] }],
};
const executionOf = (score: string): Situation => ({ ...execution, fields: { 'ownIncome.budget': '10', 'carryover.statedClosing': score } });
const goal = (text: string): Situation => ({ fields: { 'targets.goal4': text } });
const score = (row: number, value: number): NonNullable<Situation['put']>[number] => [item('indicators', row, 'score'), value];
const unscored: Situation = { lists: { indicators: indicators(Object.fromEntries(Array.from({ length: 27 }, (_, row) => [row + 1, { actual: '' }]))) } };
const everyScale = indicators({});

/** Checks of indicators, scores and goals: when they pass, what they find, when they cannot say anything. */
export const indicatorCases: Readonly<Record<string, CheckCase>> = {
  I02: {
    pass: weighed('error', sums),
    fail: [
      { ...weighed('error', schemes([['产出指标', '50'], ['效益指标', '38'], ['满意度指标', '7'], ['成本指标', '5']])), level: 'error', at: 'indicators[0].weight', says: '一级指标权重与规定不符：产出指标60分（应为50分）、效益指标28分（应为38分）' },
      { ...weighed('warning', national), level: 'warning', at: 'indicators[0].weight', says: '满意度指标7分（应为10分）' },
    ],
    cannot: { ...none, ...weighed('error', sums) },
  },
  I03: {
    fail: [{ put: [[field('assessment.score'), 98]], level: 'error', at: 'assessment.score', says: '总分98，各项得分之和为100，相差-2分' }],
    cannot: unscored,
  },
  I05: {
    fail: [
      { lists: { indicators: indicators({ 1: { actual: '90%' } }) }, put: [score(0, 4.2)], level: 'error', at: 'indicators[0].score', says: '“党建工作完成率”得分4.2，按指标值、完成值和权重计算为4.69' },
      { lists: { indicators: indicators({ 1: { actual: '80%' } }) }, put: [score(0, 4)], level: 'warning', at: 'indicators[0].score', says: '得分4，按指标值、完成值和权重计算为4.17，得分取整' },
    ],
    cannot: unscored,
  },
  I07: {
    fail: [{ typed: [[item('indicators', 0, 'deduction'), 1], [item('indicators', 2, 'deduction'), 0.5]], level: 'warning', at: 'indicators[0].reason', says: '“党建工作完成率”“数据资源汇聚完成”已完成指标值，共扣1.5分，未说明原因' }],
    cannot: unscored,
  },
  I10: {
    fail: [{ lists: { indicators: indicators({ 1: { actual: '96次' } }) }, level: 'error', at: 'indicators[0].actual', says: '“党建工作完成率”的完成值“96次”与度量单位“%”不是同一种量' }],
    cannot: unscored,
  },
  I13: {
    fail: [
      { lists: { indicators: indicators({ 1: { nature: '≥', target: '20', unit: '次', actual: '30' } }) }, level: 'warning', at: 'indicators[0].actual', says: '“党建工作完成率”完成值30，指标值20，高出50%，超过30%，未说明原因' },
      { lists: { indicators: indicators({ 1: { nature: '≤', target: '20', unit: '次', actual: '10' } }) }, level: 'warning', at: 'indicators[0].actual', says: '低于50%' },
    ],
    cannot: unscored,
  },
  I15: {
    fail: [
      { lists: { indicators: indicators({ 1: { weight: '35' } }) }, level: 'hint', at: 'indicators[0].weight', says: '“党建工作完成率”单项权重超过30分' },
      { lists: { indicators: everyScale.slice(0, 3) }, level: 'hint', at: 'indicators[0].level3', says: '绩效指标只有3项，少于4项' },
    ],
    cannot: none,
  },
  I16: {
    fail: [
      { lists: { indicators: indicators({ 6: { level3: '党建工作完成率' } }) }, level: 'warning', at: 'indicators[5].level3', says: '“党建工作完成率”在“产出指标·数量指标”“产出指标·质量指标”两处计分' },
      { lists: { indicators: indicators({ 5: { level3: '部门预算执行率' } }) }, uses: [{ code: 'I16', reserved: ['预算执行率'] }], level: 'warning', at: 'indicators[4].level3', says: '“部门预算执行率”与预算执行率重复计分' },
    ],
    cannot: none,
  },
  I17: {
    fail: [{ lists: { indicators: everyScale.filter(({ level1 }) => level1 !== '满意度指标') }, level: 'warning', at: 'indicators[0].level1', says: '没有满意度指标，而这类指标必须设置' }],
    cannot: none,
  },
  I18: {
    pass: executionOf('9.50'),
    fail: [
      { ...executionOf('9'), level: 'error', at: 'carryover.statedClosing', says: '填报9分，按执行率216.04÷227.39×10计算为9.5分' },
      { ...executionOf('10'), level: 'warning', at: 'carryover.statedClosing', says: '填报10分，按执行率216.04÷227.39×10计算为9.5分，得分取整' },
    ],
    cannot: execution,
  },
  I20: {
    fail: [{ put: [[field('frameResult.grade'), '良']], level: 'error', at: 'frameResult.grade', says: '等级填报“良”，得分96分，按90分起为“优”' }],
    cannot: { ...none, fields: { 'frameResult.manual': '' } },
  },
  I22: {
    fail: [
      { ...goal('推进数字经济发展，1—8月产业产值57.0亿元，同比增长64.03%。'), level: 'hint', at: 'targets.goal4', says: '“产业产值”在目标文字中为57.0亿元，【履职与应用】推进数字经济产业发展·数值为50.7亿元' },
      { ...goal('群众满意度达到98%，政府满意度95%。'), lists: { indicators: indicators({ 23: { unit: '%' }, 24: { unit: '%' } }) }, level: 'hint', at: 'targets.goal4', says: '“群众满意度”在目标文字中为98%，【整体绩效自评表】群众满意度·绩效指标值为95%' },
    ],
    cannot: { ...none, lists: { indicators: [], duties: [] } },
  },
  I23: {
    fail: [
      { ...goal('完成了城市大脑评估论证。'), level: 'hint', at: 'targets.goal4', says: '“年度总体目标4”写成了完成情况（“完成了”）' },
      { uses: [{ code: 'I23', goals: ['targets.goal1'], pairs: [{ goal: 'targets.goal1', result: 'targets.goal2' }] }], fields: { 'targets.goal2': '有序完成党建各项工作任务' }, level: 'hint', at: 'targets.goal2', says: '实际完成情况与“年度总体目标1”完全相同' },
    ],
    cannot: { fields: Object.fromEntries(Array.from({ length: 6 }, (_, n) => [`targets.goal${String(n + 1)}`, ''])) },
  },
  I24: {
    pass: { lists: { indicators: indicators({ 26: { level3: '总成本', nature: '≤', target: '230', unit: '万元', actual: '227.39' } }) } },
    fail: [
      { lists: { indicators: indicators({ 26: { level3: '总成本', nature: '≤', target: '230', unit: '万元', actual: '220' } }) }, level: 'warning', at: 'indicators[25].actual', says: '“总成本”完成值220万元，执行数227.39万元，相差-7.39万元' },
      { lists: { indicators: indicators({ 26: { level3: '总成本', nature: '≤', target: '2300000', unit: '元', actual: '2200000' } }) }, level: 'warning', at: 'indicators[25].actual', says: '“总成本”完成值220万元' },
    ],
    cannot: { lists: { indicators: indicators({ 26: { level3: '总成本', nature: '≤', target: '230', unit: '万元', actual: '' } }) } },
  },
  I25: {
    fail: [{
      lists: { indicators: indicators({ 26: { nature: '≤', target: '80', unit: '万元', actual: '40' } }) },
      fields: { 'expenditure.project.general': '55.84', 'carryover.statedClosing': '40', 'income.general.final': '197.39' },
      level: 'hint', at: 'indicators[25].actual', says: '执行率只有82.41%，低于90%，成本指标“工资福利支出成本”却得满分',
    }],
    cannot: { fields: { 'expenditure.undivided.general': '', 'expenditure.project.general': '', 'expenditure.project.fund': '' } },
  },
  I26: {
    pass: { typed: [[item('indicators', 0, 'approvedTarget'), '≥96%'], [item('indicators', 0, 'approvedWeight'), 5]] },
    fail: [
      { typed: [[item('indicators', 0, 'approvedTarget'), '98']], level: 'error', at: 'indicators[0].target', says: '填报96，批复为98。指标值、权重以批复为准' },
      { typed: [[item('indicators', 0, 'approvedWeight'), 6]], level: 'error', at: 'indicators[0].weight', says: '填报5，批复为6' },
    ],
    cannot: {},
  },
};
