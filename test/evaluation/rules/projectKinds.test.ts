import fc from 'fast-check';
import { ruleKinds } from '../../../src/evaluation/rules';
import type { Parameters, RuleKind } from '../../../src/evaluation/rules/rule';
import { cellText } from '../../../src/values/cell';
import { seed } from '../../cases/seed';
import { type Case, type Written, type WrittenOperands, disagreements, engineFace, numberish } from './bothFaces';
import { PROJECT_KINDS } from './projectKinds';
import { sampleAssessment } from './sampleAssessment';

function kind(name: string): RuleKind {
  const rule = ruleKinds.get(name);
  if (rule === undefined) throw new Error(`no kind ${name}`);
  return rule;
}

const assessment: Parameters = { assessment: sampleAssessment };
const excluded: Parameters = { excluded: ['取消', '未实施', '不评'] };
const due: Parameters = { equals: '应评' };
const satisfaction: Parameters = { bands: [{ from: '90', share: '1' }, { from: '80', share: '0.8' }, { from: '60', share: '0.5' }] };

type Row = readonly [name: string, written: WrittenOperands, parameters: Parameters, shows: string];

const method = (written: WrittenOperands): WrittenOperands => ({ method: null, measured: null, met: null, completion: null, threshold: null, actualNumber: null, weight: 10, ...written });

const rows: readonly Row[] = [
  ['byNumber', { number: 2, of: [91.5, 88, null] }, {}, '88'],
  ['byNumber', { number: 3, of: [91.5, 88, null] }, {}, ''],
  ['byNumber', { number: 4, of: [91.5, 88, null] }, {}, ''],
  ['byNumber', { number: 2, of: [91.5, '不适用'] }, {}, '不适用'],
  // A cancelled project has nothing left to spend: it is listed and counted, and loses no points.
  ['evaluationScope', { key: '道路养护', budget: 0, status: null }, excluded, '不评'],
  ['evaluationScope', { key: '道路养护', budget: 50, status: '取消' }, excluded, '不评'],
  ['evaluationScope', { key: '道路养护', budget: 50, status: '实施' }, excluded, '应评'],
  ['evaluationScope', { key: '道路养护', budget: null, status: null }, excluded, '应评'],
  ['evaluationScope', { key: null, budget: 0, status: '取消' }, excluded, ''],
  ['applicableWhere', { of: 91.5, where: '应评' }, due, '91.5'],
  ['applicableWhere', { of: 91.5, where: '不评' }, due, '不适用'],
  ['applicableWhere', { of: null, where: '应评' }, due, ''],
  ['applicableWhere', { of: 91.5, where: null }, due, ''],
  ['comparisonInTarget', { stated: null, method: null, target: '≥95%' }, assessment, '≥'],
  ['comparisonInTarget', { stated: null, method: null, target: '≤30天' }, assessment, '≤'],
  ['comparisonInTarget', { stated: null, method: null, target: '不少于5次' }, assessment, '≥'],
  ['comparisonInTarget', { stated: null, method: null, target: '不超过120万元' }, assessment, '≤'],
  ['comparisonInTarget', { stated: null, method: null, target: '12次' }, assessment, '='],
  ['comparisonInTarget', { stated: null, method: null, target: 12 }, assessment, '='],
  ['comparisonInTarget', { stated: null, method: null, target: '80~90分' }, assessment, '区间'],
  ['comparisonInTarget', { stated: null, method: null, target: '2024年12月底前' }, assessment, '时限'],
  ['comparisonInTarget', { stated: null, method: null, target: '有效改善' }, assessment, '定性'],
  ['comparisonInTarget', { stated: null, method: '定性', target: '3A级' }, assessment, '定性'],
  ['comparisonInTarget', { stated: '不低于', method: null, target: '95%' }, assessment, '≥'],
  ['comparisonInTarget', { stated: null, method: null, target: '不适用' }, assessment, '不适用'],
  ['comparisonInTarget', { stated: null, method: null, target: null }, assessment, ''],
  ['unitInTarget', { stated: null, comparison: '≥', target: '≥95%' }, {}, '%'],
  ['unitInTarget', { stated: null, comparison: '≥', target: '不少于 5 次' }, {}, '次'],
  ['unitInTarget', { stated: null, comparison: '区间', target: '80%~90%' }, {}, '%'],
  ['unitInTarget', { stated: null, comparison: '≥', target: '5多\n行' }, {}, '多行'],
  ['unitInTarget', { stated: null, comparison: '=', target: '12' }, {}, ''],
  ['unitInTarget', { stated: '公里', comparison: '≥', target: '≥95' }, {}, '公里'],
  ['unitInTarget', { stated: null, comparison: '定性', target: '有效改善' }, {}, ''],
  ['met', { comparison: '≥', targetNumber: 95, targetUpper: null, actualNumber: 95 }, assessment, '是'],
  ['met', { comparison: '≥', targetNumber: 100000, targetUpper: null, actualNumber: 99999 }, assessment, '否'],
  ['met', { comparison: '≤', targetNumber: 30, targetUpper: null, actualNumber: 31 }, assessment, '否'],
  ['met', { comparison: '=', targetNumber: 12, targetUpper: null, actualNumber: 15 }, assessment, '是'],
  ['met', { comparison: '=', targetNumber: 0, targetUpper: null, actualNumber: 1 }, assessment, '否'],
  ['met', { comparison: '区间', targetNumber: 80, targetUpper: 90, actualNumber: 91 }, assessment, '否'],
  ['met', { comparison: '区间', targetNumber: 90, targetUpper: 80, actualNumber: 85 }, assessment, '未计算'],
  ['met', { comparison: '≥', targetNumber: 95, targetUpper: null, actualNumber: '不适用' }, assessment, '不适用'],
  ['scoringMethod', method({ measured: 8.5 }), satisfaction, '8.5'],
  ['scoringMethod', method({ method: '比例', measured: 5.5, completion: 0.55, threshold: 0.6 }), satisfaction, '0'],
  ['scoringMethod', method({ method: '比例', measured: 6, completion: 0.6, threshold: 0.6 }), satisfaction, '6'],
  ['scoringMethod', method({ method: '直接', measured: 9.9, met: '否' }), satisfaction, '0'],
  ['scoringMethod', method({ method: '直接', measured: 9.9, met: '是' }), satisfaction, '10'],
  ['scoringMethod', method({ method: '直接', met: null }), satisfaction, ''],
  ['scoringMethod', method({ method: '区间', measured: 9.47, actualNumber: 92 }), satisfaction, '10'],
  ['scoringMethod', method({ method: '区间', measured: 9.47, actualNumber: 89.99 }), satisfaction, '8'],
  ['scoringMethod', method({ method: '区间', measured: 9.47, actualNumber: 59 }), satisfaction, '0'],
  ['scoringMethod', method({ method: '定性', measured: 8.5 }), satisfaction, '8.5'],
  ['scoringMethod', method({ method: '随意', measured: 8.5 }), satisfaction, '未计算'],
  ['scoringMethod', method({ measured: '不适用' }), satisfaction, '不适用'],
  ['requiredInRows', { of: [1, null], key: ['甲', null, '乙'], when: null }, { perRow: 3 }, '0'],
  ['requiredInRows', { of: [1, null], key: ['甲', null, '乙'], when: '道路养护' }, { perRow: 3 }, '8'],
  ['missingInRows', { of: [1, null], rows: [2, 1], when: '=""' }, {}, '0'],
  ['missingInRows', { of: [1, null], rows: [2, 1], when: '道路养护' }, {}, '4'],
  ['scaleStep', { comparison: '定性', actual: '部分达成', keys: ['达成情况|达成|正向', '达成情况|部分达成|正向'] }, { scale: '达成情况' }, '3'],
  ['scaleStep', { comparison: '定性', actual: '优秀', keys: ['达成情况|达成|正向'] }, { scale: '达成情况' }, '未计算'],
];

