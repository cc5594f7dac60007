import { amountUnitOf } from '../evaluation/amountUnit';
import { labelOf, sheetOf, type CellRef, type Evaluation } from '../evaluation/evaluate';
import type { Form } from '../evaluation/form';
import { indicatorLists } from '../pack/perRow';
import { fromWan, inWan, type AmountUnit } from '../values/amountUnit';
import { cellText, isBlank, numberIn, NOT_APPLICABLE, UNCOMPUTED, type CellValue } from '../values/cell';
import { ZERO, type Decimal } from '../values/decimal';
import { amountText, numberText, percentText, plainAmount } from '../values/figureText';
import { fail, ok, type Result } from '../values/result';
import type { Reading } from '../workbook/readWorkbook';
import { overwrittenCells, refKey } from './overwritten';

/** What the checks look at: the engine's numbers, and what the workbook itself shows. */
export interface CheckContext {
  readonly form: Form;
  readonly evaluation: Evaluation;
  /** Null when only entries are known, without a workbook. */
  readonly reading: Reading | null;
  /** The same form as it was filled last year, where it is given. */
  readonly lastYear: Evaluation | null;
  /** Id of the indicator list that is checked. */
  readonly indicators: string;
  /** The pack in the workbook is not what it was when it was put there. */
  readonly packChanged: boolean;
  /** What the workbook's amounts are in. */
  readonly unit: AmountUnit;
  /** Computed cells whose own formula does not give what their rule gives. */
  readonly overwritten: ReturnType<typeof overwrittenCells>;
}

export function checkContext(evaluation: Evaluation, reading: Reading | null, lastYear: Evaluation | null = null, packChanged = false): CheckContext {
  let overwritten: CheckContext['overwritten'] | null = null;
  return {
    form: evaluation.form, evaluation, reading, lastYear, packChanged, indicators: indicatorLists(evaluation.form.pack)[0] ?? '', unit: amountUnitOf(evaluation),
    // Compares every computed cell: only where it is asked for, and once.
    get overwritten() {
      return (overwritten ??= reading ? overwrittenCells(evaluation, (ref) => reading.shown(ref)) : new Map());
    },
  };
}

/** The number the engine has for a cell, or why there is none. */
export function numberAt(context: CheckContext, ref: CellRef): Result<Decimal, string> {
  return asNumber(context, ref, context.evaluation.at(ref));
}

/** What is stated in a cell: the constant a person wrote over a formula, else the engine's number. A formula that is only stale states nothing. */
export function statedAt(context: CheckContext, ref: CellRef): Result<Decimal, string> {
  return asNumber(context, ref, statedCellAt(context, ref));
}

/** An amount of last year's workbook in the unit of this one; null when there is none. */
export function amountLastYear(context: CheckContext, field: string): Decimal | null {
  const value = context.lastYear === null ? null : numberIn(context.lastYear.value(field));
  return value === null || context.lastYear === null ? null : fromWan(inWan(value, amountUnitOf(context.lastYear)), context.unit);
}

/** The cell behind `statedAt`, whatever it holds. */
export function statedCellAt(context: CheckContext, ref: CellRef): CellValue {
  const overwritten = context.overwritten.get(refKey(ref));
  return overwritten && context.reading?.formula(ref) === null ? overwritten.shown : context.evaluation.at(ref);
}

function asNumber(context: CheckContext, ref: CellRef, cell: CellValue): Result<Decimal, string> {
  return cell.kind === 'number' ? ok(cell.value) : fail(`“${itemOf(context, ref)}”${whyNoNumber(cell)}`);
}

function whyNoNumber(cell: CellValue): string {
  if (isBlank(cell)) return '未填';
  if (cell.kind === 'text' && (cell.text === NOT_APPLICABLE || cell.text === UNCOMPUTED)) return cell.text;
  return cell.kind === 'error' ? `是错误值${cell.code}` : `不是数字（${cellText(cell).slice(0, 20)}）`;
}

