import type { CellRef } from '../evaluation/evaluate';
import { decimal, roundHalfUp, sum, type Decimal } from '../values/decimal';
import { amountText } from '../values/figureText';
import { cannotCheck, defineCheck, type Check, type Verdict } from './check';
import { itemOf, numberAt, refOf, sheetNameOf, type CheckContext } from './context';
import { field, group, list, optional, several, text, type ParametersOf } from './parameters';
import { isStatedBesideDetail } from './roundedParts';
import { words } from './texts';
import { agreementOfTotal } from '../values/tolerance';

/** 元 in a 万元. */
const TEN_THOUSAND = decimal('10000');

/** One amount is the other in the other unit: equal at two decimals after dividing by ten thousand. */
function isTenThousandfold(large: Decimal, small: Decimal): boolean {
  return !small.isZero() && roundHalfUp(large.div(TEN_THOUSAND), 2).eq(roundHalfUp(small, 2));
}

const parts = group({ fields: optional(several(field)), list: optional(list), columns: optional(several(text)), against: several(field) });

interface Part {
  readonly ref: CellRef;
  readonly value: Decimal;
}

function partsOf(context: CheckContext, use: ParametersOf<{ readonly parts: typeof parts }>['parts']): readonly Part[] {
  const { list: of } = use;
  const refs: readonly CellRef[] = [
    ...(use.fields ?? []).map(refOf),
    ...(of === null ? [] : context.evaluation.rows(of).flatMap((row) =>
      (use.columns ?? []).map((column) => ({ list: of, row, column })).filter((ref) => !isStatedBesideDetail(context, ref)))),
  ];
  return refs.flatMap((ref) => {
    const number = numberAt(context, ref);
    return number.ok ? [{ ref, value: number.value }] : [];
  });
}

/**
 * The part that makes the sum agree with the other figure when it is taken in the other unit; null when there is none, or when
 * the sum would agree as well without that part: then nothing tells 元 from a figure that does not belong there.
 */
function inOtherUnit(given: readonly Part[], total: Decimal): { readonly part: Part; readonly meant: Decimal } | null {
  const whole = sum(given.map(({ value }) => value));
  if (agreementOfTotal(total, whole, given.length) !== 'off') return null;
  for (const part of given) {
    const others = whole.minus(part.value);
    if (agreementOfTotal(total, others, given.length) !== 'off') continue;
    for (const meant of [part.value.div(TEN_THOUSAND), part.value.times(TEN_THOUSAND)]) {
      if (meant.abs().gte('0.01') && agreementOfTotal(total, others.plus(meant), given.length) !== 'off') return { part, meant };
    }
  }
  return null;
}

/**
 * F18 填报说明: one unit for all amounts of a workbook. The same figure in two places ten thousand times apart, or a sum that agrees with
 * another figure as soon as one part is taken in the other unit.
 */
export const unitsMixed = defineCheck({
  code: 'F18', title: '金额单位混用或疑似差一万倍', source: '填报说明：金额按表头所注单位填报', level: 'error',
  parameters: { same: several(several(field, 2)), sums: optional(several(parts)) },
  run: (context, { same, sums }) => {
    const places = same.map((fields) => fields.map(refOf).flatMap((ref): Part[] => { const number = numberAt(context, ref); return number.ok ? [{ ref, value: number.value }] : []; }));
    const lists = (sums ?? []).map((use) => ({ given: partsOf(context, use), against: use.against.map(refOf) }));
    if (places.every((known) => known.length < 2) && lists.every(({ given }) => given.length === 0)) return [cannotCheck('金额未填', ...same.flat().slice(0, 1).map(refOf))];
    const ofSums = lists.flatMap(({ given, against }): readonly Verdict[] => {
      for (const ref of against) {
        const total = numberAt(context, ref);
        const culprit = total.ok ? inOtherUnit(given, total.value) : null;
        if (total.ok && culprit) return [verdict(context, culprit.part, { ref, value: total.value }, culprit.meant)];
      }
      return [];
    });
    const told = new Set(ofSums.flatMap((each) => (each.outcome === 'found' ? each.refs.slice(0, 1).map((ref) => itemOf(context, ref)) : [])));
    const ofPlaces = places.flatMap((known): readonly Verdict[] => {
      const [first, ...others] = known;
      const odd = first && others.find(({ value }) => isTenThousandfold(value, first.value) || isTenThousandfold(first.value, value));
      return first && odd && told.size === 0 ? [verdict(context, odd, first, null)] : [];
    });
    return [...once(ofSums), ...ofPlaces.slice(0, 1)];
  },
});

/** One amount in another unit spoils every sum it stands in. */
function once(verdicts: readonly Verdict[]): readonly Verdict[] {
  const told = new Set<string>();
  return verdicts.filter((verdict) => {
    const key = verdict.outcome === 'found' ? JSON.stringify(verdict.refs[0]) : '';
    if (told.has(key)) return false;
    told.add(key);
    return true;
  });
}

function verdict(context: CheckContext, part: Part, other: Part, meant: Decimal | null): Verdict {
  const slots = {
    found: amountText(part.value, context.unit), other: `【${sheetNameOf(context, other.ref)}】${itemOf(context, other.ref)}`, expected: amountText(other.value, context.unit),
    unit: context.unit, meant: amountText(meant ?? other.value, context.unit),
  };
  return {
    outcome: 'found', level: 'error', refs: [part.ref, other.ref], words: words(meant === null ? 'F18' : 'F18.part', slots),
    found: slots.found, expected: meant === null ? slots.expected : slots.meant,
  };
}

/** F19 部门决算报表: a figure the workbook computes (调整后预算数, 年末数) is not below zero; what is typed is V05's. */
export const negativeResult = defineCheck({
  code: 'F19', title: '计算结果为负数', source: '部门决算报表审核要求（除增减、冲销外不得为负数）', level: 'warning',
  parameters: { fields: several(field), rows: optional(several(group({ list, column: text }))) },
  run: (context, { fields, rows }) => {
    const refs: readonly CellRef[] = [
      ...fields.map(refOf),
      ...(rows ?? []).flatMap((use) => context.evaluation.rows(use.list).map((row): CellRef => ({ list: use.list, row, column: use.column }))),
    ];
    const known = refs.flatMap((ref): Part[] => { const number = numberAt(context, ref); return number.ok ? [{ ref, value: number.value }] : []; });
    if (known.length === 0) return [cannotCheck('用到的金额未填', ...refs.slice(0, 1))];
    return known.filter(({ value }) => value.lt(0)).map(({ ref, value }): Verdict => {
      const slots = { found: amountText(value, context.unit) };
      return { outcome: 'found', level: 'warning', refs: [ref], words: words('F19', slots), found: slots.found, expected: '不小于0' };
    });
  },
});

export const magnitudeChecks: readonly Check[] = [unitsMixed, negativeResult];
