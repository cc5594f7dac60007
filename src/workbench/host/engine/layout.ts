import { BooleanNumber, type IColumnData, type IRange, type IRowData, type IStyleData } from '@univerjs/core';
import {
  AddWorksheetMergeMutation,
  RemoveWorksheetMergeMutation,
  SetColDataMutation,
  SetFrozenMutation,
  SetRowDataMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetRowHeightMutation,
} from '@univerjs/sheets';
import { type Area, intersect, isEntireRow } from '../grid';
import type { CellMarks } from './cells';
import { type EngineCore, areaOf } from './core';
import { type Format, toStyle } from './styles';

/** Rows or columns of whole lines past this one are not stored; nobody looks there. */
const LAST_STORED_LINE = 2_000;

export interface Line {
  readonly index: number;
  readonly hidden: boolean;
  readonly style: IStyleData | null;
  readonly marks: CellMarks;
}

/** Sizes, hidden lines, formats of whole rows and columns, merges and frozen panes. Sizes in pixels. */
export class Layout {
  constructor(private readonly core: EngineCore) {}

  rowHeight(sheetId: string, row: number): number {
    const sheet = this.core.requireSheet(sheetId);
    return sheet.getRowManager().getRow(row)?.h ?? sheet.getConfig().defaultRowHeight;
  }

  columnWidth(sheetId: string, column: number): number {
    const sheet = this.core.requireSheet(sheetId);
    return sheet.getColumnManager().getColumn(column)?.w ?? sheet.getConfig().defaultColumnWidth;
  }

  setRowHeight(area: Area, pixels: number): void {
    this.core.grow({ ...area, rows: Math.min(area.rows, LAST_STORED_LINE), columns: 1 });
    this.core.run(SetWorksheetRowHeightMutation.id, { subUnitId: area.sheetId, ranges: [this.core.range(area)], rowHeight: pixels });
    const rowData: Record<number, IRowData> = {};
    for (const row of this.#rowsOf(area)) rowData[row] = { ia: BooleanNumber.FALSE };
    this.core.run(SetRowDataMutation.id, { subUnitId: area.sheetId, rowData });
  }

  setColumnWidth(area: Area, pixels: number): void {
    this.core.grow({ ...area, rows: 1, columns: Math.min(area.columns, 200) });
    this.core.run(SetWorksheetColWidthMutation.id, { subUnitId: area.sheetId, ranges: [this.core.range(area)], colWidth: pixels });
  }

  *#rowsOf(area: Area): Iterable<number> {
    const end = Math.min(area.row + area.rows, area.row + LAST_STORED_LINE);
    for (let row = area.row; row < end; row++) yield row;
  }

  *#columnsOf(area: Area): Iterable<number> {
    const end = Math.min(area.column + area.columns, area.column + LAST_STORED_LINE);
    for (let column = area.column; column < end; column++) yield column;
  }

  row(sheetId: string, index: number): Line {
    return this.#line(index, this.core.requireSheet(sheetId).getRowManager().getRow(index) || null);
  }

  column(sheetId: string, index: number): Line {
    return this.#line(index, this.core.requireSheet(sheetId).getColumnManager().getColumn(index) || null);
  }

  #line(index: number, data: Pick<IRowData & IColumnData, 'hd' | 's' | 'custom'> | null): Line {
    const style = typeof data?.s === 'string' ? this.core.workbook.getStyles().get(data.s) : data?.s;
    return { index, hidden: data?.hd === BooleanNumber.TRUE, style: style ?? null, marks: (data?.custom ?? {}) as CellMarks };
  }

  setHidden(area: Area, dimension: 'rows' | 'columns', hidden: boolean): void {
    const hd = hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE;
    const sheetId = area.sheetId;
    const data: Record<number, { hd: BooleanNumber }> = {};
    const before: Record<number, { hd: BooleanNumber }> = {};
    for (const index of dimension === 'rows' ? this.#rowsOf(area) : this.#columnsOf(area)) {
      const was = dimension === 'rows' ? this.row(sheetId, index) : this.column(sheetId, index);
      data[index] = { hd };
      before[index] = { hd: was.hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE };
    }
    this.core.grow(dimension === 'rows' ? { ...area, rows: Math.min(area.rows, 1), columns: 1 } : { ...area, rows: 1, columns: 1 });
    const id = dimension === 'rows' ? SetRowDataMutation.id : SetColDataMutation.id;
    const step = (values: object) => ({ id, params: { subUnitId: sheetId, [dimension === 'rows' ? 'rowData' : 'columnData']: values } });
    this.core.perform([step(data)], [step(before)]);
  }

  /** Formats whole rows or columns of `area`, which must be whole rows or whole columns. */
  formatLines(area: Area, format: Format | null, marks: CellMarks | null): void {
    const style = format && toStyle(format);
    const byRow = isEntireRow(area);
    const data: Record<number, { s?: IStyleData; custom?: CellMarks }> = {};
    for (const index of byRow ? this.#rowsOf(area) : this.#columnsOf(area)) {
      const old = byRow ? this.row(area.sheetId, index) : this.column(area.sheetId, index);
      data[index] = {
        ...(style ? { s: withoutNulls({ ...old.style, ...style }) } : {}),
        ...(marks ? { custom: { ...old.marks, ...marks } } : {}),
      };
    }
    this.core.run(byRow ? SetRowDataMutation.id : SetColDataMutation.id, {
      subUnitId: area.sheetId,
      [byRow ? 'rowData' : 'columnData']: data,
    });
  }

  /** Format fields a cell inherits from its row and column. */
  inherited(sheetId: string, row: number, column: number): { style: IStyleData; marks: CellMarks } {
    const byRow = this.row(sheetId, row);
    const byColumn = this.column(sheetId, column);
    return { style: { ...byColumn.style, ...byRow.style }, marks: { ...byColumn.marks, ...byRow.marks } };
  }

  merges(area: Area): Area[] {
    const found = this.core.requireSheet(area.sheetId).getMergeData();
    return found.map((range: IRange) => areaOf(area.sheetId, range)).filter((merge) => intersect(merge, area) !== null);
  }

  merge(area: Area): void {
    this.core.grow(area);
    this.core.run(AddWorksheetMergeMutation.id, { subUnitId: area.sheetId, ranges: [this.core.range(area)] });
  }

  unmerge(area: Area): void {
    const ranges = this.merges(area).map((merge) => this.core.range(merge));
    if (ranges.length > 0) this.core.run(RemoveWorksheetMergeMutation.id, { subUnitId: area.sheetId, ranges });
  }

  /** Frozen rows and columns counted from the top left. */
  frozen(sheetId: string): { rows: number; columns: number } {
    const freeze = this.core.requireSheet(sheetId).getFreeze();
    return { rows: Math.max(0, freeze.ySplit), columns: Math.max(0, freeze.xSplit) };
  }

  freeze(sheetId: string, rows: number, columns: number): void {
    this.core.grow({ sheetId, row: 0, column: 0, rows: rows + 1, columns: columns + 1 });
    this.core.run(SetFrozenMutation.id, {
      subUnitId: sheetId,
      startRow: rows > 0 ? rows : -1,
      startColumn: columns > 0 ? columns : -1,
      ySplit: rows,
      xSplit: columns,
    });
  }
}

function withoutNulls(style: IStyleData): IStyleData {
  return Object.fromEntries(Object.entries(style).filter(([, value]) => value !== null)) as IStyleData;
}

