import fc from 'fast-check';
import { entriesFromData } from '../../src/evaluation/entries';
import { evaluate } from '../../src/evaluation/evaluate';
import { compileForm, type Form } from '../../src/evaluation/form';
import { readEvaluationData, type DataFault } from '../../src/evaluation/readData';
import { cellText } from '../../src/values/cell';
import { bundledForm } from '../cases/samplePack';
import { seed } from '../cases/seed';
import { tinyPack, tinySample } from '../cases/tinyPack';

const compiled = compileForm(tinyPack);
if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
const form: Form = compiled.value;

function faults(data: unknown): readonly DataFault[] {
  const read = readEvaluationData(typeof data === 'string' ? data : JSON.stringify(data), form);
  return read.ok ? [] : read.error;
}

const field = (id: string, value: unknown): unknown => ({ pack: 'tiny', fields: { [id]: value } });
const items = (...rows: readonly unknown[]): unknown => ({ pack: 'tiny', lists: { items: rows } });

test('a right file is read as it is, missing parts are empty', () => {
  expect(readEvaluationData(JSON.stringify(tinySample), form)).toEqual({ ok: true, value: tinySample });
  expect(readEvaluationData('{"pack":"tiny","note":"来源","$schema":"x"}', form)).toEqual({ ok: true, value: { pack: 'tiny', fields: {}, lists: {} } });
});

test.each<[string, unknown, DataFault]>([
  ['unknown field', field('income.generl.initial', '1'), { path: 'fields.income.generl.initial', found: 'income.generl.initial', expected: '模板包里的字段 id', remedy: '是否指 income.general.initial？请改正或删去。' }],
  ['field by its Chinese name', field('收入_一般公共预算财政拨款_年初预算数', '1'), { path: 'fields.收入_一般公共预算财政拨款_年初预算数', found: '收入_一般公共预算财政拨款_年初预算数', expected: '模板包里的字段 id', remedy: '是否指 income.general.initial？请改正或删去。' }],
  ['nothing like it', field('colour', 'red'), { path: 'fields.colour', found: 'colour', expected: '模板包里的字段 id', remedy: '请从 fields 删去，或用 packs tiny 查看全部 id。' }],
  ['computed field', field('income.total.adjusted', '196.78'), { path: 'fields.income.total.adjusted', found: '“196.78”', expected: '不填写', remedy: '“收入合计·调整后预算数”由公式计算，请删去；计算所依据的格填好后自动得出。' }],
  ['text in an amount', field('income.fund.initial', '约三百'), { path: 'fields.income.fund.initial', found: '“约三百”', expected: '“政府性基金预算财政拨款·年初预算数”是数字', remedy: '请写十进制数字，例如 227.39，不带单位、百分号和千分位；没有请删去该项。' }],
  ['18 digits', field('income.fund.initial', '123456789012345678'), { path: 'fields.income.fund.initial', found: '“123456789012345678”', expected: '“政府性基金预算财政拨款·年初预算数”是数字，不超过15位', remedy: '表格只保存15位数字，请改为需要的位数。' }],
  ['null', field('profile.contact', null), { path: 'fields.profile.contact', found: 'null', expected: '文字或数字', remedy: '请按 assets/schema/evaluation.schema.json 改正。' }],
  ['control character', field('profile.contact', 'a\u0001'), { path: 'fields.profile.contact', found: '“a\u0001”', expected: '“联系人”不含控制字符', remedy: '请删去看不见的控制字符。' }],
  ['unknown list', { pack: 'tiny', lists: { itmes: [] } }, { path: 'lists.itmes', found: 'itmes', expected: '模板包里的清单 id', remedy: '是否指 items？请改正或删去。' }],
  ['unknown column', items({ name: '甲', budgte: '1' }), { path: 'lists.items[0].budgte', found: 'budgte', expected: '“项目”的列 id', remedy: '是否指 budget？请改正或删去。' }],
  ['computed column', items({ name: '甲', rate: '1' }), { path: 'lists.items[0].rate', found: '“1”', expected: '不填写', remedy: '“执行率”由公式计算，请删去。' }],
  ['choice not in the list', items({ name: '甲', category: '人员' }), { path: 'lists.items[0].category', found: '“人员”', expected: '“项目类别”是下列之一：人员类、特定目标类', remedy: '是否指“人员类”？' }],
  ['row without its name', items({ name: '甲' }, { budget: '1' }), { path: 'lists.items[1]', found: '无', expected: '填写 name（项目名称）', remedy: '没有这一列的行不算一行；请填写，或删去整行。' }],
  ['more rows than room', items(...Array.from({ length: 9 }, (_, i) => ({ name: `项目${i}` }))), { path: 'lists.items', found: '9行', expected: '不超过8行', remedy: '“项目”放不下第9行以后的新增行，请合并或删减。' }],
  ['more rows than room beside the given ones', { pack: 'tiny', lists: { reference: [{ word: '好' }, { word: '中' }, { word: '差' }] } }, { path: 'lists.reference', found: '4行（其中模板已给出2行）', expected: '不超过3行', remedy: '“参数”放不下第2行以后的新增行，请合并或删减。' }],
  ['a given row twice', { pack: 'tiny', lists: { reference: [{ word: '好' }, { word: '好' }] } }, { path: 'lists.reference[1].word', found: '“好”', expected: '每个模板行只出现一次', remedy: '与 lists.reference[0] 重复，请合并为一行。' }],
  ['a field without a name', field('', ''), { path: 'fields.', found: '（空）', expected: '模板包里的字段 id', remedy: '请从 fields 删去，或用 packs tiny 查看全部 id。' }],
  ['other pack', { pack: 'small' }, { path: 'pack', found: 'small', expected: 'tiny', remedy: '请选用数据所属的模板包（--pack），或改正数据文件的 pack。' }],
  ['no pack', { fields: {} }, { path: '', found: '无', expected: '缺少成员 pack', remedy: '请按 assets/schema/evaluation.schema.json 改正。' }],
  ['list that is none', { pack: 'tiny', lists: { items: { name: '甲' } } }, { path: 'lists.items', found: '{"name":"甲"}', expected: '清单 […]', remedy: '请按 assets/schema/evaluation.schema.json 改正。' }],
  ['unknown member', { pack: 'tiny', feilds: {} }, { path: 'feilds', found: '{}', expected: '没有这个成员，是否指 fields？请改正或删除', remedy: '请按 assets/schema/evaluation.schema.json 改正。' }],
  ['text of 40,000 characters', field('profile.contact', '长'.repeat(40_000)), { path: 'fields.profile.contact', found: `“${'长'.repeat(59)}…`, expected: '“联系人”不超过32767个字符', remedy: '请分段或缩短。' }],
])('%s', (_name, data, fault) => {
  expect(faults(data)).toContainEqual(fault);
});

