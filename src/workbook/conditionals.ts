import { blocksOf, cellsOf } from './areas';
import { shiftFormula } from './formulaText';
import type { CellBlock, PlannedConditional } from './plan';

/** Formulas are compared as if they stood here, where no relative reference leaves the sheet. */
const FAR = { row: 500_000, column: 8_000 };

/** A conditional format of several blocks, the formula relative to the first cell of the first one. */
export interface JoinedConditional extends Pick<PlannedConditional, 'formula' | 'look'> {
  readonly blocks: readonly CellBlock[];
}

/**
 * Conditional formats of one sheet that say the same, joined: one rule for the columns of a list instead of one each. Programs take the
 * formula as relative to the first block or to the rectangle around all of them, so that both must begin in the same cell.
 */
export function joinedConditionals(conditionals: readonly PlannedConditional[]): readonly JoinedConditional[] {
  const groups = new Map<string, PlannedConditional[]>();
  for (const conditional of conditionals) {
    const { block, formula, look } = conditional;
    const key = `${look} ${shiftFormula(formula, FAR.row - block.row, FAR.column - block.column)}`;
    groups.set(key, [...groups.get(key) ?? [], conditional]);
  }
  return [...groups.values()].flatMap((group) => {
    const [like] = group;
    const blocks = blocksOf(group.flatMap(({ block }) => cellsOf(block)));
    return like ? beginningTogether(blocks).map(([first, ...others]): JoinedConditional => ({
      look: like.look, formula: shiftFormula(like.formula, first.row - like.block.row, first.column - like.block.column), blocks: [first, ...others],
    })) : [];
  });
}

/** Blocks in groups, no block above or left of the first one of its group. */
function beginningTogether(blocks: readonly CellBlock[]): readonly (readonly [CellBlock, ...CellBlock[]])[] {
  const groups: [CellBlock, ...CellBlock[]][] = [];
  for (const block of [...blocks].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const group = groups.find(([first]) => first.column <= block.column);
    if (group) group.push(block);
    else groups.push([block]);
  }
  return groups;
}
