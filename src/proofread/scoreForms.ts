import { decimal, HUNDRED, sum, type Decimal } from '../values/decimal';
import type { Quote } from './findings';
import type { ProofParagraph } from './document';
import { quotePiece } from './mentions';
import { figureFinding, type FigureFinding, type ProofContext } from './proofContext';
import { shownPercent } from './reckon';
import { proofWords } from './texts';

/** A pasted indicator row: comparison, target, actual, points and score, whatever its columns were joined by. */
const ROW = /(?<comparison>>=|<=|[≥≤≧≦><=])(?<target>\d{1,9}(?:\.\d{1,4})?)(?<unit>[^\d\s.]{0,6})\s?(?<actual>\d{1,9}(?:\.\d{1,4})?)(?<actualUnit>[^\d\s.]{0,6})\s?(?<points>\d{1,3}(?:\.\d{1,2})?)\s(?<score>\d{1,3}(?:\.\d{1,2})?)(?=\s|$)/;
const TOTAL = /^(?:总分|合计|总计|总得分)\s?(?<points>\d{1,3}(?:\.\d{1,2})?)\s(?<score>\d{1,3}(?:\.\d{1,2})?)\s?$/;
/** 年度资金总额 with 全年预算数, 全年执行数, 分值, 执行率, 得分 run together or apart; amounts have two decimals. */
const MONEY = /资金总额：?\s?(?<amounts>(?:\d{1,9}\.\d{2}\s?){2,3})(?<points>10|20)\s?(?<rate>\d{1,3}(?:\.\d{1,2})?)%\s?(?<score>\d{1,2}(?:\.\d{1,2})?)?/;
const HEAD = /执行数.*执行率|执行率.*得分/;
const FARTHEST_HEAD = 3;

interface Scored {
  readonly paragraph: number;
  readonly points: Decimal;
  readonly score: Decimal;
}

/** R01, I03, I04, I06 财预〔2020〕10号 自评表: execution rate, scores within their points, and their sum, in a form pasted as text. */
export function checkScoreForms(context: ProofContext): readonly FigureFinding[] {
  const findings: FigureFinding[] = [];
  let scored: Scored[] = [];
  context.document.paragraphs.forEach((paragraph, at) => {
    const text = tabless(paragraph);
    const money = hasHead(context, at) ? MONEY.exec(text)?.groups : undefined;
    if (money) {
      scored = [];
      findings.push(...moneyFindings(context, at, money));
      if (money['score'] !== undefined) scored.push({ paragraph: at, points: decimal(money['points'] ?? '10'), score: decimal(money['score']) });
    }
    const row = ROW.exec(text)?.groups;
    if (row) {
      const one = { paragraph: at, points: decimal(row['points'] ?? '0'), score: decimal(row['score'] ?? '0') };
      scored.push(one);
      findings.push(...rowFindings(context, one, row));
    }
    const total = TOTAL.exec(text)?.groups;
    if (total) {
      findings.push(...totalFindings(context, scored, { paragraph: at, points: decimal(total['points'] ?? '0'), score: decimal(total['score'] ?? '0') }));
      scored = [];
    }
  });
  return findings;
}

function tabless({ reading }: ProofParagraph): string {
  return reading.text.length > 400 ? '' : reading.text.replaceAll('\t', ' ').trim();
}

function hasHead(context: ProofContext, at: number): boolean {
  return context.document.paragraphs.slice(Math.max(0, at - FARTHEST_HEAD), at).some((paragraph) => HEAD.test(tabless(paragraph)));
}

function lineOf(context: ProofContext, paragraph: number): Quote {
  return quotePiece(context, paragraph, 0, context.document.paragraphs[paragraph]?.reading.text.length ?? 0);
}

function moneyFindings(context: ProofContext, paragraph: number, money: Readonly<Record<string, string>>): readonly FigureFinding[] {
  const amounts = [...(money['amounts'] ?? '').matchAll(/\d{1,9}\.\d{2}/g)].map(([digits]) => digits);
  const [budget = '0', executed = '0'] = amounts.slice(-2);
  if (decimal(budget).isZero()) return [];
  const stated = money['rate'] ?? '0';
  const places = stated.split('.')[1]?.length ?? 0;
  const exact = decimal(executed).div(decimal(budget)).times(HUNDRED);
  const computed = shownPercent(decimal(executed), decimal(budget), places);
  const slots = { name: '执行率', stated: `${stated}%`, terms: `${executed}÷${budget}`, computed };
  return exact.minus(decimal(stated)).abs().lte(decimal(10).pow(-places).div(2)) ? [] : [figureFinding(context, {
    code: 'R01', level: exact.minus(decimal(stated)).abs().lte(decimal(10).pow(-places)) ? 'warning' : 'error', about: [], quotes: [lineOf(context, paragraph)], stated: slots.stated, computed: `${slots.terms}=${computed}`, words: proofWords('rate', slots),
  })];
}

function rowFindings(context: ProofContext, { paragraph, points, score }: Scored, row: Readonly<Record<string, string>>): readonly FigureFinding[] {
  const quotes = [lineOf(context, paragraph)];
  if (score.gt(points)) {
    const slots = { stated: `${score.toFixed()}分`, computed: `${points.toFixed()}分` };
    return [figureFinding(context, { code: 'I04', level: 'error', about: [], quotes, ...slots, words: proofWords('score.exceeds', slots) })];
  }
  const [target, actual] = [decimal(row['target'] ?? '0'), decimal(row['actual'] ?? '0')];
  const atLeast = /^(?:>|>=|≥|≧)$/.test(row['comparison'] ?? '');
  const missed = row['unit'] === row['actualUnit'] && row['comparison'] !== '=' && (atLeast ? actual.lt(target) : actual.gt(target));
  if (!missed || !score.eq(points) || points.isZero()) return [];
  const slots = { target: `${row['comparison'] ?? ''}${row['target'] ?? ''}${row['unit'] ?? ''}`, stated: `${row['actual'] ?? ''}${row['actualUnit'] ?? ''}`, score: `${score.toFixed()}分` };
  return [figureFinding(context, { code: 'I06', level: 'warning', about: [], quotes, stated: slots.stated, computed: slots.target, words: proofWords('score.missed', slots) })];
}

/** The scores are compared only when the rows read make up all the points. */
function totalFindings(context: ProofContext, scored: readonly Scored[], total: Scored): readonly FigureFinding[] {
  const points = sum(scored.map((one) => one.points));
  const score = sum(scored.map((one) => one.score));
  if (scored.length < 3 || !points.eq(total.points) || score.minus(total.score).abs().lte(decimal('0.01'))) return [];
  const terms = scored.map((one) => one.score.toFixed()).join('+');
  const slots = { stated: `${total.score.toFixed()}分`, terms, computed: `${score.toFixed()}分` };
  return [figureFinding(context, {
    code: 'I03', level: 'error', about: [], quotes: [...scored.map(({ paragraph }) => lineOf(context, paragraph)), lineOf(context, total.paragraph)],
    stated: slots.stated, computed: `${terms}=${slots.computed}`, words: proofWords('score.sum', slots),
  })];
}
