import { readRoster } from '../../../src/actions/handingOut/readRoster';
import { rosterOf, rosterSheets } from '../../../src/evaluation/roster';
import { shippedPack, shippedPackIds } from '../../../src/cli/shippedPacks';
import type { Pack } from '../../../src/pack/pack';
import { numberCell, type CellValue } from '../../../src/values/cell';
import type { Plain, PlayedWorkbook } from '../../cases/playedWorkbook';
import { formOf, givingPack, perProjectPack, rosterReading, rosterRows } from '../../cases/rosterCase';

type Rows = Readonly<Record<string, readonly Readonly<Record<string, Plain>>[]>>;
type Table = keyof typeof rosterRows;

const form = formOf(givingPack);
const read = (rows: Rows, damage?: (workbook: PlayedWorkbook) => unknown): ReturnType<typeof readRoster> => readRoster(form, givingPack, rosterReading(givingPack, rows, damage));

/** The three units with one row of a table changed. */
const changed = (table: Table, row: number, change: Readonly<Record<string, Plain>>): Rows =>
  ({ ...rosterRows, [table]: rosterRows[table].map((cells, index) => (index === row ? { ...cells, ...change } : cells)) });

test('the tables follow from the pack: given fields and lists, drop-downs, no approved twins', () => {
  const { units, lists } = rosterOf(form);
  expect(units.block.columns.map(({ label }) => label)).toEqual(['单位编码', '单位名称', '联系人', '联系电话', '主管部门']);
  expect(lists.map(({ block }) => [block.name, block.columns.map(({ label }) => label).join(' ')])).toEqual([
    ['单位项目', '单位编码 项目编码 项目名称 项目类别 年初预算数'],
    ['单位绩效指标', '单位编码 一级指标 三级指标 指标值 度量单位 权重'],
  ]);
});

test.each(shippedPackIds())('%s: its roster can be laid out', (id) => {
  const shipped = shippedPack(id);
  const own = formOf(JSON.parse(shipped.ok ? shipped.value.text : '') as Pack);
  const sheets = rosterSheets(own);
  const { signing: _signing, unitChoice: _unitChoice, perRow: _perRow, rules: _rules, ...rest } = own.pack;
  expect(sheets[0]?.name).toBe('单位名册');
  expect(sheets.every(({ name }) => name.length <= 31)).toBe(true);
  formOf({ ...rest, sheets });
});

test('three units, each with what is its own', () => {
  const units = read(rosterRows);
  if (!units.ok) throw new Error(JSON.stringify(units.error));
  expect(units.value.map(({ code, name, contact, phone }) => [code, name, contact, phone])).toEqual([
    ['017', '示例县数据中心', '张三', '0818-7120000'], ['018', '示例县档案馆', '=HYPERLINK("x")', '+86 1'], ['019', '示例县图书馆', '', ''],
  ]);
  expect(units.value[0]?.prefilled).toEqual({
    fields: { 'profile.unitCode': '017', 'profile.fullName': '示例县数据中心', 'profile.supervisor': '县政府办' },
    lists: {
      projects: [
        { code: 'P1', name: '政务云租赁', category: '特定目标类', initial: '96.50' }, { code: 'P3', name: '人员经费', category: '人员类', initial: '101.55' },
      ],
      indicators: [
        { level1: '产出指标', level3: '汇聚数据', target: '120', unit: '万条', weight: '60', approvedTarget: '120', approvedWeight: '60' },
        { level1: '满意度指标', level3: '群众满意度', target: '≥95', unit: '%', weight: '40', approvedTarget: '≥95', approvedWeight: '40' },
      ],
    },
  });
  expect(units.value[2]?.prefilled).toEqual({ fields: { 'profile.unitCode': '019', 'profile.fullName': '示例县图书馆' }, lists: {} });
});

