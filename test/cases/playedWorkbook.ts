import type { WorkbookPort } from '../../src/actions/ports';
import { entriesFromData, type EvaluationData } from '../../src/evaluation/entries';
import { evaluate, type CellRef, type Evaluation } from '../../src/evaluation/evaluate';
import type { Form } from '../../src/evaluation/form';
import { absoluteBlock, parseBlock, parseReference, quoteSheet } from '../../src/values/address';
import { BLANK, numberCell, textCell, type CellValue } from '../../src/values/cell';
import { ok } from '../../src/values/result';
import type { Change, WriteStep } from '../../src/workbook/change';
import { cellsComingBack, type LineEdit } from '../../src/workbook/misplacedLines';
import type { Plan } from '../../src/workbook/plan';
import { planWorkbook } from '../../src/workbook/planWorkbook';
import { withTabs } from '../../src/workbook/formulaText';
import { readWorkbook, type Reading } from '../../src/workbook/readWorkbook';
import type { FoundCell, FoundName, FoundRegion, FoundSheet, Snapshot } from '../../src/workbook/snapshot';
import { movedName } from './movedName';
import { bundledForm, sampleData } from './samplePack';

/** Plain values of a test: text, number, or a cell as it is. */
export type Plain = string | number | CellValue;

export function cellOf(value: Plain): CellValue {
  return typeof value === 'string' ? textCell(value) : typeof value === 'number' ? numberCell(value) : value;
}

let form: Form | null = null;
/** Planning takes its time; the same data is planned once. */
const plans = new Map<string, Plan>();

function sampleForm(): Form {
  form ??= bundledForm('quxian-2023');
  return form;
}

function planned(form: Form, data: EvaluationData): Plan {
  const key = `${form.pack.id} ${JSON.stringify(data)}`;
  const plan = plans.get(key) ?? planWorkbook(form, entriesFromData(form, data));
  plans.set(key, plan);
  return plan;
}

/**
 * A laid-out workbook as cells in memory, without a spreadsheet program: formulas keep the value they were planned with.
 * It can be damaged as people damage workbooks, and answers as a `WorkbookPort`.
 */
export class PlayedWorkbook implements WorkbookPort {
  readonly plan: Plan;
  readonly written: WriteStep[] = [];
  looks = 0;
  private sheets: { readonly id: string; name: string; visibility: FoundSheet['visibility']; protection: FoundSheet['protection']; readonly cells: FoundCell[][] }[];
  private names: FoundName[];
  /** Only for places: contents change under it. */
  private places: Reading | null = null;

  constructor(readonly form: Form, data: EvaluationData) {
    this.plan = planned(form, data);
    this.sheets = this.plan.sheets.map((sheet) => {
      const cells = Array.from({ length: sheet.rowCount }, () => Array.from({ length: sheet.columnCount }, (): FoundCell => ({ value: BLANK, formula: null })));
      for (const cell of sheet.cells) {
        const line = cells[cell.row];
        if (line) line[cell.column] = { value: cell.value, formula: cell.formula === undefined ? null : `=${cell.formula}` };
      }
      return { id: sheet.id, name: sheet.name, visibility: sheet.visibility, protection: 'ours', cells };
    });
    const tabs = new Map(this.plan.sheets.map((sheet) => [sheet.id, sheet.name]));
    this.names = this.plan.names.map(({ name, sheet, block }) => ({ name, reference: `=${quoteSheet(tabs.get(sheet) ?? sheet)}!${absoluteBlock(block)}`, scope: null }));
  }

  /** The sample of the first pack with some data changed. */
  static sample(change: Partial<Pick<EvaluationData, 'fields' | 'lists'>> = {}): PlayedWorkbook {
    const data = sampleData('quxian-2023');
    return new PlayedWorkbook(sampleForm(), { ...data, fields: { ...data.fields, ...change.fields }, lists: { ...data.lists, ...change.lists } });
  }

  snapshot(): Snapshot {
    return {
      sheets: this.sheets.map(({ id, name, visibility, protection, cells }) => ({ id, name, visibility, protection, hasFilter: false, region: this.region(id, name, cells) })),
      names: this.names, calculation: 'automatic', structureProtected: true, store: null,
    };
  }

  private region(id: string, tab: string, cells: readonly (readonly FoundCell[])[]): FoundRegion {
    const planned = this.plan.sheets.find((sheet) => sheet.id === id);
    const named = parseReference(this.names.find(({ name, scope }) => scope === null && name === planned?.regionName)?.reference ?? '');
    const { row, column, rowCount, columnCount } = named?.sheet === tab ? named.block : { row: 0, column: 0, rowCount: planned?.rowCount ?? 0, columnCount: planned?.columnCount ?? 0 };
    return { row, column, cells: cells.slice(row, row + rowCount).map((line) => line.slice(column, column + columnCount)), truncated: false };
  }

