import fc from 'fast-check';
import { ruleKinds } from '../../../src/evaluation/rules';
import type { Parameters, RuleKind } from '../../../src/evaluation/rules/rule';
import { cellText } from '../../../src/values/cell';
import { seed } from '../../cases/seed';
import { type Case, type Written, type WrittenOperands, disagreements, engineFace, numberish } from './bothFaces';
import { PROJECT_KINDS } from './projectKinds';

function kind(name: string): RuleKind {
  const rule = ruleKinds.get(name);
  if (rule === undefined) throw new Error(`no kind ${name}`);
  return rule;
}

type Row = readonly [name: string, written: WrittenOperands, parameters: Parameters, shows: string];

const rows: readonly Row[] = [
  ['sum', { of: [101.55, 95.84, 30] }, {}, '227.39'],
  ['sum', { of: [101.55, null, '=""'] }, {}, '101.55'],
  ['sum', { of: [null, '=""'] }, {}, ''],
  ['sum', { of: [0, null] }, {}, '0'],
  ['sum', { of: [0.1, 0.2] }, {}, '0.3'],
  ['sum', { of: [1, '约300'] }, {}, '未计算'],
  ['sum', { of: [1, '不适用'] }, {}, '不适用'],
  ['sum', { of: [1, true] }, {}, '未计算'],
  ['sum', { of: ['约300', '=NA()'] }, {}, '#N/A'],
  ['sumOrStated', { of: [null, null], stated: 227.39 }, {}, '227.39'],
  ['sumOrStated', { of: [0, null], stated: 227.39 }, {}, '0'],
  ['sumOrStated', { of: [null], stated: '二百' }, {}, '未计算'],
  ['difference', { from: 227.39, subtract: [166.78] }, {}, '60.61'],
  ['difference', { from: 0.3, subtract: [0.1, 0.2] }, {}, '0'],
  ['difference', { from: 227.39, subtract: [null] }, {}, ''],
  ['difference', { from: 227.39, subtract: [null, '不适用'] }, {}, '不适用'],
  ['less', { from: 227.39, subtract: [null, 200] }, {}, '27.39'],
  ['less', { from: null, subtract: [1] }, {}, ''],
  ['less', { from: 10, add: 2.5, subtract: [0.5] }, {}, '12'],
  ['less', { from: 10, add: null, subtract: [null] }, {}, '10'],
  ['less', { from: 10, add: '不适用', subtract: [null] }, {}, '不适用'],
  ['ratio', { numerator: 101.55, denominator: 227.39 }, {}, '0.4465895597871'],
  ['ratio', { numerator: 5, denominator: 0 }, {}, '不适用'],
  ['ratio', { numerator: null, denominator: 0 }, {}, ''],
  ['ratio', { numerator: '=1/0', denominator: 0 }, {}, '#DIV/0!'],
  ['executionByBasis', { executed: 216.04, basis: '全年调整后预算数', periodBudget: 216.04, adjustedBudget: 227.39 }, {}, '0.9500857557500' ],
  ['executionByBasis', { executed: 216.04, basis: '时点预算数', periodBudget: 216.04, adjustedBudget: 227.39 }, {}, '1'],
  ['executionByBasis', { executed: 216.04, basis: null, periodBudget: 216.04, adjustedBudget: 227.39 }, {}, ''],
  ['executionByBasis', { executed: 216.04, basis: '时点', periodBudget: 216.04, adjustedBudget: 227.39 }, {}, '未计算'],
  ['executionByBasis', { executed: 216.04, basis: '时点预算数', periodBudget: 0, adjustedBudget: 227.39 }, {}, '不适用'],
  ['deviation', { executed: 227.39, excluded: null, initial: 166.78 }, {}, '0.3634128792421'],
  ['deviation', { executed: 227.39, excluded: 60.61, initial: 166.78 }, {}, '0'],
  ['deviation', { executed: 227.39, excluded: null, initial: 0 }, {}, '不适用'],
  ['deviation', { executed: 227.39, initial: null }, {}, ''],
  ['reaches', { rate: 0.8, target: 0.8 }, {}, '是'],
  ['reaches', { rate: 0.7999, target: 0.8 }, {}, '否'],
  ['reaches', { rate: 0.1 }, { when: 'above', threshold: '0.1' }, '否'],
  ['reaches', { rate: 0.11 }, { when: 'above', threshold: '0.1' }, '是'],
  ['reaches', { rate: '不适用', target: 0.8 }, {}, '不适用'],
  ['reaches', { rate: null, target: 0.8 }, {}, ''],
  ['changeWord', { change: 0.01 }, {}, '增加'],
  ['changeWord', { change: -0.01 }, {}, '减少'],
  ['changeWord', { change: 5.6e-17 }, {}, '持平'],
  ['changeWord', { change: null }, {}, ''],
  ['sumOfAll', { of: [10, 78.5] }, {}, '88.5'],
  ['sumOfAll', { of: [10, null] }, {}, ''],
  ['sumOfAll', { of: [0.1, 0.2] }, {}, '0.3'],
  // 计5分，每超过1个百分点扣0.5分，扣完为止：107.5% 超过7.5个百分点
  ['stepDeduction', { value: 1.075, points: 5 }, { limit: '1', step: '0.01', each: '0.5' }, '1.5'],
  ['stepDeduction', { value: 1.075, points: 5 }, { limit: '1', step: '0.01', each: '0.5', count: 'started' }, '1'],
  ['stepDeduction', { value: 1.075, points: 5 }, { limit: '1', step: '0.01', each: '0.5', count: 'proportional' }, '1.25'],
  ['stepDeduction', { value: 1, points: 5 }, { limit: '1', step: '0.01', each: '0.5', count: 'started' }, '5'],
  ['stepDeduction', { value: 2, points: 5 }, { limit: '1', step: '0.01', each: '0.5' }, '0'],
  ['stepDeduction', { value: 0.07, points: 8 }, { limit: '0.05', step: '0.01', each: '0.8' }, '6.4'],
  ['stepDeduction', { value: -0.2, points: 8 }, { limit: '0', step: '0.01', each: '0.8' }, '8'],
  ['stepDeduction', { value: 0.02, points: 8 }, { limit: '-0.05', step: '0.01', each: '1' }, '1'],
  // 100%计满分，每低于5%扣2分：99%不足一档不扣，94.9%扣一档
  ['stepDeduction', { value: 0.99, points: 10 }, { limit: '1', step: '0.05', each: '2', when: 'below' }, '10'],
  ['stepDeduction', { value: 0.949, points: 10 }, { limit: '1', step: '0.05', each: '2', when: 'below' }, '8'],
  ['stepDeduction', { value: 1.2, points: 10 }, { limit: '1', step: '0.05', each: '2', when: 'below' }, '10'],
  // 每缺一项扣1分
  ['stepDeduction', { value: 3, points: 4 }, { limit: '0', step: '1', each: '1' }, '1'],
  ['stepDeduction', { value: '不适用', points: 4 }, { limit: '0', step: '1', each: '1' }, '不适用'],
  ['stepDeduction', { value: null, points: 4 }, { limit: '0', step: '1', each: '1' }, ''],
  ['stepDeduction', { value: 1e12, points: 4 }, { limit: '0', step: '0.01', each: '0.5' }, '0'],
  // =0→5；0–10%（含）→4；10–20%（含）→3；20–30%（含）→2；>30%→0
  ...([['0', '5'], ['0.0001', '4'], ['0.1', '4'], ['0.1001', '3'], ['0.3', '2'], ['0.31', '0']] as const).map(([rate, score]): Row =>
    ['bandScore', { value: Number(rate) }, { bands: [{ upTo: '0', score: '5' }, { upTo: '0.1', score: '4' }, { upTo: '0.2', score: '3' }, { upTo: '0.3', score: '2' }] }, score]),
  // ≥90%→5；80–90→4；70–80→3；60–70→2；<60→0
  ...([['1', '5'], ['0.9', '5'], ['0.8999', '4'], ['0.6', '2'], ['0.5999', '0']] as const).map(([rate, score]): Row =>
    ['bandScore', { value: Number(rate) }, { bands: [{ from: '0.9', score: '5' }, { from: '0.8', score: '4' }, { from: '0.7', score: '3' }, { from: '0.6', score: '2' }], otherwise: '0' }, score]),
  ['bandScore', { value: '未计算' }, { bands: [{ upTo: '0', score: '5' }] }, '未计算'],
  ['countCellsWhere', { of: ['是', '否', '否'] }, { equals: '否' }, '2'],
  ['countCellsWhere', { of: ['是', null] }, { equals: '否' }, ''],
  ['countCellsWhere', { of: ['是', '=NA()'] }, { equals: '否' }, '#N/A'],
  ['columnTotal', { of: [1.1, null, 2.2, '不适用', '=""'] }, {}, '3.3'],
  ['columnTotal', { of: [null, '不适用'] }, {}, '不适用'],
  ['columnTotal', { of: [null, null] }, {}, ''],
  ['columnTotal', { of: [1, '二'] }, {}, '未计算'],
  ['columnTotal', { of: [1, false] }, {}, '未计算'],
  ['columnTotalWhere', { of: [1, 2, 3, null], where: ['人员类', '公用经费类', '特定目标类', '人员类'] }, { equals: ['人员类', '公用经费类'] }, '3'],
  ['columnTotalWhere', { of: [1, '二'], where: ['人员类', '公用经费类'] }, { equals: '人员类' }, '1'],
  ['columnTotalWhere', { of: [1, '二'], where: ['人员类', '公用经费类'] }, { equals: '公用经费类' }, '未计算'],
  ['columnTotalWhere', { of: [1, 2], where: ['人员类', null] }, { equals: '特定目标类' }, ''],
  ['columnTotalWhere', { of: [1, 2], where: ['人员类', null], stated: 55.84 }, { equals: '特定目标类' }, '55.84'],
  ['columnTotalWhere', { of: [1, 2], where: ['人员类', null], stated: 55.84 }, { equals: '人员类' }, '1'],
  ['columnTotalWhere', { of: [null], where: [null], stated: '约56' }, { equals: '人员类' }, '未计算'],
  ['countFilled', { of: ['甲', null, '=""', '乙'] }, {}, '2'],
  ['countFilled', { of: ['甲', null, '乙'] }, { times: 3 }, '6'],
  ['countFilled', { of: [null] }, {}, '0'],
  ['countWhere', { where: ['常年', '阶段', '常年', null] }, { equals: '常年' }, '2'],
  ['countWhere', { where: [null, null], stated: 8 }, { equals: '常年' }, '8'],
  ['countWhere', { where: [null, null], stated: null }, { equals: '常年' }, ''],
  ['countWhere', { where: ['阶段', null], stated: 8 }, { equals: '常年' }, '0'],
  ['countWhereBoth', { where: [null], also: ['是'], stated: 0 }, { equals: '常年', alsoEquals: '是' }, '0'],
  ['countWhereBoth', { where: ['常年'], also: ['是'], stated: 0 }, { equals: '常年', alsoEquals: '是' }, '1'],
  ['countWhereBoth', { where: ['常年', '阶段', '常年'], also: ['是', '是', '否'] }, { equals: '常年', alsoEquals: '是' }, '1'],
  ['textLength', { of: '部门职能，a 1' }, {}, '8'],
  ['textLength', { of: null }, {}, ''],
  ['textLength', { of: 12 }, {}, '未计算'],
  ['cellCount', { of: [1, null, 2] }, {}, '3'],
  ['blankCells', { of: [1, null, '=""', '=NA()'] }, {}, '2'],
  ['rowsMissing', { key: ['甲', '乙', null], of: [1, null, null] }, {}, '1'],
  ['balanceVerdict', { left: 300.1, right: 300.1 }, { parts: 2 }, '√'],
  ['balanceVerdict', { left: 477.71, right: 477.72 }, { parts: 2 }, '尾差'],
  ['balanceVerdict', { left: 300.1, right: 300 }, { parts: 2 }, '×'],
  ['balanceVerdict', { left: 300.1, right: '不适用' }, { parts: 2 }, '—'],
  ['same', { of: '渠县' }, {}, '渠县'],
  ['same', { of: 0 }, {}, '0'],
  ['same', { of: null }, {}, ''],
  ['lookup', { key: '205', keys: ['201', '205'], values: ['一般公共服务支出', '教育支出'] }, {}, '教育支出'],
  ['lookup', { key: 205, keys: ['201', '205'], values: ['一般公共服务支出', '教育支出'] }, {}, '教育支出'],
  ['lookup', { key: '2*', keys: ['201', '205'], values: ['一般公共服务支出', '教育支出'] }, {}, ''],
  ['lookup', { key: null, keys: ['201'], values: ['一般公共服务支出'] }, {}, ''],
  ['figureByName', { key: '资产配置', of: [0.05, '不适用'] }, { names: ['预算编制质量', '资产配置'] }, '不适用'],
  ['figureByName', { key: '预算编制质量', of: [0.05, null] }, { names: ['预算编制质量', '资产配置'] }, '0.05'],
  ['figureByName', { key: '资产配置', of: [0.05, null] }, { names: ['预算编制质量', '资产配置'] }, ''],
  ['figureByName', { key: '岗位设置', of: [0.05, 0] }, { names: ['预算编制质量', '资产配置'] }, ''],
  ['figureByName', { key: null, of: [0.05, 0] }, { names: ['预算编制质量', '资产配置'] }, ''],
  ['rowMissing', { key: '甲', of: [1, null, '=""'] }, {}, '2'],
  ['rowMissing', { key: null, of: [1, null] }, {}, ''],
  ['requiredInRows', { of: [1, null], key: ['甲', null, '乙'] }, { perRow: 3 }, '8'],
  ['missingInRows', { of: [1, null], rows: [2, null, '=""', 1] }, {}, '4'],
  ['unbalancedCount', { verdicts: ['√', '×', '尾差', '—', '×', null] }, {}, '2'],
  ['sumUnless', { of: [30, 10], unless: [0, null] }, {}, '40'],
  ['sumUnless', { of: [30, 10], unless: [null, 2.5] }, {}, ''],
  ['sumUnless', { of: [30, null], unless: ['未计算'] }, {}, '30'],
  ['sumUnless', { of: [30, '不适用'], unless: [0] }, {}, '不适用'],
  ['executionScore', { rate: 0.12345, weight: 10 }, {}, '1.23'],
  ['executionScore', { rate: 1.2, weight: 10 }, {}, '10'],
  ['executionScore', { rate: 0.8465, weight: 10 }, {}, '8.47'],
  ['executionScore', { rate: 0.85, weight: 10 }, { bands: [{ from: '1', share: '1' }, { from: '0.8', share: '0.7' }, { from: '0.6', share: '0.5' }] }, '7'],
  ['executionScore', { rate: '不适用', weight: 10 }, {}, '不适用'],
  ['cellLink', { sheet: "收入'（2）", address: 'C16' }, {}, 'C16'],
  ['cellLink', { sheet: '收入', address: null }, {}, ''],
  ['cellLink', { sheet: '=NA()', address: 'C16' }, {}, '#N/A'],
];

