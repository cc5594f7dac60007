import { decimal, type Decimal } from '../values/decimal';
import { quoteOf, quotePiece, type Mention } from './mentions';
import { digits, figureFinding, textOf, written, type FigureFinding, type ProofContext } from './proofContext';
import { agreementOfQuotient, agreementOfSum, inUnitOf, placesOf, shownPercent, unitOf } from './reckon';
import { proofWords } from './texts';

const EARLIER = /上年|去年|上一年|同期|20\d\d年/;
const COMPARED = /(?:与|较|比|同)(?:上年|去年|上一年|20\d\d年|年初预算|全年预算|预算|同期)/;
const MOST_CANDIDATES = 6;

/** R06, R07, R08 决算说明: 增减额 = 本年 − 上年; 增减率 over last year's amount; words agree with figures. */
export function checkDifferences(context: ProofContext): readonly FigureFinding[] {
  return context.mentions.flatMap((mention): readonly FigureFinding[] => {
    if (mention.change === 0 || mention.figure.loose) return [];
    if (mention.figure.kind === 'amount' || mention.figure.kind === 'count') return [...checkDifference(context, mention), ...checkGrowthOf(context, mention)];
    if (mention.figure.kind === 'points') return checkPoints(context, mention);
    return mention.figure.kind === 'percent' ? checkBareGrowth(context, mention) : [];
  }).concat(checkUnchanged(context));
}

/** Amounts of the sentence before a change, the nearest first; of the sentence before it when there is none. */
function levelsBefore(context: ProofContext, change: Mention, kind: Mention): readonly Mention[] {
  const near = (context.byParagraph[change.paragraph] ?? []).filter((mention) =>
    mention.index < change.index && mention.change === 0 && !mention.figure.loose && mention.figure.kind === kind.figure.kind && (kind.figure.kind === 'amount' || mention.figure.unit === kind.figure.unit) && change.sentence - mention.sentence <= 1);
  const own = near.filter(({ sentence }) => sentence === change.sentence);
  return (own.length > 0 ? own : near).slice(-MOST_CANDIDATES).reverse();
}

/** Last year's amounts (or the budget compared with) among some amounts; the others are this year's. */
function isBase(context: ProofContext, mention: Mention): boolean {
  const { year } = mention.subject;
  return year === -1 || (year !== null && context.year !== null && year === context.year - 1) || /^(?:比|较|与|同)/.test(mention.label);
}

/** R06: “由88.6%提高到93.1%，提高4.5个百分点”, “94.9%，较上年的93.2%提高1.7个百分点”. */
function checkPoints(context: ProofContext, change: Mention): readonly FigureFinding[] {
  const near = (context.byParagraph[change.paragraph] ?? []).filter(({ index, figure, sentence }) => figure.kind === 'percent' && index < change.index && sentence === change.sentence).slice(-2);
  const [one, other] = near;
  if (!one || !other || near.some((rate) => rate.change !== 0 || rate.figure.loose || rate.depth !== change.depth) || other.index !== change.index - 1) return [];
  const fromTo = /[由从][^，；]*$/.test(one.label) && /(?:到|至|为)$/.test(other.label);
  const compared = isBase(context, other) && !isBase(context, one);
  const [earlier, later] = fromTo ? [one, other] : [other, one];
  if (!fromTo && (!compared || one.index !== change.index - 2)) return [];
  const exact = later.figure.value.minus(earlier.figure.value);
  const stated = change.figure.value.times(change.change);
  const envelope = [later, earlier, change].reduce((all, { figure }) => all.plus(figure.step), decimal('0')).div(2);
  if (exact.minus(stated).abs().lt(envelope)) return [];
  if (exact.isNegative() !== stated.isNegative() && exact.abs().minus(stated.abs()).abs().lt(envelope)) return [direction(context, change, earlier, later, exact)];
  const terms = `${written(context, later)}-${written(context, earlier)}`;
  const slots = { stated: written(context, change), terms, computed: `${exact.abs().times(100).toFixed()}个百分点` };
  return [figureFinding(context, { code: 'R06', level: fromTo ? 'error' : 'warning', about: [earlier, later, change], stated: slots.stated, computed: `${terms}=${slots.computed}`, words: proofWords('difference', slots) })];
}

