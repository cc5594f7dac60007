import { resolveAddress } from './addressing';
import type { Book } from './book';
import type { Visibility } from './engine/sheets';
import { type Area, MAX_COLUMNS, MAX_ROWS } from './grid';
import { hostError } from './hostError';
import type { Faults } from './faults';
import { NO_PERMISSIONS } from './protectionState';
import { requireSheetName } from './objects/sheetName';
import { parseTyping } from './parseTyping';
import { isValid } from './validity';
import { copyCells } from './copying';
import { clear, writeCells } from './writing';

/**
 * A person at the keyboard. Addresses are A1 texts on the named sheet. What Excel would refuse (locked cells, values a
 * validation rule stops) rejects with the host's error and changes nothing.
 */
export class User {
  constructor(
    private readonly book: Book,
    private readonly faults: Faults,
    private readonly act: <T>(work: () => Promise<T>) => Promise<T>,
  ) {}

  #sheet(name: string): string {
    const id = this.book.engine.sheets.find(name);
    if (id === null) throw hostError('ItemNotFound', `No sheet ${name}`);
    return id;
  }

  #area(sheet: string, address: string): Area {
    return resolveAddress(this.book, this.#sheet(sheet), address);
  }

  /** Types a text into a cell and presses Enter. */
  type(sheet: string, address: string, text: string): Promise<void> {
    return this.act(async () => {
      const area = this.#area(sheet, address);
      const validation = this.book.engine.validations.at(area.sheetId, area.row, area.column);
      const format = this.book.engine.cells.format(area.sheetId, area.row, area.column).numberFormat;
      const parsed = parseTyping(text, { format, typed: true, year: new Date().getFullYear() });
      const stops = validation?.alert.showAlert === true && validation.alert.style === 'Stop';
      if (validation && stops && parsed.formula === undefined && parsed.value !== null) {
        const type = typeof parsed.value === 'number' ? 'Double' : typeof parsed.value === 'boolean' ? 'Boolean' : 'String';
        const keeps = isValid(this.book, area.sheetId, validation, { value: parsed.value, type, formula: null });
        if (!keeps) throw hostError('InvalidArgument', 'The value does not match the data validation of the cell.');
      }
      writeCells(this.book, { ...area, rows: 1, columns: 1 }, text, true);
    });
  }

  /** Pastes a block of texts with its top left cell at `address`; data validation does not stop a paste. */
  paste(sheet: string, address: string, texts: readonly (readonly string[])[]): Promise<void> {
    return this.act(async () => {
      const area = this.#area(sheet, address);
      writeCells(this.book, { ...area, rows: texts.length, columns: texts[0]?.length ?? 0 }, texts, true);
    });
  }

  copyPaste(sheet: string, from: string, to: string): Promise<void> {
    return this.act(async () => {
      copyCells(this.book, this.#area(sheet, from), this.#area(sheet, to), 'All', false, false);
    });
  }

  /** Presses Delete on a range. */
  erase(sheet: string, address: string): Promise<void> {
    return this.act(async () => clear(this.book, this.#area(sheet, address), 'Contents'));
  }

  select(sheet: string, address: string): Promise<void> {
    return this.act(async () => {
      const area = this.#area(sheet, address);
      this.book.engine.sheets.activate(area.sheetId);
      this.book.engine.select(area);
    });
  }

  activate(sheet: string): Promise<void> {
    return this.act(async () => this.book.engine.sheets.activate(this.#sheet(sheet)));
  }

  /** Ctrl+Z; false when there is nothing to take back. */
  undo(): Promise<boolean> {
    return this.act(() => this.book.engine.undo());
  }

  #lines(sheet: string, first: number, count: number, rows: boolean): Area {
    const sheetId = this.#sheet(sheet);
    return rows
      ? { sheetId, row: first - 1, column: 0, rows: count, columns: MAX_COLUMNS }
      : { sheetId, row: 0, column: first - 1, rows: MAX_ROWS, columns: count };
  }

  #move(area: Area, shift: 'Down' | 'Right' | 'Up' | 'Left'): Promise<void> {
    this.book.protection.requireMove(area, shift === 'Down' || shift === 'Right');
    return this.book.engine.structure.move({ area, shift });
  }

  /** Inserts `count` rows before row `row` (counted from 1, as on the screen). */
  insertRows(sheet: string, row: number, count = 1): Promise<void> {
    return this.act(async () => this.#move(this.#lines(sheet, row, count, true), 'Down'));
  }

  deleteRows(sheet: string, row: number, count = 1): Promise<void> {
    return this.act(async () => this.#move(this.#lines(sheet, row, count, true), 'Up'));
  }

  /** Inserts `count` columns before the column counted from 1. */
  insertColumns(sheet: string, column: number, count = 1): Promise<void> {
    return this.act(async () => this.#move(this.#lines(sheet, column, count, false), 'Right'));
  }

  deleteColumns(sheet: string, column: number, count = 1): Promise<void> {
    return this.act(async () => this.#move(this.#lines(sheet, column, count, false), 'Left'));
  }

  hideRows(sheet: string, row: number, count = 1, hidden = true): Promise<void> {
    return this.act(async () => {
      this.book.protection.require(this.#sheet(sheet), 'allowFormatRows');
      this.book.engine.layout.setHidden(this.#lines(sheet, row, count, true), 'rows', hidden);
    });
  }

  /** Filters a sheet, or shows all rows again. */
  filter(sheet: string, on = true): Promise<void> {
    return this.act(async () => {
      if (on) this.book.filtered.add(this.#sheet(sheet));
      else this.book.filtered.delete(this.#sheet(sheet));
    });
  }

  addSheet(name: string): Promise<void> {
    return this.act(async () => {
      this.book.protection.requireStructure();
      const { sheets } = this.book.engine;
      sheets.activate(sheets.add(requireSheetName(this.book, name, null)));
    });
  }

  renameSheet(sheet: string, name: string): Promise<void> {
    return this.act(async () => {
      this.book.protection.requireStructure();
      const id = this.#sheet(sheet);
      this.book.engine.sheets.rename(id, requireSheetName(this.book, name, id));
    });
  }

  deleteSheet(sheet: string): Promise<void> {
    return this.act(async () => {
      this.book.protection.requireStructure();
      this.book.engine.sheets.remove(this.#sheet(sheet));
    });
  }

  moveSheet(sheet: string, position: number): Promise<void> {
    return this.act(async () => {
      this.book.protection.requireStructure();
      this.book.engine.sheets.reposition(this.#sheet(sheet), position);
    });
  }

  setVisibility(sheet: string, visibility: Visibility): Promise<void> {
    return this.act(async () => {
      this.book.protection.requireStructure();
      this.book.engine.sheets.setVisibility(this.#sheet(sheet), visibility);
    });
  }

  hideSheet(sheet: string): Promise<void> {
    return this.setVisibility(sheet, 'Hidden');
  }

  protect(sheet: string, password = ''): Promise<void> {
    return this.act(async () => {
      const sheetId = this.#sheet(sheet);
      this.book.protection.protect(sheetId, NO_PERMISSIONS, password);
      this.book.engine.watch.tell({ kind: 'protection', sheetId, isProtected: true });
    });
  }

  unprotect(sheet: string, password = ''): Promise<void> {
    return this.act(async () => {
      const sheetId = this.#sheet(sheet);
      if (!this.book.protection.unprotect(sheetId, password)) return;
      this.book.engine.watch.tell({ kind: 'protection', sheetId, isProtected: false });
    });
  }

  protectStructure(password = ''): Promise<void> {
    return this.act(async () => this.book.protection.protectStructure(password));
  }

  /** Begins to edit a cell: until `endEditing`, every sync of an add-in fails, as in Excel. */
  startEditing(): void {
    this.faults.editing = true;
  }

  endEditing(): void {
    this.faults.editing = false;
  }
}
