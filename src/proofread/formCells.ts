import { cellsOf, cellQuote, numberIn, separatorOf, wholeLine, type Cell, type CellNumber } from './cells';
import type { ProofDocument } from './document';
import type { FormPart, FormRow } from './formParts';

type Kind = 'group' | 'name' | 'comparison' | 'target' | 'unit' | 'actual' | 'points' | 'score' | 'reason' | 'budget' | 'executed' | 'rate';

/** Headings of the columns of a self-evaluation form, the more particular first. */
const HEADS: readonly (readonly [Kind, RegExp])[] = [
  ['group', /^[一二]级指标/],
  ['name', /^(?:三级指标|指标名称|绩效指标名称|具体指标)/],
  ['comparison', /^(?:绩效)?指标(?:性质|方向)/],
  ['unit', /^(?:绩效)?(?:度量|计量)单位/],
  ['target', /^(?:年度|年初|预期|计划|全年)?(?:绩效)?(?:指标|目标)值/],
  ['actual', /^(?:年度|全年|实际|年末)*完成(?:指标)?(?:值|情况)|^实际(?:指标)?值|^全年实际值/],
  ['points', /^(?:分值|权重|标准分|满分|指标分值)/],
  ['score', /^(?:自评|实际)?(?:得分|评分|自评分)/],
  ['reason', /^(?:偏差|未完成|扣分).{0,6}原因|^原因分析|^备注/],
  ['rate', /^(?:预算)?执行率/],
  ['executed', /^(?:全年|预算)?(?:执行|支出)数/],
  ['budget', /^(?:年初|全年|调整后|年度)(?:（调整）)?预算(?:数)?/],
];
const COMPARISON = /^(?:>=|<=|[≥≤≧≦><=])|^定性$/;
const TARGET = /^(?<comparison>>=|<=|[≥≤≧≦><=])?(?<target>\d{1,9}(?:\.\d{1,4})?)(?<unit>[^\d.]{0,8})$/;
const ACTUAL = /^(?<actual>\d{1,9}(?:\.\d{1,4})?)(?<unit>[^\d.]{0,8})$/;
const TOTAL = /^(?:总分|合计|总计|总得分|总评分)$/;
const MONEY = /资金总额|预算资金|^项目资金/;
/** What stands in a column of names but names a group. */
const GROUP_NAME = /指标(?:（.{0,8}）)?$/;
const DASH = /^[-—–/]{1,3}$/;
const LONGEST_CELL = 60;

/**
 * Rows of self-evaluation forms pasted one cell a line, or with columns parted by tabs, bars or blanks. The headings tell the order of
 * the columns; a row is what fits them: a name, a target, an actual value, points and a score.
 */
export function formCellsIn(document: ProofDocument): readonly FormPart[] {
  const cells = filledCells(document);
  const parts: FormPart[] = [];
  for (let at = 0; at < cells.length; at++) {
    const kinds = headAt(cells, at);
    if (kinds === null) continue;
    const from = at + kinds.length;
    const { found, end } = kinds.includes('target') ? indicatorRows(document, cells, from, kinds) : moneyRow(document, cells, from, kinds);
    parts.push(...found);
    at = Math.max(at + kinds.length, end) - 1;
  }
  return parts;
}

function filledCells(document: ProofDocument): readonly Cell[] {
  return document.paragraphs.flatMap(({ start, end }, at) => {
    const separator = separatorOf(document.text.slice(start, end));
    return (separator === null ? [wholeLine(document, at)] : cellsOf(document, at, separator)).filter(({ text }) => text !== '');
  });
}

