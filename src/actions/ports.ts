import type { JournalStep, WriteStep } from '../workbook/change';
import type { CellBlock, Plan } from '../workbook/plan';
import type { ProtectionLock } from '../workbook/protectionLock';
import type { Snapshot } from '../workbook/snapshot';
import type { ProofReport } from '../proofread/findings';
import type { WorkbookFacts } from '../proofread/workbookFacts';
import type { Message } from '../values/message';
import type { Result } from '../values/result';

/** A workbook that actions work on: Excel now, or a file. */
export interface WorkbookPort {
  /**
   * Everything the product needs, in one sync. Without a plan only sheets, names and the store are read
   * (to learn which pack the workbook holds); with one, the cells of its regions too. A run shows what is waited for and cancels.
   */
  look(plan: Plan | null, run?: Run): Promise<Result<Snapshot, Message>>;
  /** Carries out a step the one way of writing; nothing is written when the first check fails. */
  write(step: WriteStep, store: StoreUpdate | null, run: Run): Promise<Result<WriteReport, Message>>;
  /** Takes back the last step that is done or open. */
  restore(run: Run): Promise<Result<JournalStep, Message>>;
  /** Shows a cell: activates its sheet and selects it; very hidden sheets are refused. */
  select(sheet: string, address: string): Promise<Result<void, Message>>;
}

/** What the very hidden sheet must hold after the step, beside the journal. */
export interface StoreUpdate {
  readonly pack: string;
  readonly packHash: string;
  readonly layoutVersion: number;
}

/** Builds a workbook file; loaded only when it is needed. The same plan, store and options give the same bytes. */
export type FileWriter = (plan: Plan, store: StoreUpdate, options: FileOptions) => Promise<Uint8Array>;

export interface FileOptions {
  /** Stands in the file's properties. */
  readonly created: Date;
  /** The pane opens with the file where Office allows it; left out: people open it by the button. */
  readonly opensPane?: AddInSource;
  /** Sheets and structure open only with a password; left out: anybody may take the protection away. */
  readonly lock?: ProtectionLock;
}

/** Where Office finds the add-in: deployed by the administrator, in a catalog on a network share (UNC path), or sideloaded for trying. */
export type AddInSource = { readonly kind: 'central' } | { readonly kind: 'share'; readonly path: string } | { readonly kind: 'developer' };

/** Text of a report in a .docx or a text file; loaded only when it is needed. Errors: every kind of file that is neither. */
export type ReportReader = (bytes: Uint8Array, name: string) => Promise<Result<string, Message>>;

/** Proofreads beside the person's work, who goes on meanwhile. Null when the signal stopped it. */
export type Proofreader = (text: string, facts: WorkbookFacts | null, signal: AbortSignal) => Promise<ProofReport | null>;

/** A file made for a person. */
export interface MadeFile {
  /** Safe on every system: no path, no control or direction characters. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Hands a file to the person. Nothing tells whether a download arrived (a pane may drop it without a word), so it counts only
 * when the person has seen it.
 */
export interface FilePort {
  /** Starts a download. Errors: the host refuses at once. */
  download(file: MadeFile): Result<void, Message>;
  /** An address to save the file from by hand (链接另存为); to be released when it is no longer shown. */
  link(file: MadeFile): { readonly address: string; release(): void };
  /** Opens the file as a new workbook in Excel, to be saved from there. */
  openCopy(file: MadeFile): Promise<Result<void, Message>>;
}

/** A long piece of work: progress to the person, cancel from the person, waiting lines. */
export interface Run {
  readonly signal: AbortSignal;
  /** `done` of `total` blocks, and what is happening, e.g. 正在写入“支出”. */
  progress(done: number, total: number, what: string): void;
  /** Shown while waiting, e.g. 等待退出单元格编辑…; null takes it away. */
  waiting(what: string | null): void;
}

export interface WriteReport {
  readonly step: JournalStep;
  /** Cells that read back differently from what was written. */
  readonly different: readonly { readonly sheet: string; readonly address: string; readonly expected: string; readonly found: string }[];
  readonly cancelled: boolean;
}

/** Tells that cells changed; says nothing of what to: events get lost, come late and twice. */
export interface ChangeFeed {
  /** @returns how to stop listening. */
  listen(onChange: (area: DirtyArea) => void): Promise<Result<() => Promise<void>, Message>>;
  /**
   * The areas as they are now, put into the last snapshot; one sync. `null` when positions moved or a sheet is gone and a full
   * look is needed.
   */
  lookAt(areas: readonly ReadArea[], plan: Plan, last: Snapshot): Promise<Result<Snapshot | null, Message>>;
}

/** `address` in A1 inside the sheet; `structure` when rows, columns, sheets or names moved: read everything. */
export type DirtyArea = { readonly sheet: string; readonly address: string } | 'structure';

/** What to read again: `all` of cells that were touched, only what is `shown` of formulas that depend on them. */
export interface ReadArea {
  readonly sheet: string;
  readonly block: CellBlock;
  readonly part: 'all' | 'shown';
}
