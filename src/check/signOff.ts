import { cellText, isBlank, type CellValue } from '../values/cell';
import { readDate } from '../values/dateText';
import { cannotCheck, defineCheck, type Check, type Verdict } from './check';
import { itemOf, refOf, type CheckContext } from './context';
import { field, several } from './parameters';
import { words } from './texts';

/** First and last day a cell can mean, yyyy-mm-dd; null when it holds no date. */
function daysOf(cell: CellValue): { readonly first: string; readonly last: string } | null {
  if (cell.kind === 'number') {
    if (!cell.value.isInteger() || cell.value.lt(61) || cell.value.gt(2_958_465)) return null;
    const day = new Date(Date.UTC(1899, 11, 30) + cell.value.toNumber() * 86_400_000).toISOString().slice(0, 10);
    return { first: day, last: day };
  }
  const read = readDate(cell);
  return read.ok ? { first: read.value.firstDay, last: read.value.lastDay } : null;
}

/**
 * S01 before handing in: whoever signs is named as soon as one of them is, the dates follow each other as the pack lists them,
 * and none lies before the end of the year evaluated.
 */
export const readyToHandIn = defineCheck({
  code: 'S01', title: '签字栏、日期不完整或先后不符', source: '部门预算绩效评价报送要求（填报人、联系电话、日期）', level: 'warning',
  parameters: { signatures: several(field, 2), dates: several(field) },
  run: (context, { signatures, dates }) => [...signed(context, signatures), ...dated(context, dates)],
});

function signed(context: CheckContext, signatures: readonly string[]): readonly Verdict[] {
  const missing = signatures.filter((id) => isBlank(context.evaluation.value(id)));
  if (missing.length === signatures.length) return [cannotCheck('签字栏均未填', ...signatures.map(refOf))];
  if (missing.length === 0) return [];
  const names = (ids: readonly string[]): string => ids.map((id) => `“${itemOf(context, refOf(id))}”`).join('');
  const slots = { filled: names(signatures.filter((id) => !missing.includes(id))), missing: names(missing) };
  return [{ outcome: 'found', level: 'warning', refs: missing.map(refOf), keptBy: signatures[0] ?? '', words: words('S01.missing', slots), found: '空白', expected: names(missing) }];
}

function dated(context: CheckContext, dates: readonly string[]): readonly Verdict[] {
  const known = dates.flatMap((id) => {
    const days = daysOf(context.evaluation.value(id));
    return days ? [{ id, ...days }] : [];
  });
  if (known.length === 0) return [cannotCheck('日期均未填', ...dates.map(refOf))];
  const { year } = context.form.pack;
  return known.flatMap((date, i): readonly Verdict[] => {
    if (date.last < `${String(year)}-12-31`) {
      const slots = { found: shown(context, date), year: String(year) };
      return [{ outcome: 'found', level: 'warning', refs: [refOf(date.id)], words: words('S01.year', slots), found: slots.found, expected: `${String(year)}-12-31以后` }];
    }
    const earlier = known.slice(0, i).find((other) => date.last < other.first);
    if (!earlier) return [];
    const slots = { found: shown(context, date), earlier: itemOf(context, refOf(earlier.id)), expected: shown(context, earlier) };
    return [{ outcome: 'found', level: 'warning', refs: [refOf(date.id), refOf(earlier.id)], words: words('S01.order', slots), found: slots.found, expected: `不早于${slots.expected}` }];
  });
}

function shown(context: CheckContext, date: { readonly id: string; readonly first: string }): string {
  const cell = context.evaluation.value(date.id);
  return cell.kind === 'number' ? date.first : cellText(cell).slice(0, 30);
}

export const signOffChecks: readonly Check[] = [readyToHandIn];
