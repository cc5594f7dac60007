import { type CellValue, NOT_APPLICABLE, UNCOMPUTED } from '../../values/cell';
import { allNumbers, cellOf, optionalRef, quoted } from './faces';
import type { Operands, References } from './rule';

/*
 * 直接填报数: what a unit states where it has no detail. The slot `stated` may be left out; then nothing stands in its place.
 */

/** The stated figure, or what the computed cell shows when there is none. */
export function statedFigure(operands: Operands): CellValue {
  const stated = allNumbers([cellOf(operands, 'stated')]);
  return stated.ok ? cellOf(operands, 'stated') : stated.error;
}

export function statedFormula(references: References): string {
  const stated = optionalRef(references, 'stated');
  return stated === null ? '""' : `IF(LEN(${stated})=0,"",IF(COUNT(${stated})=1,${stated},IF(${stated}=${quoted(NOT_APPLICABLE)},${stated},${quoted(UNCOMPUTED)})))`;
}

/** Whether the pack gives a place for a stated figure. */
export function mayBeStated(operands: Operands): boolean {
  return operands['stated'] !== undefined;
}
