import { blockAddress, type Position } from '../values/address';
import type { CellBlock } from './plan';

/** Excel cuts address lists at 8,192 characters. */
const LONGEST_ADDRESSES = 8_000;

/** The cells as few blocks: runs in a row, then equal runs of neighbouring rows joined. Doubles are dropped. */
export function blocksOf(cells: Iterable<Position>): readonly CellBlock[] {
  const rows = new Map<number, Set<number>>();
  for (const { row, column } of cells) {
    const columns = rows.get(row) ?? new Set<number>();
    columns.add(column);
    rows.set(row, columns);
  }
  const done: CellBlock[] = [];
  let open = new Map<string, CellBlock>();
  for (const [row, columns] of [...rows].sort(([a], [b]) => a - b)) {
    const next = new Map<string, CellBlock>();
    for (const run of runsOf(columns)) {
      const key = `${run.first}:${run.count}`;
      const above = open.get(key);
      next.set(key, above && above.row + above.rowCount === row
        ? { ...above, rowCount: above.rowCount + 1 }
        : { row, column: run.first, rowCount: 1, columnCount: run.count });
    }
    for (const [key, block] of open) if (next.get(key)?.row !== block.row) done.push(block);
    open = next;
  }
  return [...done, ...open.values()];
}

/** Consecutive numbers as runs, in order. */
export function runsOf(numbers: Iterable<number>): readonly { readonly first: number; readonly count: number }[] {
  const runs: { first: number; count: number }[] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last.first + last.count === number) last.count += 1;
    else runs.push({ first: number, count: 1 });
  }
  return runs;
}

/** Every cell of a block. */
export function cellsOf(block: CellBlock): readonly Position[] {
  return Array.from({ length: block.rowCount * block.columnCount }, (_, index) => ({
    row: block.row + Math.floor(index / block.columnCount), column: block.column + (index % block.columnCount),
  }));
}

/** Address lists for `getRanges`, each short enough for Excel. */
export function addressLists(blocks: readonly CellBlock[]): readonly string[] {
  const lists: string[] = [];
  let list = '';
  for (const block of blocks) {
    const address = blockAddress(block);
    if (list !== '' && list.length + 1 + address.length > LONGEST_ADDRESSES) {
      lists.push(list);
      list = '';
    }
    list = list === '' ? address : `${list},${address}`;
  }
  return list === '' ? lists : [...lists, list];
}

/** A rectangle of cells with what each gets; null leaves a cell alone. */
export interface FilledBlock<T> {
  readonly block: CellBlock;
  readonly cells: readonly (readonly (T | null)[])[];
}

/** Holes that two rows may bring into a block: more of them take more room on the wire than a block of its own. */
const MOST_HOLES = 40;

/** Blocks of consecutive rows that hold something, as wide as their cells; holes are null. A row that would bring more than `mostHoles` begins a new block. */
export function segments<C extends Position, T>(cells: Iterable<C>, pick: (cell: C) => T | null, mostHoles = MOST_HOLES): readonly FilledBlock<T>[] {
  const rows = new Map<number, Map<number, T>>();
  for (const cell of cells) {
    const picked = pick(cell);
    if (picked === null) continue;
    const row = rows.get(cell.row) ?? new Map<number, T>();
    row.set(cell.column, picked);
    rows.set(cell.row, row);
  }
  const blocks: CellBlock[] = [];
  for (const [row, found] of [...rows].sort(([a], [b]) => a - b)) {
    const column = Math.min(...found.keys());
    const line: CellBlock = { row, column, rowCount: 1, columnCount: Math.max(...found.keys()) - column + 1 };
    const above = blocks.at(-1);
    const joined = above && above.row + above.rowCount === row ? around(above, line) : null;
    if (above && joined && sizeOf(joined) - sizeOf(above) - sizeOf(line) <= mostHoles) blocks[blocks.length - 1] = joined;
    else blocks.push(line);
  }
  return blocks.map((block) => ({
    block,
    cells: Array.from({ length: block.rowCount }, (_, r) => Array.from({ length: block.columnCount }, (__, c) => rows.get(block.row + r)?.get(block.column + c) ?? null)),
  }));
}

function around(above: CellBlock, line: CellBlock): CellBlock {
  const column = Math.min(above.column, line.column);
  return { ...above, column, rowCount: above.rowCount + 1, columnCount: Math.max(above.column + above.columnCount, line.column + line.columnCount) - column };
}

function sizeOf({ rowCount, columnCount }: CellBlock): number {
  return rowCount * columnCount;
}
