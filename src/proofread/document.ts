import { plainCharacter } from './plainCharacter';

/** A stretch of the original text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Text as it is read: digits, letters, `%` and `.` half-width; ， ： ； （ ） as Chinese writes them except inside numbers;
 * blanks left out where Chinese needs none; traditional characters of the field's words simplified; bookmarks left out.
 */
export interface Reading {
  readonly text: string;
  /** Where a piece of the reading stands in the original; an empty piece stands at the next character. */
  source(from: number, to: number): Span;
}

export interface ProofSentence extends Span {
  readonly reading: Reading;
}

/**
 * A paragraph of running text, or one line of a table or heading. Lines a page or a PDF has broken in the middle of
 * a sentence are one paragraph, so the original may hold line ends inside it.
 */
export interface ProofParagraph extends Span {
  readonly reading: Reading;
  readonly sentences: readonly ProofSentence[];
}

export interface ProofDocument {
  /** The original, character by character. */
  readonly text: string;
  /** Without blank ones, in order. */
  readonly paragraphs: readonly ProofParagraph[];
}

/** Splits a report into paragraphs and sentences and reads them. Linear in the length of the text. */
export function readDocument(text: string): ProofDocument {
  return { text, paragraphs: joinedLines(text).map((span) => paragraph(text, span)) };
}

/** The verbatim piece of the original a span stands for. */
export function verbatim(document: ProofDocument, span: Span): string {
  return document.text.slice(span.start, span.end);
}

function paragraph(text: string, span: Span): ProofParagraph {
  const reading = readPiece(text, span);
  const sentences: ProofSentence[] = [];
  let from = 0;
  const close = (to: number): void => {
    if (to > from) {
      const base = from;
      const piece: Reading = { text: reading.text.slice(from, to), source: (a, b) => reading.source(base + a, base + b) };
      sentences.push({ ...piece.source(0, piece.text.length), reading: piece });
    }
    from = to;
  };
  for (let at = 0; at < reading.text.length; at++) if (/[。！？]/.test(reading.text.charAt(at))) close(at + 1);
  close(reading.text.length);
  return { ...span, reading, sentences };
}

// ---------------------------------------------------------------- lines

const LINE_END = /\r\n|[\n\r\f\v\u2028\u2029]/g;
/** Lines that begin something of their own: headings, numbered entries, list marks, annexes. */
const OPENS = /^[\s\u3000]*(?:[#\-*•●◆■>|<]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．)）](?!\d)|[①-⑳]|第[一二三四五六七八九十\d]{1,3}[章节条部]|(?:年度)?目标\d|附[件表：:])/;
const CLOSED = /[。！？；：:;!?.”"》）)】\]]\s*$/;
/** A figure alone is a cell of a form, however long the line before it. */
const BARE_FIGURE = /^\s*[≥≤≧≦><]?=?\s?\d[\d.,]{0,14}[^\s，。；：、\d]{0,6}\s*$/;
/** Shorter lines are headings, signatures or table cells. */
const SHORTEST_BROKEN_LINE = 18;

/** Lines of the text; a line broken in mid-sentence goes on with the next one. */
function joinedLines(text: string): Span[] {
  const joined: { start: number; end: number }[] = [];
  let open: { start: number; end: number } | null = null;
  for (const line of lines(text)) {
    const content = text.slice(line.start, line.end);
    if (content.trim() === '') continue;
    const inTable = content.includes('\t') || content.includes('|') || isTableRow(content);
    if (open && !inTable && !BARE_FIGURE.test(content.slice(0, 40)) && !OPENS.test(content.slice(0, 40))) open.end = line.end;
    else {
      open = { ...line };
      joined.push(open);
    }
    const isHeading = /^\s*#/.test(content) || (OPENS.test(content.slice(0, 40)) && !/[，。；：,;:]/.test(content));
    const goesOn = /[，、,]\s*$/.test(content.slice(-8)) || content.trim().length >= SHORTEST_BROKEN_LINE;
    if (inTable || isHeading || !goesOn || CLOSED.test(content.slice(-8))) open = null;
  }
  return joined;
}

/** A row of a table pasted without its borders: cells behind each other, no mark of a sentence. */
function isTableRow(content: string): boolean {
  if (content.length > 200 || /[，。；、]/.test(content)) return false;
  return (content.match(/\d+/g)?.length ?? 0) >= 3 || content.trim().split(/\s+/).length >= 4;
}

function lines(text: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  for (const end of text.matchAll(LINE_END)) {
    found.push({ start, end: end.index });
    start = end.index + end[0].length;
  }
  found.push({ start, end: text.length });
  return found;
}

// ---------------------------------------------------------------- reading

const BLANK = /[\s\u3000\u00A0\u200B-\u200F\u2060\uFEFF\u00AD]/;
const BOOKMARK = /\[bookmark:[^\]\n]{0,60}\]/y;
const WORD = /[0-9A-Za-z]/;
/** A full-width comma among full-width digits parts thousands. */
const THOUSANDS = /^[０-９]，[０-９]{3}(?![０-９])/;
const CHINESE_MARKS: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '(': '（', ')': '）' };

/** Reads one paragraph, remembering for every character kept where it stood. */
function readPiece(text: string, span: Span): Reading {
  const characters: string[] = [];
  const origins: number[] = [];
  let blank = -1;
  let inProse: boolean | null = null;
  for (let at = span.start; at < span.end; at++) {
    const original = text.charAt(at);
    if (original === '[') {
      BOOKMARK.lastIndex = at;
      const mark = BOOKMARK.exec(text);
      if (mark) {
        at += mark[0].length - 1;
        continue;
      }
    }
    if (original !== '\t' && BLANK.test(original)) {
      if (blank < 0) blank = at;
      continue;
    }
    const character = original === '，' && THOUSANDS.test(text.slice(at - 1, at + 5)) ? ',' : plainCharacter(original);
    const before = characters[characters.length - 1] ?? '';
    if (blank >= 0 && WORD.test(character) && WORD.test(before)) {
      inProse ??= /[，。；、]/.test(text.slice(span.start, span.end));
      if (!inProse || !/\d/.test(character) || !/\d/.test(before)) {
        characters.push(' ');
        origins.push(blank);
      }
    }
    blank = -1;
    characters.push(character);
    origins.push(at);
  }
  for (let i = 0; i < characters.length; i++) {
    const mark = CHINESE_MARKS[characters[i] ?? ''];
    const inNumber = /[，：]/.test(mark ?? '') && /\d/.test(characters[i - 1] ?? '') && /\d/.test(characters[i + 1] ?? '');
    if (mark !== undefined && !inNumber) characters[i] = mark;
  }
  return {
    text: characters.join(''),
    source: (from, to) => {
      const start = origins[from] ?? span.end;
      return { start, end: to > from ? (origins[to - 1] ?? span.end - 1) + 1 : start };
    },
  };
}
