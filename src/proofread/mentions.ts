import type { ProofDocument, ProofParagraph } from './document';
import { figuresIn, type Figure } from './figures';
import type { Quote } from './findings';
import { sectionsOf, type Section } from './sections';
import { readSubject, type Subject } from './subject';

/** A figure with what it is said of. */
export interface Mention {
  /** Running number in the document. */
  readonly index: number;
  readonly paragraph: number;
  /** Running number of the sentence in the document. */
  readonly sentence: number;
  readonly figure: Figure;
  /** Words before it, from the last mark of punctuation on. */
  readonly label: string;
  /** Everything between the figure before it (of whatever kind) and this one. */
  readonly lead: string;
  /** What follows up to the next mark of punctuation or figure, at most 16 characters. */
  readonly tail: string;
  /** Start of the label in the reading of the paragraph. */
  readonly from: number;
  readonly subject: Subject;
  /** It tells by how much something grew (1) or fell (−1), not how much it is (0). */
  readonly change: 1 | -1 | 0;
  /** Nesting in round brackets. */
  readonly depth: number;
  readonly section: Section;
}

/** A document with its figures read. */
export interface Statements {
  readonly document: ProofDocument;
  readonly mentions: readonly Mention[];
  readonly byParagraph: readonly (readonly Mention[])[];
  readonly sections: readonly Section[];
  /** The year the report is about; null when it names none. */
  readonly year: number | null;
}

const CHANGE = /(?<more>增加|增长|增幅|上升|提高|追加|调增|核增|多支出|超支|超出|高出|多)|(?<less>减少|下降|降低|减|节约|节省|压缩|调减|核减|追减|少支出|缩减|少)/g;
const CHANGE_END = /(?:增加|增长|上升|提高|追加|调增|核增|超支|超出|高出|多|减少|下降|降低|节约|节省|压缩|调减|核减|追减|缩减|少|增|减|增幅|降幅)(?:了|额|数|金额|支出|资金|预算|幅度|比例|率)?(?:为|约|共|达|计)?$/;
/** 年中追加, 调减: a change of the budget, which is a stage of its own. */
const ADJUSTMENT_END = /(?:调整|追加|追减|调增|调减|核增|核减)(?:增加|减少)?(?:了|额|数|金额|支出|资金|预算)?(?:为|约|共|达|计)?$/;
/** 决算数大于预算数2万元. */
const COMPARISON_END = /(?:(?<more>大于|高于|多于|超过)|(?<less>小于|低于|少于))(?:年初|全年|调整后?|上年|去年)?(?:预算|决算|上年|同期)?(?:数|额)?$/;
const LONGEST_LEAD = 400;

/** Reads every figure of a document with its subject; linear. */
export function readStatements(document: ProofDocument): Statements {
  const sections = sectionsOf(document.paragraphs);
  const mentions: Mention[] = [];
  const byParagraph: (readonly Mention[])[] = [];
  let sentence = 0;
  document.paragraphs.forEach((paragraph, at) => {
    const here = readParagraph(paragraph, at, mentions.length, sentence, sections[at] ?? NO_SECTION);
    byParagraph.push(here);
    mentions.push(...here);
    sentence += paragraph.sentences.length;
  });
  return { document, mentions, byParagraph, sections, year: yearOf(document) };
}

const NO_SECTION: Section = { fund: null, role: null, metric: null, project: null, particular: false };

function readParagraph(paragraph: ProofParagraph, at: number, firstIndex: number, firstSentence: number, section: Section): Mention[] {
  const text = paragraph.reading.text;
  const figures = figuresIn(text);
  const found: Mention[] = [];
  let sentence = 0;
  let sentenceEnd = paragraph.sentences[0]?.reading.text.length ?? text.length;
  let sentenceStart = 0;
  let depth = 0;
  let behind = 0;
  figures.forEach((figure, i) => {
    while (figure.from >= sentenceEnd && sentence + 1 < paragraph.sentences.length) {
      sentence += 1;
      sentenceStart = sentenceEnd;
      sentenceEnd += paragraph.sentences[sentence]?.reading.text.length ?? 0;
    }
    for (let c = behind; c < figure.from; c++) {
      const character = text.charAt(c);
      if (character === '（') depth += 1;
      else if (character === '）') depth = Math.max(0, depth - 1);
      else if (character === '。') depth = 0;
    }
    const leadFrom = Math.max(behind, figure.from - LONGEST_LEAD);
    const lead = text.slice(leadFrom, figure.from);
    // The words of an amount go on over a number of things: 其余2个项目160万元.
    const labelFrom = figure.kind === 'amount' && figures[i - 1]?.kind === 'count' ? figures[i - 2]?.to ?? 0 : behind;
    const from = labelStart(text, Math.max(labelFrom, figure.from - LONGEST_LEAD, sentenceStart), figure.from);
    const label = withoutBrackets(text.slice(from, figure.from));
    const own = inSection(readSubject(ADJUSTMENT_END.test(label) ? label : label.replace(CHANGE_END, '').replace(COMPARISON_END, '')), label, section);
    // “分别为250万元、200万元” tells of several things in turn; which is whose stays open.
    const inTurn = /分别(?:为|是|达到|达|约)?$/.test(label);
    const before = figure.kind === 'amount' ? found.slice(-8).filter((one) => one.figure.kind === 'amount' && one.change === 0 && one.depth === depth).pop() : undefined;
    const next = figures[i + 1]?.from ?? text.length;
    const tail = /^[^，。；！？]{0,16}/.exec(text.slice(figure.to, Math.min(next, figure.to + 16)))?.[0] ?? '';
    found.push({
      index: firstIndex + i, paragraph: at, sentence: firstSentence + sentence, figure, label, lead, tail, from, depth, section,
      change: changeOf(label), subject: inTurn ? { ...own, certain: false } : before?.sentence === firstSentence + sentence ? goingOn(own, before.subject, label) : own,
    });
    behind = figure.to;
  });
  return found;
}

