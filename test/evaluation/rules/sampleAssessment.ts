import type { Assessment } from '../../../src/pack/pack';

/** A way of scoring made for tests: every nature, three scales, one of them ambiguous for costs. */
export const sampleAssessment: Assessment = {
  source: '测试', confirmed: false,
  list: 'indicators', weightTotal: 100, notApplicable: 'redistribute', overTarget: 'full',
  natures: [
    { name: '≥', comparison: 'atLeast', synonyms: ['≧', '>=', '不少于', '不低于', '至少'] },
    { name: '>', comparison: 'moreThan', synonyms: ['＞', '大于'] },
    { name: '≤', comparison: 'atMost', synonyms: ['≦', '<=', '不超过', '不高于'] },
    { name: '<', comparison: 'lessThan', synonyms: ['＜', '小于'] },
    { name: '=', comparison: 'equal', synonyms: ['＝', '﹦', '等于'] },
    { name: '区间', comparison: 'range', synonyms: ['范围'] },
    { name: '时限', comparison: 'byDate', synonyms: ['完成时间'] },
    { name: '定性', comparison: 'qualitative', synonyms: [] },
  ],
  scales: [
    {
      name: '好坏', synonyms: ['好/坏'], source: '测试', confirmed: false, ambiguousIn: [],
      steps: [
        { name: '好', synonyms: ['很好'], low: '0.8', high: '1' },
        { name: '较好', synonyms: [], low: '0.6', high: '0.8' },
        { name: '差', synonyms: [], low: '0', high: '0.6' },
      ],
    },
    {
      name: '高中低', synonyms: [], source: '测试', confirmed: false, ambiguousIn: ['成本指标'],
      steps: [
        { name: '高', synonyms: [], low: '0.8', high: '1' },
        { name: '中', synonyms: [], low: '0.6', high: '0.8' },
        { name: '低', synonyms: [], low: '0', high: '0.6' },
      ],
    },
    {
      name: '是否', synonyms: ['是/否'], source: '测试', confirmed: false, ambiguousIn: [],
      steps: [
        { name: '是', synonyms: [], low: '1', high: '1' },
        { name: '否', synonyms: [], low: '0', high: '0' },
      ],
    },
  ],
  tree: [
    { name: '产出指标', synonyms: [], required: true, children: [] },
    { name: '成本指标', synonyms: ['成本'], required: false, children: [] },
  ],
  grades: [
    { name: '优', from: '90' }, { name: '良', from: '80' }, { name: '中', from: '60' }, { name: '差', from: '0' },
  ],
};
