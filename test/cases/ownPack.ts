import type { Pack } from '../../src/pack/pack';
import { tinyPack } from './tinyPack';

/** A pack of a county nobody shipped, with one of everything a bureau may get wrong; nothing is wrong with it. */
export const ownPack: Pack = {
  ...tinyPack, id: 'own-2024', title: '自制模板',
  sheets: [
    ...tinyPack.sheets.map((sheet) => (sheet.id !== 'income' ? sheet : {
      ...sheet, identities: [{ id: 'incomeTotal', subject: '收入合计＝一般公共预算＋基金', left: ['income.total.adjusted'], right: ['income.general.adjusted', 'income.fund.adjusted'], parts: 2 }],
    })),
    {
      id: 'targets', name: '自评表', title: '绩效自评表',
      blocks: [{
        type: 'list', id: 'indicators', name: '指标', room: 6, identifiedBy: 'level3', sourced: { source: '某县通知', confirmed: false }, given: [{ level3: '汇聚数据', nature: '≥', weight: 60 }, { level3: '群众满意度', nature: '≥', weight: 40 }],
        columns: [
          { id: 'level3', label: '三级指标', content: 'text', entry: 'given' },
          { id: 'nature', label: '性质', content: 'choice', entry: 'given', choices: { list: ['≥', '定性'] } },
          { id: 'weight', label: '权重', content: 'number', entry: 'given' },
          { id: 'rate', label: '完成率', content: 'rate', entry: 'typed' },
          { id: 'score', label: '得分', content: 'score', entry: 'computed', rule: { kind: 'executionScore', rate: 'rate', weight: 'weight', bands: [{ from: '0.9', share: '1' }, { from: '0.6', share: '0.8' }], sourced: { source: '某县通知', confirmed: false } } },
        ],
      }],
    },
    { id: 'filling', name: '填报进度', title: '填报进度', blocks: [{ type: 'progress', id: 'filling', name: '进度', offices: 'items.name' }] },
    { id: 'selfCheck', name: '自检表', title: '自检表', blocks: [{ type: 'selfCheck', id: 'selfCheck', name: '自检' }] },
    { id: 'report', name: '报告', title: '报告', blocks: [{ type: 'list', id: 'report', name: '报告', room: 5, identifiedBy: 'text', output: true, columns: [{ id: 'text', label: '正文', content: 'longText', entry: 'typed' }] }] },
  ],
  assessment: {
    ...tinyPack.assessment, list: 'indicators',
    natures: [{ name: '≥', comparison: 'atLeast', synonyms: ['不少于'] }, { name: '定性', comparison: 'qualitative', synonyms: [] }],
    scales: [{ name: '好坏', synonyms: [], source: '某县通知', confirmed: false, ambiguousIn: [], steps: [{ name: '好', synonyms: [], low: '0.8', high: '1' }, { name: '坏', synonyms: [], low: '0', high: '0.8' }] }],
    grades: [{ name: '优', from: '90' }, { name: '差', from: '0' }],
  },
  checks: [{ code: 'F01', total: 'income.total.adjusted', parts: ['income.general.adjusted', 'income.fund.adjusted'] }, { code: 'I14', rows: 8, sourced: { source: '某县通知', confirmed: true } }],
  rules: [{ id: 'U01', name: '调整后不少于年初', formula: '=收入_收入合计_调整后预算数>=收入_收入合计_年初预算数', message: '调整后小于年初', level: 'warning' }],
  report: { sheet: 'report', title: '自评报告', parts: ['1.liquid'], templates: { '1.liquid': '{% paragraph "a" %}本年收入{{ income.total.adjusted | 金额 }}。{% endparagraph %}' } },
};
