import type { Decimal } from '../values/decimal';
import { measureOf } from './groups';
import type { Mention } from './mentions';
import { digits, figureFinding, written, type FigureFinding, type ProofContext } from './proofContext';
import { agreementOfQuotient, placesOf, shownPercent } from './reckon';
import { proofWords } from './texts';

const COMPARED = /(?:较|比|同比|与)(?:上年|去年|上一年|20\d\d年)?|同比/;
const SHORTEST_NAME = 3;

/** R07 决算说明: “较上年增长10%” where last year's amount of the same thing stands elsewhere in the text: 核实. */
export function checkGrowthElsewhere(context: ProofContext): readonly FigureFinding[] {
  const levels = levelsByName(context);
  return context.mentions.flatMap((growth): readonly FigureFinding[] => {
    if (growth.figure.kind !== 'percent' || growth.figure.loose || growth.change === 0 || !COMPARED.test(growth.label)) return [];
    const current = context.mentions[growth.index - 1];
    const year = current && yearOf(context, current);
    if (!current || year === null || year === undefined || current.sentence !== growth.sentence || !isLevel(current) || growth.lead.length !== growth.label.length + 1) return [];
    const earlier = (levels.get(keyOf(current, year - 1)) ?? []).filter((mention) => mention.sentence !== growth.sentence);
    const [base] = earlier;
    if (!base || base.figure.value.isZero() || earlier.some(({ figure }) => !figure.value.eq(base.figure.value))) return [];
    const difference = current.figure.value.minus(base.figure.value);
    const step = stepOf(context, current).plus(stepOf(context, base));
    if (agreementOfQuotient({ ...growth.figure, value: growth.figure.value.abs() }, difference.times(growth.change), base.figure.value, [step, stepOf(context, base)]) === 'equal') return [];
    const terms = `(${digits(context, current)}-${digits(context, base)})÷${digits(context, base)}`;
    const computed = shownPercent(difference, base.figure.value, placesOf(growth.figure));
    const slots = { stated: written(context, growth), terms, computed };
    return [figureFinding(context, { code: 'R07', level: 'warning', about: [base, current, growth], stated: slots.stated, computed: `${terms}=${computed}`, words: proofWords('growth', slots) })];
  });
}

function stepOf(context: ProofContext, { figure }: Mention): Decimal {
  return figure.kind === 'amount' ? context.rounding.inQuotient(figure) : figure.step.times(0);
}

function levelsByName(context: ProofContext): ReadonlyMap<string, readonly Mention[]> {
  const levels = new Map<string, Mention[]>();
  for (const mention of context.mentions) {
    const year = isLevel(mention) ? yearOf(context, mention) : null;
    if (year === null) continue;
    const key = keyOf(mention, year);
    const known = levels.get(key);
    if (known) known.push(mention);
    else levels.set(key, [mention]);
  }
  return levels;
}

/** How much something is, with a name long enough to know it by. */
function isLevel(mention: Mention): boolean {
  const { subject, figure, change, depth } = mention;
  return measureOf(mention) !== null && change === 0 && !figure.loose && depth === 0 && subject.period === null && subject.metric.length >= SHORTEST_NAME;
}

function yearOf(context: ProofContext, { subject }: Mention): number | null {
  return subject.year === -1 ? (context.year === null ? null : context.year - 1) : subject.year ?? context.year;
}

function keyOf(mention: Mention, year: number): string {
  const { subject, section, figure } = mention;
  return [measureOf(mention), figure.kind === 'amount' ? '' : figure.unit, subject.metric, subject.role ?? '', subject.fund ?? '', subject.owner, subject.total, section.project ?? '', year].join('|');
}
