import { type CellValue, BLANK, NOT_APPLICABLE, UNCOMPUTED, notApplicable, uncomputed } from '../../values/cell';
import type { Decimal } from '../../values/decimal';
import { type Result, fail, ok } from '../../values/result';
import { anyOrder, isRange, ranges } from './ranges';
import type { Operands, References } from './rule';

/*
 * What both faces of every kind share. The order is the same on both sides:
 * all numbers -> compute; else the first error; else 不适用; else other text or a truth value -> 未计算; else blank.
 * Only LEN brings an error to the surface in every spreadsheet program; a comparison with an error cell does not.
 */

// ---------------------------------------------------------------- operands of the engine

/** The cell fed to a `one` slot, or to an `optional` one (blank when left out). */
export function cellOf(operands: Operands, slot: string): CellValue {
  const operand = operands[slot];
  if (operand === undefined) return BLANK;
  return isSeveral(operand) ? operand[0] ?? BLANK : operand;
}

/** The cells fed to a `many` or `column` slot. */
export function cellsOf(operands: Operands, slot: string): readonly CellValue[] {
  const operand = operands[slot];
  if (operand === undefined) return [];
  return isSeveral(operand) ? operand : [operand];
}

function isSeveral(operand: CellValue | readonly CellValue[]): operand is readonly CellValue[] {
  return Array.isArray(operand);
}

/** Numbers of cells that all must hold one; otherwise what the computed cell shows instead. */
export function allNumbers(cells: readonly CellValue[]): Result<readonly Decimal[], CellValue> {
  const known = knownNumbers(cells);
  if (!known.ok) return known;
  return known.value.length === cells.length ? known : fail(BLANK);
}

/** Numbers of the cells that are filled; blank ones drop out. An error or a text is shown instead. */
export function knownNumbers(cells: readonly CellValue[]): Result<readonly Decimal[], CellValue> {
  const stop = firstError(cells) ?? strangerIn(cells);
  if (stop !== null) return fail(stop);
  return ok(cells.flatMap((cell) => (cell.kind === 'number' ? [cell.value] : [])));
}

export function firstError(cells: readonly CellValue[]): CellValue | null {
  return cells.find((cell) => cell.kind === 'error') ?? null;
}

export function isNotApplicable(cell: CellValue): boolean {
  return cell.kind === 'text' && cell.text === NOT_APPLICABLE;
}

/** Text or a truth value where a number belongs. */
function strangerIn(cells: readonly CellValue[]): CellValue | null {
  if (cells.some(isNotApplicable)) return notApplicable;
  return cells.some((cell) => cell.kind === 'text' || cell.kind === 'truth') ? uncomputed : null;
}

/** Equal as `=` of a spreadsheet: text without regard to case, other kinds never equal to text. */
export function hasText(cell: CellValue, text: string): boolean {
  return cell.kind === 'text' && cell.text.toLowerCase() === text.toLowerCase();
}

// ---------------------------------------------------------------- references of the cell

/** The reference fed to a `one` slot. @throws when the compiler left it out */
export function refOf(references: References, slot: string): string {
  const reference = optionalRef(references, slot);
  if (reference === null) throw new Error(`slot ${slot} has no reference`);
  return reference;
}

/** The reference fed to an `optional` slot, or null when the pack left it out. */
export function optionalRef(references: References, slot: string): string | null {
  const reference = references[slot];
  if (reference === undefined) return null;
  return typeof reference === 'string' ? reference : reference[0] ?? null;
}

/** The references fed to a `many` slot. */
export function refsOf(references: References, slot: string): readonly string[] {
  const reference = references[slot];
  if (reference === undefined) return [];
  return typeof reference === 'string' ? [reference] : reference;
}

/** Text in a formula, quotes doubled. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** `compute` when every reference holds a number, otherwise the error, 不适用, 未计算 or blank, as `allNumbers`. */
export function whenAllNumbers(references: readonly string[], compute: string): string {
  return `IF(COUNT(${anyOrder(references)})=${references.length},${compute},${insteadOf(references)})`;
}

/** What stands in place of a number when not every reference holds one. */
export function insteadOf(references: readonly string[]): string {
  return `IF(${strangersAmong(references)},${strangerText(references)},"")`;
}

/** `compute` when no reference holds an error, text or a truth value, as `knownNumbers`. Blanks are left to `compute`. */
export function whenOnlyNumbersOrBlank(references: readonly string[], compute: string): string {
  return `IF(${strangersAmong(references)},${strangerText(references)},${compute})`;
}

/** In the order of the operands, so that the first error is the one that shows. */
function strangersAmong(references: readonly string[]): string {
  const filled = ranges(references).map((piece) => (isRange(piece) ? `SUMPRODUCT(SIGN(LEN(${piece})))` : `SIGN(LEN(${piece}))`));
  return `${filled.join('+')}>COUNT(${anyOrder(references)})`;
}

function strangerText(references: readonly string[]): string {
  const tests = ranges(references).map((piece) => (isRange(piece) ? `COUNTIF(${piece},${quoted(NOT_APPLICABLE)})>0` : `${piece}=${quoted(NOT_APPLICABLE)}`));
  const test = tests.length === 1 ? tests[0] : `OR(${tests.join(',')})`;
  return `IF(${test},${quoted(NOT_APPLICABLE)},${quoted(UNCOMPUTED)})`;
}
