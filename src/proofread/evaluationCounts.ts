import { sum } from '../values/decimal';
import type { Mention } from './mentions';
import { figureFinding, nameOf, written, type FigureFinding, type ProofContext } from './proofContext';
import { agreementOfQuotient, placesOf, shownPercent } from './reckon';
import { proofWords } from './texts';

const DUE = /应(?:当)?(?:开展|进行|纳入|实施)?(?:预算)?(?:绩效)?(?:自评|评价|评)/;
const NOT_DONE = /(?:不|未|免|无需|不需)(?:予|纳入|参与|开展|进行|完成)?(?:绩效)?(?:自评|评价|评)/;
const DONE = /(?:已|实际|完成)(?:完成|开展|进行|组织)?(?:了)?(?:绩效)?(?:自评|评价|评)/;
const COVERAGE = /(?:自评|评价)?(?:覆盖率|完成率|率)(?:为|达到?|：)*$/;
const GRADE = /[“"「]?(?<grade>优秀|优|良好|良|中等|中|合格|较差|差|不合格)[”"」]?(?:等级|等次|级|档|等)?(?:的)?(?:项目|部门|单位)?(?:有|为|共|：)*$/;
const NEAR = 12;
const FEWEST_GRADES = 3;

/** C01 绩效自评全覆盖: 应评 = 已评 + 不评, and the coverage told of them; F21: the numbers of the grades make up what was graded. */
export function checkEvaluationCounts(context: ProofContext): readonly FigureFinding[] {
  return [...context.mentions.flatMap((mention) => (isCount(mention) && DUE.test(mention.label) ? coverageAt(context, mention) : [])), ...gradeRuns(context).flatMap((grades) => gradesFinding(context, grades))];
}

function isCount({ figure, change }: Mention): boolean {
  return figure.kind === 'count' && !figure.loose && change === 0;
}

function coverageAt(context: ProofContext, due: Mention): readonly FigureFinding[] {
  const near = context.mentions.slice(due.index + 1, due.index + NEAR).filter((mention) => mention.sentence - due.sentence <= 2 && mention.paragraph - due.paragraph <= 1);
  const counts = near.filter((mention) => isCount(mention) && mention.figure.unit === due.figure.unit);
  const left = counts.filter(({ label }) => NOT_DONE.test(label));
  const done = counts.filter(({ label }) => DONE.test(label) && !NOT_DONE.test(label) && !DUE.test(label));
  const [one] = done;
  if (!one || done.length > 1 || left.length > 1) return [];
  const parts = [one, ...left];
  const computed = sum(parts.map(({ figure }) => figure.value));
  if (left.length > 0) {
    if (computed.eq(due.figure.value)) return [];
    const slots = { stated: written(context, due), terms: parts.map(({ figure }) => figure.value.toFixed()).join('+'), computed: `${computed.toFixed()}${due.figure.unit}` };
    return [figureFinding(context, { code: 'C01', level: 'error', about: [due, ...parts], stated: slots.stated, computed: `${slots.terms}=${slots.computed}`, words: proofWords('evaluated', slots) })];
  }
  const rate = near.find(({ figure, label, index }) => figure.kind === 'percent' && !figure.loose && COVERAGE.test(label) && index - one.index <= 3);
  if (!rate || due.figure.value.isZero() || one.figure.value.gt(due.figure.value) || agreementOfQuotient(rate.figure, one.figure.value, due.figure.value, [one.figure.value.times(0), one.figure.value.times(0)]) === 'equal') return [];
  const terms = `${one.figure.value.toFixed()}÷${due.figure.value.toFixed()}`;
  const shown = shownPercent(one.figure.value, due.figure.value, placesOf(rate.figure));
  const slots = { name: '自评覆盖率', stated: written(context, rate), terms, computed: shown };
  return [figureFinding(context, { code: 'C01', level: 'warning', about: [due, one, rate], stated: slots.stated, computed: `${terms}=${shown}`, words: proofWords('rate', slots) })];
}

/** 优…个，良…个，中…个，差…个: grades told behind each other, each once. */
function gradeRuns(context: ProofContext): readonly (readonly Mention[])[] {
  const runs: Mention[][] = [];
  for (const mention of context.mentions) {
    const grade = isCount(mention) ? gradeOf(mention) : null;
    if (grade === null) continue;
    const open = runs[runs.length - 1];
    const last = open?.[open.length - 1];
    const goesOn = open && last && mention.sentence === last.sentence && mention.index - last.index <= 2 && !open.some((one) => gradeOf(one) === grade);
    if (goesOn) open.push(mention);
    else runs.push([mention]);
  }
  return runs.filter((run) => run.length >= FEWEST_GRADES && run.some((one) => gradeOf(one) === '优'));
}

function gradeOf({ label }: Mention): string | null {
  return GRADE.exec(label)?.groups?.['grade']?.replace('较', '').charAt(0) ?? null;
}

function gradesFinding(context: ProofContext, grades: readonly Mention[]): readonly FigureFinding[] {
  const [first] = grades;
  if (!first) return [];
  const wholes = context.mentions.slice(Math.max(0, first.index - NEAR), first.index).filter((mention) =>
    isCount(mention) && mention.figure.unit === first.figure.unit && first.sentence - mention.sentence <= 2 && first.paragraph - mention.paragraph <= 1 && /项目|部门|单位|评/.test(mention.label + mention.tail));
  const computed = sum(grades.map(({ figure }) => figure.value));
  const whole = wholes.find(({ label }) => DONE.test(label) && !NOT_DONE.test(label)) ?? (wholes.length === 1 ? wholes[0] : undefined);
  if (!whole || wholes.some(({ figure }) => figure.value.eq(computed)) || /主要|部分|抽查|抽取/.test(first.label)) return [];
  const slots = { whole: `“${nameOf(whole)}”`, stated: written(context, whole), terms: grades.map(({ figure }) => figure.value.toFixed()).join('+'), computed: `${computed.toFixed()}${first.figure.unit}` };
  return [figureFinding(context, { code: 'F21', level: 'warning', about: [whole, ...grades], stated: slots.stated, computed: `${slots.terms}=${slots.computed}`, words: proofWords('count.parts', slots) })];
}
