import { HUNDRED, ONE, sum } from '../values/decimal';
import { shareSumTolerance } from '../values/tolerance';
import { measureOf, type Group } from './groups';
import { quoteOf, type Mention } from './mentions';
import { digits, figureFinding, written, type FigureFinding, type ProofContext } from './proofContext';
import { agreementOfQuotient, placesOf, shownPercent } from './reckon';
import { readSubject } from './subject';
import { proofWords } from './texts';

/** A stated share with what it is a share of. */
interface Share {
  readonly stated: Mention;
  readonly part: Mention;
  readonly wholes: readonly Mention[];
  /** The whole is named or announced by 其中; else it is only the likeliest figure before it. */
  readonly certain: boolean;
  /** The whole stands in another paragraph. */
  readonly distant: boolean;
}

const SHARE = /^(?<part>[^占]{0,30}?)(?:所)?占(?<base>.{0,30}?)(?:的)?(?:比重|比例|比率|份额|比)?(?:为|达到|达|约|是|的|：)*$/;
const ANY_WHOLE = /^(?:其|本年|全年|当年|年度)?(?:总|全部|合计|总数|总额|总量|预算总额|总预算|总编制|编制)?(?:数|额)?$/;

/** R04, R05 决算公开: 占比 = 分项 ÷ 合计, half-up; cut or plugged → 核实; shares of one total do not exceed 100%. */
export function checkShares(context: ProofContext): readonly FigureFinding[] {
  const shares = context.mentions.flatMap((mention) => shareAt(context, mention) ?? []);
  const single = shares.flatMap((share) => findingOf(context, share));
  const ofPart = new Map(shares.map((share) => [share.part, share]));
  const wrong = new Set(single.flatMap(({ about }) => about));
  return [...single, ...context.groups.flatMap((group) => sharesTogether(context, group, ofPart, wrong))];
}

function shareAt(context: ProofContext, stated: Mention): Share | null {
  if (stated.figure.kind !== 'percent' || stated.figure.loose) return null;
  const words = SHARE.exec(stated.label)?.groups;
  if (!words || /占(?:用|地|有率|压)/.test(stated.label)) return null;
  const part = partOf(context, stated, words['part'] ?? '');
  if (!part) return null;
  const base = (words['base'] ?? '').replace(/^(?:了|到)/, '');
  const headsOf = (mention: Mention): readonly Mention[] => (context.groupsOfPart.get(mention) ?? []).map(({ head }) => head);
  const parents = headsOf(part);
  const grandparents = parents.flatMap(headsOf);
  if (ANY_WHOLE.test(base)) {
    if (parents.length > 0) return { stated, part, wholes: [...parents, ...grandparents], certain: true, distant: false };
    const before = earlierFigures(context, part).filter((mention) => mention.figure.value.gte(part.figure.value));
    return before.length === 0 ? null : { stated, part, wholes: [...before].reverse(), certain: false, distant: false };
  }
  const wanted = readSubject(base);
  if (wanted.metric === '' && wanted.role === null && wanted.fund === null) return null;
  const fits = (mention: Mention): boolean => mention !== part && mention.change === 0 && measureOf(mention) === measureOf(part)
    && (wanted.metric === '' || mention.subject.metric === wanted.metric || (wanted.metric === 'expenditure' && mention.subject.metric === '' && mention.subject.role === 'final'))
    && (wanted.role === null || mention.subject.role === null || mention.subject.role === wanted.role);
  const near = [...parents, ...grandparents, ...(context.byParagraph[stated.paragraph] ?? [])].filter(fits);
  const sameFund = wanted.fund === null || near.every(({ subject }) => subject.fund === wanted.fund);
  if (near.length > 0) return { stated, part, wholes: near, certain: sameFund && new Set(near.map(({ figure }) => figure.value.toString())).size === 1, distant: false };
  const anywhere = context.mentions.slice(Math.max(0, stated.index - 200), stated.index).filter((mention) => mention.section.project === null && fits(mention));
  const named = anywhere.filter(({ subject }) => subject.certain && subject.fund === wanted.fund && !['initial', 'adjusted', 'budget'].includes(subject.role ?? '') && subject.period === null && (wanted.total === '' || subject.total === wanted.total));
  if ((wanted.total !== '' || /全年|本年/.test(base)) && named.length > 0 && new Set(named.map(({ figure }) => figure.value.toString())).size === 1) return { stated, part, wholes: named, certain: true, distant: true };
  return anywhere.length === 0 ? null : { stated, part, wholes: anywhere, certain: false, distant: true };
}

