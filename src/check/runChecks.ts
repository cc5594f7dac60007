import type { CellRef, Evaluation } from '../evaluation/evaluate';
import type { Form } from '../evaluation/form';
import { sheetOf, sourcedText } from '../evaluation/evaluate';
import { rowsInUse } from '../evaluation/rowsInUse';
import { unsourced, type PackFault } from '../pack/fault';
import type { Pack } from '../pack/pack';
import { parseBlock } from '../values/address';
import { nearest } from '../values/nearest';
import { fail, ok, type Result } from '../values/result';
import type { Reading } from '../workbook/readWorkbook';
import { packChecks, standingChecks } from './catalogue';
import { ownRuleChecks } from './ownRules';
import { notApplicable, type BoundCheck, type Check, type CheckOutcome, type Finding, type Level, type Unchecked, type Verdict } from './check';
import { checkContext, itemOf, sheetNameOf, type CheckContext } from './context';
import { rootCauses } from './families';

/** Everything one press of 一键校验 found. */
export interface CheckResult {
  /** In reading order: by sheet, then by cell; one root cause once. */
  readonly findings: readonly Finding[];
  /** What could not be checked, with the reason; shown collapsed. */
  readonly unchecked: readonly Unchecked[];
  /** One line for each check of the pack and each standing check. */
  readonly outcomes: readonly CheckOutcome[];
  readonly counts: Readonly<Record<Level, number>>;
}

/** Binds the checks a pack uses; every fault of its `checks` is told at once. */
export function bindChecks(form: Form): Result<readonly BoundCheck[], readonly PackFault[]> {
  const bound: BoundCheck[] = [];
  const faults: PackFault[] = [];
  form.pack.checks.forEach((use, i) => {
    const copy = form.copies?.checks[i];
    const path = `checks[${copy?.origin ?? i}]`;
    const check = packChecks.get(use.code);
    if (!check) {
      const meant = nearest(use.code, packChecks.keys());
      faults.push({ path: `${path}.code`, found: use.code, expected: `校验编号（见模板包说明）${meant === null ? '' : `，是否指 ${meant}`}` });
      return;
    }
    const result = check.bind(use, path, form);
    if (!result.ok) faults.push(...result.error);
    else if (use.applies !== false) bound.push(copy && copy.row !== null ? inUse(result.value, copy.row) : result.value);
  });
  for (const check of [...standingChecks, ...ownRuleChecks(form)]) {
    const result = check.bind({ code: check.code }, check.code, form);
    if (result.ok) bound.push(result.value);
    else faults.push(...result.error);
  }
  return faults.length > 0 ? fail(faults) : ok(bound);
}

/** Uses of checks in a pack as it is written that say no source of their thresholds and weights. */
export function unsourcedChecks({ checks }: Pack): readonly PackFault[] {
  return checks.flatMap((use, i) =>
    (use.sourced === undefined && (packChecks.get(use.code)?.figures(use).length ?? 0) > 0 ? [unsourced(`checks[${i}]`)] : []));
}

/** A check of a sheet per row, as long as its row is in use. */
function inUse({ run, ...bound }: BoundCheck, row: number): BoundCheck {
  return { ...bound, run: (context) => (rowsInUse(context.evaluation).has(row) ? run(context) : [notApplicable(`第${row + 1}张表没有要填的项目`)]) };
}

/**
 * Runs every check the pack uses and the standing ones; faults only when the pack's `checks` are wrong.
 * `lastYear` is the same form as it was filled a year before; without it what needs it is 未能校验.
 * `packChanged`: the pack in the workbook is not what it was when it was put there.
 */
export function runChecks(form: Form, evaluation: Evaluation, reading: Reading | null, lastYear: Evaluation | null = null, packChanged = false): Result<CheckResult, readonly PackFault[]> {
  const bound = bindChecks(form);
  if (!bound.ok) return bound;
  const context = checkContext(evaluation, reading, lastYear, packChanged);
  const runs = bound.value.map(({ run, ...made }) => ({ ...made, verdicts: run(context) }));
  const all = runs.flatMap(({ verdicts, ...made }) => verdicts.flatMap((verdict) => (verdict.outcome === 'found' ? [findingOf(context, made, verdict)] : [])));
  const findings = [...rootCauses(form, all)].sort(readingOrder(context));
  return ok({
    findings,
    unchecked: runs.flatMap(({ check, verdicts }) => verdicts.flatMap((verdict) =>
      verdict.outcome === 'cannotCheck' ? [{ code: check.code, title: check.title, reason: verdict.reason, refs: verdict.refs }] : [])),
    outcomes: outcomesOf(runs),
    counts: { error: countOf(findings, 'error'), warning: countOf(findings, 'warning'), hint: countOf(findings, 'hint') },
  });
}

