import { existsSync, linkSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { shippedPack, shippedPackIds } from '../../src/cli/shippedPacks';
import { loadPack, packIndex } from '../../src/pack/bundledPacks';
import { PACK, PlayedFolder, sampleWith } from './playedTerminal';

const folder = new PlayedFolder();
afterAll(() => folder.remove());

const build = (out: string, ...more: readonly string[]): ReturnType<PlayedFolder['run']> => folder.run('build', '--pack', PACK, '--out', out, ...more);

test('the packs on disk are the packs the pane loads', async () => {
  expect(shippedPackIds()).toEqual(packIndex.map(({ id }) => id).sort());
  for (const { id } of packIndex) {
    const loaded = await loadPack(id);
    expect(shippedPack(id)).toMatchObject({ ok: true, value: { text: loaded.ok ? loaded.value.text : '' } });
  }
});

test('an existing file stays unless --force, an input stays always', async () => {
  folder.write('数据.json', JSON.stringify({ pack: PACK }));
  folder.write('旧.xlsx', '旧');
  expect(await build('旧.xlsx')).toEqual({ code: 2, out: '', err: '文件“旧.xlsx”已存在，没有写入。请换一个文件名，或加 --force 替换它。（M20）' });
  expect(readFileSync(join(folder.path, '旧.xlsx'), 'utf8')).toBe('旧');
  const forced = await build('旧.xlsx', '--force', '--data', '数据.json');
  expect(forced).toMatchObject({ code: 0, err: '' });
  expect(forced.out).toMatch(/^已生成 旧\.xlsx：\d+ 张表，\d+ KB。$/);
  expect(readFileSync(join(folder.path, '旧.xlsx')).subarray(0, 2).toString()).toBe('PK');
  linkSync(join(folder.path, '数据.json'), join(folder.path, '同一文件.xlsx'));
  symlinkSync(join(folder.path, '数据.json'), join(folder.path, '链接.xlsx'));
  for (const name of ['同一文件.xlsx', '链接.xlsx']) {
    expect(await build(name, '--force', '--data', '数据.json')).toEqual({ code: 2, out: '', err: `输出文件“${name}”就是读取的文件，没有写入。请换一个文件名。（M21）` });
  }
  expect(JSON.parse(readFileSync(join(folder.path, '数据.json'), 'utf8'))).toEqual({ pack: PACK });
});

test('all faults of a data file, nothing written', async () => {
  const before = folder.files();
  folder.write('错.json', JSON.stringify({
    ...sampleWith({ 'income.generl.final': '1', 'income.general.final': '约197', 'income.yearTotal.final': '227.39' }), lists: { functions: [{ code: '201', stated: '11,99', sum: 1 }] },
  }));
  const { code, out, err } = await build('新.xlsx', '--data', '错.json');
  expect([code, out]).toEqual([2, '']);
  expect(err.split('\n')).toHaveLength(6);
  expect(err).toMatch(/^数据文件“错\.json”有5处错误，没有生成工作簿。请按下列各条改正后再试。（M32）\n1\. /);
  expect(err).toContain('fields.income.generl.final：现为 income.generl.final；应当：模板包里的字段 id。是否指 income.general.final？请改正或删去。');
  expect(err).toContain('fields.income.general.final：现为 “约197”；应当：“');
  expect(err).toContain('fields.income.yearTotal.final：现为 “227.39”；应当：不填写。');
  expect(err).toContain('lists.functions[0].stated：现为 “11,99”');
  expect(err).toContain('lists.functions[0].sum：现为 sum');
  expect(folder.files()).toEqual([...before, '错.json'].sort());
});

test.each<[string, string | Uint8Array, RegExp]>([
  ['trailing comma', `{"pack":"${PACK}",}`, /1\. 文件：现为 第 1 行第 23 个字符：“}”；应当：去掉最后一项后面的逗号。请按 JSON 格式改正后再试。/],
  ['nothing', '', /文本到此中断/],
  ['GBK', new Uint8Array([0x7b, 0xc7, 0xfe, 0xcf, 0xd8, 0x7d]), /的文字不是 UTF-8 编码。请用记事本等程序打开，另存为 UTF-8 编码后再试。（M31）/],
  ['20 MB', Buffer.alloc(20 * 1024 * 1024, 0x20), /太大。填报\/现状：20\.0 MB。应为：不超过 16 MB。/],
  ['depth 10,000', '['.repeat(10_000), /嵌套超过 10 层/],
  ['workbook for data', 'PK\u0003\u0004', /第 1 行第 1 个字符：“P”/],
])('data file: %s', async (_name, contents, message) => {
  folder.write('坏.json', contents);
  const { code, out, err } = await build('不会有.xlsx', '--data', '坏.json');
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(message);
  expect(folder.files().filter((name) => name.startsWith('不会有') || name.endsWith('.tmp'))).toEqual([]);
});

test.each([
  ['UTF-8 with mark', (text: string) => Buffer.from(`\ufeff${text}`, 'utf8')],
  ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16, big end first', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
])('%s is read', async (_name, encode) => {
  folder.write('编码.json', encode(JSON.stringify({ pack: PACK, fields: { 'profile.fullName': '某单位' } })));
  expect(await build('编码.xlsx', '--data', '编码.json', '--force')).toMatchObject({ code: 0, err: '' });
  const data = await folder.run('read', '编码.xlsx', '--data');
  expect(JSON.parse(data.out)).toMatchObject({ fields: { 'profile.fullName': '某单位' } });
});

test('a result that cannot be put in its place leaves nothing behind', async () => {
  const before = folder.files();
  const name = `${'长'.repeat(200)}.xlsx`;
  expect(await build(name)).toEqual({ code: 2, out: '', err: `写不了文件“${name}”（ENAMETOOLONG），没有留下不完整的文件。文件名太长，请缩短。（M23）` });
  expect(folder.files()).toEqual(before);
  expect(existsSync(join(folder.path, name))).toBe(false);
});
