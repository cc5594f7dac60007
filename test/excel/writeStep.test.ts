import fc from 'fast-check';
import { layOut } from '../../src/actions/layOut';
import { restore } from '../../src/actions/restore';
import { needsQuote } from '../../src/workbook/keptText';
import { ExcelWorkbook } from '../../src/excel/excelWorkbook';
import { WAITING_FOR_CELL } from '../../src/excel/runExcel';
import { parseBlock } from '../../src/values/address';
import { BLANK, numberCell, textCell, type CellValue } from '../../src/values/cell';
import type { CellContent, Change, WriteStep } from '../../src/workbook/change';
import { decodeJournal } from '../../src/workbook/journal';
import { seed } from '../cases/seed';
import { tinyPackText } from '../cases/tinyPack';
import { playExcel, playedRun, portrait, QUICK, value, type PlayedExcel } from './steps';

const INCOME = '收入（万元）';
const ITEMS = '项目明细';

async function laidOut(): Promise<PlayedExcel> {
  const excel = await playExcel();
  value(await layOut(excel.port, tinyPackText, null, excel.run));
  value(await excel.port.look(null));
  return excel;
}

function set(sheet: string, address: string, values: readonly (readonly CellValue[])[], before?: readonly (readonly CellContent[])[]): Change {
  const block = parseBlock(address);
  if (!block) throw new Error(address);
  return {
    kind: 'setCells', sheet: { id: sheet === INCOME ? 'income' : 'items', name: sheet }, block,
    cells: values.map((row) => row.map((each) => ({ value: each }))), before: before ?? values.map((row) => row.map(() => ({ value: BLANK }))),
  };
}

const step = (...changes: readonly Change[]): WriteStep => ({ title: '试写', changes });
const journal = async ({ port }: PlayedExcel): Promise<ReturnType<typeof decodeJournal>> => decodeJournal(value(await port.look(null)).store?.journal ?? '');

test('values are written in one batch and read back', async () => {
  const excel = await laidOut();
  const { result, tally } = await excel.host.counters.during(() =>
    excel.port.write(step(set(INCOME, 'B5:C6', [[numberCell('166.78'), numberCell('60.61')], [numberCell(30), BLANK]])), null, excel.run));
  expect(value(result)).toMatchObject({ different: [], cancelled: false, step: { state: 'done', title: '试写' } });
  expect(tally.syncs).toBe(1);
  expect(excel.host.book.text(INCOME, 'D7')).toBe('257.39');
  expect(await journal(excel)).toMatchObject([{ title: '生成套表' }, { title: '试写', state: 'done' }]);
});

