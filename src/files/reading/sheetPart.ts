import { cellAddress, columnNumber, MAX_COLUMNS, MAX_ROWS, type Position } from '../../values/address';
import { BLANK, isBlank, textCell, type CellValue } from '../../values/cell';
import { shiftFormula, shownFormula } from '../../workbook/formulaText';
import type { CellBlock } from '../../workbook/plan';
import type { FoundCell, FoundSheet } from '../../workbook/snapshot';
import { dayText, storedValue } from './cellText';
import type { FileFault } from './fileFaults';
import { TextCollector } from './storedText';
import type { Styles } from './styles';
import { isTrue } from './workbookPart';
import type { PartReader, XmlElement } from './xml';

/** What cells refer to. */
export interface SheetSources {
  readonly strings: readonly string[];
  readonly styles: Styles;
  readonly from1904: boolean;
}

interface OpenCell extends Position {
  readonly type: string;
  readonly showsDate: boolean;
  readonly wanted: boolean;
  value: string | null;
  inline: string | null;
  formula: string | null;
}

/** Formula that the cells of a block share, as it stands in its first cell. */
interface SharedFormula extends Position {
  readonly text: string;
}

const EMPTY: FoundCell = { value: BLANK, formula: null };

/**
 * Cells of a block of one sheet, its protection and its filter. Cells outside the block are counted on but not kept;
 * addresses that no sheet has are a fault.
 */
export class SheetPart implements PartReader {
  fault: FileFault | null = null;
  protection: FoundSheet['protection'] = 'none';
  hasFilter = false;
  /** Some cell of the sheet holds something. */
  filled = false;
  private readonly rows = new Map<number, Map<number, FoundCell>>();
  private readonly shared = new Map<string, SharedFormula>();
  private readonly inline = new TextCollector();
  private row = -1;
  private column = -1;
  private inRows = false;
  private cell: OpenCell | null = null;
  private gathered: string | null = null;
  private formulaOf: { readonly shared: string | null } | null = null;

  constructor(private readonly sheet: string, private readonly block: CellBlock | null, private readonly sources: SheetSources) {}

  open(element: XmlElement): void {
    switch (element.name) {
      case 'sheetData': this.inRows = true; return;
      case 'sheetProtection': this.protect(element); return;
      case 'filterColumn': this.hasFilter = true; return;
    }
    if (!this.inRows) return;
    switch (element.name) {
      case 'row': this.openRow(element); return;
      case 'c': this.openCell(element); return;
      case 'v': this.gathered = ''; return;
      case 'f': this.openFormula(element); return;
      default: if (this.cell) this.inline.open(element.name, element.keepsSpace());
    }
  }

  text(text: string): void {
    if (this.gathered !== null) this.gathered += text;
    else if (this.cell) this.inline.text(text);
  }

  close(name: string): void {
    switch (name) {
      case 'sheetData': this.inRows = false; return;
      case 'c': this.closeCell(); return;
      case 'v': if (this.cell) this.cell.value = this.gathered; this.gathered = null; return;
      case 'f': this.closeFormula(); return;
      case 'is': if (this.cell) this.cell.inline = this.inline.take(); return;
      default: this.inline.close(name);
    }
  }

  /** Cells of the block, row by row. */
  cells(): readonly (readonly FoundCell[])[] {
    const { row, column, rowCount, columnCount } = this.block ?? { row: 0, column: 0, rowCount: 0, columnCount: 0 };
    return Array.from({ length: rowCount }, (_, r) => {
      const cells = this.rows.get(row + r);
      return Array.from({ length: columnCount }, (__, c) => cells?.get(column + c) ?? EMPTY);
    });
  }

  private protect(element: XmlElement): void {
    if (!isTrue(element.attribute('sheet'))) return;
    const hash = element.attribute('hashValue') ?? element.attribute('password') ?? '';
    this.protection = hash === '' ? 'ours' : 'password';
  }

