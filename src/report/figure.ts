import { itemLabels } from './labels';
import { amountUnitOf } from '../evaluation/amountUnit';
import type { CellRef, Evaluation } from '../evaluation/evaluate';
import type { Content } from '../pack/pack';
import type { Copies } from '../pack/perRow';
import { inWan, type AmountUnit } from '../values/amountUnit';
import { cellText, NOT_APPLICABLE, numberCell, sameCell, UNCOMPUTED, type CellValue } from '../values/cell';
import { decimal, type Decimal } from '../values/decimal';
import type { Reading } from '../workbook/readWorkbook';

/**
 * A cell as templates see it. Own members (`known`, `zero`) can be asked in conditions, comparisons work on the exact number,
 * and printing goes through a filter, so that every printed figure carries its source.
 */
export class Figure {
  /** Something stands there: a sentence about it is due, be it with 【待核】. */
  readonly known: boolean;
  /** Zero, and reliably so: words such as 没有增加 may be said. */
  readonly zero: boolean;
  /** False for 不适用. */
  readonly applicable: boolean;

  constructor(
    readonly ref: CellRef,
    /** 项目 in words, for 【待填】 and 【待核】. */
    readonly label: string,
    /** Amounts in 万元, unrounded, whatever the workbook's unit. */
    readonly cell: CellValue,
    /** The workbook shows something else than the engine has, or the value cannot be relied on. */
    readonly doubtful: boolean,
  ) {
    this.applicable = !(cell.kind === 'text' && cell.text === NOT_APPLICABLE);
    this.known = doubtful || cell.kind === 'number' || (cell.kind === 'text' && cell.text.trim() !== '' && cell.text !== UNCOMPUTED);
    this.zero = !doubtful && cell.kind === 'number' && cell.value.isZero();
  }

  equals(other: unknown): boolean {
    const number = this.number();
    const against = numberFrom(other);
    if (number && against) return number.eq(against);
    if (other instanceof Figure) return this.words() === other.words();
    return typeof other === 'string' && this.words() === other;
  }

  gt(other: unknown): boolean { return this.compare(other, (difference) => difference.gt(0)); }
  geq(other: unknown): boolean { return this.compare(other, (difference) => difference.gte(0)); }
  lt(other: unknown): boolean { return this.compare(other, (difference) => difference.lt(0)); }
  leq(other: unknown): boolean { return this.compare(other, (difference) => difference.lte(0)); }

  number(): Decimal | null {
    return this.cell.kind === 'number' ? this.cell.value : null;
  }

  private words(): string {
    return cellText(this.cell).trim();
  }

  /** An unknown figure is neither more nor less than anything. */
  private compare(other: unknown, holds: (difference: Decimal) => boolean): boolean {
    const number = this.number();
    const against = numberFrom(other);
    return number !== null && against !== null && holds(number.minus(against));
  }
}

function numberFrom(value: unknown): Decimal | null {
  if (value instanceof Figure) return value.number();
  return typeof value === 'number' && Number.isFinite(value) ? decimal(value) : null;
}

/** Under this member a row tells its key; templates cannot name it. */
export const ROW_KEY = Symbol('row key');

/**
 * What templates may name: field paths, lists as `list.rows`, and the words of a matrix row as `row.label`.
 * Objects without prototypes, so that nothing else can be reached.
 */
export interface Scope {
  [member: string]: Scope | Figure | string | readonly Scope[];
  [ROW_KEY]?: string;
}

/** Builds the names of one evaluation: `income.total.final`, `offices.rows` with `row.name`. */
export function reportScope(evaluation: Evaluation, reading: Reading | null): Scope {
  const { form } = evaluation;
  const unit = amountUnitOf(evaluation);
  const label = itemLabels(form);
  const figure = (ref: CellRef, content: Content): Figure => {
    const cell = evaluation.at(ref);
    return new Figure(ref, label(ref), content === 'amount' ? amountInWan(cell, unit) : cell, isDoubtful(ref, cell, reading));
  };
  const scope = emptyScope();
  for (const field of form.fields.values()) place(scope, field.id.split('.'), figure({ field: field.id }, field.form.content));
  for (const list of form.lists.values()) {
    const rows = evaluation.rows(list.id).map((row) => {
      const members = emptyScope();
      members[ROW_KEY] = evaluation.rowKey(list.id, row) || `row${row + 1}`;
      for (const [id, column] of list.columns) members[id] = figure({ list: list.id, row, column: id }, column.form.content);
      return members;
    });
    place(scope, [list.id, 'rows'], rows);
  }
  if (form.copies) sheetsOfRows(scope, form.copies, evaluation.rows(form.copies.list));
  for (const block of form.pack.sheets.flatMap((sheet) => sheet.blocks)) {
    if (block.type !== 'matrix') continue;
    for (const { id, label } of block.rows) {
      const row = scopeAt(scopeAt(scope, block.id), id);
      row[ROW_KEY] = id;
      row['label'] ??= label;
    }
  }
  return scope;
}

/** A row with a sheet of its own has its blocks, too: `project.form.goal`, `project.indicators.rows`. */
function sheetsOfRows(scope: Scope, { list, blocks }: Copies, numbers: readonly number[]): void {
  const { rows } = scopeAt(scope, list);
  numbers.forEach((row, place) => {
    const members = Array.isArray(rows) ? (rows as readonly Scope[])[place] : undefined;
    for (const [block, copies] of blocks) {
      const copy = copies[row];
      if (members && copy !== undefined) members[block] = scopeAt(scope, copy);
    }
  });
}

function amountInWan(cell: CellValue, unit: AmountUnit): CellValue {
  return cell.kind === 'number' ? numberCell(inWan(cell.value, unit)) : cell;
}

function emptyScope(): Scope {
  return Object.create(null) as Scope;
}

function place(scope: Scope, path: readonly string[], value: Figure | readonly Scope[]): void {
  const [first = '', ...rest] = path;
  if (rest.length === 0) {
    scope[first] = value;
    return;
  }
  place(scopeAt(scope, first), rest, value);
}

/** The scope under a member, made when there is none. */
function scopeAt(scope: Scope, member: string): Scope {
  const inner = scope[member];
  const next = inner === undefined || typeof inner === 'string' || inner instanceof Figure || Array.isArray(inner) ? emptyScope() : (inner as Scope);
  scope[member] = next;
  return next;
}

/** 【待核】: an error or 未计算 value, or a cell that shows something else than the engine has. */
function isDoubtful(ref: CellRef, cell: CellValue, reading: Reading | null): boolean {
  if (cell.kind === 'error' || cell.kind === 'truth' || (cell.kind === 'text' && cell.text === UNCOMPUTED)) return true;
  const shown = reading?.shown(ref) ?? null;
  return shown !== null && !sameCell(shown, cell);
}
