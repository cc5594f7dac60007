import { entriesFromData, type EvaluationData } from '../../src/evaluation/entries';
import { evaluate } from '../../src/evaluation/evaluate';
import { cellText, numberIn } from '../../src/values/cell';
import type { ConsistentData } from '../cases/consistentEntries';
import { bundledForm } from '../cases/samplePack';
import { field, item, type Situation } from './situations';

type Row = EvaluationData['lists'][string][number];

/** A consistent evaluation with what its engine computes. */
export interface Ground {
  readonly data: ConsistentData;
  number(id: string): number;
  words(id: string): string;
  at(list: string, row: number, column: string): number;
  rows(list: string): readonly Row[];
}

export function groundOf(data: ConsistentData): Ground {
  const form = bundledForm('quxian-2023');
  const evaluation = evaluate(form, entriesFromData(form, data));
  return {
    data, number: (id) => numberIn(evaluation.value(id))?.toNumber() ?? 0, words: (id) => cellText(evaluation.value(id)),
    at: (list, row, column) => numberIn(evaluation.item(list, row, column))?.toNumber() ?? 0, rows: (list) => data.lists[list] ?? [],
  };
}

/** Exactly one mistake made in a consistent evaluation; null where it has no room for this one. */
export type Plant = (ground: Ground) => Situation | null;

const yuan = (amount: number): string => amount.toFixed(2);
const over = (id: string, by = 10): Plant => (ground) => ({ put: [[field(id), Number(yuan(ground.number(id) + by))]] });
const rateOver = (id: string, by = 0.07): Plant => (ground) => (ground.words(id) === '' || ground.words(id) === '不适用' ? null : { put: [[field(id), Number((ground.number(id) + by).toFixed(4))]] });
const fields = (of: (ground: Ground) => EvaluationData['fields'] | null): Plant => (ground) => { const changed = of(ground); return changed && { fields: changed }; };
const row = (list: string, find: (row: Row, at: number, ground: Ground) => boolean, change: (row: Row, ground: Ground) => Row): Plant => (ground) => {
  const at = ground.rows(list).findIndex((one, i) => find(one, i, ground));
  return at < 0 ? null : { lists: { [list]: ground.rows(list).map((one, i) => (i === at ? { ...one, ...change(one, ground) } : one)) } };
};
const first = (change: Row): Plant => row('indicators', (_, at) => at === 0, () => change);
/** A fourth indicator of other content; what was approved goes with it. */
const fourth = (change: Row): Plant => row('indicators', (_, at) => at === 3, () => ({ unit: '', reason: '', qualitativeRate: '', deduction: '', approvedTarget: '', ...change }));
const typed = (id: string, value: NonNullable<Situation['typed']>[number][1]): Plant => () => ({ typed: [[field(id), value]] });
const amountIn = (one: Row): 'basic' | 'project' | 'stated' => (Number(one['basic'] ?? '') > 0 ? 'basic' : Number(one['project'] ?? '') > 0 ? 'project' : 'stated');
const more = (one: Row, by: number): Row => ({ [amountIn(one)]: yuan(Number(one[amountIn(one)] ?? 0) + by) });
const isFiscal = (ground: Ground): string | null => ['general', 'stateCapital'].map((each) => `income.${each}.final`).find((id) => ground.number(id) > 30) ?? null;
const table = (weights: readonly number[]): readonly Row[] => weights.map((weight, i): Row => ({
  ...[{ level1: '产出指标', level2: '数量指标' }, { level1: '效益指标', level2: '社会效益指标' }, { level1: '满意度指标', level2: '服务对象满意度指标' }][i % 3],
  level3: `指标${String(i + 1)}`, nature: '≥', target: '20', unit: '次', actual: '20', weight: String(weight),
}));
const noGoals = { 'targets.goal1': '做好各项工作。', 'targets.goal2': '', 'targets.goal3': '' };
const noTraining = { 'austerity.training.previous': '', 'austerity.training.note': '' };

