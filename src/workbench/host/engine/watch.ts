import { type CommandListener, ICommandService, type ICellData, type IRange } from '@univerjs/core';
import {
  InsertColByRangeCommand,
  InsertColMutation,
  InsertRowByRangeCommand,
  InsertRowMutation,
  InsertSheetMutation,
  type ISetRangeValuesMutationParams,
  RemoveColByRangeCommand,
  RemoveColMutation,
  RemoveRowByRangeCommand,
  RemoveRowMutation,
  RemoveSheetCommand,
  RemoveSheetMutation,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SetWorksheetHideMutation,
  SetWorksheetNameCommand,
  SetWorksheetNameMutation,
  SetStyleCommand,
} from '@univerjs/sheets';
import { type Area, MAX_COLUMNS, MAX_ROWS, type Shift, areasOfCells, isSingleCell } from '../grid';
import type { Cell, Cells } from './cells';
import { type EngineCore, areaOf } from './core';

/** Something that happened to the workbook, whoever did it. */
export type Happening =
  | { readonly kind: 'cells'; readonly sheetId: string; readonly areas: Area[]; readonly before?: Cell; readonly after?: Cell }
  | { readonly kind: 'moved'; readonly area: Area; readonly shift: Shift }
  | { readonly kind: 'sheetAdded' | 'sheetRemoved' | 'visibility' | 'activated'; readonly sheetId: string }
  | { readonly kind: 'renamed'; readonly sheetId: string; readonly before: string; readonly after: string }
  | { readonly kind: 'selected'; readonly area: Area }
  | { readonly kind: 'protection'; readonly sheetId: string; readonly isProtected: boolean }
  | { readonly kind: 'editing'; readonly on: boolean }
  | { readonly kind: 'calculated'; readonly sheetId: string };

/** Univer's screen opens or closes the editor of a cell. */
const CELL_EDITOR = 'sheet.operation.set-cell-edit-visible';

/** Commands of Univer's own screen that rewrite references in other cells; those rewrites are no edits. */
const STRUCTURAL = new Set<string>([
  InsertRowByRangeCommand.id,
  InsertColByRangeCommand.id,
  RemoveRowByRangeCommand.id,
  RemoveColByRangeCommand.id,
  SetWorksheetNameCommand.id,
  RemoveSheetCommand.id,
]);

interface SheetParams {
  readonly subUnitId: string;
}

/** Turns what Univer executes into happenings, in the order in which they happen. */
export class Watch {
  readonly #listeners = new Set<(happening: Happening) => void>();
  #before: Cell | null = null;
  #oldName = '';
  #inStructural = 0;
  #active: string;

