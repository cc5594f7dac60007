import type { BlockPosition } from '../values/address';
import type { PlannedLabel, PlannedPairs, PlannedTable } from './plan';

/** Where rows and columns of a table stand now, by id; what is not found for sure is left out. */
export interface FoundTable {
  readonly rows: ReadonlyMap<string, number>;
  readonly columns: ReadonlyMap<string, number>;
}

/** Text of a cell of the sheet, trimmed. */
export type TextAt = (row: number, column: number) => string;

/**
 * Labels decide: a row and a column are where their labels stand, whatever was inserted or moved. `block` is what the table's name
 * refers to now. A label that is gone takes its row or column along; no neighbour is read instead.
 */
export function findTable(planned: PlannedTable, block: BlockPosition, textAt: TextAt): FoundTable {
  const heads = Array.from({ length: block.columnCount }, (_, index) => block.column + index);
  const columns = findLabels([planned.heading, ...planned.columns], heads, (column) => textAt(block.row, column));
  const labels = columns.get(planned.heading.id);
  const lines = Array.from({ length: block.rowCount - 1 }, (_, index) => block.row + 1 + index);
  return { columns, rows: labels === undefined ? new Map() : findLabels(planned.rows, lines, (row) => textAt(row, labels)) };
}

/** Sheet rows by field id: where the nearest text on the left of a value is its label. */
export function findPairs(planned: PlannedPairs, block: BlockPosition, textAt: TextAt): ReadonlyMap<string, number> {
  return findLabels(planned.rows, Array.from({ length: block.rowCount }, (_, index) => block.row + index), (row) => {
    for (let column = block.column - 1; column >= 0; column -= 1) {
      const text = textAt(row, column);
      if (text !== '') return text;
    }
    return '';
  });
}

/** Positions of labels: equal ones are told apart by their order, and not at all when there are more or fewer of them than planned. */
function findLabels(planned: readonly PlannedLabel[], positions: readonly number[], textAt: (position: number) => string): ReadonlyMap<string, number> {
  const ordered = [...planned].sort((a, b) => a.at - b.at);
  return new Map([...new Set(ordered.map(({ text }) => text))].flatMap((text): readonly [string, number][] => {
    const wanted = ordered.filter((label) => label.text === text);
    const found = positions.filter((position) => textAt(position) === text);
    return found.length === wanted.length ? wanted.map(({ id }, index) => [id, found[index] ?? 0]) : [];
  }));
}

/** The row 合计 above `startRow`: between the visible header and its copy, beside the word; null when it is gone. */
export function findTotalsRow(startRow: number, column: number, label: string, textAt: TextAt): number | null {
  let found: number | null = null;
  for (let row = startRow - 1; row >= 0; row -= 1) {
    const text = textAt(row, column);
    if (text === label) return found;
    if (text === TOTAL_LABEL) found ??= row;
  }
  return null;
}

/** What stands in a row of totals, in the column that makes a row exist. */
export const TOTAL_LABEL = '合计';
