import type { EvaluationData } from '../../src/evaluation/entries';
import type { Pack } from '../../src/pack/pack';

/** A small pack with one of everything the Excel adapter lays out: fields, matrix, list with totals, hidden sheet. */
export const tinyPack: Pack = {
  formatVersion: 1, id: 'tiny', version: '1.0', title: '小模板', jurisdiction: '某县', year: 2023, unitOfAmounts: '万元',
  documents: [{ id: 'notice', name: '自评通知', number: '', source: '某县通知', confirmed: false }],
  sheets: [
    {
      id: 'profile', name: '基本情况', title: '部门基本情况',
      blocks: [{
        type: 'fields', id: 'profile', name: '基本', pairsPerRow: 1, fields: [
          { id: 'fullName', label: '单位全称', content: 'text', entry: 'given', required: true },
          { id: 'unitCode', label: '单位编码', content: 'text', entry: 'given' },
          { id: 'year', label: '评价年度', content: 'count', entry: 'given', value: 2023 },
          { id: 'contact', label: '联系人', content: 'text', entry: 'typed', required: true },
        ],
      }],
    },
    {
      id: 'income', name: '收入（万元）', title: '收入情况表', subtitle: '（{year}年度）', showsUnit: true, orientation: 'landscape',
      blocks: [{
        type: 'matrix', id: 'income', name: '收入', rowHeading: '来源',
        columns: [
          { id: 'initial', label: '年初预算数', content: 'amount', entry: 'typed' },
          { id: 'adjustment', label: '年中调整数', content: 'amount', entry: 'typed', signed: true },
          { id: 'adjusted', label: '调整后预算数', content: 'amount', entry: 'computed', rule: { kind: 'sum', of: ['initial', 'adjustment'] } },
          { id: 'share', label: '占比', content: 'rate', entry: 'computed', rule: { kind: 'ratio', numerator: 'adjusted', denominator: 'income.total.adjusted' } },
        ],
        rows: [
          { id: 'general', label: '一般公共预算财政拨款' },
          { id: 'fund', label: '政府性基金预算财政拨款' },
          { id: 'total', label: '收入合计', emphasis: 'total', total: ['general', 'fund'] },
        ],
      }],
    },
    {
      id: 'items', name: '项目明细', title: '项目支出明细表',
      blocks: [{
        type: 'list', id: 'items', name: '项目', room: 8, identifiedBy: 'name', totals: { budget: { kind: 'columnTotal', of: 'items.budget[]' } },
        columns: [
          { id: 'name', label: '项目名称', content: 'text', entry: 'typed', width: 24 },
          { id: 'category', label: '项目类别', content: 'choice', entry: 'typed', choices: { list: ['人员类', '特定目标类'] }, hideRepeats: true },
          { id: 'budget', label: '预算数', content: 'amount', entry: 'typed', required: true },
          { id: 'executed', label: '执行数', content: 'amount', entry: 'typed' },
          { id: 'rate', label: '执行率', content: 'rate', entry: 'computed', rule: { kind: 'ratio', numerator: 'executed', denominator: 'budget' } },
        ],
      }],
    },
    {
      id: 'reference', name: '参数', title: '参数', visibility: 'hidden',
      blocks: [{
        type: 'list', id: 'reference', name: '参数', room: 3, identifiedBy: 'word', given: [{ word: '好' }, { word: '=1+1' }],
        columns: [{ id: 'word', label: '词', content: 'text', entry: 'given' }],
      }],
    },
  ],
  assessment: {
    list: 'items', weightTotal: 100, notApplicable: 'exclude', overTarget: 'full', source: '某县通知', confirmed: false,
    natures: [{ name: '≥', comparison: 'atLeast', synonyms: [] }], scales: [],
    tree: [{ name: '产出指标', synonyms: [], required: true, children: [] }], grades: [{ name: '优', from: '90' }],
  },
  checks: [],
  report: { sheet: 'report', title: '报告', parts: [], templates: {} },
};

export const tinyPackText = JSON.stringify(tinyPack);

export const tinySample: EvaluationData = {
  pack: 'tiny',
  fields: { 'profile.contact': '张三', 'profile.fullName': '示例单位', 'income.general.initial': '166.78', 'income.general.adjustment': '60.61', 'income.fund.initial': '30' },
  lists: { items: [{ name: '数据平台', category: '特定目标类', budget: '96.5', executed: '90' }, { name: '=HYPERLINK("x")', category: '人员类', budget: '3', executed: '0' }] },
};
