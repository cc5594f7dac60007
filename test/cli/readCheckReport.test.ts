import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { CellContents, WorkbookContents } from '../../src/actions/workbookContents';
import { PACK, PlayedFolder, sampleWith, type Spoken } from './playedTerminal';

const folder = new PlayedFolder();
afterAll(() => folder.remove());

interface Checked {
  readonly findings: readonly Readonly<Record<string, string>>[];
  readonly notChecked: readonly Readonly<Record<string, string>>[];
}

const spoken = new Map<string, Promise<Spoken>>();

/** The same question to the same file is asked once. */
function ask(...args: readonly string[]): Promise<Spoken> {
  const key = args.join(' ');
  const known = spoken.get(key) ?? folder.run(...args);
  spoken.set(key, known);
  return known;
}

async function make(name: string, data: unknown): Promise<void> {
  folder.write(`${name}.json`, JSON.stringify(data));
  const made = await folder.run('build', '--pack', PACK, '--data', `${name}.json`, '--out', `${name}.xlsx`);
  if (made.code !== 0) throw new Error(made.err);
}

beforeAll(async () => {
  await make('示例', sampleWith());
  await make('有错', sampleWith({ 'income.general.final': '200', 'staffing.paidByFinance': '-5', 'profile.shortName': '\u009b31m\u202e=1+1' }));
});

test('read --json gives typed and computed cells by id, as decimal text', async () => {
  const { code, out, err } = await ask('read', '示例.xlsx', '--json');
  const contents = JSON.parse(out) as WorkbookContents;
  expect([code, err, contents.pack]).toEqual([0, '', PACK]);
  expect(contents.fields['income.general.final']).toEqual({ type: 'number', value: '197.39', text: '197.39', label: '一般公共预算财政拨款·决算数', entry: 'typed', sheet: '收入', cell: expect.stringMatching(/^[A-Z]+\d+$/) });
  expect(contents.fields['income.yearTotal.final']).toMatchObject({ type: 'number', value: '227.39', entry: 'computed' });
  const share = contents.fields['income.general.finalShare'] ?? Object.entries(contents.fields).find(([id]) => id.startsWith('income.general.') && id.toLowerCase().includes('share'))?.[1];
  expect(share).toMatchObject({ type: 'number', entry: 'computed', text: expect.stringMatching(/%$/) });
  expect(contents.fields['profile.reportDate']).toMatchObject({ type: 'blank', value: null, text: '' });
  expect(Object.values(contents.fields).filter((field: CellContents) => field.shown !== undefined || field.type === 'lost')).toEqual([]);
  const indicators = contents.lists['indicators'];
  expect(indicators?.rows).toHaveLength(27);
  expect(indicators?.columns['weight']).toEqual({ label: '权重', entry: 'given' });
  expect(indicators?.rows[0]).toMatchObject({ row: 1, key: 'r001', cells: { level3: { type: 'text', value: '党建工作完成率' }, weight: { type: 'number', value: '5', text: '5' } } });
});

test('read --data gives the data file back: built again it is the same workbook', async () => {
  const first = await ask('read', '示例.xlsx', '--data');
  expect(JSON.parse(first.out)).toMatchObject({ pack: PACK, fields: { 'income.general.final': '197.39' } });
  folder.write('再次.json', first.out);
  expect((await folder.run('build', '--pack', PACK, '--data', '再次.json', '--out', '再次.xlsx')).err).toBe('');
  expect((await folder.run('read', '再次.xlsx', '--data')).out).toBe(first.out);
  expect((await folder.run('read', '再次.xlsx', '--json')).out).toBe((await ask('read', '示例.xlsx', '--json')).out);
});

test('read without --json is a list people can read, text stays text', async () => {
  const { code, out } = await folder.run('read', '有错.xlsx');
  expect(code).toBe(0);
  expect(out).toMatch(/^【/);
  expect(out).toContain('\n  一般公共预算财政拨款·决算数：200\n');
  expect(out).toContain('：31m=1+1');
  expect(out).not.toMatch(/[\u0080-\u009f\u202e]/);
});