test.each(rows)('%s of %j with %j', (name, written, parameters, shows) => {
  expect(cellText(engineFace({ rule: kind(name), written, parameters }))).toBe(shows);
});

test('the cells show the same as the engine in every row of the table', async () => {
  const cases: Case[] = rows.map(([name, written, parameters]) => ({ rule: kind(name), written, parameters }));
  expect(await disagreements(cases)).toEqual([]);
});

const words = (...texts: readonly Written[]): fc.Arbitrary<Written> => fc.constantFrom<Written>(...texts, null, '=""', 3, '=NA()', '不适用');
const comparisons = words('≥', '>', '≤', '<', '=', '区间', '定性', '时限', '未计算');
const targets = words('≥95%', '不少于5次', '不超过 30天', '至少3个', '12', '80~90', '80%至90%', '2024年12月', '有效改善', '＞5', ' ≤ 8 件', '95', '5年', true);

const writtenFor: Readonly<Record<string, fc.Arbitrary<WrittenOperands>>> = {
  byNumber: fc.record({ number: words(1, 2, 5, '二'), of: fc.array(fc.oneof(numberish, words('优')), { minLength: 1, maxLength: 4 }) }),
  evaluationScope: fc.record({ key: words('道路养护'), budget: numberish, status: words('取消', '实施') }),
  applicableWhere: fc.record({ of: numberish, where: words('应评', '不评') }),
  comparisonInTarget: fc.record({ stated: fc.oneof(fc.constantFrom<Written>(null, '=""'), words('≥', '不低于', '随意')), method: words('定性', '比例'), target: targets }),
  unitInTarget: fc.record({ stated: fc.oneof(fc.constantFrom<Written>(null, '=""'), words('公里')), comparison: comparisons, target: targets }),
  met: fc.record({ comparison: comparisons, targetNumber: numberish, targetUpper: numberish, actualNumber: numberish }),
  scoringMethod: fc.record({
    method: words('比例', '直接', '区间', '定性', '随意'), measured: numberish, met: words('是', '否', '未计算'), completion: numberish,
    threshold: words(0.6, 0.8, '六成'), actualNumber: fc.oneof(numberish, fc.integer({ min: 50, max: 100 })), weight: numberish,
  }),
};

const parametersFor: Readonly<Record<string, Parameters>> = {
  evaluationScope: excluded, applicableWhere: due, comparisonInTarget: assessment, met: assessment, scoringMethod: satisfaction,
};

test(`both faces agree on random cells (seed ${seed})`, async () => {
  expect(Object.keys(writtenFor).sort()).toEqual([...PROJECT_KINDS].sort());
  const cases: Case[] = Object.entries(writtenFor).flatMap(([name, written]) =>
    fc.sample(written, { numRuns: 80, seed }).map((operands) => ({ rule: kind(name), written: operands, parameters: parametersFor[name] ?? {} })));
  expect(await disagreements(cases)).toEqual([]);
});
