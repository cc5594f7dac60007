import type { CellRef } from '../evaluation/evaluate';
import { cellText, isBlank, numberIn } from '../values/cell';
import type { Decimal } from '../values/decimal';
import { numberText } from '../values/figureText';
import { cannotCheck, defineCheck, type Check, type Verdict } from './check';
import { itemOf, refOf, sheetNameOf, type CheckContext } from './context';
import { indicatorRows } from './indicatorRows';
import { field, group, list, optional, several, text } from './parameters';
import { figuresOf, isComparable, saysTheSame } from './textFigures';
import { words } from './texts';

interface Named {
  readonly name: string;
  readonly values: readonly Decimal[];
  readonly unit: string;
  readonly ref: CellRef;
}

/** Names a goal may speak of, each of one thing only, with what the tables say of them: target and actual value of an indicator, or a reported result. */
function knownFigures(context: CheckContext, results: { readonly list: string; readonly name: string; readonly value: string; readonly unit: string } | null): readonly Named[] {
  const indicators = indicatorRows(context).flatMap((row): Named[] => {
    const target = row.number('targetNumber');
    if (target === null) return [];
    const upper = row.number('targetUpper'), actual = row.number('actualNumber');
    return [{ name: row.name, values: [target, ...(upper ? [upper] : []), ...(actual ? [actual] : [])], unit: row.text('unit'), ref: row.ref('target') }];
  });
  const reported = results === null ? [] : context.evaluation.rows(results.list).flatMap((row): Named[] => {
    const at = (column: string): CellRef => ({ list: results.list, row, column });
    const value = numberIn(context.evaluation.at(at(results.value)));
    const name = cellText(context.evaluation.at(at(results.name))).trim();
    return value === null || name === '' ? [] : [{ name, values: [value], unit: cellText(context.evaluation.at(at(results.unit))).trim(), ref: at(results.value) }];
  });
  const all = [...indicators, ...reported];
  return all.filter(({ name }) => all.filter((other) => other.name === name).length === 1);
}

/** I22 财预〔2015〕88号 目标与指标相匹配: a figure the goals give for an indicator or a reported result is the one the tables give. */
export const goalFigures = defineCheck({
  code: 'I22', title: '总体目标中的数字与指标、正文不一致', source: '中央部门预算绩效目标管理办法（财预〔2015〕88号）目标与指标相匹配', level: 'hint',
  parameters: { goals: several(field), results: optional(group({ list, name: text, value: text, unit: text })) },
  run: (context, { goals, results }) => {
    const written = goals.filter((goal) => !isBlank(context.evaluation.value(goal)));
    if (written.length === 0) return [cannotCheck('年度总体目标未填', ...goals.slice(0, 1).map(refOf))];
    const known = knownFigures(context, results);
    if (known.length === 0) return [cannotCheck('指标值、履职数据未填', ...written.slice(0, 1).map(refOf))];
    return written.flatMap((goal): readonly Verdict[] => {
      const text = cellText(context.evaluation.value(goal));
      const odd = known.flatMap(({ name, values, unit, ref }) => figuresOf(name, text)
        .filter((figure) => isComparable(figure, unit) && !values.some((value) => saysTheSame(figure, value, unit)))
        .map((figure) => ({ figure, name, value: values[0], unit, ref })))[0];
      if (!odd?.value) return [];
      const slots = {
        name: odd.name.slice(0, 30), found: odd.figure.written, expected: `${numberText(odd.value)}${odd.unit}`,
        where: `【${sheetNameOf(context, odd.ref)}】${itemOf(context, odd.ref)}`,
      };
      return [{ outcome: 'found', level: 'hint', refs: [refOf(goal), odd.ref], words: words('I22', slots), found: slots.found, expected: slots.expected }];
    });
  },
});

const DONE = /(?:完成|推进|开展|建成|实现|取得|组织|举办|落实|提升|改善|保障|增加|建立|制定|召开|解决)了|(?:已经?|均已|业已)(?:全部|全面|基本|顺利|按期|如期)?(?:完成|建成|实现)/;

/**
 * I23 财预〔2015〕88号: a goal says what is to be reached, not what was (完成了…); and what was reached is not the goal copied.
 * One finding for the goals, one for each copied pair.
 */
export const goalAsResult = defineCheck({
  code: 'I23', title: '目标写成完成情况或完成情况照抄目标', source: '中央部门预算绩效目标管理办法（财预〔2015〕88号）目标设定要求', level: 'hint',
  parameters: { goals: several(field), pairs: optional(several(group({ goal: field, result: field }))) },
  run: (context, { goals, pairs }) => {
    const textOf = (id: string): string => cellText(context.evaluation.value(id)).replaceAll(/[\s，。；、]/g, '');
    const written = goals.filter((goal) => textOf(goal) !== '');
    if (written.length === 0) return [cannotCheck('年度总体目标未填', ...goals.slice(0, 1).map(refOf))];
    const done = written.flatMap((goal) => { const match = DONE.exec(textOf(goal)); return match ? [{ goal, phrase: match[0] }] : []; });
    const copied = (pairs ?? []).filter(({ goal, result }) => textOf(goal) !== '' && textOf(goal) === textOf(result));
    const [first] = done;
    return [
      ...(first ? [{
        outcome: 'found' as const, level: 'hint' as const, refs: done.map(({ goal }) => refOf(goal)), keptBy: goals[0] ?? '',
        words: words('I23', { goals: done.map(({ goal }) => `“${itemOf(context, refOf(goal))}”`).join(''), phrase: first.phrase }), found: first.phrase, expected: '预期目标',
      }] : []),
      ...copied.map(({ goal, result }): Verdict => ({
        outcome: 'found', level: 'hint', refs: [refOf(result), refOf(goal)], words: words('I23.copied', { goal: itemOf(context, refOf(goal)) }), found: '与目标相同', expected: '实际完成情况',
      })),
    ];
  },
});

export const goalChecks: readonly Check[] = [goalFigures, goalAsResult];
