import { Liquid } from 'liquidjs';
import { REPORT_FILTERS } from './filters';
import { HeadingTag } from './tags/heading';
import { NarrativeTag } from './tags/narrative';
import { ParagraphTag } from './tags/paragraph';

/** A template file longer than this is refused (characters). */
export const PARSE_LIMIT = 200_000;
/** Milliseconds a template may render. */
const RENDER_LIMIT = 5_000;
/** Objects and characters a template may create. */
const MEMORY_LIMIT = 2_000_000;
/** Nesting of tags; deeper ones exhaust the stack before any other limit is met. */
export const NESTING_LIMIT = 40;

/** Standard tags a report needs; nothing that reads files, other templates or counters. */
const STANDARD_TAGS: ReadonlySet<string> = new Set(['assign', 'for', 'if', 'unless', 'case', 'comment', 'break', 'continue', '#']);

/** The template language of report templates: our tags, our filters, hard limits, no files, own members only. */
export function reportEngine(): Liquid {
  const liquid = new Liquid({
    strictVariables: true, strictFilters: true, ownPropertyOnly: true, templates: {},
    parseLimit: PARSE_LIMIT, renderLimit: RENDER_LIMIT, memoryLimit: MEMORY_LIMIT,
    outputEscape: printable,
  });
  for (const name of Object.keys(liquid.tags)) if (!STANDARD_TAGS.has(name)) delete liquid.tags[name];
  for (const name of Object.keys(liquid.filters)) delete liquid.filters[name];
  liquid.registerTag('heading', HeadingTag);
  liquid.registerTag('paragraph', ParagraphTag);
  liquid.registerTag('narrative', NarrativeTag);
  for (const [name, filter] of Object.entries(REPORT_FILTERS)) liquid.registerFilter(name, filter);
  return liquid;
}

/** Only text may be put out: a field that passed no filter would print without its source. */
function printable(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw new Error('figure without filter');
}
