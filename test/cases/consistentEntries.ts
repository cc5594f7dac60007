import fc from 'fast-check';
import type { EvaluationData } from '../../src/evaluation/entries';
import { consistentIndicators } from './consistentIndicators';

const FUNDS = [
  { source: '一般公共预算', column: 'general' }, { source: '政府性基金预算', column: 'fund' },
  { source: '国有资本经营预算', column: 'stateCapital' }, { source: '单位资金', column: 'nonFiscal' },
] as const;
const CLASSES = [
  { name: '人员类', row: 'staffClass', nature: 'staff', items: ['30101', '30305'] },
  { name: '公用经费类', row: 'publicClass', nature: 'public', items: ['30201', '30211', '30217'] },
  { name: '其他运转类', row: 'otherOperation', nature: 'project', items: ['30227', '30216'] },
  { name: '特定目标类', row: 'specificGoal', nature: 'project', items: ['31002', '30227'] },
] as const;
const DURATIONS = [{ name: '常年', row: 'standing' }, { name: '阶段', row: 'phased' }] as const;
const INCOME_OF_FUND = { general: 'general', fund: 'fund', stateCapital: 'stateCapital', nonFiscal: 'other' } as const;
const AUSTERITY = [['travel', '30211'], ['reception', '30217'], ['training', '30216'], ['equipment', '31002']] as const;

/** One stream of money through the year, in hundredths of a fen of 万元 (1 = 0.0001 万元 = 1 元), so that sums are exact. */
interface Stream {
  readonly kind: (typeof CLASSES)[number];
  readonly fund: (typeof FUNDS)[number];
  readonly duration: (typeof DURATIONS)[number];
  readonly code: string;
  readonly item: string;
  readonly initial: number;
  readonly adjustment: number;
  readonly june: number;
  readonly october: number;
  readonly executed: number;
}

/** How the unit fills 项目明细: one by one, in sums with classes, or in sums only. */
export type ProjectsAs = 'list' | 'classes' | 'sums';

export interface ConsistentData extends EvaluationData {
  readonly projectsAs: ProjectsAs;
}

/**
 * Evaluations of pack quxian-2023 in which every sheet is filled from the same streams of money, so that no identity is broken.
 * `rounding` 'none' keeps the streams at 0.01 万元; 'once' lets them be whole 元 and rounds every typed number by itself, as units do.
 */
export function consistentEntries(rounding: 'none' | 'once'): fc.Arbitrary<ConsistentData> {
  const step = rounding === 'none' ? 100 : 1;
  const amount = fc.integer({ min: 10_000 / step, max: 30_000_000 / step }).map((n) => n * step);
  const part = (of: number, share: number): number => Math.floor((of * share) / 100 / step) * step;
  const share = fc.integer({ min: 0, max: 100 });
  const stream = fc.record({
    kind: fc.constantFrom(...CLASSES), fund: fc.constantFrom(...FUNDS), duration: fc.constantFrom(...DURATIONS),
    code: fc.constantFrom('201', '208', '212', '221'), item: fc.nat({ max: 2 }), adjusted: amount, moved: fc.integer({ min: -60, max: 60 }), shares: fc.tuple(share, share, share),
  }).map(({ adjusted, moved, shares, item, ...rest }): Stream => {
    const adjustment = Math.sign(moved) * part(adjusted, Math.abs(moved));
    const executed = part(adjusted, Math.max(...shares));
    const [june = 0, october = 0] = [...shares].sort((a, b) => a - b).map((each) => part(adjusted, each));
    return { ...rest, item: rest.kind.items[item % rest.kind.items.length] ?? '', initial: adjusted - adjustment, adjustment, june, october, executed };
  });
  return fc.record({
    streams: fc.array(stream, { minLength: 1, maxLength: 20 }), projectsAs: fc.constantFrom<ProjectsAs>('list', 'classes', 'sums'),
    divided: fc.boolean(), assets: fc.array(fc.tuple(amount, amount, share, share), { minLength: 3, maxLength: 3 }), bought: fc.option(fc.tuple(amount, share)),
    lastYear: fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 4, maxLength: 4 }), spare: fc.nat({ max: 5 }), indicators: consistentIndicators,
  }).map(({ streams, projectsAs, divided, assets, bought, lastYear, spare, indicators }): ConsistentData => ({
    pack: 'quxian-2023', projectsAs,
    fields: { ...income(streams), ...expenditure(streams), ...progress(streams), ...austerity(streams, lastYear), ...people(streams, spare), ...goals(indicators), ...signed, ...assetFields(assets), ...procurement(bought), ...(projectsAs === 'list' ? {} : summary(streams, projectsAs)) },
    lists: { functions: functionRows(streams, divided), economic: economicRows(streams), indicators, ...(projectsAs === 'list' ? { projects: streams.map(projectRow) } : {}) },
  }));
}

