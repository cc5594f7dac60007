import type { ProofDocument } from '../document';
import type { ProofFinding, Quote } from '../findings';
import { quoteOf, textFinding, type TextCheck } from './textCheck';

/** N08: numbers of headings and of 一是、二是 that leave one out, come twice or change their form. */
export const numbering: TextCheck = {
  code: 'N08', title: '标题编号不连续', source: 'GB/T 9704-2012：层次序数依次为“一、”“（一）”“1.”“（1）”', level: 'hint',
  find: ({ document }) => [...headingFaults(document), ...seriesFaults(document)],
};

type Kind = 'chinese' | 'chineseInBrackets' | 'dot' | 'comma' | 'brackets' | 'bracket' | 'circle' | 'chapter';

interface Label {
  readonly kind: Kind;
  readonly number: number;
  readonly quote: Quote;
}

const CHINESE = '[一二三四五六七八九十]{1,3}';
/** In the order of looking: the digits behind a point are a decimal, 一、二期 is a list. */
const LABELS: readonly { readonly kind: Kind; readonly form: RegExp; written(number: number): string }[] = [
  { kind: 'chinese', form: new RegExp(`^(${CHINESE})、(?!${CHINESE}(?:、|期|类|级|季度|等|线|号|标|批|产|档|层|楼|组|是))`), written: (number) => `${inChinese(number)}、` },
  { kind: 'chineseInBrackets', form: new RegExp(`^（(${CHINESE})）`), written: (number) => `（${inChinese(number)}）` },
  { kind: 'brackets', form: /^（(\d{1,2})）/, written: (number) => `（${number}）` },
  { kind: 'dot', form: /^(\d{1,2})[.．](?![\d.])/, written: (number) => `${number}.` },
  { kind: 'comma', form: /^(\d{1,2})、/, written: (number) => `${number}、` },
  { kind: 'bracket', form: /^(\d{1,2})）/, written: (number) => `${number}）` },
  { kind: 'circle', form: /^([①-⑳])/, written: (number) => String.fromCharCode(0x245f + number) },
  { kind: 'chapter', form: new RegExp(`^第(${CHINESE})部分`), written: (number) => `第${inChinese(number)}部分` },
];

interface Series {
  readonly kind: Kind;
  last: Label;
  /** Series of this kind that began before it under the same heading: a list inside a numbered part. */
  readonly earlier: readonly number[];
}

/** Goes through the headings with the series that are open: a number belongs to the innermost open series of its kind. */
function headingFaults(document: ProofDocument): readonly ProofFinding[] {
  const faults: ProofFinding[] = [];
  const open: Series[] = [];
  const all = labels(document);
  let outermost: number = LABELS.length;
  let previous: Label | null = null;
  for (const label of all) {
    const rank = LABELS.findIndex(({ kind }) => kind === label.kind);
    const at = open.findIndex(({ kind }) => kind === label.kind);
    const series = open[at];
    open.length = at < 0 ? open.length : at;
    if (series && label.number === 1) open.push({ kind: label.kind, last: label, earlier: [...series.earlier, series.last.number] });
    else if (series) {
      const goesOn = label.number === series.last.number + 1 || series.earlier.includes(label.number - 1) || inText(document, label, series.last.quote.end);
      if (!goesOn) faults.push(gap(label, series.last));
      open.push({ ...series, last: label });
    } else {
      // A pasted piece may begin in the middle of every level; a first entry may stand inside a line.
      const fromMiddle = all[0]?.number !== 1 && rank < outermost;
      if (label.number !== 1 && !fromMiddle && !inText(document, label, previous?.quote.end ?? 0)) faults.push(start(label, previous));
      if (fromMiddle) open.length = 0;
      open.push({ kind: label.kind, last: label, earlier: [] });
    }
    previous = label;
    outermost = Math.min(outermost, rank);
  }
  return faults;
}

