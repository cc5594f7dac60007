import { ExcelChangeFeed } from '../../src/excel/changeFeed';
import { packIndex } from '../../src/pack/bundledPacks';
import { connectAssistant } from '../../src/pane/connectAssistant';
import { ok } from '../../src/values/result';
import { playExcel, playedRun, QUICK, value } from '../excel/steps';

jest.setTimeout(900_000);

const files = { write: async () => new Uint8Array(), port: { download: () => ok(undefined), link: () => ({ address: '', release: () => undefined }), openCopy: async () => ok(undefined) } };

test.each(packIndex)('$id: the sample of the chosen pack is laid out, checked and reported in Excel', async ({ id, sheets }) => {
  const excel = await playExcel();
  const assistant = connectAssistant(excel.port, new ExcelChangeFeed(QUICK), files);
  expect(assistant.packs.map((pack) => pack.id)).toContain(id);
  const { result: laid, tally } = await excel.host.counters.during(() => assistant.fillSample(id, playedRun()));
  console.log(`${id} 载入示例：${tally.syncs} syncs, ${(tally.bytes / 1000).toFixed(0)} KB (${(tally.requestBytes / 1000).toFixed(0)} + ${(tally.responseBytes / 1000).toFixed(0)})`);
  expect(value(laid)).toMatchObject({ sheetsMade: sheets, different: [], cancelled: false });
  expect(value(await assistant.open(playedRun()))).toMatchObject({ kind: 'ours', packId: id, filled: true, missingSheets: [], openStep: null });
  const check = await excel.host.counters.during(() => assistant.check(playedRun()));
  expect(value(check.result)).toMatchObject({ notWritten: null });
  expect(value(check.result).findings.filter(({ level }) => level === 'error')).toEqual([]);
  for (const finding of value(check.result).findings) expect(finding.place?.address).toMatch(/^[A-Z]+\d+$/);
  const report = await excel.host.counters.during(() => assistant.writeReport(playedRun()));
  expect(value(report.result).written).toBeGreaterThan(10);
  // One read and one batch each; the product's budgets allow one batch more.
  for (const { tally: { syncs } } of [{ tally }, check, report]) expect(syncs).toBeLessThanOrEqual(4);
});
