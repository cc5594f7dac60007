import { FONT_SIZE } from './looks';

/** Width in characters of 11 pt text: a Chinese character takes two. */
export function textWidth(text: string): number {
  return [...text].reduce((width, character) => width + (/[\u1100-\uffff]/.test(character) ? 2 : 1), 0);
}

/** Lines the text takes when wrapped at `width` characters; Excel wraps a little early. */
export function linesNeeded(text: string, width: number): number {
  const usable = Math.max(2, Math.floor(width - 1));
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(textWidth(line) / usable)), 0);
}

/** Points of one line of 11 pt text, also in the wider fonts of other programs. */
const LINE = 16;

/** Row height in points for a number of lines of text of this size; less room than for 11 pt is never left. */
export function heightOf(lines: number, size = FONT_SIZE): number {
  return lines <= 1 ? 20 : Math.min(405, 6 + Math.ceil((lines * LINE * Math.max(size, FONT_SIZE)) / FONT_SIZE));
}

/** Row height in points that shows a text of this size wrapped at `width` characters of 11 pt. */
export function heightOfText(text: string, width: number, size: number): number {
  return heightOf(linesNeeded(text, width * (FONT_SIZE / size)), size);
}
