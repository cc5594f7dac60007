import { resolveAddress } from './addressing';
import type { Book } from './book';
import type { CellMarks, Scalar, ValueType } from './engine/cells';
import type { ConditionalRule } from './engine/conditionalFormats';
import { displayText } from './engine/numberFormat';
import type { Visibility } from './engine/sheets';
import type { Border, BorderSide, Format } from './engine/styles';
import type { Validation } from './engine/validations';
import { type Area, MAX_COLUMNS, MAX_ROWS, localAddress } from './grid';
import { hostError } from './hostError';
import type { Json } from './objects/json';
import type { PageSetup } from './pageSetup';
import type { ProtectionOptions } from './protectionState';

/** The workbook read straight from the engine, for tests and the page. Sheets by name, cells by A1 address. */
export class BookView {
  constructor(private readonly book: Book) {}

  #sheet(name: string): string {
    const id = this.book.engine.sheets.find(name);
    if (id === null) throw hostError('ItemNotFound', `No sheet ${name}`);
    return id;
  }

  #area(sheet: string, address: string): Area {
    return resolveAddress(this.book, this.#sheet(sheet), address);
  }

  #table<T>(sheet: string, address: string, read: (sheetId: string, row: number, column: number) => T): T[][] {
    const area = this.#area(sheet, address);
    return Array.from({ length: area.rows }, (_, row) =>
      Array.from({ length: area.columns }, (__, column) => read(area.sheetId, area.row + row, area.column + column)),
    );
  }

  /** Names of all sheets in tab order. */
  sheets(): string[] {
    return this.book.engine.sheets.ids().map((id) => this.book.engine.sheets.name(id));
  }

  visibility(sheet: string): Visibility {
    return this.book.engine.sheets.visibility(this.#sheet(sheet));
  }

  activeSheet(): string {
    return this.book.engine.sheets.name(this.book.engine.sheets.active());
  }

  selection(): string {
    const { selection } = this.book;
    return `${this.book.engine.sheets.name(selection.sheetId)}!${localAddress(selection)}`;
  }

  /** Value of one cell; null when it is empty. */
  value(sheet: string, address: string): Scalar | null {
    return this.values(sheet, address)[0]?.[0] ?? null;
  }

  values(sheet: string, address: string): (Scalar | null)[][] {
    return this.#table(sheet, address, (id, row, column) => this.book.engine.cells.read(id, row, column).value);
  }

  type(sheet: string, address: string): ValueType {
    const area = this.#area(sheet, address);
    return this.book.engine.cells.read(area.sheetId, area.row, area.column).type;
  }

  /** Formula of one cell with its `=`, or null. */
  formula(sheet: string, address: string): string | null {
    return this.formulas(sheet, address)[0]?.[0] ?? null;
  }

  formulas(sheet: string, address: string): (string | null)[][] {
    return this.#table(sheet, address, (id, row, column) => this.book.engine.cells.read(id, row, column).formula);
  }

  /** What the cell shows. */
  text(sheet: string, address: string): string {
    return this.texts(sheet, address)[0]?.[0] ?? '';
  }

  texts(sheet: string, address: string): string[][] {
    const { cells } = this.book.engine;
    return this.#table(sheet, address, (id, row, column) => displayText(cells.read(id, row, column), cells.format(id, row, column).numberFormat));
  }

  format(sheet: string, address: string): Required<Format> {
    const area = this.#area(sheet, address);
    return this.book.engine.cells.format(area.sheetId, area.row, area.column);
  }

  border(sheet: string, address: string, side: BorderSide): Border {
    const area = this.#area(sheet, address);
    return this.book.engine.cells.border(area.sheetId, area.row, area.column, side);
  }

  locked(sheet: string, address: string): boolean {
    const area = this.#area(sheet, address);
    return this.book.protection.locked(area.sheetId, area.row, area.column);
  }

  formulaHidden(sheet: string, address: string): boolean {
    const area = this.#area(sheet, address);
    return this.book.protection.formulaHidden(area.sheetId, area.row, area.column);
  }

  /** Options of the sheet's protection, or null when it is not protected. */
  protection(sheet: string): ProtectionOptions | null {
    return this.book.protection.options(this.#sheet(sheet));
  }

  get structureProtected(): boolean {
    return this.book.protection.structureProtected;
  }

  validation(sheet: string, address: string): Validation | null {
    const area = this.#area(sheet, address);
    return this.book.engine.validations.at(area.sheetId, area.row, area.column);
  }

  conditionalFormats(sheet: string, address?: string): ConditionalRule[] {
    const sheetId = this.#sheet(sheet);
    const whole = { sheetId, row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };
    return this.book.engine.conditionalFormats.within(address === undefined ? whole : this.#area(sheet, address));
  }

  /** Names of the workbook, or of one sheet: name → what stands after the `=`. */
  names(sheet?: string): Record<string, string> {
    const list = this.book.engine.names.list(sheet === undefined ? null : this.#sheet(sheet));
    return Object.fromEntries(list.map(({ name, refersTo }) => [name, refersTo]));
  }

  rowHidden(sheet: string, row: number): boolean {
    return this.book.engine.layout.row(this.#sheet(sheet), row - 1).hidden;
  }

  columnHidden(sheet: string, column: number): boolean {
    return this.book.engine.layout.column(this.#sheet(sheet), column - 1).hidden;
  }

  /** Width of the column at a cell, in points. */
  columnWidth(sheet: string, address: string): number {
    const area = this.#area(sheet, address);
    return (this.book.engine.layout.columnWidth(area.sheetId, area.column) * 3) / 4;
  }

  /** Height of the row at a cell, in points. */
  rowHeight(sheet: string, address: string): number {
    const area = this.#area(sheet, address);
    return (this.book.engine.layout.rowHeight(area.sheetId, area.row) * 3) / 4;
  }

  /** Where a press on a cell leads, by a link of its own or by its HYPERLINK formula, or null. */
  hyperlink(sheet: string, address: string): CellMarks['hyperlink'] | null {
    const area = this.#area(sheet, address);
    return this.book.engine.cells.link(area.sheetId, area.row, area.column);
  }

  tabColor(sheet: string): string {
    return this.book.engine.sheets.tabColor(this.#sheet(sheet));
  }

  gridlines(sheet: string): boolean {
    return this.book.engine.sheets.gridlines(this.#sheet(sheet));
  }

  merges(sheet: string): string[] {
    const sheetId = this.#sheet(sheet);
    return this.book.engine.layout.merges({ sheetId, row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS }).map((area) => localAddress(area));
  }

  frozen(sheet: string): { rows: number; columns: number } {
    return this.book.engine.layout.frozen(this.#sheet(sheet));
  }

  page(sheet: string): PageSetup {
    return this.book.page(this.#sheet(sheet));
  }

  /** Address of the smallest area with everything in it, or null for an empty sheet. */
  used(sheet: string, valuesOnly = true): string | null {
    const area = this.book.engine.cells.used({ sheetId: this.#sheet(sheet), row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS }, valuesOnly);
    return area && localAddress(area);
  }

  settings(): Record<string, Json> {
    return Object.fromEntries(this.book.settings);
  }
}
