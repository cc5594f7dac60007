import { cellText, cellValue, isBlank, isErrorCode, sameCell, type CellValue, type RawCell } from '../values/cell';
import type { CellContent } from '../workbook/change';
import { needsQuote } from '../workbook/keptText';
import type { PlannedCell } from '../workbook/plan';
import type { FoundCell } from '../workbook/snapshot';

/** What to put into `formulas` for a value, so that the cell reads back as the same value. A text never becomes a formula. */
export function writtenValue(value: CellValue): RawCell {
  switch (value.kind) {
    case 'blank': return '';
    case 'number': return value.value.toNumber();
    case 'truth': return value.value;
    case 'error': return value.code;
    case 'text': return needsQuote(value.text) ? `'${value.text}` : value.text;
  }
}

/** The same for a cell's content; null leaves the cell alone. */
export function writtenContent(content: CellContent): RawCell | null {
  if (content === null) return null;
  return 'formula' in content ? content.formula : writtenValue(content.value);
}

/** What a planned cell holds from the start; null when that is nothing. */
export function plannedContent(cell: PlannedCell): RawCell | null {
  if (cell.formula !== undefined) return `=${cell.formula}`;
  return isBlank(cell.value) ? null : writtenValue(cell.value);
}

/** Values, formulas and kinds of value of a range as Office.js answers them; a big range may answer null or too few rows. */
export interface RawCells {
  readonly values: unknown;
  readonly formulas: unknown;
  readonly valueTypes: unknown;
}

/** The cells of a range, or null when the answer is missing rows or cells. */
export function foundCells(raw: RawCells, rowCount: number, columnCount: number): readonly (readonly FoundCell[])[] | null {
  const values = table(raw.values, rowCount, columnCount);
  const formulas = table(raw.formulas, rowCount, columnCount);
  const types = table(raw.valueTypes, rowCount, columnCount);
  if (!values || !formulas || !types) return null;
  return values.map((row, r) => row.map((value, c) => foundCell(value, formulas[r]?.[c], types[r]?.[c])));
}

function foundCell(value: unknown, formula: unknown, type: unknown): FoundCell {
  // A quoted text that looks like a formula reads back as its own formula; a formula never yields its own text.
  const isFormula = typeof formula === 'string' && formula.startsWith('=') && formula !== value;
  return { value: cellValue(rawCell(value), type === 'Error'), formula: isFormula ? formula : null };
}

/** A value read without its kind, of a cell known to be a formula: an error code is an error. */
export function formulaValue(value: unknown): CellValue {
  const raw = rawCell(value);
  return cellValue(raw, typeof raw === 'string' && isErrorCode(raw));
}

/** A two-dimensional answer of the expected size, or null. */
export function table(answer: unknown, rowCount: number, columnCount: number): readonly (readonly unknown[])[] | null {
  if (!Array.isArray(answer) || answer.length !== rowCount) return null;
  return answer.every((row: unknown): row is unknown[] => Array.isArray(row) && row.length === columnCount) ? answer : null;
}

function rawCell(value: unknown): RawCell | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** Whether a cell holds what was written into it. */
export function holds(found: FoundCell, written: CellContent): boolean {
  if (written === null) return true;
  if ('formula' in written) return found.formula !== null && sameFormula(found.formula, written.formula);
  return found.formula === null && sameCell(found.value, written.value);
}

/** Excel may change letter case of functions and blanks, nothing else. */
function sameFormula(a: string, b: string): boolean {
  return a === b || squeezed(a) === squeezed(b);
}

function squeezed(formula: string): string {
  return formula.replaceAll(/"[^"]*"|\s+|[a-z]+/g, (part) => (part.startsWith('"') ? part : part.trim().toUpperCase()));
}

/** What stands in a cell, for messages. */
export function contentText(content: CellContent | FoundCell): string {
  if (content === null) return '';
  if ('formula' in content && content.formula !== null) return content.formula;
  return 'value' in content ? cellText(content.value) : '';
}

/** A found cell as content that can be written back. */
export function contentOf(cell: FoundCell): NonNullable<CellContent> {
  return cell.formula === null ? { value: cell.value } : { formula: cell.formula };
}
