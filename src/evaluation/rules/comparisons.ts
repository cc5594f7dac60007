import type { Assessment, Nature } from '../../pack/pack';
import type { CellValue } from '../../values/cell';
import type { Parameters } from './rule';

/** The eight ways of comparing an actual value with its target, as the helper column shows them. */
export const COMPARISON_WORDS: Readonly<Record<Nature['comparison'], string>> = {
  atLeast: '≥', moreThan: '>', atMost: '≤', lessThan: '<', equal: '=', range: '区间', byDate: '时限', qualitative: '定性',
};

export type Comparison = Nature['comparison'];

/** Which comparison a cell of the helper column names; null when it names none. */
export function comparisonIn(cell: CellValue): Comparison | null {
  if (cell.kind !== 'text') return null;
  const found = Object.entries(COMPARISON_WORDS).find(([, word]) => word === cell.text);
  return found === undefined ? null : (found[0] as Comparison);
}

/** Test in a formula that a reference names a comparison of numbers (区间 included). */
export function namesNumberComparison(reference: string): string {
  return `ISNUMBER(FIND("|"&${reference}&"|","|≥|>|≤|<|=|区间|"))`;
}

/** The pack's way of scoring, which the compiler hands to every kind that lists `assessment` among its parameters. */
export function assessmentOf(parameters: Parameters): Assessment {
  const assessment = parameters['assessment'];
  if (typeof assessment !== 'object' || assessment === null) throw new Error('the compiler hands over the assessment of the pack');
  return assessment as Assessment;
}

/** JSON Schema of `assessment`: never written in a rule, always taken from the pack. */
export const ASSESSMENT_SCHEMA: object = { type: 'object' };