  constructor(
    private readonly core: EngineCore,
    private readonly cells: Cells,
  ) {
    const commands = core.injector.get(ICommandService);
    this.#active = core.workbook.getActiveSheet(true)?.getSheetId() ?? '';
    commands.beforeCommandExecuted((command, options) => this.#prepare(command, options));
    commands.onCommandExecuted((command, options) => this.#notice(command, options));
  }

  listen(listener: (happening: Happening) => void): void {
    this.#listeners.add(listener);
  }

  tell(happening: Happening): void {
    for (const listener of this.#listeners) listener(happening);
  }

  #edited(params: ISetRangeValuesMutationParams): [number, number][] {
    const edited: [number, number][] = [];
    if (params.trigger === SetStyleCommand.id) return edited;
    for (const [row, line] of Object.entries(params.cellValue ?? {})) {
      for (const [column, cell] of Object.entries((line ?? {}) as Record<string, ICellData | null>)) {
        const touched = cell === null || 'v' in cell || 'f' in cell || 'p' in cell;
        if (touched) edited.push([Number(row), Number(column)]);
      }
    }
    return edited;
  }

  readonly #prepare: CommandListener = (command, options) => {
    if (STRUCTURAL.has(command.id)) this.#inStructural += 1;
    if (command.id === SetWorksheetNameMutation.id) {
      this.#oldName = this.core.sheet((command.params as SheetParams).subUnitId)?.getName() ?? '';
    }
    if (command.id !== SetRangeValuesMutation.id || options?.fromFormula || options?.onlyLocal) return;
    const params = command.params as ISetRangeValuesMutationParams;
    const [only, more] = this.#edited(params);
    this.#before = only && !more && this.core.sheet(params.subUnitId) ? this.cells.read(params.subUnitId, only[0], only[1]) : null;
  };

  readonly #notice: CommandListener = (command, options) => {
    if (STRUCTURAL.has(command.id)) this.#inStructural = Math.max(0, this.#inStructural - 1);
    const params = command.params as SheetParams & { range: IRange };
    switch (command.id) {
      case SetRangeValuesMutation.id:
        this.#noticeCells(command.params as ISetRangeValuesMutationParams, options?.fromFormula === true, options?.onlyLocal === true);
        break;
      case InsertRowMutation.id:
      case RemoveRowMutation.id:
        this.tell({ kind: 'moved', area: { ...areaOf(params.subUnitId, params.range), column: 0, columns: MAX_COLUMNS }, shift: command.id === InsertRowMutation.id ? 'Down' : 'Up' });
        break;
      case InsertColMutation.id:
      case RemoveColMutation.id:
        this.tell({ kind: 'moved', area: { ...areaOf(params.subUnitId, params.range), row: 0, rows: MAX_ROWS }, shift: command.id === InsertColMutation.id ? 'Right' : 'Left' });
        break;
      case InsertSheetMutation.id:
        this.tell({ kind: 'sheetAdded', sheetId: (command.params as { sheet: { id: string } }).sheet.id });
        break;
      case RemoveSheetMutation.id:
        this.tell({ kind: 'sheetRemoved', sheetId: params.subUnitId });
        break;
      case SetWorksheetNameMutation.id:
        this.tell({ kind: 'renamed', sheetId: params.subUnitId, before: this.#oldName, after: (command.params as { name: string }).name });
        break;
      case SetWorksheetHideMutation.id:
        this.tell({ kind: 'visibility', sheetId: params.subUnitId });
        break;
      case SetWorksheetActiveOperation.id:
        if (this.#active !== params.subUnitId) {
          this.#active = params.subUnitId;
          this.tell({ kind: 'activated', sheetId: params.subUnitId });
        }
        break;
      case SetSelectionsOperation.id:
        this.#noticeSelection(command.params as SheetParams & { selections: readonly { range: IRange }[] });
        break;
      case CELL_EDITOR:
        this.tell({ kind: 'editing', on: (command.params as { visible: boolean }).visible });
        break;
      default:
        break;
    }
  };

  #noticeCells(params: ISetRangeValuesMutationParams, fromFormula: boolean, onlyLocal: boolean): void {
    if (fromFormula || onlyLocal) {
      if (fromFormula) this.tell({ kind: 'calculated', sheetId: params.subUnitId });
      return;
    }
    if (this.core.rewriting > 0 || this.#inStructural > 0) return;
    const edited = this.#edited(params);
    const [only] = edited;
    if (!only) return;
    const areas = areasOfCells(params.subUnitId, edited);
    const single = areas.length === 1 && areas[0] && isSingleCell(areas[0]);
    this.tell({
      kind: 'cells',
      sheetId: params.subUnitId,
      areas,
      ...(single && this.#before ? { before: this.#before, after: this.cells.read(params.subUnitId, only[0], only[1]) } : {}),
    });
  }

  #noticeSelection(params: SheetParams & { selections: readonly { range: IRange }[] }): void {
    const selection = params.selections[params.selections.length - 1];
    const sheet = this.core.sheet(params.subUnitId);
    if (!selection || !sheet) return;
    const area = areaOf(params.subUnitId, selection.range);
    const wholeRows = area.columns >= sheet.getColumnCount() && area.column === 0;
    const wholeColumns = area.rows >= sheet.getRowCount() && area.row === 0;
    this.tell({
      kind: 'selected',
      area: {
        ...area,
        ...(wholeRows ? { columns: MAX_COLUMNS } : {}),
        ...(wholeColumns ? { rows: MAX_ROWS } : {}),
      },
    });
  }
}
