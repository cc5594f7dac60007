import { sum } from '../values/decimal';
import type { Mention } from './mentions';
import { measureOf } from './groups';
import { digits, figureFinding, nameOf, textOf, written, type FigureFinding, type ProofContext } from './proofContext';
import { adjustmentsOf } from './rates';
import { agreementOfSum, equalAtCoarser, inUnitOf, shownPercent, unitOf } from './reckon';
import { metricKey, wholeMetric } from './metricKey';
import { METRICS, type Fund, type Role } from './subject';
import { proofWords } from './texts';

/** A figure of the unit as a whole with everything its sentence, its list and its section tell about it. */
export interface Resolved {
  readonly mention: Mention;
  readonly metric: string;
  readonly role: Role;
  /** The stage is told by its own words, its list or its heading; else it is only likely. */
  readonly roleTold: boolean;
  readonly fund: Fund | null;
  readonly year: number | null;
  /** Metric, stage, year, period, 总计 or 合计, fund. */
  readonly key: string;
}

const FUND_NAMES: Readonly<Record<Fund, string>> = { general: '一般公共预算', govFund: '政府性基金预算', capital: '国有资本经营预算', fiscal: '财政拨款', other: '其他资金' };
const ROLE_NAMES: Readonly<Record<Role, string>> = { initial: '年初预算数', adjustment: '调整数', adjusted: '调整后预算数', budget: '预算数', final: '决算数' };
const NO_LEVEL = /人均|平均|每|户均|占|增|减|目标|计划|标准|控制数|限额|以前年度|历年|累计投入|截至/;
const WORDS_OF_FUNDS = /一般公共预算|政府性基金预算|国有资本经营预算|预算(?:绩效|管理|单位|法|编制|执行|收支|一体化|股|科|处|局|支出绩效)|部门预算/g;

/** Figures that name a metric of the field for the unit as a whole; everything else is left alone. */
export function resolvedOf(context: ProofContext): readonly Resolved[] {
  const owners = ownNames(context);
  const known = new Map<Mention, Resolved | null>();
  const resolve = (mention: Mention, depth: number): Resolved | null => {
    const found = known.get(mention);
    if (found !== undefined) return found;
    const { subject, section } = mention;
    const headMention = context.groupsOfPart.get(mention)?.[0]?.head;
    const head = headMention && depth < 4 && headMention.index < mention.index ? resolve(headMention, depth + 1) : null;
    let result: Resolved | null = null;
    if (measureOf(mention) === 'amount' && subject.certain && mention.change === 0 && section.project === null && !NO_LEVEL.test(mention.label) && subject.role !== 'adjustment'
      && subject.period === null && (subject.owner === '' || owners.has(subject.owner)) && (!headMention || head !== null) && mention.depth <= 1) {
      const told = subject.metric === 'carryOver' ? 'final' : subject.role ?? head?.role ?? section.role;
      const role = told ?? (budgetIsMeant(context, mention) ? null : 'final');
      const fund = subject.fund ?? head?.fund ?? section.fund;
      const year = subject.year === -1 ? (context.year === null ? null : context.year - 1) : subject.year ?? yearBefore(context, mention) ?? head?.year ?? context.year;
      const periodElsewhere = /(?<!\d)(\d{1,2})月?[-—~至到](\d{1,2})月|上半年|前三季度|[一二三]季度/.test(sentenceBefore(context, mention)) && !/(?<!\d)1月?[-—~至到]12月/.test(sentenceBefore(context, mention));
      const anchored = !section.particular || !['', 'expenditure', 'income'].includes(subject.metric) || subject.year !== null || subject.owner !== '' || /部门|单位|整体|财政拨款/.test(mention.label);
      if (role !== null && !periodElsewhere && anchored) {
        const metric = wholeMetric(subject.metric, role);
        result = { mention, metric, role, roleTold: told !== null || (role === 'final' && /支出(?:为|：|共|约|是|额|数|总|合|$)/.test(mention.label) && !['basic', 'project'].includes(subject.metric)), fund, year, key: metricKey({ metric: subject.metric, role, year, total: subject.total, fund }) };
      }
    }
    known.set(mention, result);
    return result;
  };
  return context.mentions.flatMap((mention) => resolve(mention, 0) ?? []);
}

/**
 * The unit's own names: those its title holds; without a title that names it, the institution amounts are told of most often.
 * Shorter and longer forms are the same name.
 */
