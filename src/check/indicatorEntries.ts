import { indicatorLists } from '../pack/perRow';
import { cellText, UNCOMPUTED, type CellValue } from '../values/cell';
import { readNumber } from '../values/numberText';
import { defineCheck, type Check, type Verdict } from './check';
import type { CheckContext } from './context';
import { reasonOf, saysNothing } from './entries';
import { indicatorRows, isQuantitative, namesOf, type IndicatorRow } from './indicatorRows';
import { isNoActualValue } from './indicators';
import { words } from './texts';

/** What a person fills, and the helper column that says how it was read. */
const READ_BY = [['target', 'targetNumber'], ['actual', 'actualNumber']] as const;

/**
 * V15 B05: a target or an actual value of a quantitative indicator that is not read as a number (约300, 300左右, 300~400), so that
 * its row is 未计算; 完成 and ≥95 in the actual value are I08's.
 */
export const indicatorUnreadable = defineCheck({
  code: 'V15', title: '指标值或完成值无法读成数字', source: '整体绩效自评表填报说明：比较符号、数值、单位分列填写', level: 'error', parameters: {},
  run: (given) => indicatorLists(given.form.pack).map((indicators): CheckContext => ({ ...given, indicators })).flatMap((context) => indicatorRows(context).filter(isQuantitative).flatMap((row) => READ_BY.flatMap(([column, helper]): Verdict[] => {
    const found = row.text(column);
    if (saysNothing(found) || !isUncomputed(itemOf(context, row, helper)) || (column === 'actual' && isNoActualValue(found))) return [];
    const label = (id: string): string => context.form.lists.get(context.indicators)?.columns.get(id)?.label ?? id;
    const slots = { rows: namesOf([row]), column: label(column), found: found.slice(0, 30), reason: whyNot(itemOf(context, row, column), row), nature: label('nature'), unit: label('unit') };
    return [{ outcome: 'found', level: 'error', refs: [row.ref(column)], words: words('V15', slots), found: slots.found, expected: '一个数字' }];
  }))),
});

function itemOf(context: CheckContext, row: IndicatorRow, column: string): CellValue {
  return context.evaluation.at(row.ref(column));
}

function isUncomputed(cell: CellValue): boolean {
  return cell.kind === 'text' && cell.text === UNCOMPUTED;
}

function whyNot(cell: CellValue, row: IndicatorRow): string {
  if (cell.kind === 'number') return '百分数存为小数，看不出是百分之几';
  const unit = row.text('unit');
  const read = readNumber(cellText(cell), { measure: /^(%|％|百分比)$/.test(unit) ? 'percent' : 'plain', unit, signed: true });
  return (read.ok ? null : reasonOf(read.error)) ?? '写法不能识别';
}

export const indicatorEntryChecks: readonly Check[] = [indicatorUnreadable];
