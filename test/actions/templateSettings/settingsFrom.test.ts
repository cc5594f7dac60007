import { settingsFrom } from '../../../src/actions/templateSettings/settingsFrom';
import type { ListBlock, Pack } from '../../../src/pack/pack';
import { bundledText, masterOf, settingCalled, typedInto, type Typed } from '../../cases/masterWorkbook';

const QUXIAN = 'quxian-2023';
const begun = new Map<string, ReturnType<typeof masterOf>>();

function once(text: string): ReturnType<typeof masterOf> {
  const master = begun.get(text) ?? masterOf(text);
  begun.set(text, master);
  return master;
}

const FRAME = 'setList3';

async function result(typed: (master: Awaited<ReturnType<typeof masterOf>>) => readonly Typed[], text = bundledText(QUXIAN)): Promise<ReturnType<typeof settingsFrom>> {
  const master = await once(text);
  return settingsFrom(master, typedInto(master, typed(master)));
}

async function packAfter(typed: Parameters<typeof result>[0]): Promise<Pack> {
  const made = await result(typed);
  if (!made.ok) throw new Error(JSON.stringify(made.error, null, 1));
  return made.value;
}

function listOf(pack: Pack, id: string): ListBlock {
  const list = pack.sheets.flatMap(({ blocks }) => blocks).find((block): block is ListBlock => block.type === 'list' && block.id === id);
  if (!list) throw new Error(id);
  return list;
}

test.each(['quxian-2023', 'longshan-2022', 'national-2020'])('%s: 模板设置 as it is begun gives the pack it was begun with', async (id) => {
  expect(await result(() => [], bundledText(id))).toEqual({ ok: true, value: JSON.parse(bundledText(id)) as unknown });
});

test('a bureau\'s own workbook holds 模板设置 and 单位名册 and no form', async () => {
  const { form, forms, pack } = await once(bundledText(QUXIAN));
  expect(pack.master).toBe(true);
  expect([...form.sheets.values()].map(({ name }) => name)).toEqual(['模板设置', '模板设置（指标）', '模板设置（计分）', '模板设置（校验）', '模板设置（文字）', '单位名册', '单位项目', '单位绩效指标', '可用名称']);
  expect(forms.sheets.has('income')).toBe(true);
  expect([...form.sheets.keys()].filter((id) => forms.sheets.has(id))).toEqual([]);
});

test('everything a bureau changes is in the pack, and nothing else', async () => {
  const before = JSON.parse(bundledText(QUXIAN)) as Pack;
  const pack = await packAfter((master) => [
    [settingCalled(master, 'setBasic', '模板名称'), '某县 2024 年度部门预算绩效自评'],
    [settingCalled(master, 'setBasic', '评价年度'), 2024],
    [settingCalled(master, 'setBasic', '模板编号'), 'mouxian-2024'],
    [settingCalled(master, 'setGiven', '【执行进度】1—6月·进度目标'), '45%'],
    [settingCalled(master, 'setRooms', '【项目明细】项目'), 80],
    [settingCalled(master, 'setTexts', '【收入】标题'), '收入预决算情况表'],
    [settingCalled(master, 'setThresholds', 'R15 预算调整率超过限度未说明·限度·门槛'), 0.2],
    [settingCalled(master, 'setChecks', 'T05 公务用车购置费与购置数量不匹配'), '否'],
    [settingCalled(master, 'setScoring', '不适用的指标'), '权重按比例分给其余指标'],
    [{ list: 'setGrades', row: 0, column: 'from' }, 95],
    [{ list: 'setRules', row: 0, column: 'name' }, '基本支出不超过本年收入'],
    [{ list: 'setRules', row: 0, column: 'formula' }, '=支出_基本支出_决算数<=收入_合计_决算数'],
    [{ list: 'setRules', row: 0, column: 'message' }, '基本支出大于本年收入'],
    [{ list: 'setRules', row: 0, column: 'level' }, '核实'],
  ]);
  expect(pack).toMatchObject({ title: '某县 2024 年度部门预算绩效自评', year: 2024, id: 'mouxian-2024', assessment: { notApplicable: 'redistribute', grades: [{ from: '95' }, { from: '80' }, { from: '60' }, { from: '0' }] } });
  expect(pack.rules).toEqual([{ id: 'U01', name: '基本支出不超过本年收入', formula: '=支出_基本支出_决算数<=收入_合计_决算数', message: '基本支出大于本年收入', level: 'warning' }]);
  expect(pack.checks.find(({ code }) => code === 'R15')).toMatchObject({ limit: '0.2' });
  expect(pack.checks.filter(({ applies }) => applies === false)).toEqual([expect.objectContaining({ code: 'T05' })]);
  expect(listOf(pack, 'projects').room).toBe(80);
  const differing = before.sheets.filter((sheet, s) => JSON.stringify(sheet) !== JSON.stringify(pack.sheets[s])).map(({ id }) => id);
  expect(differing).toEqual(['profile', 'income', 'progress', 'projects']);
  expect(pack).not.toHaveProperty('master');
});

