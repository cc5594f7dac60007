import type { EvaluationData } from '../../src/evaluation/entries';
import { field, item, onEconomic, onProjects, type CheckCase } from './situations';

const income = ['general', 'fund', 'stateCapital', 'institution', 'other'];
const blank = (ids: readonly string[]): EvaluationData['fields'] => Object.fromEntries(ids.map((id) => [id, '']));
const finals = (block: string, rows: readonly string[], column = 'final'): readonly string[] => rows.map((row) => `${block}.${row}.${column}`);
const noSpending = blank(['expenditure.undivided.general', 'expenditure.project.general', 'expenditure.project.fund']);
/** Last year of income and spending as the sample's unit might state it. */
const previous = { 'income.general.previous': '200', 'income.fund.previous': '0', 'expenditure.project.previous': '100' };
const austerityOfLastYear = blank(['abroad', 'vehiclePurchase', 'vehicleRunning', 'reception', 'meetings', 'training', 'equipment'].map((row) => `austerity.${row}.previous`));
const posts = { 'staff.administrative.actual': '4', 'staff.institution.actual': '8' };

/** Divisions of 项目支出 that the pack has no fields for are played with others. */
const kinds = { code: 'F09', total: 'expenditure.project.final', parts: ['austerity.equipment.final', 'austerity.software.final', 'austerity.research.final'] };
const insurance = {
  code: 'F29', functions: { account: 'functions.code', amount: 'final' }, economic: { account: 'economic.code', amount: 'total' },
  pairs: [{ name: '住房公积金', functions: ['2210201'], economic: ['30113'] }],
};
const byItem = (housing: string) => ({ functions: [{ code: '201', stated: '217.39' }, { code: '2210201', stated: '10' }], economic: [{ code: '30113', basic: housing }] });

