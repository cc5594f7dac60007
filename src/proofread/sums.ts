import { decimal, sum, type Decimal } from '../values/decimal';
import type { Group } from './groups';
import { quoteOf, type Mention } from './mentions';
import { PARTITIONS, type Partition } from './partitions';
import { digits, figureFinding, nameOf, written, type FigureFinding, type ProofContext } from './proofContext';
import { agreementOfSum, inUnitOf, unitOf } from './reckon';
import { proofWords } from './texts';

/** A list that falls short by less than this share was meant to be all of it. */
const NEARLY_ALL = '0.1';

/** Told behind a list of posts, and no posts. */
const OTHER_PEOPLE = /^(?:年末|现有|现|目前)*(?:实有|在职|在编|在岗|离退休|退休|编外|聘用|临聘)/;

/** One thing to add up: a whole, its parts, and how sure it is that they are all of it. */
interface Sum {
  readonly code: string;
  readonly head: Mention;
  readonly parts: readonly Mention[];
  readonly certain: boolean;
  /** A partition everybody knows, not just any list. */
  readonly known: boolean;
  readonly marker: string;
  readonly trailing: boolean;
}

/**
 * F01–F06, F12, T01, T02, N01, F20 决算公开、部门预算绩效评价: parts told after 其中 … add up to their whole.
 * Complete lists must add up (TAIL); lists that may be partial must not exceed it; 主要包括、等 are partial.
 */
export function checkSums(context: ProofContext): readonly FigureFinding[] {
  return context.groups.flatMap((group) => (adds(group, context) ? [] : sumsOf(group).flatMap((one) => findingOf(context, group, one))));
}

/** The list, or its beginning, adds up to the head, possibly with parts that are told apart again (A，其中A1、A2；B). */
function adds(group: Group, context: ProofContext): boolean {
  const values = group.parts.map(({ figure }) => figure.value);
  const total = group.head.figure.value;
  if (group.parts.length < 2 || group.completeness === 'partial') return false;
  if (group.trailing) return suffixes(values).some((value) => value.eq(total));
  if (prefixAdds(group, values, total)) return true;
  return agreementOfSum(group.head.figure, group.parts.map(({ figure }) => figure), sum(values), context.rounding) === 'equal';
}

function suffixes(values: readonly Decimal[]): readonly Decimal[] {
  const found: Decimal[] = [];
  values.reduceRight((rest, value) => {
    const all = rest.plus(value);
    found.push(all);
    return all;
  }, decimal('0'));
  return found.slice(1);
}

/** Some reading of the list as parts, each perhaps followed by its own parts, begins with parts that make up the total. */
function prefixAdds({ parts }: Group, values: readonly Decimal[], total: Decimal): boolean {
  // A list ends where a new sentence or a new clause begins, not in the middle of a series.
  const mayEnd = (at: number): boolean => {
    const mark = /[。；]/.exec(parts[at]?.lead ?? '。')?.[0];
    return at === values.length || (mark !== undefined && !parts.slice(1, at).some(({ lead }) => lead.includes(mark)));
  };
  const seen = new Set<string>();
  const walk = (at: number, left: Decimal, taken: number): boolean => {
    if (left.isZero() && taken >= 2 && (mayEnd(at) || values.slice(at).every((rest) => rest.isZero()))) return true;
    const value = values[at];
    const key = `${at}:${left.toString()}`;
    if (value === undefined || left.isNegative() || seen.has(key) || seen.size > 400) return false;
    seen.add(key);
    if (walk(at + 1, left.minus(value), taken + 1)) return true;
    let inner = decimal('0');
    for (let end = at + 1; end < Math.min(values.length, at + 12); end++) {
      inner = inner.plus(values[end] ?? decimal('0'));
      if (end > at + 1 && inner.eq(value) && !value.isZero() && walk(end + 1, left.minus(value), taken + 1)) return true;
    }
    return false;
  };
  return walk(0, total, 0);
}