type Fields = Readonly<Record<string, string>>;

/** 0.0001 万元 as typed: 万元 rounded half-up to two decimals. */
function typed(amount: number): string {
  const fen = Math.sign(amount) * Math.floor((Math.abs(amount) + 50) / 100);
  return `${fen < 0 ? '-' : ''}${String(Math.floor(Math.abs(fen) / 100))}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;
}

function total(streams: readonly Stream[], of: (stream: Stream) => number): string {
  return streams.length === 0 ? '' : typed(streams.reduce((all, stream) => all + of(stream), 0));
}

function grouped<K extends string>(streams: readonly Stream[], by: (stream: Stream) => K): readonly (readonly [K, readonly Stream[]])[] {
  return [...new Set(streams.map(by))].map((key) => [key, streams.filter((stream) => by(stream) === key)]);
}

function income(streams: readonly Stream[]): Fields {
  const rows = grouped(streams, ({ fund }) => INCOME_OF_FUND[fund.column]).flatMap(([row, own]) => [
    [`income.${row}.initial`, total(own, ({ initial }) => initial)], [`income.${row}.adjustment`, total(own, ({ adjustment }) => adjustment)],
    [`income.${row}.final`, total(own, ({ executed }) => executed)],
  ]);
  const fiscal = streams.filter(({ fund }) => fund.column !== 'nonFiscal'), others = streams.filter(({ fund }) => fund.column === 'nonFiscal');
  return {
    ...Object.fromEntries(rows), 'adjustment.reason': '调剂', 'carryover.statedClosing': '0',
    'targets.fiscal': total(fiscal, (stream) => stream.initial + stream.adjustment), 'targets.otherFunds': total(others, (stream) => stream.initial + stream.adjustment),
  };
}

function expenditure(streams: readonly Stream[]): Fields {
  return Object.fromEntries(grouped(streams, ({ kind }) => kind.nature).flatMap(([nature, own]) => [
    [`expenditure.${nature}.initial`, total(own, ({ initial }) => initial)], [`expenditure.${nature}.adjustment`, total(own, ({ adjustment }) => adjustment)],
    ...grouped(own, ({ fund }) => fund.column).map(([column, cell]) => [`expenditure.${nature}.${column}`, total(cell, ({ executed }) => executed)]),
  ]));
}

function progress(streams: readonly Stream[]): Fields {
  return {
    'progress.june.basis': '全年调整后预算数', 'progress.october.basis': '全年调整后预算数', 'progress.december.basis': '全年调整后预算数',
    'progress.june.executed': total(streams, ({ june }) => june), 'progress.october.executed': total(streams, ({ october }) => october),
  };
}

function austerity(streams: readonly Stream[], lastYear: readonly number[]): Fields {
  const rows = AUSTERITY.flatMap(([row, item], i) => {
    const own = streams.filter((stream) => stream.item === item);
    const amount = own.length === 0 ? '0' : total(own, ({ executed }) => executed);
    const change = own.length === 0 ? 0 : lastYear[i] ?? 0;
    const word = change > 0 ? '增加' : change < 0 ? '减少' : '持平';
    const previous = (Number(amount) - change / 100).toFixed(2);
    return [
      [`austerity.${row}.final`, amount], [`austerity.${row}.budget`, amount], [`austerity.${row}.previous`, Number(previous) < 0 ? '' : previous],
      [`austerity.${row}.note`, Number(previous) < 0 ? '' : `与上年相比${word}${change === 0 ? '' : `${String(Math.abs(change) / 100)}万元`}`],
    ];
  });
  const none = ['abroad', 'vehiclePurchase', 'vehicleRunning', 'meetings', 'festivals', 'software', 'research'].map((row) => [`austerity.${row}.final`, '0']);
  return { ...Object.fromEntries([...rows, ...none]), 'austerityCounts.receptionBatches': '8', 'austerityCounts.receptionPersons': '64' };
}

/** About ten 万元 a head; nobody is counted where 人员经费 would not pay for one. */
function people(streams: readonly Stream[], spare: number): Fields {
  const paid = Number(total(streams.filter(({ kind }) => kind.nature === 'staff'), ({ executed }) => executed));
  const heads = paid < 5 ? 0 : Math.max(1, Math.round(paid / 10));
  const posts = heads + spare;
  return {
    'staff.administrative.establishment': String(Math.floor(posts / 2)), 'staff.institution.establishment': String(posts - Math.floor(posts / 2)),
    ...(heads === 0 ? {} : { 'staff.administrative.actual': String(Math.floor(heads / 2)), 'staff.institution.actual': String(heads - Math.floor(heads / 2)) }),
    'staffing.statedEstablishment': String(posts), 'staffing.retired': String(spare + 1),
  };
}

/** Goals that give the figures of the first indicators as their table does. */
function goals(indicators: readonly Fields[]): Fields {
  return Object.fromEntries(indicators.slice(0, 3).map(({ level3 = '', target = '', unit = '' }, i) =>
    [`targets.goal${String(i + 1)}`, /^\d+$/.test(target) ? `做好各项工作，${level3}达到${target}${unit}。` : '做好各项工作。']));
}

const signed: Fields = {
  'signing.preparer': '张三', 'signing.financeHead': '李四', 'signing.unitHead': '王五', 'signing.phone': '0818-7200000', 'signing.filledOn': '2024-03-18', 'profile.reportDate': '2024-03-23',
};

function assetFields(assets: readonly (readonly [number, number, number, number])[]): Fields {
  return Object.fromEntries(['furniture', 'equipment', 'other'].flatMap((row, i) => {
    const [opening = 0, added = 0, gone = 0, old = 0] = assets[i] ?? [];
    const reduced = Math.floor((opening * gone) / 10_000) * 100;
    const overAge = Math.floor(((opening - reduced) * old) / 10_000) * 100;
    return [
      [`assets.${row}.opening`, typed(opening)], [`assets.${row}.added`, typed(added + 10_000)], [`assets.${row}.reduced`, typed(reduced)], [`assets.${row}.disposed`, typed(reduced)],
      [`assets.${row}.inUse`, typed(opening - reduced)], [`assets.${row}.overAge`, typed(overAge)], [`assets.${row}.overAgeInUse`, typed(overAge)],
    ];
  }));
}

function procurement(bought: readonly [number, number] | null): Fields {
  if (!bought) return { 'focus.procurement.involved': '不涉及' };
  const [executed, small] = bought;
  return {
    'focus.procurement.involved': '涉及', 'procurement.goods.budget': typed(executed), 'procurement.goods.executed': typed(executed),
    'procurement.goods.sme': typed((executed * small) / 100),
  };
}

function summary(streams: readonly Stream[], as: ProjectsAs): Fields {
  const rows = [...grouped(streams, ({ duration }) => duration.row), ...(as === 'classes' ? grouped(streams, ({ kind }) => kind.row) : [])];
  return Object.fromEntries(rows.flatMap(([row, own]) => [
    [`projectSummary.${row}.statedCount`, String(own.length)], [`projectSummary.${row}.statedAmount`, total(own, (stream) => stream.initial + stream.adjustment)],
    [`projectSummary.${row}.statedExecuted`, total(own, ({ executed }) => executed)],
  ]));
}

function functionRows(streams: readonly Stream[], divided: boolean): readonly Fields[] {
  return grouped(streams, ({ code }) => code).map(([code, own]) => {
    const [basic, project] = [own.filter(({ kind }) => kind.nature !== 'project'), own.filter(({ kind }) => kind.nature === 'project')];
    const fund = { code, fund: total(own.filter((stream) => stream.fund.column === 'fund'), ({ executed }) => executed) };
    return divided ? { ...fund, basic: total(basic, ({ executed }) => executed), project: total(project, ({ executed }) => executed) } : { ...fund, stated: total(own, ({ executed }) => executed) };
  });
}

function economicRows(streams: readonly Stream[]): readonly Fields[] {
  return grouped(streams, ({ item }) => item).map(([code, own]) => ({
    code, basic: total(own.filter(({ kind }) => kind.nature !== 'project'), ({ executed }) => executed),
    project: total(own.filter(({ kind }) => kind.nature === 'project'), ({ executed }) => executed),
  }));
}

function projectRow(stream: Stream, row: number): Fields {
  const { initial, adjustment, june, october, executed } = stream;
  return {
    name: `项目${String(row + 1)}`, category: stream.kind.name, duration: stream.duration.name, fund: stream.fund.source,
    initial: typed(initial), adjustment: typed(adjustment), june: typed(june), october: typed(october), executed: typed(executed),
    ...(adjustment === 0 ? {} : { reason: '按批复调整' }),
  };
}
