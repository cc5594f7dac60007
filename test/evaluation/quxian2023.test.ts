import { cellText, numberIn } from '../../src/values/cell';
import { percentText } from '../../src/values/figureText';
import { sampleEvaluation } from '../cases/samplePack';

/** Figures of the published report of 渠县大数据中心 2023, recomputed by hand in the audit of the seeds. */
const evaluation = sampleEvaluation();

test.each([
  ['收入决算合计', 'income.yearTotal.final', '227.39'],
  ['收入年初预算', 'income.yearTotal.initial', '166.78'],
  ['收入年中调整', 'income.yearTotal.adjustment', '60.61'],
  ['收入调整后预算', 'income.yearTotal.adjusted', '227.39'],
  ['收入总计', 'income.total.final', '227.39'],
  ['支出决算合计', 'expenditure.yearTotal.final', '227.39'],
  ['支出调整后预算', 'expenditure.yearTotal.adjusted', '227.39'],
  ['基本支出', 'expenditure.basic.final', '101.55'],
  ['项目支出', 'expenditure.project.final', '125.84'],
  ['项目支出中的基金', 'expenditure.project.fund', '30'],
  ['功能分类合计', 'functions.total.final', '227.39'],
  ['年末结转结余', 'carryover.closingBalance', '0'],
  ['权重合计', 'assessment.weightTotal', '100'],
  ['整体绩效目标得分', 'assessment.score', '100'],
  ['其中待核实', 'assessment.pendingScore', '5'],
  ['未计分指标', 'assessment.unscored', '0'],
  ['内设机构', 'staffing.officeCount', '4'],
  ['编制合计', 'staff.total.establishment', '16'],
  ['资金总额', 'targets.totalFunds', '227.39'],
])('%s', (_what, field, expected) => {
  expect(cellText(evaluation.value(field))).toBe(expected);
});

test.each([
  ['一般公共预算占比', 'income.general.finalShare', '86.81%'],
  ['政府性基金占比', 'income.fund.finalShare', '13.19%'],
  ['基本支出占比', 'expenditure.basic.share', '44.66%'],
  ['项目支出占比', 'expenditure.project.share', '55.34%'],
  ['1—6月执行率', 'progress.june.rate', '95.01%'],
  ['1—10月执行率', 'progress.october.rate', '96.77%'],
  ['1—12月执行率', 'progress.december.rate', '100%'],
  ['财政拨款预算偏离度', 'quality.deviation', '36.34%'],
  ['预算结余率', 'carryover.rate', '0%'],
  ['预算调整率', 'quality.adjustmentRate', '36.34%'],
])('%s', (_what, field, expected) => {
  const rate = numberIn(evaluation.value(field));
  expect(rate && percentText(rate)).toBe(expected);
});

test.each([
  ['与上年比', 'carryover.changeWord', '持平'],
  ['等级', 'assessment.grade', '优'],
  ['1—6月达标', 'progress.june.reached', '是'],
  ['在职人数未填，控制率不算', 'staffing.controlRate', ''],
  ['部门名称取自基本情况', 'targets.department', '渠县大数据中心'],
])('%s', (_what, field, expected) => {
  expect(cellText(evaluation.value(field))).toBe(expected);
});

test('every computed cell has a value, none an error', () => {
  for (const field of evaluation.form.fields.values()) expect(evaluation.value(field.id).kind).not.toBe('error');
});
