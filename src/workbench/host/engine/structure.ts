import { Direction, type ICellData, type IRange, type IRowData, RANGE_TYPE } from '@univerjs/core';
import {
  DeleteRangeMoveLeftCommand,
  DeleteRangeMoveUpCommand,
  InsertColCommand,
  InsertColMutation,
  InsertRangeMoveDownCommand,
  InsertRangeMoveRightCommand,
  InsertRowCommand,
  InsertRowMutation,
  RemoveColCommand,
  RemoveColMutation,
  RemoveRowCommand,
  RemoveRowMutation,
  SetRangeValuesMutation,
} from '@univerjs/sheets';
import { type Area, type Move, isEntireColumn, isEntireRow } from '../grid';
import type { Cells } from './cells';
import type { EngineCore, Step } from './core';

type CellMatrix = Record<number, Record<number, ICellData>>;

/** Inserting and deleting rows, columns and blocks of cells; formulas, names, rules and merges follow. */
export class Structure {
  constructor(
    private readonly core: EngineCore,
    private readonly cells: Cells,
  ) {}

  async move({ area, shift }: Move): Promise<void> {
    this.core.rewriting += 1;
    try {
      if (isEntireRow(area)) this.#rows(area, shift === 'Down');
      else if (isEntireColumn(area)) this.#columns(area, shift === 'Right');
      else await this.#block({ area, shift });
    } finally {
      this.core.rewriting -= 1;
    }
  }

  #rows(area: Area, insert: boolean): void {
    const { sheetId, row, rows } = area;
    this.core.grow({ sheetId, row: 0, column: 0, rows: row + rows + 1, columns: 1 });
    const sheet = this.core.requireSheet(sheetId);
    const range: IRange = { startRow: row, endRow: row + rows - 1, startColumn: 0, endColumn: sheet.getColumnCount() - 1, rangeType: RANGE_TYPE.ROW };
    const target = { subUnitId: sheetId, range };
    this.core.withActive(sheetId, () => {
      if (insert) {
        const { rowInfo, cellValue } = this.#formatAbove(area, sheet.getColumnCount());
        const insertion: Step = { id: InsertRowMutation.id, params: { ...target, rowInfo } };
        const extra = this.core.companions(InsertRowCommand.id, { ...target, direction: Direction.UP });
        this.core.perform(
          [...extra.before, insertion, { id: SetRangeValuesMutation.id, params: { subUnitId: sheetId, cellValue } }, ...extra.after],
          [...extra.undoBefore, { id: RemoveRowMutation.id, params: target }, ...extra.undoAfter],
        );
      } else {
        const cellValue = sheet.getCellMatrix().getSlice(row, row + rows - 1, 0, sheet.getColumnCount() - 1).getMatrix();
        const extra = this.core.companions(RemoveRowCommand.id, target);
        this.core.perform(
          [...extra.before, { id: RemoveRowMutation.id, params: target }, ...extra.after],
          [
            ...extra.undoBefore,
            { id: InsertRowMutation.id, params: target },
            { id: SetRangeValuesMutation.id, params: { subUnitId: sheetId, cellValue } },
            ...extra.undoAfter,
          ],
        );
      }
    });
  }

  /** New rows look like the row above them (height, formats, locked or not), as in Excel. */
  #formatAbove(area: Area, columns: number): { rowInfo: IRowData[]; cellValue: CellMatrix } {
    const above = area.row - 1;
    if (above < 0) return { rowInfo: [], cellValue: {} };
    const line = this.core.requireSheet(area.sheetId).getRowManager().getRow(above);
    const rowInfo = Array.from({ length: area.rows }, (): IRowData => {
      const { h, s, custom } = line ?? {};
      return { ...(h === undefined ? {} : { h }), ...(s ? { s } : {}), ...(custom ? { custom } : {}) };
    });
    const cellValue: CellMatrix = {};
    const source = { sheetId: area.sheetId, row: above, column: 0, rows: 1, columns };
    for (const [, column, cell] of this.cells.stored(source)) {
      for (let row = area.row; row < area.row + area.rows; row++) this.#copyLook(cellValue, row, column, cell);
    }
    return { rowInfo, cellValue };
  }

  #copyLook(matrix: CellMatrix, row: number, column: number, cell: ICellData): void {
    const { hyperlink: _hyperlink, quoted: _quoted, ...marks } = this.cells.marks(cell);
    const style = this.core.workbook.getStyles().getStyleByCell(cell);
    const look: ICellData = { ...(style ? { s: { ...style } } : {}), ...(Object.keys(marks).length > 0 ? { custom: marks } : {}) };
    if (Object.keys(look).length > 0) (matrix[row] ??= {})[column] = look;
  }

  #columns(area: Area, insert: boolean): void {
    const { sheetId, column, columns } = area;
    this.core.grow({ sheetId, row: 0, column: 0, rows: 1, columns: column + columns + 1 });
    const sheet = this.core.requireSheet(sheetId);
    const range: IRange = { startColumn: column, endColumn: column + columns - 1, startRow: 0, endRow: sheet.getRowCount() - 1, rangeType: RANGE_TYPE.COLUMN };
    const target = { subUnitId: sheetId, range };
    this.core.withActive(sheetId, () => {
      if (insert) {
        const cellValue: CellMatrix = {};
        const source = { sheetId, row: 0, column: column - 1, rows: sheet.getRowCount(), columns: 1 };
        for (const [row, , cell] of column > 0 ? this.cells.stored(source) : []) {
          for (let at = column; at < column + columns; at++) this.#copyLook(cellValue, row, at, cell);
        }
        const width = column > 0 ? sheet.getColumnManager().getColumn(column - 1) : null;
        const colInfo = width?.w === undefined ? undefined : Array.from({ length: columns }, () => ({ w: width.w }));
        const extra = this.core.companions(InsertColCommand.id, { ...target, direction: Direction.LEFT });
        this.core.perform(
          [
            ...extra.before,
            { id: InsertColMutation.id, params: { ...target, ...(colInfo ? { colInfo } : {}) } },
            { id: SetRangeValuesMutation.id, params: { subUnitId: sheetId, cellValue } },
            ...extra.after,
          ],
          [...extra.undoBefore, { id: RemoveColMutation.id, params: target }, ...extra.undoAfter],
        );
      } else {
        const cellValue = sheet.getCellMatrix().getSlice(0, sheet.getRowCount() - 1, column, column + columns - 1).getMatrix();
        const extra = this.core.companions(RemoveColCommand.id, target);
        this.core.perform(
          [...extra.before, { id: RemoveColMutation.id, params: target }, ...extra.after],
          [
            ...extra.undoBefore,
            { id: InsertColMutation.id, params: target },
            { id: SetRangeValuesMutation.id, params: { subUnitId: sheetId, cellValue } },
            ...extra.undoAfter,
          ],
        );
      }
    });
  }

  /** Univer moves blocks of cells on its active sheet only. */
  async #block({ area, shift }: Move): Promise<void> {
    const commands = {
      Down: InsertRangeMoveDownCommand.id,
      Right: InsertRangeMoveRightCommand.id,
      Up: DeleteRangeMoveUpCommand.id,
      Left: DeleteRangeMoveLeftCommand.id,
    };
    this.core.grow(area);
    const active = this.core.workbook.getActiveSheet(true);
    this.core.workbook.setActiveSheet(this.core.requireSheet(area.sheetId));
    try {
      await this.core.runAsync(commands[shift], { range: this.core.range(area) });
    } finally {
      if (active) this.core.workbook.setActiveSheet(active);
    }
  }
}
