import type { Finding } from '../check/check';
import type { CheckResult } from '../check/runChecks';
import { evaluate, sheetOf, type Entries, type Evaluation } from '../evaluation/evaluate';
import type { Form } from '../evaluation/form';
import { requiredBlanks } from '../evaluation/requiredBlanks';
import { checkCodeField } from '../evaluation/signOff';
import { UNIT_FIELDS } from '../evaluation/unitFields';
import { cellText, numberCell, type CellValue } from '../values/cell';
import type { Message } from '../values/message';
import { fail, ok, type Result } from '../values/result';
import { planWorkbook } from '../workbook/planWorkbook';
import type { Reading } from '../workbook/readWorkbook';
import type { Snapshot } from '../workbook/snapshot';
import { checkWorkbook, type CheckReport } from './check';
import { checkSnapshot } from './checkSnapshot';
import { handInFileName } from './fileName';
import { storeUpdate } from './layOut';
import type { UsablePack } from './ourWorkbook';
import { fieldChange } from './outputList';
import type { FileWriter, MadeFile, Run, WorkbookPort } from './ports';

/** Field of the pack that counts the files handed in; a pack may do without. */
const EDITION = 'profile.edition';
const STEPS = 4;

export type HandIn =
  /** 错误 are left: no file. */
  | { readonly kind: 'blocked'; readonly report: CheckReport }
  | { readonly kind: 'cancelled'; readonly report: CheckReport }
  | {
      readonly kind: 'made';
      readonly report: CheckReport;
      readonly file: MadeFile;
      /** 版次, from 1 on. */
      readonly edition: number;
      /** 校验码 as printed under each form, in tab order; forms without a figure are left out. */
      readonly codes: readonly FormCode[];
      /** 核实 without a 说明: told, not blocking. */
      readonly unexplained: readonly Finding[];
      /** What the file holds. */
      readonly evaluation: Evaluation;
    };

export interface FormCode {
  /** Tab name. */
  readonly sheet: string;
  readonly code: string;
}

/**
 * 生成上报文件: checks a last time and writes 校验结果, then builds the file anew from the forms and what was filled in, with an
 * empty journal; sheets of the user's own stay behind. 错误 block. The 版次 is counted in the workbook before the file is handed
 * out, so that no two files carry the same one.
 * Errors: those of 一键校验 and of writing, unit not named (H01), rows beyond the list's room (H02),
 * required cells left blank (H03).
 */
export async function handIn(port: WorkbookPort, pack: UsablePack, writeFile: FileWriter, run: Run, now: Date): Promise<Result<HandIn, Message>> {
  const { form, plan } = pack;
  run.progress(0, STEPS, '正在校验');
  const report = await checkWorkbook(port, form, plan, { ...run, progress: () => undefined }, now);
  if (!report.ok) return report;
  if (run.signal.aborted || report.value.written?.cancelled) return ok({ kind: 'cancelled', report: report.value });
  if (report.value.notWritten) return fail(report.value.notWritten);
  if (report.value.counts.error > 0) return ok({ kind: 'blocked', report: report.value });
  run.progress(1, STEPS, '正在读取工作簿');
  const looked = await port.look(plan, run);
  if (!looked.ok) return run.signal.aborted ? ok({ kind: 'cancelled', report: report.value }) : looked;
  // What goes into the file is what was read now: somebody may have typed since.
  const standing = await checkSnapshot(form, plan, looked.value);
  if (!standing.ok) return standing;
  if (standing.value.counts.error > 0) return ok({ kind: 'blocked', report: { ...report.value, ...standing.value } });
  const { reading } = standing.value;
  const lacking = unnamedUnit(form, reading) ?? requiredLeft(standing.value.evaluation, reading) ?? rowsBeyond(form, reading);
  if (lacking) return fail(lacking);
  run.progress(2, STEPS, '正在生成文件');
  const edition = editionOf(reading.entries) + 1;
  const entries = withEdition(form, reading.entries, edition);
  const evaluation = evaluate(form, entries);
  const bytes = await writeFile(planWorkbook(form, entries), await storeUpdate(pack), { created: now });
  if (run.signal.aborted) return ok({ kind: 'cancelled', report: report.value });
  run.progress(3, STEPS, '正在登记版次');
  const counted = await countEdition(port, form, looked.value, reading, edition, run);
  if (!counted.ok) return counted;
  if (!counted.value) return ok({ kind: 'cancelled', report: report.value });
  return ok({
    kind: 'made', report: report.value, edition, evaluation, codes: codesOf(evaluation), unexplained: unexplained(standing.value, standing.value.explanations),
    file: { name: handInFileName({ ...unitOf(reading), edition }), bytes },
  });
}

