import fc from 'fast-check';
import { type CellValue, cellText, sameCell } from '../../../src/values/cell';
import { runs } from '../../cases/runs';
import { seed } from '../../cases/seed';
import type { Written } from './bothFaces';
import { type TypedRow, cellTables, engineTable, explainTable } from './indicatorRow';
import { sampleAssessment } from './sampleAssessment';

const blankRow: TypedRow = {
  level1: '产出指标', name: '指标', nature: null, target: null, unit: null, weight: 10, actual: null, direction: null, typedRate: null, deduction: null,
};

type Line = readonly [nature: string, target: Written, unit: string | null, weight: number, actual: Written, score: string, completion: string, why: string];

/** Every line of the score function (domain: 指标计分), as an accountant would check it. */
const lines: readonly Line[] = [
  ['≥', '96', '%', 5, '96%', '5', '1', '达到目标'],
  ['≥', '96%', '%', 5, '96', '5', '1', '目标带百分号'],
  ['≥', '≥96%', '%', 5, '９６％', '5', '1', '目标重复运算符，完成值全角'],
  ['≥', '95', null, 5, '95%', '5', '1', '未填度量单位'],
  ['≥', '80', '%', 10, '72', '9', '0.9', '未达目标按比例'],
  ['≥', '3', '家', 10, '1家', '3.33', '0.333333333333333', '单位写在数后'],
  ['≥', '100', '个', 10, '150', '10', '1.5', '超额不加分，完成率不封顶'],
  ['≥', '100', '个', 10, '-5', '0', '-0.05', '完成值为负得0分'],
  ['≥', '100', '个', 10, '0', '0', '0', '完成值为0'],
  ['≥', '100', '个', 10, null, '', '', '完成值未填：不计分，不是0'],
  ['≥', '0', '个', 10, '0', '10', '', '≥0：非负即满分'],
  ['≥', '0', '个', 10, '-1', '', '', '≥0 未达：须核实'],
  ['≥', '-5', '%', 10, '-3', '10', '', '负目标只比大小'],
  ['≥', '-5', '%', 10, '-8', '', '', '负目标未达：须核实'],
  ['>', '10', '个', 10, '11', '10', '1.1', '大于'],
  ['>', '10', '个', 10, '10', '', '1', '恰等于：须核实'],
  ['>', '10', '个', 10, '5', '5', '0.5', '未达按比例'],
  ['≤', '10', '天', 10, '8', '10', '1.25', '反向达标'],
  ['≤', '10', '天', 10, '16', '6.25', '0.625', '反向未达 T/A'],
  ['≤', '0', '起', 10, '0', '10', '', '事故0起'],
  ['≤', '0', '起', 10, '2', '0', '', '零目标未达得0分，不作除法'],
  ['≤', '-5', '%', 10, '-8', '10', '', '变动率≤-5%'],
  ['≤', '-5', '%', 10, '-2', '', '', '负目标未达：须核实'],
  ['<', '10', '天', 10, '9', '10', '1.11111111111111', '小于'],
  ['<', '10', '天', 10, '10', '', '1', '恰等于：须核实'],
  ['<', '10', '天', 10, '20', '5', '0.5', '反向未达'],
  ['=', '12', '次', 10, '12', '10', '1', '等于'],
  ['=', '12', '次', 10, '6', '5', '0.5', '少于目标按比例'],
  ['=', '12', '次', 10, '24', '10', '2', '多于目标：满分并提示'],
  ['=', '0', '起', 10, '0', '10', '', '=0'],
  ['=', '0', '起', 10, '1', '0', '', '=0 未达'],
  ['=', '-5', '%', 10, '-5', '10', '', '负目标相等'],
  ['=', '-5', '%', 10, '-4', '', '', '负目标不等：须核实'],
  ['区间', '80~90', '%', 10, '85%', '10', '1', '在区间内'],
  ['区间', '80%-90%', '%', 10, '72', '9', '0.9', '低于下限 A/a'],
  ['区间', '80至90', '%', 10, '100', '9', '0.9', '高于上限 b/A'],
  ['区间', '８０～９０', '%', 10, '90', '10', '1', '全角'],
  ['区间', '90~80', '%', 10, '85', '未计算', '未计算', '上下限颠倒'],
  ['区间', '80', '%', 10, '85', '未计算', '未计算', '不是区间'],
  ['时限', '2021年12月', null, 10, '2021年12月完成', '10', '', '按期'],
  ['时限', '2021年12月31日前', null, 10, '2021-11-05', '10', '', '按期'],
  ['时限', '2021.12', null, 10, '2022.1', '', '', '逾期：须核实，不按比例'],
  ['时限', '2021年12月15日', null, 10, '2021年12月', '', '', '不知哪一天：须核实'],
  ['时限', '2021年13月', null, 10, '2021年12月', '未计算', '', '没有13月'],
  ['时限', '2021年12月', null, 10, '已完成', '未计算', '', '不是日期'],
  ['定性', '好坏', null, 5, '好', '5', '', '最高档取档内最高'],
  ['定性', '好坏', null, 5, '较好', '', '', '次档须填得分率'],
  ['定性', '好坏', null, 5, null, '', '', '未选档次：不计分，不是0'],
  ['定性', '好坏', null, 5, '优', '未计算', '', '不在量表中'],
  ['定性', '是否', null, 5, '是', '5', '', '直接赋分'],
  ['定性', '是否', null, 5, '否', '0', '', '直接赋分'],
  ['≥', '95', '%', 10, 0.96, '10', '1.01052631578947', '真数0.96按百分数读'],
  ['≥', '0.5', '%', 10, 0.4, '未计算', '未计算', '两种读法都可能'],
  ['≥', 0.95, '%', 10, '96', '未计算', '未计算', '目标0.95说不清'],
  ['≥', '95', '%', 10, 96, '10', '1.01052631578947', '真数96'],
  ['≥', '95', '家', 10, 0.5, '0.05', '0.00526315789473684', '不是百分比行'],
  ['≥', '266', '米', 10, '≥266米', '未计算', '未计算', '照抄目标不是完成值'],
  ['≥', '5', '个', 10, '完成', '未计算', '未计算', '完成不是数'],
  ['≥', '5', '个', 10, '约300', '未计算', '未计算', '约数'],
  ['≥', '1000', '个', 10, '1,23', '未计算', '未计算', '逗号位置不对'],
  ['≥', '5', '个', 10, '1/2', '未计算', '未计算', '不是日期也不是分数'],
  ['≥', '5', '个', 10, '9%6', '未计算', '未计算', '符号夹在数字中间'],
  ['≥', '5', '个', 10, true, '未计算', '未计算', '逻辑值'],
  ['≥', '5', '个', 10, '=NA()', '#N/A', '#N/A', '错误值原样'],
  ['≥', '5', '个', 10, '无', '不适用', '不适用', '不适用'],
  ['≥', '5', '个', 10, '不适用', '不适用', '不适用', '不适用'],
  ['≥', '≤5', '个', 10, '6', '未计算', '未计算', '目标与性质矛盾'],
  ['≧', '96', '%', 5, '96%', '5', '1', '性质的别样写法'],
  ['不少于', '3', '次', 9, '2', '6', '0.666666666666667', '性质的别样写法'],
  ['大概', '3', '次', 9, '2', '未计算', '未计算', '不认识的性质'],
  ['≥', '8', '个', 1, '1', '0.13', '0.125', '0.125 四舍五入'],
  ['≥', '200', '个', 1, '1', '0.01', '0.005', '0.005 四舍五入'],
  ['≤', '201', '天', 1, '200', '1', '1.005', '反向'],
];

