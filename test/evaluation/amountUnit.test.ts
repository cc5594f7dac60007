import fc from 'fast-check';
import { runChecks } from '../../src/check/runChecks';
import { evaluate, type Entries, type EntryRow } from '../../src/evaluation/evaluate';
import type { Form } from '../../src/evaluation/form';
import type { Content } from '../../src/pack/pack';
import { renderReport } from '../../src/report/renderReport';
import { cellText, numberCell, sameCell, textCell, type CellValue } from '../../src/values/cell';
import { planWorkbook } from '../../src/workbook/planWorkbook';
import { randomEntries } from '../cases/randomEntries';
import { runs } from '../cases/runs';
import { bundledForm, sampleEntries } from '../cases/samplePack';
import { seed } from '../cases/seed';

const form = bundledForm('quxian-2023');
const UNIT = 'profile.amountUnit';

/** The same workbook filled in 元: every typed amount ten thousand times as large, the switch turned. */
function inYuan(entries: Entries): Entries {
  const scaled = (content: Content | undefined, cell: CellValue): CellValue =>
    content === 'amount' && cell.kind === 'number' ? numberCell(cell.value.times(10_000)) : cell;
  const rows = (list: string, row: EntryRow): EntryRow => ({
    key: row.key, cells: new Map([...row.cells].map(([id, cell]) => [id, scaled(form.lists.get(list)?.columns.get(id)?.form.content, cell)])),
  });
  return {
    fields: new Map([...entries.fields].map(([id, cell]): [string, CellValue] => [id, scaled(form.fields.get(id)?.form.content, cell)])).set(UNIT, textCell('元')),
    lists: new Map([...entries.lists].map(([list, each]) => [list, each.map((row) => rows(list, row))])),
  };
}

function inWan(entries: Entries): Entries {
  return { ...entries, fields: new Map(entries.fields).set(UNIT, textCell('万元')) };
}

function reportOf(entries: Entries): readonly string[] {
  const report = renderReport(form, evaluate(form, entries));
  if (!report.ok) throw new Error(JSON.stringify(report.error));
  return report.value.map(({ text }) => text);
}

/** Computed cells of these contents, as `place value`. */
function computed(entries: Entries, contents: readonly Content[]): ReadonlyMap<string, CellValue> {
  const evaluation = evaluate(form, entries);
  const fields = [...form.fields.values()].filter((field) => field.rule && contents.includes(field.form.content)).map((field) => [field.id, evaluation.value(field.id)] as const);
  const items = [...form.lists.values()].flatMap((list) => (entries.lists.get(list.id) ?? []).flatMap((_, row) =>
    [...list.columns.values()].filter((column) => column.rule && contents.includes(column.form.content))
      .map((column) => [`${list.id}[${row}].${column.id}`, evaluation.item(list.id, row, column.id)] as const)));
  return new Map([...fields, ...items]);
}

function differing(one: ReadonlyMap<string, CellValue>, other: ReadonlyMap<string, CellValue>): readonly string[] {
  return [...one].flatMap(([id, cell]) => (sameCell(cell, other.get(id) ?? textCell('missing')) ? [] : [`${id}: ${cellText(cell)} / ${cellText(other.get(id) ?? textCell('missing'))}`]));
}

function findingsOf(checked: Form, entries: Entries): readonly string[] {
  const result = runChecks(checked, evaluate(checked, entries), null);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.findings.map((finding) => `${finding.level} ${finding.key}`);
}

test('the sample in 元 gives the report, rates, scores and findings of the sample in 万元', () => {
  const wan = inWan(sampleEntries(form));
  const yuan = inYuan(sampleEntries(form));
  expect(reportOf(yuan)).toEqual(reportOf(wan));
  expect(reportOf(yuan).join('')).toContain('227.39万元');
  expect(differing(computed(wan, ['rate', 'score', 'choice']), computed(yuan, ['rate', 'score', 'choice']))).toEqual([]);
  expect(findingsOf(form, yuan)).toEqual(findingsOf(form, wan));
});

test(`any workbook in 元 gives the rates, scores and report of the same one in 万元 (seed ${seed})`, () => {
  fc.assert(fc.property(randomEntries(form), (entries) => {
    const wan = inWan(entries);
    const yuan = inYuan(entries);
    expect(differing(computed(wan, ['rate', 'score']), computed(yuan, ['rate', 'score']))).toEqual([]);
    expect(reportOf(yuan)).toEqual(reportOf(wan));
  }), { seed, numRuns: runs(25) });
});

test('a 万元 figure is divided once and rounded once', () => {
  const entries = sampleEntries(form);
  const fields = new Map(entries.fields).set(UNIT, textCell('元')).set('income.general.final', numberCell('1973949.99')).set('income.fund.final', numberCell('300050.01'));
  // 1,973,949.99 + 300,050.01 元 is 227.40 万元; rounding each first would give 197.39 + 30.01.
  const report = reportOf({ ...entries, fields }).join('');
  expect(report).toContain('227.4万元');
  expect(report).toContain('197.39万元');
});

test('text with a unit reads in the unit of the workbook, and messages show it', () => {
  const entries = sampleEntries(form);
  const fields = new Map(entries.fields).set(UNIT, textCell('元')).set('income.general.final', textCell('197.39万元')).set('income.fund.final', textCell('96%'));
  const result = runChecks(form, evaluate(form, { ...entries, fields }), null);
  const message = (code: string): string => (result.ok ? result.value.findings.find((finding) => finding.code === code)?.message : undefined) ?? '';
  expect(message('V02')).toContain('折合1973900');
  expect(message('V03')).toContain('请填以元为单位的金额');
  expect(message('R15')).toMatch(/[^万]元/);
});

test('every form shows the unit chosen', () => {
  const shown = (entries: Entries): readonly string[] =>
    planWorkbook(form, entries).sheets.flatMap((sheet) => sheet.cells.filter((cell) => cell.role === 'unit' && cell.formula !== undefined).map((cell) => cellText(cell.value)));
  const forms = form.pack.sheets.filter((sheet) => sheet.showsUnit).length;
  expect(forms).toBeGreaterThan(8);
  expect(shown(inWan(sampleEntries(form)))).toEqual(new Array(forms).fill('单位：万元'));
  expect(shown(inYuan(sampleEntries(form)))).toEqual(new Array(forms).fill('单位：元'));
});

test('tolerances are of the unit: one 分 is a 尾差 in a 元 workbook, one 元 is not', () => {
  const levels = (difference: string): readonly string[] => {
    const entries = inYuan(sampleEntries(form));
    const rows = (entries.lists.get('functions') ?? []).map((row, index): EntryRow => {
      const stated = row.cells.get('stated');
      return index === 0 && stated?.kind === 'number' ? { ...row, cells: new Map([...row.cells, ['stated', numberCell(stated.value.plus(difference))]]) } : row;
    });
    return findingsOf(form, { ...entries, lists: new Map([...entries.lists, ['functions', rows]]) }).filter((line) => line.includes('F03'));
  };
  expect(levels('0.01')).toEqual([expect.stringMatching(/^hint /)]);
  expect(levels('1')).toEqual([expect.stringMatching(/^error /)]);
  expect(levels('0')).toEqual([]);
});
