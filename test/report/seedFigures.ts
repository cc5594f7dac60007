/**
 * Every figure of the published report 渠县大数据中心 2023 (seed A), line by line of its text, in order, beside the words of our report that carry it.
 * Facts only: the sentences themselves stay in the seed. Units are 万元 (also where the seed writes 万), 人 (also 名), periods 1—6月.
 */
export interface SeedLine {
  readonly line: number;
  /** Paragraphs of our report, or `field:` and a field of the workbook where the printed form carries it. */
  readonly paragraphs: readonly string[];
  readonly figures: readonly SeedFigure[];
}

/** Figure of the seed, our words, and what is corrected; without a reason ours is the same figure (or the same with more decimals). */
export type SeedFigure = readonly [theirs: string, ours: string, why?: string];

const CUT = '101.55÷227.39＝44.659%，四舍五入为44.66%，原文截位';
const PLUGGED = '125.84÷227.39＝55.341%，四舍五入为55.34%，原文凑整';
const NOT_INITIAL = '原文把调整后预算227.39写成年初预算；收入部分的年初预算是166.78';
const GENERAL_ONLY = '原文紧接227.39写这两个数，但101.55＋95.84＝197.39，正是一般公共预算；写明为一般公共预算支出';
const NO_BASIS = '两个时段的执行数不同，不可能都是100%；按全年调整后预算数计算并写明口径';

