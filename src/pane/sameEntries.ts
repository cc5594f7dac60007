import type { Evaluation } from '../evaluation/evaluate';
import { isBlank, sameCell, type CellValue } from '../values/cell';

type Cells = ReadonlyMap<string, CellValue>;
const none: Cells = new Map();

/** Whether two readings hold the same entries, so that findings on the first still stand. Sheets with a list that we write do not count. */
export function sameEntries(first: Evaluation, second: Evaluation): boolean {
  if (first.entries === second.entries) return true;
  const ours = new Set([...first.form.lists.values()].flatMap((list) => (list.block.output === true ? [list.sheet] : [])));
  const fields = (of: Evaluation): Cells => new Map([...of.entries.fields].filter(([id]) => !ours.has(first.form.fields.get(id)?.sheet ?? '')));
  const lists = [...first.form.lists.values()].filter(({ sheet }) => !ours.has(sheet));
  return sameCells(fields(first), fields(second)) && lists.every(({ id }) => {
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
