import { entriesFromData, type EvaluationData } from '../../src/evaluation/entries';
import { evaluate, type Evaluation } from '../../src/evaluation/evaluate';
import type { Form } from '../../src/evaluation/form';

/** One indicator of a project as it is typed: 年度指标值, 实际完成值, 分值, and what is typed beside the form. */
export interface TypedIndicator {
  readonly target: string;
  readonly actual: string;
  readonly weight: string;
  readonly [column: string]: string;
}

/** The first project of the list with its sheet filled in, and nothing else. */
export function oneProject(form: Form, project: Readonly<Record<string, string>>, indicators: readonly TypedIndicator[], fields: EvaluationData['fields'] = {}): Evaluation {
  const rows = indicators.map((indicator, index) => ({ level1: '产出指标', level2: '数量指标', level3: `指标${index + 1}`, ...indicator }));
  return evaluate(form, entriesFromData(form, { pack: form.pack.id, fields, lists: { projects: [{ name: '道路养护', ...project }], indicators1: rows } }));
}

/** 90 points in one row: nothing of the indicators is lost. */
export const FULL: readonly TypedIndicator[] = [{ target: '≥1个', actual: '1', weight: '90' }];

/** 全年预算, 全年执行 and what the execution row of 10 points gives, worked out by hand. */
export const EXECUTION: readonly (readonly [budget: string, executed: string, rate: string, score: string, why: string])[] = [
  ['200', '200', '1', '10', '200÷200=100%，10×100%=10'],
  ['132.5', '128.36', '0.9687547169811', '9.69', '128.36÷132.5=96.875…%，×10=9.6875…，四舍五入9.69'],
  ['100', '120', '1.2', '10', '超过100%不超过分值'],
  ['8', '6.772', '0.8465', '8.47', '0.8465×10=8.465，四舍五入8.47；先把率取两位会得8.465→8.46'],
  ['100000', '12345', '0.12345', '1.23', '0.12345×10=1.2345→1.23；先取四位0.1235会得1.24'],
  ['50', '0', '0', '0', '没有执行得0分'],
  ['0', '0', '不适用', '不适用', '全年预算为0：不评，不是0分'],
];

/** Scores of one row of 10 points, worked out by hand: target, actual, more cells of the row, score, why. */
export const ROWS: readonly (readonly [target: string, actual: string, more: Readonly<Record<string, string>>, score: string, why: string])[] = [
  ['≥95%', '96%', {}, '10', '达到目标'],
  ['≥480人次', '402', {}, '8.38', '402÷480×10=8.375→8.38'],
  ['不少于6期', '5', {}, '8.33', '5÷6×10=8.333…'],
  ['≤15分钟', '22', {}, '6.82', '反向：15÷22×10=6.818…'],
  ['≤200万元', '163.35', {}, '10', '不超过目标'],
  ['14个', '14', {}, '10', '等于目标'],
  ['14个', '7', {}, '5', '7÷14×10'],
  ['0起', '0', {}, '10', '零目标达到'],
  ['0起', '2', {}, '0', '零目标未达，不作除法'],
  ['80~90分', '72', {}, '9', '低于下限：72÷80×10'],
  ['2023年11月', '2023年10月', {}, '10', '按期'],
  ['2023年11月', '2024年1月', {}, '', '逾期须核实，不按比例'],
  ['有效改善', '已改善', { tier: '达成预期指标' }, '10', '最高档取满'],
  ['有效改善', '部分改善', { tier: '部分达成预期指标并具有一定效果', qualitativeRate: '0.75' }, '7.5', '中档内填75%'],
  ['有效改善', '部分改善', { tier: '部分达成预期指标并具有一定效果', qualitativeRate: '0.85' }, '未计算', '85%不在60%—80%档内'],
  ['有效改善', '部分改善', { tier: '部分达成预期指标并具有一定效果' }, '', '较低档次不自动给分'],
  ['100%', '99.9%', { method: '直接' }, '0', '直接赋分：未达标零分'],
  ['100%', '100%', { method: '直接' }, '10', '直接赋分：达标满分'],
  ['≥90%', '88%', { method: '区间' }, '8', '满意度80—90得80%'],
  ['≥90%', '59%', { method: '区间' }, '0', '满意度60以下不得分'],
  ['≥10个', '5', { threshold: '0.6' }, '0', '完成率50%低于门槛60%'],
  ['≥10个', '6', { threshold: '0.6' }, '6', '恰到门槛，按比例'],
  ['≥10个', '20', { deduction: '1.5' }, '8.5', '超额明显，调减1.5分'],
  ['≥10个', '', {}, '', '未填不计分，不是0分'],
];
