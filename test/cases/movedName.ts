import { absoluteBlock, parseReference, quoteSheet } from '../../src/values/address';
import type { LineEdit } from '../../src/workbook/misplacedLines';
import type { FoundName } from '../../src/workbook/snapshot';

/** A defined name after whole rows or columns of a sheet came or went, as Excel has it. */
export function movedName(name: FoundName, tab: string, { axis, kind, at, count }: LineEdit): FoundName {
  const reference = parseReference(name.reference);
  if (!reference || reference.sheet !== tab) return name;
  const { block } = reference;
  const [from, size] = axis === 'row' ? movedSpan(block.row, block.rowCount, kind, at, count) : movedSpan(block.column, block.columnCount, kind, at, count);
  if (size === 0) return { ...name, reference: '=#REF!' };
  const moved = axis === 'row' ? { ...block, row: from, rowCount: size } : { ...block, column: from, columnCount: size };
  return { ...name, reference: `=${quoteSheet(tab)}!${absoluteBlock(moved)}` };
}

/** Where a run of lines is after others came or went, and how long; 0 when nothing of it is left. */
function movedSpan(from: number, size: number, kind: LineEdit['kind'], at: number, count: number): readonly [number, number] {
  if (kind === 'insert') return at <= from ? [from + count, size] : [from, at < from + size ? size + count : size];
  const cut = Math.max(0, Math.min(from + size, at + count) - Math.max(from, at));
  return [from - Math.max(0, Math.min(from, at + count) - at), size - cut];
}
