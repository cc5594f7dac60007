import type { Mention } from './mentions';
import { digits, figureFinding, written, type FigureFinding, type ProofContext } from './proofContext';
import { agreementOfQuotient, agreementOfSum, inUnitOf, placesOf, shownPercent, unitOf } from './reckon';
import { proofWords } from './texts';

const LEFT = /(?:结转结余|结转和结余|结转及结余|结余结转|结余|结转)(?:资金|数|额|金额)?(?:为|共|：)*$/;
const LEFT_RATE = /(?:结转结余|结转和结余|结余|结转)(?:资金)?率(?:为|是|：)*$/;
const FARTHEST_BUDGET = 40;
const MONEY_IN = ['adjusted', 'budget', 'initial'];

/** F16, R11 部门预算绩效评价: 结余 = 预算数（或到位数、收入） − 支出数, told in one sentence; 结余率 over one of the wholes of the paragraph. */
export function checkRemainders(context: ProofContext): readonly FigureFinding[] {
  return context.mentions.flatMap((mention): readonly FigureFinding[] => {
    if (mention.figure.loose || mention.change !== 0) return [];
    if (mention.figure.kind === 'amount' && LEFT.test(mention.label) && !/上年|年初|以前/.test(mention.label)) return remainderAt(context, mention);
    return mention.figure.kind === 'percent' && LEFT_RATE.test(mention.label) ? rateAt(context, mention) : [];
  });
}

function amountsNear(context: ProofContext, mention: Mention, sentences: number): readonly Mention[] {
  return (context.byParagraph[mention.paragraph] ?? []).filter((one) => one.figure.kind === 'amount' && !one.figure.loose && one.index < mention.index && mention.sentence - one.sentence <= sentences && one.depth === mention.depth);
}

function remainderAt(context: ProofContext, left: Mention): readonly FigureFinding[] {
  const near = amountsNear(context, left, 1);
  const spent = near.filter(({ subject, change, sentence }) => subject.role === 'final' && change === 0 && sentence === left.sentence);
  const sources = near.filter(({ subject, change, label }) => change === 0 && (MONEY_IN.includes(subject.role ?? '') || subject.metric === 'income' || /到位|拨付|下达/.test(label)));
  const [executed] = spent;
  if (!executed || spent.length !== 1) return [];
  if (sources.length === 0) return budgetElsewhere(context, executed, left);
  if (sources.some(({ subject, label }) => !/到位|拨付|下达/.test(label) && subject.metric !== '' && subject.metric !== executed.subject.metric && !['income', 'expenditure'].includes(subject.metric))) return [];
  const fits = sources.some((source) => agreementOfSum(left.figure, [source.figure, executed.figure], source.figure.value.minus(executed.figure.value), context.rounding) !== 'off');
  // Every other way the figures of the sentence make up the remainder is as good.
  const otherwise = near.some((one) => near.some((other) => one.figure.value.minus(other.figure.value).eq(left.figure.value)));
  const source = sources.find(({ subject }) => subject.role === 'adjusted') ?? sources[sources.length - 1];
  return fits || otherwise || !source || source.subject.role === 'initial' ? [] : wrongRemainder(context, source, executed, left);
}

/** The budget stands further up; the execution rate told in the sentence shows which amount it is. */
function budgetElsewhere(context: ProofContext, executed: Mention, left: Mention): readonly FigureFinding[] {
  const rate = context.mentions.slice(executed.index + 1, left.index).find(({ figure, label }) => figure.kind === 'percent' && !figure.loose && /(?:执行|支付|支出|使用)(?:率|进度)(?:为|达到?|：)*$/.test(label));
  if (!rate || executed.figure.value.isZero()) return [];
  const budgets = context.mentions.slice(Math.max(0, executed.index - FARTHEST_BUDGET), executed.index).filter(({ figure, label, change, depth }) =>
    figure.kind === 'amount' && change === 0 && !figure.loose && depth === 0 && /预算|安排|资金|到位|下达/.test(label)
    && agreementOfQuotient(rate.figure, executed.figure.value, figure.value, [context.rounding.inQuotient(executed.figure), context.rounding.inQuotient(figure)]) === 'equal');
  const [source] = budgets;
  if (!source || budgets.some(({ figure }) => !figure.value.eq(source.figure.value))) return [];
  const fits = agreementOfSum(left.figure, [source.figure, executed.figure], source.figure.value.minus(executed.figure.value), context.rounding) !== 'off';
  return fits ? [] : wrongRemainder(context, source, executed, left);
}

function wrongRemainder(context: ProofContext, source: Mention, executed: Mention, left: Mention): readonly FigureFinding[] {
  const computed = `${inUnitOf(source.figure.value.minus(executed.figure.value), left.figure)}${unitOf(left.figure)}`;
  const slots = { income: written(context, source), expenditure: written(context, executed), stated: written(context, left), computed };
  return [figureFinding(context, {
    code: 'F16', level: 'warning', about: [source, executed, left], stated: slots.stated, computed: `${digits(context, source)}-${digits(context, executed)}=${computed}`, words: proofWords('remainder', slots),
  })];
}

function rateAt(context: ProofContext, stated: Mention): readonly FigureFinding[] {
  const near = amountsNear(context, stated, 1);
  const left = near.filter(({ label }) => LEFT.test(label)).pop();
  if (!left || left.sentence !== stated.sentence) return [];
  const wholes = near.filter((one) => one !== left && one.change === 0 && one.figure.value.gt(0));
  if (left.figure.value.isZero() && !stated.figure.value.isZero()) {
    const slots = { name: '结余率', stated: written(context, stated), terms: `${written(context, left)}÷预算数`, computed: '0%' };
    return [figureFinding(context, { code: 'R11', level: 'warning', about: [left, stated], stated: slots.stated, computed: '0%', words: proofWords('rate', slots) })];
  }
  const judged = wholes.map((whole) => ({ whole, agreement: agreementOfQuotient(stated.figure, left.figure.value, whole.figure.value, [context.rounding.inQuotient(left.figure), context.rounding.inQuotient(whole.figure)]) }));
  const first = judged.find(({ whole }) => whole.subject.role === 'adjusted') ?? judged.find(({ whole }) => MONEY_IN.includes(whole.subject.role ?? ''));
  if (!first || judged.some(({ agreement }) => agreement === 'equal')) return [];
  const computed = shownPercent(left.figure.value, first.whole.figure.value, placesOf(stated.figure));
  const slots = { name: '结余率', stated: written(context, stated), terms: `${digits(context, left)}÷${digits(context, first.whole)}`, computed };
  return [figureFinding(context, { code: 'R11', level: 'warning', about: [left, stated], stated: slots.stated, computed: `${slots.terms}=${computed}`, words: proofWords('rate', slots) })];
}