/** A bare stage (全年预算, 支出决算) below a heading about one metric is a stage of that metric. */
function inSection(own: Subject, label: string, { metric }: Section): Subject {
  const bare = (own.metric === '' && own.role !== null) || own.metric === 'expenditure';
  return metric === null || !bare || own.owner !== '' || /部门|单位|整体|本年支出|总支出/.test(label) ? own : { ...own, metric };
}

/** “三公经费预算68万元，实际支出55万元”: a bare stage goes on about what the stage before it was told of. */
function goingOn(own: Subject, before: Subject, label: string): Subject {
  const bare = own.metric === '' || (own.metric === 'expenditure' && own.role === 'final' && label.length <= 8);
  if (!bare || own.role === null || own.fund !== null || own.owner !== '' || before.role === null || before.role === own.role || own.year !== null) return own;
  return { ...own, metric: before.metric === '' ? own.metric : before.metric, certain: before.certain, fund: before.fund, owner: before.owner, total: before.total };
}

/** Where the words before a figure begin: behind the last mark; over a colon or 为 that stands right before the figure. */
function labelStart(text: string, earliest: number, figureFrom: number): number {
  let at = figureFrom;
  while (at > earliest && /[：为是约共计]/.test(text.charAt(at - 1))) at -= 1;
  let brackets = 0;
  while (at > earliest) {
    const character = text.charAt(at - 1);
    if (character === '）') brackets += 1;
    else if (character === '（' && brackets === 0) break;
    else if (character === '（') brackets -= 1;
    else if (brackets === 0 && /[，；。：！？\t]/.test(character)) break;
    at -= 1;
  }
  while (at < figureFrom && /[、\s]/.test(text.charAt(at))) at += 1;
  return at;
}

function withoutBrackets(label: string): string {
  return label.replaceAll(/（(?!境)[^（）]{0,60}）/g, '');
}

function changeOf(label: string): 1 | -1 | 0 {
  const comparison = COMPARISON_END.exec(label)?.groups;
  if (comparison) return comparison['less'] === undefined ? 1 : -1;
  if (!CHANGE_END.test(label)) return 0;
  const last = [...label.matchAll(CHANGE)].pop();
  return last?.groups?.['less'] === undefined ? 1 : -1;
}

/** The year named most often, years of document numbers and titles left out. */
function yearOf(document: ProofDocument): number | null {
  const count = new Map<number, number>();
  for (const { reading } of document.paragraphs) {
    for (const match of reading.text.matchAll(/(?<![〔[（\d])(20\d\d)年/g)) count.set(Number(match[1]), (count.get(Number(match[1])) ?? 0) + 1);
  }
  const most = [...count].sort((one, other) => other[1] - one[1] || other[0] - one[0])[0];
  return most?.[0] ?? null;
}

/** The piece of the original from the label to the unit of the figure; `until` takes in a later figure of the same sentence. */
export function quoteOf(statements: Statements, mention: Mention, until: Mention = mention): Quote {
  const paragraph = statements.document.paragraphs[mention.paragraph];
  const span = paragraph?.reading.source(mention.from, until.figure.to) ?? { start: 0, end: 0 };
  return { ...span, text: statements.document.text.slice(span.start, span.end) };
}

/** A piece of a paragraph's reading, as it stands in the original. */
export function quotePiece(statements: Statements, paragraph: number, from: number, to: number): Quote {
  const span = statements.document.paragraphs[paragraph]?.reading.source(from, to) ?? { start: 0, end: 0 };
  return { ...span, text: statements.document.text.slice(span.start, span.end) };
}
