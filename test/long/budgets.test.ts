import { checkWorkbook } from '../../src/actions/check';
import { fillSample } from '../../src/actions/fillSample';
import { follow } from '../../src/actions/follow';
import { layOut } from '../../src/actions/layOut';
import { usePack } from '../../src/actions/ourWorkbook';
import { writeReport } from '../../src/actions/writeReport';
import type { LiveReading } from '../../src/actions/liveReading';
import { ExcelChangeFeed } from '../../src/excel/changeFeed';
import type { EvaluationData } from '../../src/evaluation/entries';
import type { CellRef } from '../../src/evaluation/evaluate';
import { bundledPacks } from '../cases/bundledPacks';
import { BLANK, cellText } from '../../src/values/cell';
import { playExcel, QUICK, until, value, type PlayedExcel } from '../excel/steps';
import { bytesByMember, requestsDuring } from '../excel/wireBytes';

/** Uses on the sample of the first pack, with what each may cost. Counted, not timed, so that it holds on every machine. */
const bundled = bundledPacks.find(({ id }) => id === 'quxian-2023');
const packText = bundled?.text ?? '';
const sample = bundled?.sample as EvaluationData;
const { form, plan } = value(usePack(packText));
const rows: string[] = [];

let excel: PlayedExcel;

async function cost<T>(use: string, act: () => Promise<T>): Promise<{ readonly result: T; readonly syncs: number; readonly bytes: number }> {
  const { result, tally } = await excel.host.counters.during(act);
  rows.push(`${use.padEnd(10, '　')} ${tally.syncs} syncs, ${(tally.bytes / 1000).toFixed(0)} KB (${(tally.requestBytes / 1000).toFixed(0)} + ${(tally.responseBytes / 1000).toFixed(0)})`);
  return { result, syncs: tally.syncs, bytes: tally.bytes };
}

beforeAll(async () => {
  excel = await playExcel({ ...QUICK, answerWithin: 240_000 });
});

afterAll(() => console.log(rows.join('\n')));

test('lay out: one look, one batch', async () => {
  const { result: { result, requests }, syncs, bytes } = await cost('生成套表', () => requestsDuring(() => layOut(excel.port, packText, null, excel.run)));
  rows.push(...bytesByMember(requests.at(-1) ?? '').slice(0, 16));
  expect(value(result)).toMatchObject({ sheetsMade: plan.sheets.map(({ name }) => name), different: [] });
  expect(syncs).toBe(2);
  expect(bytes).toBeLessThanOrEqual(505_000);
});

test('lay out again: one look, nothing written', async () => {
  const { result, syncs } = await cost('再次生成', () => layOut(excel.port, packText, null, excel.run));
  expect(value(result).cellsWritten).toBe(0);
  expect(syncs).toBe(1);
});

test('the sample: one look, the sheets whose given cells change are lifted once, one batch', async () => {
  const { result, syncs } = await cost('载入示例', () => fillSample(excel.port, packText, sample, excel.run));
  expect(value(result)).toMatchObject({ different: [], cancelled: false });
  expect(syncs).toBeLessThanOrEqual(3);
});

test.each<[string, CellRef, string]>([
  ['一个金额', { field: 'income.general.adjustment' }, '70.61'],
  ['一个指标', { list: 'indicators', row: 0, column: 'actual' }, '3'],
  ['一个权重', { list: 'indicators', row: 1, column: 'weight' }, '7.5'],
])('a typed cell reaches the pane in one sync of at most 20 KB: %s', async (what, ref, text) => {
  const told: LiveReading[] = [];
  const shown = (): string => cellText(told.at(-1)?.evaluation.at(ref) ?? BLANK);
  const following = value(await follow(excel.port, new ExcelChangeFeed(QUICK), form, plan, (reading) => told.push(value(reading)), { gather: 5 }));
  const before = shown();
  const place = told.at(-1)?.locate(ref);
  const { syncs, bytes } = await cost(`填${what}`, async () => {
    await excel.host.user.type(place?.sheet ?? '', place?.address ?? '', text);
    await until(() => shown() === text);
  });
  expect(shown()).toBe(text);
  expect(told.at(-1)?.differences).toEqual([]);
  expect(syncs).toBe(1);
  expect(bytes).toBeLessThanOrEqual(20_000);
  await excel.host.user.type(place?.sheet ?? '', place?.address ?? '', before);
  await excel.host.idle();
  await following.stop();
});

test('one-button check: at most two syncs to read, one batch to write', async () => {
  const { result, syncs } = await cost('一键校验', () => checkWorkbook(excel.port, form, plan, excel.run, new Date('2024-03-23T02:00:00Z')));
  expect(value(result)).toMatchObject({ notWritten: null, written: { different: [] } });
  expect(syncs).toBeLessThanOrEqual(3);
});

test('report: at most two syncs to read, one batch to write', async () => {
  const { result, syncs } = await cost('生成报告', () => writeReport(excel.port, form, plan, excel.run));
  expect(result.ok).toBe(true);
  expect(syncs).toBeLessThanOrEqual(3);
});
