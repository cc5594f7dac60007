import { sum, type Decimal } from '../values/decimal';
import { measureOf, type Group } from './groups';
import { quoteOf, type Mention } from './mentions';
import { digits, figureFinding, nameOf, textOf, written, type FigureFinding, type ProofContext } from './proofContext';
import { agreementOfSum, inUnitOf, unitOf } from './reckon';
import { proofWords } from './texts';

/** A project with a paragraph of its own: its name and the budget told there. */
interface Project {
  readonly name: string;
  readonly budget: Mention;
  readonly executed: Mention | null;
}

const FEWEST_PROJECTS = 3;
const BUDGETS = ['adjusted', 'budget', 'initial'];

/** F08, F09, F20, F21, N03: the projects told one by one against the totals, classes and numbers told of them. */
export function checkProjectList(context: ProofContext): readonly FigureFinding[] {
  const projects = projectsOf(context);
  const classes = checkPermanent(context);
  if (projects.length < FEWEST_PROJECTS) return classes;
  const declared = declaredCount(context, projects);
  const all = sum(projects.map(({ budget }) => budget.figure.value));
  return [...classes, ...checkTotal(context, projects, declared), ...checkCount(context, projects, declared), ...context.groups.flatMap((group) => checkClasses(context, projects, group, all))];
}

function projectsOf(context: ProofContext): readonly Project[] {
  const found = new Map<string, Project>();
  for (const mention of context.mentions) {
    const { section, subject, figure } = mention;
    if (section.project === null || figure.kind !== 'amount' || found.has(section.project) || !BUDGETS.includes(subject.role ?? '') || !/^(?:项目)?$/.test(subject.metric)) continue;
    const executed = (context.byParagraph[mention.paragraph] ?? []).find((one) => one.index > mention.index && one.subject.role === 'final' && one.figure.kind === 'amount');
    found.set(section.project, { name: section.project, budget: mention, executed: executed ?? null });
  }
  return [...found.values()];
}

/** The number of projects the text gives before the list, with the figures that give it. */
function declaredCount(context: ProofContext, projects: readonly Project[]): { readonly value: Decimal; readonly mentions: readonly Mention[] } | null {
  const first = projects[0]?.budget.index ?? 0;
  for (let at = first - 1; at >= Math.max(0, first - 40); at--) {
    const mention = context.mentions[at];
    if (!mention || mention.section.project !== null || mention.figure.kind !== 'count' || mention.figure.unit !== '个' || !/项目(?:支出)?(?:共|共计|总数|数量|个数)?[：为]?$/.test(mention.label) && !/^项目/.test(mention.tail)) continue;
    const together = context.mentions.filter((one) => one.sentence === mention.sentence && one.figure.kind === 'count' && one.figure.unit === '个' && /项目/.test(one.label + one.tail));
    const whole = together[0];
    const rest = together.slice(1);
    if (!whole) return null;
    const isTotal = rest.length > 0 && sum(rest.map(({ figure }) => figure.value)).eq(whole.figure.value);
    return { value: together.length === 1 || isTotal ? whole.figure.value : sum(together.map(({ figure }) => figure.value)), mentions: together };
  }
  return null;
}

/** F08: their sum against 项目支出 or the money said to be evaluated. */
function checkTotal(context: ProofContext, projects: readonly Project[], declared: ReturnType<typeof declaredCount>): readonly FigureFinding[] {
  const budgets = projects.map(({ budget }) => budget);
  const executed = projects.flatMap((project) => project.executed ?? []);
  const wholes = context.mentions.filter(({ figure, subject, section, label, change }) => figure.kind === 'amount' && section.project === null && change === 0
    && ((subject.metric === 'project' && subject.certain) || /(?:涉及|项目).{0,8}(?:资金|金额)/.test(label)));
  const totals = [sum(budgets.map(({ figure }) => figure.value)), ...(executed.length === projects.length ? [sum(executed.map(({ figure }) => figure.value))] : [])];
  const first = totals[0];
  const whole = wholes.find(({ label }) => /涉及|合计|共/.test(label)) ?? wholes[0];
  if (!first || !whole || totals.some((total) => whole.figure.value.eq(total)) || (whole.subject.metric === 'project' && wholes.some(({ figure }) => totals.some((total) => figure.value.eq(total))))) return [];
  const agreement = agreementOfSum(whole.figure, budgets.map(({ figure }) => figure), first, context.rounding);
  const complete = declared?.value.eq(projects.length) === true;
  if (!complete && first.lte(whole.figure.value)) return [];
  const unit = unitOf(whole.figure);
  const slots = {
    whole: `“${nameOf(whole)}”`, stated: written(context, whole), count: String(projects.length), terms: budgets.map((budget) => digits(context, budget)).join('+'),
    computed: `${inUnitOf(first, whole.figure)}${unit}`, difference: `${inUnitOf(first.minus(whole.figure.value).abs(), whole.figure)}${unit}`,
  };
  return [figureFinding(context, {
    code: 'F08', level: agreement === 'tail' ? 'hint' : complete ? 'error' : 'warning', about: [whole, ...budgets], stated: slots.stated, computed: `${slots.terms}=${slots.computed}`,
    words: proofWords('projects.sum', slots),
  })];
}

/** F20: the number of projects against the paragraphs. */
function checkCount(context: ProofContext, projects: readonly Project[], declared: ReturnType<typeof declaredCount>): readonly FigureFinding[] {
  if (!declared || declared.value.eq(projects.length)) return [];
  const stated = `${declared.value.toFixed()}个`;
  const computed = `${projects.length}个`;
  return [figureFinding(context, { code: 'F20', level: 'warning', about: declared.mentions, stated, computed, words: proofWords('projects.count', { stated, computed }) })];
}

