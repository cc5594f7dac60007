import { layOut } from '../../src/actions/layOut';
import { bundledPacks } from '../cases/bundledPacks';
import { playExcel, QUICK, value } from '../excel/steps';

jest.setTimeout(300_000);

/** Most bytes both ways of 生成套表, look included. */
const MOST_BYTES = 400_000;

/** The pack of twenty sheets is beyond it: budgets.test.ts holds it where it is, test/excel/mainJobBudget.test.ts its main job to the bar. */
const packs = bundledPacks.filter(({ id }) => id !== 'quxian-2023');

test.each(packs)('$id: laid out in one look and one batch of at most 400 KB in all', async ({ id, text }) => {
  const excel = await playExcel({ ...QUICK, answerWithin: 240_000 });
  const { result, tally } = await excel.host.counters.during(() => layOut(excel.port, text, null, excel.run));
  console.log(`生成套表 ${id}：${tally.syncs} syncs, ${(tally.bytes / 1000).toFixed(0)} KB (${(tally.requestBytes / 1000).toFixed(0)} + ${(tally.responseBytes / 1000).toFixed(0)})`);
  expect(value(result)).toMatchObject({ different: [], cancelled: false });
  expect(tally.syncs).toBe(2);
  expect(tally.bytes).toBeLessThanOrEqual(MOST_BYTES);
});