test.each([
  ['2024-02-30', '没有这一天，请核对。'], ['2024.3', '例如 2024-03-23。'], [45374, '例如 2024-03-23。'], ['2024-02-29', null],
])('date %s', (value, remedy) => {
  const dated = compileForm({ ...tinyPack, sheets: tinyPack.sheets.map((sheet) => (sheet.id !== 'profile' ? sheet : {
    ...sheet, blocks: [{ type: 'fields', id: 'profile', name: '基本', pairsPerRow: 1, fields: [{ id: 'day', label: '报告日期', content: 'date', entry: 'typed' }] }],
  })) });
  if (!dated.ok) throw new Error(JSON.stringify(dated.error));
  const read = readEvaluationData(JSON.stringify(field('profile.day', value)), dated.value);
  expect(read.ok ? null : read.error.map((fault) => [fault.expected, fault.remedy])).toEqual(remedy === null ? null : [['“报告日期”是日期 yyyy-mm-dd', remedy]]);
});

test('faults of every kind come together', () => {
  const found = faults({ pack: 'other', fields: { 'a.b': 1, 'income.fund.initial': 'x', 'profile.contact': null }, lists: { items: [{ budget: 'y' }], more: [] } });
  expect(found.map(({ path }) => path)).toEqual(['fields.profile.contact', 'pack', 'fields.a.b', 'fields.income.fund.initial', 'lists.items[0].budget', 'lists.items[0]', 'lists.more']);
});

