import { packChanges, type PackChange } from '../../../src/actions/handingOut/packChanges';
import type { Block, Pack, RuleUse } from '../../../src/pack/pack';
import { givingPack } from '../../cases/rosterCase';

/** A pack a bureau begins with: indicators and a rule for everybody. */
const begun: Pack = withBlock(givingPack, 'indicators', (block) => (block.type === 'list' ? {
  ...block, given: [{ level1: '产出指标', level3: '信息化建设率', target: '90', weight: 60 }, { level1: '满意度指标', level3: '群众满意度', target: '95', weight: 40 }],
} : block));

function withBlock(pack: Pack, id: string, change: (block: Block) => Block): Pack {
  return { ...pack, sheets: pack.sheets.map((sheet) => ({ ...sheet, blocks: sheet.blocks.map((block) => (block.id === id ? change(block) : block)) })) };
}

const line = ({ group, what, before, after }: PackChange): string => `${group}：${what}：${before ?? '无'} → ${after ?? '无'}`;
const lines = (after: Pack): readonly string[] => packChanges(begun, after).map(line);

test('nothing changed, nothing told', () => {
  expect(lines(JSON.parse(JSON.stringify(begun)) as Pack)).toEqual([]);
});

test('weights, an indicator more and one less, by name', () => {
  const after = withBlock(begun, 'indicators', (block) => (block.type === 'list' ? {
    ...block, given: [{ level1: '产出指标', level3: '信息化建设率', target: '92', weight: 50 }, { level1: '效益指标', level3: '数据共享', target: '80', weight: 50 }],
  } : block));
  expect(lines(after)).toEqual([
    '预填内容：【自评表】绩效指标·“信息化建设率”·指标值：90 → 92', '预填内容：【自评表】绩效指标·“信息化建设率”·权重：60 → 50',
    '预填内容：【自评表】绩效指标·“群众满意度”：满意度指标 群众满意度 95 40 → 无', '预填内容：【自评表】绩效指标·“数据共享”：无 → 效益指标 数据共享 80 50',
  ]);
});

test('own rules, checks, scoring, texts and basics', () => {
  const rule = { id: 'U01', name: '决算不超收入', formula: '=1<=2', message: '超了', level: 'error' } as const;
  expect(lines({
    ...begun, title: '新模板', year: 2024, rules: [rule], checks: [{ code: 'F01', applies: false }], assessment: { ...begun.assessment, weightTotal: 90, overTarget: 'proportional', grades: [{ name: '优', from: '85' }, { name: '差', from: '0' }] },
    sheets: begun.sheets.map((sheet) => (sheet.id === 'projects' ? { ...sheet, name: '项目', title: '项目一览', blocks: sheet.blocks.map((block) => (block.type === 'list' ? { ...block, room: 9 } : block)) } : sheet)),
  })).toEqual([
    '基本信息：模板名称：下发小模板 → 新模板', '基本信息：评价年度：2023 → 2024',
    '表样和文字：【项目】名称：项目明细 → 项目', '表样和文字：【项目】标题：项目明细表 → 项目一览', '表样和文字：【项目】行数：3 → 9',
    '计分：指标权重合计：100 → 90', '计分：超额完成的指标：超额完成得满分 → 超额完成按比例计分', '计分：等级·优·不低于：90 → 85', '校验：F01 收入合计与各项收入之和不一致：无 → F01 否',
    '自定义规则：决算不超收入：无 → U01 决算不超收入 =1<=2 超了 错误',
  ]);
});

test('another order alone is told as such', () => {
  const after = withBlock(begun, 'indicators', (block) => (block.type === 'list' ? { ...block, given: [...block.given ?? []].reverse() } : block));
  expect(lines(after)).toEqual(['预填内容：【自评表】绩效指标·顺序：“信息化建设率”、“群众满意度” → “群众满意度”、“信息化建设率”']);
});

test('shares as 模板设置 shows them, bands and weight schemes in words', () => {
  const rule = (bands: readonly object[]): RuleUse => ({ kind: 'executionScore', rate: 'rate', weight: 'weight', bands });
  const pack = (share: string, low: string, weights: readonly string[]): Pack => ({
    ...begun,
    sheets: begun.sheets.map((sheet) => ({ ...sheet, blocks: sheet.blocks.map((block) => (block.type !== 'list' || block.id !== 'projects' ? block : { ...block, columns: block.columns.map((column) => (column.id === 'rate' ? { ...column, rule: rule([{ from: '0.9', share }]) } : column)) })) })),
    assessment: { ...begun.assessment, scales: [{ name: '好坏', synonyms: [], source: '某县通知', confirmed: false, ambiguousIn: [], steps: [{ name: '好', synonyms: [], low, high: '1' }] }] },
    checks: [{ code: 'I02', level: 'error', sourced: { source: '某县通知', confirmed: false }, schemes: weights.map((weight) => [{ group: '产出指标', weight }]) }],
  });
  expect(packChanges(pack('1', '0.8', ['100']), pack('0.8', '0.85', ['90', '100'])).map(line)).toEqual([
    '计分：【项目明细】项目·执行率·计分标准·分档：不低于 0.9 得权重的 100% → 不低于 0.9 得权重的 80%',
    '计分：定性量表·好坏·档次·好·得分率下限：80% → 85%',
    '校验：I02 一级指标权重与表头或制度不符·权重方案：产出指标 100 → 产出指标 90 或 产出指标 100',
  ]);
});
