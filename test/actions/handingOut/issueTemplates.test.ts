import { distributionList } from '../../../src/actions/handingOut/distributionList';
import { issueTemplates, type Issued, type IssueOrder } from '../../../src/actions/handingOut/issueTemplates';
import { readRoster, type RosterUnit } from '../../../src/actions/handingOut/readRoster';
import { openFile } from '../../../src/actions/openFile';
import type { MadeFile, Run } from '../../../src/actions/ports';
import type { Pack } from '../../../src/pack/pack';
import { writeXlsx } from '../../../src/files/writeXlsx';
import { cellText } from '../../../src/values/cell';
import { fail, ok } from '../../../src/values/result';
import type { PlannedCell } from '../../../src/workbook/plan';
import { planWorkbook } from '../../../src/workbook/planWorkbook';
import { clerksData, entriesFromData, formOf, givingPack, rosterReading, rosterRows } from '../../cases/rosterCase';
import { CREATED, builtFile, opened, value } from '../../files/builtFile';

function units(): readonly RosterUnit[] {
  const read = readRoster(formOf(givingPack), givingPack, rosterReading(givingPack, rosterRows));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

const order: IssueOrder = { pack: givingPack, units: units(), options: { created: CREATED, opensPane: { kind: 'central' } } };

interface Told {
  readonly run: Run;
  readonly stop: AbortController;
  readonly progress: string[];
}

function told(): Told {
  const stop = new AbortController();
  const progress: string[] = [];
  return { stop, progress, run: { signal: stop.signal, progress: (done, total, what) => progress.push(`${done}/${total} ${what}`), waiting: () => undefined } };
}

async function issued(given: IssueOrder = order): Promise<{ readonly files: readonly MadeFile[]; readonly result: Issued }> {
  const files: MadeFile[] = [];
  const result = await issueTemplates(given, writeXlsx, async (file) => ok(void files.push(file)), told().run);
  return { files, result: value(result) };
}

const made = issued();

test('one file a unit, safely named, and a list of them', async () => {
  const { files, result } = await made;
  expect(files.map(({ name }) => name)).toEqual(['017-示例县数据中心-2023-部门绩效自评.xlsx', '018-示例县档案馆-2023-部门绩效自评.xlsx', '019-示例县图书馆-2023-部门绩效自评.xlsx']);
  expect(result).toMatchObject({ cancelled: false, templates: [{ code: '017', fileName: files[0]?.name, rows: [{ list: '项目', count: 2 }, { list: '绩效指标', count: 2 }] }, {}, { rows: [] }] });
  expect(distributionList(result.templates).split('\r\n')).toEqual([
    '\ufeff序号,单位编码,单位名称,联系人,联系电话,文件名,预填项目行数,预填绩效指标行数',
    '1,017,示例县数据中心,张三,0818-7120000,017-示例县数据中心-2023-部门绩效自评.xlsx,2,2',
    `2,018,示例县档案馆,"'=HYPERLINK(""x"")",'+86 1,018-示例县档案馆-2023-部门绩效自评.xlsx,1,1`,
    '3,019,示例县图书馆,,,019-示例县图书馆-2023-部门绩效自评.xlsx,0,0', '',
  ]);
});

test('a clerk opens a file of their own: what was given is locked, what is to be filled in is open', async () => {
  const { files } = await made;
  const workbook = value(await openFile(opened(files[0]?.bytes ?? new Uint8Array())));
  expect(workbook).toMatchObject({ filled: true, missingSheets: [], openStep: null });
  expect(workbook.reading.faults).toEqual([]);
  const planned = new Map<string, PlannedCell[]>();
  for (const cell of workbook.pack.plan.sheets.flatMap(({ cells }) => cells)) if (cell.field !== undefined) planned.set(cell.field, [...planned.get(cell.field) ?? [], cell]);
  const look = (field: string): readonly string[] => (planned.get(field) ?? []).map(({ value: at, locked }) => `${cellText(at)}${locked ? ' locked' : ''}`);
  expect(look('profile.fullName')).toEqual(['示例县数据中心 locked']);
  expect(look('profile.supervisor')).toEqual(['县政府办 locked']);
  expect(look('profile.head')).toEqual(['']);
  expect(look('projects[].name')).toEqual(['政务云租赁 locked', '人员经费 locked', '']);
  expect(look('projects[].initial')).toEqual(['96.5 locked', '101.55 locked', '']);
  expect(look('projects[].category')).toEqual(['特定目标类', '人员类', '']);
  expect(look('indicators[].weight')).toEqual(['60 locked', '40 locked', '', '']);
  expect(look('indicators[].approvedTarget')).toEqual(['120 locked', '≥95 locked', '', '']);
  expect(look('indicators[].actual')).toEqual(['', '', '', '']);
  // What the file holds is what was planned.
  const shown = workbook.reading.entries.lists.get('projects') ?? [];
  expect(shown.map(({ cells }) => cellText(cells.get('name') ?? { kind: 'blank' }))).toEqual(['政务云租赁', '人员经费']);
});

test('where nothing was given the unit fills in itself', async () => {
  const { files } = await made;
  const { pack } = value(await openFile(opened(files[2]?.bytes ?? new Uint8Array())));
  const cells = pack.plan.sheets.flatMap((sheet) => sheet.cells).filter(({ field }) => field === 'indicators[].weight' || field === 'profile.supervisor');
  expect(cells.map(({ locked }) => locked)).toEqual(cells.map(() => false));
});

test('a filled template keeps its given cells locked when the unit’s file is built anew', async () => {
  const { files } = await made;
  const { pack } = value(await openFile(opened(files[0]?.bytes ?? new Uint8Array())));
  const { bytes } = await builtFile(pack, entriesFromData(pack.form, clerksData));
  const filled = value(await openFile(opened(bytes)));
  expect(filled.filled).toBe(true);
  const plan = planWorkbook(filled.pack.form, filled.reading.entries);
  const locked = plan.sheets.flatMap(({ cells }) => cells).filter(({ field, locked: is }) => field === 'projects[].initial' && is);
  expect(locked.map(({ value: at }) => cellText(at))).toEqual(['96.5', '101.55']);
  expect(cellText(filled.reading.shown({ list: 'projects', row: 0, column: 'rate' }) ?? { kind: 'blank' })).toMatch(/^0\.9948/);
});

test('every template carries the same pack but for what was given', async () => {
  const { files } = await made;
  const packs = await Promise.all(files.map(async ({ bytes }) => JSON.parse(value(await openFile(opened(bytes))).pack.text) as Pack));
  for (const { prefilled, ...pack } of packs) {
    expect(pack).toEqual(givingPack);
    expect(prefilled?.fields['profile.unitCode']).toMatch(/^01[789]$/);
  }
});

test('cancelled between two files: what was made is told, nothing half-made', async () => {
  const { run, stop, progress } = told();
  const files: MadeFile[] = [];
  const result = await issueTemplates(order, writeXlsx, async (file) => { files.push(file); if (files.length === 2) stop.abort(); return ok(undefined); }, run);
  expect(value(result)).toMatchObject({ cancelled: true, templates: [{ code: '017' }, { code: '018' }] });
  expect(progress.at(-1)).toBe('5/6 正在生成“示例县图书馆”的模板');
});

test('a file that cannot be taken over stops the work with its own reason', async () => {
  const full = { code: 'M23', text: '写不了文件', remedy: '磁盘已满。' };
  expect(await issueTemplates(order, writeXlsx, async () => fail(full), told().run)).toEqual({ ok: false, error: full });
});

test('values that do not fit the forms are told before the first file is made', async () => {
  const writer = jest.fn<ReturnType<typeof writeXlsx>, Parameters<typeof writeXlsx>>();
  const [first, second] = order.units;
  if (!first || !second) throw new Error('no units');
  const wrong: RosterUnit = { ...second, prefilled: { ...second.prefilled, lists: { projects: Array.from({ length: 9 }, (_, row) => ({ name: `项目${row}` })) } } };
  const result = await issueTemplates({ ...order, units: [first, wrong] }, writer, async () => ok(undefined), told().run);
  expect(result).toMatchObject({ ok: false, error: { code: 'Y01', text: expect.stringMatching(/^单位“示例县档案馆”（018）的预填内容与模板不符，没有生成任何文件。.*room/) } });
  expect(writer).not.toHaveBeenCalled();
});
