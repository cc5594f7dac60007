import { type FUniver } from '@univerjs/core/facade';
import { type Host } from '../host';

/** What a browser test may ask of the page, besides what a person does with mouse and keyboard. */
export class Inspection {
  constructor(
    private readonly api: FUniver,
    /** The host: its counters, faults and other people. */
    readonly host: Host,
  ) {}

  sheetNames(): string[] {
    return this.workbook().getSheets().map((sheet) => sheet.getSheetName());
  }

  activeSheet(): string {
    return this.workbook().getActiveSheet().getSheetName();
  }

  /** Raw value, text as shown and formula of a cell, `null` where there is none. */
  cell(sheet: string, address: string): { value: unknown; text: string; formula: string } {
    const range = this.sheet(sheet).getRange(address);
    return { value: range.getRawValue() ?? null, text: range.getDisplayValue(), formula: range.getFormula() };
  }

  /** Shows a cell and makes it the active one, as the name box does. */
  goTo(sheet: string, address: string): void {
    const target = this.sheet(sheet);
    this.workbook().setActiveSheet(target);
    const range = target.getRange(address);
    range.activate();
    const seen = target.getVisibleRange();
    const row = range.getRow();
    const column = range.getColumn();
    const visible = seen !== null && row >= seen.startRow && row < seen.endRow && column >= seen.startColumn && column < seen.endColumn;
    if (!visible) target.scrollToCell(row, column);
  }

  private workbook(): NonNullable<ReturnType<FUniver['getActiveWorkbook']>> {
    const workbook = this.api.getActiveWorkbook();
    if (workbook === null) throw new Error('no workbook');
    return workbook;
  }

  private sheet(name: string): NonNullable<ReturnType<ReturnType<Inspection['workbook']>['getSheetByName']>> {
    const sheet = this.workbook().getSheetByName(name);
    if (sheet === null || sheet === undefined) throw new Error(`no sheet ${name}`);
    return sheet;
  }
}
