import type { PlayedWorkbook } from '../cases/playedWorkbook';
import { amountCases } from './amountCases';
import { indicatorCases } from './indicatorCases';
import {
  directions, everyUnit, field, indicators, item, knownLevel2, listed, none, nothingStated, onEconomic, onProjects, roundedShares, scored, signedOn, type CheckCase,
} from './situations';

/** One row for each check: when it passes, what it finds, when it cannot say anything. */
export const checkCases: Readonly<Record<string, CheckCase>> = {
  ...amountCases,
  ...indicatorCases,
  F01: {
    fail: [
      { put: [[field('income.yearTotal.final'), 237.39]], level: 'error', at: 'income.yearTotal.final', says: '填报237.39万元，按各项收入197.39＋30计算为227.39万元，相差10万元' },
      { fields: { 'income.general.final': '197.384' }, put: [[field('income.yearTotal.final'), 237.39]], level: 'error', at: 'income.yearTotal.final', says: '按各项收入197.38＋30计算为227.38万元' },
    ],
    cannot: { fields: { 'income.general.final': '', 'income.fund.final': '', 'income.stateCapital.final': '', 'income.institution.final': '', 'income.other.final': '' } },
  },
  F02: {
    fail: [{ put: [[field('expenditure.yearTotal.final'), 223.39]], level: 'error', at: 'expenditure.yearTotal.final', says: '按各类支出101.55＋125.84计算为227.39万元' }],
    cannot: { fields: { 'expenditure.undivided.general': '', 'expenditure.project.general': '', 'expenditure.project.fund': '' } },
  },
  F03: {
    fail: [
      { fields: { 'expenditure.project.general': '96.84' }, level: 'error', at: 'functions.total.final', says: '支出合计228.39万元，功能分类各科目之和为227.39万元，相差1万元' },
      { fields: { 'expenditure.project.general': '95.86' }, level: 'hint', at: 'functions.total.final', says: '尾差' },
      { lists: { functions: [{ code: '201', basic: '91.55', project: '95.84' }, { code: '212', basic: '10', project: '31', fund: '30' }] }, level: 'error', at: 'functions.total.project', says: '项目支出125.84万元，功能分类各科目之和为126.84万元，相差-1万元' },
      // 120元 would come within the tolerance, but so does the sum without it: an item too many, not another unit.
      { lists: { functions: [{ code: '201', stated: '227.39' }, { code: '205', stated: '120' }] }, level: 'error', at: 'functions.total.final', says: '支出合计227.39万元，功能分类各科目之和为347.39万元，相差-120万元' },
    ],
    cannot: { lists: { functions: [] } },
  },
  F07: {
    pass: onEconomic({}),
    fail: [
      { ...onEconomic({}, [[4, 'project', 113.84]]), level: 'error', at: 'economic.total.project', says: '项目支出填报125.84万元，按支出经济分类合计为115.84万元，相差10万元，两处不能同时成立。请核对支出经济分类与支出表。' },
      { ...onEconomic({}, [[0, 'basic', 50], [2, 'basic', 13.55]]), level: 'error', at: 'expenditure.staff.final', says: '人员经费填报90万元，支出经济分类301、303类基本支出合计为80万元，相差10万元' },
      { ...onEconomic({ 'austerity.equipment.final': '123.83' }, [[4, 'project', 123.83]]), level: 'hint', at: 'economic.total.project', says: '相差0.01万元，属四舍五入尾差' },
    ],
    cannot: {},
  },
  F10: {
    fail: [
      { fields: { 'income.general.stated': '187.39' }, level: 'error', at: 'income.fiscal.adjusted', says: '填报217.39万元，按年初预算数166.78万元与年中调整数60.61万元计算为227.39万元' },
      { fields: { 'income.superior.initial': '10', 'income.superior.adjustment': '-2', 'income.superior.stated': '9' }, level: 'error', at: 'income.superior.stated', says: '计算为8万元' },
    ],
    cannot: { fields: { 'income.undivided.initial': '', 'income.undivided.adjustment': '', 'expenditure.undividedTotal.initial': '', 'expenditure.undividedTotal.adjustment': '' } },
  },
  F11: {
    fail: [
      { fields: { 'expenditure.undividedTotal.initial': '227.39', 'expenditure.undividedTotal.adjustment': '0' }, level: 'error', at: 'income.total.initial', says: '年初预算数前后不一致：【收入】总计·年初预算数166.78万元，【支出（性质）】合计·年初预算数227.39万元' },
      { fields: { 'targets.fiscal': '197.39' }, level: 'warning', at: 'income.total.adjusted', says: '其中197.39万元与一般公共预算一致。如仅指一般公共预算，请写明' },
      { fields: { 'targets.fiscal': '227.4' }, level: 'hint', at: 'income.total.adjusted', says: '尾差' },
    ],
    cannot: { lists: { functions: [] } },
  },
  F13: {
    fail: [{ put: [[field('targets.totalFunds'), 0]], level: 'error', at: 'targets.totalFunds', says: '总额为0万元，而明细227.39合计227.39万元' }],
    cannot: { fields: { 'targets.fiscal': '' } },
  },
  F14: {
    fail: [
      { fields: { 'income.institution.final': '0', 'income.specialAccount.final': '5' }, level: 'error', at: 'income.institution.final', says: '上级项目为0万元，而下级项目5合计5万元' },
      { fields: { 'income.institution.final': '', 'income.specialAccount.final': '5' }, level: 'error', at: 'income.institution.final', says: '上级项目为空白' },
    ],
    cannot: { fields: { 'expenditure.undivided.general': '', 'expenditure.project.general': '' } },
  },
  F08: {
    pass: listed,
    fail: [
      { level: 'hint', at: 'projectSummary.total.executed', says: '项目执行数合计227.39万元，比项目支出125.84万元多101.55万元：本表项目含人员类、公用经费项目，合计为支出合计，不等于项目支出。不必修改；填写项目类别后可逐类核对。' },
      { fields: { 'projectSummary.phased.statedExecuted': '50' }, level: 'error', at: 'projectSummary.total.executed', says: '项目执行数合计221.55万元，与支出合计227.39万元相差-5.84万元，也不等于项目支出125.84万元。请核对项目是否填全' },
      { fields: { 'projectSummary.standing.statedExecuted': '70', 'projectSummary.standing.statedAmount': '70', 'projectSummary.phased.statedExecuted': '55.83' }, level: 'hint', at: 'projectSummary.total.executed', says: '相差-0.01万元，属四舍五入尾差' },
      { ...onProjects([[3, 'executed', 40.84]]), level: 'error', at: 'projectSummary.otherOperation.executed', says: '其他运转类、特定目标类项目执行数合计120.84万元（50＋70.84），项目支出为125.84万元，相差-5万元，两处不能同时成立' },
    ],
    cannot: { fields: nothingStated },
  },
  F12: {
    fail: [
      { fields: { 'procurement.goods.executed': '10', 'procurement.goods.budget': '10', 'procurement.goods.sme': '12' }, level: 'error', at: 'procurement.goods.sme', says: '填报12万元，大于“货物·执行数”10万元，多2万元。“其中”数不应大于总额' },
      { fields: { 'projectFacts.appraised.statedCount': '12' }, level: 'error', at: 'projectFacts.appraised.count', says: '填报12，大于“合计·个数”11，多1' },
      { typed: [[item('functions', 4, 'fund'), 31]], level: 'error', at: 'functions[4].fund', says: '填报31万元，大于' },
    ],
    cannot: { lists: { functions: [] }, fields: { ...nothingStated, ...Object.fromEntries(['furniture', 'equipment', 'other'].flatMap((row) => [[`assets.${row}.reduced`, ''], [`assets.${row}.disposed`, '']])), 'income.institution.final': '' } },
  },
  F17: {
    fail: [
      { fields: { 'income.fund.final': '25', 'carryover.statedClosing': '' }, level: 'warning', at: 'income.fund.final', says: '政府性基金收入25万元，政府性基金支出30万元，相差-5万元，而没有结转结余。请核对基金收入与支出' },
      { fields: { 'income.fund.final': '30.01', 'expenditure.project.fund': '10', 'expenditure.operating.fund': '10', 'expenditure.upward.fund': '10', 'carryover.statedClosing': '' }, typed: [[item('functions', 4, 'fund'), '']], level: 'hint', at: 'income.fund.final', says: '属四舍五入尾差' },
    ],
    cannot: { fields: { 'income.fund.final': '' } },
  },
  F20: {
    pass: listed,
    fail: [
      { ...onProjects([], { fields: { 'projectSummary.standing.statedCount': '8' } }), level: 'error', at: 'projectSummary.standing.statedCount', says: '直接填报8个，项目明细有3个，相差5个，按明细计算' },
      { fields: { 'projectSummary.staffClass.statedCount': '4', 'projectSummary.specificGoal.statedCount': '6' }, level: 'error', at: 'projectSummary.total.count', says: '按常年、阶段分共11个项目，按项目类别4＋6计算为10个，相差1个。请核对项目个数。' },
    ],
    cannot: onProjects([[2, 'category', '']]),
  },
  F21: {
    pass: listed,
    fail: [
      { ...onProjects([], { fields: { 'projectSummary.standing.statedExecuted': '171.55' } }), level: 'error', at: 'projectSummary.standing.statedExecuted', says: '直接填报171.55万元，项目明细合计151.55万元，相差20万元，按明细计算' },
      { fields: { 'projectSummary.staffClass.statedAmount': '101.55', 'projectSummary.specificGoal.statedAmount': '120' }, level: 'error', at: 'projectSummary.total.amount', says: '常年、阶段项目合计227.39万元，按项目类别101.55＋120计算为221.55万元，相差5.84万元' },
    ],
    cannot: {},
  },
  F23: {
    pass: listed,
    fail: [
      { ...onProjects([[0, 'executed', 95]]), level: 'error', at: 'projectSummary.staffClass.executed', says: '人员类、公用经费类项目执行数合计106.55万元（95＋11.55），基本支出为101.55万元，相差5万元，两处不能同时成立' },
      { ...onProjects([[2, 'category', '公用经费类']]), level: 'error', at: 'projectSummary.staffClass.executed', says: '基本支出101.55万元；其他运转类、特定目标类合计75.84万元，项目支出125.84万元：恰有50万元归错类别。请核对各项目的类别。' },
      { fields: { 'projectSummary.staffClass.statedExecuted': '101.56', 'projectSummary.specificGoal.statedExecuted': '125.83', 'projectSummary.otherOperation.statedExecuted': '0' }, level: 'error', at: 'projectSummary.staffClass.executed', says: '相差0.01万元' },
    ],
    cannot: onProjects([[2, 'category', '']]),
  },
  F24: {
    pass: listed,
    fail: [{ ...onProjects([[4, 'fund', '一般公共预算']]), level: 'error', at: 'expenditure.yearTotal.general', says: '一般公共预算项目合计227.39万元，支出表197.39万元；政府性基金项目合计0万元，支出表30万元，两处不能同时成立。请核对项目的资金来源和金额。' }],
    cannot: onProjects([[4, 'fund', '']]),
  },
  F25: {
    pass: { typed: [[item('functions', 0, 'basic'), 11], [item('functions', 0, 'project'), 0.99]] },
    fail: [
      { typed: [[item('functions', 0, 'basic'), 11], [item('functions', 0, 'project'), 3]], level: 'error', at: 'functions[0].stated', says: '决算数填报11.99万元，按基本支出、项目支出11＋3计算为14万元，相差-2.01万元' },
      { typed: [[item('functions', 0, 'basic'), 11], [item('functions', 0, 'project'), 1]], level: 'hint', at: 'functions[0].stated', says: '属四舍五入尾差' },
      // 28698587 of the planted errors: taken in 元 it came within the tolerance of the sum of the list, to which it does not belong.
      { typed: [[item('functions', 0, 'basic'), 11.99], [item('functions', 0, 'stated'), 441.99]], level: 'error', at: 'functions[0].stated', says: '决算数填报441.99万元，按基本支出、项目支出11.99计算为11.99万元，相差430万元' },
    ],
    cannot: { lists: { functions: [] } },
  },
  F26: {
    pass: listed,
    fail: [{ ...onProjects([[0, 'june', 80]]), level: 'error', at: 'projects.total.june', says: '项目明细1—6月执行数合计211.04万元，执行进度为216.04万元，相差-5万元，两处不能同时成立' }],
    cannot: onProjects([[1, 'june', '']]),
  },
  F28: {
    pass: onEconomic({}),
    fail: [{ ...onEconomic({ 'austerity.travel.final': '3.55' }), level: 'warning', at: 'austerity.travel.final', says: '填报3.55万元，支出经济分类30211科目合计为5.55万元，相差-2万元。请核对；口径不同的，请说明。' }],
    cannot: onEconomic({ 'austerity.travel.final': '', 'austerity.reception.final': '', 'austerity.equipment.final': '' }),
  },
  R01: {
    fail: [
      { fields: { 'progress.june.basis': '' }, level: 'warning', at: 'progress.june.basis', says: '未选口径；按全年调整后预算数计算执行率为95.01%' },
      { put: [[field('progress.june.rate'), 0.99]], level: 'error', at: 'progress.june.rate', says: '填报99%，按216.04÷227.39计算为95.01%' },
    ],
    cannot: { fields: { 'progress.june.executed': '' } },
  },
  R02: {
    fail: [
      { fields: { 'progress.october.executed': '206.04' }, level: 'error', at: 'progress.october.executed', says: '累计执行数206.04万元小于1—6月的216.04万元' },
      { put: [[field('progress.june.rate'), 1], [field('progress.october.rate'), 1]], level: 'error', at: 'progress.october.rate', says: '执行率却同为100%' },
      { ...onProjects([[3, 'october', 39], [0, 'october', 90]]), level: 'error', at: 'projects[3].october', says: '累计执行数39万元小于1—6月的40万元，累计数不应减少。请核对该项目两个时段的执行数。' },
    ],
    cannot: { fields: { 'progress.june.executed': '', 'progress.october.executed': '' } },
  },
  R03: {
    fail: [
      { put: [[field('quality.deviation'), 0]], level: 'error', at: 'quality.deviation', says: '填报0%，与以调整后预算数为基数的结果一致；按年初预算数计算（|227.39－166.78|÷166.78）为36.34%' },
      { put: [[field('quality.deviation'), 0.5]], level: 'error', at: 'quality.deviation', says: '填报50%，按年初预算数计算' },
    ],
    cannot: { fields: { 'income.undivided.initial': '' } },
  },
  R04: {
    fail: [
      { put: [[field('expenditure.basic.share'), 0.4465]], level: 'warning', at: 'expenditure.basic.share', says: '填报44.65%，按101.55÷227.39计算为44.66%，疑为截位。请核对更正，或说明口径。' },
      { put: [[field('expenditure.project.share'), 0.5535]], level: 'warning', at: 'expenditure.project.share', says: '疑为凑整' },
      { put: [[field('income.general.finalShare'), 0.9]], level: 'error', at: 'income.general.finalShare', says: '填报90%，按197.39÷227.39计算为86.81%' },
      { put: [[{ list: 'functions', row: 4, column: 'share' }, 0.5]], level: 'error', at: 'functions[4].share', says: '按30÷227.39计算为13.19%' },
    ],
    cannot: { fields: { 'expenditure.undivided.general': '', 'expenditure.project.general': '', 'expenditure.project.fund': '' } },
  },
  R05: {
    fail: [{ put: roundedShares, level: 'hint', at: 'functions[0].share', says: '各项占比之和为99.99%，与100%的差在四舍五入范围内' }],
    cannot: { fields: { 'expenditure.undivided.general': '' } },
  },
  R10: {
    fail: [
      { fields: { 'expenditure.project.stated': '120', 'expenditure.undivided.stated': '107.39' }, level: 'warning', at: 'expenditure.project.executionRate', says: '执行率104.87%：执行数125.84万元，大于调整后预算数120万元，多5.84万元。请核对预算数和执行数；使用结转资金或超预算的，请说明。' },
      { ...onProjects([[3, 'initial', 40], [3, 'executed', 45.84], [2, 'initial', 55.84]]), level: 'warning', at: 'projects[3].rate', says: '执行率114.60%：执行数45.84万元，大于调整后预算数40万元' },
    ],
    cannot: { fields: { 'expenditure.undivided.general': '', 'expenditure.project.general': '', 'expenditure.project.fund': '' } },
  },
  R15: {
    pass: { fields: { 'adjustment.reason': '上级专款' } },
    fail: [{ level: 'warning', at: 'income.yearTotal.adjustment', says: '年中调整60.61万元，占年初预算数166.78万元的36.34%，超过30%，未说明原因。请在【支出（性质）】“主要原因”中说明原因。' }],
    cannot: { fields: { 'income.undivided.initial': '' } },
  },
  I01: {
    fail: [
      { lists: { indicators: indicators({ 1: { weight: '15' } }) }, level: 'error', at: 'indicators[0].weight', says: '权重合计110，应为100，相差10' },
      { lists: { indicators: indicators({ 1: { weight: '4.99' } }) }, level: 'error', at: 'indicators[0].weight', says: '权重合计99.99，应为100，相差-0.01' },
    ],
    cannot: { lists: { indicators: indicators({ 3: { weight: '' } }) } },
  },
  I06: {
    fail: [{ lists: { indicators: indicators({ 1: { actual: '48%' } }) }, put: [[{ list: 'indicators', row: 0, column: 'score' }, 5]], level: 'error', at: 'indicators[0].score', says: '“党建工作完成率”未完成指标值，得分却不低于权重' }],
    cannot: none,
  },
  I08: {
    fail: [
      { lists: { indicators: indicators({ 1: { actual: '≥96%' } }) }, level: 'warning', at: 'indicators[0].actual', says: '“党建工作完成率”的实际完成值不是实际数（≥96%）' },
      { lists: { indicators: indicators({ 2: { actual: '已完成' } }) }, level: 'warning', at: 'indicators[1].actual', says: '不是实际数（已完成）' },
    ],
    cannot: none,
  },
  I09: {
    pass: { lists: { indicators: everyUnit } },
    fail: [{ level: 'warning', at: 'indicators[22].unit', says: '“群众满意度”“政府满意度”共2项定量指标缺少度量单位，似应为“%”。' }],
    cannot: none,
  },
  I11: {
    pass: { lists: { indicators: knownLevel2 } },
    fail: [{ level: 'hint', at: 'indicators[19].level2', says: '“可持续发展指标”不在效益指标的二级指标之列' }],
    cannot: none,
  },
  I12: {
    pass: { lists: { indicators: directions } },
    fail: [{ level: 'warning', at: 'indicators[24].direction', says: '为成本类定性指标，量表“高中低”看不出哪一端为好，5分待核实' }],
    cannot: none,
  },
  I14: {
    pass: { lists: { indicators: indicators({ 4: { actual: '92%' } }) } },
    fail: [{ level: 'hint', at: 'indicators[0].actual', says: '17项有余地的定量指标，实际完成值全部与指标值相同' }],
    cannot: none,
  },
  I04: {
    pass: { typed: scored([50, 48], [50, 50]) },
    fail: [{ typed: scored([50, 51], [50, 50]), level: 'error', at: 'frame[0].self', says: '自评得分51，超过分值50，多1分。请核对得分。' }],
    cannot: {},
  },
  I19: {
    pass: { fields: { 'frameResult.deductions': '预算编制质量扣2分：年中调整较大；严控一般性支出扣2分：有4项未反映' } },
    fail: [
      { level: 'warning', at: 'frameResult.manual', says: '自评得分96分，既没有得分表总分，也未填扣分事项。请填得分表，或在【评价指标体系】“扣分事项”中逐项写明扣了几分、为什么；没有扣分的也请写明。' },
      { typed: Array.from({ length: 27 }, (_, row) => scored(...Array.from({ length: 27 }, (): readonly [number, number] => [row + 1, row + 1])).slice(2 * row, 2 * row + 2)).flat(), level: 'error', at: 'frameResult.manual', says: '手工填报得分96分，得分表总分378分，相差-282分' },
    ],
    cannot: { fields: { 'frameResult.manual': '' } },
  },
  I21: {
    pass: { typed: [...scored([50, 48], [50, 50]), [item('frame', 0, 'reason'), '年中调整较大']] },
    fail: [{ typed: scored([50, 48], [50, 50], [10, 9]), level: 'warning', at: 'frame[0].reason', says: '“履职效能”“单位收入统筹”得分低于分值，共扣3分，未填扣分原因。请逐项填写扣分原因。' }],
    cannot: {},
  },
  N01: {
    fail: [{ fields: { 'staff.workers.establishment': '2' }, level: 'error', at: 'staffing.statedEstablishment', says: '合计16人，按分项15＋2计算为17人' }],
    cannot: { fields: { 'staffing.statedEstablishment': '' } },
  },
  N04: {
    pass: { fields: Object.fromEntries(['travel', 'festivals', 'software', 'research'].map((row) => [`austerity.${row}.final`, '0'])) },
    fail: [{ level: 'warning', at: 'austerity.travel.final', says: '一般性支出应说明8项，只填了4项，缺差旅费、办节办展、信息网络及软件购置更新、课题经费。请补填；没有发生的填0。' }],
    cannot: { fields: Object.fromEntries(['abroad', 'vehiclePurchase', 'vehicleRunning', 'reception', 'meetings', 'training', 'equipment'].map((row) => [`austerity.${row}.final`, ''])) },
  },

  T01: {
    fail: [{ fields: { 'austerity.reception.final': '3.5' }, put: [[field('austerity.threePublic.final'), 5.5]], level: 'error', at: 'austerity.threePublic.final', says: '填报5.5万元，按各项3.5计算为3.5万元，相差2万元。请核对“三公”经费合计' }],
    cannot: { fields: Object.fromEntries(['abroad', 'vehiclePurchase', 'vehicleRunning', 'reception'].flatMap((row) => [[`austerity.${row}.final`, ''], [`austerity.${row}.previous`, '']])) },
  },
  T02: {
    fail: [{ fields: { 'austerity.vehicleRunning.final': '2.4', 'austerity.vehiclePurchase.final': '18', 'austerityCounts.carsKept': '2', 'austerityCounts.carsBought': '1' }, put: [[field('austerity.vehicles.final'), 21.4]], level: 'error', at: 'austerity.vehicles.final', says: '填报21.4万元，按购置、运行维护18＋2.4计算为20.4万元，相差1万元' }],
    cannot: { fields: Object.fromEntries(['vehiclePurchase', 'vehicleRunning'].flatMap((row) => [[`austerity.${row}.final`, ''], [`austerity.${row}.previous`, '']])) },
  },
  T03: {
    pass: { fields: { 'austerity.reception.budget': '3', 'austerity.reception.final': '3' } },
    fail: [
      { fields: { 'austerity.reception.budget': '3', 'austerity.reception.final': '3.5' }, level: 'warning', at: 'austerity.reception.final', says: '决算数3.5万元，大于全年预算数3万元，多0.5万元。请核对；确属超预算的，请说明原因。' },
      { fields: { 'austerity.reception.budget': '3', 'austerity.reception.final': '2', 'austerity.abroad.final': '4' }, level: 'warning', at: 'austerity.threePublic.final', says: '决算数6万元，大于全年预算数3万元，多3万元' },
    ],
    cannot: {},
  },
  T05: {
    pass: { fields: { 'austerity.vehiclePurchase.final': '18', 'austerityCounts.carsBought': '1' } },
    fail: [
      { fields: { 'austerity.vehiclePurchase.final': '18' }, level: 'warning', at: 'austerityCounts.carsBought', says: '有购置费18万元，“公务用车购置数（辆）”未填。请补填购置数，或核对购置费。' },
      { fields: { 'austerity.vehiclePurchase.final': '90', 'austerityCounts.carsBought': '2' }, level: 'hint', at: 'austerity.vehiclePurchase.final', says: '购置费折合每辆45万元（90万元÷2辆），不在5万元至30万元之间' },
    ],
    cannot: { fields: { 'austerity.vehiclePurchase.final': '' } },
  },
  T06: {
    pass: { fields: { 'austerity.reception.final': '3.5', 'austerityCounts.receptionBatches': '12', 'austerityCounts.receptionPersons': '96' } },
    fail: [{ fields: { 'austerity.reception.final': '3.5', 'austerityCounts.receptionBatches': '0', 'austerityCounts.receptionPersons': '96' }, level: 'warning', at: 'austerityCounts.receptionBatches', says: '有接待费3.5万元，“公务接待批次”为0或未填。请补填批次、人次，或核对接待费。' }],
    cannot: { fields: { 'austerity.reception.final': '' } },
  },
  T07: {
    fail: [{ fields: { 'austerity.abroad.final': '6' }, level: 'warning', at: 'austerityCounts.abroadGroups', says: '有出国（境）费6万元，“因公出国（境）团组（个）”“因公出国（境）人次”未填' }],
    cannot: { fields: { 'austerity.abroad.final': '' } },
  },
  T08: {
    fail: [{ fields: { 'austerity.vehicleRunning.final': '2.4' }, level: 'warning', at: 'austerityCounts.carsKept', says: '有运行维护费2.4万元，“公务用车保有量（辆）”未填' }],
    cannot: { fields: { 'austerity.vehicleRunning.final': '' } },
  },

  A01: {
    pass: { fields: { 'assets.equipment.opening': '120', 'assets.equipment.added': '10', 'assets.equipment.reduced': '4.5' } },
    fail: [{ fields: { 'assets.equipment.opening': '120', 'assets.equipment.added': '10', 'assets.equipment.reduced': '4.5' }, put: [[field('assets.equipment.closing'), 130]], level: 'error', at: 'assets.equipment.closing', says: '年末数填报130万元，按年初、增加、减少120＋10－4.5计算为125.5万元，相差4.5万元。请核对资产年初数、增减数和年末数。' }],
    cannot: {},
  },
  A02: {
    fail: [
      { fields: { 'austerity.equipment.final': '8' }, level: 'warning', at: 'assets.total.added', says: '资产本年增加为0万元，而【严控一般性支出】“办公设备购置·本年决算数”有8万元。请核对资产增加数；购置未入账或不形成资产的，请说明。' },
      { ...onEconomic({ 'austerity.equipment.final': '0' }), level: 'warning', at: 'assets.total.added', says: '而【支出（经济）】“31002·合计”有123.84万元' },
    ],
    cannot: { fields: Object.fromEntries(['furniture', 'equipment', 'other'].map((row) => [`assets.${row}.added`, ''])) },
  },
  A03: {
    fail: [
      { fields: { 'procurement.goods.executed': '8', 'procurement.goods.budget': '8' }, level: 'warning', at: 'focus.procurement.involved', says: '填“不涉及”，而“合计·执行数”为8万元。请核对是否涉及政府采购。' },
      { fields: { 'focus.procurement.involved': '涉及' }, level: 'warning', at: 'focus.procurement.involved', says: '填“涉及”，而政府采购预算数、执行数均为0万元' },
    ],
    cannot: { fields: { 'focus.procurement.involved': '' } },
  },
  S01: {
    pass: signedOn({}),
    fail: [
      { ...signedOn({ 'signing.phone': '', 'signing.unitHead': '' }), level: 'warning', at: 'signing.unitHead', says: '“填报人”“财务负责人”“填报日期”已填，“单位负责人”“联系电话”未填。请在上报前补填。' },
      { ...signedOn({ 'profile.reportDate': '45350' }), level: 'warning', at: 'profile.reportDate', says: '2024-02-28，早于“填报日期”2024-03-18。请核对两个日期的先后。' },
      { ...signedOn({ 'profile.reportDate': '2023年3月23日', 'signing.filledOn': '' }), level: 'warning', at: 'profile.reportDate', says: '2023年3月23日，早于评价年度2023年的年末。自评在年度终了后进行，请核对日期。' },
    ],
    cannot: {},
  },

  V01: {
    fail: [
      { put: [[field('income.general.final'), '２２７．３９']], level: 'error', at: 'income.general.final', says: '“２２７．３９”是文本，不是数字，未参与计算；应为227.39（全角字符）' },
      { put: [[field('income.general.final'), '1,234.50']], level: 'error', at: 'income.general.final', says: '应为1234.5（千分位）' },
      { put: [[field('carryover.previousRate'), '5%']], level: 'error', at: 'carryover.previousRate', says: '应为5%（百分号）' },
    ],
    cannot: null,
  },
  V02: {
    fail: [
      { put: [[field('income.general.final'), '197.39万元']], level: 'error', at: 'income.general.final', says: '带有单位，未参与计算；折合197.39万元' },
      { put: [[field('income.general.final'), '1973900元']], level: 'error', at: 'income.general.final', says: '折合197.39' },
    ],
    cannot: null,
  },
  V03: { fail: [{ put: [[field('income.general.final'), '96%']], level: 'error', at: 'income.general.final', says: '金额格填报“96%”，是百分比' }], cannot: null },
  V04: {
    fail: [
      { put: [[field('income.general.final'), '约300']], level: 'error', at: 'income.general.final', says: '无法读成数字（含“约”）' },
      { put: [[field('income.general.final'), '1,23']], level: 'error', at: 'income.general.final', says: '可读作1.23或123' },
      { put: [[field('income.general.final'), '无']], level: 'error', at: 'income.general.final', says: '“无”“—”不是0' },
      { put: [[field('staffing.paidByFinance'), '五人']], level: 'error', at: 'staffing.paidByFinance', says: '不是数字' },
    ],
    cannot: null,
  },
  V05: {
    pass: { put: [[field('income.undivided.adjustment'), -60.61]] },
    fail: [
      { put: [[field('income.other.final'), -3]], level: 'error', at: 'income.other.final', says: '填报-3，此处不应为负数' },
      { put: [[field('income.other.final'), '△5']], level: 'error', at: 'income.other.final', says: '填报-5' },
    ],
    cannot: null,
  },
  V06: { fail: [{ put: [[field('income.other.final'), 1.5e16]], level: 'warning', at: 'income.other.final', says: '超过15位' }], cannot: null },
  V07: { fail: [{ put: [[field('income.general.final'), { kind: 'error', code: '#REF!' }]], level: 'error', at: 'income.general.final', says: '是错误值#REF!' }], cannot: null },
  V08: {
    fail: [
      { put: [[field('income.other.final'), '2024-03-23']], level: 'error', at: 'income.other.final', says: '像是日期（2024-03-23）' },
      { put: [[field('income.other.final'), '2024.3']], level: 'error', at: 'income.other.final', says: '像是日期' },
      { put: [[field('staffing.paidByFinance'), 45374]], level: 'warning', at: 'staffing.paidByFinance', says: '像是日期（2024-03-23）' },
    ],
    cannot: null,
  },
  V09: { fail: [{ put: [[field('income.other.final'), { kind: 'truth', value: true }]], level: 'error', at: 'income.other.final', says: '填报TRUE，是逻辑值' }], cannot: null },
  V10: {
    pass: { lists: { indicators: indicators({ 1: { nature: '≧' } }) } },
    fail: [
      { fields: { 'progress.june.basis': '年初数' }, level: 'warning', at: 'progress.june.basis', says: '填报“年初数”不在可选项之列（时点预算数、全年调整后预算数）' },
      { lists: { functions: [{ code: '999', stated: '227.39' }] }, level: 'warning', at: 'functions[0].code', says: '“999”不在可选项之列' },
    ],
    cannot: null,
  },
  V11: { fail: [{ put: [[{ list: 'functions', row: 12, column: 'stated' }, 5]], level: 'warning', at: 'functions[12].code', says: '缺少“科目编码”' }], cannot: null },
  V12: { fail: [{ put: [[field('staffing.paidByFinance'), 4.5]], level: 'warning', at: 'staffing.paidByFinance', says: '应为整数' }], cannot: null },
  V13: {
    fail: [
      { put: [[field('carryover.previousRate'), 96]], level: 'warning', at: 'carryover.previousRate', says: '填报96，即9600%，疑为96%漏了百分号' },
      { put: [[field('carryover.previousRate'), '９６']], level: 'error', at: 'carryover.previousRate', says: '疑为96%漏了百分号' },
    ],
    cannot: null,
  },
  V14: { fail: [{ put: [[field('profile.fullName'), '　—']], level: 'error', at: 'profile.fullName', says: '必填项只填了“—”，等于没填' }], cannot: null },
  V15: {
    pass: { lists: { indicators: indicators({ 2: { target: '≥95%', actual: '96％' } }) } },
    fail: [
      { lists: { indicators: indicators({ 2: { target: '约300' } }) }, level: 'error', at: 'indicators[1].target', says: '“约300”无法读成数字（含“约”），完成率和得分未计算' },
      { lists: { indicators: indicators({ 2: { actual: '300~400' } }) }, level: 'error', at: 'indicators[1].actual', says: '“300~400”无法读成数字（是区间）' },
    ],
    cannot: null,
  },
  V16: {
    fail: [
      { lists: { indicators: [...indicators({}), ...indicators({}).slice(0, 1)] }, level: 'error', at: 'indicators[27].level3', says: '第1行与第28行重复' },
      { lists: { projects: [{ name: '甲项目', code: '51', executed: '1' }, { name: '乙项目', code: '51', executed: '2' }] }, level: 'error', at: 'projects[1].code', says: '第1行与第2行编码同为“51”，名称却不同（“甲项目”“乙项目”）' },
    ],
    cannot: null,
  },
  V20: { fail: [{ damage: (workbook) => workbook.deleteSheet('income'), level: 'error', at: '收入 整张表', says: '表“收入”找不到，可能已被删除' }], cannot: null },
  V21: {
    fail: [
      { damage: (workbook) => workbook.relabel('quality', '自有收入预算数', '预算数').relabel('quality', '自有收入实际数', '实际数'), level: 'error', at: 'ownIncome.budget', says: '找不到“自有收入预算数”“自有收入实际数”' },
      { damage: (workbook) => workbook.relabel('income', '一般公共预算财政拨款', '财政拨款'), level: 'error', at: 'income.general.initial', says: '找不到“一般公共预算财政拨款·年初预算数”' },
      { damage: (workbook) => workbook.loseName('清单_绩效指标'), level: 'error', at: '整体绩效自评表 绩效指标', says: '找不到“绩效指标”' },
    ],
    cannot: null,
  },
  V22: { fail: [{ damage: renameHeader, level: 'error', at: '支出（功能） 功能科目', says: '清单“功能科目”找不到表头“基本支出”' }], cannot: null },
  V23: { fail: [{ damage: (workbook) => workbook.hideSheet('income'), level: 'warning', at: '收入 整张表', says: '表“收入”已隐藏' }], cannot: null },
  V24: { fail: [{ damage: (workbook) => workbook.renameSheet('income', '收入表'), level: 'hint', at: '收入表 整张表', says: '表“收入”已改名为“收入表”' }], cannot: null },
  V25: { fail: [{ damage: (workbook) => workbook.copySheet('income', '收入 (2)'), level: 'warning', at: '收入 (2) 整张表', says: '发现表“收入”的副本' }], cannot: null },
  V26: {
    fail: [{
      damage: (workbook) => workbook.insertRow('functions', 3)
        .put({ list: 'functions', row: 3, column: 'code' }, '205').put({ list: 'functions', row: 3, column: 'stated' }, 0).recalculate(),
      level: 'warning', at: 'functions[3].code', says: '清单“功能科目”中插入了1行，这些行没有公式',
    }],
    cannot: null,
  },
  V27: {
    pass: { damage: (workbook) => workbook.renameSheet('income', '收入表') },
    fail: [
      {
        damage: (workbook) => workbook.put({ field: 'staffing.officeCount' }, 4, '=2+2'),
        level: 'warning', at: '基本情况 1格', says: '1格的公式或标签与模板不一致',
      },
      { damage: (workbook) => workbook.relabel('income', '收入情况表', '收入表'), level: 'warning', at: '收入 1格', says: '收入表，应为收入情况表' },
    ],
    cannot: null,
  },
  V28: { fail: [{ damage: (workbook) => workbook.unprotect('income').unprotect('progress'), level: 'hint', at: '收入 整张表', says: '“收入”“执行进度”共2张表的保护已取消' }], cannot: null },
  V29: { fail: [{ packChanged: true, level: 'warning', at: '（隐藏的模板包） 整本工作簿', says: '与生成时不一致' }], cannot: null },
  V30: {
    fail: [
      { put: [[field('staffing.officeCount'), 7]], level: 'error', at: 'staffing.officeCount', says: '公式被改成固定值7，按公式应为4' },
      { damage: (workbook) => workbook.put(field('staffing.officeCount'), 7, '=3+4'), level: 'error', at: 'staffing.officeCount', says: '显示7，按公式应为4' },
      // Seed 12345 of the random test: the whole text came back in the message.
      { put: [[field('staffing.officeCount'), 'a'.repeat(40_000)]], level: 'error', at: 'staffing.officeCount', says: `公式被改成固定值${'a'.repeat(60)}，按公式应为4` },
    ],
    cannot: null,
  },
  V32: {
    pass: { damage: (workbook) => workbook.insertRow('functions', 3) },
    fail: [
      { damage: (workbook) => workbook.edit('income', { axis: 'row', kind: 'insert', at: 6, count: 1 }), level: 'warning', at: '收入 整张表', says: '行列与模板不一致：第7行多出。请用“恢复模板”改回' },
      { damage: filledRow, level: 'warning', at: '收入 整张表', says: '请先把第7行的内容移到别处或清空，再用“恢复模板”改回' },
      { damage: (workbook) => workbook.edit('profile', { axis: 'row', kind: 'delete', at: 0, count: 1 }), level: 'warning', at: '基本情况 整张表', says: '行列与模板不一致：缺“' },
    ],
    cannot: null,
  },
  V31: { fail: [{ put: [[field('staffing.officeCount'), 4]], level: 'hint', at: 'staffing.officeCount', says: '1格公式被改成固定值（“内设机构个数”），目前数值一致' }], cannot: null },
};

/** Inserts a row between the labels of 收入 and types into it. */
function filledRow(workbook: PlayedWorkbook): void {
  workbook.edit('income', { axis: 'row', kind: 'insert', at: 6, count: 1 }).type('income', 6, 0, '其他来源');
}

/** Overtypes the header 基本支出 of the list of functions. */
function renameHeader(workbook: PlayedWorkbook): void {
  const list = workbook.plan.sheets.flatMap((sheet) => sheet.lists).find((each) => each.id === 'functions');
  const column = list?.columnPositions[list.columnIds.indexOf('basic')] ?? 0;
  workbook.type('functions', list?.startRow ?? 0, column, '基本');
}
