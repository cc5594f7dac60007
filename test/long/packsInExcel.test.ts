import { checkWorkbook } from '../../src/actions/check';
import { fillSample } from '../../src/actions/fillSample';
import { usePack } from '../../src/actions/ourWorkbook';
import { writeReport } from '../../src/actions/writeReport';
import type { EvaluationData } from '../../src/evaluation/entries';
import { loadPack, packIndex } from '../../src/pack/bundledPacks';
import { playExcel, QUICK, value } from '../excel/steps';

jest.setTimeout(900_000);

test.each(packIndex)('$id: the sample of the chosen pack is laid out, checked and reported in Excel', async ({ id, sheets }) => {
  const bundled = await loadPack(id);
  if (!bundled.ok) throw new Error(bundled.error);
  const { text, sample } = bundled.value;
  const { form, plan } = value(usePack(text));
  const excel = await playExcel({ ...QUICK, answerWithin: 240_000 });
  const counted = async <T>(what: string, act: () => Promise<T>, most: number): Promise<T> => {
    const { result, tally } = await excel.host.counters.during(act);
    console.log(`${id} ${what}：${tally.syncs} syncs, ${(tally.bytes / 1000).toFixed(0)} KB (${(tally.requestBytes / 1000).toFixed(0)} + ${(tally.responseBytes / 1000).toFixed(0)})`);
    expect([what, tally.syncs <= most]).toEqual([what, true]);
    return result;
  };

  expect(value(await counted('载入示例', () => fillSample(excel.port, text, sample as EvaluationData, excel.run), 3))).toMatchObject({ sheetsMade: sheets, different: [], cancelled: false });
  const check = value(await counted('一键校验', () => checkWorkbook(excel.port, form, plan, excel.run, new Date('2024-03-23T02:00:00Z')), 3));
  expect(check).toMatchObject({ notWritten: null, written: { different: [] } });
  expect(check.findings.filter(({ level }) => level === 'error')).toEqual([]);
  for (const finding of check.findings) expect(finding.address).toMatch(/^[A-Z]+\d+$/);
  const report = value(await counted('生成报告', () => writeReport(excel.port, form, plan, excel.run), 3));
  expect(report).toMatchObject({ written: { different: [] }, own: 0, kept: [] });
});
