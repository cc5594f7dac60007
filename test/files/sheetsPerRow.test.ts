import { strFromU8, unzipSync } from 'fflate';
import { checkSnapshot } from '../../src/actions/checkSnapshot';
import { openFile } from '../../src/actions/openFile';
import { usePack } from '../../src/actions/ourWorkbook';
import { withSheetsFor } from '../../src/actions/sheetsPerRow';
import { dataFromEntries, entriesFromData, type EvaluationData } from '../../src/evaluation/entries';
import { evaluate } from '../../src/evaluation/evaluate';
import { readEvaluationData, rowsInData } from '../../src/evaluation/readData';
import { renderReport } from '../../src/report/renderReport';
import { sampleData } from '../cases/samplePack';
import { builtFile, bundledPack, opened, value } from './builtFile';

const sample = sampleData('national-2020');

/** The sample with two more projects behind a blank row. */
const seven: EvaluationData = {
  ...sample,
  lists: {
    ...sample.lists,
    projects: [...sample.lists['projects'] ?? [], { name: '' }, { name: '便民热线扩容', initial: '20', adjusted: '20', executed: '20' }],
    indicators7: [{ level1: '产出指标', level2: '数量指标', level3: '新增坐席', target: '≥4个', actual: '4', weight: '90' }],
  },
};

test('a file with a sheet for each project: its own pack says how many, and gives its data back', async () => {
  const text = JSON.stringify(seven);
  const pack = value(withSheetsFor(bundledPack('national-2020'), rowsInData(text, 'projects')));
  const data = readEvaluationData(text, pack.form);
  if (!data.ok) throw new Error(JSON.stringify(data.error));
  const { bytes } = await builtFile(pack, entriesFromData(pack.form, data.value));
  const found = value(await openFile(opened(bytes)));
  expect(found.pack.form.copies?.count).toBe(7);
  expect(found.reading.faults).toEqual([]);
  expect(found.snapshot.structureProtected).toBe(false);
  const evaluation = evaluate(found.pack.form, found.reading.entries);
  expect(evaluation.value('total7.score')).toEqual(evaluation.item('projects', 6, 'score'));
  expect(found.reading.shown({ list: 'projects', row: 6, column: 'score' })).toEqual(evaluation.value('total7.score'));
  expect(found.reading.locate({ field: 'total7.score' })).toEqual({ sheet: '自评表7', address: expect.stringMatching(/^H\d+$/) });
  const back = dataFromEntries(found.pack.form, found.reading.entries);
  expect(back.lists['projects']?.map((row) => row['name'])).toEqual([...(sample.lists['projects'] ?? []).map((row) => row['name']), '', '便民热线扩容']);
  expect(back.lists['indicators7']).toHaveLength(1);
  const checked = await checkSnapshot(found.pack.form, found.pack.plan, found.snapshot);
  expect(checked.ok && checked.value.findings.filter(({ level }) => level === 'error')).toEqual([]);
  const report = renderReport(found.pack.form, evaluation, found.reading);
  expect(report.ok && report.value.some(({ text: line }) => line.startsWith('便民热线扩容：全年预算20万元'))).toBe(true);
  // Rows of the room that hold no indicator, and its end, would print as empty lines.
  const hidden = strFromU8(unzipSync(bytes)['xl/worksheets/sheet5.xml'] ?? new Uint8Array()).match(/<row [^>]*hidden="1"/g);
  expect(hidden).toHaveLength(21 - (sample.lists['indicators1'] ?? []).length);
});

test('no more sheets than the list has rows', () => {
  const small = value(usePack(bundledPack('national-2020').text.replace('"name":"项目清单","room":60', '"name":"项目清单","room":6')));
  expect(value(withSheetsFor(small, 1_000)).form.copies?.count).toBe(6);
});