test('check of the published report as a workbook: what is to be explained, no error, exit code 0', async () => {
  const { code, out } = await ask('check', '示例.xlsx', '--json');
  const { findings } = JSON.parse(out) as Checked;
  const codes = (level: string): readonly (string | undefined)[] => findings.filter((finding) => finding['level'] === level).map((finding) => finding['code']).sort();
  expect([code, codes('error'), codes('warning'), codes('hint')]).toEqual([0, [], ['I09', 'I12', 'I19', 'N04', 'R15'], ['F08', 'I11', 'I11', 'I14']]);
});

test('check finds what was planted, names the cell, exit code 1', async () => {
  const { code, out, err } = await ask('check', '有错.xlsx', '--json');
  const { findings, notChecked } = JSON.parse(out) as Checked;
  expect([code, err, Array.isArray(notChecked)]).toEqual([1, '', true]);
  const error = findings.find(({ level, field }) => level === 'error' && field === 'staffing.paidByFinance');
  expect(error).toMatchObject({ sheet: '基本情况', cell: expect.stringMatching(/^[A-Z]+\d+$/), found: '-5' });
  for (const finding of findings) {
    expect(Object.keys(finding)).toEqual(['code', 'level', 'sheet', 'cell', 'field', 'item', 'message', 'found', 'expected', 'difference', 'remedy', 'source', 'explanation']);
    expect(finding['message']).toContain(finding['remedy']);
    expect(['error', 'warning', 'hint']).toContain(finding['level']);
  }
});

test('check --last-year compares what must carry over; a file that is none of ours is refused by name', async () => {
  const { out } = await ask('check', '示例.xlsx', '--json', '--last-year', '示例.xlsx');
  const { findings, notChecked } = JSON.parse(out) as Checked;
  const alone = JSON.parse((await ask('check', '示例.xlsx', '--json')).out) as Checked;
  // Last year's figures of the sample are those of 严控一般性支出, all zero in both years.
  expect(findings.map(({ code }) => code)).toEqual(alone.findings.map(({ code }) => code));
  expect([alone.notChecked, notChecked].map((list) => list.some((one) => one['code'] === 'R14'))).toEqual([true, false]);
  folder.write('旧.xlsx', '不是工作簿');
  expect(await folder.run('check', '示例.xlsx', '--last-year', '旧.xlsx')).toMatchObject({ code: 2, err: expect.stringContaining('旧.xlsx') });
});

test('check without --json says the same in Chinese, 错误 first', async () => {
  const json = JSON.parse((await ask('check', '有错.xlsx', '--json')).out) as Checked;
  const { code, out } = await folder.run('check', '有错.xlsx');
  expect(code).toBe(1);
  const count = (level: string): number => json.findings.filter((finding) => finding['level'] === level).length;
  expect(out.split('\n')[0]).toBe(`错误 ${count('error')} 条，核实 ${count('warning')} 条，提示 ${count('hint')} 条；未能校验 ${json.notChecked.length} 项。`);
  expect(out.indexOf('错误（须改正）')).toBeLessThan(out.indexOf('核实（须说明）'));
  for (const { message = '', code: id, source } of json.findings) expect(out).toContain(`${message}（${id}）\n   依据：${source}`);
});

test('report writes the paragraphs and tells what is missing; the workbook stays', async () => {
  const before = readFileSync(join(folder.path, '示例.xlsx'));
  const shown = await folder.run('report', '示例.xlsx');
  const { code, out, err } = await folder.run('report', '示例.xlsx', '--out', '报告.txt');
  const text = readFileSync(join(folder.path, '报告.txt'), 'utf8');
  expect(code).toBe(0);
  expect(text).toBe(`${shown.out}\n`);
  expect(out).toBe(`已写入 报告.txt：${text.trim().split('\n').length} 段。`);
  expect(text.split('\n')[0]).toMatch(/报告$/);
  expect(text).toContain('227.39万元');
  const markers = [...new Set(text.match(/【(待填|待核)：[^】]*】/g) ?? [])];
  expect(err.split('\n').map((line) => line.trim())).toEqual(['报告中的待办：', ...markers]);
  expect(readFileSync(join(folder.path, '示例.xlsx')).equals(before)).toBe(true);
  expect(await folder.run('report', '示例.xlsx', '--out', '报告.txt')).toMatchObject({ code: 2, err: expect.stringContaining('已存在') });
  expect(await folder.run('report', '示例.xlsx', '--out', '示例.xlsx', '--force')).toMatchObject({ code: 2, err: expect.stringContaining('扩展名') });
});

