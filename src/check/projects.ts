import type { CellRef } from '../evaluation/evaluate';
import { cellText, isBlank } from '../values/cell';
import { sum, type Decimal } from '../values/decimal';
import { amountText, numberText } from '../values/figureText';
import { ok, type Result } from '../values/result';
import { cannotCheck, defineCheck, notApplicable, type Check, type Verdict } from './check';
import { itemOf, numberAt, refOf, totalOf, type CheckContext, type Total } from './context';
import { column, field, group, list, optional, several, text, type ParametersOf } from './parameters';
import { agreementOfSides, type Side } from './roundedParts';
import { words } from './texts';

const CLASSES = '预算管理一体化项目分类（人员类、公用经费类、其他运转类、特定目标类）';

/** One measure of the projects (执行数, 预算数) beside the same measure of the expenditure. */
const unclassed = { subject: text, total: field, project: field, whole: field };
const measures = several(group({ ...unclassed, basic: field, basicClasses: several(field), projectClasses: several(field) }));
type Measure = ParametersOf<{ readonly measures: typeof measures }>['measures'][number];

/** The same where a pack may have no 项目类别: all its projects are 项目支出. */
const anyMeasures = several(group({ ...unclassed, basic: optional(field), basicClasses: optional(several(field)), projectClasses: optional(several(field)) }));
type AnyMeasure = ParametersOf<{ readonly measures: typeof anyMeasures }>['measures'][number];

function withClasses({ basic, basicClasses, projectClasses, ...measure }: AnyMeasure): Measure | null {
  return basic === null || basicClasses === null || projectClasses === null ? null : { ...measure, basic, basicClasses, projectClasses };
}

interface Amounts extends Total, Side {}

function amountsOf(context: CheckContext, fields: readonly string[]): Result<Amounts, string> {
  const refs = fields.map(refOf);
  const total = totalOf(context, refs);
  return total.ok ? ok({ ...total.value, refs }) : total;
}

type Classes =
  | { readonly known: 'none' }
  /** Some projects are in no class: what the classes add up to and what all projects do. */
  | { readonly known: 'some'; readonly classes: Amounts; readonly total: Amounts }
  /** A half is null when the list holds no project of its classes. */
  | { readonly known: 'all'; readonly basic: Amounts | null; readonly project: Amounts | null };

function classesOf(context: CheckContext, measure: Measure): Classes {
  const [basic, project] = [amountsOf(context, measure.basicClasses), amountsOf(context, measure.projectClasses)];
  const both = amountsOf(context, [...measure.basicClasses, ...measure.projectClasses]);
  const total = amountsOf(context, [measure.total]);
  if (!both.ok) return { known: 'none' };
  if (total.ok && agreementOfSides(context, both.value, total.value) === 'off') return { known: 'some', classes: both.value, total: total.value };
  return { known: 'all', basic: basic.ok ? basic.value : null, project: project.ok ? project.value : null };
}

interface Gap {
  readonly classes: Amounts;
  readonly spent: Amounts;
  readonly difference: Decimal;
  readonly agreement: 'tail' | 'off';
}

/** A half of the classes against the expenditure it makes up; null when they agree. */
function gapOf(context: CheckContext, classes: Amounts, spent: Amounts): Gap | null {
  const agreement = agreementOfSides(context, classes, spent);
  return agreement === 'equal' ? null : { classes, spent, difference: classes.value.minus(spent.value), agreement };
}

/** Both halves, where both can be compared and the projects are only in the wrong class: what one has too much the other lacks. */
function misplaced(context: CheckContext, measure: Measure, classes: Classes & { readonly known: 'all' }): { readonly basic: Gap; readonly project: Gap } | null {
  const [spentBasic, spentProject] = [amountsOf(context, [measure.basic]), amountsOf(context, [measure.project])];
  if (!classes.basic || !classes.project || !spentBasic.ok || !spentProject.ok) return null;
  const [basic, project] = [gapOf(context, classes.basic, spentBasic.value), gapOf(context, classes.project, spentProject.value)];
  if (basic?.agreement !== 'off' || project?.agreement !== 'off') return null;
  const refs = [basic.classes, project.classes, basic.spent, project.spent].flatMap((side) => side.refs);
  const rest = agreementOfSides(context, { value: basic.difference, refs }, { value: project.difference.neg(), refs: [] });
  return rest === 'off' ? null : { basic, project };
}

