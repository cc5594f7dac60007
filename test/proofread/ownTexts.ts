import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Level } from '../../src/values/level';

export function ownText(name: string): string {
  return readFileSync(join(__dirname, 'texts', `${name}.txt`), 'utf8');
}

/** What has to be said of a text: level, code, and a piece every finding quotes. */
export interface Expected {
  readonly code: string;
  readonly level: Level;
  readonly quotes: readonly string[];
  readonly computed?: string;
}

/** Texts of other counties and styles in which everything agrees. */
export const CONSISTENT = ['countyPlain', 'finalAccounts', 'financeBureau', 'forestry', 'multiUnit', 'nested', 'ocrSpaces', 'overview', 'pastedForm', 'projectReport', 'provincial', 'traditional', 'yuanAmounts'] as const;

/** Texts with the figures and contradictions of two published reports, in other words. */
export const CONTRADICTORY: Readonly<Record<string, readonly Expected[]>> = {
  sichuanFigures: [
    { code: 'F11', level: 'error', quotes: ['166.78万元', '年初预算支出227.39万元', '年初财政拨款预算数227.39万元'], computed: '166.78+60.61=227.39' },
    { code: 'F12', level: 'warning', quotes: ['227.39万元', '基本支出101.55万元', '项目支出95.84万元'], computed: '101.55+95.84=197.39万元' },
    { code: 'R04', level: 'warning', quotes: ['基本支出101.55万元，占44.65%'], computed: '101.55÷227.39=44.66%' },
    { code: 'R04', level: 'warning', quotes: ['项目支出125.84万元，占55.35%'], computed: '125.84÷227.39=55.34%' },
    { code: 'R01', level: 'warning', quotes: ['1至6月累计执行数216.04万元，预算执行率100%'], computed: '216.04÷227.39=95.01%' },
    { code: 'R01', level: 'warning', quotes: ['1至10月累计执行数220.04万元，预算执行率100%'], computed: '220.04÷227.39=96.77%' },
    { code: 'R02', level: 'warning', quotes: ['216.04万元', '220.04万元'] },
  ],
  hunanFigures: [
    { code: 'F11', level: 'error', quotes: ['基本支出177.62万元', '基本支出177.61万元'] },
    { code: 'F02', level: 'hint', quotes: ['477.72万元', '177.61万元', '300.1万元'], computed: '177.61+300.1=477.71万元' },
    { code: 'F06', level: 'hint', quotes: ['177.62万元', '人员经费154.97万元', '公用经费22.64万元'] },
    { code: 'F09', level: 'error', quotes: ['300.1万元', '线路租赁费250.3万元', '系统运维经费49.7万元'], computed: '250.3+49.7=300万元' },
    { code: 'F09', level: 'error', quotes: ['系统运维经费49.7万元', '29.8万元'] },
    { code: 'N03', level: 'error', quotes: ['两大类', '2万元'] },
  ],
};