  private openRow(element: XmlElement): void {
    const stated = element.attribute('r');
    const row = stated === undefined ? this.row + 1 : /^\d{1,7}$/.test(stated) ? Number(stated) - 1 : -1;
    if (row < 0 || row >= MAX_ROWS) this.noSuchCell(`第${stated ?? row + 1}行`);
    this.row = row;
    this.column = -1;
  }

  private openCell(element: XmlElement): void {
    const stated = element.attribute('r');
    const place = stated === undefined ? { row: this.row, column: this.column + 1 } : cellPosition(stated);
    if (!place || place.row < 0 || place.column >= MAX_COLUMNS) {
      this.noSuchCell(stated ?? '');
      return;
    }
    ({ row: this.row, column: this.column } = place);
    this.cell = {
      row: place.row, column: place.column, type: element.attribute('t') ?? 'n', wanted: this.isWanted(place),
      showsDate: this.sources.styles.showsDate(Number(element.attribute('s') ?? 0)), value: null, inline: null, formula: null,
    };
  }

  private isWanted({ row, column }: Position): boolean {
    const { block } = this;
    return block !== null && row >= block.row && row < block.row + block.rowCount && column >= block.column && column < block.column + block.columnCount;
  }

  private openFormula(element: XmlElement): void {
    const type = element.attribute('t');
    // A data table has no formula that could be shown or compared; its value stands.
    if (type === 'dataTable') return;
    this.formulaOf = { shared: type === 'shared' ? element.attribute('si') ?? '' : null };
    this.gathered = '';
  }

  private closeFormula(): void {
    const { cell, formulaOf, gathered } = this;
    this.gathered = null;
    this.formulaOf = null;
    if (!cell || !formulaOf) return;
    const own = gathered === null || gathered.trim() === '' ? null : shownFormula(gathered.trim());
    const { shared } = formulaOf;
    if (shared === null) cell.formula = own;
    else if (own !== null) {
      this.shared.set(shared, { row: cell.row, column: cell.column, text: own });
      cell.formula = own;
    } else {
      const first = this.shared.get(shared);
      cell.formula = first ? shiftFormula(first.text, cell.row - first.row, cell.column - first.column) : null;
    }
  }

  private closeCell(): void {
    const { cell } = this;
    this.cell = null;
    if (!cell) return;
    const value = this.valueOf(cell);
    if (isBlank(value) && cell.formula === null) return;
    this.filled = true;
    if (!cell.wanted) return;
    const cells = this.rows.get(cell.row) ?? new Map<number, FoundCell>();
    const day = cell.showsDate && value.kind === 'number' ? dayText(value.value) : null;
    cells.set(cell.column, { value, formula: cell.formula === null ? null : `=${cell.formula}`, ...(day === null ? {} : { shownAsDate: day }) });
    this.rows.set(cell.row, cells);
  }

  private valueOf(cell: OpenCell): CellValue {
    if (cell.type === 'inlineStr') return textCell(cell.inline ?? '');
    if (cell.value === null) return BLANK;
    if (cell.type !== 's') return storedValue({ type: cell.type, stored: cell.value, from1904: this.sources.from1904 && cell.showsDate });
    const text = /^\s*\d{1,7}\s*$/.test(cell.value) ? this.sources.strings[Number(cell.value)] : undefined;
    if (text === undefined) {
      this.fault ??= { code: 'Z23', detail: `【${this.sheet}】${cellAddress(cell.row, cell.column)}` };
      return BLANK;
    }
    return textCell(text);
  }

  private noSuchCell(address: string): void {
    this.fault ??= { code: 'Z22', detail: `【${this.sheet}】${address}` };
  }
}

function cellPosition(address: string): Position | null {
  const match = /^([A-Za-z]{1,3})(\d{1,7})$/.exec(address);
  const column = match ? columnNumber(match[1] ?? '') : null;
  const row = Number(match?.[2]) - 1;
  return column === null || row < 0 || row >= MAX_ROWS ? null : { row, column };
}
