import { checkPack } from '../../src/actions/checkPack';
import type { JsonValue } from '../../src/values/readJson';
import { bundledPacks } from '../cases/bundledPacks';
import { ownPack } from '../cases/ownPack';

type Holder = Record<string, JsonValue>;
type Changes = Readonly<Record<string, JsonValue | undefined>>;

/** The pack with what stands at these places replaced, or taken out. */
function broken(changes: Changes): string {
  const pack = JSON.parse(JSON.stringify(ownPack)) as Holder;
  for (const [path, value] of Object.entries(changes)) {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    const holder = steps.reduce<JsonValue>((node, step) => (node as Holder)[step] ?? {}, pack) as Holder;
    if (value === undefined) delete holder[last];
    else holder[last] = value;
  }
  return JSON.stringify(pack);
}

function told(text: string): readonly string[] {
  const checked = checkPack(text);
  if (checked.ok) return [];
  return checked.error.kind === 'newer' ? ['请升级'] : checked.error.faults.map(({ path, found, expected, example }) => `${path}：${found} → ${expected}${example === undefined ? '' : `（${example}）`}`);
}

test('nothing is wrong with the pack that is broken below, nor with those that ship', () => {
  expect(told(JSON.stringify(ownPack))).toEqual([]);
  for (const { text } of bundledPacks) expect(told(text)).toEqual([]);
});

