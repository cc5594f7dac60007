import fc from 'fast-check';
import { blankEntries } from '../../src/evaluation/entries';
import type { Entries } from '../../src/evaluation/evaluate';
import type { Form } from '../../src/evaluation/form';
import { ExcelWorkbook } from '../../src/excel/excelWorkbook';
import { PACE } from '../../src/excel/runExcel';
import { cellText, type CellValue } from '../../src/values/cell';
import { difference } from '../../src/workbook/difference';
import type { Plan } from '../../src/workbook/plan';
import { planWorkbook } from '../../src/workbook/planWorkbook';
import { readWorkbook, type Reading } from '../../src/workbook/readWorkbook';
import { openExcel } from '../workbench/officeClient';
import { computedRefs, disagreements } from './compareFaces';
import { randomEntries } from './randomEntries';
import { bundledForm } from './samplePack';
import { seed } from './seed';

interface Proof {
  readonly evaluations: number;
  readonly cells: number;
  readonly differences: readonly string[];
  /** Typed cells that were read back differently. */
  readonly misread: readonly string[];
}

/**
 * Lays the workbook out once, then types random entries into it again and again and compares every computed cell
 * with the engine, which sees nothing but the typed cells as they are read back.
 */
async function provenEvaluations({ seed, runs, form }: { readonly seed: number; readonly runs: number; readonly form: Form }): Promise<Proof> {
  const { Excel: excel } = await openExcel();
  const plan = planWorkbook(form, blankEntries(form));
  const port = new ExcelWorkbook({ ...PACE, answerWithin: 300_000 });
  const look = await port.look(plan);
  if (!look.ok) throw new Error(look.error.text);
  const run = { signal: new AbortController().signal, progress: () => undefined, waiting: () => undefined };
  const written = await port.write({ title: '生成套表', changes: difference(plan, look.value).changes }, { pack: '{}', packHash: '', layoutVersion: 1 }, run);
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  await excel.run(async (context) => {
    for (const sheet of plan.sheets) context.workbook.worksheets.getItem(sheet.name).protection.unprotect();
    await context.sync();
  });
  const differences: string[] = [], misread: string[] = [];
  const samples = fc.sample(randomEntries(form), { seed, numRuns: runs });
  for (const [index, entries] of samples.entries()) {
    await typeEntries(excel, form, plan, entries);
    const found = await port.look(plan);
    if (!found.ok) throw new Error(found.error.text);
    const reading = readWorkbook(form, plan, found.value);
    differences.push(...disagreements(form, reading).map((line) => `#${index} ${line}`));
    misread.push(...notReadBack(form, entries, reading).map((line) => `#${index} ${line}`));
    if (differences.length + misread.length > 20) break;
  }
  return { evaluations: samples.length, cells: samples.length * computedRefs(form).length, differences, misread };
}

/** Proves `runs` random workbooks of a pack and prints count and seed; `half` parts it between files. */
export async function expectAgreement(runs: number, half: number, form = bundledForm('quxian-2023')): Promise<void> {
  const proof = await provenEvaluations({ seed: seed + half, runs, form });
  console.log(`引擎与公式 ${form.pack.id}，${form.pack.sheets.length} 张表：${proof.evaluations} 次随机填报，${proof.cells} 个计算格，不一致 ${proof.differences.length}，seed ${seed}${half === 0 ? '' : `＋${half}`}`);
  expect(proof.differences).toEqual([]);
  expect(proof.misread).toEqual([]);
  expect(proof.evaluations).toBe(runs);
}

/** Writes every open cell of every sheet, blank ones too, in one batch. */
async function typeEntries(excel: typeof Excel, form: Form, plan: Plan, entries: Entries): Promise<void> {
  await excel.run(async (context) => {
    for (const sheet of planWorkbook(form, entries).sheets) {
      const laidOut = plan.sheets.find((each) => each.id === sheet.id);
      if (!laidOut) continue;
      const open = new Set(laidOut.cells.filter((cell) => !cell.locked && cell.role !== 'key').map((cell) => `${cell.row},${cell.column}`));
      if (open.size === 0) continue;
      const values: (string | number | null)[][] = Array.from({ length: sheet.rowCount }, () => new Array<string | number | null>(sheet.columnCount).fill(null));
      const formats: (string | null)[][] = values.map((row) => row.map(() => null));
      for (const cell of sheet.cells) {
        const row = values[cell.row], format = formats[cell.row];
        if (!row || !format || !open.has(`${cell.row},${cell.column}`)) continue;
        row[cell.column] = written(cell.value);
        // A real number stands in a text cell only when it was pasted with a format of its own.
        if (cell.numberFormat === '@') format[cell.column] = cell.value.kind === 'number' ? 'General' : '@';
      }
      const region = context.workbook.worksheets.getItem(sheet.name).getRangeByIndexes(0, 0, sheet.rowCount, sheet.columnCount);
      region.numberFormat = formats;
      region.values = values;
    }
    await context.sync();
  });
}

function written(value: CellValue): string | number {
  return value.kind === 'number' ? value.value.toNumber() : value.kind === 'text' ? `'${value.text}` : '';
}

function notReadBack(form: Form, entries: Entries, reading: Reading): readonly string[] {
  const wrong: string[] = [];
  for (const [id, value] of entries.fields) {
    if (form.fields.get(id)?.rule) continue;
    const read = reading.entries.fields.get(id);
    if ((read ? cellText(read) : '') !== cellText(value)) wrong.push(`${id}: ${cellText(value)} read as ${read && cellText(read)}`);
  }
  return wrong;
}
