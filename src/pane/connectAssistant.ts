import { fillSample, SAMPLE_TITLE } from '../actions/fillSample';
import { follow } from '../actions/follow';
import type { FileArchiver } from '../actions/handingOut/issueArchive';
import { layOut, LAY_OUT_TITLE, type LayOutReport } from '../actions/layOut';
import { openWorkbook, touchedBy, type OpenedWorkbook, type OurWorkbook } from '../actions/openWorkbook';
import type { ChangeFeed, FilePort, FileWriter, Proofreader, ReportReader, Run, WorkbookPort } from '../actions/ports';
import { continueStep, restore } from '../actions/restore';
import type { EvaluationData } from '../evaluation/entries';
import { loadPack, packIndex, type BundledPack } from '../pack/bundledPacks';
import { cellText } from '../values/cell';
import type { Message } from '../values/message';
import { fail, ok, type Result } from '../values/result';
import type { JournalStep } from '../workbook/change';
import type { Assistant, LayOutOutcome, StepSummary, WorkbookState } from './assistant';
import { checkOutcome, handInOutcome, proofOutcome, reportOutcome } from './outcomes';

/** How files are made, handed out and read, and texts proofread. */
export interface Files {
  readonly write: FileWriter;
  readonly port: FilePort;
  readonly read: ReportReader;
  readonly proofread: Proofreader;
  readonly archive: FileArchiver;
}

/**
 * The assistant of the pane over the product's actions on one workbook. What takes a press to begin is loaded then: checks, report
 * and proofreading are larger than everything the pane needs to open.
 */
export function connectAssistant(port: WorkbookPort, feed: ChangeFeed, files: Files): Assistant {
  let ours: OurWorkbook | null = null;

  const opened = async (run?: Run): Promise<Result<OpenedWorkbook, Message>> => {
    const found = await openWorkbook(port, run);
    ours = found.ok && found.value.kind === 'ours' ? found.value : null;
    return found;
  };

  /** Text of the pack: the one the workbook carries goes before the bundled one. */
  const packText = async (packId: string): Promise<Result<string, Message>> => {
    if (ours?.pack.form.pack.id === packId) return ok(ours.pack.text);
    return shippedText(packId);
  };

  const onOurs = async <T>(work: (workbook: OurWorkbook) => Promise<Result<T, Message>>): Promise<Result<T, Message>> => {
    if (ours === null) {
      const found = await opened();
      if (!found.ok) return found;
    }
    return ours === null ? fail(noForms) : work(ours);
  };

  /** After new sheets were made the first of them is brought up; failing to is no failure of the step. */
  const shownFirst = async (report: Result<LayOutReport, Message>): Promise<Result<LayOutOutcome, Message>> => {
    const outcome = laidOut(report);
    const first = outcome.ok && !outcome.value.cancelled ? outcome.value.sheetsMade[0] : undefined;
    if (first !== undefined) await port.select(first, 'A1');
    return outcome;
  };

  return {
    packs: packIndex,
    open: async (run) => {
      const found = await opened(run);
      return found.ok ? ok(stateOf(found.value)) : found;
    },
    layOut: async ({ packId, unitName, unitCode, year }, run) => {
      const text = await packText(packId);
      return text.ok ? shownFirst(await layOut(port, text.value, { name: unitName, code: unitCode, year }, run)) : text;
    },
    fillSample: async (packId, run) => {
      const text = await packText(packId);
      const pack = await bundled(packId);
      if (!text.ok) return text;
      if (!pack.ok) return pack;
      const sample = sampleOf(pack.value);
      return sample === null ? fail(noPack) : shownFirst(await fillSample(port, text.value, sample, run));
    },
    resume: (run) => onOurs(async ({ openStep, pack, reading }) => {
      if (openStep === null) return fail(nothingOpen);
      const unit = unitOf({ reading });
      const shipped = await bundled(pack.form.pack.id);
      const sample = shipped.ok ? sampleOf(shipped.value) : null;
      return shownFirst(await continueStep(port, openStep, { packText: pack.text, unit, sample }, run));
    }),
    addSheet: (run) => onOurs(async ({ pack }) => {
      const { addSheet } = await import('../actions/addSheet');
      return shownFirst(await addSheet(port, pack, run));
    }),
    restore: async (run) => {
      const restored = await restore(port, run);
      return restored.ok ? ok({ title: restored.value.title }) : restored;
    },
    check: (run: Run) => onOurs(async ({ pack }) => {
      const { checkWorkbook } = await import('../actions/check');
      const now = new Date();
      const checked = await checkWorkbook(port, pack.form, pack.plan, run, now);
      return checked.ok ? ok(checkOutcome(checked.value, now)) : checked;
    }),
    repair: (keys, run) => onOurs(async ({ pack }) => {
      const { repair } = await import('../actions/repair');
      return repair(port, pack.form, pack.plan, new Set(keys), run);
    }),
    explain: (keys, text, run) => onOurs(async ({ pack }) => {
      const { explain } = await import('../actions/explain');
      return explain(port, pack.form, pack.plan, new Set(keys), text, run);
    }),
    handIn: (run) => onOurs(async ({ pack }) => {
      const { handIn } = await import('../actions/handIn');
      const now = new Date();
      const made = await handIn(port, pack, files.write, run, now);
      return made.ok ? ok(handInOutcome(made.value, now)) : made;
    }),
    templates: async () => {
      const { connectTemplates } = await import('./templates/connectTemplates');
      return connectTemplates({ port, write: files.write, archive: files.archive, packText: shippedText });
    },
    files: files.port,
    proofread: async (source, run) => {
      if (source.kind === 'sheet' && ours === null) return fail(noForms);
      const { proofreadReport } = await import('../actions/proofreadReport');
      const now = new Date();
      const done = await proofreadReport(source, ours && { port, pack: ours.pack }, files, run);
      return done.ok ? ok(done.value && proofOutcome(done.value, source, now)) : done;
    },
    writeReport: (run) => onOurs(async ({ pack }) => {
      const { writeReport } = await import('../actions/writeReport');
      const written = await writeReport(port, pack.form, pack.plan, run);
      return written.ok ? ok(reportOutcome(written.value)) : written;
    }),
    follow: async (onReading) => {
      if (ours === null) return fail(noForms);
      return follow(port, feed, ours.pack.form, ours.pack.plan, onReading);
    },
    select: ({ sheet, address }) => port.select(sheet, address ?? 'A1'),
  };
}

