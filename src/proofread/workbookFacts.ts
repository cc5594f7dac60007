import { amountUnitOf } from '../evaluation/amountUnit';
import { labelOf, sheetOf, type CellRef, type Evaluation } from '../evaluation/evaluate';
import { laidBlock } from '../evaluation/madeBlocks';
import type { MatrixBlock } from '../pack/pack';
import { inWan } from '../values/amountUnit';
import { cellText } from '../values/cell';
import type { Decimal } from '../values/decimal';
import { readSubject } from './subject';
import { metricKey } from './metricKey';

/** A figure of a workbook that a text may tell: what it is, how much, and where it stands. */
export interface WorkbookFact {
  /** Metric, stage, year and money, as sentences are read. */
  readonly key: string;
  /** Words of block, row and column. */
  readonly words: readonly string[];
  /** 万元, or a number of people. */
  readonly value: Decimal;
  readonly measure: 'amount' | 'count';
  readonly place: { readonly ref: CellRef; readonly sheet: string; readonly item: string };
}

export interface WorkbookFacts {
  /** Full name of the unit; blank when not filled. */
  readonly unit: string;
  /** Year evaluated. */
  readonly year: number;
  readonly facts: readonly WorkbookFact[];
}

/** Columns that tell how an amount came about or changed, not how much it is. */
const NO_FACT = /其中|增减|变动|时填|直接填报|收回|批次|时点|说明/;

/** Figures of a workbook as facts of sentences: every filled amount of a matrix whose row and column name a metric and a stage. */
export function workbookFacts(evaluation: Evaluation): WorkbookFacts {
  const { form } = evaluation;
  const { pack } = form;
  const blocks = pack.sheets.flatMap((sheet) => sheet.blocks.map((block) => laidBlock(pack, block)));
  const unitField = [...form.fields.values()].find(({ form: cell, label }) => cell.content === 'text' && /^(?:单位全称|单位名称|部门名称|预算单位)/.test(label));
  return {
    unit: unitField ? cellText(evaluation.value(unitField.id)).trim() : '',
    year: pack.year,
    facts: blocks.flatMap((block) => (block.type === 'matrix' ? [...amountsOf(evaluation, block), ...peopleOf(evaluation, block)] : [])),
  };
}

function amountsOf(evaluation: Evaluation, block: MatrixBlock): readonly WorkbookFact[] {
  const unit = amountUnitOf(evaluation);
  return block.rows.flatMap((row) => block.columns.flatMap((column): readonly WorkbookFact[] => {
    if (column.content !== 'amount' || NO_FACT.test(column.label) || /时填|未分|未细分/.test(row.label)) return [];
    const ref = { field: `${block.id}.${row.id}.${column.id}` };
    const cell = evaluation.value(ref.field);
    const key = factKey(block.name, row.label, column.label, evaluation.form.pack.year);
    if (cell.kind !== 'number' || key === null) return [];
    return [{ key, words: [block.name, row.label, column.label], value: inWan(cell.value, unit), measure: 'amount', place: placeOf(evaluation, ref) }];
  }));
}

/** Row and column words read as a sentence would be: 基本支出 + 年初预算数. A fund column of spending is 决算. */
function factKey(block: string, row: string, column: string, year: number): string | null {
  const label = row.replace(/^其中[：:]?/, '').trim();
  const own = readSubject(label);
  const within = own.metric === '' && (own.fund !== null || /合计|总计|小计/.test(label)) ? readSubject(`${label}${block}`) : own;
  const stage = readSubject(column.replace(/^本年/, ''));
  if (!within.certain && !(within.metric !== '' && within.fund !== null)) return null;
  if (within.metric.includes('·') || (stage.metric !== '' && stage.metric !== 'expenditure')) return null;
  const role = stage.role ?? (stage.fund !== null ? 'final' : null);
  if (role === null || role === 'adjustment') return null;
  const told = stage.year === -1 ? year - 1 : year;
  return metricKey({ metric: within.metric, role: role === 'budget' ? 'adjusted' : role, year: told, total: within.total, fund: stage.fund ?? within.fund });
}

function peopleOf(evaluation: Evaluation, block: MatrixBlock): readonly WorkbookFact[] {
  return block.rows.filter(({ emphasis }) => emphasis === 'total').flatMap((row) => block.columns.flatMap((column): readonly WorkbookFact[] => {
    const name = /编制/.test(column.label) ? 'establishment' : /在职/.test(column.label) ? 'staffNumber' : null;
    const ref = { field: `${block.id}.${row.id}.${column.id}` };
    const cell = evaluation.value(ref.field);
    if (column.content !== 'count' || name === null || cell.kind !== 'number') return [];
    return [{ key: name, words: [block.name, row.label, column.label], value: cell.value, measure: 'count', place: placeOf(evaluation, ref) }];
  }));
}

function placeOf(evaluation: Evaluation, ref: CellRef): WorkbookFact['place'] {
  const { form } = evaluation;
  return { ref, sheet: form.sheets.get(sheetOf(form, ref))?.name ?? '', item: labelOf(form, ref) };
}
