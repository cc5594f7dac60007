import { fillSample } from '../../src/actions/fillSample';
import { layOut } from '../../src/actions/layOut';
import { oneAtATime } from '../../src/actions/oneAtATime';
import { openWorkbook, touchedBy } from '../../src/actions/openWorkbook';
import { usePack } from '../../src/actions/ourWorkbook';
import { continueStep, restore } from '../../src/actions/restore';
import { ExcelWorkbook } from '../../src/excel/excelWorkbook';
import { tinyPack, tinyPackText, tinySample } from '../cases/tinyPack';
import { playExcel, playedRun, portrait, QUICK, tiny, value } from '../excel/steps';

const INCOME = '收入（万元）';
const ITEMS = '项目明细';
const unit = { name: '某县数据中心', code: '001', year: '2023' };

describe('载入示例', () => {
  test('lays an empty workbook out and fills it, in one step that 还原 takes back', async () => {
    const { host, port, run } = await playExcel();
    const before = portrait(host);
    const { result, tally } = await host.counters.during(() => fillSample(port, tinyPackText, tinySample, run));
    expect(value(result)).toMatchObject({ sheetsMade: ['基本情况', INCOME, ITEMS, '参数'], different: [] });
    expect(tally.syncs).toBe(2);
    expect(host.book.texts(INCOME, 'D5:E7')).toEqual([['227.39', '88.34%'], ['30.00', '11.66%'], ['257.39', '100.00%']]);
    expect(host.book.values(ITEMS, 'A5:B6')).toEqual([['数据平台', '特定目标类'], ['=HYPERLINK("x")', '人员类']]);
    expect(host.book.formula(ITEMS, 'A6')).toBeNull();
    expect(host.book.text(ITEMS, 'C3')).toBe('99.50');
    value(await restore(port, run));
    expect(portrait(host)).toEqual(before);
  });

  test('fills a laid-out workbook; 还原 empties it again', async () => {
    const { host, port, run } = await playExcel();
    value(await layOut(port, tinyPackText, unit, run));
    const empty = host.book.values(INCOME, 'A1:E7');
    expect(value(await fillSample(port, tinyPackText, tinySample, run))).toMatchObject({ sheetsMade: [], different: [] });
    expect(host.book.value(INCOME, 'B5')).toBe(166.78);
    expect(host.book.value('基本情况', 'B2')).toBe('某县数据中心');
    expect(value(await restore(port, run)).title).toBe('载入示例');
    expect(host.book.values(INCOME, 'A1:E7')).toEqual(empty);
  });

  test.each<[string, string, (excel: Awaited<ReturnType<typeof playExcel>>) => Promise<unknown>]>([
    ['a figure is typed', 'L03', async ({ host, port, run }) => { value(await layOut(port, tinyPackText, unit, run)); await host.user.type(INCOME, 'B5', '1'); }],
    ['a list row is typed', 'L03', async ({ host, port, run }) => { value(await layOut(port, tinyPackText, unit, run)); await host.user.type(ITEMS, 'A9', '甲'); }],
    ['the forms were handed out to a unit', 'L06', async ({ port, run }) => { value(await layOut(port, JSON.stringify({ ...tinyPack, prefilled: { fields: { 'profile.fullName': '某县档案馆' }, lists: {} } }), null, run)); }],
    ['the workbook is somebody else’s', 'L04', ({ host }) => host.user.type('Sheet1', 'A1', '我的台账')],
  ])('refuses when %s', async (_, code, prepare) => {
    const excel = await playExcel();
    await prepare(excel);
    const before = portrait(excel.host);
    expect(await fillSample(excel.port, tinyPackText, tinySample, excel.run)).toMatchObject({ ok: false, error: { code } });
    expect(portrait(excel.host)).toEqual(before);
  });
});

