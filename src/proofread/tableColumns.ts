import { decimal, HUNDRED, type Decimal } from '../values/decimal';
import { cellQuote, type Cell, type CellNumber } from './cells';
import type { ProofDocument } from './document';
import { cellFinding, type FigureFinding } from './proofContext';
import { agreementOfQuotient, shownPercent, type QuotientAgreement } from './reckon';
import type { Table, TableRow } from './tables';
import { proofWords } from './texts';

const DIFFERENCE = /增减|差额|变动额|结转|结余|余额/;
const GROWTH = /增|减|变动|幅/;
const SHARE = /占|比重|比例|构成/;
/** Rows that show which columns make a column, and how many of those looked at must fit. */
const SAMPLE = 10;
const FEWEST_WITNESSES = 2;
const SURE_WITNESSES = 3;

export interface WrongCell {
  readonly stated: CellNumber;
  readonly finding: FigureFinding;
}

/** A way a column comes from others, row by row. */
interface Model {
  readonly code: 'R01' | 'R04' | 'R07' | 'R06' | 'F16';
  /** What it is computed from, in this row; null where something is missing. */
  readonly terms: (row: TableRow) => readonly [CellNumber, CellNumber] | null;
  readonly kind: 'quotient' | 'growth' | 'difference';
}

/**
 * R01, R04, R06, R07, F16 绩效自评表、决算公开表: a column of rates, shares or differences comes from two other columns. Which ones
 * is taken from the rows that fit; only then is a row that does not fit told.
 */
export function checkTableColumns(document: ProofDocument, table: Table, blamed: ReadonlySet<Cell>): readonly WrongCell[] {
  const numeric = table.heads.map((_, column) => column).filter((column) => table.rows.some(({ numbers }) => numbers[column]));
  return numeric.flatMap((column) => {
    const model = modelOf(table, column, numeric);
    return model === null ? [] : table.rows.flatMap((row) => {
      const stated = row.numbers[column];
      const terms = model.model.terms(row);
      return stated && terms && ![stated, ...terms].some(({ cell }) => blamed.has(cell)) ? findingOf(document, table, row, column, stated, terms, model) : [];
    });
  });
}

function modelOf(table: Table, column: number, numeric: readonly number[]): { readonly model: Model; readonly sure: boolean } | null {
  const head = table.heads[column] ?? '';
  const own = table.rows.filter(({ numbers }) => numbers[column]);
  const isRate = own.length >= 2 && own.every(({ numbers }) => numbers[column]?.percent);
  if (!isRate && !DIFFERENCE.test(head)) return null;
  const others = numeric.filter((other) => other !== column && !table.rows.some(({ numbers }) => numbers[other]?.percent));
  const models = isRate ? rateModels(table, head, others) : pairs(others).map(([one, other]): Model => ({ code: /结/.test(head) ? 'F16' : 'R06', kind: 'difference', terms: bothIn(one, other) }));
  const sample = own.slice(-SAMPLE);
  const judged = models.map((model) => {
    const results = sample.flatMap((row) => {
      const terms = model.terms(row);
      const stated = row.numbers[column];
      return terms && stated ? [{ fits: agreementIn(model, stated, terms) === 'equal', telling: !terms[0].value.eq(terms[1].value) && !terms[0].value.isZero() }] : [];
    });
    return { model, fits: results.filter(({ fits }) => fits).length, telling: results.filter(({ fits, telling }) => fits && telling).length, of: results.length };
  });
  const best = judged.reduce<(typeof judged)[number] | null>((one, other) => (one === null || other.telling > one.telling || (other.telling === one.telling && other.fits > one.fits) ? other : one), null);
  return best && best.telling >= FEWEST_WITNESSES && best.fits * 2 > best.of ? { model: best.model, sure: best.fits >= SURE_WITNESSES } : null;
}