test.each([
  ['trailing comma', '{"pack":"tiny",}', { found: '第 1 行第 16 个字符：“}”', expected: '去掉最后一项后面的逗号' }],
  ['duplicate key', '{"pack":"tiny","fields":{"profile.contact":"甲","profile.contact":"乙"}}', { path: 'fields.profile.contact', found: '同一成员写了两次' }],
  ['__proto__', '{"pack":"tiny","fields":{"__proto__":{"x":1}}}', { path: 'fields.__proto__', expected: '没有这个成员，请删除' }],
  ['depth 10,000', '['.repeat(10_000), { found: '嵌套超过 10 层' }],
  ['50 MB', `"${'x'.repeat(50_000_000)}"`, { expected: '不超过 4000000 个字符' }],
  ['a name of Object', '{"pack":"tiny","fields":{"constructor":"1","toString":"2"},"lists":{"hasOwnProperty":[]}}', { path: 'fields.constructor', expected: '模板包里的字段 id' }],
])('%s', (_name, text, fault) => {
  expect(faults(text)[0]).toMatchObject({ ...fault, remedy: expect.stringMatching(/。$/) });
});

test(`whatever the file says, reading ends with data or with faults that say what to do (seed ${seed})`, () => {
  const word = fc.constantFrom('pack', 'fields', 'lists', 'items', 'tiny', 'income.fund.initial', 'profile.contact', 'name', 'budget');
  const value = fc.letrec((tie) => ({
    any: fc.oneof(fc.string(), word, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null), fc.boolean(), fc.array(tie('any'), { maxLength: 3 }), fc.dictionary(fc.oneof(word, fc.string()), tie('any'), { maxKeys: 4 })),
  })).any;
  fc.assert(fc.property(value, (data) => {
    const read = readEvaluationData(JSON.stringify(data), form);
    if (read.ok) entriesFromData(form, read.value);
    else for (const fault of read.error) expect([fault.found, fault.expected, fault.remedy].every((text) => text !== '')).toBe(true);
  }), { numRuns: 500, seed });
});

test('numbers are the decimals written, as text or as number', () => {
  const read = readEvaluationData('{"pack":"tiny","fields":{"income.general.initial":0.1,"income.general.adjustment":"0.2"}}', form);
  const evaluation = read.ok ? evaluate(form, entriesFromData(form, read.value)) : null;
  expect(evaluation && cellText(evaluation.value('income.general.adjusted'))).toBe('0.3');
});

describe('data of a sheet per row', () => {
  const national = bundledForm('national-2020');
  const faultsOf = (data: unknown): readonly DataFault[] => {
    const read = readEvaluationData(JSON.stringify(data), national);
    return read.ok ? [] : read.error;
  };
  const projects = [{ name: '道路养护' }, { name: '窗口改造' }];
  const indicators = [{ level3: '养护里程', target: '≥8公里', weight: '90' }];

  test.each<[string, unknown, readonly DataFault[]]>([
    ['of a row that has one', { fields: { 'form2.goal': '完成改造' }, lists: { projects, indicators2: indicators } }, []],
    ['a list of a project that is not there', { lists: { projects, indicators7: indicators } }, [{
      path: 'lists.indicators7', found: '项目清单第7行的表', expected: '项目清单第1至5行的表', remedy: '请在 lists.projects 写出第7行（现有2行），或删去。',
    }]],
    ['a field of one, with no list of projects', { fields: { 'form12.goal': '完成改造' } }, [{
      path: 'fields.form12.goal', found: '项目清单第12行的表', expected: '项目清单第1至5行的表', remedy: '请在 lists.projects 写出第12行（现有0行），或删去。',
    }]],
    ['of a row the list has no room for', { fields: { 'form61.goal': '完成改造' }, lists: { projects } }, [{
      path: 'fields.form61.goal', found: '项目清单第61行的表', expected: '项目清单第1至60行的表', remedy: '“项目清单”只有60行，请合并或删去。',
    }]],
    ['a mistyped one', { fields: { 'form02.goal': '完成改造' } }, [{ path: 'fields.form02.goal', found: 'form02.goal', expected: '模板包里的字段 id', remedy: '是否指 form2.goal？请改正或删去。' }]],
  ])('%s', (_name, data, expected) => {
    expect(faultsOf({ pack: 'national-2020', ...(data as object) })).toEqual(expected);
  });
});
