import type { Evaluation } from '../evaluation/evaluate';
import { isBlank, sameCell, type CellValue } from '../values/cell';

type Cells = ReadonlyMap<string, CellValue>;
const none: Cells = new Map();

/** Whether two readings hold the same entries, so that findings on the first still stand. Lists that we write do not count. */
export function sameEntries(first: Evaluation, second: Evaluation): boolean {
  if (first.entries === second.entries) return true;
  const lists = [...first.form.lists.values()].filter((list) => list.block.output !== true);
  return sameCells(first.entries.fields, second.entries.fields) && lists.every(({ id }) => {
    const before = first.entries.lists.get(id) ?? [];
    const after = second.entries.lists.get(id) ?? [];
    return Array.from({ length: Math.max(before.length, after.length) }, (_, row) => row)
      .every((row) => sameCells(before[row]?.cells ?? none, after[row]?.cells ?? none));
  });
}

function sameCells(first: Cells, second: Cells): boolean {
  return covers(first, second) && covers(second, first);
}

function covers(first: Cells, second: Cells): boolean {
  return [...first].every(([key, value]) => {
    const other = second.get(key);
    return other === undefined ? isBlank(value) : sameCell(value, other);
  });
}