function labels(document: ProofDocument): readonly Label[] {
  return document.paragraphs.flatMap(({ reading }): readonly Label[] => {
    if (/[\t|]/.test(reading.text)) return [];
    const mark = /^[#\-*>•●◆■]*/.exec(reading.text)?.[0].length ?? 0;
    const annex = /^附[件表][：:]?/.exec(reading.text.slice(mark))?.[0].length ?? 0;
    const from = mark + annex;
    const text = reading.text.slice(from, from + 12);
    for (const { kind, form } of LABELS) {
      const match = form.exec(text);
      const number = match ? numberOf(match[1] ?? '') : 0;
      if (match && number > 0) return [{ kind, number, quote: quoteOf(document, reading, from, from + match[0].length) }];
    }
    return [];
  });
}

/** How far back a number inside a line is looked for. */
const LOOK_BACK = 1_000;
/** A series may begin with 首先 in the paragraph before. */
const BEGINNING = 400;

/** The number before stands inside a line: （1）…；（2）… broken over two lines, 附件：1、. */
function inText(document: ProofDocument, label: Label, from: number): boolean {
  const between = document.text.slice(Math.max(from, label.quote.start - LOOK_BACK), label.quote.start).replaceAll(/\s/g, '').replaceAll('(', '（').replaceAll(')', '）').replaceAll('．', '.');
  return between.includes(written(label.kind, label.number - 1));
}

function gap(label: Label, last: Label): ProofFinding {
  const quotes = [last.quote, label.quote];
  const [before, found] = [said(last), said(label)];
  const missing = `“${written(label.kind, last.number + 1)}”`;
  const values = { quotes, stated: label.quote.text, computed: label.number > last.number ? written(label.kind, last.number + 1) : '' };
  return label.number === last.number
    ? textFinding(numbering, 'N08.again', values, { before, found })
    : textFinding(numbering, 'N08.gap', values, { before, found, missing });
}

function start(label: Label, previous: Label | null): ProofFinding {
  const follows = previous !== null && previous.number === label.number - 1;
  const expected = follows ? written(previous.kind, label.number) : written(label.kind, 1);
  const values = { quotes: follows ? [previous.quote, label.quote] : [label.quote], stated: label.quote.text, computed: expected };
  return follows
    ? textFinding(numbering, 'N08.style', values, { before: said(previous), found: said(label), missing: `“${expected}”` })
    : textFinding(numbering, 'N08.start', values, { found: said(label), missing: `“${expected}”` });
}

const SERIES = /(?<=^|[。；，：、！？）①-⑳])([一二三四五六七八九十])是(?!否|指|因|由)/g;
/** Other words that begin such a series. */
const FIRST = /一要|一方面|首先|第一|其一|一抓|一以|一类|一个|一手|一种|一项|1[.、]/;

/** 一是…二是…三是 within a part; a heading begins a new part. */
function seriesFaults(document: ProofDocument): readonly ProofFinding[] {
  const faults: ProofFinding[] = [];
  let last: { readonly number: number; readonly quote: Quote } | null = null;
  let before = '';
  for (const { reading } of document.paragraphs) {
    if (/^[#*]*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)/.test(reading.text)) {
      last = null;
      before = '';
    }
    for (const match of reading.text.matchAll(SERIES)) {
      const number = numberOf(match[1] ?? '');
      const from = /[①-⑳]/.test(reading.text.charAt(match.index - 1)) ? match.index - 1 : match.index;
      const label = { number, quote: quoteOf(document, reading, from, match.index + 2) };
      const opened: boolean = last !== null || FIRST.test(before + reading.text.slice(0, match.index));
      if (number > 1 && last === null && !opened) faults.push(seriesFinding('N08.start', label.quote, '“一是”'));
      else if (number > 1 && last !== null && number !== last.number + 1) faults.push(seriesGap(last, label));
      last = label;
    }
    before = reading.text.slice(0, BEGINNING);
  }
  return faults;
}

function seriesFinding(key: 'N08.start', quote: Quote, missing: string): ProofFinding {
  return textFinding(numbering, key, { quotes: [quote], stated: quote.text, computed: '' }, { found: `“${quote.text}”`, missing });
}

function seriesGap(last: { readonly number: number; readonly quote: Quote }, label: { readonly number: number; readonly quote: Quote }): ProofFinding {
  const values = { quotes: [last.quote, label.quote], stated: label.quote.text, computed: '' };
  const [before, found] = [said(last), said(label)];
  return label.number === last.number
    ? textFinding(numbering, 'N08.again', values, { before, found })
    : textFinding(numbering, 'N08.gap', values, { before, found, missing: `“${inChinese(last.number + 1)}是”` });
}

function said({ quote }: { readonly quote: Quote }): string {
  return `“${quote.text.replaceAll(/\s/g, '')}”`;
}

function written(kind: Kind, number: number): string {
  return LABELS.find((label) => label.kind === kind)?.written(number) ?? '';
}

const DIGITS = '零一二三四五六七八九';

/** 1 to 99 of 十二, 12 or ⑫; 0 where it is none. */
function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const circle = text.charCodeAt(0) - 0x245f;
  if (circle >= 1 && circle <= 20) return circle;
  const parts = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!parts || (parts[2] === undefined && parts[3] !== undefined)) return 0;
  const [, tens, ten, ones] = parts;
  return ten === undefined ? DIGITS.indexOf(tens ?? '') : 10 * (tens === undefined ? 1 : DIGITS.indexOf(tens)) + (ones === undefined ? 0 : DIGITS.indexOf(ones));
}

function inChinese(number: number): string {
  const ones = number % 10 === 0 ? '' : DIGITS.charAt(number % 10);
  return number < 10 ? ones : `${number < 20 ? '' : DIGITS.charAt(Math.floor(number / 10))}十${ones}`;
}
