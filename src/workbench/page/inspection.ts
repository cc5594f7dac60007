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

  /** The middle of a cell of the sheet that is shown, as long as that is not scrolled; in pixels of the page. */
  middleOf(sheet: string, address: string): { x: number; y: number } {
    const range = this.api.getActiveWorkbook()?.getSheetByName(sheet)?.getRange(address);
    if (!range) throw new Error(`no sheet ${sheet}`);
    const { x, y, width, height } = range.getCellRect();
    const drawn = document.querySelector('#grid canvas[id^="univer-sheet-main-canvas"]')?.getBoundingClientRect();
    return { x: (drawn?.x ?? 0) + x + width / 2, y: (drawn?.y ?? 0) + y + height / 2 };
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