/** The well-known partitions in a list, else the list as a whole. */
function sumsOf(group: Group): readonly Sum[] {
  const found: Sum[] = [];
  for (const partition of PARTITIONS) {
    const parts = group.parts.filter(partition.is);
    if (parts.length < 2 || !partition.needs.every((need) => parts.some(need))) continue;
    const head = headOf(group, partition);
    if (!head || parts.includes(head)) continue;
    // A list of well-known parts among strangers is that partition only when nothing else stands between.
    if (head === group.head && parts.length < group.parts.length && group.completeness !== 'full' && partition.code === 'F20') continue;
    found.push({ code: partition.code, head, parts: partition.code === 'F02' || partition.code === 'F03' ? withSiblings(group, parts) : parts, certain: group.completeness !== 'partial', known: true, marker: group.marker, trailing: group.trailing });
  }
  if (found.length > 0) return found;
  const certain = group.completeness === 'full';
  return [{ code: codeOf(group), head: group.head, parts: group.parts, certain, known: false, marker: group.marker, trailing: group.trailing }];
}

/** Beside 基本支出 and 项目支出 the three other kinds count; beside known functions all parts. */
function withSiblings(group: Group, parts: readonly Mention[]): readonly Mention[] {
  if (parts.length > 2) return group.parts;
  return group.parts.filter((part) => parts.includes(part) || /上缴上级|^(?:其中)?经营支出|附属单位/.test(part.label));
}

function headOf(group: Group, partition: Partition): Mention | null {
  if (partition.fits(group.head)) return group.head;
  return group.parts.find((part) => partition.fits(part) && !partition.is(part)) ?? null;
}

function codeOf({ head, parts }: Group): string {
  if (head.figure.kind === 'score') return 'I03';
  if (head.figure.kind === 'count') return head.figure.unit === '人' || head.figure.unit === '名' ? 'N01' : 'F20';
  if (head.subject.metric === 'project') return 'F09';
  if (head.subject.metric === 'income' && parts.every(({ label }) => /收入|拨款/.test(label))) return 'F01';
  return 'F12';
}

function findingOf(context: ProofContext, group: Group, one: Sum): readonly FigureFinding[] {
  const { head, parts } = one;
  const computed = sum(parts.map(({ figure }) => figure.value));
  const total = head.figure.value;
  const agreement = agreementOfSum(head.figure, parts.map(({ figure }) => figure), computed, context.rounding);
  if (agreement === 'equal') return [];
  const exceeding = parts.find(({ figure }) => figure.value.gt(total));
  const unit = unitOf(head.figure);
  const slots = {
    whole: `“${nameOf(head)}”`, stated: written(context, head), terms: parts.map((part) => digits(context, part)).join('+'),
    computed: `${inUnitOf(computed, head.figure)}${unit}`, difference: `${inUnitOf(computed.minus(total).abs(), head.figure)}${unit}`,
  };
  const made = (level: 'error' | 'warning' | 'hint', words: string, code = one.code): readonly FigureFinding[] => [figureFinding(context, {
    code, level, about: [head, ...parts], stated: slots.stated, computed: `${slots.terms}=${slots.computed}`, words,
    quotes: [head, ...parts].map((mention) => quoteOf(context, mention)),
  })];
  if (agreement === 'tail') return one.certain || one.code !== 'F12' ? made('hint', proofWords('sum.tail', slots)) : [];
  if (head.figure.kind === 'count') return countFinding(group, one, computed, made, slots);
  if (head.figure.kind === 'score') return parts.length >= 2 && (one.certain || group.marker.startsWith('其中')) ? made('warning', proofWords('score.sum', { stated: slots.stated, terms: slots.terms, computed: slots.computed })) : [];
  if (one.trailing) return isPlainList(context, group) ? made('error', proofWords('sum', slots)) : [];
  const known = one.code !== 'F12' || one.certain;
  const other = known ? otherWhole(context, one, computed) : null;
  if (other !== null && other.subject.fund === null) return [];
  if (other !== null) return made('warning', proofWords('sum.fund', { ...slots, fund: nameOf(other) }), one.code === 'F02' ? 'F12' : one.code);
  if (one.known || one.certain) return made('error', proofWords('sum', slots));
  if (exceeding && exceeding.subject.year === null && exceeding.subject.role === null && group.marker.startsWith('其中')) {
    return [figureFinding(context, {
      code: 'F12', level: 'error', about: [head, exceeding], stated: slots.stated, computed: written(context, exceeding),
      words: proofWords('sum.exceeds', { part: nameOf(exceeding), computed: written(context, exceeding), whole: nameOf(head), stated: slots.stated, difference: `${inUnitOf(exceeding.figure.value.minus(total), head.figure)}${unit}` }),
    })];
  }
  if (group.completeness === 'partial' && computed.lt(total)) return [];
  if (!group.marker.startsWith('其中') && group.completeness !== 'partial') return [];
  const gap = computed.minus(total).div(total.isZero() ? decimal('1') : total);
  if (gap.gt(0)) return made('warning', proofWords('sum.open', slots));
  if (parts.length >= 2 && gap.abs().lt(NEARLY_ALL)) return made('warning', proofWords('sum.open', slots));
  // Sources of the income are few: two of them are a list, where two items of anything else may be picked out.
  return parts.length >= 3 || one.code === 'F01' ? made('hint', proofWords('sum.open', slots)) : [];
}