const rule = (formula: string): Changes => ({ 'rules.0.formula': formula });
const TABLE: readonly (readonly [string, Changes, readonly string[]])[] = [
  ['a member that is missing', { year: undefined }, ['：无 → 缺少成员 year']],
  ['a wrong type', { year: '2023' }, ['year："2023" → 整数']],
  ['a number out of range', { year: 1999 }, ['year：1999 → 不小于2000的数']],
  ['an unknown member', { 'sheets.0.tittle': '表' }, ['sheets[0].tittle："表" → 没有这个成员，是否指 title？请改正或删除']],
  ['an unknown member unlike any', { colour: 'red' }, ['colour："red" → 没有这个成员，请删除']],
  ['a blank text', { title: '' }, ['title："" → 文字，不能空白']],
  ['an id with a blank', { 'sheets.0.id': 'a b' }, ['sheets[0].id："a b" → 以字母开头，只含字母和数字（basicFinal）']],
  ['a word that is no choice', { 'assessment.notApplicable': 'never' }, ['assessment.notApplicable："never" → 取值之一：redistribute、redistributeInGroup、exclude']],
  ['a kind of block that is none', { 'sheets.0.blocks.0.type': 'table' }, ['sheets[0].blocks[0].type："table" → 取值之一：text、fields、grid、matrix、list、progress、selfCheck']],
  ['a tab name with a colon', { 'sheets.0.name': '收入:支出' }, ['sheets[0].name："收入:支出" → 不超过31个字，不含 [ ] : * ? / \\ 和单引号（收入）']],
  ['a tab name of 32 characters', { 'sheets.0.name': '长'.repeat(32) }, ['sheets[0].name："长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长" → 不超过31个字符（收入）']],
  ['two tabs of one name', { 'sheets.0.name': '项目明细' }, ['sheets[2].name：项目明细 → 不重复的标签名（不分大小写）']],
  ['two tabs that differ in case', { 'sheets.0.name': 'Table', 'sheets.2.name': 'TABLE' }, ['sheets[2].name：table → 不重复的标签名（不分大小写）']],
  ['two tabs that differ in punctuation', { 'sheets.0.name': '收入万元' }, ['sheets[1].name：收入万元 → 去掉标点后也不重复的标签名']],
  ['a tab name Excel keeps', { 'sheets.0.name': 'History' }, ['sheets[0].name：History → 别的标签名，这个名称由 Excel 或本程序占用']],
  ['a tab name with a blank before it', { 'sheets.0.name': ' 基本情况' }, ['sheets[0].name：“ 基本情况” → 前后没有空格的标签名']],
  ['a tab name of marks', { 'sheets.0.name': '（）' }, ['sheets[0].name：（） → 含有汉字、字母或数字的标签名']],
  ['two sheets of one id', { 'sheets.2.id': 'income' }, ['sheets[2].id：income → 不重复的表 id']],
  ['two blocks of one id', { 'sheets.5.blocks.0.id': 'items' }, ['sheets[5].blocks[0].id：items → 全簿不重复的块 id']],
  ['two columns of one id', { 'sheets.2.blocks.0.columns.1.id': 'budget' }, ['sheets[2].blocks[0].columns[2].id：budget → 本清单不重复的列 id']],
  ['two cells of one name', { 'sheets.0.blocks.0.fields.1.label': '单位全称' }, ['sheets[0].blocks[0].fields[1]：基本_单位全称（profile.fullName 已用） → 全簿不重复的名称']],
  ['a defined name of more than 255 characters', { 'sheets.0.blocks.0.name': '长'.repeat(200), 'sheets.0.blocks.0.fields.3.label': '年'.repeat(60) }, ['sheets[0].blocks[0].fields[3]：长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长…（261个字） → 名称各部分合计不超过255个字']],
  ['an unknown kind of rule', { 'sheets.1.blocks.0.columns.2.rule': { kind: 'summ', of: ['initial'] } }, ['sheets[1].blocks[0].columns[2].rule.kind：summ → 规则种类，是否指 sum']],
  ['an unknown operand', { 'sheets.1.blocks.0.columns.2.rule': { kind: 'sum', of: ['initial', 'adjust'] } }, ['sheets[1].blocks[0].columns[2].rule.of[1]：adjust → 本模板的操作数，是否指 adjusted']],
  ['an operand that is missing', { 'sheets.1.blocks.0.columns.3.rule': { kind: 'ratio', numerator: 'adjusted' } }, ['sheets[1].blocks[0].columns[3].rule.denominator：无 → 比率需要的操作数 denominator']],
  ['a superfluous parameter', { 'sheets.1.blocks.0.columns.3.rule.round': 2 }, ['sheets[1].blocks[0].columns[3].rule.round：round → numerator、denominator 之一']],
  ['a parameter of the wrong shape', { 'sheets.4.blocks.0.columns.4.rule.bands.1.from': 0.6 }, ['sheets[4].blocks[0].columns[4].rule.bands[1].from：0.6 → 文字']],
  ['a column where a cell belongs', { 'sheets.1.blocks.0.columns.3.rule.numerator': 'items.budget[]' }, ['sheets[1].blocks[0].columns[3].rule.numerator：items.budget[] → 单个格']],
  ['a computed cell without a rule', { 'sheets.1.blocks.0.columns.2.rule': undefined }, ['sheets[1].blocks[0].columns[2].rule：无 → 计算格须写规则（{"kind":"sum","of":["initial","adjustment"]}）']],
  ['a rule in a typed cell', { 'sheets.2.blocks.0.columns.3.rule': { kind: 'same', of: 'budget' } }, ['sheets[2].blocks[0].columns[3].rule：typed → 只有计算格（entry 为 computed）写规则']],
  ['computed cells that need each other', { 'sheets.1.blocks.0.columns.2.rule.of': ['share'] }, ['income.general.adjusted：循环：income.general.adjusted → income.general.share → income.general.adjusted → 计算格不能依赖自己', 'income.total.adjusted：循环：income.total.adjusted → income.total.share → income.total.adjusted → 计算格不能依赖自己', 'income.fund.adjusted：循环：income.fund.adjusted → income.fund.share → income.fund.adjusted → 计算格不能依赖自己']],
  ['a total of a row that is not there', { 'sheets.1.blocks.0.rows.2.total': ['general', 'funds'] }, ['sheets[1].blocks[0].rows[2].total[1]：adjustment@funds → 同行列 id、列@行、块.行.列、块.字段、清单.列[行号] 或 清单.列[]（expenditure.total.final）']],
  ['cells of a column that is not there', { 'sheets.1.blocks.0.rows.0.cells': { totals: { entry: 'none' } } }, ['sheets[1].blocks[0].rows[0].cells.totals：totals → 本块的一个列 id']],
  ['a list that is identified by no column', { 'sheets.2.blocks.0.identifiedBy': 'title' }, ['sheets[2].blocks[0].identifiedBy：title → 本清单的一个列 id']],
  ['more rows than room', { 'sheets.4.blocks.0.room': 1 }, ['sheets[4].blocks[0].room：1 → 不少于2（预先填好的行数）']],
  ['a given row with an unknown column', { 'sheets.4.blocks.0.given.0.level4': '甲' }, ['sheets[4].blocks[0].given[0].level4：level4 → 本清单的一个列 id']],
  ['a given row that fills a computed column', { 'sheets.4.blocks.0.given.0.score': 60 }, ['sheets[4].blocks[0].given[0].score：60 → 不填写：这一列由公式计算']],
  ['a given text where a figure belongs', { 'sheets.4.blocks.0.given.0.weight': '六十' }, ['sheets[4].blocks[0].given[0].weight：六十 → 数字']],
  ['a given word that is no choice', { 'sheets.4.blocks.0.given.0.nature': '大于' }, ['sheets[4].blocks[0].given[0].nature：大于 → 下列之一：≥、定性']],
  ['weights that do not sum', { 'sheets.4.blocks.0.given.0.weight': 50 }, ['sheets[4].blocks[0].given：权重合计90 → 权重合计100']],
  ['a weight that is missing', { 'sheets.4.blocks.0.given.0.weight': undefined }, ['sheets[4].blocks[0].given[0].weight：无 → 每项指标都填权重，或都不填']],
  ['choices from a list that is not there', { 'sheets.2.blocks.0.columns.1.choices': { from: 'offices.name' } }, ['sheets[2].blocks[0].columns[1].choices.from：offices.name → 本模板的一个清单列：清单.列（offices.name）']],
  ['a cell of choices without choices', { 'sheets.2.blocks.0.columns.1.choices': undefined }, ['sheets[2].blocks[0].columns[1].choices：无 → 选项格须写选项（{"list":["是","否"]}）']],
  ['a choice written twice', { 'sheets.2.blocks.0.columns.1.choices.list': ['是', '是'] }, ['sheets[2].blocks[0].columns[1].choices.list[1]：是 → 不重复的选项']],
  ['choices of a scale that is not there', { 'sheets.2.blocks.0.columns.1.choices': { scale: '高低' } }, ['sheets[2].blocks[0].columns[1].choices.scale：高低 → 一个量表：好坏']],
  ['choices of words the assessment has not', { 'sheets.2.blocks.0.columns.1.choices': { of: 'level3' } }, ['sheets[2].blocks[0].columns[1].choices.of："level3" → 取值之一：level1、level2、natures']],
  ['choices of nothing', { 'sheets.2.blocks.0.columns.1.choices': {} }, ['sheets[2].blocks[0].columns[1].choices：{} → 至少1个成员：list、from、of、scale']],
  ['choices of two kinds', { 'sheets.2.blocks.0.columns.1.choices': { of: 'level1', list: ['甲'] } }, ['sheets[2].blocks[0].columns[1].choices：{"of":"level1","list":["甲"]} → 只写1个成员：list、from、of、scale']],
  ['a given word that is no 一级指标', { 'sheets.4.blocks.0.columns.1.choices': { of: 'level1' } }, ['sheets[4].blocks[0].given[0].nature：≥ → 下列之一：产出指标', 'sheets[4].blocks[0].given[1].nature：≥ → 下列之一：产出指标']],
  ['a scale ambiguous in a group that is not there', { 'assessment.scales.0.ambiguousIn': ['成本'] }, ['assessment.scales[0].ambiguousIn[0]：成本 → 一个一级指标']],
  ['two steps of one name', { 'assessment.scales.0.steps.1.synonyms': ['好'] }, ['assessment.scales[0].steps[1].synonyms[0]：好 → 本量表不重复的档次、别名']],
  ['two groups of one name', { 'assessment.tree.1': { name: '效益指标', synonyms: ['产出指标'], required: false, children: [] } }, ['assessment.tree[1].synonyms[0]：产出指标 → 不重复的一级指标、别名']],
  ['a weight scheme over an unknown group', { 'checks.2': { code: 'I02', level: 'error', sourced: { source: '某县通知', confirmed: false }, schemes: [[{ group: '产出', weight: '100' }]] } }, ['checks[2].schemes[0][0].group：产出 → 一个一级指标：产出指标']],
  ['a progress sheet without offices', { 'sheets.5.blocks.0.offices': 'offices.name' }, ['sheets[5].blocks[0].offices：offices.name → 本模板的一个清单列：清单.列（offices.name）']],
  ['an identity over an unknown field', { 'sheets.1.identities.0.right': ['income.generl.adjusted'] }, ['sheets[1].identities[0].right[0]：income.generl.adjusted → 本模板的操作数，是否指 income.general.adjusted']],
  ['identities without a 自检表', { 'sheets.6.blocks.0': { type: 'text', id: 'none', lines: ['无'] }, rules: undefined }, ['sheets[1].identities：1条 → 有勾稽关系的，模板包须有自检表（selfCheck 块）']],
  ['an indicator list that is not there', { 'assessment.list': 'indicator' }, ['assessment.list：indicator → 本模板的一个清单 id（indicators）']],
  ['a spelling of two natures', { 'assessment.natures.1.synonyms': ['不少于'] }, ['assessment.natures[1].synonyms[0]：不少于 → 只属于一种性质的写法']],
  ['a scale upside down', { 'assessment.scales.0.steps.0.low': '1', 'assessment.scales.0.steps.0.high': '0.8' }, ['assessment.scales[0].steps[0]：1 至 0.8 → 下限不高于上限']],
  ['grades out of order', { 'assessment.grades': [{ name: '良', from: '80' }, { name: '优', from: '90' }, { name: '差', from: '0' }] }, ['assessment.grades[1].from：90 → 低于上一等级的80，等级由高到低排列']],
  ['no grade for the lowest scores', { 'assessment.grades': [{ name: '优', from: '90' }] }, ['assessment.grades[0].from：90 → 最低的等级从 0 分起（0）']],
  ['a block on the right over helper columns', { 'sheets.2.blocks.0.columns.4.helper': true, 'sheets.2.blocks.1': { type: 'fields', id: 'beside', name: '旁注', pairsPerRow: 1, place: 'right', fields: [{ id: 'note', label: '说明', content: 'text', entry: 'typed' }, { id: 'more', label: '补充', content: 'text', entry: 'typed' }] } }, ['sheets[2].blocks[1].place：right，与“项目”的辅助列重叠1行 → 不与辅助列重叠：移到没有辅助列的块旁边，或去掉 place 放在下面（"below"）']],
  ['an unknown check', { 'checks.0.code': 'F99' }, ['checks[0].code：F99 → 校验编号（见模板包说明），是否指 F09']],
  ['a check over an unknown field', { 'checks.0.total': 'income.sum.adjusted' }, ['checks[0].total：income.sum.adjusted → 本模板的一个字段 id（income.total.final）']],
  ['a threshold of a check without its source', { 'checks.1.sourced': undefined }, ['checks[1].sourced：无 → 写明这些数（门槛、目标、权重、分值、档次）的来源和是否已核实（{"source":"某财绩〔2024〕1号","confirmed":false}）']],
  ['a source nobody says whether it is confirmed', { 'checks.1.sourced': { source: '某县通知' } }, ['checks[1].sourced：无 → 缺少成员 confirmed']],
  ['weights the bureau gives without their source', { 'sheets.4.blocks.0.sourced': undefined }, ['sheets[4].blocks[0].sourced：无 → 写明这些数（门槛、目标、权重、分值、档次）的来源和是否已核实（{"source":"某财绩〔2024〕1号","confirmed":false}）']],
  ['bands of a rule without their source', { 'sheets.4.blocks.0.columns.4.rule.sourced': undefined }, ['sheets[4].blocks[0].columns[4].rule.sourced：无 → 写明这些数（门槛、目标、权重、分值、档次）的来源和是否已核实（{"source":"某财绩〔2024〕1号","confirmed":false}）']],
  ['a superfluous parameter of a check', { 'checks.0.limit': '0.3' }, ['checks[0].limit：limit → total、parts']],
  ['a report sheet that is not there', { 'report.sheet': 'reports' }, ['report.sheet：reports → 有报告清单（output 的 list 块）的表 id（report）']],
  ['a template that is not there', { 'report.parts': ['2.liquid'] }, ['report.templates.2.liquid：第1行：模板文件不在模板包中 → 能生成报告的模板，写法见模板包说明']],
  ['a template without an end', { 'report.templates': { '1.liquid': '{% paragraph "a" %}收入' } }, ['report.templates.1.liquid：第1行：标签“paragraph”没有结束 → 能生成报告的模板，写法见模板包说明']],
  ['a template with an unknown field', { 'report.templates': { '1.liquid': '{% paragraph "a" %}{{ income.sum.final | 金额 }}{% endparagraph %}' } }, ['report.templates.1.liquid：第1行：没有字段“income.sum.final” → 能生成报告的模板，写法见模板包说明']],
  ['a template that reaches into objects', { 'report.templates': { '1.liquid': '{% paragraph "a" %}{{ income.constructor | 文字 }}{% endparagraph %}' } }, ['report.templates.1.liquid：第1行：没有字段“income.constructor” → 能生成报告的模板，写法见模板包说明']],
  ['a template that includes another', { 'report.templates': { '1.liquid': '{% include "1.liquid" %}' } }, ['report.templates.1.liquid：第1行：没有标签“include” → 能生成报告的模板，写法见模板包说明']],
  ['own rules of one id', { 'rules.1': { id: 'U01', name: '又一条', formula: '=收入_收入合计_调整后预算数>0', message: '不符', level: 'error' } }, ['rules[1].id：U01 → 不重复的编号（U01）']],
  ['own rules without a 自检表', { 'sheets.6.blocks.0': { type: 'text', id: 'none', lines: ['无'] }, 'sheets.1.identities': undefined }, ['rules：1条 → 有自定义规则的，模板包须有自检表（selfCheck 块）']],
  ['an own rule with an address', rule('=B5>=C5'), ['rules[0].formula：第2个字符起：B5 → 名称，不能写单元格地址（=支出_基本支出_决算数<=收入_合计_决算数）']],
  ['an own rule over another sheet', rule('=收入!B5>0'), ['rules[0].formula：第4个字符起：! → 名称，不能引用工作表（=支出_基本支出_决算数<=收入_合计_决算数）']],
  ['an own rule that calls out', rule('=WEBSERVICE("http://x")="1"'), ['rules[0].formula：第2个字符起：WEBSERVICE() → 可用的函数：SUM、MAX、MIN、AVERAGE、COUNT、COUNTIF、SUMIF、ABS、ROUND、IF、IFERROR、AND、OR、NOT、LEN、ISNUMBER（=支出_基本支出_决算数<=收入_合计_决算数）']],
  ['an own rule that moves', rule('=TODAY()>0'), ['rules[0].formula：第2个字符起：TODAY() → 可用的函数：SUM、MAX、MIN、AVERAGE、COUNT、COUNTIF、SUMIF、ABS、ROUND、IF、IFERROR、AND、OR、NOT、LEN、ISNUMBER（=支出_基本支出_决算数<=收入_合计_决算数）']],
  ['an own rule that is no condition', rule('=收入_收入合计_调整后预算数+1'), ['rules[0].formula：第16个字符起：数字 → 能判断成立与否的条件，如 =甲<=乙（=支出_基本支出_决算数<=收入_合计_决算数）']],
  ['an own rule with an unknown name', rule('=收入_收入合计_调整后预算>=0'), ['rules[0].formula：第2个字符起：收入_收入合计_调整后预算 → 本模板的名称，是否指 收入_收入合计_调整后预算数（=支出_基本支出_决算数<=收入_合计_决算数）']],
  ['an own rule that compares text with figures', rule('=收入_收入合计_调整后预算数="是"'), ['rules[0].formula：第16个字符起：数字与文字比较 → 数字与数字比较，文字与文字比较（=支出_基本支出_决算数<=收入_合计_决算数）']],
  ['an own rule without a formula', rule('大于零'), ['rules[0].formula：第1个字符起：大于零 → 以等号 = 开头的公式（=支出_基本支出_决算数<=收入_合计_决算数）']],
];