const rowOf = ([nature, target, unit, weight, actual]: Line): TypedRow => ({ ...blankRow, nature, target, unit, weight, actual });

function fifteenDigits(cell: CellValue): string {
  return cell.kind === 'number' ? cell.value.toSignificantDigits(15).toString() : cellText(cell);
}

test.each(lines)('%s %s %s 权重%s 完成%s → 得分%s 完成率%s（%s）', (...line) => {
  const [row] = engineTable([rowOf(line)], sampleAssessment).rows;
  expect(cellText(row!['score']!)).toBe(line[5]);
  expect(fifteenDigits(row!['completion']!)).toBe(line[6]);
});

test('the cells show the same as the table of cases', async () => {
  const { tables } = await cellTables(lines.map((line) => [rowOf(line)]), sampleAssessment);
  const wrong = lines.flatMap((line, index) => {
    const row = tables[index]!.rows[0]!;
    const shown = [cellText(row['score']!), fifteenDigits(row['completion']!)];
    const close = shown[1] === line[6] || (row['completion']!.kind === 'number' && Math.abs(Number(shown[1]) - Number(line[6])) < 1e-12);
    return shown[0] === line[5] && close ? [] : [`${line.join(' ')}: ${shown.join(' ')}`];
  });
  expect(wrong).toEqual([]);
});