function ownNames(context: ProofContext): ReadonlySet<string> {
  const titles = context.document.paragraphs.slice(0, 3).map(({ reading }) => reading.text).filter((text) => text.length <= 60).join('\n');
  const count = new Map<string, number>();
  for (const { subject, figure } of context.mentions) if (figure.kind === 'amount' && subject.owner !== '') count.set(subject.owner, (count.get(subject.owner) ?? 0) + 1);
  const named = [...count.keys()].filter((owner) => titles.includes(owner));
  const most = [...count].reduce<readonly [string, number]>((best, one) => (one[1] > best[1] ? one : best), ['', 0])[0];
  const own = named.length > 0 ? named : !/(?:局|委|中心|办公室|院|校|站|所|队|镇|乡|街道)(?=20\d\d)/.test(titles) ? [most] : [];
  return new Set([...count.keys()].filter((owner) => own.some((one) => owner.endsWith(one) || one.endsWith(owner))));
}

function sentenceBefore(context: ProofContext, mention: Mention): string {
  const text = textOf(context, mention).slice(Math.max(0, mention.figure.from - 200), mention.figure.from);
  return /[^。！？]*$/.exec(text)?.[0] ?? text;
}

function budgetIsMeant(context: ProofContext, mention: Mention): boolean {
  return /预算|计划|拟/.test(sentenceBefore(context, mention).replaceAll(WORDS_OF_FUNDS, ''));
}

/** Year named earlier in the sentence, comparisons with other years left out. */
function yearBefore(context: ProofContext, mention: Mention): number | null {
  const years = [...sentenceBefore(context, mention).replaceAll(/(?:与|较|比|同)(?:20\d\d年度?|上年)(?:度|同期|决算数?|预算数?)?(?:相比|比)?/g, '').matchAll(/(20\d\d)年/g)];
  const last = years.pop();
  return last ? Number(last[1]) : null;
}

/**
 * F11 决算公开、部门预算绩效评价: the same metric, stage, year and money told twice must be the same at the coarser precision.
 * F18: the same figure in 元 and 万元 mixed up.
 */
export function checkSameMetric(context: ProofContext, all: readonly Resolved[]): readonly FigureFinding[] {
  const stage = checkStages(context, all);
  const blamed = new Set(stage.flatMap(({ about }) => about));
  const byKey = new Map<string, Resolved[]>();
  for (const one of all) {
    if (blamed.has(one.mention) || (one.metric === 'total' && one.role === 'budget')) continue;
    const same = byKey.get(one.key);
    if (same) same.push(one);
    else byKey.set(one.key, [one]);
  }
  return [...stage, ...[...byKey.values()].flatMap((same) => (same.length > 1 ? contradictionIn(context, same, all) : []))];
}

function contradictionIn(context: ProofContext, same: readonly Resolved[], all: readonly Resolved[]): readonly FigureFinding[] {
  const exact = same.filter(({ mention }) => !mention.figure.loose);
  const values: Resolved[][] = [];
  for (const one of exact) {
    // So many values under one name are a table of several things, not one figure.
    if (values.length > 3) return [];
    const alike = values.find(([first]) => first && equalAtCoarser(first.mention.figure, one.mention.figure));
    if (alike) alike.push(one);
    else values.push([one]);
  }
  const [first, second] = [values[0]?.[0], values[1]?.[0]];
  if (!first || !second || values.length > 3) return [];
  const told = values.flatMap((alike) => alike[0] ?? []);
  const places = told.map(({ mention }) => written(context, mention)).join(' / ');
  const metric = metricName(first);
  const about = told.map(({ mention }) => mention);
  const made = (code: string, level: 'error' | 'warning', words: string): readonly FigureFinding[] => [figureFinding(context, { code, level, about, stated: places, computed: '应一致', words })];
  const ratio = first.mention.figure.value.isZero() || second.mention.figure.value.isZero() ? null : first.mention.figure.value.div(second.mention.figure.value);
  if (ratio && (ratio.eq('10000') || ratio.eq('0.0001'))) return made('F18', 'error', proofWords('same.unit', { metric, places }));
  if (first.fund === null) {
    const restricted = told.map((one) => ({ one, like: all.find((other) => other.fund !== null && other.fund !== 'fiscal' && other.metric === one.metric && other.mention.figure.value.eq(one.mention.figure.value)) })).find(({ like }) => like);
    if (restricted?.like) {
      return made('F11', 'warning', proofWords('same.fund', { metric, places, value: written(context, restricted.one.mention), fund: FUND_NAMES[restricted.like.fund ?? 'general'] }));
    }
  }
  const tails = told.flatMap(({ mention }) => tailAgainst(context, mention, about));
  const sure = told.every(({ roleTold }) => roleTold) || sameWhole(context, first.mention, second.mention);
  return [...(sure ? made('F11', 'error', proofWords('same', { metric, places })) : made('F11', 'warning', proofWords('same.unsure', { metric, places }))), ...tails];
}