test('points of the score table and indicators that every unit gets', async () => {
  const indicator = (row: number, level3: string, weight: number): readonly Typed[] => [
    [{ list: 'setList2', row, column: 'level1' }, '产出指标'], [{ list: 'setList2', row, column: 'level3' }, level3], [{ list: 'setList2', row, column: 'nature' }, '≥'],
    [{ list: 'setList2', row, column: 'target' }, '10'], [{ list: 'setList2', row, column: 'weight' }, weight],
  ];
  const pack = await packAfter((master) => [
    ...indicator(0, '汇聚数据', 60), ...indicator(2, '数据共享', 40), [{ list: FRAME, row: 1, column: 'points' }, 5],
    ...['【整体绩效自评表】绩效指标', '【评价指标体系】得分表指标'].flatMap((block): readonly Typed[] => [
      [settingCalled(master, 'setGivenSources', `${block}·来源`), '某财绩〔2024〕1号'], [settingCalled(master, 'setGivenSources', `${block}·已核实`), '是'],
    ]),
  ]);
  expect(listOf(pack, 'indicators').given).toEqual([
    { level1: '产出指标', level3: '汇聚数据', nature: '≥', target: '10', weight: 60 }, { level1: '产出指标', level3: '数据共享', nature: '≥', target: '10', weight: 40 },
  ]);
  expect(listOf(pack, 'frame').given?.[1]).toEqual({ level1: '总体绩效', level2: '预算管理', level3: '预算编制质量', points: 5 });
  expect([listOf(pack, 'indicators').sourced, listOf(pack, 'frame').sourced]).toEqual(Array(2).fill({ source: '某财绩〔2024〕1号', confirmed: true }));
});

test('every fault at once, each at its cell with what was expected', async () => {
  const made = await result((master) => [
    [settingCalled(master, 'setBasic', '评价年度'), '二〇二四'],
    [settingCalled(master, 'setBasic', '模板名称'), ''],
    [settingCalled(master, 'setGiven', '【执行进度】1—6月·进度目标'), '约四成'],
    [settingCalled(master, 'setRooms', '【项目明细】项目'), 0],
    [settingCalled(master, 'setTexts', '【收入】标签名'), '支出（性质）'],
    [settingCalled(master, 'setChecks', 'T05 公务用车购置费与购置数量不匹配'), '不'],
    [settingCalled(master, 'setThresholds', 'R15 预算调整率超过限度未说明·限度·门槛'), ''],
    [settingCalled(master, 'setScoring', '超额完成的指标'), '随意'],
    [{ list: 'setGrades', row: 1, column: 'from' }, 95],
    [{ list: 'setList2', row: 0, column: 'level3' }, '汇聚数据'], [{ list: 'setList2', row: 0, column: 'weight' }, 60],
    [{ list: 'setList2', row: 1, column: 'level3' }, '数据共享'], [{ list: 'setList2', row: 1, column: 'weight' }, 30],
    [{ list: 'setRules', row: 0, column: 'name' }, '试'], [{ list: 'setRules', row: 0, column: 'formula' }, '=支出_基本支出_决算<=收入!B5'],
    [{ list: 'setRules', row: 0, column: 'message' }, '不符'], [{ list: 'setRules', row: 0, column: 'level' }, '严重'],
    [{ list: 'setRules', row: 1, column: 'formula' }, '=支出_基本支出_决算<=1'], [{ list: 'setRules', row: 1, column: 'message' }, '不符'], [{ list: 'setRules', row: 1, column: 'level' }, '错误'],
  ]);
  expect(made.ok).toBe(false);
  if (made.ok) return;
  const told = made.error.map(({ place, what, found, expected }) => `${place?.sheet ?? '—'} ${place ? what : `(${what})`}：${found} → ${expected}`);
  expect(told).toEqual([
    '模板设置 模板名称：空白 → 文字，不能空白',
    '模板设置 评价年度：二〇二四 → 数字',
    '模板设置 超额完成的指标：随意 → 超额完成得满分、超额完成按比例计分',
    '模板设置 等级第2行·不低于（分）：95 → 低于上一等级的90，等级由高到低排列',
    '模板设置 【执行进度】1—6月·进度目标：约四成 → 比率',
    '模板设置 【整体绩效自评表】绩效指标·来源：空白 → 写明这些数（门槛、目标、权重、分值、档次）的来源和是否已核实',
    '模板设置 【项目明细】项目：0 → 1 至 2000 的整数',
    '模板设置（指标） 绩效指标第1行·权重：权重合计90 → 权重合计100',
    '模板设置（校验） 自定义规则第1行·公式：第16个字符起：! → 名称，不能引用工作表',
    '模板设置（校验） 自定义规则第1行·级别：严重 → 错误、核实、提示',
    '模板设置（校验） 自定义规则第2行·校验内容：空白 → 文字，不能空白',
    '模板设置（校验） 自定义规则第2行·公式：第2个字符起：支出_基本支出_决算 → 本模板的名称，是否指 支出_基本支出_决算数',
    '模板设置（校验） R15 预算调整率超过限度未说明·限度·门槛：空白 → 一个数',
    '模板设置（校验） T05 公务用车购置费与购置数量不匹配：不 → 是或否',
    '模板设置（文字） 【支出（性质）】标签名：支出（性质） → 不重复的标签名（不分大小写）',
  ]);
});

