import { blocksOf, cellsOf } from './areas';
import { shiftFormula } from './formulaText';
import type { PlannedConditional } from './plan';

/** Formulas are compared as if they stood here, where no relative reference leaves the sheet. */
const FAR = { row: 500_000, column: 8_000 };

/**
 * Conditional formats of neighbouring blocks that say the same, joined: one rule for the columns of a list instead of one each.
 * Formulas stay relative to the first cell of their block.
 */
export function joinedConditionals(conditionals: readonly PlannedConditional[]): readonly PlannedConditional[] {
  const groups = new Map<string, PlannedConditional[]>();
  for (const conditional of conditionals) {
    const { block, formula, look } = conditional;
    const key = `${look} ${shiftFormula(formula, FAR.row - block.row, FAR.column - block.column)}`;
    groups.set(key, [...groups.get(key) ?? [], conditional]);
  }
  return [...groups.values()].flatMap((group) => blocksOf(group.flatMap(({ block }) => cellsOf(block))).flatMap((block): readonly PlannedConditional[] => {
    const [first] = group;
    return first ? [{ ...first, block, formula: shiftFormula(first.formula, block.row - first.block.row, block.column - first.block.column) }] : [];
  }));
}