const noForms: Message = { code: 'P-NoForms', text: '这个工作簿还没有套表。', remedy: '请先在“开始”页按“生成套表”。' };
const noPack: Message = { code: 'P-NoPack', text: '没有找到所选的模板方案或它的示例。', remedy: '请重新选择模板方案。' };
const notLoaded: Message = { code: 'P-PackNotLoaded', text: '模板方案没有加载出来。', remedy: '请检查网络后再试；仍不行请重新打开助手。' };
const nothingOpen: Message = { code: 'P-NothingOpen', text: '没有需要继续的写入。', remedy: '可以直接填报。' };

async function bundled(packId: string): Promise<Result<BundledPack, Message>> {
  const pack = await loadPack(packId);
  return pack.ok ? pack : fail(pack.error === 'unknown' ? noPack : notLoaded);
}

async function shippedText(packId: string): Promise<Result<string, Message>> {
  const pack = await bundled(packId);
  return pack.ok ? ok(pack.value.text) : pack;
}

/** The pack's own example of a filled workbook, or null. */
function sampleOf({ sample }: BundledPack): EvaluationData | null {
  return isEvaluationData(sample) ? sample : null;
}

function isEvaluationData(data: unknown): data is EvaluationData {
  return typeof data === 'object' && data !== null && 'fields' in data && 'lists' in data;
}

function stateOf(found: OpenedWorkbook): WorkbookState {
  switch (found.kind) {
    case 'empty': return { kind: 'empty' };
    case 'foreign': return { kind: 'foreign' };
    case 'newer': return { kind: 'newerFormat', message: found.message };
    case 'ours': {
      const { pack, missingSheets, filled, openStep, lastStep } = found;
      const summary = (step: JournalStep | null): StepSummary | null => step && {
        title: step.title, at: step.at, touched: touchedBy(step, pack.form), resumable: step.title === LAY_OUT_TITLE || step.title === SAMPLE_TITLE,
      };
      const { id: packId, title: packTitle, year: packYear, master } = pack.pack;
      const shared = { packId, packTitle, missingSheets, openStep: summary(openStep), lastStep: summary(lastStep) };
      if (master === true) return { kind: 'master', year: String(packYear), ...shared };
      const { name, code, year } = unitOf(found);
      return { kind: 'ours', unitName: name, unitCode: code, year: year === '' ? String(packYear) : year, filled, ...(pack.form.copies ? { sheetsPerRow: pack.form.copies.count } : {}), ...shared };
    }
  }
}

/** Who the forms are for, as they stand in the workbook. */
function unitOf({ reading }: Pick<OurWorkbook, 'reading'>): { readonly name: string; readonly code: string; readonly year: string } {
  const text = (field: string): string => {
    const value = reading.entries.fields.get(field);
    return value ? cellText(value) : '';
  };
  return { name: text('profile.fullName'), code: text('profile.unitCode'), year: text('profile.year') };
}

/** Cells of sheets that were made count with their sheet. */
function laidOut(report: Result<LayOutReport, Message>): Result<LayOutOutcome, Message> {
  if (!report.ok) return report;
  const { sheetsMade, cellsKept, cellsWritten, different, cancelled } = report.value;
  return ok({ sheetsMade, cellsKept, cellsWritten: sheetsMade.length > 0 ? 0 : cellsWritten, different, cancelled });
}
