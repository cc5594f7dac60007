import type { Following } from '../actions/follow';
import type { LiveReading } from '../actions/liveReading';
import type { FormCode } from '../actions/handIn';
import type { FilePort, MadeFile, Run } from '../actions/ports';
import type { ProofSource } from '../actions/proofreadReport';
import type { Repair } from '../actions/repair';
import type { Evaluation } from '../evaluation/evaluate';
import type { ProofFinding } from '../proofread/findings';
import type { Message } from '../values/message';
import type { Result } from '../values/result';
import type { TemplateWork } from './templates/templateWork';

/**
 * What the pane can ask for. Everything it shows comes through here, so that the pages know neither Excel nor files.
 * Failing is a value; a rejected promise is a bug and is shown as one.
 */
export interface Assistant {
  readonly packs: readonly PackChoice[];
  /** What the workbook is: empty, somebody's own, ours. Reads only. */
  open(run: Run): Promise<Result<WorkbookState, Message>>;
  /** 生成套表: adds what is missing, never changes a filled cell. */
  layOut(order: LayOutOrder, run: Run): Promise<Result<LayOutOutcome, Message>>;
  /** 载入示例: lays out when needed; refuses a workbook with typed cells. */
  fillSample(packId: string, run: Run): Promise<Result<LayOutOutcome, Message>>;
  /** Goes on with a step that broke off. */
  resume(run: Run): Promise<Result<LayOutOutcome, Message>>;
  /** 加项目: one more sheet where rows of a list have sheets. */
  addSheet(run: Run): Promise<Result<LayOutOutcome, Message>>;
  /** 还原上次写入, also of a step that broke off. */
  restore(run: Run): Promise<Result<{ readonly title: string }, Message>>;
  /** 一键校验. */
  check(run: Run): Promise<Result<CheckOutcome, Message>>;
  /** Puts right what the check offered, by key; one step that 还原 takes back. */
  repair(keys: readonly string[], run: Run): Promise<Result<RepairOutcome, Message>>;
  /** Keeps one 单位说明 for these findings, by key, in the workbook. */
  explain(keys: readonly string[], text: string, run: Run): Promise<Result<void, Message>>;
  /** 生成自评报告. */
  writeReport(run: Run): Promise<Result<ReportOutcome, Message>>;
  /** 校对 of a report's text against itself and the open workbook; reads only. Null when cancelled. */
  proofread(source: ProofSource, run: Run): Promise<Result<ProofOutcome | null, Message>>;
  /** 生成上报文件. */
  handIn(run: Run): Promise<Result<HandInOutcome, Message>>;
  /** What a bureau does with its own workbook; loaded when asked for. */
  templates(): Promise<TemplateWork>;
  /** Hands a made file to the person. */
  readonly files: FilePort;
  /** Reads now and after every change; never writes. @returns how to read again at once and how to stop. */
  follow(onReading: (reading: Result<LiveReading, Message>) => void): Promise<Result<Following, Message>>;
  select(place: Place): Promise<Result<void, Message>>;
}

export type { Following, LiveReading, ProofSource };

/** A cell as people name it: tab name and A1 address; without an address the sheet. */
export interface Place {
  readonly sheet: string;
  readonly address?: string;
}

/** A bundled pack to choose from. */
export interface PackChoice {
  readonly id: string;
  readonly title: string;
  readonly jurisdiction: string;
  readonly year: number;
  /** Tab names that 生成套表 makes. */
  readonly sheets: readonly string[];
  readonly hasSample: boolean;
}

export interface LayOutOrder {
  readonly packId: string;
  readonly unitName: string;
  readonly unitCode: string;
  /** The year evaluated. */
  readonly year: string;
}

export type WorkbookState =
  | { readonly kind: 'empty' }
  /** A workbook with contents of its own: sheets are added beside them. */
  | { readonly kind: 'foreign' }
  | { readonly kind: 'newerFormat'; readonly message: Message }
  /** The bureau's own workbook: 模板设置 and 单位名册. */
  | {
      readonly kind: 'master';
      readonly packId: string;
      readonly packTitle: string;
      readonly year: string;
      readonly missingSheets: readonly string[];
      readonly openStep: StepSummary | null;
      readonly lastStep: StepSummary | null;
    }
  | {
      readonly kind: 'ours';
      readonly packId: string;
      readonly packTitle: string;
      readonly year: string;
      readonly unitName: string;
      readonly unitCode: string;
      /** How many sheets there are for rows of a list, where rows have some: 加项目 is offered. */
      readonly sheetsPerRow?: number;
      /** A typed cell is filled: the sample is not offered. */
      readonly filled: boolean;
      /** Tab names of the pack that are missing. */
      readonly missingSheets: readonly string[];
      readonly openStep: StepSummary | null;
      readonly lastStep: StepSummary | null;
    };