/** Checks of amounts, rates, 三公 and persons: when they pass, what they find, when they cannot say anything. */
export const amountCases: Readonly<Record<string, CheckCase>> = {
  F04: {
    fail: [{ put: [[field('expenditure.total.final'), 230]], level: 'error', at: 'income.total.final', says: '收入总计227.39万元，支出总计230万元，相差-2.61万元，两处不能同时成立' }],
    cannot: { fields: blank(finals('income', income)) },
  },
  F05: {
    fail: [{ put: [[field('income.fiscal.final'), 217.39]], level: 'error', at: 'income.fiscal.final', says: '填报217.39万元，按一般公共预算、政府性基金、国有资本经营预算197.39＋30计算为227.39万元，相差-10万元' }],
    cannot: { fields: blank([...finals('income', income), 'income.undivided.initial']) },
  },
  F06: {
    fail: [
      { put: [[field('expenditure.basic.final'), 100.55]], level: 'error', at: 'expenditure.basic.final', says: '填报100.55万元，按人员经费、公用经费101.55计算为101.55万元，相差-1万元' },
    ],
    cannot: { fields: noSpending },
  },
  F09: {
    pass: { uses: [kinds], fields: { 'austerity.equipment.final': '100', 'austerity.software.final': '25.84' } },
    fail: [
      { uses: [kinds], fields: { 'austerity.equipment.final': '75', 'austerity.software.final': '49.7' }, level: 'error', at: 'expenditure.project.final', says: '项目支出125.84万元，各类项目75＋49.7合计124.7万元，相差1.14万元，两处不能同时成立' },
      { uses: [kinds], fields: { 'austerity.equipment.final': '76.13', 'austerity.software.final': '49.7' }, level: 'hint', at: 'expenditure.project.final', says: '相差0.01万元，属四舍五入尾差' },
    ],
    cannot: { uses: [kinds], fields: { 'expenditure.project.general': '', 'expenditure.project.fund': '' } },
  },
  F15: {
    fail: [{ fields: { 'income.general.final': '187.39', 'carryover.statedClosing': '' }, level: 'warning', at: 'expenditure.yearTotal.final', says: '本年支出227.39万元，比本年收入217.39万元多10万元，而年初结转和结余等只有0万元' }],
    cannot: { fields: noSpending },
  },
  F16: {
    fail: [
      { fields: { 'carryover.statedClosing': '3' }, level: 'error', at: 'carryover.statedClosing', says: '填报3万元，按年初结转、收入、支出227.39－227.39计算为0万元，相差3万元' },
      { fields: { 'carryover.statedClosing': '3', 'expenditure.project.recovered': '3' }, level: 'warning', at: 'carryover.statedClosing', says: '相差3万元；本年有年末收回3万元。请核对；差额为收回资金的，请说明。' },
    ],
    cannot: { fields: { 'carryover.statedClosing': '' } },
  },
  F18: {
    fail: [
      { fields: { 'expenditure.undividedTotal.initial': '1667800', 'expenditure.undividedTotal.adjustment': '' }, level: 'error', at: 'expenditure.yearTotal.initial', says: '填报1667800万元，与【收入】合计·年初预算数的166.78万元恰差一万倍，疑为金额单位混用。本表金额单位为万元' },
      { typed: [[item('functions', 6, 'stated'), 1418300]], level: 'error', at: 'functions[6].stated', says: '填报1418300万元；如按141.83万元计，各项合计才与【支出（性质）】合计·决算数的227.39万元一致' },
      // What is stated beside its detail is no part of the sum.
      { typed: [[item('functions', 6, 'stated'), 1418300], [item('functions', 0, 'basic'), 11.99]], level: 'error', at: 'functions[6].stated', says: '填报1418300万元；如按141.83万元计，各项合计才与【支出（性质）】合计·决算数的227.39万元一致' },
    ],
    cannot: { fields: { ...noSpending, ...blank([...finals('income', income), 'income.undivided.initial', 'income.undivided.adjustment', 'income.general.stated', 'income.fund.stated', 'expenditure.undividedTotal.initial', 'expenditure.undividedTotal.adjustment', 'expenditure.undivided.stated', 'expenditure.project.stated', 'targets.fiscal']) }, lists: { functions: [] } },
  },
  F19: {
    fail: [{ fields: { 'income.other.initial': '3', 'income.other.adjustment': '-5' }, level: 'warning', at: 'income.other.adjusted', says: '计算为-2万元，此处不应为负数' }],
    cannot: { fields: blank(['income.general.stated', 'income.fund.stated', 'income.undivided.initial', 'income.undivided.adjustment', 'expenditure.undivided.stated', 'expenditure.project.stated']) },
  },
  F22: {
    pass: { fields: { 'adjustment.reason': '上级专款' } },
    fail: [
      { fields: { 'income.undivided.initial': '206.78', 'income.undivided.adjustment': '20.61', 'expenditure.undividedTotal.initial': '206.78', 'expenditure.undividedTotal.adjustment': '20.61' }, level: 'warning', at: 'income.yearTotal.adjustment', says: '年中调整20.61万元，未说明原因。请在【支出（性质）】“主要原因”中选择原因。' },
      { ...onProjects([[3, 'initial', 20], [3, 'adjustment', 25.84]], { fields: { 'adjustment.reason': '上级专款' } }), level: 'warning', at: 'projects[3].reason', says: '“城市大脑”共1个项目年中调整超过年初预算数的30%，未填原因' },
    ],
    cannot: { fields: { 'income.undivided.initial': '', 'income.undivided.adjustment': '' } },
  },
  F27: {
    pass: { fields: { 'income.openingBalance.final': '0', 'expenditure.closingBalance.previous': '0' } },
    fail: [
      { fields: { 'income.openingBalance.final': '0', 'expenditure.closingBalance.previous': '3.2' }, level: 'warning', at: 'income.openingBalance.final', says: '年初结转和结余填报0万元，【支出（性质）】年末结转·上年决算数为3.2万元，相差-3.2万元' },
      { fields: { 'income.openingBalance.final': '0' }, lastYear: { 'income.general.final': '201.39' }, level: 'warning', at: 'income.openingBalance.final', says: '上年自评表的年末结转和结余为4万元，相差-4万元' },
    ],
    cannot: {},
  },
  F29: {
    pass: { uses: [insurance], lists: byItem('10') },
    fail: [{ uses: [insurance], lists: byItem('8'), level: 'hint', at: 'functions[1].final', says: '住房公积金按功能分类为10万元，按经济分类为8万元，相差2万元' }],
    cannot: { uses: [insurance] },
  },
  R06: {
    fail: [
      { fields: previous, put: [[field('income.general.change'), 2.61]], level: 'error', at: 'income.general.change', says: '填报2.61万元，按197.39－200计算为-2.61万元，相差5.22万元' },
    ],
    cannot: { fields: { ...austerityOfLastYear } },
  },
  R07: {
    pass: { fields: previous },
    fail: [
      { fields: previous, put: [[field('expenditure.project.changeRate'), 0.2053]], level: 'error', at: 'expenditure.project.changeRate', says: '填报20.53%，与以本年数为分母的结果一致；按（125.84－100）÷100计算为25.84%' },
      { fields: previous, put: [[field('expenditure.project.changeRate'), 0.3]], level: 'error', at: 'expenditure.project.changeRate', says: '填报30%，按（125.84－100）÷100计算为25.84%' },
      { fields: previous, put: [[field('income.general.changeRate'), -0.0132]], level: 'warning', at: 'income.general.changeRate', says: '填报-1.32%，按（197.39－200）÷200计算为-1.31%' },
    ],
    cannot: { fields: austerityOfLastYear },
  },
  R08: {
    fail: [
      { fields: { 'austerity.travel.previous': '3', 'austerity.travel.final': '2' }, put: [[field('austerity.travel.changeWord'), '增加']], level: 'error', at: 'austerity.travel.changeWord', says: '写作“增加”，而增减额为-1万元，应为“减少”' },
      { fields: { 'austerity.travel.previous': '3', 'austerity.travel.final': '2', 'austerity.travel.note': '与2022年相比增加1万元，主要是调研增多' }, level: 'error', at: 'austerity.travel.note', says: '写作“增加”，而增减额为-1万元' },
    ],
    cannot: { fields: { ...austerityOfLastYear, 'carryover.previousRate': '' } },
  },
  R09: {
    fail: [
      { put: [[field('procurement.goods.deviation'), 0]], level: 'warning', at: 'procurement.goods.deviation', says: '填报0%，而分母“货物·预算数”为0，比率不适用。请改填“不适用”或留空' },
      { fields: { 'assets.furniture.opening': '0', 'assets.equipment.opening': '0', 'assets.other.opening': '0' }, level: 'warning', at: 'assetUse.statedUtilisation', says: '填报100%，而分母“合计·年末数”为0' },
    ],
    cannot: { fields: { ...austerityOfLastYear, ...noSpending, ...blank(['procurement.goods.budget', 'procurement.works.budget', 'procurement.services.budget', 'procurement.goods.executed', 'procurement.works.executed', 'procurement.services.executed', 'allocation.budget', 'income.undivided.initial', 'income.undivided.adjustment', 'income.general.stated', 'income.fund.stated', 'expenditure.undividedTotal.initial', 'expenditure.undividedTotal.adjustment', 'expenditure.undivided.stated', 'expenditure.project.stated', 'staff.institution.establishment', 'staff.workers.establishment']) } },
  },
  R11: {
    pass: onProjects([]),
    fail: [{ ...onProjects([]), put: [[item('projects', 0, 'balanceRate'), 0.05]], level: 'warning', at: 'projects[0].balanceRate', says: '结余率5%，执行率100%，同一预算数下结余率应为0%' }],
    cannot: {},
  },
  R12: {
    pass: { fields: posts },
    fail: [
      { fields: posts, put: [[field('staffing.controlRate'), 0.7]], level: 'error', at: 'staffing.controlRate', says: '填报70%，按在职、编制人数12÷16计算为75%' },
      { fields: { ...posts, 'staff.institution.actual': '14' }, level: 'warning', at: 'staffing.controlRate', says: '在职18人，编制16人，控制率112.50%，超编2人' },
    ],
    cannot: {},
  },
  R14: {
    pass: { fields: previous, lastYear: { 'income.general.final': '200', 'income.fund.final': '0', 'expenditure.project.general': '100', 'expenditure.project.fund': '' } },
    fail: [{ fields: previous, lastYear: { 'income.general.final': '210', 'income.fund.final': '0', 'expenditure.project.general': '100', 'expenditure.project.fund': '' }, level: 'warning', at: 'income.general.previous', says: '上年数填报200万元，上年自评表为210万元，相差-10万元' }],
    cannot: { fields: {} },
  },
  N02: {
    pass: { fields: { 'staffing.retired': '3' } },
    fail: [{ fields: { 'staffing.retired': '3', 'staffing.statedEstablishment': '19' }, level: 'warning', at: 'staffing.statedEstablishment', says: '编制总数19人，恰为各类编制16人加离退休3人。离退休人员不占编制' }],
    cannot: {},
  },
  N11: {
    fail: [{ fields: { 'focus.procurement.involved': '' }, level: 'warning', at: 'purchasing.note', says: '政府采购各数均为0，没有文字说明。请在“政府采购说明”中写明本年没有此项，故本表无数据。' }],
    cannot: { fields: blank(['goods', 'works', 'services'].flatMap((row) => [`procurement.${row}.budget`, `procurement.${row}.executed`])) },
  },
  P01: {
    pass: { fields: { ...posts, 'expenditure.undivided.general': '', 'expenditure.staff.general': '101.55' } },
    fail: [
      { fields: { ...posts, 'expenditure.undivided.general': '101.55', 'expenditure.staff.general': '0' }, level: 'warning', at: 'expenditure.staff.final', says: '在职12人，人员经费为0万元' },
      { fields: { 'staff.institution.actual': '1', 'expenditure.undivided.general': '', 'expenditure.staff.general': '101.55' }, level: 'hint', at: 'expenditure.staff.final', says: '人均人员经费101.55万元（101.55万元÷1人），不在3万元至40万元之间' },
    ],
    cannot: { fields: { 'expenditure.staff.general': '' } },
  },
  T04: {
    pass: { fields: { 'austerity.reception.final': '1.2', 'austerity.reception.note': '公务接待费支出1.20万元，接待8批次' } },
    fail: [
      { fields: { 'austerity.reception.final': '1.2', 'austerity.reception.note': '本年公务接待费支出1.5万元，接待8批次' }, level: 'error', at: 'austerity.reception.note', says: '文字中“公务接待费”为1.5万元，【严控一般性支出】公务接待费·本年决算数为1.2万元' },
      { fields: { 'austerity.reception.final': '1.2', 'austerity.vehicleRunning.final': '2.4', 'austerity.threePublic.note': '公务用车运行维护费1.2万元，公务接待费2.4万元' }, level: 'error', at: 'austerity.threePublic.note', says: '与“公务接待费”的数恰好互换' },
    ],
    cannot: { fields: blank(finals('austerity', ['abroad', 'vehiclePurchase', 'vehicleRunning', 'reception'])), lists: { texts: [] } },
  },
  T09: {
    pass: onEconomic({}),
    fail: [{ ...onEconomic({ 'austerity.reception.final': '6' }), level: 'error', at: 'austerity.reception.final', says: '填报6万元，支出经济分类基本支出中30217科目为8万元，多2万元；部分不应大于全部' }],
    cannot: {},
  },
  T10: {
    fail: [
      { fields: { 'austerity.reception.previous': '2', 'austerity.reception.final': '1.5', 'austerity.reception.note': '与上年持平' }, level: 'error', at: 'austerity.reception.note', says: '写作“持平”，而增减额为-0.5万元，应为“减少”' },
      { fields: { 'austerity.meetings.previous': '2', 'austerity.meetings.final': '3' }, put: [[field('austerity.meetings.changeWord'), '持平']], level: 'error', at: 'austerity.meetings.changeWord', says: '写作“持平”，而增减额为1万元，应为“增加”' },
    ],
    cannot: { fields: austerityOfLastYear },
  },
};
