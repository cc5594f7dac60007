import { subjectNames, subjectOf } from '../check/subjects';
import type { FindingItem, Level } from './assistant';

export type Grouping = 'sheet' | 'subject';

/** How a person wants to see the findings: grouped by what, and only which. */
export interface FindingView {
  readonly grouping: Grouping;
  readonly level: Level | null;
  /** Name of a sheet or a subject; it shows nothing less when the last check has no such group. */
  readonly group: string | null;
}

export const everything: FindingView = { grouping: 'sheet', level: null, group: null };

export const levels: readonly Level[] = ['error', 'warning', 'hint'];

export interface FindingGroup {
  readonly name: string;
  readonly findings: readonly FindingItem[];
}

export interface ViewedFindings {
  /** The group that is chosen and there. */
  readonly group: string | null;
  /** What is shown. */
  readonly groups: readonly FindingGroup[];
  /** Number of findings a level would show, in the chosen group. */
  readonly countOfLevel: Readonly<Record<Level, number>>;
  /** All groups with the number of findings each would show, at the chosen level. */
  readonly countOfGroup: readonly { readonly name: string; readonly count: number }[];
}

/** Findings as the view asks for them: sheets in the order the checks found them, which is reading order, subjects as in the catalogue. */
export function viewed(findings: readonly FindingItem[], { grouping, level, group }: FindingView): ViewedFindings {
  const all = grouped(findings, grouping);
  const chosen = all.some(({ name }) => name === group) ? group : null;
  const ofLevel = (of: readonly FindingItem[]): readonly FindingItem[] => (level === null ? of : of.filter((finding) => finding.level === level));
  const inGroup = all.filter(({ name }) => chosen === null || name === chosen);
  const count = (of: Level): number => inGroup.reduce((total, each) => total + each.findings.filter((finding) => finding.level === of).length, 0);
  return {
    group: chosen,
    groups: inGroup.map(({ name, findings: of }) => ({ name, findings: ofLevel(of) })).filter(({ findings: of }) => of.length > 0),
    countOfLevel: { error: count('error'), warning: count('warning'), hint: count('hint') },
    countOfGroup: all.map(({ name, findings: of }) => ({ name, count: ofLevel(of).length })),
  };
}

function grouped(findings: readonly FindingItem[], grouping: Grouping): readonly FindingGroup[] {
  const groups = new Map<string, FindingItem[]>(grouping === 'subject' ? subjectNames.map((name) => [name, []]) : []);
  for (const finding of findings) {
    const name = grouping === 'subject' ? subjectOf(finding.code) : finding.sheet;
    groups.set(name, [...(groups.get(name) ?? []), finding]);
  }
  return [...groups].flatMap(([name, of]) => (of.length === 0 ? [] : [{ name, findings: of }]));
}