function countFinding(
  group: Group, one: Sum, computed: Decimal,
  made: (level: 'error' | 'warning', words: string) => readonly FigureFinding[],
  slots: { readonly whole: string; readonly stated: string; readonly terms: string; readonly computed: string },
): readonly FigureFinding[] {
  const isPartition = one.known && group.parts.every((part) => one.parts.includes(part) || OTHER_PEOPLE.test(part.label));
  if (group.completeness === 'partial' || !isPartition) return [];
  const words = proofWords('count.parts', { whole: slots.whole, stated: slots.stated, terms: slots.terms, computed: slots.computed });
  if (one.code === 'N01') return made('error', words);
  const gap = one.head.figure.value.minus(computed).div(one.head.figure.value.isZero() ? decimal('1') : one.head.figure.value);
  return gap.lt(NEARLY_ALL) || group.completeness === 'full' ? made('warning', words) : [];
}

/** Another figure of the paragraph the parts do add up to: the head may have been taken wrongly, or they are of one fund. */
function otherWhole(context: ProofContext, one: Sum, computed: Decimal): Mention | null {
  const near = (context.byParagraph[one.head.paragraph] ?? []).filter((mention) =>
    mention.figure.kind === 'amount' && mention.change === 0 && mention.figure.value.eq(computed) && !one.parts.includes(mention) && mention !== one.head);
  const whole = near.find(({ subject }) => subject.certain && subject.fund === null && ['', 'income', 'expenditure', one.head.subject.metric].includes(subject.metric));
  return whole ?? near.find(({ subject }) => subject.fund !== null) ?? context.mentions.find((mention) =>
    mention.figure.kind === 'amount' && mention.figure.value.eq(computed) && mention.subject.certain && ['general', 'govFund', 'capital', 'fiscal'].includes(mention.subject.fund ?? '')) ?? null;
}

/** “A…万元，B…万元，合计…万元”: nothing but plain parts before the total. */
function isPlainList(context: ProofContext, group: Group): boolean {
  const sentence = context.byParagraph[group.head.paragraph]?.filter((mention) => mention.sentence === group.head.sentence && mention.index < group.head.index) ?? [];
  return sentence.length === group.parts.length
    && group.parts.every((part) => part.subject.role === null && part.subject.year === null && part.label !== '')
    && new Set(group.parts.map(({ subject }) => subject.metric)).size === group.parts.length;
}
