import { decimal, ONE, type Decimal } from '../values/decimal';
import { chineseNumber } from './chineseNumber';

export type FigureKind = 'amount' | 'percent' | 'points' | 'count' | 'score' | 'ratio';

/** A number of a paragraph with its unit. Document numbers, dates, telephone numbers, articles and codes are no figures. */
export interface Figure {
  readonly kind: FigureKind;
  /** Amounts in 万元, percentages as fractions, everything else as written. */
  readonly value: Decimal;
  /** One unit of the last digit written, in the measure of `value`: 300.1万元 → 0.1, 44.65% → 0.0001. */
  readonly step: Decimal;
  /** Unit as written: 万元, 元, %, 个, 人 … */
  readonly unit: string;
  /** 约, 近, 左右, 以上, ≥, ranges: good for a rough comparison only. */
  readonly loose: boolean;
  /** Place in the reading of the paragraph, sign and unit included. */
  readonly from: number;
  readonly to: number;
}

const AMOUNT_UNITS: Readonly<Record<string, string>> = {
  元: '0.0001', 千元: '0.1', 万元: '1', 万: '1', 百万元: '100', 千万元: '1000', 亿元: '10000', 亿: '10000',
};

const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,18})(?:\.\d{1,12})?`;
const CHINESE_NUMBER = '[〇零一二两三四五六七八九十百千]{1,7}';
/** Measure words of counts; two characters before one. */
const MEASURE = '大类|小类|人次|批次|辆次|场次|户次|团组|个|项|类|家|名|人|条|次|件|份|台|套|辆|户|场|批|所|处|座|位|本|册|篇|期|起|幢|栋|亩|公里|千米|平方米|吨|只|头|株|组|种|方面|部分';
const FIGURE = new RegExp(
  String.raw`(?<range>${NUMBER}(?:%|万元|元|亿元|个|人)?[-—~至到])?`
  + String.raw`(?:(?<number>(?<![\dA-Za-z_.])[-+]?${NUMBER})(?<unit>%|‰|个百分点|百分点|亿元|千万元|百万元|万元|千元|元|亿|万(?![人名条次户件个份亩吨台套家平株棵头只辆公册本张场米余多]|立方)|分(?!钟|之|别|类|为|项|析|配|布|公|局|支|中心|管|期|散|解|级|工|值|离|流|包|批|区|校|站|所|院)|(?:万)?(?:${MEASURE})|倍)`
  + String.raw`|(?:百分之)(?<percentWords>${CHINESE_NUMBER}(?:点[〇零一二三四五六七八九]{1,4})?)`
  + String.raw`|(?<words>(?<![第〇零一二两三四五六七八九十百千数几多])${CHINESE_NUMBER})(?<wordUnit>大类|小类|个|项|类|家|名|人(?![大员民力口才])|条|次|件|场|批|所|辆|方面|部分))`,
  'g',
);
/** What is no figure although it has digits: titles, document numbers, dates, periods, articles, telephones, web addresses. */
const NO_FIGURE = new RegExp(
  [
    '《[^《》]{0,80}》',
    String.raw`[〔[【(（]\d{4}[〕\]】)）]第?\d{1,5}号`,
    String.raw`第[\d一二三四五六七八九十百零]{1,6}[条章节款期届批次号季名位]`,
    String.raw`\d{4}年?[-—~至到/]\d{4}年度?`,
    String.raw`\d{4}年度?(?:第?[一二三四1-4]季度|上半年|下半年|\d{1,2}月?[-—~至到]\d{1,2}月份?|\d{1,2}月份?(?:\d{1,2}[日号])?)?`,
    String.raw`\d{1,2}月?[-—~至到]\d{1,2}月份?`,
    String.raw`\d{1,2}月(?:\d{1,2}[日号]|份|底|末|初)?`,
    String.raw`\d{4}[-./]\d{1,2}[-./]\d{1,2}`,
    String.raw`\d{1,5}号`,
    String.raw`\d{7,}(?!\.?\d|元|万|亿|[个项人名条次件户])`,
    String.raw`0\d{2,3}-\d{7,8}`,
    '“?一[个项]?(?:[是为方]|类是|方面)',
    String.raw`[一二三四五六七八九十]是`,
    '[一二三四]类(?=事业|公益|是|为)',
    '一次(?=性)',
    String.raw`[A-Za-z_]\d{1,18}`,
  ].join('|'),
  'g',
);
const LOOSE_BEFORE = /(?:约|大约|近|将近|超过|超|逾|不足|不低于|不少于|不超过|不高于|至少|至多|达到或超过|[≥≤≧≦><])为?$/;
const LOOSE_BEHIND = /^(?:左右|上下|余|多|以上|以下|以内|及以上|及以下|\/|每)/;

/** All figures of a paragraph's reading, in order. Linear: every repetition is bounded. */
export function figuresIn(text: string): readonly Figure[] {
  const silent = spansOf(text);
  let next = 0;
  const found: Figure[] = [];
  FIGURE.lastIndex = 0;
  for (let match = FIGURE.exec(text); match !== null; match = FIGURE.exec(text)) {
    while (next < silent.length && (silent[next]?.to ?? 0) <= match.index) next += 1;
    const covered = silent[next];
    const numberAt = match.index + (match.groups?.['range']?.length ?? 0);
    if (covered && covered.from < match.index + match[0].length) {
      FIGURE.lastIndex = Math.max(covered.to, match.index + 1);
      continue;
    }
    const figure = figureOf(match, text, numberAt);
    if (figure) found.push(figure);
  }
  return found;
}

function spansOf(text: string): readonly { readonly from: number; readonly to: number }[] {
  return [...text.matchAll(NO_FIGURE)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
}

function figureOf(match: RegExpExecArray, text: string, numberAt: number): Figure | null {
  const groups = match.groups ?? {};
  const to = match.index + match[0].length;
  if (groups['percentWords'] !== undefined) {
    const value = chineseNumber(groups['percentWords']);
    return value === null ? null : { kind: 'percent', value: value.div(100), step: decimal(10).pow(-value.decimalPlaces() - 2), unit: '%', loose: looseAt(text, match.index, to), from: match.index, to };
  }
  if (groups['words'] !== undefined) {
    const value = chineseNumber(groups['words']);
    return value === null ? null : { kind: 'count', value, step: ONE, unit: groups['wordUnit'] ?? '', loose: looseAt(text, match.index, to), from: match.index, to };
  }
  const written = groups['number'] ?? '';
  const unit = groups['unit'] ?? '';
  const isRange = groups['range'] !== undefined;
  // A dash right behind a word is a dash, not a minus.
  const signed = written.startsWith('-') && /[\p{Script=Han}\d%）”]$/u.test(text.slice(Math.max(0, numberAt - 1), numberAt)) && !/[为是达增减]$/.test(text.slice(0, numberAt).slice(-1));
  const digits = (signed ? written.slice(1) : written).replaceAll(',', '').replace('+', '');
  const places = digits.split('.')[1]?.length ?? 0;
  const from = isRange ? match.index : numberAt + (signed ? 1 : 0);
  const loose = isRange || looseAt(text, numberAt, to);
  const made = (kind: FigureKind, factor: Decimal): Figure => ({ kind, value: decimal(digits).times(factor), step: decimal(10).pow(-places).times(factor), unit, loose, from, to });
  const amount = AMOUNT_UNITS[unit];
  if (amount !== undefined) return /^[/每]/.test(text.slice(to, to + 1)) ? null : made('amount', decimal(amount));
  switch (unit) {
    case '%': return made('percent', decimal('0.01'));
    case '‰': return made('percent', decimal('0.001'));
    case '个百分点':
    case '百分点': return made('points', decimal('0.01'));
    case '分': return made('score', ONE);
    case '倍': return made('ratio', ONE);
    default: return made('count', unit.startsWith('万') ? decimal('10000') : ONE);
  }
}

function looseAt(text: string, from: number, to: number): boolean {
  return LOOSE_BEFORE.test(text.slice(Math.max(0, from - 6), from)) || LOOSE_BEHIND.test(text.slice(to, to + 3));
}
