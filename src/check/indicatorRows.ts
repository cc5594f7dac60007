import type { CellRef } from '../evaluation/evaluate';
import type { Assessment, Nature, Scale } from '../pack/pack';
import { cellText } from '../values/cell';
import type { Decimal } from '../values/decimal';
import { cannotCheck, type Verdict } from './check';
import { numberAt, statedAt, type CheckContext } from './context';

/** One filled row of the indicator list, as the checks read it. */
export interface IndicatorRow {
  readonly name: string;
  readonly nature: Nature | null;
  readonly scale: Scale | null;
  ref(column: string): CellRef;
  text(column: string): string;
  /** Null when there is no number, for whatever reason. */
  number(column: string): Decimal | null;
  stated(column: string): Decimal | null;
}

/** Rows of the indicator list that is checked. */
export function indicatorRows(context: CheckContext): readonly IndicatorRow[] {
  const { assessment } = context.form.pack;
  const list = context.indicators;
  const by = context.form.lists.get(list)?.block.identifiedBy ?? '';
  return context.evaluation.rows(list).map((row) => {
    const ref = (column: string): CellRef => ({ list, row, column });
    const text = (column: string): string => cellText(context.evaluation.item(list, row, column)).trim();
    const value = (read: typeof numberAt, column: string): Decimal | null => {
      const number = read(context, ref(column));
      return number.ok ? number.value : null;
    };
    return {
      name: text(by), ref, text,
      nature: natureOf(assessment, text('nature')), scale: scaleOf(assessment, text('target')),
      number: (column) => value(numberAt, column), stated: (column) => value(statedAt, column),
    };
  });
}

export function natureOf(assessment: Assessment, written: string): Nature | null {
  return named(assessment.natures, written);
}

export function scaleOf(assessment: Assessment, written: string): Scale | null {
  return named(assessment.scales, written);
}

/** The member with this name or one of whose synonyms it is, whatever the width of its characters. */
export function named<T extends { readonly name: string; readonly synonyms: readonly string[] }>(members: readonly T[], written: string): T | null {
  const wanted = plain(written);
  if (wanted === '') return null;
  return members.find((member) => [member.name, ...member.synonyms].some((name) => plain(name) === wanted)) ?? null;
}

function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '');
}

/** Has a target whose actual value is a number. */
export function isQuantitative(row: IndicatorRow): boolean {
  return row.nature !== null && row.nature.comparison !== 'qualitative' && row.nature.comparison !== 'byDate';
}

/** “群众满意度”“政府满意度”, at most four, then 等n项. */
export function namesOf(rows: readonly IndicatorRow[]): string {
  return quotedNames(rows.map(({ name }) => name));
}

/** The same for rows of any list, by what identifies them. */
export function namesOfRows(context: CheckContext, list: string, rows: readonly number[]): string {
  const by = context.form.lists.get(list)?.block.identifiedBy ?? '';
  return quotedNames(rows.map((row) => cellText(context.evaluation.item(list, row, by)).trim()));
}

function quotedNames(names: readonly string[]): string {
  const shown = names.slice(0, 4).map((name) => `“${name.slice(0, 30)}”`).join('');
  return names.length > 4 ? `${shown}等${names.length}项` : shown;
}

/** Nothing can be said of indicators while there are none. */
export function noIndicators(context: CheckContext): Verdict {
  const list = context.indicators;
  return cannotCheck('绩效指标未填', { list, row: 0, column: context.form.lists.get(list)?.block.identifiedBy ?? '' });
}
