import type { ProofParagraph } from './document';
import { ownMetricIn, readSubject, type Fund, type Role } from './subject';

/** What the headings above a paragraph say of the figures in it. */
export interface Section {
  readonly fund: Fund | null;
  readonly role: Role | null;
  /** The metric of its own the innermost heading is about (“三公”经费, 政府采购): bare stages below it are stages of that; null for the unit's money as a whole. */
  readonly metric: string | null;
  /** A project, an institution or another part of the whole the figures belong to; null for the unit as a whole. */
  readonly project: string | null;
  /** The innermost heading names something of its own (a subject of accounts, a part of the work). */
  readonly particular: boolean;
}

const LEVELS: readonly RegExp[] = [
  /^(?:#{1,6})?(?:第[一二三四五六七八九十\d]{1,3}[章部节]|[一二三四五六七八九十]{1,3}[、.])/,
  /^(?:#{1,6})?[（(][一二三四五六七八九十]{1,3}[）)]/,
  /^(?:#{1,6})?\d{1,2}[.、](?!\d)/,
  /^(?:#{1,6})?(?:[（(]\d{1,2}[）)]|[①-⑳])/,
];
const LONGEST_HEADING = 45;
const PROJECT_END = /(?:项目|专项|专项(?:经费|资金)|工程|经费|补助|补助资金|补贴|课题)(?:（[^（）]{0,20}）)?$/;
/** Words a heading about projects in general is made of; what is left over is a project's name. */
const GENERAL = /部门|单位|收支|拨付|分配|结转|结余|统筹|预算|项目|支出|绩效|自评|评价|综述|资金|情况|结果|概况|概述|基本|管理|实施|组织|安排|落实|使用|到位|完成|目标|执行|总体|整体|分析|开展|工作|说明|报告|年度|专项|经费|财政|拨款|收入|决算|及其?|和|与|的|重点|部分|一般公共|政府性基金|国有资本经营|三公|公用|人员|机关运行|主要|产出|效果|效益|指标|资产|政府采购|“|”|[（(][^（）()]{0,12}[）)]|[一二三四五六七八九十\d]{1,4}[、.．]?|20\d\d年?|\d{4}|#|[，：。、]|常年|阶段|一次性|延续|新增|类|该|编制|质量|进度|年初|年末|年终|具体|如下/g;

/** Sections of all paragraphs. */
export function sectionsOf(paragraphs: readonly ProofParagraph[]): readonly Section[] {
  const open: { level: number; title: string; project: string | null }[] = [];
  return paragraphs.map(({ reading }) => {
    const { text } = reading;
    const start = text.slice(0, 90);
    const level = LEVELS.findIndex((mark) => mark.test(start));
    const heading = (level >= 0 && text.length <= LONGEST_HEADING) || /^#/.test(start);
    if (level >= 0) {
      while ((open[open.length - 1]?.level ?? -1) >= level) open.pop();
      const title = /^[^。]{0,45}/.exec(start.replace(LEVELS[level] ?? '', ''))?.[0] ?? '';
      open.push({ level, title: heading ? title : /^[^。：；，]{0,40}/.exec(title)?.[0] ?? '', project: projectIn(title) });
    } else if (/^#/.test(start)) open.length = 0;
    const titles = open.map(({ title }) => title);
    return {
      particular: (titles[titles.length - 1] ?? '').replaceAll(GENERAL, '').length >= 3 && (open[open.length - 1]?.level ?? 0) >= 2,
      fund: lastOf(titles.map((title) => readSubject(title).fund)),
      metric: ownMetricIn(titles[titles.length - 1] ?? ''),
      role: lastOf(titles.map((title): Role | null => (title.includes('决算') ? 'final' : /年初预算/.test(title) ? 'initial' : null))),
      project: lastOf(open.map(({ project }) => project)) ?? (level < 0 ? projectIn(/^[^。：；，]{2,45}(?=：)/.exec(start)?.[0] ?? '') : null),
    };
  });
}

function lastOf<T>(values: readonly (T | null)[]): T | null {
  return values.reduce<T | null>((last, value) => value ?? last, null);
}

/** The project a heading or the beginning of a paragraph names: 政府门户网站运维项目绩效自评综述 → 政府门户网站运维项目. */
function projectIn(title: string): string | null {
  const words = /^[^。；，：]{0,60}/.exec(title)?.[0] ?? '';
  const name = words.replace(/^[（(]?[\d一二三四五六七八九十]{1,3}[）)、.]\s?/, '').replace(/(?:支出)?绩效(?:自评|评价)?.{0,8}$|(?:实施|完成|执行|使用|资金)?情况.{0,4}$/, '');
  return PROJECT_END.test(name) && name.replaceAll(GENERAL, '').length >= 2 ? name : null;
}