test('a cell that is gone is lost, not blank, and a computed cell somebody overwrote says so', async () => {
  const files = unzipSync(readFileSync(join(folder.path, '示例.xlsx')));
  const change = (path: string, from: RegExp, to: string): void => {
    const before = strFromU8(files[path] ?? new Uint8Array());
    expect(before).toMatch(from);
    files[path] = strToU8(before.replace(from, to));
  };
  const contents = JSON.parse((await ask('read', '示例.xlsx', '--json')).out) as WorkbookContents;
  const { cell = '', sheet } = contents.fields['income.yearTotal.final'] ?? {};
  const position = strFromU8(files['xl/workbook.xml'] ?? new Uint8Array()).split('<sheet ').slice(1).findIndex((text) => text.includes(`name="${sheet}"`)) + 1;
  change('xl/workbook.xml', /<definedName name="整体目标_年度总体目标1"[^>]*>[^<]*<\/definedName>/, '');
  change(`xl/worksheets/sheet${position}.xml`, new RegExp(`(<c r="${cell}"[^>]*>)<f>[^<]*</f><v>227\\.39</v>`), '$1<v>227</v>');
  folder.write('改动.xlsx', zipSync(files));
  const changed = JSON.parse((await ask('read', '改动.xlsx', '--json')).out) as WorkbookContents;
  expect(changed.fields['targets.goal1']).toMatchObject({ type: 'lost', value: null, sheet: null, cell: null });
  expect(changed.fields['income.yearTotal.final']).toMatchObject({ value: '227.39', shown: '227' });
  const { code, out } = await ask('check', '改动.xlsx', '--json');
  expect(code).toBe(1);
  expect((JSON.parse(out) as Checked).findings.filter(({ level }) => level === 'error').map(({ field }) => field)).toContain('income.yearTotal.final');
});

test.each<[string, string | Uint8Array, RegExp]>([
  ['空.xlsx', '', /空文件/],
  ['网页.xlsx', '<html><body><table></table></body></html>', /网页/],
  ['旧版.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /./],
  ['文本.xlsx', '编码,名称\n201,一般公共服务', /文本文件/],
])('%s is refused by read, check and report alike', async (name, contents, message) => {
  folder.write(name, contents);
  const before = folder.files();
  for (const args of [['read', name, '--json'], ['check', name, '--json'], ['report', name, '--out', '不会有.txt']]) {
    const { code, out, err } = await folder.run(...args);
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(err).toMatch(/（[A-Z]\d\d）$/);
    if (args.includes('--json')) expect((JSON.parse(out) as { error: { message: string } }).error.message).toMatch(message);
    else expect(out).toBe('');
  }
  expect(folder.files()).toEqual(before);
});

test('packs with an id lists every id of the pack', async () => {
  const { code, out } = await folder.run('packs', PACK, '--json');
  const ids = JSON.parse(out) as { fields: Record<string, object>; lists: Record<string, { columns: Record<string, object>; room: number }> };
  const contents = JSON.parse((await ask('read', '示例.xlsx', '--json')).out) as WorkbookContents;
  expect([code, Object.keys(ids.fields)]).toEqual([0, Object.keys(contents.fields)]);
  expect(Object.keys(ids.lists)).toEqual(Object.keys(contents.lists));
  expect(ids.fields['income.general.final']).toEqual({ label: '一般公共预算财政拨款·决算数', name: '收入_一般公共预算财政拨款_决算数', sheet: '收入', content: 'amount', entry: 'typed', required: expect.any(Boolean) });
  const text = (await folder.run('packs', PACK)).out;
  expect(text).toContain('\n  income.general.final  一般公共预算财政拨款·决算数  填 金额');
  expect(text).toContain('\n  清单 indicators  绩效指标  ');
});
