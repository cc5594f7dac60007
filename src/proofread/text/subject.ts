import { readDocument, type ProofDocument, type Reading } from '../document';
import type { Quote } from '../findings';
import { quoteAt } from './textCheck';

/** Whom and which year a report is about, as the workbook knows it. */
export interface KnownSubject {
  /** Full name of the unit; blank when not filled. */
  readonly unit: string;
  readonly year: number | null;
}

/** A place that names the reporting unit or the year: title, head of a form, signature. */
export interface Named<T> {
  readonly value: T;
  readonly quote: Quote;
}

export interface ReportSubject {
  /** Full name of the unit; null when neither workbook nor text names it. */
  readonly unit: string | null;
  readonly year: number | null;
  readonly units: readonly Named<string>[];
  /** Years of titles and heads of forms. `sure` where 年度 is written: a title without 度 may mean the year the work was done in. */
  readonly years: readonly (Named<number> & { readonly sure: boolean })[];
}

/** Reads title, heads of forms and signature; what the workbook knows goes before what the text says. */
export function subjectOf(document: ProofDocument, known: KnownSubject | null): ReportSubject {
  const lines = shortLines(document);
  const units = [...titleUnits(document, lines), ...formUnits(document, lines), ...signature(document, lines)];
  const years = titleYears(document, lines);
  return {
    units, years,
    unit: known && known.unit !== '' ? known.unit : units[0]?.value ?? null,
    year: known?.year ?? (years.find(({ sure }) => sure) ?? years[0])?.value ?? null,
  };
}

/**
 * Whether two names can be of one unit: one inside the other, or an abbreviation of it, its characters in the same order
 * (县大数据中心, 县发改局).
 */
export function sameUnit(a: string, b: string): boolean {
  const [short, long] = [plainName(a), plainName(b)].sort((x, y) => x.length - y.length);
  if (short === undefined || long === undefined) return true;
  let at = 0;
  for (const character of long) if (character === short.charAt(at)) at += 1;
  return at === short.length;
}

function plainName(name: string): string {
  return name.replaceAll(/（[^）]{0,20}）|\s/g, '');
}

const UNIT_END = '(?:局|委员会|委|办公室|办|中心|院|馆|站|所|学校|中学|小学|幼儿园|大学|医院|政府|队|处|厅|部|会|公司|社|台|园|场|镇|乡|街道)';
const UNIT = new RegExp(`^[\\u4e00-\\u9fff（）]{2,29}${UNIT_END}$`);
/** A title ends so, and is no sentence. */
const TITLE = /^[#*]*([^。，；：]{0,50}(?:绩效|预算|支出|决算|项目)[^。，；：]{0,40}(?:报告|自评表|评价表|申报表|公开表|说明|综述))(?:（[^）]{0,20}）)?[#*]*$/;
const FIRST_LINES = 12;
const LAST_LINES = 8;
const LONGEST_LINE = 100;

/** A line of its own, as it was typed: a title without a full stop must not run into what follows. */
interface Line {
  /** As typed; most lines need not be read to know that they are none of these. */
  readonly typed: string;
  readonly reading: Reading;
  /** Offset of the line in the text. */
  readonly start: number;
}

/** Lines that can be a title, the head of a form or a signature. */
function shortLines({ text }: ProofDocument): readonly Line[] {
  return [...text.matchAll(/[^\r\n]+/g)].filter(([line]) => line.length <= LONGEST_LINE && line.trim() !== '').map(({ 0: typed, index: start }) => {
    let reading: Reading | null = null;
    return {
      typed, start,
      get reading(): Reading {
        reading ??= readDocument(typed).paragraphs[0]?.reading ?? NOTHING;
        return reading;
      },
    };
  });
}

const NOTHING: Reading = { text: '', source: () => ({ start: 0, end: 0 }) };

function titleUnits(document: ProofDocument, lines: readonly Line[]): readonly Named<string>[] {
  const head = lines.slice(0, FIRST_LINES);
  const at = head.findIndex(({ reading }) => TITLE.test(reading.text));
  const title = head[at];
  if (!title) return [];
  const inTitle = /^[#*]*(?:关于)?([\u4e00-\u9fff（）]{3,30}?)(?:关于)?(?=20\d\d年)/.exec(title.reading.text);
  const name = inTitle?.[1] ?? '';
  if (UNIT.test(name)) return [namedAt(document, title, title.reading.text.indexOf(name), name)];
  // The unit's name stands in a line of its own above.
  const above = head[at - 1];
  return above && UNIT.test(above.reading.text) ? [namedAt(document, above, 0, above.reading.text)] : [];
}

const FORM_HEAD = /^(?:部门（单位）名称|部门名称|单位名称|填报单位|预算单位|预算部门|评价单位)(?:（[^）]{0,8}）)?[:：\t|]?/;

/** 部门名称 and its like, with the name behind it or in the next line. */
function formUnits(document: ProofDocument, lines: readonly Line[]): readonly Named<string>[] {
  return lines.flatMap((line, i) => {
    const head = /名称|单位|部门/.test(line.typed) ? FORM_HEAD.exec(line.reading.text.slice(0, 24)) : null;
    if (!head) return [];
    const here = line.reading.text.slice(head[0].length).split(/[\t|]/)[0] ?? '';
    if (UNIT.test(here)) return [namedAt(document, line, head[0].length, here)];
    const next = lines[i + 1];
    return here === '' && next && UNIT.test(next.reading.text) ? [namedAt(document, next, 0, next.reading.text)] : [];
  });
}

/** A unit's name alone in one of the last lines, above the date. */
function signature(document: ProofDocument, lines: readonly Line[]): readonly Named<string>[] {
  const last = lines.slice(-LAST_LINES);
  return last.flatMap((line, i) => {
    const next = last[i + 1]?.reading.text ?? '';
    return UNIT.test(line.reading.text) && /^20\d\d年\d{1,2}月(?:\d{1,2}日)?$/.test(next) ? [namedAt(document, line, 0, line.reading.text)] : [];
  });
}

function titleYears(document: ProofDocument, lines: readonly Line[]): ReportSubject['years'] {
  return lines.flatMap((line, i) => {
    if (!/20\s?\d\s?\d\s?年|２/.test(line.typed)) return [];
    const { text } = line.reading;
    const alone = /^（?(20\d\d)年度）?$/.exec(text);
    const titled = alone ?? ((i < FIRST_LINES || /表$/.test(text)) && TITLE.test(text) ? /(?<![〔（[《\d])(20\d\d)年(度?)/.exec(text.replaceAll(/《[^》]{0,60}》/g, (name) => ' '.repeat(name.length))) : null);
    const year = titled?.[1];
    if (titled === null || year === undefined) return [];
    const from = titled.index + titled[0].indexOf(year);
    return [{ value: Number(year), sure: alone !== null || titled[2] === '度', quote: quoteIn(document, line, from, from + 5) }];
  });
}

function namedAt(document: ProofDocument, line: Line, from: number, value: string): Named<string> {
  return { value, quote: quoteIn(document, line, from, from + value.length) };
}

function quoteIn(document: ProofDocument, { reading, start }: Line, from: number, to: number): Quote {
  const span = reading.source(from, to);
  return quoteAt(document, start + span.start, start + span.end);
}
