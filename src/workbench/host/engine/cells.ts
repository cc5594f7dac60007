import {
  CellValueType,
  type ICellData,
  type IStyleData,
  type Nullable,
  type ObjectMatrix,
} from '@univerjs/core';
import { FormulaDataModel, LexerTreeBuilder } from '@univerjs/engine-formula';
import { SetRangeValuesMutation, SetStyleCommand } from '@univerjs/sheets';
import { quoteSheetName, type Area } from '../grid';
import { isErrorText } from '../parseTyping';
import type { EngineCore } from './core';
import type { Layout } from './layout';
import { type Border, type Borders, type BorderSide, type Format, borderStyles, toBorder, toFormat, toStyle } from './styles';

export type Scalar = string | number | boolean;
export type ValueType = 'Empty' | 'String' | 'Double' | 'Boolean' | 'Error';

/** What a cell holds: its value, and the formula (with `=`) that made it. */
export interface Cell {
  readonly value: Scalar | null;
  readonly type: ValueType;
  readonly formula: string | null;
}

/** Marks Univer has no field for. They live in the cell, so that they move and copy with it. */
export interface CellMarks {
  locked?: boolean;
  formulaHidden?: boolean;
  indent?: number;
  /** Name of the cell style, when it is not Normal. */
  style?: string;
  /** The person typed a leading apostrophe: text whatever it looks like. */
  quoted?: boolean;
  hyperlink?: { address?: string; documentReference?: string; screenTip?: string; textToDisplay?: string };
}

/** What to put into a cell: nothing, a value, or a formula. */
export interface CellContent {
  readonly value: Scalar | null;
  readonly formula?: string;
  /** Keep a text as it is, also when it looks like a number. */
  readonly quoted?: boolean;
}

/** Changes of cells by row and column; style and marks left out stay as they are. */
export interface CellChange {
  readonly row: number;
  readonly column: number;
  readonly content?: CellContent;
  /** Format fields to change. */
  readonly format?: Format;
  readonly borders?: Borders;
  /** The complete look of another cell; null for no formats at all. */
  readonly look?: Look | null;
  readonly marks?: CellMarks;
}

/** All formats of a cell, taken from one cell to be given to another. */
export interface Look {
  readonly style: IStyleData | null;
  readonly marks: CellMarks;
}

export const EMPTY: Cell = { value: null, type: 'Empty', formula: null };

export class Cells {
  readonly #core: EngineCore;
  readonly #formulas: FormulaDataModel;
  readonly #lexer: LexerTreeBuilder;

  constructor(
    core: EngineCore,
    private readonly layout: Layout,
  ) {
    this.#core = core;
    this.#formulas = core.injector.get(FormulaDataModel);
    this.#lexer = core.injector.get(LexerTreeBuilder);
  }