describe('D01 a text is never a formula, and reads back as it was', () => {
  const texts = [
    '=HYPERLINK("http://x","点我")', '+cmd|x', '-2+3', '@SUM(1)', '\t=1+1', '\r=1', ' =1+1', '\u00a0=1', '＝1+1', '＋1', '－1', '＠SUM', "'引号", "''两个", '001', '1/2', '2024-3-23',
    '96%', 'TRUE', 'false', '#N/A', '1e5', '上午 9:00', 'Mar 5', 'a\n=1', '３３', '（1）', '·', '🙂=1', '普通文字',
  ];
  test('a table of texts', async () => {
    const excel = await laidOut();
    for (let at = 0; at < texts.length; at += 8) {
      const part = texts.slice(at, at + 8);
      const address = `A5:A${4 + part.length}`;
      const before = Array.from({ length: part.length }, (_, i) => [{ value: textCell(String(excel.host.book.value(ITEMS, `A${5 + i}`) ?? '')) }]);
      const report = value(await excel.port.write(step(set(ITEMS, address, part.map((text) => [textCell(text)]), before)), null, excel.run));
      expect(report.different).toEqual([]);
      expect(excel.host.book.values(ITEMS, address).flat()).toEqual(part);
      expect(excel.host.book.formulas(ITEMS, address).flat().every((formula) => formula === null)).toBe(true);
    }
  });

  test('in a General cell of a foreign place too', async () => {
    const excel = await laidOut();
    await excel.host.user.addSheet('自由');
    value(await excel.port.look(null));
    const change: Change = { ...set(ITEMS, `A1:A${texts.length}`, texts.map((text) => [textCell(text)])), sheet: { id: 'x', name: '自由' } } as Change;
    expect(value(await excel.port.write(step(change), null, excel.run)).different).toEqual([]);
    expect(excel.host.book.values('自由', `A1:A${texts.length}`).flat()).toEqual(texts);
  });

  test(`whatever begins like a formula is quoted (seed ${seed})`, () => {
    fc.assert(fc.property(fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', ' ', '\u00a0', '　', "'"), fc.string(), (first, rest) => needsQuote(first + rest)), { seed });
  });
});

describe('refused before the first write', () => {
  test.each<[string, (excel: PlayedExcel) => Promise<void>, WriteStep, string]>([
    ['a filter is on', ({ host }) => host.user.filter(INCOME), step(set(INCOME, 'B5', [[numberCell(1)]])), 'W03'],
    ['the sheet is gone', ({ host }) => host.user.deleteSheet(INCOME), step(set(ITEMS, 'A5', [[textCell('甲')]]), set(INCOME, 'B5', [[numberCell(1)]])), 'W05'],
    ['a formula stands behind a password', async ({ host }) => { await host.user.unprotect(INCOME); await host.user.protect(INCOME, 'geheim'); },
      step({ ...set(INCOME, 'D5', [[numberCell(1)]]), kind: 'restoreFormulas' } as Change), 'W04'],
    ['the structure is protected', ({ host }) => host.user.protectStructure(), step({ kind: 'renameSheet', sheet: { id: 'income', name: INCOME }, to: '收入' }), 'W01'],
    ['the name is taken', async () => undefined, step({ kind: 'renameSheet', sheet: { id: 'income', name: INCOME }, to: ITEMS }), 'W02'],
  ])('when %s', async (_, change, wanted, code) => {
    const excel = await laidOut();
    await change(excel);
    value(await excel.port.look(null));
    const before = portrait(excel.host);
    expect(await excel.port.write(wanted, null, excel.run)).toMatchObject({ ok: false, error: { code, remedy: expect.stringMatching(/。$/) } });
    expect(portrait(excel.host)).toEqual(before);
  });
});

test('our own protection is lifted for locked cells and set again', async () => {
  const excel = await laidOut();
  const protection = excel.host.book.protection(INCOME);
  const formula = excel.host.book.formula(INCOME, 'D5') ?? '';
  const change: Change = { kind: 'restoreFormulas', sheet: { id: 'income', name: INCOME }, block: { row: 4, column: 3, rowCount: 1, columnCount: 1 }, cells: [[{ formula: '=1+1' }]], before: [[{ formula }]] };
  expect(value(await excel.port.write(step(change), null, excel.run)).different).toEqual([]);
  expect(excel.host.book.formula(INCOME, 'D5')).toBe('=1+1');
  expect(excel.host.book.protection(INCOME)).toEqual(protection);
  expect(value(await restore(excel.port, excel.run)).state).toBe('restored');
  expect(excel.host.book.formula(INCOME, 'D5')).toBe(formula);
  expect(excel.host.book.protection(INCOME)).toEqual(protection);
});

test('a password behind our own permissions is found before anything is written', async () => {
  const excel = await laidOut();
  await excel.host.user.unprotect(INCOME);
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem(INCOME).protection.protect({ allowFormatColumns: true, allowFormatRows: true, selectionMode: 'Normal' }, 'geheim');
    await context.sync();
  });
  value(await excel.port.look(null));
  const before = portrait(excel.host);
  const change: Change = { ...set(INCOME, 'D5', [[numberCell(1)]]), kind: 'restoreFormulas' } as Change;
  expect(await excel.port.write(step(change), null, excel.run)).toMatchObject({ ok: false, error: { code: 'W04', place: { sheet: INCOME } } });
  expect(portrait(excel.host)).toEqual(before);
});

test('what a colleague typed since we looked is put back and told', async () => {
  const excel = await laidOut();
  await excel.host.coauthor.type(INCOME, 'B5', '999');
  const report = value(await excel.port.write(step(set(INCOME, 'B5:B6', [[numberCell(1)], [numberCell(2)]])), null, excel.run));
  expect(report.different).toEqual([{ sheet: INCOME, address: 'B5', expected: '1', found: '999' }]);
  expect(report.step.state).toBe('open');
  expect(excel.host.book.values(INCOME, 'B5:B6')).toEqual([[999], [2]]);
  value(await restore(excel.port, excel.run));
  expect(excel.host.book.values(INCOME, 'B5:B6')).toEqual([[999], [null]]);
});