  read(): Reading {
    return readWorkbook(this.form, this.plan, this.snapshot());
  }

  evaluate(): Evaluation {
    return evaluate(this.form, this.read().entries);
  }

  /** Puts something into a cell; a formula that stood there is gone unless `formula` says so. */
  put(ref: CellRef, value: Plain, formula: string | null = null): this {
    this.places ??= this.read();
    const place = this.places.locate(ref);
    const block = place && parseBlock(place.address);
    const line = this.sheets.find((sheet) => sheet.name === place?.sheet)?.cells[block?.row ?? -1];
    if (!line || !block) throw new Error(`no cell ${JSON.stringify(ref)}`);
    line[block.column] = { value: cellOf(value), formula };
    return this;
  }

  /** What formulas show after typing, as the engine has it; cells whose formula is gone stay as they are. */
  recalculate(): this {
    const evaluation = this.evaluate();
    const reading = this.read();
    const refs: readonly CellRef[] = [
      ...[...this.form.fields.values()].flatMap((field): CellRef[] => (field.rule ? [{ field: field.id }] : [])),
      ...[...this.form.lists.values()].flatMap((list) => [...list.columns.values()].flatMap((column): CellRef[] =>
        column.rule ? Array.from({ length: list.block.room }, (_, row) => ({ list: list.id, row, column: column.id })) : [])),
    ];
    for (const ref of refs) {
      const formula = reading.formula(ref);
      if (formula !== null) this.put(ref, evaluation.at(ref), formula);
    }
    return this;
  }

  deleteSheet(id: string): this {
    this.places = null;
    const gone = this.sheets.find((sheet) => sheet.id === id);
    this.sheets = this.sheets.filter((sheet) => sheet.id !== id);
    this.names = this.names.map((name) => (name.reference.startsWith(`=${quoteSheet(gone?.name ?? '')}!`) ? { ...name, reference: '=#REF!' } : name));
    return this;
  }

  hideSheet(id: string): this {
    for (const sheet of this.sheets) if (sheet.id === id) sheet.visibility = 'hidden';
    return this;
  }

  renameSheet(id: string, to: string): this {
    this.places = null;
    const sheet = this.sheets.find((candidate) => candidate.id === id);
    const from = `=${quoteSheet(sheet?.name ?? '')}!`;
    this.names = this.names.map((name) => (name.reference.startsWith(from) ? { ...name, reference: name.reference.replace(from, `=${quoteSheet(to)}!`) } : name));
    const tabs = new Map([[sheet?.name ?? '', to]]);
    for (const line of this.sheets.flatMap(({ cells }) => cells)) {
      line.forEach((cell, column) => { if (cell.formula !== null) line[column] = { ...cell, formula: withTabs(cell.formula, tabs) }; });
    }
    if (sheet) sheet.name = to;
    return this;
  }

  unprotect(id: string): this {
    for (const sheet of this.sheets) if (sheet.id === id) sheet.protection = 'none';
    return this;
  }

  /** Inserts an empty row of the grid above a list row; names behind it follow, formulas are not made. */
  insertRow(list: string, above: number): this {
    const column = this.form.lists.get(list)?.block.identifiedBy ?? '';
    const place = this.read().locate({ list, row: above, column });
    const sheet = this.sheets.find((candidate) => candidate.name === place?.sheet);
    return this.edit(sheet?.id ?? '', { axis: 'row', kind: 'insert', at: parseBlock(place?.address ?? '')?.row ?? 0, count: 1 });
  }

  /** Whole rows or columns of a sheet come or go; names follow as in Excel, formulas keep their text. */
  edit(id: string, { axis, kind, at, count }: LineEdit): this {
    this.places = null;
    const sheet = this.sheets.find((candidate) => candidate.id === id);
    if (!sheet) throw new Error(`no sheet ${id}`);
    const blank = (): FoundCell => ({ value: BLANK, formula: null });
    if (axis === 'column') for (const line of sheet.cells) line.splice(at, kind === 'delete' ? count : 0, ...(kind === 'insert' ? Array.from({ length: count }, blank) : []));
    else sheet.cells.splice(at, kind === 'delete' ? count : 0, ...(kind === 'insert' ? Array.from({ length: count }, () => (sheet.cells[0] ?? []).map(blank)) : []));
    this.names = this.names.map((name) => movedName(name, sheet.name, { axis, kind, at, count }));
    return this;
  }

