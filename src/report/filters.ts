import type { Context } from 'liquidjs';
import { cellText, NOT_APPLICABLE } from '../values/cell';
import { decimal, HUNDRED, type Decimal } from '../values/decimal';
import { amountText, numberText, percentText } from '../values/figureText';
import { Figure, type Scope } from './figure';
import { REPORT_STATE, type ReportState } from './state';

interface FilterThis {
  readonly context: Context;
}

type Filter = (this: FilterThis, value: unknown, ...args: readonly unknown[]) => string;

/** Chooses what a loop goes through; prints nothing itself. */
type RowFilter = (value: unknown, ...args: readonly unknown[]) => readonly Scope[];

/** 【待填：label】 for what nobody filled in, 【待核：label】 for what cannot be relied on; null when the figure can be printed. */
export function gapMark(state: ReportState, figure: Figure): string | null {
  if (figure.doubtful) return state.mark({ kind: '待核', label: figure.label, ref: figure.ref });
  return figure.known ? null : state.mark({ kind: '待填', label: figure.label, ref: figure.ref });
}

function stateOf(filter: FilterThis): ReportState {
  return filter.context.getRegister<ReportState>(REPORT_STATE);
}

/** A filter on a number: notes the source, prints gaps and 不适用, else the words. */
function ofNumber(print: (value: Decimal) => string): Filter {
  return function (value) {
    if (!(value instanceof Figure)) throw new Error('filter needs a field');
    const state = stateOf(this);
    state.printed(value);
    const mark = gapMark(state, value);
    if (mark !== null) return mark;
    const number = value.number();
    if (number !== null) return print(number);
    return value.applicable ? state.mark({ kind: '待核', label: value.label, ref: value.ref }) : NOT_APPLICABLE;
  };
}

/** Figures hold amounts in 万元; rounded here and nowhere before. */
function wanText(amount: Decimal): string {
  return amountText(amount, '万元');
}

function changeText(change: Decimal): string {
  return change.isZero() ? '持平' : `${change.gt(0) ? '增加' : '减少'}${wanText(change.abs())}`;
}

/** A rate of change given as a fraction: 增长64.03%. */
function growthText(rate: Decimal): string {
  return rate.isZero() ? '持平' : `${rate.gt(0) ? '增长' : '下降'}${percentText(rate.abs())}`;
}

/** A change of rates: 2.5个百分点. */
function pointsText(change: Decimal): string {
  return `${numberText(decimal(change.abs().times(HUNDRED).toFixed(2)))}个百分点`;
}

/** Excel's day number: 45374 is 2024-03-23. */
function dateText(serial: Decimal): string {
  const day = new Date(Date.UTC(1899, 11, 30) + serial.floor().toNumber() * 86_400_000);
  return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
}

const changed = ofNumber(changeText);
const grown = ofNumber(growthText);

const text: Filter = function (value) {
  if (!(value instanceof Figure)) throw new Error('filter needs a field');
  const state = stateOf(this);
  state.printed(value);
  return gapMark(state, value) ?? cellText(value.cell).trim();
};

/** Words of the unit as one sentence, with exactly one mark at its end. */
const sentence: Filter = function (value) {
  const words = text.call(this, value);
  return /[。！？；]$/.test(words) ? words : `${words}。`;
};

/**
 * `change | 较上年: changeRate`: 较上年增加2万元（增长10%）, 较上年持平.
 * The rate is left out where it does not apply, as last year was zero.
 */
const againstLastYear: Filter = function (value, rate) {
  const change = `较上年${changed.call(this, value)}`;
  if (!(value instanceof Figure) || !(rate instanceof Figure) || value.zero || rate.number() === null) return change;
  return `${change}（${grown.call(this, rate)}）`;
};

/** `offices.rows | 顿号: "name"`: the filled cells of a list column, joined as Chinese enumerations are. */
const enumeration: Filter = function (value, column) {
  if (!Array.isArray(value) || typeof column !== 'string') throw new Error('filter needs list rows and a column');
  return (value as readonly Scope[]).flatMap((row) => {
    const figure = row[column];
    if (!(figure instanceof Figure)) throw new Error(`undefined variable: ${column}`);
    if (!figure.known && !figure.doubtful) return [];
    const state = stateOf(this);
    state.printed(figure);
    return [gapMark(state, figure) ?? cellText(figure.cell).trim()];
  }).join('、');
};

const DIGITS = '零一二三四五六七八九';

/** `forloop.index | 序号`: 一, 十, 十二, 二十 …, for headings of lists of free length; up to 99. */
const ordinal: Filter = function (value) {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > 99) throw new Error('filter needs a whole number up to 99');
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens > 1 ? DIGITS.charAt(tens) : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS.charAt(ones) : ''}`;
};

/** `assign items = austerity | 行: "meetings", "training"`: these rows of a matrix, for a loop; `row.label` is the row in words. */
const matrixRows: RowFilter = (value, ...rows) => {
  if (typeof value !== 'object' || value === null || value instanceof Figure || Array.isArray(value)) throw new Error('filter needs a matrix');
  return rows.map((row) => {
    const found = typeof row === 'string' ? (value as Scope)[row] : undefined;
    if (typeof found !== 'object' || found instanceof Figure || Array.isArray(found)) throw new Error(`undefined variable: ${String(row)}`);
    return found as Scope;
  });
};

/** `"年初预算基本支出、项目支出" | 待填: field, …`: one mark for several missing figures. */
const missing: Filter = function (value, ...figures) {
  const [first] = figures;
  if (typeof value !== 'string' || !(first instanceof Figure)) throw new Error('filter needs text');
  const state = stateOf(this);
  for (const figure of figures) if (figure instanceof Figure) state.printed(figure);
  return state.mark({ kind: '待填', label: value, ref: first.ref });
};

/** Every filter a template may use; the built-in ones of the template language are taken out. */
export const REPORT_FILTERS: Readonly<Record<string, Filter | RowFilter>> = {
  金额: ofNumber(wanText),
  百分比: ofNumber(percentText),
  数字: ofNumber(numberText),
  个数: ofNumber((value) => numberText(value.isInteger() ? value : decimal(value.toFixed(2)))),
  变动: changed,
  增减率: grown,
  较上年: againstLastYear,
  百分点: ofNumber(pointsText),
  日期: ofNumber(dateText),
  文字: text,
  句: sentence,
  顿号: enumeration,
  序号: ordinal,
  行: matrixRows,
  待填: missing,
};