/** 核实 the unit has not explained. */
function unexplained({ findings }: CheckResult, explanations: ReadonlyMap<string, string>): readonly Finding[] {
  return findings.filter(({ level, key }) => level === 'warning' && (explanations.get(key) ?? '').trim() === '');
}

function codesOf(evaluation: Evaluation): readonly FormCode[] {
  return [...evaluation.form.sheets.values()].flatMap(({ id, name }) => {
    const code = cellText(evaluation.value(checkCodeField(id)));
    return code === '' ? [] : [{ sheet: name, code }];
  });
}

function textIn(reading: Reading, field: string): string {
  return cellText(reading.entries.fields.get(field) ?? { kind: 'blank' }).trim();
}

function unitOf(reading: Reading): { readonly unitCode: string; readonly unitName: string; readonly year: string } {
  return { unitCode: textIn(reading, UNIT_FIELDS.code), unitName: textIn(reading, UNIT_FIELDS.name), year: textIn(reading, UNIT_FIELDS.year) };
}

/** Blank is 待填 while people work, and an error in what they hand in (faults.md B07). */
function requiredLeft(evaluation: Evaluation, reading: Reading): Message | null {
  const blanks = requiredBlanks(evaluation);
  const place = blanks[0] && reading.locate(blanks[0]);
  if (blanks.length === 0) return null;
  const counts = new Map<string, number>();
  for (const ref of blanks) counts.set(sheetOf(evaluation.form, ref), (counts.get(sheetOf(evaluation.form, ref)) ?? 0) + 1);
  const sheets = [...counts].map(([id, count]) => `“${evaluation.form.sheets.get(id)?.name ?? id}”${count}格`).join('、');
  return { code: 'H03', text: `必填项还有${blanks.length}格没有填：${sheets}。`, ...(place ? { place } : {}), remedy: '请补填；没有发生的，金额填0，不要留空。' };
}

/** The file's name says whose it is. */
function unnamedUnit(form: Form, reading: Reading): Message | null {
  const blank = [UNIT_FIELDS.code, UNIT_FIELDS.name, UNIT_FIELDS.year].filter((id) => form.fields.has(id) && textIn(reading, id) === '');
  const [first] = blank;
  if (first === undefined) return null;
  const place = reading.locate({ field: first });
  return {
    code: 'H01', text: `${blank.map((id) => `“${form.fields.get(id)?.label ?? id}”`).join('、')}未填，上报文件无法命名。`, ...(place ? { place } : {}),
    remedy: '请补填后再生成上报文件。',
  };
}

/** A file is laid out with the list's room; rows that were inserted beyond it would be lost. */
function rowsBeyond(form: Form, reading: Reading): Message | null {
  for (const list of form.lists.values()) {
    const rows = reading.entries.lists.get(list.id)?.length ?? 0;
    if (rows <= list.block.room) continue;
    const place = reading.locate({ list: list.id, row: list.block.room, column: list.block.identifiedBy });
    return {
      code: 'H02', text: `清单“${list.name}”中插入了行，超出表样的行数，上报文件放不下。`, found: `${rows}行`, expected: `不超过${list.block.room}行`, ...(place ? { place } : {}),
      remedy: '请把内容移到原有的行，删除插入的行后再试。',
    };
  }
  return null;
}

function editionOf(entries: Entries): number {
  const cell = entries.fields.get(EDITION);
  return cell?.kind === 'number' && cell.value.isInteger() && cell.value.gte(0) && cell.value.lt(1_000) ? cell.value.toNumber() : 0;
}

function withEdition(form: Form, entries: Entries, edition: number): Entries {
  return form.fields.has(EDITION) ? { ...entries, fields: new Map<string, CellValue>([...entries.fields, [EDITION, numberCell(edition)]]) } : entries;
}

/** False when cancelled. */
async function countEdition(port: WorkbookPort, form: Form, snapshot: Snapshot, reading: Reading, edition: number, run: Run): Promise<Result<boolean, Message>> {
  const changes = fieldChange(form, snapshot, reading, EDITION, numberCell(edition));
  if (changes.length === 0) return ok(true);
  const written = await port.write({ title: `登记上报第${edition}版`, changes }, null, run);
  return written.ok ? ok(!written.value.cancelled) : written;
}
