import type { CellRef } from '../../src/evaluation/evaluate';
import type { EvaluationData } from '../../src/evaluation/entries';
import { BLANK } from '../../src/values/cell';
import { sampleData } from '../cases/samplePack';
import { PlayedWorkbook, type Plain } from '../cases/playedWorkbook';

type Rows = EvaluationData['lists'][string];

/** What is done to the sample before a check: other data, or cells put over what the workbook shows. */
export interface Situation {
  readonly fields?: EvaluationData['fields'];
  readonly lists?: EvaluationData['lists'];
  readonly put?: readonly (readonly [CellRef, Plain])[];
  readonly damage?: (workbook: PlayedWorkbook) => void;
}

export interface CheckCase {
  /** Situation in which the check finds nothing; the sample as it is unless said otherwise. */
  readonly pass?: Situation;
  readonly fail: readonly (Situation & {
    readonly level: 'error' | 'warning' | 'hint';
    /** Where it points. */
    readonly at: string;
    /** Part of the message. */
    readonly says: string;
  })[];
  /** Situation in which an operand is missing; null for standing checks, which look only at what is there. */
  readonly cannot: Situation | null;
}

/** Laid out with the sample; fields are typed over and recalculated, which is quicker than planning anew. */
export function workbookIn(situation: Situation): PlayedWorkbook {
  const workbook = PlayedWorkbook.sample(situation.lists ? { lists: situation.lists } : {});
  const typed = Object.entries(situation.fields ?? {});
  for (const [id, value] of typed) {
    const content = workbook.form.fields.get(id)?.form.content ?? 'text';
    workbook.put({ field: id }, value === '' ? BLANK : ['amount', 'rate', 'score', 'count', 'number'].includes(content) ? Number(value) : value);
  }
  if (typed.length > 0) workbook.recalculate();
  for (const [ref, value] of situation.put ?? []) workbook.put(ref, value);
  situation.damage?.(workbook);
  return workbook;
}

/** The sample's indicators with some columns of the n-th (1-based) changed. */
export function indicators(changes: Readonly<Record<number, Readonly<Record<string, string>>>>): Rows {
  return (sampleData('quxian-2023').lists['indicators'] ?? []).map((row, i) => ({ ...row, ...changes[i + 1] }));
}

const none: Situation = { lists: { indicators: [] } };
const field = (id: string): CellRef => ({ field: id });
const everyUnit = indicators({ 23: { unit: '%' }, 24: { unit: '%' } });
const knownLevel2 = indicators({ 20: { level2: '可持续影响指标' }, 24: { level2: '服务对象满意度指标' } });
const directions = indicators({ 25: { direction: '反向' }, 26: { direction: '反向' }, 27: { direction: '反向' } });

/** The shares of the nine functions as a clerk types them: each rounded, together 99.99%. */
const roundedShares = [0.0527, 0.0463, 0.0242, 0.0194, 0.1319, 0.0063, 0.6237, 0.0499, 0.0455]
  .map((share, row): readonly [CellRef, Plain] => [{ list: 'functions', row, column: 'share' }, share]);

/** One row for each check: when it passes, what it finds, when it cannot say anything. */
export const checkCases: Readonly<Record<string, CheckCase>> = {
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
    ],
    cannot: { lists: { functions: [] } },
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
      { fields: { 'carryover.statedClosing': '3' }, level: 'error', at: 'carryover.closingBalance', says: '年末结转和结余前后不一致' },
      { fields: { 'targets.fiscal': '227.4' }, level: 'hint', at: 'income.total.adjusted', says: '尾差' },
    ],
    cannot: { fields: { 'carryover.statedClosing': '' } },
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
  N01: {
    fail: [{ fields: { 'staff.workers.establishment': '2' }, level: 'error', at: 'staffing.statedEstablishment', says: '合计16人，按分项15＋2计算为17人' }],
    cannot: { fields: { 'staffing.statedEstablishment': '' } },
  },

  V01: {
    fail: [
      { put: [[field('income.general.final'), '２２７．３９']], level: 'error', at: 'income.general.final', says: '“２２７．３９”是文本，不是数字，未参与计算；应为227.39（全角字符）' },
      { put: [[field('income.general.final'), '1,234.50']], level: 'error', at: 'income.general.final', says: '应为1234.5（千分位）' },
      { put: [[field('carryover.previousRate'), '5%']], level: 'error', at: 'carryover.previousRate', says: '应为0.05（百分号）' },
    ],
    cannot: null,
  },
  V02: {
    fail: [
      { put: [[field('income.general.final'), '197.39万元']], level: 'error', at: 'income.general.final', says: '带有单位，未参与计算；折合197.39' },
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
  V20: { fail: [{ damage: (workbook) => workbook.deleteSheet('income'), level: 'error', at: '收入 整张表', says: '表“收入”找不到，可能已被删除' }], cannot: null },
  V21: {
    fail: [
      { damage: (workbook) => workbook.loseName('收入_一般公共预算财政拨款_决算数').loseName('收入_合计_决算数'), level: 'error', at: 'income.general.final', says: '找不到“一般公共预算财政拨款·决算数”“合计·决算数”' },
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
  V30: {
    fail: [
      { put: [[field('staffing.officeCount'), 7]], level: 'error', at: 'staffing.officeCount', says: '公式被改成固定值7，按公式应为4' },
      { damage: (workbook) => workbook.put(field('staffing.officeCount'), 7, '=3+4'), level: 'error', at: 'staffing.officeCount', says: '显示7，按公式应为4' },
      // Seed 12345 of the random test: the whole text came back in the message.
      { put: [[field('staffing.officeCount'), 'a'.repeat(40_000)]], level: 'error', at: 'staffing.officeCount', says: `公式被改成固定值${'a'.repeat(60)}，按公式应为4` },
    ],
    cannot: null,
  },
  V31: { fail: [{ put: [[field('staffing.officeCount'), 4]], level: 'hint', at: 'staffing.officeCount', says: '1格公式被改成固定值（“内设机构个数”），目前数值一致' }], cannot: null },
};

/** Overtypes the header 基本支出 of the list of functions. */
function renameHeader(workbook: PlayedWorkbook): void {
  const list = workbook.plan.sheets.flatMap((sheet) => sheet.lists).find((each) => each.id === 'functions');
  const column = list?.columnPositions[list.columnIds.indexOf('basic')] ?? 0;
  const cells = workbook.snapshot().sheets.find((sheet) => sheet.id === 'functions')?.region?.cells;
  const line = cells?.[list?.startRow ?? 0] as { value: unknown }[] | undefined;
  if (line?.[column]) line[column] = { ...line[column], value: { kind: 'text', text: '基本' } };
}
