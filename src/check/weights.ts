import type { CellRef } from '../evaluation/evaluate';
import { cellText, isBlank } from '../values/cell';
import { decimal, sum, ZERO, type Decimal } from '../values/decimal';
import { numberText } from '../values/figureText';
import { readNumber } from '../values/numberText';
import { cannotCheck, defineCheck, notApplicable, type Check, type Verdict } from './check';
import type { CheckContext } from './context';
import { indicatorRows, named, namesOf, noIndicators, type IndicatorRow } from './indicatorRows';
import { column, count, field, group, indicatorGroup, oneOf, optional, several, text, threshold, type ParametersOf } from './parameters';
import { words } from './texts';

/** Projects whose indicators are not bound by the usual number and groups (人员类、公用经费类). */
const unless = optional(group({ field, is: several(text) }));

function exempt(context: CheckContext, use: ParametersOf<{ readonly unless: typeof unless }>['unless']): Verdict | null {
  if (use === null) return null;
  const found = cellText(context.evaluation.value(use.field)).trim();
  return use.is.includes(found) ? notApplicable(`${found}项目不要求`, { field: use.field }) : null;
}

/**
 * I02 财预〔2020〕10号 权重设置: Σ weights of each level-1 group as the form's head or the bureau's rule has it; the pack may allow
 * several schemes (one without 满意度, say), and the nearest is told. EQ.
 */
export const groupWeights = defineCheck({
  code: 'I02', title: '一级指标权重与表头或制度不符', source: '项目支出绩效评价管理办法（财预〔2020〕10号）权重设置', level: 'error',
  parameters: { schemes: several(several(group({ group: indicatorGroup, weight: threshold }))), level: oneOf('error', 'warning') },
  run: (context, { schemes, level }) => {
    const rows = indicatorRows(context);
    if (rows.length === 0) return [noIndicators(context)];
    const open = rows.find((row) => row.number('weight') === null);
    if (open) return [cannotCheck(`${namesOf([open])}的权重未填或不是数字`, open.ref('weight'))];
    const { tree } = context.form.pack.assessment;
    const groupOf = (row: IndicatorRow): string => named(tree, row.text('level1'))?.name ?? row.text('level1');
    const groups = [...new Set(rows.map(groupOf))];
    const weighed = new Map(groups.map((name) => [name, sum(rows.filter((row) => groupOf(row) === name).flatMap((row) => row.number('weight') ?? []))]));
    const off = schemes.map((scheme) => {
      const due = new Map(scheme.map((one) => [one.group, one.weight]));
      return [...new Set([...due.keys(), ...groups])].flatMap((name) => {
        const [found, expected] = [weighed.get(name) ?? ZERO, due.get(name) ?? ZERO];
        return found.eq(expected) ? [] : [{ name, found, expected }];
      });
    }).sort((a, b) => a.length - b.length)[0] ?? [];
    if (off.length === 0) return [];
    const wrong = rows.filter((row) => off.some(({ name }) => name === groupOf(row)));
    const told = off.map(({ name, found, expected }) => `${name}${numberText(found)}分（应为${numberText(expected)}分）`).join('、');
    return [{
      outcome: 'found', level, refs: (wrong.length > 0 ? wrong : rows).map((row) => row.ref('weight')), ofColumn: true, words: words('I02', { groups: told }),
      found: off.map(({ name, found }) => `${name}${numberText(found)}`).join('、'), expected: off.map(({ name, expected }) => `${name}${numberText(expected)}`).join('、'),
    }];
  },
});

/** I15 绩效目标编制要求: no single indicator above the pack's weight, and not fewer indicators than it asks for. */
export const weightConcentrated = defineCheck({
  code: 'I15', title: '单个指标权重过大或指标过少', source: '中央部门预算绩效目标管理办法（财预〔2015〕88号）指标细化要求', level: 'hint',
  parameters: { most: threshold, least: count, unless },
  run: (context, { most, least, unless: not }) => {
    const rows = indicatorRows(context);
    const free = exempt(context, not);
    if (rows.length === 0) return [noIndicators(context)];
    if (free) return [free];
    const few: readonly Verdict[] = rows.length >= least ? [] : [{
      outcome: 'found', level: 'hint', refs: rows.slice(0, 1).map((row) => row.ref(identifying(context))), ofColumn: true,
      words: words('I15.few', { found: String(rows.length), expected: String(least) }), found: `${rows.length}项`, expected: `不少于${least}项`,
    }];
    const heavy = rows.filter((row) => row.number('weight')?.gt(most) === true);
    return [...few, ...(heavy.length === 0 ? [] : [{
      outcome: 'found' as const, level: 'hint' as const, refs: heavy.map((row) => row.ref('weight')), ofColumn: true,
      words: words('I15', { rows: namesOf(heavy), most: numberText(most) }), found: heavy.map((row) => numberText(row.number('weight') ?? ZERO)).join('、'), expected: `不超过${numberText(most)}分`,
    }])];
  },
});

function identifying(context: CheckContext): string {
  return context.form.lists.get(context.indicators)?.block.identifiedBy ?? '';
}

