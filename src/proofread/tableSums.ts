import { decimal, sum, ZERO, type Decimal } from '../values/decimal';
import type { Level } from '../values/level';
import { cellQuote, type CellNumber } from './cells';
import type { ProofDocument } from './document';
import { cellFinding, type FigureFinding } from './proofContext';
import type { Table, TableRow } from './tables';
import { proofWords } from './texts';

const TOTAL = /^(?:[一二三四五六七八九十]、)?(?:全[县市区州省])?(?:总?合计|总计|共计|合计数|总数)/;
const SUBTOTAL = /^(?:小计|分计)|小计$/;
const PART_OF_ROW = /^(?:其中|#|——?)/;
/** Columns nobody adds up. */
const NOT_ADDED = /率|比|占|进度|均|标准|单价|得分|排名|名次|序号|年份|编码|编号|文号|日期|时间|电话|等级|\d{4}年?[-—]/;
const COUNTED = /个|项|人|户|家|村|次|数量|项目数|辆|台|所/;
/** A total that differs by less than this share was meant to be the sum. */
const NEARLY = decimal('0.2');
const FEWEST_WITHOUT_EVIDENCE = 3;

export interface WrongTotal {
  readonly total: CellNumber;
  readonly parts: readonly CellNumber[];
  readonly finding: FigureFinding;
}

interface Column {
  readonly column: number;
  readonly total: CellNumber;
  readonly parts: readonly CellNumber[];
  readonly computed: Decimal;
  readonly agreement: 'equal' | 'tail' | 'off';
}

/**
 * F12, F20 决算公开、绩效自评表: the row 合计 or 小计 is the sum of its rows. Which rows those are is taken from the columns that
 * add up; without any, a column that nearly adds up is asked about.
 */
export function checkTableSums(document: ProofDocument, table: Table): readonly WrongTotal[] {
  return table.rows.flatMap((row, at) => {
    const kind = TOTAL.test(row.name) ? TOTAL : SUBTOTAL.test(row.name) ? SUBTOTAL : null;
    if (kind === null) return [];
    const readings = partsFor(table.rows, at, kind === TOTAL).filter((parts) => parts.length >= 2).map((parts) => columnsOf(table, row, parts));
    const evidence = (columns: readonly Column[]): number => columns.filter(({ agreement, total }) => agreement === 'equal' && !total.value.isZero()).length;
    const best = readings.reduce<readonly Column[]>((one, other) => (evidence(other) > evidence(one) ? other : one), readings[0] ?? []);
    return best.flatMap((column) => findingOf(document, table, row, column, evidence(best)));
  });
}

/** Sets of rows a total may be made of: those before or behind it, or their subtotals. */
function partsFor(rows: readonly TableRow[], at: number, isTotal: boolean): readonly (readonly TableRow[])[] {
  const ends = ({ name }: TableRow): boolean => TOTAL.test(name) || (!isTotal && SUBTOTAL.test(name));
  const before = rows.slice(0, at).reverse();
  const behind = rows.slice(at + 1);
  const until = (list: readonly TableRow[]): readonly TableRow[] => {
    const end = list.findIndex(ends);
    return end < 0 ? list : list.slice(0, end);
  };
  return [[...until(before)].reverse(), until(behind)].flatMap((list) => [
    list.filter(({ name }) => !SUBTOTAL.test(name) && !PART_OF_ROW.test(name)),
    ...(isTotal ? [list.filter(({ name }) => SUBTOTAL.test(name))] : []),
  ]);
}

function columnsOf(table: Table, row: TableRow, parts: readonly TableRow[]): readonly Column[] {
  return row.numbers.flatMap((total, column): readonly Column[] => {
    const head = table.heads[column] ?? '';
    if (total === null || total.percent || NOT_ADDED.test(head)) return [];
    const cells = parts.map(({ cells: all }) => all[column]?.text ?? '');
    const numbers = parts.flatMap(({ numbers: all }) => all[column] ?? []);
    if (numbers.some(({ percent }) => percent) || numbers.length < 2 || cells.some((text, at) => !parts[at]?.numbers[column] && !/^[-—–/无]{0,3}$/.test(text))) return [];
    const computed = sum(numbers.map(({ value }) => value));
    const difference = computed.minus(total.value).abs();
    const envelope = COUNTED.test(head) ? ZERO : [total, ...numbers.filter(({ value }) => !value.isZero())].reduce((all, { step }) => all.plus(step), ZERO).div(2);
    return [{ column, total, parts: numbers, computed, agreement: difference.isZero() ? 'equal' : difference.lt(envelope) ? 'tail' : 'off' }];
  });
}

function findingOf(document: ProofDocument, table: Table, row: TableRow, { column, total, parts, computed, agreement }: Column, evidence: number): readonly WrongTotal[] {
  if (agreement === 'equal') return [];
  const head = table.heads[column] ?? '';
  const difference = computed.minus(total.value).abs();
  const nearly = difference.lte(total.value.abs().times(NEARLY));
  if (evidence === 0 && (!nearly || parts.length < FEWEST_WITHOUT_EVIDENCE || agreement === 'tail')) return [];
  const level: Level = agreement === 'tail' ? 'hint' : evidence > 0 && nearly ? 'error' : 'warning';
  const slots = {
    whole: `表中“${row.name}”行${head === '' ? `第${column + 1}列` : `“${head}”`}`, stated: total.cell.text,
    terms: parts.map(({ cell }) => cell.text).join('+'), computed: computed.toFixed(), difference: difference.toFixed(),
  };
  return [{ total, parts, finding: cellFinding({
    code: COUNTED.test(head) ? 'F20' : 'F12', level, quotes: [...parts, total].map(({ cell }) => cellQuote(document, cell)),
    stated: slots.stated, computed: `${slots.terms}=${slots.computed}`, words: proofWords(agreement === 'tail' ? 'sum.tail' : 'sum', slots),
  }) }];
}
