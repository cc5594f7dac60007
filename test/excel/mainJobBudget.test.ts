import { follow } from '../../src/actions/follow';
import { layOut } from '../../src/actions/layOut';
import type { LiveReading } from '../../src/actions/liveReading';
import { usePack } from '../../src/actions/ourWorkbook';
import type { CellRef } from '../../src/evaluation/evaluate';
import { ExcelChangeFeed } from '../../src/excel/changeFeed';
import { BLANK, cellText } from '../../src/values/cell';
import { mainJobPack } from '../cases/mainJobPack';
import { playExcel, QUICK, until, value, type PlayedExcel } from './steps';

jest.setTimeout(300_000);

/** The twelve sheets of the main job; test/long/budgets.test.ts counts every use on the whole pack. */
const packText = mainJobPack();
const { form, plan } = value(usePack(packText));

let excel: PlayedExcel;

beforeAll(async () => {
  excel = await playExcel({ ...QUICK, answerWithin: 240_000 });
});

test('laid out in one look and one batch of at most 400 KB in all', async () => {
  const { result, tally } = await excel.host.counters.during(() => layOut(excel.port, packText, null, excel.run));
  console.log(`生成套表，十二张表：${tally.syncs} syncs, ${(tally.bytes / 1000).toFixed(0)} KB (${(tally.requestBytes / 1000).toFixed(0)} + ${(tally.responseBytes / 1000).toFixed(0)})`);
  expect(value(result)).toMatchObject({ sheetsMade: { length: 12 }, different: [], cancelled: false });
  expect(tally.syncs).toBe(2);
  expect(tally.bytes).toBeLessThanOrEqual(400_000);
});

test.each<[string, CellRef, string]>([
  ['一个金额', { field: 'income.general.adjustment' }, '70.61'],
  ['一个指标', { list: 'indicators', row: 0, column: 'actual' }, '3'],
])('a typed cell reaches the pane in one sync of at most 20 KB: %s', async (_what, ref, text) => {
  const told: LiveReading[] = [];
  const following = value(await follow(excel.port, new ExcelChangeFeed(QUICK), form, plan, (reading) => told.push(value(reading)), { gather: 5 }));
  const place = told.at(-1)?.locate(ref);
  const { tally } = await excel.host.counters.during(async () => {
    await excel.host.user.type(place?.sheet ?? '', place?.address ?? '', text);
    await until(() => cellText(told.at(-1)?.evaluation.at(ref) ?? BLANK) === text);
  });
  expect(told.at(-1)?.differences).toEqual([]);
  expect(tally.syncs).toBe(1);
  expect(tally.bytes).toBeLessThanOrEqual(20_000);
  await following.stop();
});