function gapVerdict(context: CheckContext, measure: Measure, gap: Gap, kind: '基本支出' | '项目支出'): Verdict {
  const slots = {
    subject: measure.subject, classes: kind === '基本支出' ? '人员类、公用经费类' : '其他运转类、特定目标类', kind,
    found: amountText(gap.classes.value, context.unit), terms: gap.classes.terms, expected: amountText(gap.spent.value, context.unit),
    difference: amountText(gap.difference, context.unit),
  };
  return {
    outcome: 'found', level: gap.agreement === 'tail' ? 'hint' : 'error', refs: [...gap.classes.refs, ...gap.spent.refs],
    words: words(gap.agreement === 'tail' ? 'F23.tail' : kind === '基本支出' ? 'F23' : 'F08.classes', slots),
    found: slots.found, expected: slots.expected, difference: slots.difference,
  };
}

/**
 * F08 项目明细与项目支出: by 项目类别 其他运转类＋特定目标类＝项目支出; without classes Σ＝项目支出 passes and Σ＝支出合计 is the scope
 * of the 一体化 list (提示, once). TAIL(n) with n the typed numbers behind both sides.
 */
export const projectTotal = defineCheck({
  code: 'F08', title: '项目合计与项目支出不一致', source: `${CLASSES}与部门决算项目支出口径`, level: 'error',
  parameters: { measures: anyMeasures },
  run: (context, use) => once(use.measures.flatMap((given): readonly Verdict[] => {
    const measure = withClasses(given);
    const classes = measure && classesOf(context, measure);
    if (!measure || classes?.known !== 'all') return [totalAgainstSpending(context, given)].flatMap((verdict) => verdict ?? []);
    const spent = amountsOf(context, [measure.project]);
    if (!classes.project) return [notApplicable('项目均为人员类、公用经费类', refOf(measure.total))];
    if (!spent.ok) return [cannotCheck(spent.error, refOf(measure.project))];
    const gap = misplaced(context, measure, classes) ? null : gapOf(context, classes.project, spent.value);
    return gap ? [gapVerdict(context, measure, gap, '项目支出')] : [];
  })),
});

function totalAgainstSpending(context: CheckContext, measure: AnyMeasure): Verdict | null {
  const [total, project, whole] = [amountsOf(context, [measure.total]), amountsOf(context, [measure.project]), amountsOf(context, [measure.whole])];
  if (!total.ok) return cannotCheck(total.error, refOf(measure.total));
  if (!project.ok) return cannotCheck(project.error, refOf(measure.project));
  const toProject = agreementOfSides(context, total.value, project.value);
  const gap = total.value.value.minus(project.value.value);
  const wholeGap = whole.ok ? total.value.value.minus(whole.value.value) : null;
  const refs = [measure.total, measure.project, measure.whole].map(refOf);
  const toFound = { subject: measure.subject, found: amountText(total.value.value, context.unit) };
  const projectSlots = { ...toFound, expected: amountText(project.value.value, context.unit), difference: amountText(gap, context.unit) };
  if (toProject === 'equal') return null;
  if (toProject === 'tail') return { outcome: 'found', level: 'hint', refs, words: words('F08.tail', projectSlots), ...shown(projectSlots) };
  if (whole.ok && wholeGap && agreementOfSides(context, total.value, whole.value) !== 'off') {
    return { outcome: 'found', level: 'hint', refs, words: words('F08.scope', projectSlots), ...shown(projectSlots) };
  }
  // What it is nearer to is what the list is likely meant to add up to.
  const slots = whole.ok && wholeGap && wholeGap.abs().lt(gap.abs())
    ? {
        ...toFound, nearest: '支出合计', expected: amountText(whole.value.value, context.unit), difference: amountText(wholeGap, context.unit),
        other: `项目支出${projectSlots.expected}`,
      }
    : { ...projectSlots, nearest: '项目支出', other: `支出合计${whole.ok ? amountText(whole.value.value, context.unit) : '（未填）'}` };
  return { outcome: 'found', level: 'error', refs, words: words('F08', slots), ...shown(slots) };
}

function shown({ found, expected, difference }: { readonly found: string; readonly expected: string; readonly difference: string }) {
  return { found, expected, difference };
}