  #matrix(sheetId: string): ObjectMatrix<Nullable<ICellData>> {
    return this.#core.requireSheet(sheetId).getCellMatrix();
  }

  raw(sheetId: string, row: number, column: number): ICellData | null {
    return this.#matrix(sheetId).getValue(row, column) ?? null;
  }

  read(sheetId: string, row: number, column: number): Cell {
    const cell = this.raw(sheetId, row, column) ?? this.#spilled(sheetId, row, column);
    return cell ? this.#interpret(sheetId, row, column, cell) : EMPTY;
  }

  #spilled(sheetId: string, row: number, column: number): ICellData | null {
    const spills = this.#formulas.getArrayFormulaCellData()[this.#core.unitId]?.[sheetId];
    return spills?.[row]?.[column] ?? null;
  }

  #interpret(sheetId: string, row: number, column: number, cell: ICellData): Cell {
    const formula = cell.f || cell.si
      ? (this.#formulas.getFormulaStringByCell(row, column, sheetId, this.#core.unitId) || null)
      : null;
    const value = cell.v ?? (cell.p?.body ? cell.p.body.dataStream.replace(/\r\n$/, '') : null);
    if (value === null || value === undefined) {
      return formula === null ? EMPTY : { value: 0, type: 'Double', formula };
    }
    if (cell.t === CellValueType.BOOLEAN || typeof value === 'boolean') {
      return { value: value === true || value === 1 || value === '1' || value === 'TRUE', type: 'Boolean', formula };
    }
    if (cell.t === CellValueType.NUMBER || (typeof value === 'number' && cell.t !== CellValueType.STRING && cell.t !== CellValueType.FORCE_STRING)) {
      return { value: Number(value), type: 'Double', formula };
    }
    const text = String(value);
    const error = isErrorText(text) && this.marks(cell).quoted !== true;
    return { value: text, type: error ? 'Error' : 'String', formula };
  }

  marks(cell: ICellData | null): CellMarks {
    return (cell?.custom ?? {}) as CellMarks;
  }

  /** Where a press on the cell leads: the link set on it, or the one its HYPERLINK formula gives; null when it is none. */
  link(sheetId: string, row: number, column: number): CellMarks['hyperlink'] | null {
    const cell = this.raw(sheetId, row, column);
    const own = this.marks(cell).hyperlink;
    if (own) return own;
    const url: unknown = cell?.p?.body?.customRanges?.[0]?.properties?.['url'];
    if (typeof url !== 'string' || url === '') return null;
    const inside = /^#gid=(?<id>[^&]*)&range=(?<range>.+)$/.exec(url)?.groups;
    if (inside) {
      const sheet = this.#core.workbook.getSheetBySheetId(inside['id'] ?? '');
      return sheet ? { documentReference: `${quoteSheetName(sheet.getName())}!${inside['range'] ?? ''}` } : null;
    }
    return url.startsWith('#') ? { documentReference: url.slice(1) } : { address: url };
  }

  /** Cells of the sheet that exist in the store inside `area`, row by row. */
  *stored(area: Area): Iterable<readonly [row: number, column: number, cell: ICellData]> {
    const matrix = this.#matrix(area.sheetId).getMatrix();
    const lastRow = area.row + area.rows;
    const lastColumn = area.column + area.columns;
    for (const rowKey of Object.keys(matrix)) {
      const row = Number(rowKey);
      if (row < area.row || row >= lastRow) continue;
      const line = matrix[row];
      if (!line) continue;
      for (const columnKey of Object.keys(line)) {
        const column = Number(columnKey);
        if (column < area.column || column >= lastColumn) continue;
        const cell = line[column];
        if (cell) yield [row, column, cell];
      }
    }
  }

  /** One write of many cells. Calculation follows at the next flush. */
  write(sheetId: string, all: readonly CellChange[]): void {
    if (all.length === 0) return;
    let changes = all;
    const cellValue: Record<number, Record<number, ICellData>> = {};
    const before: Record<number, Record<number, ICellData | null>> = {};
    let onlyStyle = true;
    let bottom = 0;
    let right = 0;
    for (const change of changes) {
      bottom = Math.max(bottom, change.row);
      right = Math.max(right, change.column);
    }
    this.#core.grow({ sheetId, row: 0, column: 0, rows: bottom + 1, columns: right + 1 });
    if (!this.#core.recording) {
      this.#restyle(sheetId, all.filter(({ format, borders, look, marks }) => format || borders || look !== undefined || marks));
      changes = all.flatMap(({ row, column, content }) => (content ? [{ row, column, content }] : []));
      if (changes.length === 0) return;
    }
    for (const change of changes) {
      const old = this.raw(sheetId, change.row, change.column);
      const data: ICellData = {};
      let marks = change.marks;
      if (change.content) {
        onlyStyle = false;
        Object.assign(data, this.#data(change.content));
        const wasQuoted = this.marks(old).quoted === true;
        if (wasQuoted || change.content.quoted) marks = { ...marks, quoted: change.content.quoted === true };
      }
      if (change.look !== undefined) {
        data.s = replacing(old ? this.#core.workbook.getStyles().getStyleByCell(old) || null : null, change.look?.style ?? null);
        marks = { ...change.look?.marks, ...marks };
      }
      if (change.format || change.borders) {
        data.s = { ...data.s as IStyleData, ...(change.format && toStyle(change.format)), ...(change.borders && borderStyles(change.borders)) };
      }
      if (change.look !== undefined) data.custom = marks && Object.keys(marks).length > 0 ? { ...marks } : null as unknown as CellMarks;
      else if (marks) data.custom = { ...this.marks(old), ...marks };
      (cellValue[change.row] ??= {})[change.column] = data;
      if (this.#core.recording) (before[change.row] ??= {})[change.column] = this.#restoring(old);
    }
    const params = { subUnitId: sheetId, cellValue, ...(onlyStyle ? { trigger: SetStyleCommand.id } : {}) };
    this.#core.perform(
      [{ id: SetRangeValuesMutation.id, params }],
      [{ id: SetRangeValuesMutation.id, params: { subUnitId: sheetId, cellValue: before } }],
    );
  }

  /**
   * Formats alone, straight into the cells: Univer's own write compares every cell's style with all styles of the workbook,
   * which takes a minute for a form of some thousand cells. Each merge of a style with a change is worked out once.
   */
  #restyle(sheetId: string, changes: readonly CellChange[]): void {
    if (changes.length === 0) return;
    const styles = this.#core.workbook.getStyles();
    const matrix = this.#matrix(sheetId);
    const merged = new Map<string, string | null>();
    for (const { row, column, format, borders, look, marks } of changes) {
      const old = matrix.getValue(row, column);
      const cell: ICellData = old ?? {};
      if (format || borders || look !== undefined) {
        const key = JSON.stringify([look === undefined ? old?.s ?? null : look?.style ?? null, format ?? null, borders ?? null]);
        let style = merged.get(key);
        if (style === undefined) {
          const from = look === undefined ? (old ? styles.getStyleByCell(old) : null) : look?.style;
          style = styles.setValue(mergedStyle(from ?? null, { ...(format && toStyle(format)), ...(borders && borderStyles(borders)) })) ?? null;
          merged.set(key, style);
        }
        cell.s = style;
      }
      if (look !== undefined) cell.custom = { ...look?.marks, ...marks };
      else if (marks) cell.custom = { ...this.marks(cell), ...marks };
      if (!old) matrix.setValue(row, column, cell);
    }
    // Tells the grid to draw the sheet again.
    this.#core.perform([{ id: SetRangeValuesMutation.id, params: { subUnitId: sheetId, cellValue: {}, trigger: SetStyleCommand.id } }], []);
  }

  #restoring(old: ICellData | null): ICellData {
    const style = old ? this.#core.workbook.getStyles().getStyleByCell(old) : null;
    return { v: old?.v ?? null, f: old?.f ?? null, si: old?.si ?? null, p: old?.p ?? null, t: old?.t ?? null, s: style ? { ...style } : null };
  }

  #data(content: CellContent): ICellData {
    const blank: ICellData = { v: null, f: null, si: null, p: null, t: null };
    if (content.formula !== undefined) return { ...blank, f: content.formula };
    const { value } = content;
    if (value === null) return blank;
    if (typeof value === 'boolean') return { ...blank, v: value ? 1 : 0, t: CellValueType.BOOLEAN };
    if (typeof value === 'number') return { ...blank, v: value, t: CellValueType.NUMBER };
    return { ...blank, v: value, t: CellValueType.STRING };
  }

  #style(sheetId: string, row: number, column: number): IStyleData {
    const cell = this.raw(sheetId, row, column);
    const own = cell ? this.#core.workbook.getStyles().getStyleByCell(cell) : null;
    return { ...this.layout.inherited(sheetId, row, column).style, ...own };
  }

  format(sheetId: string, row: number, column: number): Required<Format> {
    return toFormat(this.#style(sheetId, row, column));
  }

  border(sheetId: string, row: number, column: number, side: BorderSide): Border {
    return toBorder(this.#style(sheetId, row, column), side);
  }

  /** All formats and marks of a cell, without its hyperlink. */
  look(sheetId: string, row: number, column: number): Look {
    const { hyperlink: _hyperlink, quoted: _quoted, ...own } = this.marks(this.raw(sheetId, row, column));
    return { style: this.#style(sheetId, row, column), marks: { ...this.layout.inherited(sheetId, row, column).marks, ...own } };
  }

  /** A formula as it reads after moving by `rows` and `columns`: relative references shift, `$` ones stay. */
  shifted(formula: string, rows: number, columns: number): string {
    return this.#lexer.moveFormulaRefOffset(formula, columns, rows);
  }

  /** The smallest area holding all used cells, or null; with `valuesOnly`, formats alone do not count. */
  used(area: Area, valuesOnly: boolean): Area | null {
    let top = Infinity;
    let left = Infinity;
    let bottom = -1;
    let right = -1;
    for (const [row, column, cell] of this.stored(area)) {
      const filled = (cell.v !== undefined && cell.v !== null) || Boolean(cell.f) || Boolean(cell.si) || Boolean(cell.p);
      if (!filled && (valuesOnly || (!cell.s && !cell.custom))) continue;
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    }
    if (bottom < 0) return null;
    return { sheetId: area.sheetId, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }
}

/** A style that, merged into `old`, leaves exactly `wanted`. */
function replacing(old: IStyleData | null | undefined, wanted: IStyleData | null): IStyleData | null {
  if (!wanted) return null;
  const cleared = Object.fromEntries(Object.keys(old ?? {}).map((key) => [key, null])) as IStyleData;
  return { ...cleared, ...wanted };
}

/** A style with a change on top; `null` takes a field away. */
function mergedStyle(old: IStyleData | null, change: IStyleData): IStyleData {
  const lines = change.bd ? Object.fromEntries(Object.entries({ ...old?.bd, ...change.bd }).filter(([, line]) => line !== null)) : old?.bd;
  const style = { ...old, ...change, ...(lines ? { bd: lines } : {}) };
  return Object.fromEntries(Object.entries(style).filter(([, value]) => value !== null && value !== undefined)) as IStyleData;
}
