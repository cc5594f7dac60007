import { Context, type Liquid, type Template, type Variable } from 'liquidjs';
import type { Evaluation } from '../evaluation/evaluate';
import type { Form } from '../evaluation/form';
import { fail, ok, type Result } from '../values/result';
import type { Reading } from '../workbook/readWorkbook';
import { NESTING_LIMIT, reportEngine } from './engine';
import { reportScope } from './figure';
import { loopMembers } from './loopNames';
import { REPORT_STATE, ReportState, type ReportParagraph } from './state';
import { templateFault, type TemplateFault } from './templateFault';

interface ParsedPart {
  readonly file: string;
  readonly templates: Template[];
}

/** Parses the templates of a pack and resolves every name in them, also in sentences not printed now; all faults at once. */
export function checkTemplates(form: Form): readonly TemplateFault[] {
  const parsed = parseParts(form, reportEngine());
  return parsed.ok ? [] : parsed.error;
}

/**
 * Writes the report of one evaluation: paragraphs in order, each with the cells its figures come from.
 * A missing operand prints 【待填：…】, one whose cell shows something else than the engine has 【待核：…】.
 * Faults only when a template itself is wrong; then nothing is rendered.
 */
export function renderReport(form: Form, evaluation: Evaluation, reading: Reading | null = null): Result<readonly ReportParagraph[], readonly TemplateFault[]> {
  const liquid = reportEngine();
  const parsed = parseParts(form, liquid);
  if (!parsed.ok) return parsed;
  const state = new ReportState();
  state.close('title', 0, form.pack.report.title.replaceAll('{year}', String(form.pack.year)));
  const scope = reportScope(evaluation, reading);
  for (const { file, templates } of parsed.value) {
    const context = new Context(scope, liquid.options, { sync: true }, { liquid });
    context.setRegister(REPORT_STATE, state);
    try {
      liquid.renderSync(templates, context);
    } catch (error) {
      return fail([templateFault(file, error)]);
    }
  }
  return ok(state.paragraphs);
}

function parseParts(form: Form, liquid: Liquid): Result<readonly ParsedPart[], readonly TemplateFault[]> {
  const { parts, templates } = form.pack.report;
  const faults: TemplateFault[] = [];
  const parsed: ParsedPart[] = [];
  const names = knownNames(form);
  for (const file of parts) {
    const text = templates[file];
    if (text === undefined) {
      faults.push({ file, line: 1, text: '模板文件不在模板包中' });
      continue;
    }
    const deep = tooDeep(text);
    if (deep !== null) {
      faults.push({ file, line: deep, text: `标签嵌套超过 ${NESTING_LIMIT} 层` });
      continue;
    }
    try {
      const part = { file, templates: liquid.parse(text, file) };
      faults.push(...unknownNames(liquid, part, names, loopMembers(form, text)));
      parsed.push(part);
    } catch (error) {
      faults.push(templateFault(file, error));
    }
  }
  return faults.length > 0 ? fail(faults) : ok(parsed);
}

/** Line where tags are nested too deep, or null. */
function tooDeep(text: string): number | null {
  let depth = 0;
  for (const match of text.matchAll(/\{%-?\s*(end)?(?:if|unless|for|case|paragraph|heading)\b/g)) {
    depth += match[1] ? -1 : 1;
    if (depth > NESTING_LIMIT) return text.slice(0, match.index).split('\n').length;
  }
  return null;
}

/** Dotted paths a template may name: every field, every list's rows, every matrix. */
function knownNames(form: Form): ReadonlySet<string> {
  const matrices = form.pack.sheets.flatMap((sheet) => sheet.blocks).filter((block) => block.type === 'matrix');
  return new Set([...form.fields.keys(), ...[...form.lists.keys()].map((list) => `${list}.rows`), ...matrices.map((block) => block.id)]);
}

const FIGURE_MEMBERS: ReadonlySet<string> = new Set(['known', 'zero', 'applicable', 'label']);

/** A name, or something a figure or a list may be asked for. */
function isAmong(names: ReadonlySet<string>, segments: readonly string[]): boolean {
  const last = segments.at(-1) ?? '';
  return names.has(segments.join('.')) || ((FIGURE_MEMBERS.has(last) || last === 'size') && names.has(segments.slice(0, -1).join('.')));
}

function unknownNames(liquid: Liquid, part: ParsedPart, names: ReadonlySet<string>, loops: ReadonlyMap<string, ReadonlySet<string>>): readonly TemplateFault[] {
  const { globals, variables } = liquid.analyzeSync(part.templates, { partials: false });
  const unknown = (name: string, { location }: Variable): TemplateFault => ({ file: part.file, line: location.row, text: `没有字段“${name}”` });
  const inLoops = Object.values(variables).flat().flatMap((variable) => {
    const [row = '', ...path] = variable.segments.map(String);
    const members = loops.get(row);
    return members === undefined || path.length === 0 || isAmong(members, path) ? [] : [unknown([row, ...path].join('.'), variable)];
  });
  const elsewhere = Object.values(globals).flat().flatMap((variable) => {
    const segments = variable.segments.map(String);
    return isAmong(names, segments) ? [] : [unknown(segments.join('.'), variable)];
  });
  return [...elsewhere, ...inLoops];
}
