import type { CellRef } from '../evaluation/evaluate';
import { isBlank } from '../values/cell';
import { amountText, percentText } from '../values/figureText';
import { cannotCheck, defineCheck, type Check, type Verdict } from './check';
import { choicesOf, itemOf, numberAt, refOf, sheetNameOf, type CheckContext } from './context';
import { field, group, list, optional, several, text, threshold, type ParametersOf } from './parameters';
import { namesOfRows } from './indicatorRows';
import { words } from './texts';

/** Projects whose own 年中调整 is large enough to need a reason of its own. */
const rows = optional(group({ list, adjustment: text, initial: text, reason: text, limit: threshold }));

/**
 * F22 绩效自评填报说明: a budget changed in the year has its reason, told once for the unit, and project by project where the change
 * is above the limit (a fraction of 年初预算数; without 年初预算数 any change is).
 */
export const adjustmentUnexplained = defineCheck({
  code: 'F22', title: '有年中调整未说明原因', source: '部门整体支出绩效自评表填报说明（预算调整须说明原因）', level: 'warning',
  parameters: { adjustment: field, initial: field, reasons: several(field), rows },
  run: (context, use) => {
    const change = numberAt(context, refOf(use.adjustment));
    const projects = unexplainedRows(context, use.rows);
    if (!change.ok) return projects.length > 0 ? projects : [cannotCheck(change.error, refOf(use.adjustment))];
    if (change.value.isZero() || use.reasons.some((reason) => !isBlank(context.evaluation.value(reason)))) return projects;
    const reason = refOf(use.reasons[0] ?? use.adjustment);
    const slots = { found: amountText(change.value, context.unit), reason: itemOf(context, reason), reasonSheet: sheetNameOf(context, reason) };
    return [{
      outcome: 'found', level: 'warning', refs: [use.adjustment, use.initial, ...use.reasons].map(refOf), words: words('F22', slots),
      found: slots.found, expected: '说明原因', reasons: choicesOf(context, use.reasons.map(refOf)),
    }, ...projects];
  },
});

function unexplainedRows(context: CheckContext, use: ParametersOf<{ readonly rows: typeof rows }>['rows']): readonly Verdict[] {
  if (use === null) return [];
  const at = (row: number, column: string): CellRef => ({ list: use.list, row, column });
  const silent = context.evaluation.rows(use.list).filter((row) => {
    const [change, initial] = [numberAt(context, at(row, use.adjustment)), numberAt(context, at(row, use.initial))];
    if (!change.ok || change.value.isZero() || !isBlank(context.evaluation.at(at(row, use.reason)))) return false;
    return !initial.ok || initial.value.lte(0) || change.value.abs().div(initial.value).gt(use.limit);
  });
  if (silent.length === 0) return [];
  const slots = { rows: namesOfRows(context, use.list, silent), count: String(silent.length), limit: percentText(use.limit) };
  return [{
    outcome: 'found', level: 'warning', refs: silent.map((row) => at(row, use.reason)), ofColumn: true, words: words('F22.rows', slots), found: '空白', expected: '原因',
  }];
}

export const adjustmentChecks: readonly Check[] = [adjustmentUnexplained];
