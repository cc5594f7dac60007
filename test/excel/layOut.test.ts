import { layOut } from '../../src/actions/layOut';
import { restore } from '../../src/actions/restore';
import { shiftFormula } from '../../src/workbook/formulaText';
import { LOOKS } from '../../src/workbook/looks';
import { STORE_SHEET } from '../../src/workbook/storeSheet';
import { tinyPackText } from '../cases/tinyPack';
import { playExcel, portrait, value, type PlayedExcel } from './steps';

const unit = { name: '某县数据中心', code: '001', year: '2023' };
const INCOME = '收入（万元）';

describe('a small pack laid out in an empty workbook', () => {
  let excel: PlayedExcel;
  beforeAll(async () => {
    excel = await playExcel();
    const report = value(await layOut(excel.port, tinyPackText, unit, excel.run));
    expect(report).toMatchObject({ sheetsMade: ['基本情况', INCOME, '项目明细', '参数'], cellsKept: 0, different: [], cancelled: false });
  });

  test('takes one look and one batch', () => {
    expect(excel.host.counters.since(0).syncs).toBe(2);
  });

  test('sheets stand in order before the others, helpers are hidden', () => {
    const { book } = excel.host;
    expect(book.sheets()).toEqual(['基本情况', INCOME, '项目明细', '参数', 'Sheet1', STORE_SHEET]);
    expect(book.visibility('参数')).toBe('Hidden');
    expect(book.visibility(STORE_SHEET)).toBe('VeryHidden');
  });

  test('texts, formulas and number formats', () => {
    const { book } = excel.host;
    expect(book.texts(INCOME, 'A1:E5').map((row) => row.filter((text) => text !== ''))).toEqual([
      ['收入情况表'], ['（2023年度）'], ['单位：万元'], ['来源', '年初预算数', '年中调整数', '调整后预算数', '占比'], ['一般公共预算财政拨款'],
    ]);
    expect(book.formula(INCOME, 'D5')).toContain('SUM(B5:C5)');
    expect(book.format(INCOME, 'B5').numberFormat).toBe('#,##0.00');
    expect(book.value('基本情况', 'B2')).toBe('某县数据中心');
    expect(book.value('基本情况', 'B3')).toBe('001');
    expect(book.value('基本情况', 'B4')).toBe(2023);
  });

  test('formulas calculate when somebody types', async () => {
    await excel.host.user.type(INCOME, 'B5', '166.78');
    await excel.host.user.type(INCOME, 'C5', '60.61');
    await excel.host.user.type(INCOME, 'B6', '30');
    expect(excel.host.book.texts(INCOME, 'D5:E7')).toEqual([['227.39', '88.34%'], ['30.00', '11.66%'], ['257.39', '100.00%']]);
    await excel.host.user.erase(INCOME, 'B5:C6');
  });

  test('rows of a list are all alike, down to the last', () => {
    const { book } = excel.host;
    const first = book.formula('项目明细', 'E5'), last = book.formula('项目明细', 'E12');
    expect(first).toContain('D5/C5');
    expect(last).toBe(shiftFormula(first ?? '', 7));
    for (const column of ['A', 'B', 'C', 'D', 'E', 'F']) {
      const at = (row: number): unknown => [
        book.format('项目明细', `${column}${row}`), book.locked('项目明细', `${column}${row}`), book.validation('项目明细', `${column}${row}`)?.rule,
      ];
      expect([column, at(12)]).toEqual([column, at(5)]);
    }
    expect(book.locked('项目明细', 'A12')).toBe(false);
    expect(book.locked('项目明细', 'E12')).toBe(true);
    expect(book.validation('项目明细', 'B12')?.rule).toMatchObject({ kind: 'list', source: '人员类,特定目标类' });
  });

  test('typed cells are yellow, computed ones are not, all have lines', () => {
    const { book } = excel.host;
    expect(book.format(INCOME, 'B5').fillColor).toBe(LOOKS.typed.fill);
    expect(book.format(INCOME, 'D5').fillColor).not.toBe(LOOKS.typed.fill);
    for (const side of ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const) expect(book.border(INCOME, 'B6', side).style).toBe('Continuous');
    expect(book.merges(INCOME)).toEqual(expect.arrayContaining(['A1:E1', 'A2:E2', 'A3:E3']));
  });

  test('cells have named styles that Excel shows in its gallery', async () => {
    const found = await excel.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(INCOME);
      const ranges = ['A4', 'B5', 'B6', 'D5', 'A7'].map((address) => sheet.getRange(address).load('style'));
      await context.sync();
      return ranges.map((range) => range.style);
    });
    expect(found).toEqual(['绩效·表头', '绩效·填报', '绩效·填报', '绩效·表格', '绩效·合计']);
  });

  test('prints on A4, one page wide, with page numbers', () => {
    expect(JSON.stringify(excel.host.book.page(INCOME))).toMatch(/landscape/i);
    expect(JSON.stringify(excel.host.book.page('项目明细'))).toMatch(/portrait/i);
    expect(JSON.stringify(excel.host.book.page(INCOME))).toContain('&P');
  });

  test('a locked cell refuses, an open one takes figures only', async () => {
    await expect(excel.host.user.type(INCOME, 'D5', '1')).rejects.toMatchObject({ code: 'AccessDenied' });
    await expect(excel.host.user.type(INCOME, 'B5', '约三百')).rejects.toMatchObject({ code: 'InvalidArgument' });
    await expect(excel.host.user.type(INCOME, 'B5', '-1')).rejects.toMatchObject({ code: 'InvalidArgument' });
    await excel.host.user.type(INCOME, 'C5', '-1');
    await excel.host.user.erase(INCOME, 'C5');
  });

  test('the pack travels in the workbook', async () => {
    const looked = value(await excel.port.look(null));
    expect(looked.store?.pack).toBe(tinyPackText);
    expect(JSON.parse(looked.store?.journal ?? '')).toMatchObject([{ title: '生成套表', state: 'done' }]);
  });

  test('a text of the pack that looks like a formula stays a text', () => {
    expect(excel.host.book.value('参数', 'A4')).toBe('=1+1');
    expect(excel.host.book.formula('参数', 'A4')).toBeNull();
  });
});

