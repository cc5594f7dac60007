import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { numberCell, textCell, type CellValue } from '../../src/values/cell';
import { writeXlsx } from '../../src/files/writeXlsx';
import { packHash } from '../../src/workbook/packHash';
import { LAYOUT_VERSION } from '../../src/workbook/planWorkbook';
import { tinyPack } from '../cases/tinyPack';
import { masterOf, settingCalled } from '../cases/masterWorkbook';
import { planWorkbook } from '../../src/workbook/planWorkbook';
import { blankEntries } from '../../src/evaluation/entries';
import type { CellRef } from '../../src/evaluation/evaluate';
import type { Pack } from '../../src/pack/pack';
import { PlayedFolder } from './playedTerminal';

const folder = new PlayedFolder();
afterAll(() => folder.remove());

/** A pack of a county nobody shipped. */
const own: Pack = {
  ...tinyPack, id: 'own-2024', title: '自制模板', assessment: { ...tinyPack.assessment, grades: [{ name: '优', from: '90' }, { name: '差', from: '0' }] },
  sheets: [
    ...tinyPack.sheets,
    { id: 'selfCheck', name: '自检表', title: '自检表', blocks: [{ type: 'selfCheck', id: 'selfCheck', name: '自检' }] },
    { id: 'report', name: '报告', title: '报告', blocks: [{ type: 'list', id: 'report', name: '报告', room: 5, identifiedBy: 'text', output: true, columns: [{ id: 'text', label: '正文', content: 'longText', entry: 'typed' }] }] },
  ],
};
const pack = (change: Partial<Pack> = {}): string => JSON.stringify({ ...own, ...change });

/** A bureau's own workbook in which somebody typed. */
async function master(typed: readonly (readonly [CellRef, CellValue])[]): Promise<Uint8Array> {
  const used = await masterOf(pack());
  const entries = blankEntries(used.form);
  const fields = new Map(entries.fields);
  const lists = new Map(entries.lists);
  for (const [ref, value] of typed) {
    if ('field' in ref) fields.set(ref.field, value);
    else {
      const rows = [...lists.get(ref.list) ?? []];
      while (rows.length <= ref.row) rows.push({ key: '', cells: new Map() });
      rows[ref.row] = { key: '', cells: new Map([...rows[ref.row]?.cells ?? [], [ref.column, value]]) };
      lists.set(ref.list, rows);
    }
  }
  const store = { pack: used.text, packHash: await packHash(used.text), layoutVersion: LAYOUT_VERSION };
  return writeXlsx(planWorkbook(used.form, { fields, lists }), store, { created: new Date(2024, 0, 5) });
}

const rule = (formula: string): readonly (readonly [CellRef, CellValue])[] =>
  Object.entries({ name: '调整后不少于年初', formula, message: '调整后小于年初', level: '核实' }).map(([column, text]) => [{ list: 'setRules', row: 0, column }, textCell(text)]);

test('a pack file without faults, and one with all of them at once', async () => {
  folder.write('好.json', pack());
  expect(await folder.run('pack', 'check', '好.json')).toMatchObject({ code: 0, out: '自制模板（own-2024，版本 1.0）没有错误：6 张表，17 个字段，0 处校验，0 条自定义规则。', err: '' });
  folder.write('坏.json', JSON.stringify({ ...own, colour: 'red', year: '2023', checks: [{ code: 'Z9' }] }));
  const faulty = await folder.run('pack', 'check', '坏.json');
  expect(faulty).toMatchObject({ code: 1, err: '' });
  expect(faulty.out.split('\n')).toEqual([
    '模板包“坏.json”有3处错误：',
    expect.stringMatching(/^\d\. .*；应为：/), expect.stringMatching(/^\d\. .*；应为：/), expect.stringMatching(/^\d\. .*；应为：/),
  ]);
  expect(faulty.out).toContain('colour："red"；应为：没有这个成员，请删除');
  expect(faulty.out).toContain('checks[0].code："Z9"；应为：一个大写字母和两位数字，例如 F01');
  const json = await folder.run('pack', 'check', '坏.json', '--json');
  expect(JSON.parse(json.out)).toMatchObject({ pack: null, faults: expect.arrayContaining([{ path: 'year', sheet: null, cell: null, found: '"2023"', expected: '整数', example: null }]) });
});

test('build takes any pack file, and nothing of a faulty one', async () => {
  expect(await folder.run('build', '--pack', '好.json', '--out', '套表.xlsx')).toMatchObject({ code: 0, err: '' });
  expect(await folder.run('pack', 'check', '套表.xlsx')).toMatchObject({ code: 0 });
  const faulty = await folder.run('build', '--pack', '坏.json', '--out', '不会有.xlsx');
  expect(faulty).toMatchObject({ code: 2, out: '' });
  expect(faulty.err).toMatch(/^模板包“坏\.json”有3处错误，没有写任何文件。请按下列各条改正后再试。（M34）\n1\. /);
  expect(folder.files()).not.toContain('不会有.xlsx');
});

