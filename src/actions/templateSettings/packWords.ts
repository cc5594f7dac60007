import { packChecks } from '../../check/catalogue';
import { ruleKinds } from '../../evaluation/rules';
import type { Assessment, Nature, OwnRule } from '../../pack/pack';
import { NO, YES } from './settingsTable';

type Words<T extends string> = readonly (readonly [string, T])[];

/** Words of 模板设置 for the values of a pack. */
export const COMPARISONS: Words<Nature['comparison']> = [
  ['不低于', 'atLeast'], ['大于', 'moreThan'], ['不高于', 'atMost'], ['小于', 'lessThan'], ['等于', 'equal'], ['在两数之间', 'range'], ['按期完成', 'byDate'], ['定性', 'qualitative'],
];
export const NOT_APPLICABLE: Words<Assessment['notApplicable']> = [
  ['不计分，权重不再分配', 'exclude'], ['权重按比例分给其余指标', 'redistribute'], ['权重按比例分给同一级指标的其余指标', 'redistributeInGroup'],
];
export const OVER_TARGET: Words<Assessment['overTarget']> = [['超额完成得满分', 'full'], ['超额完成按比例计分', 'proportional']];
export const LEVELS: Words<OwnRule['level']> = [['错误', 'error'], ['核实', 'warning'], ['提示', 'hint']];
/** Bounds of a band, and the member that holds each. */
export const BOUNDS: Words<'upTo' | 'below' | 'from' | 'above'> = [['不高于', 'upTo'], ['低于', 'below'], ['不低于', 'from'], ['高于', 'above']];

const VALUES: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  [true, YES], [false, NO], ...[...COMPARISONS, ...NOT_APPLICABLE, ...OVER_TARGET, ...LEVELS].map(([word, meant]) => [meant, word] as const),
]);

/** A value of a pack in the words of 模板设置; texts and figures as they are. */
export function wordOfValue(value: unknown): string {
  return VALUES.get(value) ?? String(value ?? '');
}

/** What thresholds of checks are called. */
const THRESHOLDS: Readonly<Record<string, string>> = { limit: '限度', rows: '至少几项', most: '单项最高权重', least: '最少项数', low: '下限', high: '上限', schemes: '权重方案' };
/** Members of a check that only lead to a figure. */
const LEADING: Readonly<Record<string, string>> = { rows: '逐行' };

/** Words for the members to a threshold of a check, e.g. 逐行·限度. */
export function thresholdLabel(path: readonly (string | number)[]): string {
  return path.map((step, i) => (i < path.length - 1 ? LEADING[step] : THRESHOLDS[step]) ?? String(step)).join('·');
}

/** R04 占比计算不符. */
export function checkUseLabel(code: string): string {
  return `${code} ${packChecks.get(code)?.title ?? ''}`.trim();
}

/** Members that mean something else inside another. */
const INSIDE: Readonly<Record<string, string>> = {
  '.title': '模板名称', 'tree.required': '必设', 'natures.name': '写法', 'rules.name': '校验内容', 'rules.source': '依据', 'rules.id': '规则编号', 'documents.number': '文号', 'documents.id': '文件编号',
  'scales.source': '来源', 'assessment.source': '计分办法的来源', 'assessment.confirmed': '计分办法已核实', 'report.title': '报告标题', 'grades.from': '不低于', 'steps.low': '得分率下限', 'steps.high': '得分率上限',
};

const MEMBERS: Readonly<Record<string, string>> = {
  id: '模板编号', version: '版本', title: '标题', jurisdiction: '适用地区', year: '评价年度', name: '名称', label: '名称', subtitle: '副标题', heading: '小标题', lines: '说明', room: '行数',
  source: '来源', confirmed: '已核实', weightTotal: '指标权重合计', notApplicable: '不适用的指标', overTarget: '超额完成的指标', natures: '指标性质', comparison: '含义', synonyms: '别名',
  scales: '定性量表', steps: '档次', ambiguousIn: '须写明方向的一级指标', tree: '一级指标', children: '二级指标', grades: '等级', group: '一级指标', weight: '权重',
  bands: '分档', share: '得权重的', score: '得分', ...Object.fromEntries(BOUNDS.map(([word, member]) => [member, word])),
  formula: '公式', message: '不符时的提示', level: '级别', applies: '是否校验', totals: '合计', rule: '计分标准',
};

/** What 模板设置 calls a member of a pack; `within`: the member it lies in, blank where that says nothing. */
export function wordOfMember(member: string, within: string): string {
  return INSIDE[`${within}.${member}`] ?? MEMBERS[member] ?? member;
}

/**
 * What a figure of a rule or check is called; undefined for other members.
 * @param kind kind of the rule, or code of the check.
 * @param leads it holds figures and is none itself.
 */
export function wordOfFigure(member: string, kind: string, leads: boolean): string | undefined {
  if (packChecks.has(kind)) return (leads ? LEADING : THRESHOLDS)[member];
  return ruleKinds.get(kind)?.figures?.[member];
}
