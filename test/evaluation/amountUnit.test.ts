import fc from 'fast-check';
import { runChecks } from '../../src/check/runChecks';
import { blankEntries } from '../../src/evaluation/entries';
import { evaluate, type Entries, type EntryRow } from '../../src/evaluation/evaluate';
import { compileForm, type Form } from '../../src/evaluation/form';
import type { Content, Pack } from '../../src/pack/pack';
import { readPack } from '../../src/pack/readPack';
import { renderReport } from '../../src/report/renderReport';
import { cellText, numberCell, sameCell, textCell, type CellValue } from '../../src/values/cell';
import type { Role } from '../../src/workbook/plan';
import { planWorkbook } from '../../src/workbook/planWorkbook';
import { bundledPacks } from '../cases/bundledPacks';
import { randomEntries } from '../cases/randomEntries';
import { runs } from '../cases/runs';
import { bundledForm, sampleEntries } from '../cases/samplePack';
import { seed } from '../cases/seed';

const UNIT = 'profile.amountUnit';
const form = bundledForm('quxian-2023');
/** Packs that offer 金额单位, each with a figure of its report. The sample of the third pack holds a 尾差, which is none in 元. */
const REPORTED = [['quxian-2023', '227.39万元'], ['national-2020', '128.36万元']] as const;

function packOf(id: string): Pack {
  const pack = readPack(bundledPacks.find((each) => each.id === id)?.text ?? '');
  if (!pack.ok) throw new Error(JSON.stringify(pack.error));
  return pack.value;
}

/** The same workbook filled in 元: every typed amount ten thousand times as large, the switch turned. */
function inYuan(form: Form, entries: Entries): Entries {
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

function reportOf(form: Form, entries: Entries): readonly string[] {
  const report = renderReport(form, evaluate(form, entries));
  if (!report.ok) throw new Error(JSON.stringify(report.error));
  return report.value.map(({ text }) => text);
}

/** Computed cells of these contents, as `place value`. */
function computed(form: Form, entries: Entries, contents: readonly Content[]): ReadonlyMap<string, CellValue> {
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

test.each(REPORTED)('the sample of %s in 元 gives the report, rates, scores and findings of the sample in 万元', (id, reported) => {
  const form = bundledForm(id);
  const wan = inWan(sampleEntries(form));
  const yuan = inYuan(form, sampleEntries(form));
  expect(reportOf(form, yuan)).toEqual(reportOf(form, wan));
  expect(reportOf(form, yuan).join('')).toContain(reported);
  const rates = computed(form, wan, ['rate', 'score', 'choice']);
  expect(rates.size).toBeGreaterThan(20);
  expect(differing(rates, computed(form, yuan, ['rate', 'score', 'choice']))).toEqual([]);
  expect(findingsOf(form, yuan)).toEqual(findingsOf(form, wan));
});

test.each(REPORTED)(`any workbook of %s in 元 gives the rates, scores and report of the same one in 万元 (seed ${seed})`, (id) => {
  const form = bundledForm(id);
  fc.assert(fc.property(randomEntries(form), (entries) => {
    const wan = inWan(entries);
    const yuan = inYuan(form, entries);
    expect(differing(computed(form, wan, ['rate', 'score']), computed(form, yuan, ['rate', 'score']))).toEqual([]);
    expect(reportOf(form, yuan)).toEqual(reportOf(form, wan));
  }), { seed, numRuns: runs(10) });
});

test('a 万元 figure is divided once and rounded once', () => {
  const entries = sampleEntries(form);
  const fields = new Map(entries.fields).set(UNIT, textCell('元')).set('income.general.final', numberCell('1973949.99')).set('income.fund.final', numberCell('300050.01'));
  // 1,973,949.99 + 300,050.01 元 is 227.40 万元; rounding each first would give 197.39 + 30.01.
  const report = reportOf(form, { ...entries, fields }).join('');
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

test.each([
  ['quxian-2023', []],
  ['national-2020', new Array<string>(5).fill('项目资金\n（元）')],
])('every form of %s shows the unit chosen, also where the official form says it itself', (id, heads) => {
  const form = bundledForm(id);
  const shown = (entries: Entries, role: Role): readonly string[] =>
    planWorkbook(form, entries).sheets.flatMap((sheet) => sheet.cells.filter((cell) => cell.role === role && cell.formula !== undefined).map((cell) => cellText(cell.value)));
  const forms = form.pack.sheets.filter((sheet) => sheet.showsUnit).length;
  expect(forms).toBeGreaterThan(1);
  expect(shown(inWan(sampleEntries(form)), 'unit')).toEqual(new Array(forms).fill('单位：万元'));
  const yuan = inYuan(form, sampleEntries(form));
  expect(shown(yuan, 'unit')).toEqual(new Array(forms).fill('单位：元'));
  expect(shown(yuan, 'header')).toEqual(heads);
});

test.each([
  ['a budget of a project', { fields: {}, lists: { projects: [{ name: '道路养护', adjusted: '100' }] } }, 'given'],
  ['an amount of a sheet', { fields: { 'form2.fiscalInitial': '8' }, lists: {} }, 'given'],
  ['names alone', { fields: { 'profile.fullName': '某局' }, lists: { projects: [{ name: '道路养护' }] } }, 'typed'],
])('with %s handed out, 金额单位 of the template cannot be changed any more unless nothing is in it', (_given, prefilled, entry) => {
  const given = compileForm({ ...packOf('national-2020'), prefilled });
  if (!given.ok) throw new Error(JSON.stringify(given.error));
  const unit = blankEntries(given.value).fields.get(UNIT);
  expect([given.value.fields.get(UNIT)?.form.entry, unit && cellText(unit)]).toEqual([entry, '万元']);
});

test('tolerances are of the unit: one 分 is a 尾差 in a 元 workbook, one 元 is not', () => {
  const levels = (difference: string): readonly string[] => {
    const entries = inYuan(form, sampleEntries(form));
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
