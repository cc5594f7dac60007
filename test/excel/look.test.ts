import { layOut } from '../../src/actions/layOut';
import { openWorkbook } from '../../src/actions/openWorkbook';
import { readWorkbook } from '../../src/workbook/readWorkbook';
import { tinyPackText } from '../cases/tinyPack';
import { playExcel, tiny, value, type PlayedExcel } from './steps';

const INCOME = '收入（万元）';
const { form, plan } = tiny();

async function laidOut(): Promise<PlayedExcel> {
  const excel = await playExcel();
  value(await layOut(excel.port, tinyPackText, null, excel.run));
  await excel.host.user.type(INCOME, 'B5', '166.78');
  return excel;
}

async function income(excel: PlayedExcel): Promise<{ readonly name: string; readonly typed: unknown } | null> {
  const sheet = value(await excel.port.look(plan)).sheets.find(({ id }) => id === 'income');
  return sheet ? { name: sheet.name, typed: sheet.region?.cells[4]?.[1]?.value } : null;
}

const typed = expect.objectContaining({ kind: 'number' });

test('one request reads sheets, names, store and every region', async () => {
  const excel = await laidOut();
  const { result, tally } = await excel.host.counters.during(() => excel.port.look(plan));
  const snapshot = value(result);
  expect(tally.syncs).toBe(1);
  expect(snapshot.sheets.map(({ name, id, protection }) => [name, id, protection])).toEqual([
    ['基本情况', 'profile', 'ours'], [INCOME, 'income', 'ours'], ['项目明细', 'items', 'ours'], ['参数', 'reference', 'ours'], ['Sheet1', null, 'none'], ['_绩效助手', null, 'none'],
  ]);
  expect(snapshot.sheets[1]?.region?.cells[4]?.[3]).toMatchObject({ value: { kind: 'number' }, formula: expect.stringContaining('SUM') });
  expect(snapshot.names).toContainEqual({ name: '表_收入万元', reference: `='${INCOME}'!$A$1:$E$7`, scope: null });
});

test.each<[string, (excel: PlayedExcel) => Promise<void>, { name: string; typed: unknown } | null]>([
  ['renamed: found by its region name', ({ host }) => host.user.renameSheet(INCOME, "收入's 表 🙂"), { name: "收入's 表 🙂", typed }],
  ['moved', ({ host }) => host.user.moveSheet(INCOME, 4), { name: INCOME, typed }],
  ['hidden', ({ host }) => host.user.hideSheet(INCOME), { name: INCOME, typed }],
  ['very hidden', ({ host }) => host.user.setVisibility(INCOME, 'VeryHidden'), { name: INCOME, typed }],
  ['deleted', ({ host }) => host.user.deleteSheet(INCOME), null],
  ['protected with a password', async ({ host }) => { await host.user.unprotect(INCOME); await host.user.protect(INCOME, 'geheim'); }, { name: INCOME, typed }],
])('a sheet that was %s', async (_, change, expected) => {
  const excel = await laidOut();
  await change(excel);
  expect(await income(excel)).toEqual(expected);
});

test('A03 a copied sheet: the original is read, the copy is told', async () => {
  const excel = await laidOut();
  await excel.host.user.addSheet(`${INCOME} (2)`);
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem(`${INCOME} (2)`).names.add('表_收入万元', `='${INCOME} (2)'!$A$1:$E$7`);
    await context.sync();
  });
  expect(await income(excel)).toEqual({ name: INCOME, typed });
  expect(readWorkbook(form, plan, value(await excel.port.look(plan))).faults).toEqual([{ kind: 'sheetCopied', sheet: 'income', copy: `${INCOME} (2)` }]);
});

test('a region that lost its name is read by tab name', async () => {
  const excel = await laidOut();
  await excel.Excel.run(async (context) => {
    context.workbook.names.getItem('表_收入万元').delete();
    await context.sync();
  });
  expect(await income(excel)).toEqual({ name: INCOME, typed });
});

test('a sheet of somebody else with a password is told apart from ours', async () => {
  const excel = await laidOut();
  await excel.host.user.unprotect(INCOME);
  await excel.host.user.protect(INCOME, 'geheim');
  expect(value(await excel.port.look(plan)).sheets.find(({ id }) => id === 'income')?.protection).toBe('password');
});

test('values that come back null are read again in halves', async () => {
  const excel = await laidOut();
  excel.host.faults.tableLimit = 20;
  expect(await income(excel)).toEqual({ name: INCOME, typed });
});

test('an answer over the limit is asked for in halves; a row that is still too large is named', async () => {
  const excel = await laidOut();
  excel.host.faults.responseLimit = 12_000;
  expect(await income(excel)).toEqual({ name: INCOME, typed });
  excel.host.faults.tableLimit = 1;
  expect(await excel.port.look(plan)).toMatchObject({ ok: false, error: { code: 'X-IncompleteAnswer', place: { address: expect.stringMatching(/\d/) } } });
});

test('a filter is seen', async () => {
  const excel = await laidOut();
  await excel.host.user.filter('项目明细');
  expect(value(await excel.port.look(plan)).sheets.find(({ id }) => id === 'items')?.hasFilter).toBe(true);
});

describe('what a workbook is', () => {
  test('empty', async () => {
    const { port } = await playExcel();
    expect(value(await openWorkbook(port))).toEqual({ kind: 'empty' });
  });

  test('somebody else’s, as soon as one cell is filled', async () => {
    const { host, port } = await playExcel();
    await host.user.type('Sheet1', 'C3', '我的台账');
    expect(value(await openWorkbook(port))).toEqual({ kind: 'foreign', sheets: ['Sheet1'] });
  });

  test('ours, with what is missing and what was done last', async () => {
    const excel = await laidOut();
    await excel.host.user.deleteSheet('项目明细');
    expect(value(await openWorkbook(excel.port))).toMatchObject({
      kind: 'ours', filled: true, missingSheets: ['项目明细'], openStep: null, lastStep: { title: '生成套表' }, pack: { form: { pack: { id: 'tiny' } } },
    });
  });

  test('made by a newer program', async () => {
    const { host, port, run } = await playExcel();
    value(await layOut(port, tinyPackText, null, run));
    await host.user.type('_绩效助手', 'B2', '99');
    expect(value(await openWorkbook(port))).toMatchObject({ kind: 'newer', message: { code: 'A01', remedy: expect.stringContaining('升级') } });
  });
});
