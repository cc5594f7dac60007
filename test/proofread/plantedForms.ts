import { planted, type Planted } from './planted';

/** The same piece one cell a line. */
const cells = (...rows: readonly string[]): string => rows.join(' ').split(' ').join('\n');

const HEAD = '一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施';
const MONEY = '年初预算数 全年预算数 全年执行数 分值 执行率 得分 年度资金总额 450.00 480.00 446.40 10 93.00% 9.30';
const ROWS = '产出指标 数量指标 培训人次 ≥3000人次 3168人次 40 40 质量指标 取证率 ≥85% 88.4% 10 10 效益指标 社会效益指标 机制健全性 健全 健全 30 30 满意度指标 学员满意度 ≥90% 94% 10 10';
const FORM = cells(MONEY, HEAD, ROWS, '总分 100 99.30');

const TABLE = ['单位：万元', '资金来源\t下达资金\t已支出\t结转\t支出进度', '中央资金\t5620\t5620\t0\t100%', '省级资金\t2316.5\t2270.17\t46.33\t98%', '市级资金\t550\t506\t44\t92%', '合计\t8486.5\t8396.17\t90.33\t98.94%'].join('\n');
const NATURES = ['| 部门 | 项目数 | 预算数 | 执行数 | 执行率 |', '|:--|--:|--:|--:|--:|', '| 教育局 | 62 | 12480.0 | 12105.6 | 97.0% |', '| 卫健局 | 45 | 8630.5 | 8199.0 | 95.0% |', '| 住建局 | 51 | 9710.0 | 8739.0 | 90.0% |', '| 合计 | 158 | 30820.5 | 29043.6 | 94.2% |'].join('\n');
const SUBTOTALS = ['类别 合同金额 已付金额', '道路工程 120.5 100', '桥梁工程 79.5 60', '小计 200 160', '设计服务 15 15', '监理服务 25 20', '小计 40 35', '合计 240 195'].join('\n');

/** A form or table with exactly one error, and the same without it: the error is typed over the right one. */
const inForm = (code: string, level: Planted['level'], right: string, from: string, to: string, ...quotes: readonly string[]): Planted => planted(code, level, right.replace(from, to), to, from, ...quotes);

export const PLANTED_FORMS: readonly Planted[] = [
  inForm('R01', 'error', FORM, '93.00%', '95.00%', '480.00', '446.40', '95.00%'),
  inForm('I01', 'warning', FORM, '\n40\n40\n', '\n42\n40\n', '42', '100'),
  inForm('I03', 'error', FORM, '99.30', '99.80', '9.30', '99.80'),
  inForm('I04', 'error', cells(MONEY, HEAD, ROWS, '填报人'), '\n30\n30\n', '\n30\n31\n', '健全', '31'),
  inForm('I06', 'warning', FORM, '3168人次', '2968人次', '培训人次', '2968人次'),
  inForm('I09', 'warning', FORM, '≥85%', '≥85', '取证率', '88.4%'),
  inForm('I04', 'error', ['指标名称\t指标性质\t指标值\t度量单位\t完成值\t权重\t得分', '门户网站可用率\t≥\t95\t%\t99\t10\t10', '办件量\t≥\t600\t件\t640\t20\t20'].join('\n'), '640\t20\t20', '640\t20\t21', '办件量', '21'),
  inForm('F12', 'error', TABLE, '90.33', '100.33', '46.33', '44', '100.33'),
  inForm('R01', 'error', TABLE, '98%', '96%', '2316.5', '2270.17', '96%'),
  inForm('F16', 'error', TABLE, '5620\t0\t100%', '5620\t12\t100%', '12'),
  inForm('F12', 'error', NATURES, '29043.6', '29403.6', '12105.6', '29403.6'),
  inForm('F20', 'error', NATURES, '| 158', '| 185', '62', '185'),
  inForm('R01', 'error', NATURES, '90.0%', '91.0%', '9710.0', '8739.0', '91.0%'),
  inForm('F12', 'error', SUBTOTALS, '合计 240 195', '合计 260 195', '120.5', '260'),
];
