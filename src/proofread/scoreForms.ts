import { decimal, HUNDRED, sum, ZERO, type Decimal } from '../values/decimal';
import { formCellsIn } from './formCells';
import { formLinesIn } from './formLines';
import type { FormMoney, FormNumber, FormPart, FormRow, FormTotal } from './formParts';
import { cellFinding, type FigureFinding, type ProofContext } from './proofContext';
import { agreementOfQuotient, shownPercent } from './reckon';
import { proofWords } from './texts';

interface Scored {
  readonly points: Decimal;
  readonly score: Decimal;
  readonly part: FormPart;
}

const FEWEST_ROWS = 3;
const CENT = decimal('0.01');

/** R01, I01, I03, I04, I06, I09 财预〔2020〕10号 自评表: execution rate, scores within their points, and their sums, in a form pasted as text. */
export function checkScoreForms(context: ProofContext): readonly FigureFinding[] {
  const findings: FigureFinding[] = [];
  let scored: Scored[] = [];
  let rows: FormRow[] = [];
  for (const part of partsIn(context)) {
    switch (part.kind) {
      case 'money':
        [scored, rows] = [[], []];
        findings.push(...moneyFindings(part));
        if (part.score) scored.push({ points: part.points.value, score: part.score.value, part });
        break;
      case 'row':
        rows.push(part);
        findings.push(...rowFindings(part));
        if (part.points && part.score) scored.push({ points: part.points.value, score: part.score.value, part });
        break;
      case 'total':
        findings.push(...totalFindings(scored, part), ...unitFindings(rows));
        [scored, rows] = [[], []];
    }
  }
  return [...findings, ...unitFindings(rows)];
}

/** Lines read as whole rows count; cells only where no line was one. */
function partsIn(context: ProofContext): readonly FormPart[] {
  const lines = formLinesIn(context);
  const read = new Set(lines.map(({ paragraph }) => paragraph));
  return [...lines, ...formCellsIn(context.document).filter(({ paragraph }) => !read.has(paragraph))].sort((one, other) => one.paragraph - other.paragraph);
}

function moneyFindings({ budget, executed, points, rate, score, quotes }: FormMoney): readonly FigureFinding[] {
  if (budget.value.isZero()) return [];
  const stated = { kind: 'percent' as const, value: rate.value.div(HUNDRED), step: rate.step.div(HUNDRED), unit: '%', loose: false, from: 0, to: 0 };
  const agreement = agreementOfQuotient(stated, executed.value, budget.value, [ZERO, ZERO]);
  const computed = shownPercent(executed.value, budget.value, Math.max(0, rate.step.decimalPlaces()));
  const slots = { name: '执行率', stated: `${shown(rate)}%`, terms: `${shown(executed)}÷${shown(budget)}`, computed };
  const wrongRate = agreement === 'equal' ? [] : [cellFinding({
    code: 'R01', level: agreement === 'off' ? 'error' : 'warning', quotes, stated: slots.stated, computed: `${slots.terms}=${computed}`, words: proofWords(agreement === 'off' ? 'rate' : 'rate.rounding', slots),
  })];
  const most = score && score.value.gt(points.value) ? [exceeding(quotes, score.value, points.value, '预算执行率')] : [];
  return [...wrongRate, ...most];
}

function rowFindings({ points, score, quotes, name, ...row }: FormRow): readonly FigureFinding[] {
  if (!points || !score) return [];
  if (score.value.gt(points.value)) return [exceeding(quotes, score.value, points.value, name)];
  const atLeast = /^(?:>|>=|≥|≧)$/.test(row.comparison);
  if (row.target === null || row.actual === null || row.unit !== row.actualUnit || !/^[><≥≤≧≦]/.test(row.comparison) || !score.value.eq(points.value) || points.value.isZero()) return [];
  const [target, actual] = [decimal(row.target), decimal(row.actual)];
  if (atLeast ? actual.gte(target) : actual.lte(target)) return [];
  const slots = { target: `${row.comparison}${row.target}${row.unit}`, stated: `${row.actual}${row.actualUnit}`, score: `${score.value.toFixed()}分` };
  return [cellFinding({ code: 'I06', level: 'warning', quotes, stated: slots.stated, computed: slots.target, words: `${named(name)}${proofWords('score.missed', slots)}` })];
}

function exceeding(quotes: FormRow['quotes'], score: Decimal, points: Decimal, name: string): FigureFinding {
  const slots = { stated: `${score.toFixed()}分`, computed: `${points.toFixed()}分` };
  return cellFinding({ code: 'I04', level: 'error', quotes, ...slots, words: `${named(name)}${proofWords('score.exceeds', slots)}` });
}

function named(name: string): string {
  return name === '' ? '' : `“${name}”`;
}

/** I09: a target without a unit beside an actual value in percent; one finding for all rows of a form. */
function unitFindings(rows: readonly FormRow[]): readonly FigureFinding[] {
  const missing = rows.filter(({ target, unit, actualUnit }) => target !== null && unit === '' && actualUnit === '%');
  if (missing.length === 0) return [];
  const names = missing.map(({ name, target }) => `“${name === '' ? target ?? '' : name}”`).join('、');
  return [cellFinding({ code: 'I09', level: 'warning', quotes: missing.flatMap(({ quotes }) => quotes), stated: '', computed: '%', words: proofWords('units', { rows: names }) })];
}

/** The scores are compared only when the rows read make up all the points; the points only when nothing was left unread. */
function totalFindings(scored: readonly Scored[], total: FormTotal): readonly FigureFinding[] {
  const points = sum(scored.map((one) => one.points));
  const score = sum(scored.map((one) => one.score));
  const whole = total.points?.value ?? HUNDRED;
  const quotes = [...scored.flatMap(({ part }) => part.quotes), ...total.quotes];
  if (scored.length < FEWEST_ROWS) return [];
  if (!points.eq(whole)) {
    if (!total.complete) return [];
    const slots = { stated: `${whole.toFixed()}分`, computed: `${points.toFixed()}分` };
    return [cellFinding({ code: 'I01', level: 'warning', quotes, ...slots, words: proofWords('weights', slots) })];
  }
  if (score.minus(total.score.value).abs().lte(CENT)) return [];
  const terms = scored.map((one) => one.score.toFixed()).join('+');
  const slots = { stated: `${total.score.value.toFixed()}分`, terms, computed: `${score.toFixed()}分` };
  return [cellFinding({ code: 'I03', level: 'error', quotes, stated: slots.stated, computed: `${terms}=${slots.computed}`, words: proofWords('score.sum', slots) })];
}

function shown({ value, step }: FormNumber): string {
  return value.toFixed(Math.max(0, step.decimalPlaces()));
}
