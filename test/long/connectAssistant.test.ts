import type { Assistant, Following, LiveReading } from '../../src/pane/assistant';
import { connectAssistant, type Files } from '../../src/pane/connectAssistant';
import { ExcelChangeFeed } from '../../src/excel/changeFeed';
import { ExcelWorkbook } from '../../src/excel/excelWorkbook';
import { proofread } from '../../src/proofread/proofread';
import { shownFigure } from '../../src/pane/shownFigure';
import { BLANK } from '../../src/values/cell';
import { ok } from '../../src/values/result';
import { playedRun, playExcel, QUICK, until, value, type PlayedExcel } from '../excel/steps';

const files: Files = {
  write: async () => new Uint8Array(),
  port: { download: () => ok(undefined), link: () => ({ address: '', release: () => undefined }), openCopy: async () => ok(undefined) },
  read: async (bytes) => ok(new TextDecoder().decode(bytes)),
  proofread: async (text, facts) => proofread(text, facts),
  archive: async () => new Uint8Array(),
};

const order = { packId: 'quxian-2023', unitName: '某县数据中心', unitCode: '017', year: '2023' };

let excel: PlayedExcel;
let assistant: Assistant;

beforeAll(async () => {
  excel = await playExcel();
  assistant = connectAssistant(excel.port, new ExcelChangeFeed(QUICK), files);
});

test('offers the bundled packs with the sheets they make', () => {
  expect(assistant.packs).toContainEqual(expect.objectContaining({ id: 'quxian-2023', year: 2023, hasSample: true, sheets: expect.arrayContaining(['收入', '校验结果']) }));
});

test('an empty workbook is called so, and has nothing to check, follow or continue', async () => {
  expect(value(await assistant.open(playedRun()))).toEqual({ kind: 'empty' });
  for (const refused of [await assistant.check(playedRun()), await assistant.writeReport(playedRun()), await assistant.resume(playedRun()), await assistant.follow(() => undefined)]) {
    expect(refused).toMatchObject({ ok: false, error: { code: 'P-NoForms' } });
  }
});

test('a pasted or chosen text is proofread without any forms; the report sheet needs them', async () => {
  const text = '一、概况\n决算支出XX万元。';
  const pasted = value(await assistant.proofread({ kind: 'text', text }, playedRun()));
  expect(pasted).toMatchObject({ from: '粘贴的文字', text, evaluation: null, findings: [{ code: 'N09', level: 'error', place: null, quotes: [{ text: 'XX万元' }] }] });
  const chosen = value(await assistant.proofread({ kind: 'file', name: '报告.txt', bytes: new TextEncoder().encode(text) }, playedRun()));
  expect(chosen).toMatchObject({ from: '报告.txt', findings: pasted?.findings });
  expect(await assistant.proofread({ kind: 'sheet' }, playedRun())).toMatchObject({ ok: false, error: { code: 'P-NoForms' } });
});

test('reading while a cell is being edited says what it waits for, and can be cancelled', async () => {
  const run = playedRun();
  excel.host.user.startEditing();
  const reading = assistant.open(run);
  await until(() => run.lines.length > 0);
  run.controller.abort();
  expect((await reading).ok).toBe(false);
  expect(run.lines[0]).toBe('等待退出单元格编辑…');
  excel.host.user.endEditing();
});

test('an unknown pack is refused', async () => {
  expect(await assistant.layOut({ ...order, packId: 'none' }, playedRun())).toMatchObject({ ok: false, error: { code: 'P-NoPack' } });
});

test('生成套表 makes the sheets for the unit, and the sample may still be loaded', async () => {
  const outcome = value(await assistant.layOut(order, playedRun()));
  expect(outcome).toMatchObject({ cellsWritten: 0, different: [], cancelled: false });
  expect(outcome.sheetsMade).toContain('整体绩效自评表');
  expect(value(await assistant.open(playedRun()))).toMatchObject({
    kind: 'ours', packId: 'quxian-2023', unitName: '某县数据中心', unitCode: '017', year: '2023', filled: false, missingSheets: [], openStep: null,
    lastStep: { title: '生成套表', resumable: true },
  });
});

test('载入示例 that broke off is found by the next pane, which takes it up and keeps the unit', async () => {
  excel.host.faults.failSync(2, 'AccessDenied', { after: 150 });
  expect((await assistant.fillSample('quxian-2023', playedRun())).ok).toBe(false);
  const next = connectAssistant(new ExcelWorkbook(QUICK), new ExcelChangeFeed(QUICK), files);
  expect(value(await next.open(playedRun()))).toMatchObject({ kind: 'ours', openStep: { title: '载入示例', resumable: true } });
  value(await next.resume(playedRun()));
  expect(value(await assistant.open(playedRun()))).toMatchObject({ unitName: '某县数据中心', filled: true, openStep: null, lastStep: { title: '载入示例' } });
});

describe('with the sample', () => {
  let following: Following;
  const readings: LiveReading[] = [];

  test('following tells the figures at once, and again after typing', async () => {
    following = value(await assistant.follow((reading) => readings.push(value(reading))));
    const [first] = readings;
    expect(first?.differences).toEqual([]);
    const place = first?.locate({ list: 'indicators', row: 0, column: 'actual' });
    if (!first || !place) throw new Error('nothing was read');
    await excel.host.user.type(place.sheet, place.address, '48%');
    await until(() => readings.length > 1);
    const last = readings[readings.length - 1];
    expect([first, last].map((reading) => shownFigure(reading?.evaluation.value('assessment.score') ?? BLANK, 'score'))).toEqual(['100.00', '97.50']);
    await following.stop();
  });

  test('一键校验 finds what is doubtful, each with its place', async () => {
    const outcome = value(await assistant.check(playedRun()));
    expect(outcome.notWritten).toBeNull();
    expect(outcome.resultSheet).toBe('校验结果');
    expect(outcome.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['R15', 'I09']));
    expect(outcome.findings.every(({ place, line, code }) => place !== null && line.endsWith(`（${code}）`))).toBe(true);
  });

  test('生成自评报告 leads each gap to its cell', async () => {
    const outcome = value(await assistant.writeReport(playedRun()));
    expect(outcome.written).toBeGreaterThan(40);
    expect(outcome.sheet).toBe('绩效评价报告');
    expect(outcome.pending.every(({ place }) => place !== null)).toBe(true);
    expect(value(await assistant.select({ sheet: outcome.sheet }))).toBeUndefined();
    expect(excel.host.book.activeSheet()).toBe('绩效评价报告');
  });

  test('还原 names the step it took back', async () => {
    expect(value(await assistant.restore(playedRun()))).toEqual({ title: '生成自评报告' });
  });
});
