import { readDocument } from '../../src/proofread/document';
import type { ProofFinding } from '../../src/proofread/findings';
import { readStatements, type Mention } from '../../src/proofread/mentions';
import { proofread } from '../../src/proofread/proofread';
import { decimal } from '../../src/values/decimal';

/** A figure of a text that can be typed over. */
export interface Spot {
  readonly mention: Mention;
  /** Place of its digits in the original. */
  readonly start: number;
  readonly end: number;
  readonly digits: string;
}

/** Every figure written in digits, in order. */
export function spotsOf(text: string): readonly Spot[] {
  const statements = readStatements(readDocument(text));
  return statements.mentions.flatMap((mention) => {
    const span = statements.document.paragraphs[mention.paragraph]?.reading.source(mention.figure.from, mention.figure.to);
    const found = span && /[\d０-９](?:[\d０-９,，.．]|\s(?=[\d０-９.．]))*/.exec(text.slice(span.start, span.end));
    return span && found ? [{ mention, start: span.start + found.index, end: span.start + found.index + found[0].length, digits: found[0] }] : [];
  });
}

export function typedOver(text: string, { start, end }: Spot, digits: string): string {
  return `${text.slice(0, start)}${digits}${text.slice(end)}`;
}

const keyOf = ({ code, stated, computed }: ProofFinding): string => `${code}|${stated}|${computed}`;

const knownByText = new Map<string, ReadonlySet<string>>();

function knownOf(text: string): ReadonlySet<string> {
  const known = knownByText.get(text) ?? new Set(proofread(text).findings.map(keyOf));
  knownByText.set(text, known);
  return known;
}

/** Findings the text did not have before that quote the figure typed over. */
export function newFindings(before: string, after: string, spot: Spot): readonly ProofFinding[] {
  const known = knownOf(before);
  return proofread(after).findings.filter((finding) => !known.has(keyOf(finding)) && finding.quotes.some(({ start, end }) => start <= spot.start && spot.start < end));
}

/** Adds up to nine to one digit that is not the first of several; a number of one digit changes as a whole. */
export function withOtherDigit(digits: string, place: number, shift: number): string {
  const places = [...digits].flatMap((character, at) => (/[\d０-９]/.test(character) ? [at] : []));
  const at = places[place % places.length] ?? 0;
  const code = digits.charCodeAt(at);
  const zero = code >= 0xff10 ? 0xff10 : 0x30;
  return digits.slice(0, at) + String.fromCharCode(zero + ((code - zero + 1 + (shift % 9)) % 10)) + digits.slice(at + 1);
}

/** 1,234.50, １２３ or 1 234 as plain digits. */
export function plainDigits(digits: string): string {
  return digits.replaceAll(/[,，\s]/g, '').replaceAll(/[０-９．]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}

/** Whether a number differs from what it was by more than a share of it (and by more than 0.05). */
export function differsBy(before: string, after: string, share: string): boolean {
  const [old, now] = [decimal(plainDigits(before)), decimal(plainDigits(after))];
  const difference = now.minus(old).abs();
  return difference.gt(old.times(share)) && difference.gt('0.05');
}