/** Told once, not for each measure: the scope, a project in the wrong class, and one left out, which is missing in each by the same amount. */
function once(verdicts: readonly Verdict[]): readonly Verdict[] {
  const told = new Set<string>();
  return verdicts.filter((verdict) => {
    if (verdict.outcome !== 'found') return true;
    const { key } = verdict.words;
    const cause = key === 'F08.scope' || key === 'F23.misplaced' ? key : `${verdict.level} ${verdict.difference ?? ''}`;
    if (told.has(cause)) return false;
    told.add(cause);
    return true;
  });
}

/** F23 预算管理一体化项目分类: 人员类＋公用经费类＝基本支出; a project in the wrong class is one finding over both halves. TAIL(n). */
export const basicClasses = defineCheck({
  code: 'F23', title: '项目类别与基本支出、项目支出不符', source: CLASSES, level: 'error',
  parameters: { measures },
  run: (context, use) => once(use.measures.flatMap((measure): readonly Verdict[] => {
    const classes = classesOf(context, measure);
    if (classes.known === 'none') return [cannotCheck('项目类别未填', refOf(measure.total))];
    if (classes.known === 'some') {
      const [found, expected] = [amountText(classes.classes.value, context.unit), amountText(classes.total.value, context.unit)];
      return [cannotCheck(`有项目未填项目类别（按类别合计${found}，全部项目${expected}）`, ...classes.classes.refs)];
    }
    if (!classes.basic) return [notApplicable('没有人员类、公用经费类项目', refOf(measure.total))];
    const spent = amountsOf(context, [measure.basic]);
    if (!spent.ok) return [cannotCheck(spent.error, refOf(measure.basic))];
    const both = misplaced(context, measure, classes);
    if (!both) {
      const gap = gapOf(context, classes.basic, spent.value);
      return gap ? [gapVerdict(context, measure, gap, '基本支出')] : [];
    }
    const slots = {
      subject: measure.subject, found: amountText(both.basic.classes.value, context.unit), expected: amountText(both.basic.spent.value, context.unit),
      project: amountText(both.project.classes.value, context.unit), projectExpected: amountText(both.project.spent.value, context.unit),
      difference: amountText(both.basic.difference, context.unit), amount: amountText(both.basic.difference.abs(), context.unit),
    };
    const refs = [both.basic.classes, both.project.classes, both.basic.spent, both.project.spent].flatMap((side) => side.refs);
    return [{ outcome: 'found', level: 'error', refs, words: words('F23.misplaced', slots), ...shown(slots) }];
  })),
});

/** Rows of the project list in which a column is blank. */
function rowsWithout(context: CheckContext, of: string, columns: readonly string[]): readonly CellRef[] {
  return context.evaluation.rows(of).flatMap((row) => columns.flatMap((id): CellRef[] => {
    const ref = { list: of, row, column: id };
    return isBlank(context.evaluation.at(ref)) ? [ref] : [];
  }));
}

const pair = group({ shown: field, stated: field });
/** A row of the summary with what the list gives and what was typed beside it. */
const summaryRows = several(group({ count: pair, amounts: several(pair) }));

/** What was typed although the list has it, where the two differ; one finding for the same difference, since a project stands in several rows. */
function statedBeside(context: CheckContext, pairs: readonly ParametersOf<{ readonly pair: typeof pair }>['pair'][], say: (typed: Amounts, listed: Amounts) => Verdict | null): readonly Verdict[] {
  return once(pairs.flatMap(({ shown: list, stated }) => {
    const [listed, typed] = [amountsOf(context, [list]), amountsOf(context, [stated])];
    const verdict = listed.ok && typed.ok ? say(typed.value, listed.value) : null;
    return verdict ? [verdict] : [];
  }));
}