test.each(rows)('%s of %j with %j', (name, written, parameters, shows) => {
  const shown = cellText(engineFace({ rule: kind(name), written, parameters }));
  expect(shown.length > 18 ? shown.slice(0, 15) : shown).toBe(shows);
});

test('the cells show the same as the engine in every row of the table', async () => {
  const cases: Case[] = rows.map(([name, written, parameters]) => ({ rule: kind(name), written, parameters }));
  expect(await disagreements(cases)).toEqual([]);
});

const column = (cell: fc.Arbitrary<Written>): fc.Arbitrary<Written[]> => fc.array(cell, { minLength: 1, maxLength: 6 });
const several = fc.array(numberish, { minLength: 1, maxLength: 5 });
const word = fc.constantFrom<Written>('人员类', '公用经费类', '特定目标类', '是', '否', null, '=""', 3, true, '=NA()');
/** Columns that are often empty all over, where the stated figure takes their place. */
const blankOrWord = fc.oneof({ weight: 4, arbitrary: fc.constantFrom<Written>(null, '=""') }, { weight: 1, arbitrary: word });
const pair = (a: fc.Arbitrary<Written>, b: fc.Arbitrary<Written>): fc.Arbitrary<[Written[], Written[]]> =>
  fc.array(fc.tuple(a, b), { minLength: 1, maxLength: 6 }).map((all) => [all.map(([x]) => x), all.map(([, y]) => y)]);