/** The parts of one of two contradicting totals are within rounding of the other one too. */
function tailAgainst(context: ProofContext, other: Mention, told: readonly Mention[]): readonly FigureFinding[] {
  const group = context.groups.find(({ head, parts }) => head !== other && told.includes(head) && parts.length > 1 && sum(parts.map(({ figure }) => figure.value)).eq(head.figure.value));
  if (!group) return [];
  const figures = group.parts.map(({ figure }) => figure);
  const computed = sum(figures.map(({ value }) => value));
  if (agreementOfSum(other.figure, figures, computed, context.rounding) !== 'tail') return [];
  const unit = unitOf(other.figure);
  const terms = group.parts.map((part) => digits(context, part)).join('+');
  const slots = { whole: `“${nameOf(other)}”`, stated: written(context, other), terms, computed: `${inUnitOf(computed, other.figure)}${unit}`, difference: `${inUnitOf(computed.minus(other.figure.value).abs(), other.figure)}${unit}` };
  return [figureFinding(context, { code: other.subject.metric === 'basic' ? 'F06' : 'F12', level: 'hint', about: [other, ...group.parts], stated: slots.stated, computed: `${terms}=${slots.computed}`, words: proofWords('sum.tail', slots) })];
}

/** Both are parts of totals of the same amount: two tellings of one list. */
function sameWhole(context: ProofContext, one: Mention, other: Mention): boolean {
  const headOf = (mention: Mention): Mention | undefined => context.groupsOfPart.get(mention)?.[0]?.head;
  const [first, second] = [headOf(one), headOf(other)];
  return first !== undefined && second !== undefined && equalAtCoarser(first.figure, second.figure);
}

function metricName({ metric, role, fund, mention }: Resolved): string {
  const known: Readonly<Record<string, string>> = { ...METRICS, total: mention.subject.metric === 'income' ? '收入' : '支出' };
  const name = known[metric] ?? nameOf(mention);
  return `${fund === null ? '' : FUND_NAMES[fund]}${name}（${ROLE_NAMES[role]}）`;
}

/** 年初预算 told as what is elsewhere the adjusted budget: one finding for the family F11, R03, R15, F22. */
function checkStages(context: ProofContext, all: readonly Resolved[]): readonly FigureFinding[] {
  return adjustmentsOf(context).slice(0, 1).flatMap(({ initial, changes, adjusted, computed }) => {
    if (!computed.eq(adjusted.figure.value) || initial.figure.value.eq(adjusted.figure.value) || initial.section.project !== null) return [];
    const year = all.find(({ mention }) => mention === initial)?.year;
    const mixed = all.filter(({ mention, metric, role, year: theirs }) => mention !== initial && metric === 'total' && role === 'initial' && theirs === year && equalAtCoarser(mention.figure, adjusted.figure)).map(({ mention }) => mention);
    if (mixed.length === 0) return [];
    const places = [initial, ...mixed].map((mention) => written(context, mention)).join(' / ');
    const terms = [initial, ...changes].map((mention) => digits(context, mention)).join('+') + `=${digits(context, adjusted)}`;
    const final = all.find(({ mention, metric, role }) => metric === 'total' && role === 'final' && mixed.some(({ sentence }) => sentence === mention.sentence));
    const consequence = final && !initial.figure.value.isZero() && /偏离/.test(textOf(context, final.mention))
      ? `按${digits(context, initial)}计算，偏离度为${shownPercent(final.mention.figure.value.minus(initial.figure.value), initial.figure.value, 2)}。` : '';
    return [figureFinding(context, {
      code: 'F11', level: 'error', about: [initial, ...mixed], stated: places, computed: terms,
      words: proofWords('same.stage', { places, adjusted: written(context, adjusted), terms, consequence }),
    })];
  });
}
