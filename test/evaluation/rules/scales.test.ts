import { ambiguousPlaces, scaleRows } from '../../../src/evaluation/rules/scales';
import { sampleAssessment } from './sampleAssessment';

const rows = scaleRows(sampleAssessment);
const bandOf = (key: string): readonly number[] | undefined => {
  const row = rows.find((one) => one.key === key);
  return row && [row.low, row.high, row.best];
};

test.each([
  ['好坏|好|正向', [0.8, 1, 1]],
  ['好坏|差|正向', [0, 0.6, 0]],
  ['好坏|差|反向', [0.8, 1, 1]],
  ['好坏|好|反向', [0, 0.6, 0]],
  ['好坏|较好|反向', [0.6, 0.8, 0]],
  ['好/坏|很好|正向', [0.8, 1, 1]],
  ['是否|否|正向', [0, 0, 0]],
  ['是/否|否|反向', [1, 1, 1]],
])('%s scores within %j', (key, band) => {
  expect(bandOf(key)).toEqual(band);
});

test('no key stands twice and every scale has one best step in each direction', () => {
  expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
  for (const scale of sampleAssessment.scales) {
    for (const direction of ['正向', '反向']) {
      const names = scale.steps.map((step) => `${scale.name}|${step.name}|${direction}`);
      expect(rows.filter((row) => names.includes(row.key) && row.best === 1)).toHaveLength(1);
    }
  }
});

test('高中低 is ambiguous for costs, by whatever name the group goes', () => {
  expect(ambiguousPlaces(sampleAssessment)).toEqual(['高中低|成本指标', '高中低|成本']);
});