/** The figure the share is told of: the one before it in the sentence, or the one its words name. */
function partOf(context: ProofContext, stated: Mention, words: string): Mention | null {
  const named = words.replace(/^[：，、]|(?:支出|收入)?(?:额|数)$/g, '');
  for (let back = stated.index - 1; back >= Math.max(0, stated.index - 6); back--) {
    const mention = context.mentions[back];
    if (!mention || mention.sentence !== stated.sentence) return null;
    if ((mention.figure.kind !== 'amount' && mention.figure.kind !== 'count') || mention.depth > stated.depth) continue;
    if (mention.change !== 0 || mention.figure.loose) return null;
    return named === '' || mention.label.includes(named) ? mention : null;
  }
  return null;
}

/** Figures of the same measure earlier in the sentence, or in the sentence before. */
function earlierFigures(context: ProofContext, part: Mention): readonly Mention[] {
  return context.mentions.slice(Math.max(0, part.index - 12), part.index)
    .filter((mention) => mention.paragraph === part.paragraph && part.sentence - mention.sentence <= 1 && mention.change === 0 && measureOf(mention) === measureOf(part));
}

function findingOf(context: ProofContext, { stated, part, wholes, certain, distant }: Share): readonly FigureFinding[] {
  const judged = wholes.filter(({ figure }) => !figure.value.isZero()).map((whole) => ({
    whole, agreement: agreementOfQuotient(stated.figure, part.figure.value, whole.figure.value, [context.rounding.inQuotient(part.figure), context.rounding.inQuotient(whole.figure)]),
  }));
  const first = judged[0];
  if (!first || judged.some(({ agreement }) => agreement === 'equal')) return [];
  const close = judged.find(({ agreement }) => agreement !== 'off') ?? first;
  // Without 其中 or a named whole, only a share that is nearly right tells what it is a share of.
  if (!certain && close.agreement === 'off') return [];
  const places = placesOf(stated.figure);
  const computed = shownPercent(part.figure.value, close.whole.figure.value, places);
  const slots = { stated: written(context, stated), terms: `${digits(context, part)}÷${digits(context, close.whole)}`, computed };
  const words = close.agreement === 'truncated' ? proofWords('share.truncated', slots) : close.agreement === 'oneUnit' ? proofWords('share.oneUnit', slots) : proofWords('share', slots);
  return [figureFinding(context, {
    code: 'R04', level: close.agreement === 'off' && certain && !distant ? 'error' : 'warning', about: [part, stated],
    quotes: [quoteOf(context, part, stated)], stated: slots.stated, computed: `${slots.terms}=${computed}`, words,
  })];
}

/** R05: the shares of one list. */
function sharesTogether(context: ProofContext, group: Group, shares: ReadonlyMap<Mention, Share>, wrong: ReadonlySet<Mention>): readonly FigureFinding[] {
  const own = group.parts.flatMap((part) => shares.get(part) ?? []).filter((share) => share.certain && share.wholes[0] === group.head);
  if (own.length < 2 || own.some(({ stated }) => wrong.has(stated))) return [];
  const total = sum(own.map(({ stated }) => stated.figure.value));
  const tolerance = own.reduce((all, { stated }) => all.plus(stated.figure.step.div(2)), shareSumTolerance(0));
  const over = total.minus(ONE);
  const shown = `${own.map(({ stated }) => written(context, stated)).join('+')}=${total.times(HUNDRED).toFixed()}%`;
  const made = (level: 'error' | 'hint', words: string): readonly FigureFinding[] => [figureFinding(context, {
    code: 'R05', level, about: own.map(({ stated }) => stated), stated: shown, computed: '100%', words,
  })];
  if (over.gt(tolerance)) return made('error', proofWords('shares.sum', { computed: shown }));
  const complete = own.length === group.parts.length && sum(group.parts.map(({ figure }) => figure.value)).eq(group.head.figure.value);
  return complete && !over.isZero() && over.abs().lte(tolerance) ? made('hint', proofWords('shares.rounding', { computed: shown })) : [];
}
