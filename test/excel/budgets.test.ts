import { checkWorkbook } from '../../src/actions/check';
import { fillSample } from '../../src/actions/fillSample';
import { follow, type Following } from '../../src/actions/follow';
import { layOut } from '../../src/actions/layOut';
import { usePack } from '../../src/actions/ourWorkbook';
import { writeReport } from '../../src/actions/writeReport';
import type { LiveReading } from '../../src/actions/liveReading';
import { ExcelChangeFeed } from '../../src/excel/changeFeed';
import type { EvaluationData } from '../../src/evaluation/entries';
import { bundledPacks } from '../../src/pack/bundledPacks';
import { cellText } from '../../src/values/cell';
import { playExcel, QUICK, value, type PlayedExcel } from './steps';

/** Uses on the sample of the first pack, with what each may cost. Counted, not timed, so that it holds on every machine. */
const bundled = bundledPacks.find(({ id }) => id === 'quxian-2023');
const packText = bundled?.text ?? '';
const sample = bundled?.sample as EvaluationData;
const { form, plan } = value(usePack(packText));
const rows: string[] = [];

jest.setTimeout(300_000);

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
  const { result, syncs, bytes } = await cost('生成套表', () => layOut(excel.port, packText, null, excel.run));
  expect(value(result)).toMatchObject({ sheetsMade: plan.sheets.map(({ name }) => name), different: [] });
  expect(syncs).toBe(1 + Math.ceil(bytes / 4_000_000));
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

test('a typed cell reaches the pane in one sync of at most 20 KB', async () => {
  const told: LiveReading[] = [];
  let following: Following | null = null;
  await cost('开始跟随', async () => {
    following = value(await follow(excel.port, new ExcelChangeFeed(QUICK), form, plan, (reading) => told.push(value(reading)), { gather: 5 }));
  });
  const place = told.at(-1)?.locate({ field: 'income.general.adjustment' });
  const { syncs, bytes } = await cost('填一格', async () => {
    await excel.host.user.type(place?.sheet ?? '', place?.address ?? '', '70.61');
    for (let tries = 0; tries < 2_000 && cellText(told.at(-1)?.evaluation.value('income.general.adjustment') ?? { kind: 'blank' }) !== '70.61'; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  });
  expect(cellText(told.at(-1)?.evaluation.value('income.general.adjustment') ?? { kind: 'blank' })).toBe('70.61');
  expect(told.at(-1)?.differences).toEqual([]);
  expect(syncs).toBe(1);
  expect(bytes).toBeLessThanOrEqual(20_000);
  await excel.host.user.type(place?.sheet ?? '', place?.address ?? '', '60.61');
  await (following as Following | null)?.stop();
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