test.each(TABLE)('%s', (_what, changes, lines) => {
  expect(told(broken(changes))).toEqual(lines);
});

test('at least forty ways, each with its own message', () => {
  expect(TABLE.length).toBeGreaterThanOrEqual(40);
});

test('faults of every kind at once', () => {
  const faults = told(broken({ 'assessment.grades': [{ name: '优', from: '90' }], 'checks.0.code': 'F99', 'rules.0.formula': '=B5', 'sheets.4.blocks.0.given.0.weight': 50, 'sheets.1.blocks.0.columns.2.rule.kind': 'summ' }));
  expect(faults).toHaveLength(4);
});

const whole = JSON.stringify(ownPack);
test.each([
  ['a text that breaks off', whole.slice(0, 200), ['documents[0]：第 1 行第 201 个字符：文本到此中断 → 成员名后面的冒号 :']],
  ['a comma too many', `${whole.slice(0, -1)},}`, [`：第 1 行第 ${whole.length + 1} 个字符：“}” → 去掉最后一项后面的逗号`]],
  ['no object', '[]', ['：[] → 对象 {…}']],
  ['nothing', '', ['：第 1 行第 1 个字符：文本到此中断 → 一个值：文字（用英文双引号）、数字、{ 或 [']],
  ['a member written twice', whole.replace('{', '{"id":"other",'), ['id：同一成员写了两次 → 每个成员只写一次']],
  ['__proto__', whole.replace('{', '{"__proto__":{"polluted":true},'), ['__proto__：__proto__ → 没有这个成员，请删除']],
  ['10,000 levels', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, ['[0][0][0]：嵌套超过 40 层 → 不超过 40 层']],
  ['50 MB', `"${'x'.repeat(50_000_000)}"`, ['：50000002 个字符 → 不超过 4000000 个字符']],
  ['a number of 30 digits', whole.replace('"year":2023', `"year":${'9'.repeat(30)}`), ['year：999999999999999999999999999999 → 不超过 15 位的数字']],
  ['half a character', whole.replace('自制模板', '\\ud800'), ['title：半个字符（代理项不成对） → 完整的字符']],
  ['a newer format', whole.replace('"formatVersion":1', '"formatVersion":2'), ['请升级']],
])('%s', (_what, text, lines) => {
  expect(told(text)).toEqual(lines);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});
