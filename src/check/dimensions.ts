/** What a unit of an indicator measures. Classifiers (个、家、户…) all count things: 23家 is no contradiction to 个. */
type Dimension = 'share' | 'money' | 'count' | 'length' | 'area' | 'mass' | 'time';

const UNITS: Readonly<Record<Dimension, readonly string[]>> = {
  share: ['%', '百分比', '个百分点', '百分点', '‰'],
  money: ['元', '千元', '万元', '百万元', '亿元', '美元', '万美元'],
  count: [
    '个', '家', '户', '人', '人次', '名', '只', '头', '匹', '条', '批', '批次', '份', '篇', '起', '件', '场', '场次', '项', '台', '套', '辆', '座', '处', '次', '期', '幅', '张', '本',
    '所', '间', '棵', '株', '盏', '支', '组', '类', '宗', '例', '个次', '人天', '台套', '万人', '万人次', '万户', '万条', '万次',
  ],
  length: ['米', '公里', '千米', '厘米', '毫米', '延米', '里'],
  area: ['亩', '万亩', '平方米', '公顷', '平方公里', '㎡'],
  mass: ['吨', '万吨', '公斤', '千克', '克', '斤'],
  time: ['年', '月', '日', '天', '小时', '分钟', '工作日', '个月'],
};

const BY_UNIT = new Map(Object.entries(UNITS).flatMap(([dimension, units]) => units.map((unit) => [unit, dimension as Dimension] as const)));

/** The dimension of a unit as it is written; null when it is blank or unknown. */
export function dimensionOf(unit: string): Dimension | null {
  return BY_UNIT.get(unit.normalize('NFKC').replaceAll(/\s/g, '')) ?? null;
}

/** Yuan in a unit of money; null for others. */
export function yuanIn(unit: string): string | null {
  const written = unit.normalize('NFKC').replaceAll(/\s/g, '');
  return new Map([['元', '1'], ['千元', '1000'], ['万元', '10000'], ['百万元', '1000000'], ['亿元', '100000000']]).get(written) ?? null;
}
