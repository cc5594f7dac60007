import fc from 'fast-check';

type Row = Readonly<Record<string, string>>;

/** Groups every table has to have, then what else may stand in it. */
const REQUIRED = [['产出指标', '数量指标'], ['效益指标', '社会效益指标'], ['满意度指标', '服务对象满意度指标']] as const;
const MORE = [['产出指标', '质量指标'], ['产出指标', '时效指标'], ['效益指标', '经济效益指标'], ['效益指标', '可持续影响指标']] as const;

/** Target, actual value and what has to be written beside them, with nothing left unexplained. */
const numeric: fc.Arbitrary<Row> = fc.record({
  nature: fc.constantFrom('≥', '≤', '＝', '不少于'), target: fc.integer({ min: 6, max: 90 }), done: fc.integer({ min: 40, max: 170 }), unit: fc.constantFrom('%', '次', '户', '百分比'),
}).map(({ nature, target, done, unit }) => {
  const share = unit === '%' || unit === '百分比';
  const actual = Math.min(share ? 100 : 1_000, Math.max(1, Math.round((target * done) / 100)));
  const met = nature === '≤' ? actual <= target : actual >= target;
  const explained = !met || Math.abs(actual / target - 1) > 0.3;
  return { nature, target: String(target), unit, actual: `${String(actual)}${share && done % 2 === 0 ? '%' : ''}`, ...(explained ? { reason: '已在自评报告中分析' } : {}) };
});

const range: fc.Arbitrary<Row> = fc.record({ low: fc.integer({ min: 10, max: 50 }), width: fc.integer({ min: 1, max: 20 }), at: fc.integer({ min: -4, max: 25 }) })
  .map(({ low, width, at }) => ({
    nature: '区间', target: `${String(low)}~${String(low + width)}`, unit: '天', actual: String(low + at), ...(at < 0 || at > width ? { reason: '已在自评报告中分析' } : {}),
  }));

const other: fc.Arbitrary<Row> = fc.constantFrom<Row>(
  { nature: '定性', target: '好坏', actual: '好' }, { nature: '定性', target: '好坏', actual: '较好', qualitativeRate: '0.7', reason: '仍需提高' },
  { nature: '时限', target: '2023-12-31', actual: '2023-12-20' }, { nature: '定性', target: '高中低', actual: '高' },
  { nature: '≥', target: '95', unit: '%', actual: '97%', deduction: '0.1', reason: '样本偏少，调减0.1分' },
);

/** Numbers that add up to 100, none above 30, for at least four rows. */
function weights(moves: readonly number[]): readonly number[] {
  const count = moves.length;
  const even = moves.map((_, i) => Math.floor(100 / count) + (i < 100 % count ? 1 : 0));
  return even.map((weight, i) => weight + (i % 2 === 0 && i + 1 < count ? 1 : i % 2 === 1 ? -1 : 0) * Math.min(4, moves[i - (i % 2)] ?? 0, Math.floor(100 / count) - 1));
}

/** Tables of indicators in which every target, value, weight, score and reason goes together. */
export const consistentIndicators: fc.Arbitrary<readonly Row[]> = fc.record({
  first: numeric, rest: fc.array(fc.oneof({ weight: 4, arbitrary: numeric }, { weight: 1, arbitrary: range }, { weight: 2, arbitrary: other }), { minLength: 3, maxLength: 14 }),
  groups: fc.array(fc.constantFrom(...MORE), { minLength: 20, maxLength: 20 }), moves: fc.array(fc.nat({ max: 4 }), { minLength: 20, maxLength: 20 }), approved: fc.boolean(),
}).map(({ first, rest, groups, moves, approved }) => {
  // One value is not its target, so that they do not all look copied.
  const rows = [{ ...first, nature: '≥', target: '20', unit: '次', actual: '23', reason: '' }, ...rest];
  const given = weights(moves.slice(0, rows.length));
  return rows.map((row, i): Row => {
    const [level1, level2] = REQUIRED[i] ?? groups[i] ?? MORE[0];
    const weight = String(given[i] ?? 1);
    return { level1, level2, level3: `指标${String(i + 1)}`, weight, ...row, ...(approved ? { approvedTarget: row['target'] ?? '', approvedWeight: weight } : {}) };
  });
});