describe('还原', () => {
  test('gives back what stood there, step by step', async () => {
    const excel = await laidOut();
    const empty = portrait(excel.host);
    value(await excel.port.write(step(set(INCOME, 'B5', [[numberCell(1)]])), null, excel.run));
    const one = portrait(excel.host);
    value(await excel.port.look(null));
    value(await excel.port.write(step(set(INCOME, 'B5', [[numberCell(2)]], [[{ value: numberCell(1) }]])), null, excel.run));
    value(await restore(excel.port, excel.run));
    expect(without(portrait(excel.host))).toEqual(without(one));
    value(await restore(excel.port, excel.run));
    expect(without(portrait(excel.host))).toEqual(without(empty));
  });

  test('leaves a cell alone that was typed over since', async () => {
    const excel = await laidOut();
    value(await excel.port.write(step(set(INCOME, 'B5:B6', [[numberCell(1)], [numberCell(2)]])), null, excel.run));
    await excel.host.user.type(INCOME, 'B5', '7');
    value(await restore(excel.port, excel.run));
    expect(excel.host.book.values(INCOME, 'B5:B6')).toEqual([[7], [null]]);
  });

  test('closes a step as undone when nothing of it is left', async () => {
    const excel = await laidOut();
    value(await excel.port.write(step(set(INCOME, 'B5', [[numberCell(1)]])), null, excel.run));
    await excel.host.user.erase(INCOME, 'B5');
    expect(value(await restore(excel.port, excel.run)).state).toBe('undone');
  });

  test('says so when there is nothing to take back', async () => {
    const { port, run } = await playExcel();
    expect(await restore(port, run)).toMatchObject({ ok: false, error: { code: 'W06' } });
  });

  test('the journal keeps the last ten steps', async () => {
    const excel = await laidOut();
    for (let i = 1; i <= 12; i += 1) {
      value(await excel.port.look(null));
      value(await excel.port.write({ title: `第${i}次`, changes: [set(INCOME, 'B5', [[numberCell(i)]], [[{ value: i === 1 ? BLANK : numberCell(i - 1) }]])] }, null, excel.run));
    }
    expect((await journal(excel)).map(({ title }) => title)).toEqual(Array.from({ length: 10 }, (_, i) => `第${i + 3}次`));
  });

  /** Without the store, whose journal grows. */
  function without(picture: unknown): unknown {
    const { sheets, ...rest } = picture as { sheets: { name: string }[] };
    return { ...rest, sheets: sheets.filter(({ name }) => name !== '_绩效助手') };
  }
});

describe('a host in trouble', () => {
  test('C01 waits while a cell is edited, then writes once', async () => {
    const excel = await laidOut();
    excel.host.user.startEditing();
    const writing = excel.port.write(step(set(INCOME, 'B5', [[numberCell(1)]])), null, excel.run);
    await new Promise((resolve) => setTimeout(resolve, 60));
    excel.host.user.endEditing();
    expect(value(await writing).different).toEqual([]);
    expect(excel.run.lines).toContain(WAITING_FOR_CELL);
    expect(excel.run.lines).toContain('（等待结束）');
    expect((await journal(excel)).filter(({ title }) => title === '试写')).toHaveLength(1);
  });

  test('C01 the person can cancel the waiting', async () => {
    const excel = await laidOut();
    excel.host.user.startEditing();
    const writing = excel.port.write(step(set(INCOME, 'B5', [[numberCell(1)]])), null, excel.run);
    await new Promise((resolve) => setTimeout(resolve, 30));
    excel.run.controller.abort();
    expect(await writing).toMatchObject({ ok: false, error: { code: 'X-Cancelled' } });
    excel.host.user.endEditing();
    expect(excel.host.book.value(INCOME, 'B5')).toBeNull();
  });

  test('C02 stops waiting after its bound', async () => {
    const excel = await laidOut();
    excel.host.user.startEditing();
    expect(await excel.port.write(step(set(INCOME, 'B5', [[numberCell(1)]])), null, excel.run)).toMatchObject({ ok: false, error: { remedy: expect.stringContaining('重新打开窗格') } });
  });

  test('C04 a request that is too large is sent in halves', async () => {
    const excel = await laidOut();
    excel.host.faults.requestLimit = 7_000;
    const long = Array.from({ length: 8 }, (_, i) => [textCell(`${i}${'长'.repeat(200)}`)]);
    const report = value(await excel.port.write(step(set(ITEMS, 'A5:A12', long)), null, excel.run));
    expect(report.different).toEqual([]);
    expect(excel.host.book.values(ITEMS, 'A5:A12').flat()).toEqual(long.map(([cell]) => (cell?.kind === 'text' ? cell.text : null)));
  });

  test('C06 a batch that is never answered is found in the journal and can be taken back', async () => {
    const excel = await laidOut();
    const port = new ExcelWorkbook({ ...QUICK, answerWithin: 3_000 });
    value(await port.look(null));
    excel.host.faults.silenceSync(1, 'after');
    expect(await port.write(step(set(INCOME, 'B5', [[numberCell(1)]])), null, excel.run)).toMatchObject({ ok: false, error: { code: 'X-NoAnswer' } });
    expect(excel.host.book.value(INCOME, 'B5')).toBe(1);
    expect(value(await restore(excel.port, playedRun())).title).toBe('试写');
    expect(excel.host.book.value(INCOME, 'B5')).toBeNull();
  });

  test('C08 a passing failure is repeated once, and only once', async () => {
    const excel = await laidOut();
    excel.host.faults.failSync(1, 'GeneralException', { after: 12 });
    expect(value(await excel.port.write(step(set(INCOME, 'B5', [[numberCell(1)]])), null, excel.run)).different).toEqual([]);
    value(await excel.port.look(null));
    excel.host.faults.failSync(1, 'ServiceNotAvailable');
    excel.host.faults.failSync(2, 'ServiceNotAvailable');
    expect(await excel.port.write(step(set(INCOME, 'B6', [[numberCell(1)]])), null, excel.run)).toMatchObject({ ok: false, error: { code: 'X-ServiceNotAvailable' } });
  });
});
