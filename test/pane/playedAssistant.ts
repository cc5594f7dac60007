import type { Made, TemplateReading, TemplateWork } from '../../src/pane/templates/templateWork';
import type { Run } from '../../src/actions/ports';
import type { CellPlace } from '../../src/actions/liveReading';
import type { CellRef } from '../../src/evaluation/evaluate';
import type {
  Assistant, CheckOutcome, FindingItem, HandInOutcome, LayOutOutcome, LiveReading, PackChoice, Place, ProofOutcome, ReportOutcome, WorkbookState,
} from '../../src/pane/assistant';
import { ok, type Result } from '../../src/values/result';
import type { Message } from '../../src/values/message';
import { tinyEvaluation } from './tinyForm';

export const packs: readonly PackChoice[] = [
  { id: 'tiny', title: '小样方案', jurisdiction: '示例县', year: 2023, sheets: ['执行进度', '整体绩效自评表'], hasSample: true },
  { id: 'other', title: '另一方案', jurisdiction: '另一县', year: 2022, sheets: ['基础数据表'], hasSample: false },
];

export const oursFilled: WorkbookState = {
  kind: 'ours', packId: 'tiny', packTitle: '小样方案', year: '2023', unitName: '示例县数据中心', unitCode: '001', filled: true,
  missingSheets: [], openStep: null, lastStep: { title: '生成套表', at: '2026-03-01T10:20:00+08:00', touched: ['执行进度'], resumable: true },
};

export const laidOut: LayOutOutcome = { sheetsMade: ['执行进度', '整体绩效自评表'], cellsKept: 3, cellsWritten: 2, different: [], cancelled: false };

/** The pages use the evaluation and the places, never the raw reading. */
const unread: Pick<LiveReading, 'snapshot' | 'reading'> = {
  snapshot: { sheets: [], names: [], calculation: 'automatic', structureProtected: false, store: null },
  reading: { entries: { fields: new Map(), lists: new Map() }, shown: () => null, formula: () => null, shownAsDate: () => null, locate: () => null, faults: [], template: () => [] },
};

export function liveReading(more: Partial<LiveReading> = {}): LiveReading {
  return {
    ...unread,
    evaluation: tinyEvaluation(),
    locate: (ref: CellRef): CellPlace => ('field' in ref ? { sheet: '执行进度', address: 'C5' } : { sheet: '整体绩效自评表', address: `E${ref.row + 12}` }),
    empties: [],
    differences: [],
    calculation: 'automatic',
    readAt: new Date(2026, 2, 1, 14, 5, 9),
    ...more,
  };
}

export function finding(more: Partial<FindingItem> = {}): FindingItem {
  return {
    key: `${more.code ?? 'F14'}|x`, code: 'F14', level: 'error', sheet: '执行进度', item: '执行率', place: { sheet: '执行进度', address: 'D6' },
    text: '填报95%，按216.04÷227.39计算为95.01%。', line: '【执行进度】执行率（D6）：填报95%，按216.04÷227.39计算为95.01%。请核对更正。（F14）', found: '95%', expected: '95.01%', difference: '0.01%',
    remedy: '请核对更正，或说明口径。', source: '部门决算报表', explanation: '', reasons: [], others: [], ...more,
  };
}

export const checkedClean: CheckOutcome = {
  findings: [], repairs: [], notChecked: [], passed: 18, resultSheet: '校验结果', at: new Date(2026, 2, 1, 14, 6, 0), notWritten: null, evaluation: tinyEvaluation(),
};

export const reported: ReportOutcome = {
  written: 42, kept: [{ title: '一、部门概况', place: { sheet: '绩效评价报告', address: 'A5' } }],
  pending: [{ kind: '待填', label: '年初预算基本支出、项目支出', place: { sheet: '绩效评价报告', address: 'A12' } }], sheet: '绩效评价报告', cancelled: false,
};

const proofText = '年初预算166.78万元。\n年初预算支出为227.39万元，占44.65%。';

export function proofOf(text: string, findings: readonly (Pick<ProofOutcome['findings'][number], 'code' | 'level' | 'message'> & { readonly said: readonly string[]; readonly place?: Place })[]): ProofOutcome {
  return {
    from: '粘贴的文字', text, notChecked: [], evaluation: null, at: new Date(2026, 2, 1, 14, 7, 0),
    findings: findings.map(({ said, place = null, ...finding }) => ({
      ...finding, place, stated: '', computed: '', quotes: said.map((piece) => ({ start: text.indexOf(piece), end: text.indexOf(piece) + piece.length, text: piece })),
    })),
  };
}

