import { type CellValue, NOT_APPLICABLE } from '../../values/cell';
import { hasText, quoted } from './faces';
import type { Parameters } from './rule';

/** The texts that `equals` names: one, or any of several. */
export function equalsOf(parameters: Parameters): readonly string[] {
  const equals = parameters['equals'];
  if (typeof equals === 'string') return [equals];
  return Array.isArray(equals) ? equals.filter((text): text is string => typeof text === 'string') : [];
}

/** JSON Schema of `equals`. */
export const EQUALS_SCHEMA: object = {
  anyOf: [
    { type: 'string', minLength: 1 },
    { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } },
  ],
};

export function isAnyOf(cell: CellValue, texts: readonly string[]): boolean {
  return texts.some((text) => hasText(cell, text));
}

/** 1 for rows whose `column` is one of the texts, inside SUMPRODUCT. */
export function anyOfFormula(column: string, texts: readonly string[]): string {
  const tests = texts.map((text) => `(${column}=${quoted(text)})`);
  return tests.length === 1 ? tests[0] ?? '' : `(${tests.join('+')})`;
}

/** How many rows of a whole list column are filled; the header text is not counted. */
export function filledRows(column: string): string {
  return `SUMPRODUCT(--(LEN(${column})>0))-1`;
}

/** How many cells of a whole list column hold text or a truth value other than 不适用; the header text is not counted. */
export function strangersInColumn(column: string): string {
  return `SUMPRODUCT(--(LEN(${column})>0))-COUNT(${column})-COUNTIF(${column},${quoted(NOT_APPLICABLE)})-1`;
}
