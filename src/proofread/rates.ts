import { decimal, sum, type Decimal } from '../values/decimal';
import { quoteOf, quotePiece, type Mention } from './mentions';
import { digits, figureFinding, textOf, written, type FigureFinding, type ProofContext } from './proofContext';
import { agreementOfQuotient, agreementOfSum, inUnitOf, placesOf, shownPercent, unitOf } from './reckon';
import { proofWords } from './texts';

const RATE = /(?<name>(?:执行|支付|支出|使用|完成|到位|控制)(?:总体|整体)?(?:率|进度|比例)|完成(?:了)?(?:年初|全年|调整后?|年度|当年|全部|本年|支出|收入|财政拨款|部门|的)*预算(?:数|额|安排|总额)?)(?:均|都)?(?:的)?(?:为|达到|达|是|约|：)*$/;
const PERIOD_IN_WORDS = /(?<!\d)(\d{1,2})月?[-—~至到](\d{1,2})月|上半年|前三季度|[一二三]季度|截[至止](?:\d{4}年)?(?:[1-9]|1[01])月/;
const LOOK_BACK = 40;
const EXPLAINED = /结转|追加|超预算|大于|调整|年初/;

/** R01, R02, R03, R08–R10, F10 部门预算绩效评价: execution rates with their own denominators, deviation from the initial budget, adjustments. */
export function checkRates(context: ProofContext): readonly FigureFinding[] {
  const rates = context.mentions.filter((mention) => mention.figure.kind === 'percent' && !mention.figure.loose && mention.change === 0 && RATE.test(mention.label));
  const isRate = new Set(rates);
  const read = rates.map((rate) => readRate(context, rate, isRate));
  const adjusted = adjustedBudgetOf(context);
  return [...read.flatMap((rate) => rateFinding(context, rate, adjusted)), ...periodsTogether(context, read), ...read.flatMap((rate) => directionFinding(context, rate)), ...checkDeviation(context), ...checkAdjustments(context)];
}

interface Rate {
  readonly stated: Mention;
  readonly name: string;
  readonly executed: readonly Mention[];
  readonly budgets: readonly Mention[];
  readonly period: string | null;
}

function readRate(context: ProofContext, stated: Mention, rates: ReadonlySet<Mention>): Rate {
  const name = (RATE.exec(stated.label)?.groups?.['name'] ?? '执行率').replace(/的$/, '');
  const earlier = context.mentions.slice(Math.max(0, stated.index - LOOK_BACK), stated.index).filter(({ paragraph }) => paragraph === stated.paragraph);
  const previous = earlier.filter((mention) => rates.has(mention)).pop();
  const window = (sentences: number): readonly Mention[] => earlier.filter((mention) =>
    mention.index > (previous?.index ?? -1) && mention.figure.kind === 'amount' && mention.change === 0 && !mention.figure.loose
    && stated.sentence - mention.sentence <= sentences && mention.depth <= stated.depth);
  const own = window(0);
  const near = own.length > 0 ? own : window(1);
  const byRole = (...roles: readonly string[]): readonly Mention[] => near.filter(({ subject }) => roles.includes(subject.role ?? ''));
  const received = near.filter(({ label }) => /到位|拨付|下达/.test(label));
  const executed = name.startsWith('到位') ? received : byRole('final').filter((mention) => !received.includes(mention) || byRole('final').length === 1);
  const spent = executed.length > 0 || name.startsWith('到位') ? executed : near.filter(({ subject, label }) => subject.role === null && subject.certain && /支出|支付|使用/.test(label));
  const wider = window(1).filter((mention) => !near.includes(mention));
  const base = /年初/.test(stated.label) ? byRole('initial') : /调整|全年/.test(stated.label) ? byRole('adjusted') : [];
  const inSentence = base.length > 0 ? base : [...byRole('adjusted'), ...byRole('budget'), ...byRole('initial'), ...(/使用|支付|支出/.test(name) ? received : [])];
  const budgets = inSentence.length > 0 ? inSentence : wider.filter(({ subject, label }) => ['adjusted', 'budget', 'initial'].includes(subject.role ?? '') || (/使用|支付|支出/.test(name) && /到位|拨付|下达/.test(label)));
  const since = textOf(context, stated).slice(previous?.figure.to ?? 0, stated.figure.from);
  return { stated, name, executed: spent.filter((mention) => !budgets.includes(mention)), budgets, period: PERIOD_IN_WORDS.test(since) && !/(?<!\d)0?1月?[-—~至到]12月/.test(since) ? (PERIOD_IN_WORDS.exec(since)?.[0] ?? null) : null };
}