describe('生成套表', () => {
  test('adds its sheets beside a unit’s own and leaves those alone', async () => {
    const { host, port, run } = await playExcel();
    await host.user.type('Sheet1', 'A1', '我的台账');
    value(await layOut(port, tinyPackText, unit, run));
    expect(host.book.value('Sheet1', 'A1')).toBe('我的台账');
    value(await restore(port, run));
    expect(host.book.sheets()).toEqual(['Sheet1']);
  });

  test('refuses while a tab of its name is somebody else’s', async () => {
    const { host, port, run } = await playExcel();
    await host.user.addSheet(ITEMS);
    const before = portrait(host);
    expect(await layOut(port, tinyPackText, unit, run)).toMatchObject({ ok: false, error: { code: 'L01', text: expect.stringContaining(ITEMS) } });
    expect(portrait(host)).toEqual(before);
  });

  test('refuses another pack in the same workbook', async () => {
    const { port, run } = await playExcel();
    value(await layOut(port, tinyPackText, unit, run));
    const other = JSON.stringify({ ...tinyPack, id: 'other', title: '另一模板' });
    expect(await layOut(port, other, unit, run)).toMatchObject({ ok: false, error: { code: 'L02', text: expect.stringContaining('小模板') } });
  });

  test('refuses a protected structure before the first write', async () => {
    const { host, port, run } = await playExcel();
    await host.user.protectStructure();
    expect(await layOut(port, tinyPackText, unit, run)).toMatchObject({ ok: false, error: { code: 'W01' } });
    expect(host.book.sheets()).toEqual(['Sheet1']);
  });

  test('E09 pressed twenty times it runs once', async () => {
    const { host, port, run } = await playExcel();
    const press = oneAtATime(() => layOut(port, tinyPackText, unit, run));
    const { result, tally } = await host.counters.during(() => Promise.all(Array.from({ length: 20 }, press)));
    expect(new Set(result).size).toBe(1);
    expect(tally.syncs).toBe(2);
    expect(value(await press())).toMatchObject({ sheetsMade: [] });
  });

  test('cancelled before writing it leaves nothing', async () => {
    const { host, port, run } = await playExcel();
    run.controller.abort();
    expect(await layOut(port, tinyPackText, unit, run)).toMatchObject({ ok: true, value: { cancelled: true, cellsWritten: 0 } });
    expect(host.book.sheets()).toEqual(['Sheet1']);
  });
});

describe('E01 a pane that died while writing', () => {
  test('the next start finds the open step: 还原', async () => {
    const { host, port, run } = await playExcel();
    value(await layOut(port, tinyPackText, unit, run));
    const before = host.book.values(INCOME, 'A1:E7');
    host.faults.failSync(2, 'AccessDenied', { after: 35 });
    expect((await fillSample(port, tinyPackText, tinySample, run)).ok).toBe(false);
    const next = new ExcelWorkbook(QUICK);
    const opened = value(await openWorkbook(next));
    if (opened.kind !== 'ours' || !opened.openStep) throw new Error(opened.kind);
    expect(opened.openStep.title).toBe('载入示例');
    expect(touchedBy(opened.openStep, tiny().form)).toContain(`${INCOME}（3 格）`);
    value(await restore(next, playedRun()));
    expect(host.book.values(INCOME, 'A1:E7')).toEqual(before);
    expect(value(await openWorkbook(next))).toMatchObject({ openStep: null });
  });

  test('or 继续, which does it again from the start', async () => {
    const { host, port, run } = await playExcel();
    host.faults.failSync(2, 'AccessDenied', { after: 150 });
    expect((await layOut(port, tinyPackText, unit, run)).ok).toBe(false);
    const next = new ExcelWorkbook(QUICK);
    const opened = value(await openWorkbook(next));
    const step = opened.kind === 'ours' ? opened.openStep : null;
    expect(step?.title).toBe('生成套表');
    if (step) value(await continueStep(next, step, { packText: tinyPackText, unit, sample: null }, playedRun()));
    expect(value(await openWorkbook(next))).toMatchObject({ kind: 'ours', openStep: null, missingSheets: [] });
    await host.user.type(INCOME, 'B5', '5');
    expect(host.book.text(INCOME, 'D7')).toBe('5.00');
  });
});

test('every fault of a pack is told at once', () => {
  const result = usePack(JSON.stringify({ ...tinyPack, year: 'x', unitOfAmounts: '元' }));
  expect(result).toMatchObject({ ok: false, error: { code: 'A02', text: expect.stringMatching(/2处错误.*year.*unitOfAmounts/) } });
});
