import type { Message } from '../values/message';
import type { CheckOutcome, HandInOutcome, LayOutOutcome, Level, ProofOutcome, RepairOutcome, ReportOutcome } from './assistant';
import type { ActivityName, Page } from './paneStore';

/** Texts of the pane that more than one place uses. */
export const productName = '预算绩效自评助手';

export const pageTitles: Readonly<Record<Page, string>> = {
  start: '开始', fill: '填报', check: '校验', report: '报告', proofread: '校对', handIn: '上报', templates: '模板方案', help: '使用帮助',
};

export const activityTitles: Readonly<Record<ActivityName, string>> = {
  open: '正在读取工作簿…',
  layOut: '正在生成套表…',
  addSheet: '正在加项目…',
  sample: '正在载入示例…',
  resume: '正在继续上次写入…',
  restore: '正在还原上次写入…',
  check: '正在校验…',
  repair: '正在改正…',
  explain: '正在保存说明…',
  report: '正在生成自评报告…',
  proofread: '正在校对…',
  handIn: '正在生成上报文件…',
  openCopy: '正在 Excel 中打开…',
  master: '正在新建模板工作簿…',
  templates: '正在读取模板设置…',
  template: '正在生成空白模板…',
  issue: '正在生成预填模板…',
};

/** Levels with what they ask of the unit. */
export const levelTitles: Readonly<Record<Level, { readonly name: string; readonly full: string }>> = {
  error: { name: '错误', full: '错误（须改正）' },
  warning: { name: '核实', full: '核实（须说明）' },
  hint: { name: '提示', full: '提示' },
};

/** What screen readers hear when work ends. */
export const announcements = {
  finished: (title: string): string => `${title.replace(/^正在/, '').replace(/…$/, '')}：已完成。`,
  laidOut: (outcome: LayOutOutcome): string =>
    outcome.cancelled
      ? '已取消，已写的部分可以还原。'
      : `已新增${outcome.sheetsMade.length}张表，写入${outcome.cellsWritten}格，保留已填${outcome.cellsKept}格。`,
  checked: ({ findings, notChecked }: CheckOutcome): string => {
    if (findings.length === 0 && notChecked.length === 0) return '校验完成，全部通过。';
    const count = (level: Level): number => findings.filter((finding) => finding.level === level).length;
    return `校验完成：错误${count('error')}条，核实${count('warning')}条，提示${count('hint')}条，未能校验${notChecked.length}条。`;
  },
  viewed: (count: number): string => `显示${count}条。`,
  repaired: ({ count, gone }: RepairOutcome): string => `已改正${count}处${gone > 0 ? `，另有${gone}处已变动，没有改` : ''}。`,
  proofread: ({ findings }: ProofOutcome): string => (findings.length === 0 ? '校对完成，没有发现问题。' : `校对完成，发现${findings.length}条。`),
  handedIn: (outcome: HandInOutcome): string => {
    switch (outcome.kind) {
      case 'blocked': return `有${outcome.check.findings.filter(({ level }) => level === 'error').length}条错误，没有生成上报文件。`;
      case 'cancelled': return '已取消，没有生成上报文件。';
      case 'made': return `第${outcome.edition}版上报文件已生成，请下载。`;
    }
  },
  reported: ({ written, kept, pending }: ReportOutcome): string =>
    `报告已生成：写入${written}段，保留修改${kept.length}段，待处理${pending.length}处。`,
};

/** Cancelled between reading and writing. */
export const notWrittenMessage: Message = { code: 'P-Cancelled', text: '已取消，“校验结果”表没有写完。', remedy: '需要时请重新校验，或在“开始”页还原。' };

/** A bug, told without its technical text: that goes to the log. */
export function unexpected(bug: unknown): Message {
  const name = bug instanceof Error ? bug.name : typeof bug;
  return { code: `P-${name}`, text: '出现意外错误，操作没有完成。', remedy: '请重试；仍不行时关闭并重新打开窗格，必要时还原上次写入。' };
}