/** The adjusted budget of the unit as a whole, wherever it stands; null when the text has none or several. */
function adjustedBudgetOf(context: ProofContext): Mention | null {
  const stated = context.mentions.filter(({ figure, subject, section, change }) => figure.kind === 'amount' && subject.role === 'adjusted' && subject.certain
    && ['', 'income', 'expenditure'].includes(subject.metric) && section.project === null && change === 0);
  const first = stated[0];
  return first && stated.every(({ figure }) => figure.value.eq(first.figure.value)) ? first : null;
}

function rateFinding(context: ProofContext, rate: Rate, adjusted: Mention | null): readonly FigureFinding[] {
  const { stated, name, executed, budgets } = rate;
  const shown = written(context, stated);
  const numerator = executed[executed.length - 1];
  if (!numerator) return [];
  if (budgets.length === 0) return rateWithoutBase(context, rate, numerator, adjusted);
  const pairs = executed.flatMap((one) => budgets.map((budget) => ({ one, budget, agreement: agreementOfQuotient(stated.figure, one.figure.value, budget.figure.value, [context.rounding.inQuotient(one.figure), context.rounding.inQuotient(budget.figure)]) })));
  const zero = budgets.every(({ figure }) => figure.value.isZero()) && executed.every(({ figure }) => figure.value.isZero());
  if (zero) {
    return [figureFinding(context, { code: 'R09', level: 'warning', about: [stated], quotes: [quoteOf(context, budgets[0] ?? stated), quoteOf(context, stated)], stated: shown, computed: '0÷0', words: proofWords('rate.zero', { name, stated: shown }) })];
  }
  if (pairs.some(({ agreement }) => agreement === 'equal')) return beyond(context, rate, shown);
  const close = pairs.find(({ agreement, budget }) => agreement !== 'off' && !budget.figure.value.isZero()) ?? pairs.find(({ one, budget }) => one === numerator && !budget.figure.value.isZero());
  if (!close) {
    const words = proofWords('rate.noBudget', { name, stated: shown, executed: written(context, numerator) });
    return [figureFinding(context, { code: 'R01', level: 'warning', about: [budgets[0] ?? stated, numerator, stated], stated: shown, computed: `${digits(context, numerator)}÷0`, words })];
  }
  const computed = shownPercent(close.one.figure.value, close.budget.figure.value, placesOf(stated.figure));
  const slots = { name, stated: shown, terms: `${digits(context, close.one)}÷${digits(context, close.budget)}`, computed };
  const sure = executed.length === 1 && budgets.length <= 2 && rate.period === null;
  return [figureFinding(context, {
    code: 'R01', level: close.agreement === 'off' && sure ? 'error' : 'warning', about: [close.budget, close.one, stated],
    stated: shown, computed: `${slots.terms}=${computed}`, words: close.agreement === 'off' ? proofWords('rate', slots) : proofWords('rate.rounding', slots),
  })];
}

/** No budget beside it: the unit's adjusted budget, with a question instead of a verdict. */
function rateWithoutBase(context: ProofContext, { stated, name, period }: Rate, numerator: Mention, budget: Mention | null): readonly FigureFinding[] {
  const whole = ['', 'expenditure'].includes(numerator.subject.metric) && numerator.subject.certain && numerator.section.project === null;
  if (!budget || !whole || budget.figure.value.isZero()) return [];
  const agreement = agreementOfQuotient(stated.figure, numerator.figure.value, budget.figure.value, [context.rounding.inQuotient(numerator.figure), context.rounding.inQuotient(budget.figure)]);
  if (agreement === 'equal' || (period === null && numerator.subject.fund !== budget.subject.fund)) return [];
  const computed = shownPercent(numerator.figure.value, budget.figure.value, placesOf(stated.figure));
  const slots = { name, stated: written(context, stated), terms: `${digits(context, numerator)}÷${digits(context, budget)}`, computed };
  return [figureFinding(context, {
    code: 'R01', level: 'warning', about: [numerator, stated], quotes: [quoteOf(context, numerator, stated)], stated: slots.stated, computed: `${slots.terms}=${computed}`, words: proofWords('rate.period', slots),
  })];
}

/** R10: an execution rate above 100% asks for a reason. */
function beyond(context: ProofContext, { stated, name }: Rate, shown: string): readonly FigureFinding[] {
  const around = textOf(context, stated).slice(Math.max(0, stated.figure.from - 60), stated.figure.to + 60);
  if (stated.figure.value.lte(1) || !/执行/.test(name) || EXPLAINED.test(around)) return [];
  return [figureFinding(context, { code: 'R10', level: 'warning', about: [stated], stated: shown, computed: '不大于100%', words: proofWords('rate.range', { name, stated: shown }) })];
}

