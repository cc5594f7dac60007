import { type Area, MAX_COLUMNS, MAX_ROWS, isEntireColumn, isEntireRow } from './grid';
import { hostError } from './hostError';
import type { Engine } from './engine/engine';

/** What a protected sheet still lets people do; the names are those of Office.js. */
export interface ProtectionOptions {
  readonly allowAutoFilter: boolean;
  readonly allowDeleteColumns: boolean;
  readonly allowDeleteRows: boolean;
  readonly allowEditObjects: boolean;
  readonly allowEditScenarios: boolean;
  readonly allowFormatCells: boolean;
  readonly allowFormatColumns: boolean;
  readonly allowFormatRows: boolean;
  readonly allowInsertColumns: boolean;
  readonly allowInsertHyperlinks: boolean;
  readonly allowInsertRows: boolean;
  readonly allowPivotTables: boolean;
  readonly allowSort: boolean;
  readonly selectionMode: string;
}

export const NO_PERMISSIONS: ProtectionOptions = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: 'Normal',
};

export type Permission = Exclude<keyof ProtectionOptions, 'selectionMode'>;

interface SheetLock {
  readonly options: ProtectionOptions;
  readonly password: string;
}

/** Sheet and workbook protection, and which cells are locked. */
export class ProtectionState {
  readonly #sheets = new Map<string, SheetLock>();
  #structure: { readonly password: string } | null = null;

  constructor(private readonly engine: Engine) {}

  options(sheetId: string): ProtectionOptions | null {
    return this.#sheets.get(sheetId)?.options ?? null;
  }

  isProtected(sheetId: string): boolean {
    return this.#sheets.has(sheetId);
  }

  hasPassword(sheetId: string): boolean {
    return (this.#sheets.get(sheetId)?.password ?? '') !== '';
  }

  protect(sheetId: string, options: ProtectionOptions, password: string): void {
    if (this.#sheets.has(sheetId)) throw hostError('InvalidOperation');
    this.#sheets.set(sheetId, { options, password });
  }

  unprotect(sheetId: string, password: string): boolean {
    const lock = this.#sheets.get(sheetId);
    if (!lock) return false;
    if (lock.password !== password) throw hostError('AccessDenied', 'The password you supplied is not correct.');
    return this.#sheets.delete(sheetId);
  }

  forget(sheetId: string): void {
    this.#sheets.delete(sheetId);
  }

  get structureProtected(): boolean {
    return this.#structure !== null;
  }

  protectStructure(password: string): void {
    if (this.#structure) throw hostError('InvalidOperation');
    this.#structure = { password };
  }

  unprotectStructure(password: string): void {
    if (!this.#structure) return;
    if (this.#structure.password !== password) throw hostError('AccessDenied', 'The password you supplied is not correct.');
    this.#structure = null;
  }

  requireStructure(): void {
    if (this.#structure) throw hostError('AccessDenied', 'The workbook structure is protected.');
  }

  locked(sheetId: string, row: number, column: number): boolean {
    const own = this.engine.cells.marks(this.engine.cells.raw(sheetId, row, column)).locked;
    return own ?? this.engine.layout.inherited(sheetId, row, column).marks.locked ?? true;
  }

  formulaHidden(sheetId: string, row: number, column: number): boolean {
    const own = this.engine.cells.marks(this.engine.cells.raw(sheetId, row, column)).formulaHidden;
    return own ?? this.engine.layout.inherited(sheetId, row, column).marks.formulaHidden ?? false;
  }

  /** True when the sheet is protected and at least one cell of `area` is locked. */
  refusesContent(area: Area): boolean {
    if (!this.isProtected(area.sheetId)) return false;
    const { row, column, sheetId } = area;
    if (area.rows > 10_000 || (area.columns > 1_000 && !isEntireRow(area))) return true;
    const columns = area.columns === MAX_COLUMNS ? 200 : area.columns;
    for (let r = row; r < row + area.rows; r++) {
      for (let c = column; c < column + columns; c++) if (this.locked(sheetId, r, c)) return true;
    }
    return false;
  }

  requireContent(area: Area): void {
    if (this.refusesContent(area)) {
      throw hostError('AccessDenied', "The cell or chart you're trying to change is on a protected sheet.");
    }
  }

  require(sheetId: string, permission: Permission): void {
    const options = this.options(sheetId);
    if (options && !options[permission]) throw hostError('AccessDenied');
  }

  /** Things no option of sheet protection allows: merging, validation, conditional formats, moving blocks of cells. */
  requireUnprotected(sheetId: string): void {
    if (this.isProtected(sheetId)) throw hostError('AccessDenied');
  }

  requireMove(area: Area, insert: boolean): void {
    if (isEntireRow(area)) {
      this.require(area.sheetId, insert ? 'allowInsertRows' : 'allowDeleteRows');
      if (!insert) this.requireContent(area);
    } else if (isEntireColumn(area)) {
      this.require(area.sheetId, insert ? 'allowInsertColumns' : 'allowDeleteColumns');
      if (!insert && area.rows === MAX_ROWS && this.isProtected(area.sheetId)) this.requireContent({ ...area, rows: 1_000 });
    } else {
      this.requireUnprotected(area.sheetId);
    }
  }
}