const qualitative: TypedRow = { ...blankRow, nature: '定性', target: '好坏', weight: 5 };

test.each<[Partial<TypedRow>, string]>([
  [{ actual: '较好', typedRate: 0.75 }, '3.75'],
  [{ actual: '较好', typedRate: 0.6 }, '3'],
  [{ actual: '较好', typedRate: 0.8 }, '未计算'],
  [{ actual: '较好', typedRate: 0.9 }, '未计算'],
  [{ actual: '好', typedRate: 0.8 }, '4'],
  [{ actual: '好', typedRate: 75 }, '未计算'],
  [{ actual: '好', typedRate: '80%' }, '未计算'],
  [{ actual: ' 好 ' }, '5'],
  [{ actual: '很好' }, '5'],
  [{ actual: '好', target: '好/坏' }, '5'],
  [{ actual: '差', direction: '反向' }, '5'],
  [{ actual: '好', direction: '反向' }, ''],
  [{ actual: '好', direction: '向上' }, '未计算'],
  [{ actual: '好*' }, '未计算'],
  [{ actual: '不适用' }, '不适用'],
  [{ actual: '好', deduction: 1.5 }, '3.5'],
  [{ actual: '好', deduction: 7 }, '0'],
  [{ actual: '好', deduction: '一分' }, '未计算'],
])('定性 %j → %s', (typed, score) => {
  expect(cellText(engineTable([{ ...qualitative, ...typed }], sampleAssessment).rows[0]!['score']!)).toBe(score);
});

test('a target exceeded counts in proportion where the pack says so', () => {
  const row: TypedRow = { ...blankRow, nature: '=', target: '12', unit: '次', actual: '24' };
  const proportional = { ...sampleAssessment, overTarget: 'proportional' } as const;
  expect(cellText(engineTable([row], proportional).rows[0]!['score']!)).toBe('5');
});

const applied: TypedRow = { ...blankRow, nature: '≥', target: '1', unit: '个', actual: '1' };
const withOneOff: readonly TypedRow[] = [
  { ...applied, weight: 30, level1: '产出指标' },
  { ...applied, weight: 50, level1: '效益指标' },
  { ...applied, weight: 20, level1: '效益指标', actual: '不适用' },
];

test.each([
  ['redistribute', ['37.5', '62.5', '不适用'], '100', '优'],
  ['redistributeInGroup', ['30', '70', '不适用'], '100', '优'],
  ['exclude', ['30', '50', '不适用'], '80', '良'],
] as const)('不适用 with %s', (notApplicable, scores, total, grade) => {
  const table = engineTable(withOneOff, { ...sampleAssessment, notApplicable });
  expect(table.rows.map((row) => cellText(row['score']!))).toEqual(scores);
  expect(cellText(table.totals['total']!)).toBe(total);
  expect(cellText(table.totals['grade']!)).toBe(grade);
});

test('a row without a score keeps the complete total and the grade blank, and is counted', () => {
  const { totals } = engineTable([{ ...applied, weight: 60 }, { ...applied, weight: 40, actual: null }], sampleAssessment);
  expect(Object.fromEntries(Object.entries(totals).map(([name, cell]) => [name, cellText(cell)]))).toEqual({
    unscored: '1', pendingTotal: '0', total: '60', complete: '', grade: '',
  });
});

