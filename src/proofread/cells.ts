import { decimal, type Decimal } from '../values/decimal';
import type { ProofDocument, Span } from './document';
import type { Quote } from './findings';
import { plainCharacter } from './plainCharacter';

/** A cell of a table or form pasted as text. */
export interface Cell extends Span {
  /** Half-width, simplified, without blanks. */
  readonly text: string;
  readonly paragraph: number;
}

/** A number alone in its cell. */
export interface CellNumber {
  readonly cell: Cell;
  /** As written, percentages not divided. */
  readonly value: Decimal;
  /** One unit of the last digit written. */
  readonly step: Decimal;
  readonly percent: boolean;
}

export type Separator = '\t' | '|' | ' ';

const NUMBER = /^[-+]?(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.\d{1,8})?(?<unit>%|万元|亿元|元|个|项|人|户|家|次|分)?$/;
const BLANKS = /[\s\u3000\u00A0\u200B-\u200F\u2060\uFEFF]+/g;
const LONGEST_ROW = 400;
/** Pieces a line parted by blanks must have to be a row. */
const FEWEST_PIECES = 3;

/** What parts the cells of a line; null for running text. */
export function separatorOf(line: string): Separator | null {
  if (line.length > LONGEST_ROW) return null;
  if (line.includes('\t')) return '\t';
  if (line.split('|').length > 2) return '|';
  return !/[，。；、]/.test(line) && line.trim().split(/\s+/).length >= FEWEST_PIECES ? ' ' : null;
}

/** The cells of a line; a table drawn with | has none outside its outer bars. */
export function cellsOf(document: ProofDocument, paragraph: number, separator: Separator): readonly Cell[] {
  const span = document.paragraphs[paragraph];
  if (!span) return [];
  const line = document.text.slice(span.start, span.end);
  const pieces = separator === ' ' ? [...line.matchAll(/\S+/g)].map((match) => [match.index, match.index + match[0].length] as const) : partsOf(line, separator);
  return pieces.map(([from, to]) => cellAt(document, paragraph, span.start + from, span.start + to));
}

/** A line as one cell. */
export function wholeLine(document: ProofDocument, paragraph: number): Cell {
  const { start, end } = document.paragraphs[paragraph] ?? { start: 0, end: 0 };
  return cellAt(document, paragraph, start, end);
}

export function cellQuote(document: ProofDocument, { start, end }: Span): Quote {
  return { start, end, text: document.text.slice(start, end) };
}

export function numberIn(cell: Cell | undefined): CellNumber | null {
  const match = cell && cell.text.length <= 24 ? NUMBER.exec(cell.text) : null;
  if (!cell || !match) return null;
  const unit = match.groups?.['unit'] ?? '';
  const digits = cell.text.slice(0, cell.text.length - unit.length).replaceAll(',', '').replace('+', '');
  return { cell, value: decimal(digits), step: decimal(10).pow(-(digits.split('.')[1]?.length ?? 0)), percent: unit === '%' };
}

function cellAt(document: ProofDocument, paragraph: number, from: number, to: number): Cell {
  const raw = document.text.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  const end = Math.max(start, to - (raw.length - raw.trimEnd().length));
  return { text: [...document.text.slice(start, end).replaceAll(BLANKS, '')].map(plainCharacter).join(''), paragraph, start, end };
}

function partsOf(line: string, separator: Separator): readonly (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = [];
  let from = 0;
  for (let at = 0; at <= line.length; at++) {
    if (at < line.length && line.charAt(at) !== separator) continue;
    parts.push([from, at]);
    from = at + 1;
  }
  const drawn = separator === '|';
  const isBlank = (part: readonly [number, number] | undefined): boolean => part !== undefined && line.slice(part[0], part[1]).trim() === '';
  return parts.slice(drawn && isBlank(parts[0]) ? 1 : 0, drawn && isBlank(parts[parts.length - 1]) ? -1 : undefined);
}