/** R06: stated difference against both amounts, where both are told in the sentence. */
function checkDifference(context: ProofContext, change: Mention): readonly FigureFinding[] {
  const levels = levelsBefore(context, change, change).filter(({ sentence }) => sentence === change.sentence);
  const [base, current] = [levels.filter((level) => isBase(context, level)), levels.filter((level) => !isBase(context, level))];
  const [earlier, later] = [base[0], current[0]];
  const compares = COMPARED.test(change.lead) || COMPARED.test(change.label) || (earlier !== undefined && /^(?:比|较|与|同)/.test(earlier.label));
  if (!earlier || !later || base.length !== 1 || current.length !== 1 || !compares || change.subject.role === 'adjustment') return [];
  const exact = later.figure.value.minus(earlier.figure.value);
  const stated = change.figure.value.times(change.change);
  const terms = `${digits(context, later)}-${digits(context, earlier)}`;
  const about = [later, earlier, change];
  const unit = unitOf(change.figure);
  if (!exact.isZero() && exact.isNegative() !== stated.isNegative() && !stated.isZero() && exact.abs().eq(stated.abs())) {
    return [direction(context, change, earlier, later, exact)];
  }
  const agreement = agreementOfSum({ ...change.figure, value: stated }, [later.figure, earlier.figure], exact, context.rounding);
  if (agreement === 'equal') return [];
  const slots = { stated: written(context, change), terms, computed: `${inUnitOf(exact, change.figure)}${unit}` };
  return [figureFinding(context, { code: 'R06', level: agreement === 'tail' ? 'hint' : change.figure.kind === 'amount' ? 'error' : 'warning', about, stated: slots.stated, computed: `${terms}=${slots.computed}`, words: proofWords('difference', slots) })];
}

function direction(context: ProofContext, change: Mention, earlier: Mention, later: Mention, exact: Decimal): FigureFinding {
  const word = /[\p{Script=Han}]{2}$/u.exec(change.label)?.[0] ?? '';
  const actual = exact.isZero() ? '持平' : exact.isNegative() ? '减少' : '增加';
  const slots = { word, earlier: written(context, earlier), later: written(context, later), actual };
  return figureFinding(context, { code: 'R08', level: 'error', about: [earlier, later, change], stated: word, computed: actual, words: proofWords('direction', slots) });
}

/** R07: “增加D万元，增长G%”: G = D ÷ (current ∓ D), or ÷ the base told. */
function checkGrowthOf(context: ProofContext, change: Mention): readonly FigureFinding[] {
  const growth = context.mentions[change.index + 1];
  if (!growth || growth.figure.kind !== 'percent' || growth.figure.loose || growth.sentence !== change.sentence || growth.change === 0) return [];
  if (!isGrowth(context, change, growth)) return [];
  if (!/^(?:[，、（]|，?(?:同比|较上年|比上年|幅度|增幅|降幅))?[^，。；]{0,8}$/.test(growth.lead) || change.figure.value.isZero()) return [];
  const signed = growth.figure.value.times(growth.change);
  const difference = change.figure.value.times(change.change);
  if (!signed.isZero() && signed.isNegative() !== difference.isNegative()) return [contradictingWords(context, change, growth)];
  const levels = levelsBefore(context, change, change);
  const told = levels.filter((level) => isBase(context, level) && level.sentence === change.sentence);
  const bases = told.length > 0 ? told.map((level) => ({ level, value: level.figure.value }))
    : levels.filter((level) => !isBase(context, level)).map((level) => ({ level, value: level.figure.value.minus(difference) }));
  const step = stepOf(context, change);
  const stated = { ...growth.figure, value: growth.figure.value.abs() };
  const judged = bases.filter(({ value }) => value.gt(0)).map((base) => ({
    ...base, agreement: agreementOfQuotient(stated, change.figure.value.abs(), base.value, [step, told.length > 0 ? stepOf(context, base.level) : stepOf(context, base.level).plus(step)]),
  }));
  const first = judged[0];
  if (!first || judged.some(({ agreement }) => agreement === 'equal')) return [];
  const near = judged.find(({ agreement }) => agreement !== 'off');
  if (near) {
    const slots = slotsOf(context, growth, change, near.value, near.level);
    return [figureFinding(context, { code: 'R07', level: 'warning', about: [near.level, change, growth], stated: slots.stated, computed: `${slots.terms}=${slots.computed}`, words: proofWords('growth', slots) })];
  }
  const wrongBase = told.length > 0 ? levels.find((level) => !told.includes(level)) : levels[0];
  const byCurrent = wrongBase && wrongBase.figure.value.gt(0) && agreementOfQuotient(stated, change.figure.value.abs(), wrongBase.figure.value, [step, context.rounding.inQuotient(wrongBase.figure)]) !== 'off';
  const slots = slotsOf(context, growth, change, first.value, first.level);
  const sure = change.figure.kind === 'amount' && judged.length === 1 && (first.level.sentence === change.sentence || byCurrent === true);
  return [figureFinding(context, {
    code: 'R07', level: sure ? 'error' : 'warning', about: [first.level, change, growth], stated: slots.stated, computed: `${slots.terms}=${slots.computed}`,
    words: proofWords(byCurrent ? 'growth.wrongBase' : 'growth', slots),
  })];
}

/** How finely it is rounded: counts in 万 as written, others exactly. */
function stepOf(context: ProofContext, { figure }: Mention): Decimal {
  return figure.kind === 'count' && figure.unit.startsWith('万') ? figure.step : context.rounding.inQuotient(figure);
}