/** Several cells added up; blanks are nothing, but all blank is no number. */
export interface Total {
  readonly value: Decimal;
  /** How many parts are filled. */
  readonly parts: number;
  /** 101.55＋125.84. */
  readonly terms: string;
}

/** S(x) of several cells, or the first reason why it cannot be had. */
export function totalOf(context: CheckContext, refs: readonly CellRef[]): Result<Total, string> {
  const filled: Decimal[] = [];
  for (const ref of refs) {
    if (isBlank(context.evaluation.at(ref))) continue;
    const number = numberAt(context, ref);
    if (!number.ok) return number;
    filled.push(number.value);
  }
  if (filled.length === 0) return fail(`${refs.slice(0, 3).map((ref) => `“${itemOf(context, ref)}”`).join('、')}${refs.length > 3 ? '等' : ''}均未填`);
  return ok({
    value: filled.reduce((total, part) => total.plus(part), ZERO),
    parts: filled.length,
    terms: termsOf(filled),
  });
}

/** At most six terms are spelt out. */
function termsOf(parts: readonly Decimal[]): string {
  const shown = parts.filter((part) => !part.isZero());
  const spelt = (shown.length > 0 ? shown : parts.slice(0, 1)).slice(0, 6).map(plainAmount);
  return `${spelt.join('＋')}${shown.length > 6 ? '＋…' : ''}`.replaceAll('＋-', '－');
}

export function refOf(field: string): CellRef {
  return { field };
}

/** 项目 in words: 基本支出·占比; in a list by what identifies the row: 群众满意度·绩效度量单位. */
export function itemOf(context: CheckContext, ref: CellRef): string {
  if ('field' in ref) return labelOf(context.form, ref);
  const list = context.form.lists.get(ref.list);
  const name = list ? cellText(context.evaluation.item(ref.list, ref.row, list.block.identifiedBy)).trim() : '';
  const column = list?.columns.get(ref.column)?.label ?? ref.column;
  return name === '' ? `第${ref.row + 1}行·${column}` : `${name.slice(0, 30)}·${column}`;
}

/** Tab name of a cell's sheet as it stands in the workbook, else as the pack names it. */
export function sheetNameOf(context: CheckContext, ref: CellRef): string {
  return context.reading?.locate(ref)?.sheet ?? context.form.sheets.get(sheetOf(context.form, ref))?.name ?? '';
}

/** A cell's number as messages print it: amounts with the workbook's unit, rates as percentages, the rest plain. */
export function figureOf(context: CheckContext, ref: CellRef, value: Decimal): string {
  const content = 'field' in ref
    ? context.form.fields.get(ref.field)?.form.content
    : context.form.lists.get(ref.list)?.columns.get(ref.column)?.form.content;
  return content === 'amount' ? amountText(value, context.unit) : content === 'rate' ? percentText(value) : numberText(value);
}

/** Any cell as messages quote it: numbers as `figureOf`, blank as 空白, text shortened. */
export function quoteOf(context: CheckContext, ref: CellRef, cell: CellValue): string {
  if (isBlank(cell)) return '空白';
  return cell.kind === 'number' ? figureOf(context, ref, cell.value) : cellText(cell).slice(0, 60);
}

/** What the drop-downs of these cells offer, spelt out in the pack. */
export function choicesOf(context: CheckContext, refs: readonly CellRef[]): readonly string[] {
  return refs.flatMap((ref) => {
    const form = 'field' in ref ? context.form.fields.get(ref.field)?.form : context.form.lists.get(ref.list)?.columns.get(ref.column)?.form;
    return form?.content === 'choice' && form.choices && 'list' in form.choices ? form.choices.list : [];
  });
}

/** The workbook has no such cell any more. */
export function isLost(context: CheckContext, ref: CellRef): boolean {
  return context.reading !== null && context.reading.locate(ref) === null;
}
