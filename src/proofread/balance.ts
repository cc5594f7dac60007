import type { Resolved } from './sameMetric';
import { figureFinding, written, type FigureFinding, type ProofContext } from './proofContext';
import { agreementOfSum, inUnitOf, unitOf } from './reckon';
import { proofWords } from './texts';

const CARRIED_IN = /年初结转|上年结转|上年结余|以前年度结[转余]|使用(?:非财政拨款)?结余|动用|结余分配/;

/** F16, F15 决算报表: 收入 − 支出 = 年末结转结余, where the text tells all three and no carry-over from the year before. */
export function checkBalance(context: ProofContext, resolved: readonly Resolved[]): readonly FigureFinding[] {
  const final = resolved.filter(({ role, fund, year, mention }) => role === 'final' && fund === null && year === context.year && !mention.figure.loose);
  const income = final.filter(({ metric, mention }) => metric === 'income' && mention.subject.total !== '');
  const spent = final.filter(({ metric, mention }) => metric === 'total' && mention.subject.total !== '');
  const left = final.filter(({ metric }) => metric === 'carryOver');
  const [one, other, carried] = [income[0]?.mention, spent[0]?.mention, left[0]?.mention];
  if (!one || !other || !carried || [income, spent, left].some((list) => list.some(({ mention }) => !mention.figure.value.eq(list[0]?.mention.figure.value ?? 0)))) return [];
  if (context.mentions.some(({ label, figure }) => figure.kind === 'amount' && !figure.value.isZero() && CARRIED_IN.test(label))) return [];
  const computed = one.figure.value.minus(other.figure.value);
  if (agreementOfSum(carried.figure, [one.figure, other.figure], computed, context.rounding) !== 'off') return [];
  const slots = { income: written(context, one), expenditure: written(context, other), stated: written(context, carried), computed: `${inUnitOf(computed, carried.figure)}${unitOf(carried.figure)}` };
  return [figureFinding(context, { code: 'F16', level: 'warning', about: [one, other, carried], stated: slots.stated, computed: `${slots.income}-${slots.expenditure}=${slots.computed}`, words: proofWords('balance', slots) })];
}
