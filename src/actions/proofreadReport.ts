import { evaluate, type Evaluation } from '../evaluation/evaluate';
import type { ProofReport } from '../proofread/findings';
import { workbookFacts } from '../proofread/workbookFacts';
import type { Message } from '../values/message';
import { fail, ok, type Result } from '../values/result';
import { readWorkbook, type Reading } from '../workbook/readWorkbook';
import type { UsablePack } from './ourWorkbook';
import type { Proofreader, ReportReader, Run, WorkbookPort } from './ports';
import { reportCell, reportSheet } from './reportSheet';

/** What is to be proofread. */
export type ProofSource =
  /** The report sheet of the open workbook. */
  | { readonly kind: 'sheet' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array };

export interface Proofread {
  readonly text: string;
  readonly report: ProofReport;
  /** The workbook the figures were compared with; null when none of ours is open. */
  readonly evaluation: Evaluation | null;
  /** The cell of the report sheet a place of the text comes from; null for other texts. */
  locate(offset: number): { readonly sheet: string; readonly address: string } | null;
}

/** Characters, as UTF-16 units: a report of a hundred pages is below a hundredth. */
export const LONGEST_TEXT = 10 * 1024 * 1024;

/**
 * 校对: reads the text, compares it with itself and with the open workbook; nothing is written. Null when the person cancelled.
 * Errors: workbook or file cannot be read, no report on the sheet, no text (B02), too long a text (B03).
 */
export async function proofreadReport(
  source: ProofSource, workbook: { readonly port: WorkbookPort; readonly pack: UsablePack } | null,
  { read, proofread }: { readonly read: ReportReader; readonly proofread: Proofreader }, run: Run,
): Promise<Result<Proofread | null, Message>> {
  const known = workbook && await look(workbook, run);
  if (known && !known.ok) return known;
  const given = await textOf(source, known?.value ?? null, read, run);
  if (!given.ok) return given;
  const { text, locate } = given.value;
  if (text.trim() === '') return fail(NO_TEXT);
  if (text.length > LONGEST_TEXT) return fail(tooLong(text.length));
  if (run.signal.aborted) return ok(null);
  run.progress(2, 3, '正在校对');
  const evaluation = known?.value.evaluation ?? null;
  const report = await proofread(text, evaluation && workbookFacts(evaluation), run.signal);
  return ok(report && { text, report, evaluation, locate });
}

interface Known {
  readonly pack: UsablePack;
  readonly reading: Reading;
  readonly evaluation: Evaluation;
}

async function look({ port, pack }: { readonly port: WorkbookPort; readonly pack: UsablePack }, run: Run): Promise<Result<Known, Message>> {
  run.progress(0, 3, '正在读取工作簿');
  const looked = await port.look(pack.plan, run);
  if (!looked.ok) return looked;
  const reading = readWorkbook(pack.form, pack.plan, looked.value);
  return ok({ pack, reading, evaluation: evaluate(pack.form, reading.entries) });
}

async function textOf(source: ProofSource, known: Known | null, read: ReportReader, run: Run): Promise<Result<Pick<Proofread, 'text' | 'locate'>, Message>> {
  switch (source.kind) {
    case 'text': return ok({ text: source.text, locate: () => null });
    case 'file': {
      run.progress(1, 3, '正在读取文件');
      const text = await read(source.bytes, source.name);
      return text.ok ? ok({ text: text.value, locate: () => null }) : text;
    }
    case 'sheet': {
      if (known === null) return fail(NO_TEXT);
      const { pack, reading } = known;
      const sheet = reportSheet(pack.form, reading);
      if (!sheet.ok) return sheet;
      return ok({
        text: sheet.value.text,
        locate: (offset) => {
          const ref = reportCell(sheet.value, offset);
          return ref && reading.locate(ref);
        },
      });
    }
  }
}

const NO_TEXT: Message = { code: 'B02', text: '没有可校对的文字。', remedy: '请粘贴报告文字，或选择 .docx、.txt 文件。' };

function tooLong(length: number): Message {
  return { code: 'B03', text: `文字太长（${(length / 1024 / 1024).toFixed(1)}兆字）。`, expected: '不超过10兆字', remedy: '请只校对报告正文。' };
}
