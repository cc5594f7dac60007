/** @jest-environment node */
import '../setup/nodeGlobals';
import { unzipSync } from 'fflate';
import type { Run, WorkbookPort } from '../../src/actions/ports';
import { writeXlsx } from '../../src/files/writeXlsx';
import { zipFiles } from '../../src/files/zipFiles';
import { connectTemplates } from '../../src/pane/templates/connectTemplates';
import type { TemplateWork } from '../../src/pane/templates/templateWork';
import { ok } from '../../src/values/result';
import { masterOf } from '../cases/masterWorkbook';
import { PlayedWorkbook, type Plain } from '../cases/playedWorkbook';
import { givingPack, rosterRows } from '../cases/rosterCase';
import { value } from '../files/builtFile';

const run: Run = { signal: new AbortController().signal, progress: () => undefined, waiting: () => undefined };
const options = { opensPane: null, password: '' };

type Rows = Readonly<Record<string, readonly Readonly<Record<string, Plain>>[]>>;

/** The work over a bureau's own workbook on which these rows are typed. */
async function work(rows: Rows, typed: Readonly<Record<string, Plain>> = {}): Promise<TemplateWork> {
  const master = await masterOf(JSON.stringify(givingPack));
  const workbook = new PlayedWorkbook(master.form, { pack: master.pack.id, fields: {}, lists: {} });
  for (const [list, filled] of Object.entries(rows)) filled.forEach((cells, row) => Object.entries(cells).forEach(([column, cell]) => workbook.put({ list, row, column }, cell)));
  for (const [field, cell] of Object.entries(typed)) workbook.put({ field }, cell);
  const port: Pick<WorkbookPort, 'look'> = { look: async () => ok({ ...workbook.snapshot(), store: { pack: master.text, packHash: '', layoutVersion: 1, journal: '[]' } }) };
  return connectTemplates({ port: { ...port, write: never, restore: never, select: never }, write: writeXlsx, archive: async (files) => zipFiles(files), packText: never });
}

function never(): never {
  throw new Error('nothing is written');
}

/** The field of 模板设置 with the template's title. */
const TITLE = 'setBasic.n1';

test('reads, tells what was changed, and archives a template a unit with the list', async () => {
  const templates = await work(rosterRows, { [TITLE]: '某县模板' });
  expect(value(await templates.read(run))).toMatchObject({ settingFaults: [], rosterFaults: [], units: 3, changes: [{ group: '基本信息', what: '模板名称', before: '下发小模板', after: '某县模板' }] });
  const made = value(await templates.issue(options, run));
  expect(made.file?.name).toBe('某县模板-预填3个单位.zip');
  expect(Object.keys(unzipSync(made.file?.bytes ?? new Uint8Array()))).toEqual([
    '017-示例县数据中心-2023-部门绩效自评.xlsx', '018-示例县档案馆-2023-部门绩效自评.xlsx', '019-示例县图书馆-2023-部门绩效自评.xlsx', '分发清单.csv',
  ]);
  expect(made.issued?.templates).toHaveLength(3);
});

test('a blank roster leaves the plain template and the pack', async () => {
  const templates = await work({});
  expect(value(await templates.read(run))).toMatchObject({ settingFaults: [], rosterBlank: true, units: 0 });
  expect(value(await templates.issue(options, run)).file).toBeNull();
  expect(value(await templates.makeTemplate(options, run)).file?.name).toBe('下发小模板.xlsx');
  const pack = value(await templates.exportPack(run)).file;
  expect(pack?.name).toBe('giving.json');
  expect(JSON.parse(new TextDecoder().decode(pack?.bytes))).toEqual(givingPack);
});

test('faults of either part stop what needs it, and nothing else', async () => {
  const templates = await work({ ...rosterRows, rosterUnits: [...rosterRows.rosterUnits, { code: '017', name: '又一个' }] });
  expect(value(await templates.read(run))).toMatchObject({ settingFaults: [], rosterFaults: [{ what: '单位第4行·单位编码' }], rosterBlank: false });
  expect(value(await templates.issue(options, run)).file).toBeNull();
  expect(value(await templates.makeTemplate(options, run)).file).not.toBeNull();
  const faulty = await work({}, { [TITLE]: '' });
  expect(value(await faulty.makeTemplate(options, run))).toMatchObject({ file: null, reading: { settingFaults: [{ what: '模板名称' }] } });
});

test('cancelled: no archive', async () => {
  const stop = new AbortController();
  const templates = await work(rosterRows);
  const made = await templates.issue(options, { ...run, signal: stop.signal, progress: (done) => { if (done >= 4) stop.abort(); } });
  expect(value(made)).toMatchObject({ file: null, issued: null });
});