/** F20 部门预算项目情况表: the number of projects is the same by duration, by class, and stated beside the list. EQ. */
export const projectCount = defineCheck({
  code: 'F20', title: '项目个数不一致', source: '部门预算项目情况表个数栏', level: 'error',
  parameters: { total: field, classes: several(field, 2), category: column, rows: summaryRows },
  run: (context, { total, classes, category, rows }) => {
    const asStated = statedBeside(context, rows.map(({ count }) => count), (typed, listed) => {
      if (typed.value.eq(listed.value)) return null;
      const slots = { found: numberText(typed.value), expected: numberText(listed.value), difference: numberText(typed.value.minus(listed.value)) };
      return { outcome: 'found', level: 'error', refs: [...typed.refs, ...listed.refs], words: words('F20.stated', slots), ...slots };
    });
    const whole = numberAt(context, refOf(total));
    const byClass = totalOf(context, classes.map(refOf));
    const open = rowsWithout(context, category.list, [category.column])[0];
    if (!whole.ok) return [...asStated, cannotCheck(whole.error, refOf(total))];
    if (!byClass.ok) return [...asStated, cannotCheck(byClass.error, ...classes.map(refOf))];
    if (open) return [...asStated, cannotCheck(`“${itemOf(context, open)}”未填`, open)];
    if (whole.value.eq(byClass.value.value)) return asStated;
    const slots = {
      found: numberText(whole.value), expected: numberText(byClass.value.value), terms: byClass.value.terms,
      difference: numberText(whole.value.minus(byClass.value.value)),
    };
    return [...asStated, {
      outcome: 'found', level: 'error', refs: [total, ...classes].map(refOf), words: words('F20', slots), ...shown(slots),
    }];
  },
});

/** F21 部门预算项目情况表: amounts by class add up to those by duration, and what is stated beside a list equals it where the list has as many projects. TAIL(n). */
export const projectPartition = defineCheck({
  code: 'F21', title: '项目分类金额之和与合计不一致', source: '部门预算项目情况表金额栏', level: 'error',
  parameters: { partitions: several(group({ total: field, parts: several(field, 2) })), category: column, rows: summaryRows },
  run: (context, { partitions, category, rows }) => {
    const complete = rows.filter(({ count }) => {
      const [listed, typed] = [numberAt(context, refOf(count.shown)), numberAt(context, refOf(count.stated))];
      return !listed.ok || !typed.ok || listed.value.eq(typed.value);
    });
    const asStated = statedBeside(context, complete.flatMap(({ amounts }) => amounts), (typed, listed) => partitionVerdict(context, typed, listed, 'F21.stated'));
    const open = rowsWithout(context, category.list, [category.column])[0];
    return [...asStated, ...once(partitions.flatMap(({ total, parts }): readonly Verdict[] => {
      const [whole, classes] = [amountsOf(context, [total]), amountsOf(context, parts)];
      if (!whole.ok) return [cannotCheck(whole.error, refOf(total))];
      if (!classes.ok) return [cannotCheck(classes.error, ...parts.map(refOf))];
      if (open) return [cannotCheck(`“${itemOf(context, open)}”未填`, open)];
      const verdict = partitionVerdict(context, whole.value, classes.value, 'F21');
      return verdict ? [verdict] : [];
    }))];
  },
});

function partitionVerdict(context: CheckContext, whole: Amounts, parts: Amounts, key: 'F21' | 'F21.stated'): Verdict | null {
  const agreement = agreementOfSides(context, whole, parts);
  if (agreement === 'equal') return null;
  const slots = {
    found: amountText(whole.value, context.unit), expected: amountText(parts.value, context.unit), terms: parts.terms,
    difference: amountText(whole.value.minus(parts.value), context.unit),
  };
  return {
    outcome: 'found', level: agreement === 'tail' ? 'hint' : 'error', refs: [...whole.refs, ...parts.refs],
    words: words(agreement === 'tail' ? 'F21.tail' : key, slots), ...shown(slots),
  };
}

/**
 * F24 收入支出决算总表按资金来源栏: Σ 项目 by 资金来源 ＝ the expenditure from that fund, of 支出合计 or of 项目支出, whichever the list
 * adds up to; one finding for all funds, since one project with the wrong fund moves two. TAIL(n).
 */
