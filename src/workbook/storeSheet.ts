import type { JournalStep } from './change';
import { compressText, expandText } from './compressedText';
import { decodeUndo, encodeJournal, encodeUndo } from './journal';
import type { StoredText } from './snapshot';

/**
 * How the very hidden sheet holds pack and journal. Every cell is a text; long texts go on in the next cells of the row.
 * Rows: mark and version, layout version, hash, pack; from JOURNAL_ROW on one row a step, the oldest overwritten.
 * The pack is compressed; version 1 held it as it is.
 */
export const STORE_SHEET = '_绩效助手';
/** Steps the journal keeps. */
export const JOURNAL_ROOM = 10;
/** 0-based row of the first step. */
export const JOURNAL_ROW = 5;
/** 0-based column of a step's state. */
export const STATE_COLUMN = 1;

const MARK = 'jixiao';
const STORE_VERSION = 2;
/** Excel keeps 32,767 characters a cell. */
const LONGEST_TEXT = 30_000;

/** What the first rows hold, beside the journal. */
export interface StoreHead {
  readonly pack: string;
  readonly packHash: string;
  readonly layoutVersion: number;
}

/** What was found in the sheet. */
export interface StoreContents {
  readonly text: StoredText;
  /** Steps in order, newest last. */
  readonly steps: readonly NumberedStep[];
}

export interface NumberedStep {
  readonly sequence: number;
  readonly step: JournalStep;
}

/** Rows 1 to 4, as texts. */
export function headRows(head: StoreHead): readonly (readonly string[])[] {
  return [[MARK, String(STORE_VERSION)], ['layoutVersion', String(head.layoutVersion)], ['packHash', head.packHash], ['pack', ...parts(compressText(head.pack))]];
}

/** The row of a step. Which of the ten it is follows from its number. */
export function stepRow(numbered: NumberedStep): { readonly row: number; readonly texts: readonly string[] } {
  const { sequence, step } = numbered;
  return { row: stepRowNumber(sequence), texts: [String(sequence), step.state, step.id, step.at, step.title, ...parts(encodeUndo(step.undo))] };
}

export function stepRowNumber(sequence: number): number {
  return JOURNAL_ROW + (sequence % JOURNAL_ROOM);
}

/**
 * Reads the sheet's texts, row by row from A1; null when the sheet is not ours or its writing broke off. A store of a later program
 * has no pack we can read, nor has one whose pack is damaged.
 */
export function readStoreSheet(rows: readonly (readonly string[])[]): StoreContents | null {
  if (rows[0]?.[0] !== MARK) return null;
  if (Number(rows[0]?.[1]) > STORE_VERSION) {
    return { text: { pack: '', packHash: '', layoutVersion: Number.MAX_SAFE_INTEGER, journal: '[]' }, steps: [] };
  }
  const stored = rows[3]?.slice(1).join('') ?? '';
  if (stored === '') return null;
  const pack = Number(rows[0]?.[1]) === 1 ? stored : expandText(stored) ?? '';
  const steps = rows.slice(JOURNAL_ROW, JOURNAL_ROW + JOURNAL_ROOM).flatMap((row): NumberedStep[] => {
    const [sequence = '', state = '', id = '', at = '', title = '', ...rest] = row;
    const undo = decodeUndo(rest.join(''));
    if (!/^\d+$/.test(sequence) || !undo || !isState(state)) return [];
    return [{ sequence: Number(sequence), step: { id, title, at, state, undo } }];
  }).sort((a, b) => a.sequence - b.sequence);
  return {
    text: {
      pack, packHash: rows[2]?.[1] ?? '', layoutVersion: Number(rows[1]?.[1] ?? ''),
      journal: encodeJournal(steps.map(({ step }) => step)),
    },
    steps,
  };
}

function isState(text: string): text is JournalStep['state'] {
  return text === 'open' || text === 'done' || text === 'restored' || text === 'undone';
}

/** Pieces of at most LONGEST_TEXT; a character of two halves stays whole. */
function parts(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length;) {
    const end = start + LONGEST_TEXT;
    const cut = /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end - 1 : end;
    pieces.push(text.slice(start, cut));
    start = cut;
  }
  return pieces;
}
