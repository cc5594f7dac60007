import { proofreadReport, LONGEST_TEXT, type ProofSource } from '../../src/actions/proofreadReport';
import type { Proofreader, Run, WorkbookPort } from '../../src/actions/ports';
import { reportCell, reportSheet } from '../../src/actions/reportSheet';
import { evaluate, type Entries, type EntryRow } from '../../src/evaluation/evaluate';
import { proofread } from '../../src/proofread/proofread';
import { textCell } from '../../src/values/cell';
import { fail, ok } from '../../src/values/result';
import { readWorkbook, type Reading } from '../../src/workbook/readWorkbook';
import { sampleEntries } from '../cases/samplePack';
import { builtFile, bundledPack, opened, value } from '../files/builtFile';

const pack = bundledPack();
const LINES = ['一、部门基本情况', '2023年决算支出227.39万元。', '二、存在问题', '培训XX人次。'];

/** The sample with a report on its sheet; a cleared row stands in between. */
function withReport(lines: readonly string[]): Entries {
  const entries = sampleEntries(pack.form);
  const row = (text: string, i: number): EntryRow => ({ key: `p${i}`, cells: new Map(text === '' ? [] : [['text', textCell(text)]]) });
  return { ...entries, lists: new Map([...entries.lists, ['report', lines.map(row)]]) };
}

const at = (entries: Entries): Reading => ({ entries, shown: () => null, formula: () => null, shownAsDate: () => null, faults: [], template: () => [], locate: () => null });

test('the report of the sheet is its rows in order, with the cell of every place', () => {
  const sheet = reportSheet(pack.form, at(withReport(['甲', '', '乙丙'])));
  expect(sheet).toMatchObject({ ok: true, value: { text: '甲\n乙丙' } });
  if (!sheet.ok) return;
  expect([0, 2, 3].map((offset) => reportCell(sheet.value, offset))).toEqual([0, 2, 2].map((row) => ({ list: 'report', row, column: 'text' })));
});

test('no report yet: says which sheet and what to do', () => {
  expect(reportSheet(pack.form, at(sampleEntries(pack.form)))).toMatchObject({ ok: false, error: { code: 'B01', text: '“绩效评价报告”表还没有文字。' } });
});

const direct: Proofreader = async (text, facts) => proofread(text, facts);
const readers: Parameters<typeof proofreadReport>[2] = { read: async () => ok('支出XX万元。'), proofread: direct };
const quiet = (): Run => ({ signal: new AbortController().signal, progress: () => undefined, waiting: () => undefined });
const given = (source: ProofSource, run = quiet(), parts = readers): ReturnType<typeof proofreadReport> => proofreadReport(source, null, parts, run);

test.each([['', 'B02'], [' \n\t', 'B02'], ['支'.repeat(LONGEST_TEXT + 1), 'B03']])('text %# is refused with what to do', async (text, code) => {
  expect(await given({ kind: 'text', text })).toMatchObject({ ok: false, error: { code, remedy: expect.stringContaining('请') } });
});

test('a file that cannot be read says why', async () => {
  const broken = { ...readers, read: async () => fail({ code: 'Z02', text: '不完整', remedy: '请重新下载。' }) };
  expect(await given({ kind: 'file', name: '报告.docx', bytes: new Uint8Array() }, quiet(), broken)).toMatchObject({ ok: false, error: { code: 'Z02' } });
});

test('cancelling gives nothing, and no fault', async () => {
  const stopper = new AbortController();
  stopper.abort();
  expect(await given({ kind: 'text', text: '支出XX万元。' }, { ...quiet(), signal: stopper.signal })).toEqual(ok(null));
});

test('the report sheet of a workbook is compared with its figures, and a place leads to its cell', async () => {
  const { bytes, plan } = await builtFile(pack, withReport(LINES));
  const file = opened(bytes);
  const port = { look: async () => file.look(plan) } as unknown as WorkbookPort;
  const done = value(await proofreadReport({ kind: 'sheet' }, { port, pack: { ...pack, plan } }, readers, quiet()));
  expect(done?.text).toBe(LINES.join('\n'));
  const reading = readWorkbook(pack.form, plan, value(file.look(plan)));
  expect(done?.evaluation?.value('expenditure.byNature.yearTotal.final')).toEqual(evaluate(pack.form, reading.entries).value('expenditure.byNature.yearTotal.final'));
  const leftover = done?.report.findings.find(({ code }) => code === 'N09');
  expect(leftover?.quotes.map(({ text }) => text)).toEqual(['XX人']);
  expect(done?.locate(leftover?.quotes[0]?.start ?? 0)).toEqual(reading.locate({ list: 'report', row: 3, column: 'text' }));
});