/** R02: two periods, two executed amounts, one rate; and cumulated amounts that fall. */
function periodsTogether(context: ProofContext, rates: readonly Rate[]): readonly FigureFinding[] {
  const timed = rates.filter(({ period, budgets, executed }) => period !== null && budgets.length === 0 && executed.length === 1);
  return timed.slice(1).flatMap((later, at) => {
    const earlier = timed[at];
    const [one, other] = [earlier?.executed[0], later.executed[0]];
    if (!earlier || !one || !other || one.paragraph !== other.paragraph || one.subject.metric !== other.subject.metric) return [];
    const quotes = [quoteOf(context, one, earlier.stated), quoteOf(context, other, later.stated)];
    const about = [one, other, earlier.stated, later.stated];
    if (endOf(later.period) > endOf(earlier.period) && startOf(later.period) === startOf(earlier.period) && other.figure.value.lt(one.figure.value)) {
      const slots = { earlier: written(context, one), later: written(context, other) };
      return [figureFinding(context, { code: 'R02', level: 'warning', about, quotes, stated: slots.later, computed: `不小于${slots.earlier}`, words: proofWords('rate.falling', slots) })];
    }
    if (!earlier.stated.figure.value.eq(later.stated.figure.value) || one.figure.value.eq(other.figure.value)) return [];
    const slots = { values: `${written(context, one)}、${written(context, other)}`, stated: written(context, later.stated) };
    return [figureFinding(context, { code: 'R02', level: 'warning', about, quotes, stated: slots.stated, computed: slots.values, words: proofWords('rate.samePeriods', slots) })];
  });
}

function startOf(period: string | null): number {
  return Number(/^(\d{1,2})/.exec(period ?? '')?.[1] ?? 1);
}

function endOf(period: string | null): number {
  const words: Readonly<Record<string, number>> = { 上半年: 6, 前三季度: 9, 一季度: 3, 二季度: 6, 三季度: 9 };
  return words[period ?? ''] ?? Number(/(\d{1,2})月?$/.exec(period ?? '')?.[1] ?? 12);
}

/** R08: the rate and the word about 决算数 and 预算数 behind it. */
function directionFinding(context: ProofContext, { stated }: Rate): readonly FigureFinding[] {
  const text = textOf(context, stated);
  const behind = text.slice(stated.figure.to, stated.figure.to + 60);
  const found = /^[，。；、]?(?:其中：?)?(?:支出|收入)?决算数?(?<word>大于|小于|高于|低于|等于|与预算数?持平|超过)(?<base>年初|全年|调整后?)?预算/.exec(behind);
  const word = found?.groups?.['word'] ?? '';
  const base = found?.groups?.['base'] ?? '';
  if (!found || (base !== '' && !stated.label.includes(base.slice(0, 2))) || (base === '' && stated.label.includes('调整'))) return [];
  const actual = stated.figure.value.comparedTo(1);
  const said = /大于|高于|超过/.test(word) ? 1 : /小于|低于/.test(word) ? -1 : 0;
  // 99.99…% may be written as 100%.
  const wrong = said === 0 ? actual !== 0 : said === -actual || (actual === 0 && placesOf(stated.figure) >= 2) || (actual === 0 && amountsEqual(context, stated));
  if (!wrong) return [];
  return [figureFinding(context, {
    code: 'R08', level: 'error', about: [stated], quotes: [quoteOf(context, stated), quotePiece(context, stated.paragraph, stated.figure.to + found.index, stated.figure.to + found.index + found[0].length)],
    stated: word, computed: written(context, stated), words: proofWords('direction.budget', { stated: written(context, stated), word }),
  })];
}

function amountsEqual(context: ProofContext, stated: Mention): boolean {
  const amounts = (context.byParagraph[stated.paragraph] ?? []).filter((mention) => mention.sentence === stated.sentence && mention.index < stated.index && mention.figure.kind === 'amount').slice(-2);
  return amounts.length < 2 || (amounts[0]?.figure.value.eq(amounts[1]?.figure.value ?? decimal('-1')) ?? false);
}

