import { ZERO } from '../values/decimal';
import type { Mention } from './mentions';
import { digits, figureFinding, written, type FigureFinding, type ProofContext } from './proofContext';
import { agreementOfQuotient, placesOf, shownPercent } from './reckon';
import { proofWords } from './texts';

const RATE_NAME = /(?<stem>[\p{Script=Han}]{2})率(?:为|达到|达|是|：)*$/u;
const LOOK_BACK = 6;

/** 财预〔2013〕53号 R12: “编制186人，在职172人，在职人员控制率92.47%”; R01 for rates of work done: “受理812件，办结806件，办结率99.26%”. */
export function checkWorkDone(context: ProofContext): readonly FigureFinding[] {
  return context.mentions.flatMap((stated): readonly FigureFinding[] => {
    if (stated.figure.kind !== 'percent' || stated.figure.loose || stated.change !== 0) return [];
    const goal = goalPair(context, stated);
    const stem = RATE_NAME.exec(stated.label)?.groups?.['stem'];
    const ofStaff = stem === '控制' && /在职/.test(stated.label);
    const pair = goal ?? (stem === undefined ? null : ofStaff ? staffPair(context, stated) : donePair(context, stated, stem));
    if (!pair || pair.whole.figure.value.isZero()) return [];
    const { part, whole } = pair;
    const agreement = agreementOfQuotient(stated.figure, part.figure.value, whole.figure.value, [ZERO, ZERO]);
    if (agreement === 'equal') return [];
    const computed = shownPercent(part.figure.value, whole.figure.value, placesOf(stated.figure));
    const slots = { name: /[\p{Script=Han}]{0,6}率/u.exec(stated.label)?.[0] ?? '完成率', stated: written(context, stated), terms: `${digits(context, part)}÷${digits(context, whole)}`, computed };
    return [figureFinding(context, {
      code: ofStaff ? 'R12' : 'R01', level: 'warning', about: [whole, part, stated], stated: slots.stated, computed: `${slots.terms}=${computed}`, words: agreement === 'off' ? proofWords('rate', slots) : proofWords('rate.rounding', slots),
    })];
  });
}

function countsBefore(context: ProofContext, stated: Mention): readonly Mention[] {
  return context.mentions.slice(Math.max(0, stated.index - LOOK_BACK), stated.index)
    .filter((mention) => mention.sentence === stated.sentence && mention.figure.kind === 'count' && mention.change === 0 && !mention.figure.loose);
}

function staffPair(context: ProofContext, stated: Mention): { readonly part: Mention; readonly whole: Mention } | null {
  const counts = countsBefore(context, stated);
  const whole = counts.filter(({ label }) => /编制/.test(label));
  const part = counts.filter(({ label }) => /在职|实有/.test(label));
  return whole.length === 1 && part.length === 1 && whole[0] && part[0] ? { whole: whole[0], part: part[0] } : null;
}

/** “再就业1460人，完成目标任务1400人的104.29%”. */
function goalPair(context: ProofContext, stated: Mention): { readonly part: Mention; readonly whole: Mention } | null {
  const [part, whole] = [context.mentions[stated.index - 2], context.mentions[stated.index - 1]];
  if (stated.lead !== '的' || !part || !whole || part.sentence !== stated.sentence || part.figure.kind !== 'count' || whole.figure.kind !== 'count' || part.figure.unit !== whole.figure.unit) return null;
  return /完成.{0,8}(?:目标|任务|计划)?/.test(whole.label) && part.change === 0 ? { part, whole } : null;
}

/** The two counts right before, of one unit; the second is named like the rate or is 实际 against 计划. */
function donePair(context: ProofContext, stated: Mention, stem: string): { readonly part: Mention; readonly whole: Mention } | null {
  const [whole, part] = countsBefore(context, stated).slice(-2);
  if (!whole || !part || part.index !== stated.index - 1 || whole.index !== stated.index - 2 || whole.figure.unit !== part.figure.unit) return null;
  const planned = /计划|目标|应/.test(whole.label) && /实际|已|完成/.test(part.label) && /完成/.test(stem);
  // 收回…份, 回收率: the same characters in another order.
  const alike = [...stem].every((character) => part.label.includes(character));
  return planned || alike ? { whole, part } : null;
}
