import type { CellValue } from '../../values/cell';
import { decimal, sum, ZERO, type Decimal } from '../../values/decimal';

/** What an expression gives. */
export type ValueType = 'number' | 'text' | 'truth';

/**
 * What a place between the brackets takes:
 * - `number`, `text`, `truth`: an expression of that type; `same`: any type, the same in all such places;
 * - `figures`: numbers, cells or whole columns of figures, of which blank ones and texts are passed over;
 * - `cell`: the name of one cell; `column`, `figureColumn`: the name of a list column; `criterion`: "文字" or ">=0.8"; `places`: a whole number 0–6.
 */
export type Takes = ValueType | 'same' | 'figures' | 'cell' | 'column' | 'figureColumn' | 'criterion' | 'places';

export interface FormulaFunction {
  /** As shown to accountants. */
  readonly usage: string;
  readonly takes: readonly Takes[];
  /** The last of `takes` may be repeated up to 30 times. */
  readonly repeats?: boolean;
  /** Type of the result; `same` is what its `same` places hold. */
  readonly gives: ValueType | 'same';
}

/** The functions of the rule language: those that all spreadsheet programs calculate alike and that depend on nothing but cells. */
export const FORMULA_FUNCTIONS: ReadonlyMap<string, FormulaFunction> = new Map<string, FormulaFunction>([
  ['SUM', { usage: 'SUM(数或列,…)', takes: ['figures'], repeats: true, gives: 'number' }],
  ['MAX', { usage: 'MAX(数或列,…)', takes: ['figures'], repeats: true, gives: 'number' }],
  ['MIN', { usage: 'MIN(数或列,…)', takes: ['figures'], repeats: true, gives: 'number' }],
  ['AVERAGE', { usage: 'AVERAGE(数或列,…)', takes: ['figures'], repeats: true, gives: 'number' }],
  ['COUNT', { usage: 'COUNT(列,…)', takes: ['figureColumn'], repeats: true, gives: 'number' }],
  ['COUNTIF', { usage: 'COUNTIF(列,"条件")', takes: ['column', 'criterion'], gives: 'number' }],
  ['SUMIF', { usage: 'SUMIF(列,"条件",求和列)', takes: ['column', 'criterion', 'figureColumn'], gives: 'number' }],
  ['ABS', { usage: 'ABS(数)', takes: ['number'], gives: 'number' }],
  ['ROUND', { usage: 'ROUND(数,位数)', takes: ['number', 'places'], gives: 'number' }],
  ['IF', { usage: 'IF(条件,成立时,不成立时)', takes: ['truth', 'same', 'same'], gives: 'same' }],
  ['IFERROR', { usage: 'IFERROR(值,算不出时)', takes: ['same', 'same'], gives: 'same' }],
  ['AND', { usage: 'AND(条件,…)', takes: ['truth'], repeats: true, gives: 'truth' }],
  ['OR', { usage: 'OR(条件,…)', takes: ['truth'], repeats: true, gives: 'truth' }],
  ['NOT', { usage: 'NOT(条件)', takes: ['truth'], gives: 'truth' }],
  ['LEN', { usage: 'LEN(文字)', takes: ['text'], gives: 'number' }],
  ['ISNUMBER', { usage: 'ISNUMBER(名称)', takes: ['cell'], gives: 'truth' }],
]);

/** Functions over figures; without a single figure SUM, MAX, MIN and AVERAGE have no value. */
export function overFigures(name: string, figures: readonly Decimal[]): Decimal | null {
  const [first, ...rest] = figures;
  if (first === undefined) return null;
  switch (name) {
    case 'SUM': return sum(figures);
    case 'MAX': return rest.reduce((most, one) => (one.gt(most) ? one : most), first);
    case 'MIN': return rest.reduce((least, one) => (one.lt(least) ? one : least), first);
    case 'AVERAGE': return sum(figures).div(figures.length);
    default: return null;
  }
}

/** A condition of COUNTIF and SUMIF. */
export type Criterion =
  | { readonly operator: '>' | '>=' | '<' | '<='; readonly limit: Decimal }
  | { readonly operator: 'text'; readonly text: string };

/**
 * Reads a condition; null for what programs read differently: wildcards, `=` and `<>`, texts that look like numbers, blank.
 */
export function readCriterion(text: string): Criterion | null {
  const compared = /^(>=|<=|>|<)(-?\d{1,15}(?:\.\d{1,10})?)(%?)$/.exec(text);
  if (compared) {
    const [, operator, limit = '0', percent] = compared;
    return percent ? null : { operator: operator as '>', limit: decimal(limit) };
  }
  return text === '' || text.length > 200 || /[*?~]/.test(text) || /^[<>=]/.test(text) || /^[\s\d.,+\-%¥￥$]*$/.test(text) || /^(true|false)$/i.test(text) ? null : { operator: 'text', text };
}

/** Whether a cell meets a condition: numbers are compared, texts are equal without regard to case. */
export function meets(cell: CellValue, criterion: Criterion): boolean {
  if (criterion.operator === 'text') return cell.kind === 'text' && cell.text.toLowerCase() === criterion.text.toLowerCase();
  if (cell.kind !== 'number') return false;
  switch (criterion.operator) {
    case '>': return cell.value.gt(criterion.limit);
    case '>=': return cell.value.gte(criterion.limit);
    case '<': return cell.value.lt(criterion.limit);
    case '<=': return cell.value.lte(criterion.limit);
  }
}

/** Numbers of cells that hold one; null when a cell holds an error. */
export function figuresIn(cells: readonly CellValue[]): readonly Decimal[] | null {
  if (cells.some((cell) => cell.kind === 'error')) return null;
  return cells.flatMap((cell) => (cell.kind === 'number' ? [cell.value] : []));
}

/** SUMIF: the figures of `added` beside the cells that meet the condition; null when one of them is an error. */
export function sumWhere(cells: readonly CellValue[], criterion: Criterion, added: readonly CellValue[]): Decimal | null {
  const figures = figuresIn(added.filter((_, row) => { const cell = cells[row]; return cell !== undefined && meets(cell, criterion); }));
  return figures === null ? null : figures.reduce((total, figure) => total.plus(figure), ZERO);
}