export const projectFunds = defineCheck({
  code: 'F24', title: '项目按资金来源之和与支出不符', source: '收入支出决算总表（公开01表）按资金来源栏', level: 'error',
  parameters: {
    list, fund: text, executed: text, total: field, project: field, whole: field,
    funds: several(group({ name: text, sources: several(text), project: field, whole: field })),
  },
  run: (context, use) => {
    const rows = context.evaluation.rows(use.list);
    const [total, whole, project] = [amountsOf(context, [use.total]), amountsOf(context, [use.whole]), amountsOf(context, [use.project])];
    const open = rowsWithout(context, use.list, [use.fund, use.executed])[0];
    if (rows.length === 0) return [cannotCheck('项目明细未填', refOf(use.total))];
    if (open) return [cannotCheck(`“${itemOf(context, open)}”未填`, open)];
    if (!total.ok) return [cannotCheck(total.error, refOf(use.total))];
    const agrees = (side: typeof whole): boolean => side.ok && agreementOfSides(context, total.value, side.value) !== 'off';
    const scope = agrees(whole) ? 'whole' : agrees(project) ? 'project' : null;
    if (scope === null) return [cannotCheck('项目明细合计不等于支出合计或项目支出，按资金来源无法核对', refOf(use.total))];
    const off = use.funds.flatMap((fund) => {
      const cells = rows.filter((row) => fund.sources.includes(cellText(context.evaluation.item(use.list, row, use.fund)).trim()))
        .map((row): CellRef => ({ list: use.list, row, column: use.executed }));
      const amount = sum(cells.flatMap((ref) => { const number = numberAt(context, ref); return number.ok ? [number.value] : []; }));
      const spent = numberAt(context, refOf(fund[scope]));
      const stated = spent.ok ? spent.value : sum([]);
      const agreement = agreementOfSides(context, { value: stated, refs: [refOf(fund[scope])] }, { value: amount, refs: cells });
      return agreement === 'equal' ? [] : [{ name: fund.name, cells, amount, stated, ref: refOf(fund[scope]), agreement }];
    });
    const grave = off.filter(({ agreement }) => agreement === 'off');
    const told = grave.length > 0 ? grave : off;
    const [first] = told;
    if (!first) return [];
    const slots = {
      found: amountText(first.amount, context.unit), expected: amountText(first.stated, context.unit), difference: amountText(first.amount.minus(first.stated), context.unit),
      funds: told.map((fund) => `${fund.name}项目合计${amountText(fund.amount, context.unit)}，支出表${amountText(fund.stated, context.unit)}`).join('；'),
    };
    const refs = [...told.map(({ ref }) => ref), ...told.flatMap(({ cells }) => cells)];
    return [{ outcome: 'found', level: grave.length > 0 ? 'error' : 'hint', refs, keptBy: use.total, words: words(grave.length > 0 ? 'F24' : 'F24.tail', slots), ...shown(slots) }];
  },
});

/**
 * F26 执行进度与项目明细: where the projects add up to 支出合计, their 累计执行数 of a period is that of the whole unit. TAIL(n).
 */
export const projectPeriods = defineCheck({
  code: 'F26', title: '项目分时段执行数与执行进度不一致', source: '部门预算项目情况表与支出执行进度', level: 'error',
  parameters: { list, total: field, whole: field, periods: several(group({ period: text, executed: text, listed: field, progress: field })) },
  run: (context, use) => {
    const [total, whole] = [amountsOf(context, [use.total]), amountsOf(context, [use.whole])];
    if (context.evaluation.rows(use.list).length === 0) return [cannotCheck('项目明细未填', refOf(use.total))];
    if (!total.ok) return [cannotCheck(total.error, refOf(use.total))];
    if (!whole.ok) return [cannotCheck(whole.error, refOf(use.whole))];
    if (agreementOfSides(context, total.value, whole.value) === 'off') return [notApplicable('项目明细合计不是支出合计', refOf(use.total))];
    return use.periods.flatMap(({ period, executed, listed, progress }): readonly Verdict[] => {
      const open = rowsWithout(context, use.list, [executed])[0];
      const [one, other] = [amountsOf(context, [listed]), amountsOf(context, [progress])];
      if (open) return [cannotCheck(`“${itemOf(context, open)}”未填`, open)];
      if (!one.ok) return [cannotCheck(one.error, refOf(listed))];
      if (!other.ok) return [cannotCheck(other.error, refOf(progress))];
      const agreement = agreementOfSides(context, one.value, other.value);
      if (agreement === 'equal') return [];
      const slots = {
        period, found: amountText(one.value.value, context.unit), expected: amountText(other.value.value, context.unit),
        difference: amountText(one.value.value.minus(other.value.value), context.unit),
      };
      return [{
        outcome: 'found', level: agreement === 'tail' ? 'hint' : 'error', refs: [refOf(listed), refOf(progress)],
        words: words(agreement === 'tail' ? 'F26.tail' : 'F26', slots), ...shown(slots),
      }];
    });
  },
});

export const projectChecks: readonly Check[] = [projectTotal, projectCount, projectPartition, basicClasses, projectFunds, projectPeriods];
