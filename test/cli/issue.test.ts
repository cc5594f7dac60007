import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { openFile } from '../../src/actions/openFile';
import { masterFile } from '../cases/masterFile';
import { givingPack, rosterRows } from '../cases/rosterCase';
import { builtFile, bundledPack, opened, value } from '../files/builtFile';
import { sampleEntries } from '../cases/samplePack';
import { PlayedFolder, type Spoken } from './playedTerminal';

const folder = new PlayedFolder();
afterAll(() => folder.remove());

const issue = (out: string, ...more: readonly string[]): Promise<Spoken> => folder.run('issue', '--master', '模板.xlsx', '--out', out, ...more);
const written = (...path: readonly string[]): Buffer => readFileSync(join(folder.path, ...path));
const part = (path: string, ...file: readonly string[]): string => strFromU8(unzipSync(written(...file))[path] ?? new Uint8Array());

beforeAll(async () => {
  folder.write('模板.xlsx', await masterFile(givingPack, { lists: rosterRows }));
});

test('a template for each unit, and a list of them', async () => {
  const { code, out, err } = await issue('下发');
  expect([code, err]).toEqual([0, '']);
  expect(out.split('\n')).toEqual([
    '017-示例县数据中心-2023-部门绩效自评.xlsx：项目2行、绩效指标2行', '018-示例县档案馆-2023-部门绩效自评.xlsx：项目1行、绩效指标1行', '019-示例县图书馆-2023-部门绩效自评.xlsx',
    '共 3 个单位，另有分发清单.csv。',
  ]);
  const list = written('下发', '分发清单.csv');
  expect([...list.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(list.toString('utf8')).toContain('1,017,示例县数据中心,张三,0818-7120000,017-示例县数据中心-2023-部门绩效自评.xlsx,2,2');
  const file = ['下发', '017-示例县数据中心-2023-部门绩效自评.xlsx'] as const;
  const unit = value(await openFile(opened(written(...file))));
  expect(unit.pack.pack).toMatchObject({ id: 'giving', prefilled: { fields: { 'profile.fullName': '示例县数据中心' } } });
  // 模板设置 and 单位名册 stay with the bureau.
  expect(unit.snapshot.sheets.map(({ name }) => name)).toEqual(['基本情况', '项目明细', '自评表', '报告', '_绩效助手']);
  expect(part('xl/webextensions/webextension1.xml', ...file)).toContain('storeType="EXCatalog"');
});

test('existing files stay unless --force, and are looked at before the first is written', async () => {
  const before = written('下发', '分发清单.csv');
  expect(await issue('下发')).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/分发清单\.csv”已存在，没有写入。.*（M20）$/) });
  expect(written('下发', '分发清单.csv').equals(before)).toBe(true);
  const { code, out } = await issue('下发', '--force', '--json', '--pane', '不打开', '--password', '财政2024');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ templates: [{ code: '017', rows: [{ list: '项目', count: 2 }, { list: '绩效指标', count: 2 }] }, { code: '018' }, { code: '019', rows: [] }] });
  const file = ['下发', '018-示例县档案馆-2023-部门绩效自评.xlsx'] as const;
  expect(part('xl/webextensions/webextension1.xml', ...file)).toBe('');
  expect(part('xl/workbook.xml', ...file)).toMatch(/<workbookProtection lockStructure="1" workbookAlgorithmName="SHA-512"/);
});

test('all faults with their cells, and nothing written', async () => {
  folder.write('错.xlsx', await masterFile(givingPack, { lists: {
    ...rosterRows, rosterUnits: [...rosterRows.rosterUnits.slice(0, 2), { code: '017', name: '又一个' }], rosterProjects: [{ ofUnit: '099', name: '甲', initial: '三十' }],
  } }));
  const before = folder.files();
  const { code, out, err } = await folder.run('issue', '--master', '错.xlsx', '--out', '没有', '--json');
  expect(code).toBe(2);
  expect(err.split('\n')).toEqual([
    '模板工作簿“错.xlsx”有3处错误，没有生成任何文件。请按下列各条改正后再试。（M33）',
    '1. 【单位名册】A7 单位第3行·单位编码：现为 “017”；应当：每个单位一个编码；第1行已用。',
    '2. 【单位项目】E5 单位项目第1行·年初预算数：现为 “三十”；应当：数字。例：120.5',
    '3. 【单位项目】A5 单位项目第1行·单位编码：现为 “099”；应当：单位名册中有的单位编码。',
  ]);
  expect(JSON.parse(out)).toMatchObject({ error: { code: 'M33', faults: [{ path: '【单位名册】A7 单位第3行·单位编码' }, {}, {}] } });
  expect(folder.files()).toEqual(before);
});

test('a workbook that is filled in is no template workbook', async () => {
  const pack = bundledPack();
  folder.write('套表.xlsx', (await builtFile(pack, sampleEntries(pack.form))).bytes);
  expect(await folder.run('issue', '--master', '套表.xlsx', '--out', '没有')).toMatchObject({ code: 2, err: expect.stringMatching(/不是财政局的模板工作簿。.*（Y02）$/) });
});

test.each<[string, readonly string[], RegExp]>([
  ['no such folder to make it in', ['无/下发'], /没有文件夹“.*无”。.*（M22）/],
  ['a file of that name', ['模板.xlsx'], /“模板\.xlsx”不是文件夹。.*（M25）/],
  ['another way to open the pane', ['别处', '--pane', 'http://x'], /选项 --pane 写了“http:\/\/x”.*（M06）/],
  ['a password nobody can type', ['别处', '--password', '长'.repeat(256)], /口令太长.*（M26）/],
])('refused: %s', async (_name, [out = '', ...more], message) => {
  const before = folder.files();
  const spoken = await issue(out, ...more);
  expect([spoken.code, spoken.out]).toEqual([2, '']);
  expect(spoken.err).toMatch(message);
  expect(folder.files()).toEqual(before);
});