/** 增长8%, 下降2% beside a comparison with another year or a budget; 审减率, 核减率 and the like are shares of something else. */
function isGrowth(context: ProofContext, change: Mention, growth: Mention): boolean {
  if (/率(?:为|达|约|：)*$/.test(growth.label) && !/(?:增长|下降|增减|变动|降低|压减|增加|减少)率/.test(growth.label)) return false;
  if (/[审核扣]减|调[增减]|追[加减]/.test(change.label)) return false;
  const before = textOf(context, growth).slice(Math.max(0, growth.figure.from - 120), growth.figure.from);
  return /较|比|相比|上年|去年|同期/.test(/[^。]*$/.exec(before)?.[0] ?? '') || /^(?:同比)?(?:增长|下降|增幅|降幅)/.test(growth.label);
}

function slotsOf(context: ProofContext, growth: Mention, change: Mention, base: Decimal, level: Mention): { stated: string; terms: string; computed: string } {
  const shownBase = base.eq(level.figure.value) ? digits(context, level) : `(${digits(context, level)}${change.change > 0 ? '-' : '+'}${digits(context, change)})`;
  return { stated: written(context, growth), terms: `${digits(context, change)}÷${shownBase}`, computed: shownPercent(change.figure.value.abs(), base, placesOf(growth.figure)) };
}

/** R08: 减少…万元，增长…%. */
function contradictingWords(context: ProofContext, change: Mention, growth: Mention): FigureFinding {
  const word = /[\p{Script=Han}]{2}$/u.exec(growth.label)?.[0] ?? '';
  const slots = { change: `${change.change > 0 ? '增加' : '减少'}${written(context, change)}`, growth: `${word}${written(context, growth)}`, actual: change.change > 0 ? '增加' : '减少' };
  return figureFinding(context, { code: 'R08', level: 'error', about: [change, growth], stated: word, computed: slots.actual, words: proofWords('direction.words', slots) });
}

/** R07 without a difference: “2022年100万元，2023年120万元，增长20%”. */
function checkBareGrowth(context: ProofContext, growth: Mention): readonly FigureFinding[] {
  const before = context.mentions[growth.index - 1];
  if (!before || before.change !== 0 || before.sentence !== growth.sentence || before.figure.kind !== 'amount') return [];
  const levels = levelsBefore(context, growth, before).filter(({ sentence }) => sentence === growth.sentence);
  const [earlier, later] = [levels.find((level) => isBase(context, level)), levels.find((level) => !isBase(context, level))];
  if (levels.length !== 2 || !earlier || !later || !earlier.figure.value.gt(0) || !EARLIER.test(earlier.label)) return [];
  const exact = later.figure.value.minus(earlier.figure.value);
  const signed = growth.figure.value.times(growth.change);
  if (!signed.isZero() && !exact.isZero() && signed.isNegative() !== exact.isNegative()) return [direction(context, growth, earlier, later, exact)];
  const step = context.rounding.inQuotient(later.figure).plus(context.rounding.inQuotient(earlier.figure));
  const agreement = agreementOfQuotient({ ...growth.figure, value: growth.figure.value.abs() }, exact.abs(), earlier.figure.value, [step, context.rounding.inQuotient(earlier.figure)]);
  if (agreement === 'equal') return [];
  const terms = `(${digits(context, later)}-${digits(context, earlier)})÷${digits(context, earlier)}`;
  const slots = { stated: written(context, growth), terms, computed: shownPercent(exact.abs(), earlier.figure.value, placesOf(growth.figure)) };
  return [figureFinding(context, { code: 'R07', level: agreement === 'off' ? 'error' : 'warning', about: [earlier, later, growth], stated: slots.stated, computed: `${terms}=${slots.computed}`, words: proofWords('growth', slots) })];
}

/** R08, T10: 与上年持平 beside two amounts that differ. */
function checkUnchanged(context: ProofContext): readonly FigureFinding[] {
  return context.byParagraph.flatMap((mentions, paragraph) => {
    if (mentions.length < 2) return [];
    const text = context.document.paragraphs[paragraph]?.reading.text ?? '';
    return [...text.matchAll(/(?:与|较|比|同)(?:上年|去年|上一年|20\d\d年)[^，。；]{0,8}持平/g)].flatMap((found): readonly FigureFinding[] => {
      const sentence = mentions.filter((mention) => mention.figure.kind === 'amount' && mention.change === 0 && !/[。！？]/.test(text.slice(Math.min(mention.figure.to, found.index), Math.max(mention.figure.from, found.index))));
      const [earlier, later] = [sentence.filter((mention) => isBase(context, mention)), sentence.filter((mention) => !isBase(context, mention))];
      const [one, other] = [earlier[0], later[0]];
      if (!one || !other || sentence.length !== 2 || one.figure.value.eq(other.figure.value)) return [];
      const slots = { word: '持平', earlier: written(context, one), later: written(context, other), actual: other.figure.value.gt(one.figure.value) ? '增加' : '减少' };
      return [figureFinding(context, {
        code: 'R08', level: 'error', about: [one, other], quotes: [quoteOf(context, one), quoteOf(context, other), quotePiece(context, paragraph, found.index, found.index + found[0].length)],
        stated: '持平', computed: `${digits(context, other)}-${digits(context, one)}=${inUnitOf(decimal(other.figure.value.minus(one.figure.value)), other.figure)}`, words: proofWords('direction', slots),
      })];
    });
  });
}

