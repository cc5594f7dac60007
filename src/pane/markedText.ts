import type { Level } from '../values/level';
import type { ProofOutcome } from './assistant';

/** A stretch of the text; `findings` are the numbers of those that quote it. */
export interface Piece {
  readonly start: number;
  readonly text: string;
  readonly level: Level | null;
  readonly findings: readonly number[];
}

/** A line as it is shown, or how many lines are left out. */
export type ShownLine = { readonly kind: 'line'; readonly start: number; readonly pieces: readonly Piece[] } | { readonly kind: 'leftOut'; readonly start: number; readonly count: number };

/** Longer texts show the lines with marks and their neighbours. */
export const WHOLE_TEXT = 30_000;
const LONGEST_LINE = 4_000;
const GRAVITY: readonly Level[] = ['hint', 'warning', 'error'];

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly finding: number;
  readonly level: Level;
}

/** The text in lines, cut at every mark; quotations may overlap and reach over line ends. */
export function markedLines(text: string, findings: ProofOutcome['findings']): readonly ShownLine[] {
  const marks = findings.flatMap(({ quotes, level }, finding) => quotes.map(({ start, end }): Mark => ({ start, end, finding, level }))).sort((a, b) => a.start - b.start);
  const lines = linesOf(text);
  const ofLine = marksByLine(lines, marks);
  const shown = (i: number): boolean => text.length <= WHOLE_TEXT || [i - 1, i, i + 1].some((near) => (ofLine[near]?.length ?? 0) > 0);
  const result: ShownLine[] = [];
  let leftOut = 0;
  lines.forEach(({ start, end }, i) => {
    if (!shown(i)) {
      leftOut += 1;
      return;
    }
    if (leftOut > 0) result.push({ kind: 'leftOut', start: start - 1, count: leftOut });
    leftOut = 0;
    result.push({ kind: 'line', start, pieces: piecesOf(text, start, end, ofLine[i] ?? []) });
  });
  if (leftOut > 0) result.push({ kind: 'leftOut', start: text.length, count: leftOut });
  return result;
}

/** Lines without their ends; endless ones are cut. */
function linesOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(/[^\r\n]+/g)].flatMap(({ index, 0: line }) =>
    Array.from({ length: Math.ceil(line.length / LONGEST_LINE) }, (_, i) => ({ start: index + i * LONGEST_LINE, end: index + Math.min(line.length, (i + 1) * LONGEST_LINE) })));
}

function marksByLine(lines: ReturnType<typeof linesOf>, marks: readonly Mark[]): readonly (readonly Mark[])[] {
  const found: Mark[][] = lines.map(() => []);
  let first = 0;
  for (const mark of marks) {
    while (first < lines.length && (lines[first]?.end ?? 0) <= mark.start) first += 1;
    for (let i = first; i < lines.length && (lines[i]?.start ?? 0) < mark.end; i += 1) found[i]?.push(mark);
  }
  return found;
}

function piecesOf(text: string, start: number, end: number, marks: readonly Mark[]): readonly Piece[] {
  const cuts = [...new Set([start, end, ...marks.flatMap((mark) => [Math.max(start, mark.start), Math.min(end, mark.end)])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, i) => {
    const to = cuts[i + 1] ?? end;
    const over = marks.filter((mark) => mark.start <= from && mark.end >= to);
    const level = over.reduce<Level | null>((gravest, mark) => (gravest === null || GRAVITY.indexOf(mark.level) > GRAVITY.indexOf(gravest) ? mark.level : gravest), null);
    return { start: from, text: text.slice(from, to), level, findings: over.map(({ finding }) => finding) };
  });
}