/** R03: 偏离度 = (执行数 − 年初预算数) ÷ 年初预算数, both in the same sentence. */
function checkDeviation(context: ProofContext): readonly FigureFinding[] {
  return context.byParagraph.flatMap((mentions, paragraph) => {
    const text = context.document.paragraphs[paragraph]?.reading.text ?? '';
    const found = /偏离(?:度|率)(?:为|是|：)?(?<value>-?\d{1,4}(?:\.\d{1,4})?)(?<sign>%?)/.exec(mentions.length > 1 ? text : '');
    if (!found) return [];
    const at = found.index + found[0].lastIndexOf(found.groups?.['value'] ?? '');
    const amounts = mentions.filter((mention) => mention.figure.kind === 'amount' && mention.figure.to <= at && !/。/.test(text.slice(mention.figure.to, at)));
    const initial = amounts.filter(({ subject }) => subject.role === 'initial');
    const final = amounts.filter(({ subject }) => subject.role === 'final');
    const [budget, executed] = [initial[0], final[0]];
    if (initial.length !== 1 || final.length !== 1 || !budget || !executed || budget.figure.value.isZero()) return [];
    const value = decimal(found.groups?.['value'] ?? '0');
    if (found.groups?.['sign'] === '' && !value.isZero()) return [];
    const exact = executed.figure.value.minus(budget.figure.value).div(budget.figure.value);
    const stated = { ...budget.figure, kind: 'percent' as const, value: value.div(100), step: decimal(10).pow(-value.decimalPlaces() - 2) };
    const agreement = agreementOfQuotient(stated, executed.figure.value.minus(budget.figure.value).times(value.isNegative() ? 1 : exact.isNegative() ? -1 : 1), budget.figure.value, [context.rounding.inQuotient(executed.figure), context.rounding.inQuotient(budget.figure)]);
    if (agreement !== 'off') return [];
    const terms = `(${digits(context, executed)}-${digits(context, budget)})÷${digits(context, budget)}`;
    const computed = shownPercent(executed.figure.value.minus(budget.figure.value), budget.figure.value, 2);
    const shown = `${found.groups?.['value'] ?? ''}${found.groups?.['sign'] ?? ''}`;
    return [figureFinding(context, {
      code: 'R03', level: 'error', about: [budget, executed], quotes: [quoteOf(context, budget), quoteOf(context, executed), quotePiece(context, paragraph, found.index, found.index + found[0].length)],
      stated: shown, computed: `${terms}=${computed}`, words: proofWords('deviation', { stated: shown, terms, computed }),
    })];
  });
}

/** 年初 + 调整 = 调整后, told in one sentence or in two sentences that follow each other. */
export interface Adjustment {
  readonly initial: Mention;
  readonly changes: readonly Mention[];
  readonly adjusted: Mention;
  readonly computed: Decimal;
}

export function adjustmentsOf(context: ProofContext): readonly Adjustment[] {
  return context.byParagraph.flatMap((mentions) => {
    const amounts = mentions.filter(({ figure }) => figure.kind === 'amount' && !figure.loose);
    return amounts.flatMap((adjusted): readonly Adjustment[] => {
      if (adjusted.subject.role !== 'adjusted') return [];
      const near = amounts.filter((mention) => Math.abs(mention.sentence - adjusted.sentence) <= 1 && mention.depth === adjusted.depth);
      const initial = near.filter(({ subject }) => subject.role === 'initial');
      const changes = near.filter(({ subject, sentence }) => subject.role === 'adjustment' && sentence <= adjusted.sentence);
      const [first] = initial;
      if (!first || initial.length !== 1 || changes.length === 0 || near.filter(({ subject }) => subject.role === 'adjusted').length !== 1) return [];
      const computed = sum([first.figure.value, ...changes.map((change) => (change.change < 0 || /减|收回/.test(change.label) ? change.figure.value.abs().negated() : change.figure.value))]);
      return [{ initial: first, changes, adjusted, computed }];
    });
  });
}

/** F10: 年初预算数 + 年中调整数 = 调整后预算数. */
function checkAdjustments(context: ProofContext): readonly FigureFinding[] {
  return adjustmentsOf(context).flatMap(({ initial, changes, adjusted, computed }) => {
    const agreement = agreementOfSum(adjusted.figure, [initial, ...changes].map(({ figure }) => figure), computed, context.rounding);
    if (agreement === 'equal') return [];
    const difference = adjusted.figure.value.minus(computed).abs();
    const sentence = (context.byParagraph[adjusted.paragraph] ?? []).filter((mention) => mention.sentence === adjusted.sentence && ![initial, adjusted, ...changes].includes(mention));
    if (sentence.some(({ figure }) => figure.kind === 'amount' && figure.value.eq(difference))) return [];
    const unit = unitOf(adjusted.figure);
    const slots = {
      initial: written(context, initial), adjustment: changes.map((change) => written(context, change)).join('、'), computed: `${inUnitOf(computed, adjusted.figure)}${unit}`,
      stated: written(context, adjusted), difference: `${inUnitOf(difference, adjusted.figure)}${unit}`,
    };
    const terms = [initial, ...changes].map((mention) => digits(context, mention)).join('+');
    return [figureFinding(context, {
      code: 'F10', level: agreement === 'tail' ? 'hint' : 'error', about: [initial, ...changes, adjusted], stated: slots.stated, computed: `${terms}=${slots.computed}`, words: proofWords('adjusted', slots),
    })];
  });
}
