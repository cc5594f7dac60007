import type { Level } from '../../values/level';
import type { ProofDocument, ProofParagraph, Reading } from '../document';
import type { ProofFinding, Quote } from '../findings';
import type { ReportSubject } from './subject';
import { textWords, type SlotsOf, type TextKey } from './textWords';

/** A report as the wording checks see it. */
export interface CheckedText {
  readonly document: ProofDocument;
  readonly subject: ReportSubject;
}

/** A check of wording: one code, one source. Silent where the evidence is thin. */
export interface TextCheck {
  readonly code: string;
  /** What is wrong when it finds something, in a few words. */
  readonly title: string;
  /** Regulation, form or practice it comes from. */
  readonly source: string;
  /** Gravest level it can report. */
  readonly level: Level;
  find(text: CheckedText): readonly ProofFinding[];
}

/** A verbatim piece of the original, named by its place in a reading. */
export function quoteOf(document: ProofDocument, reading: Reading, from: number, to: number): Quote {
  const { start, end } = reading.source(from, to);
  return { start, end, text: document.text.slice(start, end) };
}

/** A piece of the original by its own offsets. */
export function quoteAt(document: ProofDocument, start: number, end: number): Quote {
  return { start, end, text: document.text.slice(start, end) };
}

/** Everything an expression finds in a paragraph, with its quote. The expression is global. */
export function matchesIn(document: ProofDocument, { reading }: Pick<ProofParagraph, 'reading'>, expression: RegExp): readonly { readonly match: RegExpExecArray; readonly quote: Quote }[] {
  return [...reading.text.matchAll(expression)].map((match) => ({ match, quote: quoteOf(document, reading, match.index, match.index + match[0].length) }));
}

/** A finding in the words of its code; quotes come in reading order. */
export function textFinding<K extends TextKey>(
  check: Pick<TextCheck, 'code' | 'level'>,
  key: K,
  { quotes, stated, computed }: Pick<ProofFinding, 'quotes' | 'stated' | 'computed'>,
  slots: Readonly<Record<SlotsOf<K>, string>>,
): ProofFinding {
  return { code: check.code, level: check.level, quotes: [...quotes].sort((a, b) => a.start - b.start), stated, computed, message: textWords(key, slots) };
}

/** Pieces as a sentence names them: the first few, the rest counted. */
export function named(pieces: readonly string[], atMost = 4): string {
  const distinct = [...new Set(pieces)];
  const shown = distinct.slice(0, atMost).map((piece) => `“${shortened(piece)}”`).join('');
  return distinct.length > atMost ? `${shown}等${distinct.length}处` : shown;
}

/** Enough of a piece to recognise it, in one line. */
export function shortened(piece: string, longest = 40): string {
  const line = piece.replaceAll(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
