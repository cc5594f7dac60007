import { bundledPacks } from './bundledPacks';

/** Sheets that the main job needs: figures of the year, the evaluation form, texts, findings, report, and what they are reckoned by. */
const MAIN_JOB: ReadonlySet<string> = new Set([
  '填报进度', '基本情况', '收入', '支出（性质）', '支出（功能）', '执行进度', '预算质量与结余', '整体绩效自评表', '文字材料', '校验结果', '绩效评价报告', '计分参数',
]);

interface Draft {
  readonly sheets: readonly { readonly name: string; readonly identities?: unknown }[];
}

/** The first pack with the sheets of the main job alone; without 自检表 no identities are written out. */
export function mainJobPack(): string {
  const pack = JSON.parse(bundledPacks[0]?.text ?? '') as Draft;
  return JSON.stringify({ ...pack, sheets: pack.sheets.filter(({ name }) => MAIN_JOB.has(name)).map(({ identities: _left, ...sheet }) => sheet) });
}
