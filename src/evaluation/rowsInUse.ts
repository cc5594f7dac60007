import { cellText } from '../values/cell';
import type { Evaluation } from './evaluate';

/** 0-based rows whose sheets are to be filled in: those that exist and are not among the ones that need none (不评). Empty without sheets per row. */
export function rowsInUse({ form: { copies }, rows, item }: Evaluation): ReadonlySet<number> {
  if (!copies) return new Set();
  const { list, unless } = copies;
  return new Set(rows(list).filter((row) => !unless || !unless.equals.includes(cellText(item(list, row, unless.column)))));
}