/**
 * I16 财预〔2020〕10号: nothing is scored twice: the same indicator under two groups (in one group it is V16's), or one of the `reserved`
 * names (预算执行率) that have a row of their own.
 */
export const scoredTwice = defineCheck({
  code: 'I16', title: '指标重复或与预算执行率重复计分', source: '项目支出绩效评价管理办法（财预〔2020〕10号）指标设置', level: 'warning',
  parameters: { reserved: optional(several(text)) },
  run: (context, { reserved }) => {
    const rows = indicatorRows(context);
    if (rows.length === 0) return [noIndicators(context)];
    const twice = rows.flatMap((row, i): readonly Verdict[] => {
      const earlier = rows.slice(0, i).find((other) => bare(other.name) === bare(row.name) && places(other) !== places(row));
      return earlier ? [{
        outcome: 'found', level: 'warning', refs: [row, earlier].map((each) => each.ref(identifying(context))),
        words: words('I16', { rows: namesOf([row]), first: places(earlier), second: places(row) }), found: row.name.slice(0, 40), expected: '不重复',
      }] : [];
    });
    const taken = rows.filter((row) => (reserved ?? []).some((name) => bare(row.name).includes(bare(name))));
    return [...twice, ...(taken.length === 0 ? [] : [{
      outcome: 'found' as const, level: 'warning' as const, refs: taken.map((row) => row.ref(identifying(context))), ofColumn: taken.length > 1,
      words: words('I16.reserved', { rows: namesOf(taken) }), found: taken[0]?.name.slice(0, 40) ?? '', expected: '只计分一次',
    }])];
  },
});

function bare(name: string): string {
  return name.normalize('NFKC').replaceAll(/[\s“”"'（）()、，。]/g, '');
}

function places(row: IndicatorRow): string {
  return [row.text('level1'), row.text('level2')].filter((part) => part !== '').join('·');
}

/** I17 财预〔2020〕10号 指标框架: every group the pack requires has an indicator; one finding naming those that have none. */
export const groupMissing = defineCheck({
  code: 'I17', title: '缺少必设指标类', source: '项目支出绩效评价管理办法（财预〔2020〕10号）指标框架', level: 'warning',
  parameters: { unless },
  run: (context, { unless: not }) => {
    const rows = indicatorRows(context);
    const free = exempt(context, not);
    if (rows.length === 0) return [noIndicators(context)];
    if (free) return [free];
    const { tree } = context.form.pack.assessment;
    const missing = tree.filter((one) => one.required && !rows.some((row) => named(tree, row.text('level1')) === one)).map(({ name }) => name);
    if (missing.length === 0) return [];
    const slots = { missing: missing.join('、') };
    return [{ outcome: 'found', level: 'warning', refs: rows.map((row) => row.ref('level1')), ofColumn: true, words: words('I17', slots), found: '无', expected: slots.missing }];
  },
});

/** I26 绩效目标批复: 指标值 and 权重 are those approved, EQ; a row with a change approved in the year (column `changed`) may differ. */
export const againstApproval = defineCheck({
  code: 'I26', title: '指标值、权重与批复不一致', source: '预算绩效目标批复（目标、指标和权重以批复为准）', level: 'error',
  parameters: { pairs: several(group({ own: column, approved: column })), changed: optional(column) },
  run: (context, { pairs, changed }) => {
    const verdicts = pairs.flatMap(({ own, approved }) => context.evaluation.rows(own.list).flatMap((row): readonly (readonly Verdict[])[] => {
      const at = (id: string): CellRef => ({ list: own.list, row, column: id });
      const before = context.evaluation.at(at(approved.column));
      if (isBlank(before)) return [];
      if (changed && !isBlank(context.evaluation.item(changed.list, row, changed.column))) return [[]];
      const now = context.evaluation.at(at(own.column));
      const [found, expected] = [cellText(now).trim(), cellText(before).trim()];
      if (sameValue(found, expected)) return [[]];
      const slots = { found: found === '' ? '空白' : found.slice(0, 30), expected: expected.slice(0, 30) };
      return [[{ outcome: 'found', level: 'error', refs: [at(own.column), at(approved.column)], words: words('I26', slots), ...slots }]];
    }));
    const [first] = pairs;
    return verdicts.length === 0 && first ? [cannotCheck('批复目标值、批复权重未填', { list: first.approved.list, row: 0, column: first.approved.column })] : verdicts.flat();
  },
});

/** 95 and 95%, ≥95 and 95, 5 and 5.0 are the same approval; words are compared as written. */
function sameValue(one: string, other: string): boolean {
  const number = (written: string): Decimal | null => {
    const read = readNumber(written.normalize('NFKC').replaceAll(/^[≥≤<>=≧≦]+|[%％]$/g, ''), { measure: 'plain', signed: true });
    return read.ok ? decimal(read.value.value) : null;
  };
  const [a, b] = [number(one), number(other)];
  return a && b ? a.eq(b) : bare(one) === bare(other);
}

export const weightChecks: readonly Check[] = [groupWeights, weightConcentrated, scoredTwice, groupMissing, againstApproval];