/** Rates around the bounds of a score table, and whatever people type. */
const rateOrAny = fc.oneof(fc.integer({ min: -50, max: 300 }).map((n): Written => n / 100), fc.integer({ min: 0, max: 40_000 }).map((n): Written => n / 10_000), numberish);

const writtenFor: Readonly<Record<string, fc.Arbitrary<WrittenOperands>>> = {
  sum: fc.record({ of: several }),
  sumOrStated: fc.record({ of: several, stated: numberish }),
  columnTotal: fc.record({ of: column(numberish) }),
  sumOfAll: fc.record({ of: several }),
  stepDeduction: fc.record({ value: rateOrAny, points: fc.oneof(fc.constantFrom<Written>(5, 8, 10), numberish) }),
  bandScore: fc.record({ value: rateOrAny }),
  countCellsWhere: fc.record({ of: fc.array(fc.constantFrom<Written>('是', '否', '是', null, 3, true, '=NA()', '不适用'), { minLength: 1, maxLength: 5 }) }),
  columnTotalWhere: fc.tuple(pair(numberish, word), numberish).map(([[of, where], stated]) => ({ of, where, stated })),
  difference: fc.record({ from: numberish, subtract: several }),
  less: fc.record({ from: numberish, add: numberish, subtract: several }),
  ratio: fc.record({ numerator: numberish, denominator: numberish }),
  executionByBasis: fc.record({
    executed: numberish,
    basis: fc.constantFrom<Written>('时点预算数', '全年调整后预算数', null, '=""', '不适用', '其他', 3, '=NA()'),
    periodBudget: numberish,
    adjustedBudget: numberish,
  }),
  deviation: fc.record({ executed: numberish, excluded: numberish, initial: numberish }),
  reaches: fc.record({ rate: numberish, target: numberish }),
  changeWord: fc.record({ change: numberish }),
  countFilled: fc.record({ of: column(fc.oneof(word, numberish)) }),
  countWhere: fc.oneof(fc.record({ where: column(word) }), fc.record({ where: column(blankOrWord), stated: numberish })),
  countWhereBoth: fc.tuple(pair(blankOrWord, word), numberish).map(([[where, also], stated]) => ({ where, also, stated })),
  textLength: fc.record({ of: fc.oneof(word, numberish) }),
  cellCount: fc.record({ of: several }),
  blankCells: fc.record({ of: several }),
  rowsMissing: pair(word, numberish).map(([key, of]) => ({ key, of })),
  balanceVerdict: fc.record({ left: numberish, right: numberish }),
  same: fc.record({ of: fc.oneof(word, numberish) }),
  lookup: fc.record({ key: fc.constantFrom<Written>('201', '205', 205, '2?5', null, '=""', '999', true, '=NA()') }).map(({ key }) => ({
    key, keys: ['201', '205', null], values: ['一般公共服务支出', '教育支出', null],
  })),
  figureByName: fc.record({ key: word, of: fc.array(numberish, { minLength: 2, maxLength: 2 }) }),
  rowMissing: fc.record({ key: word, of: several }),
  requiredInRows: fc.record({ of: several, key: column(word) }),
  missingInRows: fc.record({ of: several, rows: column(fc.constantFrom<Written>(0, 1, 3, null, '=""', '=NA()')) }),
  unbalancedCount: fc.record({ verdicts: fc.array(fc.constantFrom<Written>('√', '×', '尾差', '—', null, '=""', 3, '=NA()'), { minLength: 1, maxLength: 6 }) }),
  sumUnless: fc.record({ of: several, unless: fc.array(fc.oneof(fc.constantFrom<Written>(0, null), numberish), { minLength: 1, maxLength: 3 }) }),
  cellLink: fc.record({ sheet: word, address: fc.constantFrom<Written>('C16', 'AB204', '"C16', "'x'!A1", null, '=""', 7, true, '=NA()') }),
  executionScore: fc.record({ rate: fc.oneof(numberish, fc.integer({ min: 0, max: 12000 }).map((n) => n / 10000)), weight: numberish }),
};

