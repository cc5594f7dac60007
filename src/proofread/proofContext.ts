import type { Level } from '../values/level';
import type { ProofFinding, Quote } from './findings';
import { groupsOf, type Group } from './groups';
import { quoteOf, readStatements, type Mention, type Statements } from './mentions';
import type { ProofDocument } from './document';
import { roundingOf, type Rounding } from './reckon';

/** What the families of checks look at: a text with its figures, lists and rounding, read once. */
export interface ProofContext extends Statements {
  readonly groups: readonly Group[];
  /** Lists a figure is a part of. */
  readonly groupsOfPart: ReadonlyMap<Mention, readonly Group[]>;
  readonly rounding: Rounding;
}

export function proofContext(document: ProofDocument): ProofContext {
  const statements = readStatements(document);
  const groups = groupsOf(statements);
  const groupsOfPart = new Map<Mention, Group[]>();
  for (const group of groups) {
    for (const part of group.parts) {
      const known = groupsOfPart.get(part);
      if (known) known.push(group);
      else groupsOfPart.set(part, [group]);
    }
  }
  return { ...statements, groups, groupsOfPart, rounding: roundingOf(statements.mentions) };
}

/** A finding about some figures, with what is needed to tell doubles: the figures it blames. */
export interface FigureFinding extends ProofFinding {
  readonly about: readonly Mention[];
}

export function figureFinding(context: ProofContext, finding: {
  readonly code: string; readonly level: Level; readonly about: readonly Mention[]; readonly quotes?: readonly Quote[];
  readonly stated: string; readonly computed: string; readonly words: string;
}): FigureFinding {
  const { code, level, about, stated, computed } = finding;
  const quotes = [...(finding.quotes ?? about.map((mention) => quoteOf(context, mention)))]
    .sort((one, other) => one.start - other.start)
    .filter((quote, at, all) => all.findIndex(({ start, end }) => start <= quote.start && quote.end <= end) === at);
  return { code, level, quotes, stated, computed, message: `${quotes.slice(0, 3).map(({ text }) => `“${text.replaceAll(/\s+/g, '')}”`).join('')}：${finding.words}`, about };
}

/** A finding about cells of a pasted table or form; its words name row and column. */
export function cellFinding({ code, level, quotes, stated, computed, words }: Omit<ProofFinding, 'message'> & { readonly words: string }): FigureFinding {
  return { code, level, quotes: [...quotes].sort((one, other) => one.start - other.start), stated, computed, message: words, about: [] };
}

/** The figure as it stands in the text, blanks left out. */
export function written(context: ProofContext, mention: Mention): string {
  return textOf(context, mention).slice(mention.figure.from, mention.figure.to);
}

/** The reading of the paragraph a mention stands in. */
export function textOf(context: ProofContext, mention: Mention): string {
  return context.document.paragraphs[mention.paragraph]?.reading.text ?? '';
}

/** Bare number of a figure as written: 227.39. */
export function digits(context: ProofContext, mention: Mention): string {
  return written(context, mention).slice(0, written(context, mention).length - mention.figure.unit.length);
}

/** Short name of what a figure is about: the label without connectives. */
export function nameOf(mention: Mention): string {
  return mention.label.replace(/^(?:其中|以及|和|及|与|共|则|[：、])+/, '').replace(/(?:[：为是约达共]|(?<![合总共])计)+$/, '') || '该数';
}