test('groups, natures, scales, deductions and weight schemes are tables, and every fault in them stands at its cell', async () => {
  const longshan = bundledText('longshan-2022');
  const before = JSON.parse(longshan) as Pack;
  const made = await result((master) => [
    [{ list: 'setGroups', row: 2, column: 'name' }, '满意'], [{ list: 'setGroups', row: 2, column: 'synonyms' }, '满意度指标、满意度'],
    [{ list: 'setSubgroups', row: 8, column: 'group' }, '满意'], [{ list: 'setSchemes1', row: 2, column: 'group' }, '满意'],
    [{ list: 'setNatures', row: 0, column: 'synonyms' }, '不少于；起码'],
    [{ list: 'setSteps', row: 0, column: 'low' }, '85%'],
    [settingCalled(master, 'setRuleFigures', '【指标评分表】在职人员控制率·测算分·扣分'), 1],
    [{ list: 'setBands1', row: 1, column: 'score' }, 3.5],
    [settingCalled(master, 'setThresholds', 'R15 预算调整率超过限度未说明·限度·已核实'), '是'],
  ], longshan);
  if (!made.ok) throw new Error(JSON.stringify(made.error, null, 1));
  const { assessment, checks } = made.value;
  expect(assessment.tree.map(({ name, synonyms, children }) => ({ name, synonyms, children: children.length }))[2]).toEqual({ name: '满意', synonyms: ['满意度指标', '满意度'], children: 1 });
  expect(assessment.natures[0]?.synonyms).toEqual(['不少于', '起码']);
  expect(assessment.scales[0]?.steps[0]).toEqual({ ...before.assessment.scales[0]?.steps[0], low: '0.85' });
  expect(checks.find(({ code }) => code === 'I02')).toMatchObject({ schemes: [[{ group: '产出指标' }, { group: '效益指标' }, { group: '满意', weight: '10' }]] });
  expect(checks.find(({ code }) => code === 'R15')?.sourced?.confirmed).toBe(true);
  const [figures, old] = [JSON.stringify(made.value.sheets), JSON.stringify(before.sheets)];
  expect(figures).toBe(old.replace('"each":"0.5"', '"each":"1"').replace('{"upTo":"0.1","score":"4"}', '{"upTo":"0.1","score":"3.5"}'));

  const wrong = await result((master) => [
    [{ list: 'setGroups', row: 0, column: 'required' }, '也许'], [{ list: 'setSubgroups', row: 0, column: 'group' }, '投入指标'], [{ list: 'setSteps', row: 0, column: 'high' }, '120%'],
    [settingCalled(master, 'setRuleFigures', '【指标评分表】在职人员控制率·测算分·来源'), ''], [{ list: 'setSchemes1', row: 0, column: 'group' }, '投入指标'],
  ], longshan);
  const told = wrong.ok ? [] : wrong.error.map(({ place, what, found, expected }) => `${place?.sheet ?? '—'} ${what}：${found} → ${expected}`);
  expect(told).toEqual([
    '模板设置（指标） 一级指标第1行·必设：也许 → 是或否',
    '模板设置（指标） 二级指标第1行·一级指标：投入指标 → “一级指标”里的一个名称',
    '模板设置（计分） 量表档次第1行·得分率上限：1.2 → 0% 至 100% 的比率',
    '模板设置（计分） 【指标评分表】在职人员控制率·测算分·来源：空白 → 文字，不能空白',
    '模板设置（计分） 权重方案1第1行·一级指标：投入指标 → 一个一级指标：产出指标、效益指标、满意度指标',
  ]);
});