test('生成套表 twice changes nothing and keeps what was typed', async () => {
  const { host, port, run } = await playExcel();
  value(await layOut(port, tinyPackText, unit, run));
  await host.user.type(INCOME, 'B5', '166.78');
  await host.user.type('项目明细', 'A5', '数据平台');
  const before = portrait(host);
  const { result, tally } = await host.counters.during(() => layOut(port, tinyPackText, unit, run));
  expect(value(result)).toMatchObject({ sheetsMade: [], cellsKept: 4, cellsWritten: 0 });
  expect(tally.syncs).toBe(1);
  expect(portrait(host)).toEqual(before);
});

test('a deleted sheet is laid out again, the others stay', async () => {
  const { host, port, run } = await playExcel();
  value(await layOut(port, tinyPackText, unit, run));
  await host.user.type('项目明细', 'A5', '数据平台');
  await host.user.deleteSheet(INCOME);
  expect(value(await layOut(port, tinyPackText, unit, run))).toMatchObject({ sheetsMade: [INCOME], different: [] });
  expect(host.book.value('项目明细', 'A5')).toBe('数据平台');
  expect(host.book.names()['表格_收入']).toBe(`'${INCOME}'!$A$4:$E$7`);
  await host.user.type(INCOME, 'B5', '5');
  expect(host.book.text(INCOME, 'D7')).toBe('5.00');
});

test('还原 takes the whole layout back and leaves the workbook as it was', async () => {
  const { host, port, run } = await playExcel();
  const before = portrait(host);
  value(await layOut(port, tinyPackText, unit, run));
  expect(value(await restore(port, run))).toMatchObject({ title: '生成套表', state: 'restored' });
  expect(portrait(host)).toEqual(before);
});

test('cell styles of ours stay as people changed them, and 还原 of the first layout takes them along', async () => {
  const { Excel, host, port, run } = await playExcel();
  const styles = (): Promise<string[]> => Excel.run(async (context) => {
    const all = context.workbook.styles.load('items/name');
    await context.sync();
    return all.items.map(({ name }) => name).filter((name) => name !== 'Normal');
  });
  value(await layOut(port, tinyPackText, unit, run));
  expect(await styles()).toEqual(expect.arrayContaining(['绩效·表格', '绩效·填报', '绩效·表头']));
  await Excel.run(async (context) => {
    context.workbook.styles.getItem('绩效·填报').fill.color = '#CCFFCC';
    await context.sync();
  });
  await host.user.deleteSheet(INCOME);
  expect(value(await layOut(port, tinyPackText, unit, run))).toMatchObject({ sheetsMade: [INCOME], different: [] });
  expect(host.book.format(INCOME, 'B5').fillColor).toBe('#CCFFCC');
  value(await restore(port, run));
  value(await restore(port, run));
  expect(await styles()).toEqual([]);
});

test('a formula that Excel took for a text is told', async () => {
  const { port, run } = await playExcel();
  const bridge = (globalThis as unknown as { readonly _richApiNativeBridge: { sendMessageToHost(text: string): void } })._richApiNativeBridge;
  const send = bridge.sendMessageToHost.bind(bridge);
  bridge.sendMessageToHost = (text) => { send(text.replace('"=IF(', '"\'=IF(')); };
  const { different } = value(await layOut(port, tinyPackText, unit, run));
  expect(different).toEqual([{ sheet: INCOME, address: 'A1', expected: expect.stringMatching(/^\d+个公式$/), found: expect.stringMatching(/^\d+个公式$/) }]);
});

test('还原 refuses while a sheet it would delete holds typed figures', async () => {
  const { host, port, run } = await playExcel();
  value(await layOut(port, tinyPackText, unit, run));
  await host.user.type(INCOME, 'B5', '166.78');
  const before = portrait(host);
  expect(await restore(port, run)).toMatchObject({ ok: false, error: { code: 'W07', place: { sheet: INCOME } } });
  expect(portrait(host)).toEqual(before);
  await host.user.erase(INCOME, 'B5');
  expect(await restore(port, run)).toMatchObject({ ok: true });
});
