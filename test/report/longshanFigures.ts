import type { SeedLine } from './seedFigures';

/**
 * Every line of the published report 龙山县大数据中心 2022 (seed B) beside the paragraphs of ours that say the same, and every figure of it
 * beside our words. Facts only: the sentences themselves stay in the seed. Units are 人 (also 名).
 */
const ONE_FIGURE = '前文写177.62，人员、公用经费相加是177.61：同一数两个值，统一为177.62并写明尾差';
const ADDED_UP = '各运维项目29.8＋10＋3＋5＝47.8，加扶贫专项2也只有49.8；49.7与租赁费相加不等于300.1';

const project = (n: number, line: number, figures: SeedLine['figures']): SeedLine => ({ line, paragraphs: [`projects.result.r00${n}`], figures });
const results = (score: string, amount: string): SeedLine['figures'] => [
  [`${score}分`, `项目自评得分${score}分`], [`${amount}万元`, `全年预算数${amount}万元`], [`${amount}万元`, `执行数${amount}万元`], ['100%', '完成预算的100%'],
];

export const longshanLines: readonly SeedLine[] = [
  { line: 3, paragraphs: ['title'], figures: [['2022年', '2022年度部门整体支出']] },
  {
    line: 5, paragraphs: ['texts.0', 'basis'], figures: [
      ['2022年', '如实反映2022年度'], ['2022年', '关于开展2022年度部门预算支出'], ['2020', '龙政办发〔2020〕27号'], ['27号', '龙政办发〔2020〕27号'], ['2022年', '对2022年度部门整体支出'],
    ],
  },
  { line: 7, paragraphs: ['funds'], figures: [] },
  {
    line: 9, paragraphs: ['funds.budget', 'funds.evaluated'], figures: [
      ['2022年', '2022年，'], ['403.51万元', '年初批复预算403.51万元'], ['477.72万元', '全年预算477.72万元'], ['477.72万元', '年终决算477.72万元'], ['100%', '预算执行率100%'],
      ['177.62万元', '基本支出177.62万元'], ['300.10万元', '项目支出300.1万元'], ['477.72万元', '全部支出477.72万元都列入本次自评'],
    ],
  },
  { line: 11, paragraphs: ['evaluation'], figures: [] },
  { line: 13, paragraphs: ['overall'], figures: [] },
  { line: 15, paragraphs: ['overall.works'], figures: [] },
  { line: 17, paragraphs: ['overall.works.r001'], figures: [] },
  { line: 18, paragraphs: ['overall.works.r002'], figures: [] },
  { line: 22, paragraphs: ['overall.works.r002'], figures: [] },
  { line: 24, paragraphs: ['overall.works.r003'], figures: [] },
  { line: 25, paragraphs: ['overall.works.r004'], figures: [] },
  { line: 26, paragraphs: ['overall.works.r005'], figures: [['13人', '干部工资（13名）']] },
  {
    line: 28, paragraphs: ['overall.nature', 'overall.basic', 'overall.project', 'texts.2.1.2'], figures: [
      ['477.72万元', '全年支出477.72万元'], ['177.61万元', '其中基本支出177.62万元', ONE_FIGURE], ['300.1万元', '项目支出300.1万元'], ['154.97万元', '人员经费154.97万元'],
      ['22.64万元', '公用经费22.64万元'], ['250.3万元', '租赁费250.3万元'], ['49.7万元', '运维经费47.8万元、其他经费2万元', ADDED_UP], ['5%', '差旅成本节约5%'],
    ],
  },
  { line: 30, paragraphs: ['overall.score', 'texts.2.1.3'], figures: [['88分', '自评得88分']] },
  { line: 32, paragraphs: ['projects'], figures: [] },
  { line: 34, paragraphs: ['projects.work'], figures: [] },
  { line: 36, paragraphs: ['texts.2.2.1', 'projects.scope'], figures: [['2022年', '对2022年的一般公共预算项目支出']] },
  {
    line: 40, paragraphs: ['projects.scope'], figures: [
      ['8个', '单位专项业务费项目8个'], ['0个', '事业发展类项目0个'], ['0个', '奖补类项目0个'], ['300.1万元', '资金300.1万元'], ['100%', '占一般公共预算项目支出的100%'],
    ],
  },
  { line: 42, paragraphs: ['projects.fund'], figures: [['2022年', '2022年没有政府性基金']] },
  { line: 44, paragraphs: ['projects.stateCapital'], figures: [['2022年', '2022年没有国有资本']] },
  { line: 46, paragraphs: ['projects.results'], figures: [] },
  { line: 48, paragraphs: ['projects.results'], figures: [] },
  project(1, 50, results('90', '58')),
  project(2, 52, [['21个', '21个乡镇街道视频会议系统运维'], ...results('88', '29.8')]),
  project(3, 54, [['397个', '“397个村级电子政务外网运维”'], ...results('90', '10'), ['397个', '397个行政村']]),
  project(3, 58, []),
  project(4, 60, results('90', '151.02')),
  project(5, 62, [...results('90', '2'), ['2022年', '脱贫村2022年']]),
  project(6, 64, [...results('90', '41.28'), ['21个', '21个乡镇（街道）']]),
  project(7, 66, results('90', '3')),
  project(8, 68, []),
  project(8, 72, [...results('88', '5'), ['6676', '发布信息6676条'], ['1495223', '浏览1495223次'], ['11个', '优化栏目11个'], ['4', '安全监测评估4次']]),
  { line: 74, paragraphs: ['experience'], figures: [] },
  { line: 76, paragraphs: ['experience.title.r001'], figures: [] },
  { line: 78, paragraphs: ['experience.text.r001'], figures: [] },
  { line: 80, paragraphs: ['experience.title.r002'], figures: [] },
  { line: 82, paragraphs: ['experience.text.r002'], figures: [] },
  { line: 86, paragraphs: ['experience.text.r002'], figures: [['2022年', '2022年抽查了'], ['2个', '抽查了2个业务股室'], ['2022年', '2022年全部项目支出']] },
  { line: 88, paragraphs: ['experience.title.r003'], figures: [] },
  { line: 90, paragraphs: ['experience.text.r003'], figures: [] },
  { line: 94, paragraphs: ['experience.text.r003'], figures: [] },
  { line: 96, paragraphs: ['problems'], figures: [] },
  { line: 98, paragraphs: ['problems.found'], figures: [] },
  { line: 100, paragraphs: ['texts.4'], figures: [] },
  { line: 102, paragraphs: ['problems.title.r001', 'problems.text.r001'], figures: [] },
  { line: 104, paragraphs: ['problems.title.r002', 'problems.text.r002'], figures: [] },
  { line: 108, paragraphs: ['problems.text.r002'], figures: [] },
  { line: 110, paragraphs: ['problems.title.r003', 'problems.text.r003'], figures: [] },
  { line: 112, paragraphs: ['problems.title.r004', 'problems.text.r004'], figures: [] },
  { line: 114, paragraphs: ['problems.measures'], figures: [] },
  { line: 116, paragraphs: ['measures.title.r001'], figures: [] },
  { line: 118, paragraphs: ['measures.text.r001'], figures: [] },
  { line: 122, paragraphs: ['measures.text.r001'], figures: [] },
  { line: 124, paragraphs: ['measures.title.r002'], figures: [] },
  { line: 126, paragraphs: ['measures.text.r002'], figures: [] },
  { line: 129, paragraphs: ['measures.title.r003'], figures: [] },
  { line: 131, paragraphs: ['measures.text.r003'], figures: [] },
  { line: 133, paragraphs: ['measures.title.r004', 'measures.text.r004'], figures: [] },
  { line: 135, paragraphs: ['measures.text.r004'], figures: [] },
  { line: 139, paragraphs: ['review'], figures: [] },
  { line: 140, paragraphs: ['review.unit'], figures: [['2023年', '2023年6月7日'], ['6月', '2023年6月7日'], ['7', '2023年6月7日']] },
  { line: 141, paragraphs: ['review.bureau'], figures: [['2023年', '2023年6月7日'], ['6月', '2023年6月7日'], ['7', '2023年6月7日']] },
  { line: 143, paragraphs: ['annexes'], figures: [] },
  { line: 144, paragraphs: ['annexes'], figures: [] },
  { line: 145, paragraphs: ['annexes'], figures: [] },
  { line: 147, paragraphs: ['unit'], figures: [] },
  { line: 148, paragraphs: ['date'], figures: [['2023年', '2023年6月5日'], ['6月', '2023年6月5日'], ['5', '2023年6月5日']] },
];