function kindOf({ text }: Cell): Kind | null {
  return text.length > 16 ? null : HEADS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** The kinds of the columns when a form's headings begin here. */
function headAt(cells: readonly Cell[], at: number): readonly Kind[] | null {
  const kinds: Kind[] = [];
  for (let next = at; next < cells.length && kinds.length < 12; next++) {
    const cell = cells[next];
    const kind = cell ? kindOf(cell) : null;
    if (kind === null) break;
    kinds.push(kind);
  }
  const has = (...wanted: readonly Kind[]): boolean => wanted.every((kind) => kinds.includes(kind));
  return has('target', 'actual', 'points', 'score') || has('budget', 'executed', 'points', 'rate', 'score') ? kinds : null;
}

interface Found {
  readonly found: readonly FormPart[];
  readonly end: number;
}

/** The line of the whole money: one cell for each heading behind its name. */
function moneyRow(document: ProofDocument, cells: readonly Cell[], from: number, kinds: readonly Kind[]): Found {
  const at = cells.findIndex(({ text }, i) => i >= from && i < from + 4 && MONEY.test(text));
  const values = cells.slice(at + 1, at + 1 + kinds.length);
  if (at < 0 || values.length < kinds.length || values.some((cell) => !numberIn(cell) && !DASH.test(cell.text))) return { found: [], end: from };
  const last = (kind: Kind): CellNumber | null => numberIn(values[kinds.lastIndexOf(kind)]);
  const [budget, executed, points, rate, score] = [last('budget'), last('executed'), last('points'), last('rate'), last('score')];
  const end = at + 1 + kinds.length;
  if (!budget || !executed || !points || !rate?.percent) return { found: [], end };
  return { found: [{ kind: 'money', paragraph: budget.cell.paragraph, budget, executed, points, rate, score, quotes: [budget, executed, rate, ...(score ? [score] : [])].map(({ cell }) => cellQuote(document, cell)) }], end };
}

/** Rows up to the total; `complete` tells that no other figure that could be points or a score stands between them. */
function indicatorRows(document: ProofDocument, cells: readonly Cell[], from: number, kinds: readonly Kind[]): Found {
  const columns = kinds.filter((kind) => kind !== 'group' && kind !== 'reason');
  const shapes = columns.includes('unit') ? [columns, columns.filter((kind) => kind !== 'unit')] : [columns];
  const found: FormPart[] = [];
  let loose = 0;
  let at = from;
  while (at < cells.length) {
    const cell = cells[at];
    if (!cell || headAt(cells, at) !== null || cell.text.length > 4 * LONGEST_CELL) break;
    const [points, score] = [numberIn(cells[at + 1]), numberIn(cells[at + 2])];
    if (TOTAL.test(cell.text) && points) {
      found.push({ kind: 'total', paragraph: cell.paragraph, points: score ? points : null, score: score ?? points, complete: loose === 0, quotes: [points, ...(score ? [score] : [])].map((number) => cellQuote(document, number.cell)) });
      return { found, end: at + (score ? 3 : 2) };
    }
    const shape = shapes.find((one) => fits(cells, at, one));
    const later = shapes.some((one) => fits(cells, at + 1, one));
    if (shape && !later) {
      found.push(rowAt(document, cells, at, shape));
      at += shape.length;
    } else {
      if (numberIn(cell) && !numberIn(cell)?.percent) loose += 1;
      at += 1;
    }
  }
  return { found, end: at };
}

function fits(cells: readonly Cell[], at: number, columns: readonly Kind[]): boolean {
  return columns.every((kind, i) => {
    const cell = cells[at + i];
    if (!cell || cell.text.length > LONGEST_CELL || TOTAL.test(cell.text)) return false;
    const number = numberIn(cell);
    switch (kind) {
      case 'points':
      case 'score': return number !== null && !number.percent && number.value.lte(200);
      case 'comparison': return COMPARISON.test(cell.text);
      case 'name': return number === null && !GROUP_NAME.test(cell.text) && !COMPARISON.test(cell.text);
      case 'unit': return number === null;
      default: return true;
    }
  });
}

function rowAt(document: ProofDocument, cells: readonly Cell[], at: number, columns: readonly Kind[]): FormRow {
  const cellOf = (kind: Kind): Cell | undefined => (columns.includes(kind) ? cells[at + columns.indexOf(kind)] : undefined);
  const textOf = (kind: Kind): string => cellOf(kind)?.text ?? '';
  const target = TARGET.exec(textOf('target'))?.groups;
  const actual = ACTUAL.exec(textOf('actual'))?.groups;
  const unit = textOf('unit');
  const [points, score] = [numberIn(cellOf('points')), numberIn(cellOf('score'))];
  const row = cells.slice(at, at + columns.length);
  const paragraph = cellOf('score')?.paragraph ?? 0;
  const quotes = row.map((cell) => cellQuote(document, cell));
  return {
    kind: 'row', paragraph, name: textOf('name'), comparison: COMPARISON.exec(textOf('comparison'))?.[0] ?? target?.['comparison'] ?? '',
    target: target?.['target'] ?? null, unit: unit === '' ? target?.['unit'] ?? '' : unit, actual: actual?.['actual'] ?? null, actualUnit: actual?.['unit'] ?? '',
    points, score, quotes,
  };
}
