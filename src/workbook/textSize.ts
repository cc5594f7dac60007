/** Width in characters of 11 pt text: a Chinese character takes two. */
export function textWidth(text: string): number {
  return [...text].reduce((width, character) => width + (/[\u1100-\uffff]/.test(character) ? 2 : 1), 0);
}

/** Lines the text takes when wrapped at `width` characters; Excel wraps a little early. */
export function linesNeeded(text: string, width: number): number {
  const usable = Math.max(2, Math.floor(width - 1));
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(textWidth(line) / usable)), 0);
}

/** Row height in points for a number of lines. */
export function heightOf(lines: number): number {
  return lines <= 1 ? 20 : Math.min(405, 6 + lines * 16);
}