  /** Puts a text where it stands in no form. */
  type(id: string, row: number, column: number, text: string): this {
    const line = this.sheets.find((sheet) => sheet.id === id)?.cells[row];
    if (line) line[column] = { value: textCell(text), formula: null };
    return this;
  }

  /** The cells of a sheet as they stand, also outside of its region. */
  cells(id: string): readonly (readonly FoundCell[])[] {
    return this.sheets.find((sheet) => sheet.id === id)?.cells ?? [];
  }

  copySheet(id: string, to: string): this {
    const sheet = this.sheets.find((candidate) => candidate.id === id);
    const region = this.plan.sheets.find((candidate) => candidate.id === id)?.regionName ?? '';
    const original = this.names.find((name) => name.name === region);
    if (sheet && original) this.names.push({ name: region, reference: original.reference.replace(quoteSheet(sheet.name), quoteSheet(to)), scope: to });
    return this;
  }

  loseName(name: string): this {
    this.places = null;
    this.names = this.names.map((each) => (each.name === name ? { ...each, reference: '=#REF!' } : each));
    return this;
  }

  /** Points a name to another cell of its sheet. */
  pointName(name: string, address: string): this {
    this.places = null;
    this.names = this.names.map((each) => (each.name === name ? { ...each, reference: `${each.reference.slice(0, each.reference.indexOf('!') + 1)}${address}` } : each));
    return this;
  }

  /** Overtypes a locked label. */
  relabel(id: string, from: string, to: string): this {
    this.places = null;
    for (const line of this.sheets.find((sheet) => sheet.id === id)?.cells ?? []) {
      line.forEach(({ value }, column) => {
        if (value.kind === 'text' && value.text.trim() === from) line[column] = { value: textCell(to), formula: null };
      });
    }
    return this;
  }

  look(): ReturnType<WorkbookPort['look']> {
    this.looks += 1;
    return Promise.resolve(ok(this.snapshot()));
  }

  write(step: WriteStep): ReturnType<WorkbookPort['write']> {
    this.written.push(step);
    for (const change of step.changes) {
      // How it looks and prints is not played.
      if (change.kind === 'setPrintArea' || change.kind === 'setRowHeights') continue;
      if (change.kind === 'protectSheet') for (const sheet of this.sheets) if (sheet.name === change.sheet.name) sheet.protection = 'ours';
      if (change.kind === 'protectSheet') continue;
      if (change.kind === 'addName') {
        this.loseName(change.name.name).names = this.names.filter(({ name }) => name !== change.name.name);
        this.names.push({ name: change.name.name, reference: `=${quoteSheet(change.sheet.name)}!${absoluteBlock(change.name.block)}`, scope: null });
        continue;
      }
      if (change.kind === 'renameSheet') {
        this.renameSheet(change.sheet.id, change.to);
        continue;
      }
      if (change.kind === 'reshapeSheet') {
        this.reshape(change);
        continue;
      }
      if (change.kind !== 'setCells' && change.kind !== 'restoreFormulas') throw new Error(`played workbook cannot ${change.kind}`);
      const sheet = this.sheets.find((candidate) => candidate.name === change.sheet.name);
      change.cells.forEach((line, r) => line.forEach((content, c) => {
        const cells = sheet?.cells[change.block.row + r];
        if (!cells) throw new Error(`row ${change.block.row + r} is not in ${change.sheet.name}`);
        if (content && 'value' in content) cells[change.block.column + c] = { value: content.value, formula: null };
        else if (content) cells[change.block.column + c] = { value: BLANK, formula: content.formula };
      }));
    }
    return Promise.resolve(ok({ step: { id: String(this.written.length), title: step.title, at: '', state: 'done', undo: [] }, different: [], cancelled: false }));
  }

  private reshape({ sheet, planned, edits }: Extract<Change, { kind: 'reshapeSheet' }>): void {
    for (const edit of edits) this.edit(sheet.id, edit);
    this.names = this.names.map((name) => (name.name === planned.regionName
      ? { ...name, reference: `=${quoteSheet(sheet.name)}!${absoluteBlock({ row: 0, column: 0, rowCount: planned.rowCount, columnCount: planned.columnCount })}` } : name));
    const target = this.sheets.find(({ id }) => id === sheet.id);
    for (const cell of cellsComingBack({ edits, planned })) {
      const line = target?.cells[cell.row];
      if (line) line[cell.column] = { value: cell.value, formula: cell.formula === undefined ? null : `=${cell.formula}` };
    }
  }

  restore(): ReturnType<WorkbookPort['restore']> {
    throw new Error('not played');
  }

  select(): ReturnType<WorkbookPort['select']> {
    throw new Error('not played');
  }
}
