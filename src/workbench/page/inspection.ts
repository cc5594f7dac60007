import { type FUniver } from '@univerjs/core/facade';
import { type Host } from '../host';

/** What a browser test may ask of the page, besides what a person does with mouse and keyboard. */
export class Inspection {
  constructor(
    private readonly api: FUniver,
    /** The host: its workbook, counters, faults and other people. */
    readonly host: Host,
  ) {}

  /** Value, text as shown and formula of a cell; value and formula are null where there is none. */
  cell(sheet: string, address: string): { value: unknown; text: string; formula: string | null } {
    const { book } = this.host;
    return { value: book.value(sheet, address), text: book.text(sheet, address), formula: book.formula(sheet, address) };
  }

  /** Makes a cell the active one and brings it into view, as the name box does. */
  async goTo(sheet: string, address: string): Promise<void> {
    const workbook = this.api.getActiveWorkbook();
    const target = workbook?.getSheetByName(sheet);
    if (workbook === null || target === null || target === undefined) throw new Error(`no sheet ${sheet}`);
    const drawn = workbook.getActiveSheet().getSheetName() === sheet;
    workbook.setActiveSheet(target);
    // A sheet knows what is in view only after it was drawn.
    if (!drawn) await new Promise((done) => window.setTimeout(done, 300));
    const range = target.getRange(address);
    range.activate();
    const seen = target.getVisibleRange();
    const row = range.getRow();
    const column = range.getColumn();
    const visible = seen !== null && row >= seen.startRow && row < seen.endRow && column >= seen.startColumn && column < seen.endColumn;
    if (!visible) target.scrollToCell(row, column);
  }
}
