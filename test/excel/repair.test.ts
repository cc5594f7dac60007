import { evaluate } from '../../src/evaluation/evaluate';
import { repair, repairsOf, type Repair } from '../../src/actions/repair';
import { layOut } from '../../src/actions/layOut';
import { restore } from '../../src/actions/restore';
import { readWorkbook } from '../../src/workbook/readWorkbook';
import { tinyPackText } from '../cases/tinyPack';
import { playExcel, portrait, tiny, value, type PlayedExcel } from './steps';

const INCOME = '收入（万元）';
const pack = tiny();
let excel: PlayedExcel;

/** Laid out, with three cells typed wrong and the template damaged in four ways, as somebody does who takes the protection away. */
beforeEach(async () => {
  excel = await playExcel();
  value(await layOut(excel.port, tinyPackText, null, excel.run));
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(INCOME);
    sheet.protection.unprotect();
    sheet.getRange('B5:C6').values = [["'１６６．７８", "'60.61万元"], ["'1,030.5", null]];
    sheet.getRange('D5').values = [[227.39]];
    sheet.getRange('E6').formulas = [['=1-1']];
    sheet.getRange('A1').values = [['收入表']];
    context.workbook.names.getItem('清单_项目').delete();
    await context.sync();
  });
});

async function offered(): Promise<readonly Repair[]> {
  const snapshot = value(await excel.port.look(pack.plan, excel.run));
  const reading = readWorkbook(pack.form, pack.plan, snapshot);
  return repairsOf(pack.form, pack.plan, snapshot, reading, evaluate(pack.form, reading.entries));
}

const press = (keys: readonly string[]) => repair(excel.port, pack.form, pack.plan, new Set(keys), excel.run);

test('each repair is done alone, and taken back leaves every cell as it was', async () => {
  const all = await offered();
  expect(all.map(({ kind, address }) => `${kind} ${address ?? ''}`).sort()).toEqual([
    'formula D5', 'formula E6', 'label A1', 'name ', 'protection ', 'value B5', 'value B6', 'value C5',
  ]);
  for (const one of all) {
    const before = portrait(excel.host);
    expect(value(await press([one.key]))).toMatchObject({ count: 1, different: [], cancelled: false });
    expect((await offered()).map(({ key }) => key)).not.toContain(one.key);
    // Protection is no content: it stays, and the next press needs none of it taken away.
    if (one.kind === 'protection') continue;
    value(await restore(excel.port, excel.run));
    expect(withoutJournal(portrait(excel.host))).toEqual(withoutJournal(before));
  }
});

test('all together in one batch; typed cells that were right stay', async () => {
  await excel.host.user.type(INCOME, 'C6', '5');
  const keys = (await offered()).map(({ key }) => key);
  const mark = excel.host.counters.mark();
  value(await press(keys));
  expect(excel.host.counters.since(mark).syncs).toBeLessThanOrEqual(2);
  expect(await offered()).toEqual([]);
  const { book } = excel.host;
  expect(book.values(INCOME, 'B5:D6')).toEqual([[166.78, 60.61, 227.39], [1030.5, 5, 1035.5]]);
  expect(book.formula(INCOME, 'D5')).toContain('SUM(');
  expect(book.texts(INCOME, 'A1')).toEqual([['收入情况表']]);
  await expect(excel.host.user.type(INCOME, 'D5', '1')).rejects.toThrow(/protected/);
});

function withoutJournal(seen: unknown): unknown {
  return JSON.parse(JSON.stringify(seen, (key, part: unknown) => (Array.isArray(part) && key === 'sheets' ? (part as { readonly name: string }[]).filter(({ name }) => !name.startsWith('_')) : part)));
}
