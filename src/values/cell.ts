import { decimal, type Decimal } from './decimal';

/** Excel's error values that can stand in a cell. */
export type ErrorCode = '#REF!' | '#DIV/0!' | '#N/A' | '#VALUE!' | '#NAME?' | '#NUM!' | '#NULL!' | '#SPILL!' | '#CALC!';

/** What a cell holds, as the engine sees it. Blank is not zero and not empty text typed by nobody. */
export type CellValue =
  | { readonly kind: 'blank' }
  | { readonly kind: 'number'; readonly value: Decimal }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'error'; readonly code: ErrorCode };

/** A cell as Office.js and files hand it over: errors arrive as their text together with `isError`. */
export type RawCell = string | number | boolean;

/** The rate or score does not apply (zero denominator, item switched off). Neither zero nor blank. */
export const NOT_APPLICABLE = '不适用';
/** An operand is not a number: nothing is computed from it, and nothing wrong is shown. */
export const UNCOMPUTED = '未计算';

export const BLANK: CellValue = { kind: 'blank' };
export const notApplicable: CellValue = { kind: 'text', text: NOT_APPLICABLE };
export const uncomputed: CellValue = { kind: 'text', text: UNCOMPUTED };

export function numberCell(value: Decimal | string | number): CellValue {
  return { kind: 'number', value: decimal(value) };
}

/** Text cell; empty text counts as blank, as a formula's "" does. */
export function textCell(text: string): CellValue {
  return text === '' ? BLANK : { kind: 'text', text };
}

const ERROR_CODES: ReadonlySet<string> = new Set<ErrorCode>([
  '#REF!', '#DIV/0!', '#N/A', '#VALUE!', '#NAME?', '#NUM!', '#NULL!', '#SPILL!', '#CALC!',
]);

export function isErrorCode(text: string): text is ErrorCode {
  return ERROR_CODES.has(text);
}

/** Turns a cell as the host gives it into a value; an empty string is blank; `isError` tells `#REF!` from text that looks like it. */
export function cellValue(raw: RawCell | null, isError: boolean): CellValue {
  if (raw === null || raw === '') return BLANK;
  if (typeof raw === 'number') return numberCell(raw);
  if (typeof raw === 'boolean') return { kind: 'truth', value: raw };
  return isError && isErrorCode(raw) ? { kind: 'error', code: raw } : { kind: 'text', text: raw };
}

/** What the cell would show without a number format; for messages and comparison, not for computing. */
export function cellText(cell: CellValue): string {
  switch (cell.kind) {
    case 'blank': return '';
    case 'number': return cell.value.toString();
    case 'text': return cell.text;
    case 'truth': return cell.value ? 'TRUE' : 'FALSE';
    case 'error': return cell.code;
  }
}

export function isBlank(cell: CellValue): boolean {
  return cell.kind === 'blank';
}

/** The number in the cell, or null when there is none. */
export function numberIn(cell: CellValue): Decimal | null {
  return cell.kind === 'number' ? cell.value : null;
}

/** Equal as a person would see it: same kind, numbers equal within Excel's 15 digits. */
export function sameCell(a: CellValue, b: CellValue): boolean {
  if (a.kind === 'number' && b.kind === 'number') {
    const scale = a.value.abs().plus(b.value.abs());
    return scale.isZero() || a.value.minus(b.value).abs().lte(scale.times('1e-12'));
  }
  return a.kind === b.kind && cellText(a) === cellText(b);
}