test('高 for a cost is full points that wait for the direction', () => {
  const cost: TypedRow = { ...qualitative, level1: '成本', target: '高中低', actual: '高', weight: 2 };
  const { rows, totals } = engineTable([cost, { ...cost, direction: '反向', actual: '低' }, { ...cost, level1: '效益指标' }], sampleAssessment);
  expect(rows.map((row) => [cellText(row['score']!), cellText(row['pending']!)])).toEqual([['2', '2'], ['2', '0'], ['2', '0']]);
  expect(cellText(totals['pendingTotal']!)).toBe('2');
});

test('a fraction read as a percentage waits to be verified', () => {
  const { rows } = engineTable([{ ...blankRow, nature: '≥', target: '95', unit: '%', actual: 0.96, weight: 5 }], sampleAssessment);
  expect([cellText(rows[0]!['actualNumber']!), cellText(rows[0]!['pending']!)]).toEqual(['96', '5']);
});

// ---------------------------------------------------------------- random tables

const nature = fc.oneof(
  { weight: 14, arbitrary: fc.constantFrom<Written>('≥', '>', '≤', '<', '=', '区间', '时限', '定性') },
  { weight: 4, arbitrary: fc.constantFrom<Written>('≧', '不超过', '＞', '﹦', '>=', '完成时间') },
  { weight: 2, arbitrary: fc.constantFrom<Written>(null, '=""', '大概', 5, true, '=NA()', '≥ ') },
);
const figure = fc.oneof(
  fc.integer({ min: -20, max: 300 }).map(String),
  fc.integer({ min: 0, max: 30000 }).map((n) => String(n / 100)),
  fc.integer({ min: 0, max: 120 }).map((n) => `${n}%`),
  fc.integer({ min: 0, max: 40 }).map((n) => `${n}家`),
  fc.integer({ min: 0, max: 999 }).map((n) => [...String(n)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')),
);
const range = fc.tuple(fc.integer({ min: -5, max: 100 }), fc.integer({ min: -5, max: 100 }), fc.constantFrom('~', '-', '～', '至', '—')).map(([a, b, by]) => `${a}${by}${b}`);
const date = fc.constantFrom('2021年12月', '2021-12-31', '2021.12', '2021/6/30', '2021年6月30日前', '2021年2月29日', '2020年2月', '2020-2-29', '2021年底', '2021年12月完成', '21年3月', '2021-13-01', '20211231');
const step = fc.constantFrom('好', '较好', '差', '高', '低', '是', '否', '优', ' 好', '好*', '?', '很好');
const junk = fc.constantFrom<Written>(null, '=""', '', ' ', '不适用', '无', '完成', '约300', '≥95%', '≥95', '不少于5', '不超过 8', '不少于', '不', '1,234', '1/2', '2-3', '12:30', '3e2', '1 2', '..', '-', '9%6', '家', true, false, '=NA()', '=1/0', '未计算', '（5）', '5.', '.5', '+7', '－５', '１２．５％');
const real = fc.oneof(fc.constantFrom(0, 1, 0.96, 0.5, -0.05, 96, 100, 0.29), fc.integer({ min: -1000, max: 20000 }).map((n) => n / 100));
const target = fc.oneof({ weight: 8, arbitrary: figure }, { weight: 3, arbitrary: range }, { weight: 3, arbitrary: date }, { weight: 4, arbitrary: fc.constantFrom<Written>('好坏', '高中低', '是/否', '0', '0') }, { weight: 2, arbitrary: real }, { weight: 2, arbitrary: junk });
const actual = fc.oneof({ weight: 8, arbitrary: figure }, { weight: 3, arbitrary: date }, { weight: 4, arbitrary: step }, { weight: 3, arbitrary: real }, { weight: 4, arbitrary: junk });
const row: fc.Arbitrary<TypedRow> = fc.record({
  level1: fc.constantFrom<Written>('产出指标', '效益指标', '成本指标', '成本', null, 5),
  name: fc.constantFrom<Written>('指标', '指标', '指标', null),
  nature, target, actual,
  unit: fc.oneof({ weight: 8, arbitrary: fc.constantFrom<Written>('%', '家', '百分比', null, '个') }, { weight: 1, arbitrary: fc.constantFrom<Written>('=""', 5, true) }),
  weight: fc.oneof({ weight: 8, arbitrary: fc.constantFrom<Written>(5, 10, 22.5, 33.33, 1, 2) }, { weight: 1, arbitrary: fc.constantFrom<Written>(null, '五', 0, true, '不适用') }),
  direction: fc.constantFrom<Written>(null, null, null, '正向', '反向', '=""', '其他'),
  typedRate: fc.oneof({ weight: 6, arbitrary: fc.constant<Written>(null) }, { weight: 4, arbitrary: fc.constantFrom<Written>(0.6, 0.75, 0.8, 1, 0, 0.3, 90, '80%', '=""', '=NA()', true) }),
  deduction: fc.oneof({ weight: 8, arbitrary: fc.constant<Written>(null) }, { weight: 3, arbitrary: fc.constantFrom<Written>(1, 0.5, 20, '一分', '=""', '=1/0') }),
});
/** Rows that make sense: target and actual of the kind their nature asks for. */
const sensible: fc.Arbitrary<TypedRow> = fc.oneof(
  fc.tuple(row, fc.constantFrom('≥', '>', '≤', '<', '='), figure, figure).map(([one, n, t, a]) => ({ ...one, nature: n, target: t, actual: a })),
  fc.tuple(row, range, figure).map(([one, t, a]) => ({ ...one, nature: '区间', target: t, actual: a })),
  fc.tuple(row, date, date).map(([one, t, a]) => ({ ...one, nature: '时限', target: t, actual: a })),
  fc.tuple(row, fc.constantFrom('好坏', '高中低', '是/否'), step).map(([one, t, a]) => ({ ...one, nature: '定性', target: t, actual: a })),
);
const anyTable = fc.array(fc.oneof(row, sensible, sensible), { minLength: 3, maxLength: 7 });

test.each([
  ['redistribute', 'full'],
  ['redistributeInGroup', 'proportional'],
  ['exclude', 'full'],
] as const)(`both faces agree on random tables, %s and %s (seed ${seed})`, async (notApplicable, overTarget) => {
  const assessment = { ...sampleAssessment, notApplicable, overTarget };
  const samples = fc.sample(anyTable, { numRuns: runs(80), seed });
  expect(samples.flat().length).toBeGreaterThanOrEqual(3 * runs(80));
  const { tables } = await cellTables(samples, assessment);
  const different = samples.flatMap((typed, index) => {
    const engine = engineTable(typed, assessment);
    const cells = tables[index]!;
    const inRows = cells.rows.flatMap((cellRow, place) =>
      Object.entries(cellRow).flatMap(([column, cell]) => {
        const value = engine.rows[place]![column]!;
        return sameCell(cell, value) ? [] : [`${column} of ${JSON.stringify(typed[place])}: engine ${value.kind} ${cellText(value)}, cell ${cell.kind} ${cellText(cell)}`];
      }),
    );
    const inTotals = Object.entries(cells.totals).flatMap(([name, cell]) => {
      const value = engine.totals[name]!;
      return sameCell(cell, value) ? [] : [`total ${name} of table ${index}: engine ${value.kind} ${cellText(value)}, cell ${cell.kind} ${cellText(cell)}`];
    });
    return [...inRows, ...inTotals];
  });
  expect(different.slice(0, 15)).toEqual([]);
  expect(explainTable(samples.flat(), assessment).every((sentence) => sentence.length > 0)).toBe(true);
});

test(`a score never leaves 0..weight and a total never invents a missing row (seed ${seed})`, () => {
  fc.assert(
    fc.property(anyTable, (typed) => {
      const { rows, totals } = engineTable(typed, sampleAssessment);
      for (const one of rows) {
        const [score, weight] = [one['score']!, one['effective']!];
        if (score.kind === 'number' && weight.kind === 'number') {
          expect(score.value.gte(0) && score.value.lte(weight.value.plus('0.005'))).toBe(true);
        }
      }
      const unscored = totals['unscored']!;
      if (unscored.kind === 'number' && unscored.value.gt(0)) expect(totals['complete']!.kind).not.toBe('number');
    }),
    { seed, numRuns: 300 },
  );
});
