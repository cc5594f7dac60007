import { numberText } from '../values/figureText';
import { cannotCheck, defineCheck, type Check, type Verdict } from './check';
import { refOf, statedAt, totalOf } from './context';
import { field, group, several } from './parameters';
import { words } from './texts';

/** N01 部门基本情况表: 编制（在职）人数合计 = Σ 行政、事业、工勤, EQ. */
export const staffTotal = defineCheck({
  code: 'N01', title: '人数合计与分项之和不一致', source: '部门整体支出绩效评价基础数据表人员栏', level: 'error',
  parameters: { sums: several(group({ total: field, parts: several(field) })) },
  run: (context, { sums }) => sums.flatMap(({ total, parts }): readonly Verdict[] => {
    const stated = statedAt(context, refOf(total));
    if (!stated.ok) return [cannotCheck(stated.error, refOf(total))];
    const computed = totalOf(context, parts.map(refOf));
    if (!computed.ok) return [cannotCheck(computed.error, refOf(total))];
    if (stated.value.eq(computed.value.value)) return [];
    const slots = { found: numberText(stated.value), expected: numberText(computed.value.value), terms: computed.value.terms };
    return [{
      outcome: 'found', level: 'error', refs: [total, ...parts].map(refOf), words: words('N01', slots),
      found: slots.found, expected: slots.expected, difference: numberText(stated.value.minus(computed.value.value)),
    }];
  }),
});

export const staffChecks: readonly Check[] = [staffTotal];