export const proofreadOutcome: ProofOutcome = proofOf(proofText, [
  { code: 'F11', level: 'error', message: '“166.78万元”“227.39万元”：年初预算前后不一致，不能同时成立。请核对后统一为同一数。', said: ['166.78万元', '227.39万元'], place: { sheet: '绩效评价报告', address: 'A4' } },
  { code: 'R04', level: 'warning', message: '“44.65%”：按101.55÷227.39四舍五入应为44.66%，疑为截断。请核对更正，或说明口径。', said: ['44.65%'] },
]);

export const handedIn: Extract<HandInOutcome, { readonly kind: 'made' }> = {
  kind: 'made', check: checkedClean, edition: 2, evaluation: tinyEvaluation(), unexplained: [],
  file: { name: '001-示例县数据中心-2023-部门绩效自评-第2版.xlsx', bytes: new Uint8Array([80, 75]) },
  codes: [{ sheet: '执行进度', code: '4821-9305' }, { sheet: '整体绩效自评表', code: '0007-0312' }],
};

/** Holds work until the test lets it go on, and remembers the run it was given. */
export class Gate<T> {
  readonly runs: Run[] = [];
  private readonly waiting: ((result: Result<T, Message>) => void)[] = [];

  readonly work = (run: Run): Promise<Result<T, Message>> => {
    this.runs.push(run);
    return new Promise((resolve) => this.waiting.push(resolve));
  };

  open(result: Result<T, Message>): void {
    this.waiting.shift()?.(result);
  }
}

export const templateReading: TemplateReading = {
  settingFaults: [], rosterFaults: [], rosterBlank: false, units: 2, at: new Date(2026, 2, 1, 14, 10, 0),
  changes: [
    { group: '预填内容', what: '【自评表】绩效指标·“群众满意度”·权重', before: '20', after: '15' },
    { group: '自定义规则', what: '基本支出不超过本年收入', before: null, after: 'U01 =支出_基本支出_决算数<=收入_合计_决算数' },
  ],
};

export function playedTemplates(parts: Partial<TemplateWork> = {}): TemplateWork {
  const made = (name: string): Made => ({ reading: templateReading, file: { name, bytes: new Uint8Array([80, 75]) }, issued: null });
  return {
    begin: async () => ok(laidOut),
    read: async () => ok(templateReading),
    makeTemplate: async () => ok(made('某县模板.xlsx')),
    exportPack: async () => ok(made('mouxian-2024.json')),
    issue: async () => ok({ ...made('某县模板-预填2个单位.zip'), issued: { cancelled: false, templates: [
      { code: '017', name: '甲', contact: '', phone: '', fileName: '017-甲-2023-部门绩效自评.xlsx', size: 1, rows: [{ list: '项目', count: 2 }] },
      { code: '018', name: '乙', contact: '', phone: '', fileName: '018-乙-2023-部门绩效自评.xlsx', size: 1, rows: [] },
    ] } }),
    ...parts,
  };
}

/** An assistant that answers at once from the given parts, and records what it was asked for. */
export function playedAssistant(parts: Partial<Assistant> = {}, live: LiveReading | null = liveReading()): Assistant & { readonly selected: Place[] } {
  const selected: Place[] = [];
  return {
    packs,
    selected,
    open: async () => ok(oursFilled),
    layOut: async () => ok(laidOut),
    fillSample: async () => ok(laidOut),
    resume: async () => ok(laidOut),
    addSheet: async () => ok(laidOut),
    restore: async () => ok({ title: '生成套表' }),
    check: async () => ok(checkedClean),
    repair: async (keys) => ok({ count: keys.length, gone: 0, different: [], cancelled: false }),
    explain: async () => ok(undefined),
    writeReport: async () => ok(reported),
    proofread: async () => ok(proofreadOutcome),
    handIn: async () => ok(handedIn),
    templates: async () => playedTemplates(),
    files: { download: () => ok(undefined), link: () => ({ address: 'blob:played', release: () => undefined }), openCopy: async () => ok(undefined) },
    follow: async (onReading) => {
      if (live) onReading(ok(live));
      return ok({ readAgain: async () => (live ? onReading(ok(live)) : undefined), stop: async () => undefined });
    },
    select: async (place) => {
      selected.push(place);
      return ok(undefined);
    },
    ...parts,
  };
}