export interface StepSummary {
  readonly title: string;
  /** ISO time. */
  readonly at: string;
  /** What it touched, e.g. 支出 12 格. */
  readonly touched: readonly string[];
  /** 继续 can do it again by itself; else 还原 and start again. */
  readonly resumable: boolean;
}

export interface LayOutOutcome {
  readonly sheetsMade: readonly string[];
  /** Filled cells that stayed as they were. */
  readonly cellsKept: number;
  /** Cells written into sheets that were there. */
  readonly cellsWritten: number;
  /** Cells that read back differently. */
  readonly different: readonly Place[];
  readonly cancelled: boolean;
}

export type Level = 'error' | 'warning' | 'hint';

export type { Repair };

export interface RepairOutcome {
  readonly count: number;
  /** Chosen, but different by now: left alone. */
  readonly gone: number;
  /** Cells that read back differently. */
  readonly different: readonly Place[];
  readonly cancelled: boolean;
}

export interface CheckOutcome {
  readonly findings: readonly FindingItem[];
  /** What one press puts right. */
  readonly repairs: readonly Repair[];
  readonly notChecked: readonly { readonly code: string; readonly title: string; readonly reason: string }[];
  readonly passed: number;
  /** Where 校验结果 stands. */
  readonly resultSheet: string | null;
  readonly at: Date;
  /** Why 校验结果 could not be written; the findings hold all the same. */
  readonly notWritten: Message | null;
  /** What was checked: the workbook may have changed since. */
  readonly evaluation: Evaluation;
}

export interface FindingItem {
  /** Code, field and row: stable between checks. */
  readonly key: string;
  readonly code: string;
  readonly level: Level;
  readonly sheet: string;
  readonly item: string;
  readonly place: Place | null;
  /** The other cells concerned, at most five. */
  readonly others: readonly Place[];
  /** Reasons the forms offer for a 说明. */
  readonly reasons: readonly string[];
  /** What is wrong, without place and remedy. */
  readonly text: string;
  /** Everything in one line, for copying. */
  readonly line: string;
  readonly found: string;
  readonly expected: string;
  readonly difference: string;
  readonly remedy: string;
  readonly source: string;
  /** 说明 the unit wrote; blank when none. */
  readonly explanation: string;
}

export interface ProofOutcome {
  /** Where the text comes from, e.g. a tab name or a file name. */
  readonly from: string;
  readonly text: string;
  /** `place` is the cell of the report sheet. */
  readonly findings: readonly (ProofFinding & { readonly place: Place | null })[];
  readonly notChecked: readonly { readonly code: string; readonly reason: string }[];
  /** The workbook the figures were compared with; null when none of ours is open. */
  readonly evaluation: Evaluation | null;
  readonly at: Date;
}

export type HandInOutcome =
  /** 错误 are left: no file was made. */
  | { readonly kind: 'blocked'; readonly check: CheckOutcome }
  | { readonly kind: 'cancelled'; readonly check: CheckOutcome }
  | {
      readonly kind: 'made';
      readonly check: CheckOutcome;
      readonly file: MadeFile;
      readonly edition: number;
      readonly codes: readonly FormCode[];
      /** 核实 without 说明. */
      readonly unexplained: readonly FindingItem[];
      /** What the file holds: the workbook may have changed since. */
      readonly evaluation: Evaluation;
    };

export interface ReportOutcome {
  readonly written: number;
  /** Paragraphs a person edited, left as they are. */
  readonly kept: readonly { readonly title: string; readonly place: Place | null }[];
  /** 【待填】 and 【待核】 in the text. */
  readonly pending: readonly { readonly kind: '待填' | '待核'; readonly label: string; readonly place: Place | null }[];
  readonly sheet: string;
  readonly cancelled: boolean;
}