function rateModels(table: Table, head: string, others: readonly number[]): readonly Model[] {
  const totals = table.rows.filter(({ name }) => /^(?:总?合计|总计|共计)/.test(name));
  const total = totals.length === 1 ? totals[0] : undefined;
  const code = SHARE.test(head) ? 'R04' : 'R01';
  return [
    ...pairs(others).map(([one, other]): Model => ({ code, kind: 'quotient', terms: bothIn(one, other) })),
    ...(GROWTH.test(head) ? pairs(others).map(([one, other]): Model => ({ code: 'R07', kind: 'growth', terms: bothIn(one, other) })) : []),
    ...(total ? others.map((one): Model => ({ code: 'R04', kind: 'quotient', terms: (row) => pairOf(row.numbers[one], total.numbers[one]) })) : []),
  ];
}

function pairs(columns: readonly number[]): readonly (readonly [number, number])[] {
  return columns.flatMap((one) => columns.filter((other) => other !== one).map((other) => [one, other] as const));
}

const bothIn = (one: number, other: number) => (row: TableRow): readonly [CellNumber, CellNumber] | null => pairOf(row.numbers[one], row.numbers[other]);

function pairOf(one: CellNumber | null | undefined, other: CellNumber | null | undefined): readonly [CellNumber, CellNumber] | null {
  return one && other ? [one, other] : null;
}

/** Numerator and denominator of a rate; what was left of a difference and 1. */
function quotientOf({ kind }: Model, [one, other]: readonly [CellNumber, CellNumber]): readonly [Decimal, Decimal] {
  return kind === 'growth' ? [one.value.minus(other.value), other.value] : [one.value, other.value];
}

function agreementIn(model: Model, stated: CellNumber, terms: readonly [CellNumber, CellNumber]): QuotientAgreement {
  const [one, other] = terms;
  if (model.kind === 'difference') {
    const envelope = [stated, one, other].reduce((all, { step }) => all.plus(step), decimal('0')).div(2);
    const off = one.value.minus(other.value).minus(stated.value).abs();
    return off.isZero() || off.lt(envelope) ? 'equal' : 'off';
  }
  const [numerator, denominator] = quotientOf(model, terms);
  if (denominator.isZero()) return 'equal';
  const rate = { kind: 'percent' as const, value: stated.value.div(HUNDRED), step: stated.step.div(HUNDRED), unit: '%', loose: false, from: 0, to: 0 };
  const signed = model.kind === 'growth' && !stated.value.isNegative() ? numerator.abs() : numerator;
  return agreementOfQuotient(rate, signed, denominator, [one.step, other.step]);
}

function findingOf(document: ProofDocument, table: Table, row: TableRow, column: number, stated: CellNumber, terms: readonly [CellNumber, CellNumber], { model, sure }: { readonly model: Model; readonly sure: boolean }): readonly WrongCell[] {
  const agreement = agreementIn(model, stated, terms);
  if (agreement === 'equal') return [];
  const [one, other] = terms;
  const name = `表中“${row.name}”行“${table.heads[column] ?? ''}”`;
  const [numerator, denominator] = quotientOf(model, terms);
  const computed = model.kind === 'difference' ? one.value.minus(other.value).toFixed() : shownPercent(numerator, denominator, Math.max(0, stated.step.decimalPlaces()));
  const shown = model.kind === 'difference' ? `${one.cell.text}-${other.cell.text}` : model.kind === 'growth' ? `(${one.cell.text}-${other.cell.text})÷${other.cell.text}` : `${one.cell.text}÷${other.cell.text}`;
  return [{ stated, finding: cellFinding({
    code: model.code, level: agreement === 'off' && sure ? 'error' : 'warning', quotes: [one, other, stated].map(({ cell }) => cellQuote(document, cell)),
    stated: stated.cell.text, computed: `${shown}=${computed}`, words: proofWords(agreement === 'off' ? 'rate' : 'rate.rounding', { name, stated: stated.cell.text, terms: shown, computed }),
  }) }];
}
