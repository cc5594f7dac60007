import { layOut } from '../../src/actions/layOut';
import { mainJobPack } from '../cases/mainJobPack';
import { playExcel, QUICK, value } from './steps';

jest.setTimeout(300_000);

test('the twelve sheets of the main job: laid out in one look and one batch of at most 400 KB in all', async () => {
  const excel = await playExcel({ ...QUICK, answerWithin: 240_000 });
  const { result, tally } = await excel.host.counters.during(() => layOut(excel.port, mainJobPack(), null, excel.run));
  console.log(`生成套表，十二张表：${tally.syncs} syncs, ${(tally.bytes / 1000).toFixed(0)} KB (${(tally.requestBytes / 1000).toFixed(0)} + ${(tally.responseBytes / 1000).toFixed(0)})`);
  expect(value(result)).toMatchObject({ sheetsMade: { length: 12 }, different: [], cancelled: false });
  expect(tally.syncs).toBe(2);
  expect(tally.bytes).toBeLessThanOrEqual(400_000);
});
