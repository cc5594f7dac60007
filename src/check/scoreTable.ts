import type { CellRef } from '../evaluation/evaluate';
import { isBlank } from '../values/cell';
import { sum, type Decimal } from '../values/decimal';
import { numberText } from '../values/figureText';
import { cannotCheck, defineCheck, type Check, type Verdict } from './check';
import { itemOf, numberAt, refOf, sheetNameOf, type CheckContext } from './context';
import { namesOfRows } from './indicatorRows';
import { field, list, optional, text } from './parameters';
import { words } from './texts';
import { equalAsShown } from '../values/tolerance';

/**
 * I19 自评得分: a score typed by hand equals the total of its own score table (错误 otherwise, EQ at two decimals);
 * without a table it needs its deductions told (核实). Scores of other instruments are never compared with it.
 */
export const scoreSupported = defineCheck({
  code: 'I19', title: '自评得分没有得分表或扣分事项', source: '部门预算绩效评价指标体系得分表', level: 'error',
  parameters: { manual: field, total: field, reasons: field },
  run: (context, { manual, total, reasons }) => {
    const [typed, table] = [numberAt(context, refOf(manual)), numberAt(context, refOf(total))];
    if (!typed.ok) return table.ok ? [] : [cannotCheck(typed.error, refOf(manual))];
    if (table.ok) {
      if (equalAsShown(typed.value, table.value)) return [];
      const slots = { found: numberText(typed.value), expected: numberText(table.value), difference: numberText(typed.value.minus(table.value)) };
      return [{ outcome: 'found', level: 'error', refs: [refOf(manual), refOf(total)], words: words('I19', slots), ...slots }];
    }
    if (!isBlank(context.evaluation.value(reasons))) return [];
    const slots = { found: numberText(typed.value), sheet: sheetNameOf(context, refOf(reasons)), reasons: itemOf(context, refOf(reasons)) };
    return [{
      outcome: 'found', level: 'warning', refs: [refOf(manual), refOf(reasons)], words: words('I19.unsupported', slots),
      found: `${slots.found}分`, expected: '得分表或扣分事项',
    }];
  },
});

/** Rows of a score table that have both numbers. */
function scoredRows(context: CheckContext, use: { readonly list: string; readonly points: string; readonly score: string }) {
  return context.evaluation.rows(use.list).flatMap((row) => {
    const ref = (column: string): CellRef => ({ list: use.list, row, column });
    const [points, score] = [numberAt(context, ref(use.points)), numberAt(context, ref(use.score))];
    return points.ok && score.ok ? [{ row, ref, points: points.value, score: score.value }] : [];
  });
}

function unscored(use: { readonly list: string; readonly score: string }): Verdict {
  return cannotCheck('得分表分值、自评得分未填', { list: use.list, row: 0, column: use.score });
}

/** I04 得分表: 0 ≤ 得分 ≤ 分值 in every row, EQ. */
export const scoreAbovePoints = defineCheck({
  code: 'I04', title: '得分超过分值', source: '部门预算绩效评价指标体系得分表分值栏', level: 'error',
  parameters: { list, points: text, score: text },
  run: (context, use) => {
    const rows = scoredRows(context, use);
    if (rows.length === 0) return [unscored(use)];
    return rows.filter(({ points, score }) => score.gt(points)).map(({ ref, points, score }): Verdict => {
      const slots = { found: numberText(score), expected: numberText(points), difference: numberText(score.minus(points)) };
      return { outcome: 'found', level: 'error', refs: [ref(use.score), ref(use.points)], words: words('I04', slots), found: slots.found, expected: `不超过${slots.expected}`, difference: slots.difference };
    });
  },
});

/** I21 得分表“扣分原因”栏: points lost have their reason; one finding naming all rows. Rows that met their target (`measured` full) are I07's. */
export const deductionWithoutReason = defineCheck({
  code: 'I21', title: '得分低于分值未填原因', source: '部门预算绩效评价指标体系得分表“扣分原因”栏', level: 'warning',
  parameters: { list, points: text, score: text, reason: text, measured: optional(text) },
  run: (context, use) => {
    const rows = scoredRows(context, use);
    if (rows.length === 0) return [unscored(use)];
    const isMet = (ref: (column: string) => CellRef, points: Decimal): boolean => {
      const measured = use.measured === null ? null : numberAt(context, ref(use.measured));
      return measured?.ok === true && measured.value.gte(points);
    };
    const silent = rows.filter(({ ref, points, score }) => score.lt(points) && isBlank(context.evaluation.at(ref(use.reason))) && !isMet(ref, points));
    if (silent.length === 0) return [];
    const slots = {
      rows: namesOfRows(context, use.list, silent.map(({ row }) => row)),
      points: numberText(sum(silent.map(({ points, score }) => points.minus(score)))),
    };
    return [{
      outcome: 'found', level: 'warning', refs: silent.map(({ ref }) => ref(use.reason)), ofColumn: true, words: words('I21', slots),
      found: '空白', expected: '扣分原因',
    }];
  },
});

export const scoreTableChecks: readonly Check[] = [scoreSupported, scoreAbovePoints, deductionWithoutReason];