/** What was budgeted at the beginning of the year, come in the year instead, on both sides. */
function movedIntoAdjustment(ground: Ground): EvaluationData['fields'] | null {
  const largest = (block: string, rows: readonly string[]): string =>
    rows.map((each) => `${block}.${each}`).reduce((most, each) => (ground.number(`${each}.initial`) > ground.number(`${most}.initial`) ? each : most));
  const [received, spent] = [largest('income', ['general', 'fund', 'stateCapital', 'other']), largest('expenditure', ['staff', 'public', 'project'])];
  const moved = Math.floor(0.95 * Math.min(ground.number(`${received}.initial`), ground.number(`${spent}.initial`)));
  const [initial, adjustment] = [ground.number('income.yearTotal.initial') - moved, ground.number('income.yearTotal.adjustment') + moved];
  if (Math.abs(adjustment) < 0.31 * initial) return null;
  const row = (id: string): EvaluationData['fields'] => ({ [`${id}.initial`]: yuan(ground.number(`${id}.initial`) - moved), [`${id}.adjustment`]: yuan(ground.number(`${id}.adjustment`) + moved) });
  return { ...row(received), ...row(spent), 'adjustment.reason': '' };
}

/** Every check that can be told from entries and shown values, with a mistake that only it should speak of. */
export const plants: Readonly<Record<string, {
  readonly level: 'error' | 'warning' | 'hint';
  readonly plant: Plant;
  /** What is told as well, because the mistake cannot be made without it. */
  readonly also?: string;
}>> = {
  F01: { level: 'error', plant: over('income.yearTotal.final') },
  F02: { level: 'error', plant: over('expenditure.yearTotal.final') },
  F03: { level: 'error', plant: row('functions', () => true, (one) => more(one, 10)) },
  F04: { level: 'error', plant: over('expenditure.total.final') },
  F05: { level: 'error', plant: over('income.fiscal.final') },
  F06: { level: 'error', plant: over('expenditure.basic.final') },
  F07: { level: 'error', plant: row('economic', () => true, (one) => more(one, 10)) },
  F08: {
    level: 'error',
    plant: row('projects', (one) => /其他运转类|特定目标类/.test(String(one['category'])) && Number(one['executed']) - 10 > Number(one['october']), (one) => ({ executed: yuan(Number(one['executed']) - 10) })),
  },
  F09: {
    level: 'error',
    plant: () => ({ fields: { 'allocation.budget': '30', 'allocation.actual': '10', 'focus.bonds.amount': '15' }, uses: [{ code: 'F09', total: 'allocation.budget', parts: ['allocation.actual', 'focus.bonds.amount'] }] }),
  },
  F10: { level: 'error', plant: fields((ground) => { const id = ['general', 'fund', 'other'].find((each) => ground.number(`income.${each}.adjusted`) > 20); return id === undefined ? null : { [`income.${id}.stated`]: yuan(ground.number(`income.${id}.adjusted`) - 10) }; }) },
  F11: { level: 'error', plant: fields((ground) => ({ 'targets.otherFunds': yuan(ground.number('targets.otherFunds') + 11.11) })) },
  F12: { level: 'error', plant: fields((ground) => ({ 'assets.furniture.disposed': yuan(ground.number('assets.furniture.reduced') + 10) })) },
  F13: { level: 'error', plant: () => ({ put: [[field('income.yearTotal.final'), 0]] }) },
  F14: { level: 'error', plant: fields(() => ({ 'income.institution.final': '', 'income.specialAccount.final': '5' })) },
  F15: { level: 'warning', plant: fields((ground) => { const id = isFiscal(ground); return id === null ? null : { [id]: yuan(ground.number(id) - 10), 'carryover.statedClosing': '' }; }) },
  F16: { level: 'error', plant: fields(() => ({ 'carryover.statedClosing': '3' })) },
  F17: {
    level: 'warning',
    plant: fields((ground) => { const id = isFiscal(ground); return id === null || ground.number('income.fund.final') < 20 ? null : { 'income.fund.final': yuan(ground.number('income.fund.final') - 10), [id]: yuan(ground.number(id) + 10) }; }),
  },
  F18: { level: 'error', plant: row('functions', (one) => Number(one[amountIn(one)] ?? 0) > 20, (one) => ({ [amountIn(one)]: String(Math.round(Number(one[amountIn(one)]) * 10_000)) })) },
  F19: {
    level: 'warning',
    plant: fields((ground) => ({
      ...Object.fromEntries(['furniture', 'equipment', 'other'].flatMap((each) => ['inUse', 'overAge', 'overAgeInUse'].map((column) => [`assets.${each}.${column}`, '']))),
      'assets.furniture.reduced': yuan(ground.number('assets.furniture.opening') + ground.number('assets.furniture.added') + 5),
    })),
  },
  F20: { level: 'error', plant: fields((ground) => ({ 'projectSummary.standing.statedCount': String(ground.number('projectSummary.standing.count') + 1) })) },
  F21: { level: 'error', plant: fields((ground) => (ground.number('projectSummary.standing.executed') === 0 ? null : { 'projectSummary.standing.statedExecuted': yuan(ground.number('projectSummary.standing.executed') + 10) })) },
  F22: { level: 'warning', plant: row('projects', (one) => Math.abs(Number(one['adjustment'])) > 0.35 * Number(one['initial']), () => ({ reason: '' })) },
  F23: {
    level: 'error',
    plant: row('projects', (one) => one['category'] === '人员类' && Number(one['executed']) > 5, () => ({ category: '特定目标类' })),
  },
  F24: { level: 'error', plant: row('projects', (one) => one['fund'] === '一般公共预算' && Number(one['executed']) > 5, () => ({ fund: '单位资金' })) },
  F25: { level: 'error', plant: row('functions', (one) => Number(one['basic'] ?? 0) > 0, (one) => ({ stated: yuan(Number(one['basic']) + Number(one['project'] ?? 0) + 7) })) },
  F26: { level: 'error', plant: fields((ground) => (ground.number('progress.june.executed') < 5 ? null : { 'progress.june.executed': yuan(ground.number('progress.june.executed') - 3) })) },
  F27: { level: 'warning', plant: fields(() => ({ 'income.openingBalance.final': '0', 'expenditure.closingBalance.previous': '3.2' })) },
  F28: { level: 'warning', plant: fields((ground) => (ground.number('austerity.training.final') === 0 ? null : { ...noTraining, 'austerity.training.final': yuan(ground.number('austerity.training.final') + 2), 'austerity.training.budget': '' })) },
  F29: {
    level: 'hint',
    plant: (ground) => {
      const [functions, economic] = [ground.rows('functions'), ground.rows('economic')];
      const differ = Math.abs(ground.at('functions', 0, 'final') - ground.at('economic', 0, 'total')) > 1;
      return !differ || String(economic[0]?.['code']) !== '30101' ? null : {
        lists: {
          functions: functions.map((one, i) => (i === 0 ? { ...one, code: '2210201' } : one)), economic: economic.map((one, i) => (i === 0 ? { ...one, code: '30113' } : one)),
          functionCodes: [{ code: '2210201', name: '住房公积金' }], economicCodes: [{ code: '30113', name: '住房公积金' }],
        },
        uses: [{
          code: 'F29', functions: { account: 'functions.code', amount: 'final' }, economic: { account: 'economic.code', amount: 'total' }, pairs: [{ name: '住房公积金', functions: ['2210201'], economic: ['30113'] }],
        }],
      };
    },
  },
  R01: { level: 'error', plant: rateOver('progress.june.rate') },
  R02: { level: 'error', plant: (ground) => (ground.number('progress.june.executed') === ground.number('progress.october.executed') ? null : { put: [[field('progress.june.rate'), 0.987], [field('progress.october.rate'), 0.987]] }) },
  R03: { level: 'error', plant: rateOver('quality.deviation') },
  R04: { level: 'error', plant: rateOver('expenditure.basic.share') },
  R05: {
    level: 'hint', also: 'V31',
    plant: (ground) => {
      const shares = ground.rows('functions').map((_, at) => Number((ground.at('functions', at, 'share')).toFixed(4)));
      return Math.abs(shares.reduce((all, one) => all + one, 0) - 1) < 0.00005 ? null : { put: shares.map((share, at) => [item('functions', at, 'share'), share]) };
    },
  },
  R06: { level: 'error', plant: over('austerity.training.change') },
  R07: { level: 'error', plant: rateOver('austerity.training.changeRate') },
  R08: { level: 'error', plant: fields((ground) => ({ 'austerity.travel.note': `与上年相比${ground.number('austerity.travel.change') > 0 ? '减少' : '增加'}1万元` })) },
  R09: { level: 'warning', plant: () => ({ fields: { 'procurement.works.budget': '0', 'procurement.works.executed': '0' }, put: [[field('procurement.works.deviation'), 0]] }) },
  R10: {
    level: 'warning',
    plant: (ground) => {
      const rows = ground.rows('projects');
      const [one, other] = rows.flatMap((each, i) => rows.slice(i + 1).flatMap((next, j) =>
        (each['category'] === next['category'] && Number(each['executed']) > 10 ? [[i, i + 1 + j] as const] : [])))[0] ?? [];
      const [a, b] = [rows[one ?? -1], rows[other ?? -1]];
      if (!a || !b) return null;
      const short = Number(a['executed']) - 5;
      const rest = Number(a['initial']) + Number(a['adjustment']) - short;
      return { lists: { projects: rows.map((each) => (each === a ? { ...each, initial: yuan(short), adjustment: '', reason: '' } : each === b ? { ...each, initial: yuan(Number(each['initial']) + rest) } : each)) } };
    },
  },
  R11: { level: 'warning', plant: (ground) => ({ put: [[item('projects', 0, 'balanceRate'), Number((ground.at('projects', 0, 'balanceRate') + 0.05).toFixed(4))]] }) },
  R12: { level: 'error', plant: rateOver('staffing.controlRate') },
  R14: {
    level: 'warning',
    plant: (ground) => ({ lastYear: Object.fromEntries(['travel', 'reception', 'training', 'equipment'].map((each) => [`austerity.${each}.final`, yuan(ground.number(`austerity.${each}.previous`) + (each === 'travel' ? 2 : 0))])) }),
  },
  R15: { level: 'warning', plant: fields(movedIntoAdjustment) },
  T01: { level: 'error', plant: over('austerity.threePublic.final') },
  T02: { level: 'error', plant: over('austerity.vehicles.final') },
  T03: { level: 'warning', plant: fields((ground) => (ground.number('austerity.reception.final') < 2 ? null : { 'austerity.reception.budget': yuan(ground.number('austerity.reception.final') - 1) })) },
  T04: { level: 'error', plant: fields((ground) => ({ 'austerity.reception.note': `公务接待费支出${yuan(ground.number('austerity.reception.final') + 123)}万元` })) },
  T05: { level: 'warning', plant: fields(() => ({ 'austerity.vehiclePurchase.final': '18', 'austerity.vehiclePurchase.budget': '18' })) },
  T06: { level: 'warning', plant: fields((ground) => (ground.number('austerity.reception.final') === 0 ? null : { 'austerityCounts.receptionBatches': '' })) },
  T07: { level: 'warning', plant: fields(() => ({ 'austerity.abroad.final': '3', 'austerity.abroad.budget': '3' })) },
  T08: { level: 'warning', plant: fields(() => ({ 'austerity.vehicleRunning.final': '2', 'austerity.vehicleRunning.budget': '2' })) },
  T09: {
    level: 'error',
    plant: (ground) => {
      const basic = Number(ground.rows('economic').find(({ code }) => code === '30217')?.['basic'] ?? 0);
      return basic < 2 ? null : { fields: { 'austerity.reception.final': yuan(basic - 1), 'austerity.reception.previous': '', 'austerity.reception.note': '' } };
    },
  },
  T10: { level: 'error', plant: fields((ground) => ({ 'austerity.reception.note': ground.number('austerity.reception.change') === 0 ? '较上年减少' : '与上年持平' })) },
  I01: { level: 'error', plant: (ground) => first({ weight: String(ground.at('indicators', 0, 'weight') + 1), approvedWeight: '' })(ground) },
  I02: {
    level: 'error',
    plant: (ground) => {
      const groups = [...new Set(ground.rows('indicators').map(({ level1 }) => String(level1)))];
      const due = groups.map((group, i) => ({ group, weight: String(ground.rows('indicators').filter(({ level1 }) => level1 === group).reduce((all, one) => all + Number(one['weight']), 0) + (i === 0 ? 1 : i === 1 ? -1 : 0)) }));
      return { uses: [{ code: 'I02', schemes: [due], level: 'error' }] };
    },
  },
  I03: { level: 'error', plant: rateOver('assessment.score', -1.5) },
  I04: { level: 'error', plant: () => ({ typed: [[item('frame', 0, 'points'), 50], [item('frame', 0, 'self'), 51], [item('frame', 1, 'points'), 50], [item('frame', 1, 'self'), 50]] }) },
  I05: { level: 'error', plant: (ground) => ({ put: [[item('indicators', 0, 'score'), Number((ground.at('indicators', 0, 'score') - 0.37).toFixed(2))]] }) },
  I06: { level: 'error', plant: (ground) => ({ ...first({ actual: '12', reason: '任务调整' })(ground), put: [[item('indicators', 0, 'score'), ground.at('indicators', 0, 'weight')]] }) },
  I07: { level: 'warning', plant: first({ deduction: '0.5' }) },
  I08: { level: 'warning', plant: first({ actual: '≥23' }) },
  I09: { level: 'warning', plant: first({ unit: '' }) },
  I10: { level: 'error', plant: first({ actual: '23%' }) },
  I11: { level: 'hint', plant: first({ level2: '进度指标' }) },
  I12: { level: 'warning', plant: fourth({ level1: '成本指标', level2: '经济成本指标', nature: '定性', target: '高中低', actual: '高' }) },
  I13: { level: 'warning', plant: first({ actual: '30' }) },
  I14: { level: 'hint', plant: () => ({ fields: noGoals, lists: { indicators: table(Array.from({ length: 10 }, () => 10)) } }) },
  I15: { level: 'hint', plant: () => ({ fields: noGoals, lists: { indicators: table([40, 20, 20, 20]) } }) },
  I16: { level: 'warning', plant: row('indicators', (_, at) => at === 1, () => ({ level3: '指标1' })) },
  I17: { level: 'warning', plant: (ground) => ({ lists: { indicators: ground.rows('indicators').map((one) => (one['level1'] === '满意度指标' ? { ...one, level1: '效益指标', level2: '社会效益指标' } : one)) } }) },
  I18: {
    level: 'error',
    plant: (ground) => ({
      fields: { 'ownIncome.budget': '10', 'ownIncome.final': (Math.min(1, ground.number('progress.june.executed') / ground.number('expenditure.yearTotal.adjusted')) * 10 + 0.37).toFixed(2) },
      uses: [{ code: 'I18', rows: [{ score: 'ownIncome.final', points: 'ownIncome.budget', executed: 'progress.june.executed', budget: 'expenditure.yearTotal.adjusted' }] }],
    }),
  },
  I19: { level: 'warning', plant: fields(() => ({ 'frameResult.manual': '96' })) },
  I20: { level: 'error', plant: (ground) => (ground.words('assessment.grade') === '' ? null : { put: [[field('assessment.grade'), ground.words('assessment.grade') === '差' ? '优' : '差']] }) },
  I21: { level: 'warning', plant: first({ actual: '10' }) },
  I22: { level: 'hint', plant: fields(() => ({ 'targets.goal1': '做好各项工作，指标1达到21次。' })) },
  I23: { level: 'hint', plant: fields(() => ({ 'targets.goal2': '完成了全部工作。' })) },
  I24: { level: 'warning', plant: (ground) => fourth({ level1: '产出指标', level2: '质量指标', level3: '总成本', nature: '≤', target: '9999999', unit: '万元', actual: yuan(ground.number('expenditure.yearTotal.final') + 3), reason: '目标从宽' })(ground) },
  I25: {
    level: 'hint',
    plant: (ground) => (ground.number('expenditure.yearTotal.final') > 0.89 * ground.number('expenditure.yearTotal.adjusted') ? null
      : fourth({ level1: '成本指标', level2: '经济成本指标', nature: '≤', target: '90', unit: '万元', actual: '80' })(ground)),
  },
  I26: { level: 'error', plant: first({ approvedTarget: '25' }) },
  N01: { level: 'error', plant: fields((ground) => ({ 'staffing.statedEstablishment': String(ground.number('staffing.statedEstablishment') + 17) })) },
  N02: { level: 'warning', plant: fields((ground) => ({ 'staffing.statedEstablishment': String(ground.number('staffing.statedEstablishment') + ground.number('staffing.retired')) })) },
  N04: { level: 'warning', plant: fields(() => ({ 'austerity.research.final': '' })) },
  N11: {
    level: 'warning',
    plant: fields(() => ({ ...Object.fromEntries(['goods', 'works', 'services'].flatMap((each) => [[`procurement.${each}.budget`, '0'], [`procurement.${each}.executed`, '0'], [`procurement.${each}.sme`, '']])), 'focus.procurement.involved': '' })),
  },
  P01: { level: 'hint', plant: fields((ground) => (ground.number('expenditure.staff.final') < 90 ? null : { 'staff.administrative.actual': '', 'staff.institution.actual': '1' })) },
  A01: { level: 'error', plant: over('assets.equipment.closing') },
  A02: {
    level: 'warning',
    plant: fields((ground) => (ground.number('austerity.equipment.final') === 0 ? null : Object.fromEntries(['furniture', 'equipment', 'other'].map((each) => [`assets.${each}.added`, '0'])))),
  },
  A03: { level: 'warning', plant: fields((ground) => ({ 'focus.procurement.involved': ground.words('focus.procurement.involved') === '涉及' ? '不涉及' : '涉及', ...(ground.words('focus.procurement.involved') === '涉及' ? {} : { 'procurement.goods.budget': '0' }) })) },
  S01: { level: 'warning', plant: fields(() => ({ 'signing.phone': '' })) },
  V01: { level: 'error', plant: typed('focus.bonds.amount', '１２．５') },
  V02: { level: 'error', plant: typed('focus.bonds.amount', '12.5万元') },
  V03: { level: 'error', plant: typed('focus.bonds.amount', '12%') },
  V04: { level: 'error', plant: typed('focus.bonds.amount', '约12') },
  V05: { level: 'error', plant: typed('focus.bonds.amount', -5) },
  V06: { level: 'warning', plant: typed('focus.bonds.amount', 1.5e16) },
  V07: { level: 'error', plant: typed('focus.bonds.amount', { kind: 'error', code: '#REF!' }) },
  V08: { level: 'error', plant: typed('focus.bonds.amount', '2024-03-23') },
  V09: { level: 'error', plant: typed('focus.bonds.amount', { kind: 'truth', value: true }) },
  V10: { level: 'warning', plant: typed('focus.bonds.involved', '也许') },
  V11: { level: 'warning', plant: (ground) => ({ typed: [[item('duties', ground.rows('duties').length, 'indicator'), '产值']] }) },
  V12: { level: 'warning', plant: typed('austerityCounts.receptionBatches', 8.5) },
  V13: { level: 'warning', plant: typed('carryover.previousRate', 96) },
  V14: { level: 'error', plant: typed('profile.fullName', '　—') },
  V15: { level: 'error', plant: (ground) => first({ target: '约20', ...(ground.rows('indicators')[0]?.['approvedTarget'] ? { approvedTarget: '约20' } : {}) })(ground) },
  V16: { level: 'error', plant: row('projects', (_, at) => at === 1, (_, ground) => ({ name: String(ground.rows('projects')[0]?.['name']) })) },
  V30: { level: 'error', plant: over('staffing.officeCount', 7) },
  V31: { level: 'hint', plant: over('projectSummary.standing.count', 0) },
};

/** Rich enough for most plants: single projects, divided functions, staff and projects. */
export function isRich({ projectsAs, lists }: ConsistentData): boolean {
  return projectsAs === 'list' && (lists['projects'] ?? []).length > 8 && (lists['functions'] ?? []).some((one) => Number(one['basic'] ?? 0) > 10)
    && (lists['indicators'] ?? []).length > 4;
}
