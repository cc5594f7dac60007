import type { CellRef } from '../evaluation/evaluate';
import { decimal, HUNDRED, ONE, type Decimal } from '../values/decimal';
import { numberText, percentText } from '../values/figureText';
import { cannotCheck, defineCheck, notApplicable, type Check, type Verdict } from './check';
import { itemOf, numberAt, refOf, statedAt } from './context';
import { field, group, list, optional, several, text } from './parameters';
import { words } from './texts';
import { agreementOfRate } from '../values/tolerance';

/** R09 财预〔2013〕53号: a rate whose denominator is 0 is 不适用, no percentage. Fields, and rows of a list. */
export const rateOfNothing = defineCheck({
  code: 'R09', title: '分母为0仍填百分比', source: '共性指标体系框架（财预〔2013〕53号）比率口径', level: 'warning',
  parameters: { rates: several(group({ rate: field, denominator: field })), rows: optional(several(group({ list, rate: text, denominator: text }))) },
  run: (context, { rates, rows }) => {
    const places = [
      ...rates.map(({ rate, denominator }) => ({ rate: refOf(rate), denominator: refOf(denominator) })),
      ...(rows ?? []).flatMap((use) => context.evaluation.rows(use.list).map((row): { rate: CellRef; denominator: CellRef } => ({
        rate: { list: use.list, row, column: use.rate }, denominator: { list: use.list, row, column: use.denominator },
      }))),
    ];
    const known = places.flatMap((place) => { const number = numberAt(context, place.denominator); return number.ok ? [{ ...place, base: number.value }] : []; });
    if (known.length === 0) return [cannotCheck('各比率的分母均未填', ...places.slice(0, 1).map(({ denominator }) => denominator))];
    return known.flatMap(({ rate, denominator, base }): readonly Verdict[] => {
      const stated = statedAt(context, rate);
      if (!base.isZero() || !stated.ok) return [];
      const slots = { found: percentText(stated.value), denominator: itemOf(context, denominator) };
      return [{ outcome: 'found', level: 'warning', refs: [rate, denominator], words: words('R09', slots), found: slots.found, expected: '不适用' }];
    });
  },
});

/** Half a unit of the last digit a percentage shows, as a fraction; nothing for an unrounded one. */
function roundingOf(rate: Decimal): Decimal {
  const places = rate.times(HUNDRED).decimalPlaces();
  return places > 4 ? decimal('0') : decimal('0.005').times(decimal(10).pow(-Math.min(2, places)));
}

/** R11 结余率、执行率口径: on one base 执行率＋结余率＝100%, within the rounding of both. */
export const balanceAgainstExecution = defineCheck({
  code: 'R11', title: '结余率、执行率互相矛盾', source: '预算执行率、结余率定义（同一预算数为基数）', level: 'warning',
  parameters: { pairs: optional(several(group({ execution: field, balance: field }))), rows: optional(group({ list, execution: text, balance: text })) },
  run: (context, { pairs, rows }) => {
    const places = [
      ...(pairs ?? []).map(({ execution, balance }) => ({ execution: refOf(execution), balance: refOf(balance) })),
      ...(rows === null ? [] : context.evaluation.rows(rows.list).map((row): { execution: CellRef; balance: CellRef } => ({
        execution: { list: rows.list, row, column: rows.execution }, balance: { list: rows.list, row, column: rows.balance },
      }))),
    ];
    const known = places.flatMap((place) => {
      const [execution, balance] = [statedAt(context, place.execution), statedAt(context, place.balance)];
      return execution.ok && balance.ok ? [{ ...place, done: execution.value, left: balance.value }] : [];
    });
    if (known.length === 0) return [cannotCheck('执行率、结余率未填', ...places.slice(0, 1).map(({ execution }) => execution))];
    return known.flatMap(({ execution, balance, done, left }): readonly Verdict[] => {
      const gap = done.plus(left).minus(ONE).abs();
      if (gap.lte(roundingOf(done).plus(roundingOf(left)).plus('1e-12'))) return [];
      const slots = { execution: percentText(done), found: percentText(left), expected: percentText(ONE.minus(done)) };
      return [{ outcome: 'found', level: 'warning', refs: [balance, execution], words: words('R11', slots), found: slots.found, expected: slots.expected }];
    });
  },
});

/** R12 财预〔2013〕53号 在职人员控制率＝在职人员数÷编制数, ULP; above 100% is 超编: 核实. */
export const staffControlRate = defineCheck({
  code: 'R12', title: '在职人员控制率计算不符或超编', source: '部门整体支出绩效评价共性指标体系框架（财预〔2013〕53号附件2）', level: 'error',
  parameters: { rate: field, actual: field, establishment: field },
  run: (context, { rate, actual, establishment }) => {
    const [persons, posts] = [numberAt(context, refOf(actual)), numberAt(context, refOf(establishment))];
    if (!persons.ok) return [cannotCheck(persons.error, refOf(actual))];
    if (!posts.ok) return [cannotCheck(posts.error, refOf(establishment))];
    if (posts.value.isZero()) return [notApplicable('编制数为0，在职人员控制率不适用', refOf(rate))];
    const stated = statedAt(context, refOf(rate));
    if (!stated.ok) return [cannotCheck(stated.error, refOf(rate))];
    const exact = persons.value.div(posts.value);
    const agreement = agreementOfRate(stated.value, exact);
    const slots = {
      found: percentText(stated.value), expected: percentText(exact), terms: `${numberText(persons.value)}÷${numberText(posts.value)}`,
      persons: numberText(persons.value), posts: numberText(posts.value), difference: numberText(persons.value.minus(posts.value)),
    };
    const refs = [rate, actual, establishment].map(refOf);
    if (agreement !== 'equal') {
      return [{ outcome: 'found', level: agreement === 'off' ? 'error' : 'warning', refs, words: words('R12', slots), found: slots.found, expected: slots.expected }];
    }
    return exact.lte(1) ? [] : [{ outcome: 'found', level: 'warning', refs, words: words('R12.above', slots), found: slots.found, expected: '不超过100%', difference: `${slots.difference}人` }];
  },
});

export const ratioChecks: readonly Check[] = [rateOfNothing, balanceAgainstExecution, staffControlRate];
