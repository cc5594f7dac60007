import type { PlannedCell, PlannedValidation } from './plan';
import { needsQuote } from './keptText';

/** What every sheet of ours is given, in Excel and in a file alike. */

/** What people may do on our protected sheets without a password: fill in, copy, and make columns and rows wider. */
export const OUR_PROTECTION = { allowFormatColumns: true, allowFormatRows: true, selectionMode: 'Normal' } as const;

/** Excel's code for page and pages stands in it. */
export const PAGE_FOOTER = '第 &P 页，共 &N 页';

/** Largest amount a cell holds exactly. */
const LARGEST = 999_999_999_999_999;

/** Least and largest number a cell takes. */
export function numberBounds(validation: Extract<PlannedValidation, { kind: 'number' }>): { readonly least: number; readonly largest: number } {
  return { least: validation.minimum === null ? -LARGEST : Number(validation.minimum), largest: LARGEST };
}

/** What Excel says when something else is typed; `refuses` is false where other entries are let through. */
export interface ValidationAlert {
  readonly refuses: boolean;
  readonly title: string;
  readonly message: string;
}

/** Numbers share one title, so that a sheet has few kinds of validation; what to fill in stands in the labels. */
export function alertOf(validation: PlannedValidation): ValidationAlert {
  if (validation.kind === 'number') return { refuses: true, title: '请填数字', message: validation.message };
  return validation.strict ? { refuses: true, title: '请从列表选择', message: '请从下拉列表中选择一项；没有合适的请留空。' } : { refuses: false, title: '', message: '' };
}

/**
 * The number format a cell gets; `General` needs none. A formula in a text cell would stay a text; a text that looks like a
 * formula is kept a text by the format as well.
 */
export function formatOf(cell: PlannedCell): string {
  if (cell.formula !== undefined) return cell.numberFormat === '@' ? 'General' : cell.numberFormat;
  if (cell.numberFormat === 'General' && cell.value.kind === 'text' && needsQuote(cell.value.text)) return '@';
  return cell.numberFormat;
}