export const seedFigures: readonly SeedLine[] = [
  { line: 5, paragraphs: ['unit.organisation.text'], figures: [['2023年', '2023年，县大数据中心隶属'], ['4个', '共4个股室']] },
  { line: 7, paragraphs: ['unit.staff.text'], figures: [['2023年', '截至2023年末'], ['16人', '编制总数16人'], ['15人', '事业编制15人'], ['1人', '工勤编制1人'], ['5人', '财政供养人员5人']] },
  {
    line: 10, paragraphs: ['income.budget', 'expenditure.fund'], figures: [
      ['2023年', '2023年收入年初预算'], ['166.78万元', '年初预算166.78万元'], ['60.61万元', '年中调整增加60.61万元'], ['227.39万元', '调整后预算227.39万元'],
      ['197.39万元', '一般公共预算财政拨款197.39万元'], ['86.8%', '占86.81%'], ['30万元', '政府性基金预算财政拨款30万元'], ['13.2%', '占13.19%'],
      ['101.55万元', '一般公共预算支出197.39万元，其中基本支出101.55万元', GENERAL_ONLY], ['95.84万元', '一般公共预算支出197.39万元，其中基本支出101.55万元、项目支出95.84万元', GENERAL_ONLY],
    ],
  },
  {
    line: 11, paragraphs: ['income.final'], figures: [
      ['2023年', '2023年决算'], ['227.39万元', '收入总计227.39万元'], ['197.39万元', '一般公共预算财政拨款收入197.39万元'], ['86.8%', '占86.81%'],
      ['30万元', '政府性基金预算财政拨款收入30万元'], ['13.2%', '占13.19%'], ['0万元', '国有资本经营预算财政拨款收入0万元'], ['0%', '国有资本经营预算财政拨款收入0万元，占0%'],
      ['0万元', '事业收入0万元'], ['0%', '事业收入0万元，占0%'], ['0万元', '其他收入0万元'], ['0%', '其他收入0万元，占0%'],
    ],
  },
  {
    line: 13, paragraphs: ['expenditure.budget', 'expenditure.nature'], figures: [
      ['2023年', '2023年支出年初预算'], ['227.39万元', '年初预算166.78万元', NOT_INITIAL], ['101.55万元', '调整后预算支出227.39万元，其中：基本支出101.55万元'],
      ['44.65%', '占44.66%', CUT], ['125.84万元', '项目支出125.84万元'], ['55.35%', '占55.34%', PLUGGED],
    ],
  },
  {
    line: 14, paragraphs: ['expenditure.nature', 'expenditure.function'], figures: [
      ['2023年', '2023年决算'], ['227.39万元', '本年支出合计227.39万元'], ['11.99万元', '一般公共服务支出11.99万元'], ['10.53万元', '社会保障和就业支出10.53万元'],
      ['5.5万元', '住房保障支出5.5万元'], ['4.4万元', '卫生健康支出4.4万元'], ['30万元', '城乡社区支出30万元'], ['1.44万元', '农林水支出1.44万元'],
      ['141.83万元', '资源勘探工业信息等支出141.83万元'], ['11.35万元', '商业服务业等支出11.35万元'], ['10.35万元', '其他支出10.35万元'],
      ['101.55万元', '基本支出101.55万元'], ['44.65%', '占44.66%', CUT], ['125.84万元', '项目支出125.84万元'], ['55.35%', '占55.34%', PLUGGED],
    ],
  },
  { line: 16, paragraphs: ['carryover.text'], figures: [['2023年', '2023年末'], ['0万元', '结转和结余资金0万元'], ['0%', '结余率0%']] },
  {
    line: 21, paragraphs: ['overall.duties.item.r001'], figures: [
      ['2023年', '2023年1—8月'], ['1—8月', '2023年1—8月'], ['23家', '数字经济核心产业企业23家'], ['50.7亿元', '产业产值50.7亿元'], ['64.03%', '同比增长64.03%'],
    ],
  },
  { line: 29, paragraphs: ['overall.duties.item.r007'], figures: [['1个', '电子政务外网机房1个'], ['10个', '防护设备10个']] },
  {
    line: 33, paragraphs: ['overall.budget.quality'], figures: [
      ['2023年', '2023年年初财政拨款预算数'], ['227.39万元', '年初财政拨款预算数166.78万元', NOT_INITIAL], ['227.39万元', '财政拨款预算执行数227.39万元'],
      ['0', '偏离度36.34%', '(227.39－166.78)÷166.78＝36.34%；偏离度为0只在以调整后预算为基数时成立'],
    ],
  },
  { line: 34, paragraphs: ['overall.budget.ownIncome'], figures: [['2023年', '2023年度无自有收入']] },
  {
    line: 35, paragraphs: ['overall.budget.progress'], figures: [
      ['2023年', '2023年1至6月'], ['1—6月', '1至6月支出实际执行数'], ['216.04万元', '支出实际执行数216.04万元'],
      ['100%', '按全年调整后预算数计算，预算执行率95.01%', NO_BASIS], ['1—10月', '1至10月支出实际执行数'], ['220.04万元', '支出实际执行数220.04万元'],
      ['100%', '按全年调整后预算数计算，预算执行率96.77%', NO_BASIS],
    ],
  },
  { line: 36, paragraphs: ['overall.budget.carryover'], figures: [['2023年', '2023年度预算年终结余'], ['0万元', '结余资金0万元']] },
  { line: 37, paragraphs: ['overall.budget.austerity'], figures: [['8项', '等8项一般性支出']] },
  { line: 38, paragraphs: ['overall.budget.austerity.threePublic'], figures: [['2023年', '2023年“三公”经费'], ['0万元', '“三公”经费支出0万元']] },
  { line: 39, paragraphs: ['overall.budget.austerity.meetings'], figures: [['2023年', '2023年会议费'], ['0万元', '会议费支出0万元']] },
  { line: 40, paragraphs: ['overall.budget.austerity.training'], figures: [['2023年', '2023年培训费'], ['0万元', '培训费支出0万元']] },
  { line: 41, paragraphs: ['overall.budget.austerity.equipment'], figures: [['2023年', '2023年办公设备购置'], ['0万元', '办公设备购置支出0万元']] },
  {
    line: 45, paragraphs: ['overall.assets.change'], figures: [
      ['2023年', '2023年资产'], ['0', '资产配置预算0万元、实际0万元，偏离度不适用', '没有资产变动和采购，预算、实际都是0，0÷0不适用'],
      ['100.00%', '超最低使用年限资产利用率100%'], ['100.00%', '资产利用率100%'],
    ],
  },
  { line: 47, paragraphs: ['overall.procurement.text'], figures: [['2023年', '2023年没有政府采购'], ['0.00', '政府采购预算偏离度不适用', '没有采购预算和支出，0÷0不适用']] },
  {
    line: 49, paragraphs: ['projects.standing'], figures: [
      ['8个', '项目8个'], ['171.55万元', '预算总金额171.55万元'], ['1—12月', '1—12月预算执行总体进度'], ['100%', '总体进度100%'], ['10%', '结余率大于10%'], ['0个', '项目0个'],
    ],
  },
  {
    line: 50, paragraphs: ['projects.phased'], figures: [
      ['3个', '项目3个'], ['55.84万元', '预算总金额55.84万元'], ['1—12月', '1—12月预算执行总体进度'], ['100%', '总体进度100%'], ['10%', '结余率大于10%'], ['0个', '项目0个'],
    ],
  },
  { line: 57, paragraphs: ['focus.none'], figures: [['2023年', '2023年度不涉及']] },
  { line: 63, paragraphs: ['application.feedback.text'], figures: [['2023年', '2023年度没有收到']] },
  {
    line: 67, paragraphs: ['conclusion.result.text'], figures: [
      ['2024年', '渠县财政局关于开展2024年县级部门绩效自评工作的通知'], ['2024', '渠财绩〔2024〕11号'], ['11号', '渠财绩〔2024〕11号'], ['96分', '自评得96分'],
    ],
  },
  { line: 69, paragraphs: ['texts.4.2'], figures: [['2022年', '比2022年']] },
  { line: 75, paragraphs: ['annex'], figures: [['2023年', '（2023年度）']] },
  { line: 88, paragraphs: ['annex.text'], figures: [['227.39', '资金总额227.39万元']] },
  { line: 89, paragraphs: ['annex.text'], figures: [['227.39', '财政拨款227.39万元']] },
  {
    line: 97, paragraphs: ['field:targets.goal4'], figures: [
      ['50.7亿元', '1—8月产业产值50.7亿元', '数字相同，补写时段：原文在履职部分写明是1—8月数'], ['64.03%', '同比增长64.03%'],
    ],
  },
];
