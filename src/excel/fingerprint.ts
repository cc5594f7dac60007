import type { CellBlock } from '../workbook/plan';
import { cellsOf } from '../workbook/areas';

/** Fingerprint of the texts in some blocks: tells whether anybody typed there. All blank is the empty text. */
export function fingerprint(blocks: readonly CellBlock[], text: (row: number, column: number) => string): string {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  let filled = false;
  for (const block of blocks) {
    for (const { row, column } of cellsOf(block)) {
      const content = text(row, column);
      if (content === '') continue;
      filled = true;
      for (const character of `${row},${column}:${content}`) {
        const code = character.codePointAt(0) ?? 0;
        low = Math.imul(low ^ code, 0x01000193);
        high = Math.imul(high ^ code, 0x85ebca6b);
      }
    }
  }
  return filled ? [low, high].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('') : '';
}
