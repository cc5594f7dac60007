import type { CellForm, Content, MatrixBlock } from '../pack/pack';

/** Columns of these stay typed in a row of totals. */
const TEXTS: ReadonlySet<Content> = new Set(['text', 'longText', 'choice', 'date']);

/** The form of one matrix cell: the column's, with what the row says of totals and exceptions. */
export function matrixCell(block: MatrixBlock, rowId: string, columnId: string): CellForm {
  const row = block.rows.find((candidate) => candidate.id === rowId);
  const column = block.columns.find((candidate) => candidate.id === columnId);
  if (!row || !column) throw new Error(`no cell ${rowId}.${columnId} in ${block.id}`);
  if (row.only && !row.only.includes(columnId)) return { content: column.content, entry: 'none' };
  const exception = row.cells?.[columnId];
  if (exception) {
    const merged = { ...column, ...exception };
    if (merged.entry === 'computed') return merged;
    const { rule: _unused, ...plain } = merged;
    return plain;
  }
  if (row.total && column.entry === 'typed' && !TEXTS.has(column.content)) {
    const { required: _unused, ...plain } = column;
    return { ...plain, entry: 'computed', rule: { kind: 'sum', of: row.total.map((part) => `${columnId}@${part}`) } };
  }
  return column;
}
