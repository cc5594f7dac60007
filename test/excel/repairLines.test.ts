import { layOut } from '../../src/actions/layOut';
import { repair, repairsOf, type Repair } from '../../src/actions/repair';
import { restore } from '../../src/actions/restore';
import { evaluate } from '../../src/evaluation/evaluate';
import { readWorkbook } from '../../src/workbook/readWorkbook';
import { tinyPackText } from '../cases/tinyPack';
import { playExcel, portrait, tiny, value, type PlayedExcel } from './steps';

const INCOME = '收入（万元）', ITEMS = '项目明细';
const pack = tiny();
let excel: PlayedExcel;

/** Laid out and filled in; the protection is taken away, as somebody does who inserts and deletes lines. */
beforeEach(async () => {
  excel = await playExcel();
  value(await layOut(excel.port, tinyPackText, null, excel.run));
  await excel.Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.getItem(INCOME).getRange('B5:C6').values = [[166.78, 60.61], [30, 4]];
    worksheets.getItem(ITEMS).getRange('A5:D6').values = [['数据平台', '特定目标类', 96.5, 90], ['运维', '人员类', 3, 1]];
    for (const sheet of [INCOME, ITEMS]) worksheets.getItem(sheet).protection.unprotect();
    await context.sync();
  });
});

async function offered(): Promise<readonly Repair[]> {
  const snapshot = value(await excel.port.look(pack.plan, excel.run));
  const reading = readWorkbook(pack.form, pack.plan, snapshot);
  return repairsOf(pack.form, pack.plan, snapshot, reading, evaluate(pack.form, reading.entries)).filter(({ kind }) => kind !== 'protection');
}

const press = async () => repair(excel.port, pack.form, pack.plan, new Set((await offered()).map(({ key }) => key)), excel.run);
const whole = (): unknown => withoutStore(portrait(excel.host));

/** What a range was typed with; the cells of a deleted line are gone, and come back blank. */
async function clear(sheet: string, address: string): Promise<void> {
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).clear('Contents');
    await context.sync();
  });
}

type Damage = (user: PlayedExcel['host']['user']) => Promise<void>;

test.each<[string, string, Damage, readonly [string, string] | null]>([
  ['an inserted empty row', '第6行多出→删去第6行', (user) => user.insertRows(INCOME, 6), null],
  ['rows inserted above everything', '第1至2行多出→删去第1至2行', (user) => user.insertRows(INCOME, 1, 2), null],
  ['a deleted row with a label', '缺“政府性基金预算财政拨款”行→补回“政府性基金预算财政拨款”行', (user) => user.deleteRows(INCOME, 6), [INCOME, 'B6:C6']],
  ['the last row deleted', '缺“收入合计”行→补回“收入合计”行', (user) => user.deleteRows(INCOME, 7), null],
  ['an inserted column', 'C列多出→删去C列', (user) => user.insertColumns(INCOME, 3), null],
  ['a deleted column', '缺“年中调整数”列→补回“年中调整数”列', (user) => user.deleteColumns(INCOME, 3), [INCOME, 'C5:C6']],
  ['a blank row inserted into a list', '第6行多出→删去第6行', (user) => user.insertRows(ITEMS, 6), null],
  ['a row of a list deleted', '缺清单的1行→补回清单的1行', (user) => user.deleteRows(ITEMS, 6), [ITEMS, 'A6:D6']],
  ['the totals of a list deleted', '缺“合计”行→补回“合计”行', (user) => user.deleteRows(ITEMS, 3), null],
  ['a row inserted and another one deleted', '第6行多出；缺“收入合计”行→删去第6行；补回“收入合计”行', async (user) => {
    await user.insertRows(INCOME, 6);
    await user.deleteRows(INCOME, 8);
  }, null],
])('%s: put back as laid out, and taken back as it was', async (_what, words, damage, lost) => {
  if (lost) {
    // Values in deleted lines are lost with them; everything else must be exactly as before.
    await clear(...lost);
  }
  const before = whole();
  await damage(excel.host.user);
  const damaged = whole();
  expect((await offered()).map(({ kind, from, to }) => `${kind} ${from}→${to}`)).toEqual([`lines ${words}`]);
  const mark = excel.host.counters.mark();
  expect(value(await press())).toMatchObject({ count: 1, gone: 0, different: [], cancelled: false });
  // One look to show it; then look and two small requests for the lines, look and one request for what followed.
  expect(excel.host.counters.since(mark).syncs).toBeLessThanOrEqual(6);
  expect(whole()).toEqual(before);
  expect(await offered()).toEqual([]);
  value(await restore(excel.port, excel.run));
  expect(whole()).toEqual(damaged);
});

test('cells typed under lines that went are taken along', async () => {
  await excel.host.user.deleteRows(INCOME, 5);
  value(await press());
  expect(excel.host.book.texts(INCOME, 'A5:D7')).toEqual([['一般公共预算财政拨款', '', '', ''], ['政府性基金预算财政拨款', '30.00', '4.00', '34.00'], ['收入合计', '30.00', '4.00', '34.00']]);
  // Everything that came back is filled in as before, and refuses what it refused.
  await excel.host.user.type(INCOME, 'B5', '5');
  expect(excel.host.book.texts(INCOME, 'D5:D7')).toEqual([['5.00'], ['34.00'], ['39.00']]);
  await expect(excel.host.user.type(INCOME, 'B5', '五')).rejects.toThrow();
});

test('a row typed into an inserted row is kept: nothing is offered until it is moved', async () => {
  await excel.host.user.insertRows(INCOME, 6);
  await excel.host.user.type(INCOME, 'A6', '国有资本经营预算');
  const damaged = whole();
  expect(await offered()).toEqual([]);
  expect(whole()).toEqual(damaged);
});

test('a row typed into a list stays, gets its formulas, and a blank row goes', async () => {
  await excel.host.user.insertRows(ITEMS, 6);
  for (const [address, text] of [['A6', '设备'], ['B6', '人员类'], ['C6', '8'], ['D6', '4']] as const) await excel.host.user.type(ITEMS, address, text);
  value(await press());
  expect(excel.host.book.texts(ITEMS, 'A3:E8')).toEqual([
    ['合计', '', '107.50', '', ''], expect.anything(), ['数据平台', '特定目标类', '96.50', '90.00', '93.26%'],
    ['设备', '人员类', '8.00', '4.00', '50.00%'], ['运维', '人员类', '3.00', '1.00', '33.33%'], ['', '', '', '', ''],
  ]);
  expect(await offered()).toEqual([]);
});

test('what stands beside the form in an inserted row is not deleted', async () => {
  await excel.host.user.insertRows(INCOME, 6);
  await excel.host.user.type(INCOME, 'H6', '我的备注');
  const damaged = whole();
  const refused = await press();
  expect(refused).toMatchObject({ ok: false, error: { code: 'W10', place: { sheet: INCOME } } });
  expect(whole()).toEqual(damaged);
});

test('还原 leaves rows that were filled in since', async () => {
  await excel.host.user.deleteRows(INCOME, 6);
  value(await press());
  await excel.host.user.type(INCOME, 'B6', '7');
  const filled = whole();
  expect(await restore(excel.port, excel.run)).toMatchObject({ ok: false, error: { code: 'W11' } });
  expect(whole()).toEqual(filled);
});

function withoutStore(seen: unknown): unknown {
  return JSON.parse(JSON.stringify(seen, (key, part: unknown) => (Array.isArray(part) && key === 'sheets' ? (part as { readonly name: string }[]).filter(({ name }) => !name.startsWith('_')) : part)));
}