test.each<[string, Rows, { readonly sheet: string; readonly address: string } | null, RegExp]>([
  ['two units with one code', changed('rosterUnits', 2, { code: '017' }), { sheet: '单位名册', address: 'A7' }, /单位第3行·单位编码.*“017”.*第1行已用/],
  ['two codes that look alike', changed('rosterUnits', 2, { code: ' ０１７ ' }), { sheet: '单位名册', address: 'A7' }, /第1行已用/],
  ['a unit without a code', changed('rosterUnits', 2, { code: '' }), { sheet: '单位名册', address: 'A7' }, /单位编码 空白/],
  ['a unit without a name', changed('rosterUnits', 2, { name: '' }), { sheet: '单位名册', address: 'B7' }, /单位名称 空白/],
  ['a project of an unknown unit', changed('rosterProjects', 1, { ofUnit: '081' }), { sheet: '单位项目', address: 'A6' }, /“081” 单位名册中有的单位编码 018/],
  ['a project of nobody', changed('rosterProjects', 1, { ofUnit: '' }), { sheet: '单位项目', address: 'A6' }, /单位编码 空白/],
  ['a project without a name', changed('rosterProjects', 0, { name: '' }), { sheet: '单位项目', address: 'C5' }, /项目名称 空白/],
  ['text for a figure', changed('rosterProjects', 0, { initial: '1,096.5万元' }), { sheet: '单位项目', address: 'E5' }, /年初预算数 “1,096.5万元” 数字 1096.5/],
  ['a negative budget', changed('rosterProjects', 0, { initial: -3 }), { sheet: '单位项目', address: 'E5' }, /不能为负/],
  ['an error value', changed('rosterProjects', 0, { initial: { kind: 'error', code: '#REF!' } satisfies CellValue }), { sheet: '单位项目', address: 'E5' }, /“#REF!” 不是错误值/],
  ['a word outside the drop-down', changed('rosterProjects', 0, { category: '特定目标' }), { sheet: '单位项目', address: 'D5' }, /“特定目标” 下列之一：人员类、特定目标类/],
  ['the same project twice', changed('rosterProjects', 2, { name: '政务云租赁' }), { sheet: '单位项目', address: 'C7' }, /“政务云租赁” 同一单位不重名；第1行已有/],
  ['weights that do not sum', changed('rosterIndicators', 1, { weight: numberCell('39.5') }), { sheet: '单位绩效指标', address: 'F5' }, /单位“017”权重合计99\.5 合计100/],
  ['a missing weight', changed('rosterIndicators', 1, { weight: '' }), { sheet: '单位绩效指标', address: 'F6' }, /权重 空白 权重 10/],
  ['no unit at all', {}, { sheet: '单位名册', address: 'A5' }, /没有单位/],
])('%s', (_name, rows, place, text) => {
  const units = read(rows);
  if (units.ok) throw new Error('accepted');
  expect(units.error).toHaveLength(1);
  expect(units.error[0]?.place).toEqual(place);
  const { what = '', found = '', expected = '', example = '' } = units.error[0] ?? {};
  expect(`${what} ${found} ${expected} ${example}`).toMatch(text);
});

test('more rows than the form has room for', () => {
  const rows = Array.from({ length: 4 }, (_, index) => ({ ofUnit: '019', code: `P${index}`, name: `项目${index}` }));
  expect(read({ ...rosterRows, rosterProjects: rows })).toMatchObject({ ok: false, error: [{ place: { sheet: '单位项目', address: 'A8' }, found: '单位“019”共4行', expected: '不超过3行（其表中的行数）' }] });
});

test('all faults at once, in the order of the tables', () => {
  const units = read({
    rosterUnits: [{ code: '1' }, { name: '无码' }], rosterProjects: [{ ofUnit: '2', initial: '若干' }], rosterIndicators: [{ ofUnit: '1', level3: '甲', weight: '九十' }],
  });
  if (units.ok) throw new Error('accepted');
  expect(units.error.map(({ what }) => what)).toEqual(['单位第1行·单位名称', '单位第2行·单位编码', '单位项目第1行·年初预算数', '单位项目第1行·单位编码', '单位绩效指标第1行·权重']);
});

test('a lost table or column is told, nothing is guessed', () => {
  expect(read(rosterRows, (workbook) => workbook.deleteSheet('rosterProjects'))).toMatchObject({ ok: false, error: [{ place: null, what: '工作表“单位项目”' }] });
});

describe('a pack with a sheet for each project', () => {
  const projects = [
    { ofUnit: '017', code: 'P1', name: '政务云', initial: 1, rowField1: '保障运行' }, { ofUnit: '017', code: 'P2', name: '平台', initial: 2 }, { ofUnit: '017', code: 'P3', name: '网络', initial: 3, rowField1: '不断网' },
  ];
  const indicators = [
    { ofUnit: '017', ofRow: '网络', level1: '产出指标', level3: '可用率', target: '99', unit: '%', weight: 100 },
    { ofUnit: '017', ofRow: '政务云', level1: '产出指标', level3: '虚机数', target: '20', unit: '台', weight: 100 },
  ];
  const readPer = (more: Rows): ReturnType<typeof readRoster> =>
    readRoster(formOf(perProjectPack), perProjectPack, rosterReading(perProjectPack, { rosterUnits: [{ code: '017', name: '甲' }], rosterProjects: projects, rosterIndicators: indicators, ...more }));

  test('one table for the sheets of all projects, their given fields beside the project', () => {
    expect(rosterOf(formOf(perProjectPack)).lists.map(({ block }) => [block.name, block.columns.map(({ label }) => label).join(' ')])).toEqual([
      ['单位项目', '单位编码 项目编码 项目名称 项目类别 年初预算数 预期目标'],
      ['单位指标', '单位编码 项目名称 一级指标 三级指标 指标值 度量单位 权重'],
    ]);
  });

  test('every row goes to the sheet of its project, also beyond the sheets of the pack', () => {
    const units = readPer({});
    if (!units.ok) throw new Error(JSON.stringify(units.error));
    const prefilled = units.value[0]?.prefilled;
    expect(prefilled?.fields).toEqual({ 'profile.unitCode': '017', 'profile.fullName': '甲', 'goals1.expected': '保障运行', 'goals3.expected': '不断网' });
    expect(Object.entries(prefilled?.lists ?? {}).map(([id, rows]) => [id, rows.map(({ name, level3 }) => name ?? level3)])).toEqual([
      ['projects', ['政务云', '平台', '网络']], ['indicators1', ['虚机数']], ['indicators3', ['可用率']],
    ]);
  });

  test('an indicator of a project the unit has not, and weights of a project that do not sum', () => {
    expect(readPer({ rosterIndicators: [{ ...indicators[0], ofRow: '网路' }, { ...indicators[1], weight: 90 }] })).toMatchObject({ ok: false, error: [
      { found: '单位“017”项目“政务云”权重合计90', expected: '合计100' }, { what: '单位指标第1行·项目名称', found: '“网路”', example: '网络' },
    ] });
  });
});
