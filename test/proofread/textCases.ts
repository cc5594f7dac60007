import type { Level } from '../../src/values/level';
import type { KnownSubject } from '../../src/proofread/text/subject';

/** A piece of a report with what the wording checks are to quote of it; nothing: they stay silent. */
export interface TextCase {
  readonly code: string;
  readonly about: string;
  readonly text: string;
  readonly quotes: readonly string[];
  readonly known?: KnownSubject;
  readonly level?: Level;
}

const AUSTERITY = '（二）压减一般性支出。对“三公”经费、会议费、培训费、差旅费、课题经费等5项支出从严管理。';

export const TEXT_CASES: readonly TextCase[] = [
  // ------------------------------------------------------------ I19
  { code: 'I19', about: 'a total score out of nothing', text: '四、结论\n经综合评价，本部门整体支出绩效自评得分93.5分，等级为优。', quotes: ['自评得分93.5分'] },
  { code: 'I19', about: 'the same score told twice is one matter', text: '本部门自评得91分。\n总体上看，自评得91分，为优。', quotes: ['自评得91分', '自评得91分'] },
  { code: 'I19', about: 'full points have lost nothing', text: '本部门绩效自评得分100分。', quotes: [] },
  { code: 'I19', about: 'deductions are told', text: '本部门绩效自评得分97分，其中预算调整率扣2分、信息公开不及时扣1分。', quotes: [] },
  { code: 'I19', about: 'a table of points stands below', text: '绩效自评得分97分。\n指标\t分值\t得分\n质量\t10\t9', quotes: [] },
  { code: 'I19', about: 'the table is an annex', text: '绩效自评得分97分，具体得分情况详见附件2。', quotes: [] },
  // ------------------------------------------------------------ I21
  {
    code: 'I21', about: 'project scores beside full execution', quotes: ['自评得分92分', '自评得分95分'],
    text: '（1）水毁修复项目绩效自评综述：项目自评得分92分。执行数40万元，完成预算的100%，修复河堤3处。\n（2）校舍维修项目绩效自评综述：项目自评得分95分。执行数20万元，完成预算的100%，维修校舍2栋。',
  },
  { code: 'I21', about: 'one project', text: '水毁修复项目绩效自评综述：项目自评得分92分，修复河堤3处。', quotes: ['自评得分92分'] },
  { code: 'I21', about: 'the reason is told', text: '水毁修复项目绩效自评综述：项目自评得分92分。发现的问题及原因：汛期影响，完工推迟两个月。', quotes: [] },
  { code: 'I19', about: 'points told one by one', text: '1.数量指标（20分）：得20分。\n2.时效指标（15分）：得14分。\n3.满意度指标（10分）：得9.5分。\n综合得分98.3分，等级为优。', quotes: [] },
  { code: 'I21', about: 'less than all was spent', text: '水毁修复项目绩效自评综述：项目自评得分98.5分。全年预算数62万元，执行数61.16万元，完成预算的98.65%。', quotes: [] },
  { code: 'I21', about: 'full points', text: '水毁修复项目绩效自评综述：项目自评得分100分，修复河堤3处。', quotes: [] },
  // ------------------------------------------------------------ N04
  {
    code: 'N04', about: 'two of five are told', quotes: ['2022年“三公”经费支出0万元，与上年持平。', '会议费支出0.35万元，比上年减少0.1万元。'],
    text: `${AUSTERITY}\n2022年“三公”经费支出0万元，与上年持平。\n会议费支出0.35万元，比上年减少0.1万元。\n（三）资产管理。`,
  },
  {
    code: 'N04', about: 'the first item stands behind a year and a verb', quotes: ['会议费支出0元。', '差旅费支出800元。'],
    text: '2022年严控“三公”经费、会议、差旅、培训、课题经费等5项支出。\n会议费支出0元。\n差旅费支出800元。\n严控取得实效。',
  },
  { code: 'N04', about: 'all are told', text: `${AUSTERITY}\n“三公”经费支出0万元。\n会议费0.35万元，培训费0.2万元。\n差旅费1.1万元。\n无课题经费。`, quotes: [] },
  { code: 'N04', about: 'the rest in one sentence', text: `${AUSTERITY}\n“三公”经费支出0万元，会议费0.35万元。\n其他3项未发生支出。`, quotes: [] },
  { code: 'N04', about: 'none is told one by one', text: `${AUSTERITY}\n全年压减支出2万元。`, quotes: [] },
  { code: 'N04', about: 'a list that names only some of eight', text: '压减会议、培训等8项支出。\n会议费0元。\n培训费0元。', quotes: [] },
  // ------------------------------------------------------------ N05
  {
    code: 'N05', about: 'title and form name two units', quotes: ['乙县林业局'],
    text: '甲县农业农村局2022年部门整体支出绩效自评报告\n年初预算310万元。\n部门名称\t乙县林业局\t',
  },
  { code: 'N05', about: 'signed by another unit', text: '甲县农业农村局2022年部门整体支出绩效自评报告\n年初预算310万元。\n甲县民政局\n2023年5月8日', quotes: ['甲县民政局'] },
  { code: 'N05', about: 'title and form name two years', text: '甲县民政局2022年度部门整体支出绩效自评报告\n年初预算310万元。\n部门整体支出绩效目标表\n（2021年度）', quotes: ['2021年'] },
  { code: 'N05', about: 'the workbook is of another year and unit', text: '甲县民政局2022年度部门整体支出绩效自评报告\n年初预算310万元。', known: { unit: '甲县民政局', year: 2023 }, quotes: ['2022年'] },
  { code: 'N05', about: 'a sentence of last year was left over', text: '甲县民政局2022年度部门整体支出绩效自评报告\n全年预算410万元。\n2021年部门预算总额为310万元，其中基本支出200万元、项目支出110万元。', quotes: ['2021年部门预算'] },
  { code: 'N05', about: 'the same office of another county as if it were this one', text: '甲山县民政局2022年度部门整体支出绩效自评报告\n乙水县民政局2022年年初预算310万元。', quotes: ['乙水县民政局'] },
  { code: 'N05', about: 'abbreviations of the unit', text: '甲山县发展和改革局2022年部门整体支出绩效自评报告\n县发改局年初预算310万元，我局人员12人。\n部门名称：甲山县发改局\n甲山县发展和改革局\n2023年5月8日', quotes: [] },
  { code: 'N05', about: 'years of notices, comparisons, and the year of the work', text: '甲山县民政局2023年度部门预算绩效评价报告\n按《关于开展2024年县级部门绩效自评工作的通知》（甲财绩〔2024〕11号）要求，与2022年相比，2021年部门预算增加较多。\n2024年5月8日', quotes: [] },
  { code: 'N05', about: 'a partner of the same kind', text: '甲山县民政局2022年度部门整体支出绩效自评报告\n赴乙水县民政局2022年先进站点学习考察。\n与乙水县民政局年初签订协议，开展结对帮扶。', quotes: [] },
  { code: 'N05', about: 'the title says the year the work was done in', text: '甲山县民政局2024年部门绩效自评报告\n（2023年度）\n年初预算310万元。', quotes: [] },
  // ------------------------------------------------------------ N06
  { code: 'N06', about: 'a result of some months', text: '2022年1-9月，新增就业1320人，完成目标的110%。', quotes: ['2022年1-9月'] },
  { code: 'N06', about: 'and again as an annual figure', text: '2022年前三季度，园区实现产值8.6亿元。\n年度目标：实现产值8.6亿元。', quotes: ['2022年前三季度', '8.6亿元'] },
  { code: 'N06', about: 'execution is asked for by period', text: '1-6月支出实际执行数120万元，执行率48%。1—10月预算执行进度90%，完成目标。', quotes: [] },
  { code: 'N06', about: 'both periods are told', text: '1-9月新增就业1320人，全年新增1500人，完成目标的100%。', quotes: [] },
  { code: 'N06', about: 'another year', text: '甲县民政局2022年度部门整体支出绩效自评报告\n2023年1-3月，开展自评12家，完成100%。', quotes: [] },
  { code: 'N06', about: 'months after the year', text: '全区2023年应自评项目46个。截至2024年3月底，完成自评项目40个，完成率87%。', quotes: [] },
  { code: 'N06', about: 'hoped for', text: '下一步，力争次年一季度开工率达到90%以上。', quotes: [] },
  { code: 'N06', about: 'a whole year', text: '1-12月新增就业1320人，完成目标的110%。', quotes: [] },
  // ------------------------------------------------------------ N07
  { code: 'N07', about: 'no new assets, and new devices', text: '为窗口新购打印机6台。\n资产未增加，无报废。', quotes: ['新购打印机6台', '资产未增加'] },
  { code: 'N07', about: 'no purchases, and an amount of them', text: '本年度无政府采购支出。\n全年政府采购支出12.6万元。', quotes: ['无政府采购支出', '政府采购支出12.6万元'] },
  { code: 'N07', about: 'no fund, and fund income', text: '2022年无政府性基金项目支出。\n2022年政府性基金预算财政拨款收入30万元。', quotes: ['无政府性基金项目支出', '政府性基金预算财政拨款收入30万元'] },
  { code: 'N07', about: 'no reception, and batches of guests', text: '公务接待费支出0万元。\n全年公务接待12批次、96人次。', quotes: ['公务接待费支出0万元', '公务接待12批次'] },
  { code: 'N07', about: 'planned purchases', text: '资产未增加。\n2023年计划新购打印机6台，拟购置服务器2台。', quotes: [] },
  { code: 'N07', about: 'other years', text: '2022年无政府性基金收入。\n2021年政府性基金收入30万元。', quotes: [] },
  { code: 'N07', about: 'all is nothing', text: '无政府采购预算，政府采购支出0万元；无政府性基金收入，政府性基金收入0万元。', quotes: [] },
  // ------------------------------------------------------------ N08
  { code: 'N08', about: 'a part is left out', text: '一、基本情况\n说明。\n二、收支情况\n说明。\n四、绩效分析\n说明。', quotes: ['二、', '四、'] },
  { code: 'N08', about: 'a number comes twice', text: '一、基本情况\n（一）机构\n（二）职能\n（二）人员\n二、收支', quotes: ['（二）', '（二）'] },
  { code: 'N08', about: 'another form in the middle', text: '一、结论\n四方面。\n二、建议\n（一）评价结论。\n（2） 存在问题。\n（3） 改进建议。', quotes: ['（一）', '（2）'] },
  { code: 'N08', about: 'it does not begin at one', text: '一、结论\n1.概况\n说明。\n二、问题\n2.预算\n说明。', quotes: ['2.'] },
  { code: 'N08', about: 'third without first', text: '一、做法\n三是加强培训。', quotes: ['三是'] },
  { code: 'N08', about: 'second left out', text: '一、做法\n一是加强学习；三是加强培训。', quotes: ['一是', '三是'] },
  {
    code: 'N08', about: 'every level begins again under its parent', quotes: [],
    text: '一、基本情况\n（一）机构\n1.内设\n（1）甲股\n①职责\n②人员\n（2）乙股\n2.下属\n（二）人员\n1. 编制\n2. 在职\n二、收支\n（一）收入\n（二）支出',
  },
  { code: 'N08', about: 'lists that begin again without a heading', text: '四、问题和措施\n存在的问题：\n（一）意识不强。\n（二）人员不足。\n改进措施：\n（一）加强宣传。一是学习；二是培训。\n（二）充实人员。一是招录。\n二是轮训。', quotes: [] },
  { code: 'N08', about: 'a first entry inside a line', text: '一、依据\n附件：1、工作总结\n2、项目方案\n3、明细表\n二、措施包括：（1）宣传到位；\n（2）培训到位。', quotes: [] },
  { code: 'N08', about: 'decimals, lists and years are no numbers of headings', text: '一、收支\n1.44万元用于农业。\n二、三期工程完工。\n2023年完成。\n二、绩效\n12.5%为培训。', quotes: [] },
  { code: 'N08', about: 'a piece from the middle', text: '（二）项目绩效\n（三）重点领域\n四、结论\n（一）结论\n五、建议', quotes: [] },
  { code: 'N08', about: 'a list inside a numbered part', text: '一、总则\n1.概况\n包括：\n1.甲\n2.乙\n3.丙\n2.职能\n3.人员', quotes: [] },
  { code: 'N08', about: 'a table of contents', text: '目录\n一、概况\n二、收支\n三、绩效\n一、概况\n二、收支\n三、绩效', quotes: [] },
  // ------------------------------------------------------------ N09
  { code: 'N09', about: 'bookmarks of a word processor', text: '[bookmark: _Toc123]一、概况[bookmark: OLE_LINK1]\n说明。', quotes: ['[bookmark: _Toc123]', '[bookmark: OLE_LINK1]'] },
  { code: 'N09', about: 'hints of the form', text: '评价结论（200字以内）：较好。\n存在问题（不超过500字）：无。\n改进措施（请简要说明）：加强管理。', quotes: ['（200字以内）', '（不超过500字）', '（请简要说明）'] },
  { code: 'N09', about: 'figures and names left open', text: 'XX单位20XX年决算支出××万元，完成预算的XX%，其中XX项目按（某财〔2024〕XX号）执行。', quotes: ['XX单位', '20XX年', '××万元', 'XX%', 'XX项目', 'XX号'] },
  { code: 'N09', about: 'a date left open', text: '×年×月×日完成验收。', quotes: ['×年', '×月', '×日'] },
  { code: 'N09', about: 'a blank left open', text: '全年接待____批次，支出____万元。', quotes: ['____批', '____万元'] },
  { code: 'N09', about: 'what our own report leaves open', text: '其中：【待填：年初预算基本支出】占【待核：基本支出占比】。', quotes: ['【待填：年初预算基本支出】', '【待核：基本支出占比】'] },
  { code: 'N09', about: 'errors of a spreadsheet and of Word', text: '执行率#DIV/0!，见错误!未找到引用源。', quotes: ['#DIV/0!', '错误!未找到引用源。'] },
  { code: 'N09', about: 'a template that was not filled', text: '{{unit.name}}年度支出{% figure total %}。', quotes: ['{{unit.name}}', '{% figure total %}'] },
  { code: 'N09', about: 'persons without names, products, arithmetic, signatures', text: '××县××局对×财绩〔2024〕3号文件逐项落实，走访李××、王XX家庭，热线138XXXX1234，型号XX-200，尺码XXL。得分=分值×执行率，3×5=15，单价×年数。\n负责人：____  ____年__月__日\n**年度目标** **项目支出**', quotes: [] },
  { code: 'N09', about: 'brackets of a report', text: '（含中央、省、市资金）（单位：万元）（不含500元以下）（具体见附表）（请示〔2022〕5号）', quotes: [] },
  // ------------------------------------------------------------ N10
  { code: 'N10', about: 'a word twice before a comma', text: '确保人员工资工资，按时发放。', quotes: ['工资工资'] },
  { code: 'N10', about: 'a word twice at the beginning', text: '全年发放补助，落实落实帮扶政策。', quotes: ['落实落实'] },
  { code: 'N10', about: 'a thing of itself', text: '未发现偏离情况的情况。', quotes: ['情况的情况'] },
  { code: 'N10', about: 'a clause twice', text: '推进智慧社区试点工作落地，推进智慧社区试点工作落地见效。', quotes: ['推进智慧社区试点工作落地', '推进智慧社区试点工作落地见效'] },
  { code: 'N10', about: 'a word hanging behind', text: '培训费支出0万元，与上年持平较。', quotes: ['与上年持平较'] },
  { code: 'N10', about: 'ten thousands of what', text: '卫生健康支出4.4万元，农林水支出1.44万，其他支出10.35万。', quotes: ['1.44万', '10.35万'] },
  { code: 'N10', about: 'rows of one mark or character', text: `目录${'、'.repeat(40)}3\n${'占'.repeat(40)}，，，，，续表`, quotes: [] },
  { code: 'N10', about: 'compounds that meet', text: '落实保障保障房建设资金，推进开发开发区工作。固定资产资产利用率100%，完善管理管理制度，县会议中心中心机房正常。', quotes: [] },
  { code: 'N10', about: 'words that are doubled', text: '人人参与，天天清扫，一项一项落实，大家研究研究，讨论讨论。以保障民生为目的的支出，为了了解情况。', quotes: [] },
  { code: 'N10', about: 'counts in ten thousands', text: '支出120万元，服务群众1.2万人次，种植3.5万亩，网站浏览量149万次。', quotes: [] },
  { code: 'N10', about: 'words that end in 较 and 将', text: '两相比较，效果明显，工期即将，培养干将，结果相较，人员作比较。', quotes: [] },
  // ------------------------------------------------------------ N12
  { code: 'N12', about: 'all is spent, and yet it lagged behind', text: '预算总体执行率为100%。\n部分项目执行进度缓慢，对结余资金予以收回预算。', quotes: ['预算总体执行率为100%', '执行进度缓慢', '资金予以收回'] },
  { code: 'N12', about: 'what is to be avoided and what will be done', text: '预算执行率100%。\n未出现资金闲置，避免资金沉淀。\n建议对执行率偏低的项目收回预算。\n下一步，对执行进度缓慢的加强督促。', quotes: [] },
  { code: 'N12', about: 'one project', text: '1.应急救援项目。全年预算500万元，执行率100%。\n一、问题\n部分项目执行进度缓慢。', quotes: [] },
  { code: 'N12', about: 'part of the year', text: '1-6月预算执行率100%。\n部分项目执行进度缓慢。', quotes: [] },
  { code: 'N12', about: 'not all is spent', text: '预算执行率92.3%。\n部分项目执行进度缓慢。', quotes: [] },
];
