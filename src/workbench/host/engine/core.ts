import {
  ICommandService,
  IUndoRedoService,
  IUniverInstanceService,
  type IExecutionOptions,
  type IMutationInfo,
  type Injector,
  type IRange,
  RANGE_TYPE,
  type Univer,
  UniverInstanceType,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';
import {
  SetWorksheetColumnCountMutation,
  SetWorksheetRowCountMutation,
  SheetInterceptorService,
} from '@univerjs/sheets';
import { type Area, isEntireColumn, isEntireRow } from '../grid';
import { correctLinkResults } from './linkResultPatch';

/** A Univer command or mutation with its parameters. */
export interface Step {
  readonly id: string;
  readonly params: object;
  readonly options?: IExecutionOptions;
}

export type SheetOf = (name: string | null) => string | null;

/** One Univer workbook and the services all parts of the engine use. */
export class EngineCore {
  readonly injector: Injector;
  readonly workbook: Workbook;
  readonly unitId: string;
  readonly #commands: ICommandService;
  readonly #undo: IUndoRedoService;
  /** True while a person acts: what happens then can be undone. Writes of add-ins cannot (Excel before ExcelApi 1.19). */
  recording = false;
  /** More than 0 while references in formulas are rewritten: that is no edit. */
  rewriting = 0;

  constructor(readonly univer: Univer) {
    this.injector = univer.__getInjector();
    this.#commands = this.injector.get(ICommandService);
    this.#undo = this.injector.get(IUndoRedoService);
    const workbook = this.injector
      .get(IUniverInstanceService)
      .getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET);
    if (!workbook) throw new Error('Univer has no workbook yet: create one before the host adopts it');
    this.workbook = workbook;
    this.unitId = workbook.getUnitId();
    keepStylesFindable(workbook);
    correctLinkResults(this.injector);
  }

  /** The worksheet, or null after it was deleted. */
  sheet(sheetId: string): Worksheet | null {
    return this.workbook.getSheetBySheetId(sheetId) ?? null;
  }

  /** Finds the id behind a sheet name; no name means `own`. */
  sheetIds(own: string): SheetOf {
    return (name) => (name === null ? own : (this.workbook.getSheetBySheetName(name)?.getSheetId() ?? null));
  }

  requireSheet(sheetId: string): Worksheet {
    const sheet = this.sheet(sheetId);
    if (!sheet) throw new Error(`No sheet ${sheetId}`);
    return sheet;
  }

  run(id: string, params: object, options?: IExecutionOptions): boolean {
    return this.#commands.syncExecuteCommand<object, boolean>(id, { unitId: this.unitId, ...params }, options);
  }

  runAsync(id: string, params: object): Promise<boolean> {
    return this.#commands.executeCommand<object, boolean>(id, { unitId: this.unitId, ...params });
  }

  /** Runs the steps in order; when a person acts, `back` becomes one step of Ctrl+Z. */
  perform(steps: readonly Step[], back: readonly Step[] = []): void {
    for (const step of steps) this.run(step.id, step.params, step.options);
    if (!this.recording || back.length === 0) return;
    const withUnit = (step: Step): IMutationInfo => ({ id: step.id, params: { unitId: this.unitId, ...step.params } });
    this.#undo.pushUndoRedo({ unitID: this.unitId, undoMutations: back.map(withUnit), redoMutations: steps.map(withUnit) });
  }

  /** What Univer's features (formulas, names, validation, merges …) add to a structural command. */
  companions(id: string, params: object): { before: Step[]; after: Step[]; undoBefore: Step[]; undoAfter: Step[] } {
    const found = this.injector.get(SheetInterceptorService).onCommandExecute({ id, params: { unitId: this.unitId, ...params } });
    const steps = (list: readonly IMutationInfo[] | undefined): Step[] => (list ?? []).map(({ id: step, params: p }) => ({ id: step, params: p }));
    return {
      before: steps(found.preRedos),
      after: steps(found.redos),
      undoBefore: steps(found.preUndos),
      undoAfter: steps(found.undos),
    };
  }

  /** Several features of Univer look at the active sheet only; `act` runs while `sheetId` is the active one. */
  withActive<T>(sheetId: string, act: () => T): T {
    const active = this.workbook.getActiveSheet(true);
    const wanted = this.requireSheet(sheetId);
    if (active === wanted) return act();
    this.workbook.setActiveSheet(wanted);
    try {
      return act();
    } finally {
      if (active && this.sheet(active.getSheetId())) this.workbook.setActiveSheet(active);
    }
  }

  undo(): Promise<boolean> {
    this.injector.get(IUniverInstanceService).focusUnit(this.unitId);
    return this.#commands.executeCommand('univer.command.undo');
  }

  clearUndo(): void {
    this.#undo.clearUndoRedo(this.unitId);
  }

  /** Makes the Univer sheet large enough to hold the cells of `area`; whole rows or columns need no growth that way. */
  grow(area: Area): void {
    const sheet = this.requireSheet(area.sheetId);
    const subUnitId = area.sheetId;
    const lastRow = isEntireColumn(area) ? 1 : area.row + area.rows;
    const lastColumn = isEntireRow(area) ? 1 : area.column + area.columns;
    if (lastRow > sheet.getRowCount()) this.run(SetWorksheetRowCountMutation.id, { subUnitId, rowCount: lastRow });
    if (lastColumn > sheet.getColumnCount()) {
      this.run(SetWorksheetColumnCountMutation.id, { subUnitId, columnCount: lastColumn });
    }
  }

  /** Univer's range of an area, cut to the size of the Univer sheet. */
  range(area: Area): IRange {
    const sheet = this.requireSheet(area.sheetId);
    const range = {
      startRow: area.row,
      endRow: Math.min(area.row + area.rows, sheet.getRowCount()) - 1,
      startColumn: area.column,
      endColumn: Math.min(area.column + area.columns, sheet.getColumnCount()) - 1,
    };
    if (isEntireRow(area)) return { ...range, rangeType: RANGE_TYPE.ROW };
    return isEntireColumn(area) ? { ...range, rangeType: RANGE_TYPE.COLUMN } : range;
  }
}

/** The area of a Univer range; whole rows or columns of the Univer sheet become whole rows or columns of Excel's. */
export function areaOf(sheetId: string, range: IRange): Area {
  return {
    sheetId,
    row: range.startRow,
    column: range.startColumn,
    rows: range.endRow - range.startRow + 1,
    columns: range.endColumn - range.startColumn + 1,
  };
}

/** The same value with all keys in order. */
function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, entry]) => [key, ordered(entry)]));
}

/**
 * Univer finds a style it knows by its JSON text and, when the text is new, compares it with every style of the workbook,
 * once per cell: a minute for a form of some thousand cells. With one order of keys the text alone decides.
 */
function keepStylesFindable(workbook: Workbook): void {
  const styles = workbook.getStyles();
  const store = styles.setValue.bind(styles);
  styles.setValue = (style) => store(ordered(style) as typeof style);
  Object.defineProperty(styles, '_getExistingStyleId', { value: () => null });
}