function countOf(findings: readonly Finding[], level: Level): number {
  return findings.filter((finding) => finding.level === level).length;
}

/** A check used several times in a pack is one line: its gravest outcome; 不适用 only where no use applies. */
function outcomesOf(runs: readonly { readonly check: Check; readonly verdicts: readonly Verdict[] }[]): readonly CheckOutcome[] {
  const uses = new Map<Check, (readonly Verdict[])[]>();
  for (const run of runs) uses.set(run.check, [...(uses.get(run.check) ?? []), run.verdicts]);
  return [...uses].map(([{ code, title }, given]) => {
    const verdicts = given.flat();
    const levels = verdicts.flatMap((verdict) => (verdict.outcome === 'found' ? [verdict.level] : []));
    const outcome = levels.includes('error') ? 'fail' : levels.length > 0 ? 'warn'
      : verdicts.some((verdict) => verdict.outcome === 'cannotCheck') ? 'cannotCheck'
      : given.some((verdict) => verdict.length === 0) ? 'pass' : 'notApplicable';
    return { code, title, outcome };
  });
}

function findingOf(context: CheckContext, { check, sourced }: Omit<BoundCheck, 'run'>, verdict: Verdict & { readonly outcome: 'found' }): Finding {
  const first = verdict.refs[0];
  const sheet = verdict.place?.sheet ?? (first ? sheetNameOf(context, first) : '');
  const item = verdict.place?.item ?? (first ? nameOf(context, first, verdict.ofColumn ?? false) : '');
  const address = (first && context.reading?.locate(first)?.address) ?? '';
  const where = `【${sheet}】${item}${address === '' ? '' : `（${address}）`}`;
  return {
    code: check.code, level: verdict.level, refs: verdict.refs, sheet, item, address,
    found: verdict.found.slice(0, 120), expected: verdict.expected.slice(0, 120), difference: (verdict.difference ?? '').slice(0, 120),
    text: verdict.words.text, remedy: verdict.words.remedy, message: `${where}：${verdict.words.text}${verdict.words.remedy}`,
    source: sourced === undefined ? check.source : `${check.source}；${sourcedText(sourced)}`, key: keyOf(context, check, verdict), reasons: verdict.reasons ?? [],
  };
}

function nameOf(context: CheckContext, ref: CellRef, ofColumn: boolean): string {
  if (!ofColumn || 'field' in ref) return itemOf(context, ref);
  const list = context.form.lists.get(ref.list);
  return `${list?.name ?? ''}·${list?.columns.get(ref.column)?.label ?? ref.column}`;
}

/** Code, field and row key; a row nobody stamped yet is known by its number. */
function keyOf(context: CheckContext, check: Check, verdict: Verdict & { readonly outcome: 'found' }): string {
  const ref = verdict.refs[0];
  if (!ref) return `${check.code}|${verdict.place?.sheet ?? ''}|${verdict.place?.item ?? ''}`;
  if (verdict.keptBy !== undefined) return `${check.code}|${verdict.keptBy}`;
  if ('field' in ref) return `${check.code}|${ref.field}`;
  const column = `${check.code}|${ref.list}.${ref.column}`;
  if (verdict.ofColumn) return column;
  const key = context.evaluation.rowKey(ref.list, ref.row);
  return `${column}|${key === '' ? `#${ref.row + 1}` : key}`;
}

/** By sheet in tab order, then row, then column, then code. */
function readingOrder(context: CheckContext): (a: Finding, b: Finding) => number {
  const sheets = new Map([...context.form.sheets.keys()].map((id, i) => [id, i]));
  const fields = new Map([...context.form.fields.keys()].map((id, i) => [id, i]));
  const place = (finding: Finding): readonly number[] => {
    const ref = finding.refs[0];
    if (!ref) return [sheetByName(context, finding.sheet, sheets), -1, -1];
    const block = parseBlock(finding.address);
    const order = 'field' in ref ? fields.get(ref.field) ?? 0 : fields.size + ref.row;
    return [sheets.get(sheetOf(context.form, ref)) ?? sheets.size, block?.row ?? order, block?.column ?? 0];
  };
  return (a, b) => {
    const [left, right] = [place(a), place(b)];
    const i = left.findIndex((value, at) => value !== right[at]);
    return i < 0 ? a.code.localeCompare(b.code) : (left[i] ?? 0) - (right[i] ?? 0);
  };
}

function sheetByName(context: CheckContext, name: string, order: ReadonlyMap<string, number>): number {
  const sheet = [...context.form.sheets.values()].find((candidate) => candidate.name === name);
  return sheet ? order.get(sheet.id) ?? 0 : order.size;
}