test('a shipped pack as it is kept in its folder, templates beside it', async () => {
  const kept = join(__dirname, '../../assets/packs/quxian-2023/pack.json');
  expect(await folder.run('pack', 'check', kept)).toMatchObject({ code: 0, err: '' });
});

test('模板设置: built, changed, checked, taken out as a pack, built again', async () => {
  expect(await folder.run('build', '--pack', '好.json', '--master', '--out', '母版.xlsx')).toMatchObject({ code: 0, err: '' });
  expect(await folder.run('pack', 'from-workbook', '母版.xlsx', '--out', '原样.json')).toMatchObject({ code: 0, out: '已写入 原样.json：自制模板（own-2024，版本 1.0）。' });
  expect(JSON.parse(readFileSync(join(folder.path, '原样.json'), 'utf8'))).toEqual(own);
  for (const verb of [['check', '母版.xlsx'], ['report', '母版.xlsx'], ['proofread', '母版.xlsx']]) {
    expect(await folder.run(...verb)).toEqual({ code: 2, out: '', err: '“母版.xlsx”是财政局的模板工作簿，没有填报的表。请写单位填报的套表；检查模板用 pack check，下发用 issue。（M15）' });
  }
  const used = await masterOf(pack());
  folder.write('改.xlsx', await master([
    [settingCalled(used, 'setBasic', '模板名称'), textCell('改过的模板')], [settingCalled(used, 'setRooms', '【项目明细】项目'), numberCell(12)],
    ...rule('=收入_收入合计_调整后预算数>=收入_收入合计_年初预算数'),
  ]));
  expect(await folder.run('pack', 'check', '改.xlsx')).toMatchObject({ code: 0, out: expect.stringContaining('改过的模板（own-2024，版本 1.0）没有错误') });
  expect(await folder.run('pack', 'from-workbook', '改.xlsx', '--out', '改.json')).toMatchObject({ code: 0 });
  expect(JSON.parse(readFileSync(join(folder.path, '改.json'), 'utf8'))).toMatchObject({ title: '改过的模板', rules: [{ id: 'U01', level: 'warning', formula: '=收入_收入合计_调整后预算数>=收入_收入合计_年初预算数' }] });
  folder.write('数据.json', JSON.stringify({ pack: 'own-2024', fields: { 'income.general.initial': '10', 'income.general.adjustment': '-4' }, lists: {} }));
  expect(await folder.run('build', '--pack', '改.json', '--data', '数据.json', '--out', '填报.xlsx')).toMatchObject({ code: 0, err: '' });
  const checked = await folder.run('check', '填报.xlsx', '--json');
  expect(JSON.parse(checked.out)).toMatchObject({ findings: expect.arrayContaining([expect.objectContaining({
    code: 'U01', level: 'warning', field: 'income.total.adjusted', message: expect.stringContaining('调整后小于年初（左值6，右值10）'), source: '财政部门自定义规则',
  })]) });
});

test('faults of 模板设置 with their cells; nothing is written', async () => {
  const used = await masterOf(pack());
  folder.write('错.xlsx', await master([[settingCalled(used, 'setRooms', '【项目明细】项目'), numberCell(0)], ...rule('=收入_收入合计_年初预算<=5')]));
  const json = await folder.run('pack', 'check', '错.xlsx', '--json');
  expect([json.code, JSON.parse(json.out)]).toMatchObject([1, { pack: null, faults: [
    { path: '【项目明细】项目', sheet: '模板设置', cell: expect.stringMatching(/^[A-Z]+\d+$/), found: '0', expected: '1 至 2000 的整数' },
    { path: '自定义规则第1行·公式', sheet: '模板设置（校验）', cell: expect.stringMatching(/^[A-Z]+\d+$/), expected: '本模板的名称，是否指 收入_收入合计_年初预算数' },
  ] }]);
  const out = await folder.run('pack', 'from-workbook', '错.xlsx', '--out', '错.json');
  expect(out).toMatchObject({ code: 2, out: '' });
  expect(out.err).toContain('有2处错误，没有写任何文件');
  expect(folder.files()).not.toContain('错.json');
});

test.each<[string, string | Uint8Array, RegExp, number]>([
  ['broken.json', '{"formatVersion":1,', /文本到此中断/, 1],
  ['polluted.json', pack().replace('{', '{"__proto__":{"polluted":true},'), /__proto__：__proto__；应为：没有这个成员，请删除/, 1],
  ['twice.json', pack().replace('{', '{"title":"甲",'), /同一成员写了两次/, 1],
  ['deep.json', '['.repeat(10_000), /嵌套超过 40 层/, 1],
  ['newer.json', pack().replace('"formatVersion":1', '"formatVersion":2'), /请升级助手/, 2],
  ['none.xlsx', 'PK', /none\.xlsx/, 2],
  ['large.json', Buffer.alloc(9 * 1024 * 1024, 0x20), /太大。填报\/现状：9\.0 MB。应为：不超过 8 MB。/, 2],
])('%s', async (name, contents, message, code) => {
  folder.write(name, contents);
  const told = await folder.run('pack', 'check', name);
  expect(told.code).toBe(code);
  expect(`${told.out}${told.err}`).toMatch(message);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});
