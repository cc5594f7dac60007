import { figureFinding, nameOf, written, type FigureFinding, type ProofContext } from './proofContext';
import { equalAtCoarser, inUnitOf, unitOf } from './reckon';
import type { Resolved } from './sameMetric';
import { proofWords } from './texts';
import type { WorkbookFact, WorkbookFacts } from './workbookFacts';
import type { Figure } from './figures';
import type { Mention } from './mentions';

const PEOPLE: readonly (readonly [string, RegExp])[] = [
  ['establishment', /(?:编制总数|总编制|核定编制|编制数?|编制人数)(?:共|为|：)*$/],
  ['staffNumber', /(?:在职(?:在编)?(?:人员|职工|干部职工|人数)?|实有在职人员|在职实有)(?:数|总数)?(?:共|为|：)*$/],
];

/** F11: every figure of the text that is exactly one figure of the workbook has to agree with it at the coarser precision. */
export function checkAgainstWorkbook(context: ProofContext, resolved: readonly Resolved[], { facts, year }: WorkbookFacts): readonly FigureFinding[] {
  const byKey = new Map<string, WorkbookFact[]>();
  for (const fact of facts) byKey.set(fact.key, [...(byKey.get(fact.key) ?? []), fact]);
  // A report about another year is another report.
  if (context.year !== null && context.year !== year) return [];
  const amounts = resolved.filter(({ mention, role, roleTold }) => !mention.figure.loose && (roleTold || role === 'final')).flatMap((one) => against(context, one.mention, byKey.get(one.key) ?? [], one.roleTold));
  const people = context.mentions.flatMap((mention) => {
    if (mention.figure.kind !== 'count' || !/^[人名个]$/.test(mention.figure.unit) || mention.change !== 0 || mention.section.project !== null) return [];
    const key = PEOPLE.find(([, words]) => words.test(mention.label) && !/行政编制|事业编制|工勤|机关编制|参公/.test(mention.label))?.[0];
    return key === undefined ? [] : against(context, mention, byKey.get(key) ?? [], true);
  });
  return [...amounts, ...people];
}

function against(context: ProofContext, mention: Mention, facts: readonly WorkbookFact[], sure: boolean): readonly FigureFinding[] {
  const first = facts[0];
  if (!first || facts.some((fact) => equalAtCoarser(mention.figure, figureOf(fact, mention.figure))) || facts.some(({ value }) => !value.eq(first.value))) return [];
  const { sheet, item } = first.place;
  const stated = written(context, mention);
  const computed = `${inUnitOf(first.value, mention.figure)}${unitOf(mention.figure)}`;
  return [figureFinding(context, {
    code: 'F11', level: sure ? 'error' : 'warning', about: [mention], stated, computed: `【${sheet}】${item} ${computed}`,
    words: proofWords('fact', { metric: `“${nameOf(mention)}”`, stated, sheet, item, computed }),
  })];
}

/** The fact as precisely as the text tells it: 227.39 in a cell is 227.4万元 in a sentence. */
function figureOf({ value }: WorkbookFact, like: Figure): Figure {
  return { ...like, value };
}