const parametersFor: Readonly<Record<string, Parameters>> = {
  columnTotalWhere: { equals: ['人员类', '特定目标类'] },
  countWhere: { equals: '人员类' },
  figureByName: { names: ['人员类', '是'] },
  countWhereBoth: { equals: ['人员类', '公用经费类'], alsoEquals: '是' },
  countCellsWhere: { equals: ['否', '不适用'] },
  stepDeduction: { limit: '1', step: '0.05', each: '2', when: 'below' },
  bandScore: { bands: [{ below: '0', score: '3' }, { upTo: '0', score: '5' }, { upTo: '0.1', score: '4' }, { above: '2.5', score: '1' }], otherwise: '2' },
  balanceVerdict: { parts: 3 },
  requiredInRows: { perRow: 3 },
};

/** Proved in whole tables of indicators. */
const INDICATOR_KINDS = [
  'comparison', 'targetNumber', 'targetUpper', 'actualNumber', 'deadline', 'completion', 'scaleStep', 'qualitativeRate',
  'effectiveWeight', 'measuredScore', 'finalScore', 'needsVerification', 'unscoredRows', 'totalScore', 'grade',
];

/** Proved in signOff.test.ts. */
const SIGN_OFF_KINDS = ['checkCode', 'unitLine', 'signatureLine'];

test(`both faces agree on random rows of every simple kind (seed ${seed})`, async () => {
  const cases: Case[] = Object.entries(writtenFor).flatMap(([name, written]) =>
    fc.sample(written, { numRuns: 30, seed }).map((operands) => ({ rule: kind(name), written: operands, parameters: parametersFor[name] ?? {} })),
  );
  expect(cases.length).toBeGreaterThan(700);
  expect([...Object.keys(writtenFor), ...INDICATOR_KINDS, ...SIGN_OFF_KINDS, ...PROJECT_KINDS].sort()).toEqual([...ruleKinds.keys()].sort());
  expect(await disagreements(cases)).toEqual([]);
});