/** F09, N03: 租赁费、运维经费 … against the projects whose names hold that word. Offers readings, chooses none. */
function checkClasses(context: ProofContext, projects: readonly Project[], group: Group, all: Decimal): readonly FigureFinding[] {
  if (measureOf(group.head) !== 'amount' || group.parts.length < 2 || group.completeness === 'partial') return [];
  if (!all.eq(group.head.figure.value)) return [];
  const words = group.parts.map((part) => /(?<word>[\p{Script=Han}]{2})(?:类)?(?:项目)?(?:经费|费用|费|支出|资金|款)?[：为是约共计]*$/u.exec(part.label)?.groups?.['word'] ?? '');
  if (words.some((word) => word === '' || /项目|支出|经费|其他/.test(word)) || new Set(words).size !== words.length) return [];
  const members = words.map((word) => projects.filter(({ name }) => name.includes(word)));
  if (members.some((list) => list.length === 0) || members.flat().length !== new Set(members.flat()).size) return [];
  const left = projects.filter((project) => !members.flat().includes(project));
  const leftSum = sum(left.map(({ budget }) => budget.figure.value));
  const sums = members.map((list) => sum(list.map(({ budget }) => budget.figure.value)));
  const wrong = group.parts.flatMap((part, at): readonly FigureFinding[] => {
    const own = sums[at];
    if (!own || part.figure.value.eq(own) || (left.length > 0 && part.figure.value.eq(own.plus(leftSum)))) return [];
    const unit = unitOf(part.figure);
    const list = members[at] ?? [];
    const terms = list.map(({ budget }) => digits(context, budget)).join('+');
    const readings = [`${terms}=${inUnitOf(own, part.figure)}${unit}`];
    if (left.length > 0) readings.push(`加上${left.map(({ name, budget }) => `“${name}”${digits(context, budget)}`).join('、')}为${inUnitOf(own.plus(leftSum), part.figure)}${unit}`);
    return [figureFinding(context, {
      code: 'F09', level: 'error', about: [part, ...list.map(({ budget }) => budget)], quotes: [quoteOf(context, part), ...list.map(({ budget }) => quoteOf(context, budget))],
      stated: written(context, part), computed: readings.join('；'), words: proofWords('classes', { name: nameOf(part), stated: written(context, part), readings: readings.join('；') }),
    })];
  });
  return [...wrong, ...checkClassCount(context, group, left, wrong.length > 0)];
}

/** N03: “两大类” while the list of projects holds a kind that belongs to none of them. */
function checkClassCount(context: ProofContext, group: Group, left: readonly Project[], amountsWrong: boolean): readonly FigureFinding[] {
  const first = group.parts[0];
  const count = first && context.mentions.find((mention) => mention.sentence === first.sentence && mention.index < first.index && /^(?:大类|类|项|部分)$/.test(mention.figure.unit) && mention.figure.value.eq(group.parts.length));
  const accounted = sum(group.parts.map(({ figure }) => figure.value)).eq(group.head.figure.value);
  if (!count || left.length === 0 || (accounted && !amountsWrong)) return [];
  const members = left.map(({ name, budget }) => `“${name}”${written(context, budget)}`).join('、');
  const stated = written(context, count);
  return [figureFinding(context, {
    code: 'N03', level: 'error', about: [count, ...left.map(({ budget }) => budget)], quotes: [quoteOf(context, count), ...left.map(({ budget }) => quoteOf(context, budget))],
    stated, computed: members, words: proofWords('classes.more', { stated, members }),
  })];
}

/** F21: 常年项目 and 阶段（一次性）项目 together are either 项目支出 or, with staff and office projects, all spending. */
function checkPermanent(context: ProofContext): readonly FigureFinding[] {
  const stated = context.mentions.filter((mention) => mention.figure.kind === 'amount' && /预算(?:总)?金额|预算总额|涉及(?:预算)?资金/.test(mention.label) && /常年|阶段|一次性/.test(textOf(context, mention).slice(0, 30)));
  const [permanent, single] = [stated.filter((mention) => /常年/.test(textOf(context, mention).slice(0, 30))), stated.filter((mention) => /阶段|一次性/.test(textOf(context, mention).slice(0, 30)))];
  const [one, other] = [permanent[0], single[0]];
  if (permanent.length !== 1 || single.length !== 1 || !one || !other) return [];
  const together = one.figure.value.plus(other.figure.value);
  const wholes = context.mentions.filter(({ figure, subject, section }) => figure.kind === 'amount' && section.project === null && subject.certain && ['', 'project', 'expenditure', 'income'].includes(subject.metric) && figure.value.gt(0));
  const project = wholes.filter(({ subject }) => subject.metric === 'project').pop();
  const total = wholes.filter(({ subject }) => subject.metric === 'expenditure' || subject.role === 'final').find(({ subject }) => subject.metric !== 'project');
  if (!project || !total || wholes.some(({ figure }) => figure.value.eq(together))) return [];
  const slots = { terms: `${digits(context, one)}+${digits(context, other)}`, computed: `${inUnitOf(together, one.figure)}${unitOf(one.figure)}`, project: written(context, project), total: written(context, total) };
  return [figureFinding(context, { code: 'F21', level: 'warning', about: [one, other], stated: slots.terms, computed: slots.computed, words: proofWords('projects.classes', slots) })];
}
