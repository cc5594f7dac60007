import type { CellRef, Entries, EntryRow } from '../evaluation/evaluate';
import type { Form, ListForm } from '../evaluation/form';
import { blockAddress, cellAddress, parseReference, type BlockPosition, type Position } from '../values/address';
import { BLANK, cellText, isBlank, uncomputed, type CellValue } from '../values/cell';
import { findPairs, findTable, findTotalsRow, type FoundTable, type TextAt } from './findLabels';
import { misplacedLines } from './misplacedLines';
import { listName, regionName } from './names';
import type { Plan, PlannedList, PlannedName, PlannedPairs, PlannedTable } from './plan';
import { hasPlannedShape } from './sheetPlaces';
import type { FoundCell, FoundSheet, Snapshot } from './snapshot';
import { templateFaults, type TemplateFault } from './templateFaults';

/** A workbook read through its defined names: what was typed, what its own formulas show, where everything stands now. */
export interface Reading {
  readonly entries: Entries;
  /** What the cell shows, typed or computed by the workbook; null when the cell is lost. */
  shown(ref: CellRef): CellValue | null;
  /** The cell's formula with `=`, null when it holds a constant or is lost. */
  formula(ref: CellRef): string | null;
  /** The day the cell shows, yyyy-mm-dd, when its number format is a date and the workbook tells formats. */
  shownAsDate(ref: CellRef): string | null;
  /** Tab name and A1 address now; null when the cell is lost. */
  locate(ref: CellRef): { readonly sheet: string; readonly address: string } | null;
  readonly faults: readonly ReadingFault[];
  /** What of the template is not as it was laid out. */
  template(): readonly TemplateFault[];
}

/** What is wrong with the workbook's structure. Nothing is guessed for a lost cell: no neighbour is read instead. */
export type ReadingFault =
  | { readonly kind: 'sheetLost'; readonly sheet: string }
  | { readonly kind: 'sheetRenamed'; readonly sheet: string; readonly to: string }
  | { readonly kind: 'sheetHidden'; readonly sheet: string; readonly name: string }
  | { readonly kind: 'sheetCopied'; readonly sheet: string; readonly copy: string }
  | { readonly kind: 'fieldLost'; readonly field: string; readonly sheet: string }
  | { readonly kind: 'listLost'; readonly list: string; readonly sheet: string }
  | { readonly kind: 'columnLost'; readonly list: string; readonly column: string; readonly sheet: string }
  | { readonly kind: 'rowsAdded'; readonly list: string; readonly rows: readonly number[] };

export function readWorkbook(form: Form, plan: Plan, snapshot: Snapshot): Reading {
  return new Reader(form, plan, snapshot).run();
}

interface FoundList {
  readonly sheet: FoundSheet;
  /** Sheet row of the first list row, and how many rows there are now. */
  readonly firstRow: number;
  readonly rows: number;
  readonly columns: ReadonlyMap<string, number>;
  readonly totalsRow: number | null;
}

/** A cell of a matrix by its labels, a value beside its label, or the total of a list column. */
type LabelledCell =
  | { readonly pairs: PlannedPairs }
  | { readonly table: PlannedTable; readonly row: string; readonly column: string }
  | { readonly list: string; readonly column: string };

interface CellAt extends Position {
  readonly sheet: FoundSheet;
}

/** What was found under a name, and where the name refers to now. */
interface Found<T> {
  readonly sheet: FoundSheet;
  readonly block: BlockPosition;
  readonly found: T;
}

class Reader {
  private readonly references = new Map<string, { readonly sheet: string; readonly block: BlockPosition }>();
  private readonly byName: ReadonlyMap<string, FoundSheet>;
  private readonly lists = new Map<string, FoundList>();
  /** By field id. */
  private readonly labelled: ReadonlyMap<string, LabelledCell>;
  private readonly tables = new Map<PlannedTable, Found<FoundTable> | null>();
  private readonly pairs = new Map<PlannedPairs, Found<ReadonlyMap<string, number>> | null>();
  private readonly faults: ReadingFault[] = [];
  private readonly lostSheets = new Set<string>();
  private template: readonly TemplateFault[] | null = null;

  constructor(private readonly form: Form, private readonly plan: Plan, private readonly snapshot: Snapshot) {
    this.byName = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
    const planned = new Map(plan.names.map((name) => [name.name, name]));
    for (const name of snapshot.names) {
      const reference = name.scope === null ? parseReference(name.reference) : null;
      if (reference && !this.isPointedElsewhere(reference, planned.get(name.name))) this.references.set(name.name, reference);
    }
    this.labelled = new Map([
      ...plan.sheets.flatMap(({ tables }) => tables).flatMap((table) => table.rows.flatMap((row) => table.columns.map((column): [string, LabelledCell] =>
        [`${table.id}.${row.id}.${column.id}`, { table, row: row.id, column: column.id }]))),
      ...plan.sheets.flatMap(({ pairs }) => pairs).flatMap((pairs) => pairs.rows.map(({ id }): [string, LabelledCell] => [id, { pairs }])),
      ...plan.sheets.flatMap(({ lists }) => lists).flatMap((list) => list.columnIds.map((column): [string, LabelledCell] => [`${list.id}.total.${column}`, { list: list.id, column }])),
    ]);
  }

  /** In a sheet that still has its shape a name has one right place; what it was pointed to by hand is not read. */
  private isPointedElsewhere(reference: { readonly sheet: string; readonly block: BlockPosition }, planned: PlannedName | undefined): boolean {
    const sheet = this.plan.sheets.find(({ id }) => id === planned?.sheet);
    const found = this.snapshot.sheets.find(({ id }) => id === planned?.sheet);
    if (!planned || !sheet || !found || !hasPlannedShape(sheet, found)) return false;
    if (reference.sheet === found.name && blockAddress(reference.block) === blockAddress(planned.block)) return false;
    return !misplacedLines(this.plan, this.snapshot).has(sheet.id);
  }

  run(): Reading {
    this.plan.sheets.forEach((sheet) => this.sheet(sheet.id, sheet.name, sheet.visibility));
    const rows = new Map<string, readonly EntryRow[]>();
    for (const list of this.form.lists.values()) rows.set(list.id, this.list(list));
    const fields = new Map<string, CellValue>();
    for (const field of this.form.fields.values()) {
      const cell = this.cell({ field: field.id });
      if (!cell && !this.lostSheets.has(field.sheet)) this.faults.push({ kind: 'fieldLost', field: field.id, sheet: field.sheet });
      // A lost cell is not a blank one: nothing may be computed as if nobody had filled it.
      if (!field.rule) fields.set(field.id, cell ? cell.value : uncomputed);
    }
    return {
      entries: { fields, lists: rows },
      shown: (ref) => this.cell(ref)?.value ?? null,
      formula: (ref) => this.cell(ref)?.formula ?? null,
      shownAsDate: (ref) => this.cell(ref)?.shownAsDate ?? null,
      locate: (ref) => {
        const at = this.position(ref);
        return at && { sheet: at.sheet.name, address: cellAddress(at.row, at.column) };
      },
      faults: this.faults,
      template: () => this.template ??= templateFaults(this.plan, this.snapshot),
    };
  }

  private sheet(id: string, name: string, planned: string): void {
    const found = this.snapshot.sheets.find((sheet) => sheet.id === id);
    if (!found) {
      this.lostSheets.add(id);
      this.faults.push({ kind: 'sheetLost', sheet: id });
      return;
    }
    if (found.name !== name) this.faults.push({ kind: 'sheetRenamed', sheet: id, to: found.name });
    if (planned === 'visible' && found.visibility !== 'visible') this.faults.push({ kind: 'sheetHidden', sheet: id, name: found.name });
    for (const copy of this.snapshot.names) {
      if (copy.scope !== null && copy.name === regionName(name)) this.faults.push({ kind: 'sheetCopied', sheet: id, copy: copy.scope });
    }
  }

  private list(list: ListForm): readonly EntryRow[] {
    const planned = this.plan.sheets.flatMap((sheet) => sheet.lists).find((candidate) => candidate.id === list.id);
    const reference = this.references.get(listName(list.name));
    const sheet = reference && this.byName.get(reference.sheet);
    if (!planned || !reference || !sheet?.region) {
      if (!this.lostSheets.has(list.sheet)) this.faults.push({ kind: 'listLost', list: list.id, sheet: list.sheet });
      return [];
    }
    const columns = this.columns(list, planned, sheet, reference.block);
    const found: FoundList = { sheet, firstRow: reference.block.row + 1, rows: reference.block.rowCount - 2, columns, totalsRow: this.totalsRow(list, planned, sheet, reference.block, columns) };
    this.lists.set(list.id, found);
    const keyColumn = this.keyColumn(planned, sheet, reference.block);
    const seen = new Set<string>();
    const unstamped: number[] = [];
    const rows = Array.from({ length: found.rows }, (_, row): EntryRow => {
      const stamped = keyColumn === null ? '' : cellText(at(sheet, found.firstRow + row, keyColumn)?.value ?? BLANK);
      const key = seen.has(stamped) ? '' : stamped;
      seen.add(key);
      const cells = new Map<string, CellValue>();
      for (const column of list.columns.values()) {
        const value = column.rule ? null : this.cell({ list: list.id, row, column: column.id })?.value;
        if (value && !isBlank(value)) cells.set(column.id, value);
      }
      if (cells.size > 0) for (const column of list.columns.values()) if (!column.rule && !columns.has(column.id)) cells.set(column.id, uncomputed);
      if (row >= planned.room && cells.size > 0) unstamped.push(row);
      return { key, cells };
    });
    if (unstamped.length > 0) this.faults.push({ kind: 'rowsAdded', list: list.id, rows: unstamped });
    return rows.slice(0, rows.reduce((count, row, index) => (row.cells.size > 0 ? index + 1 : count), 0));
  }

  /** Header labels decide: a column is where its label stands, whatever was moved or inserted. */
  private columns(list: ListForm, planned: PlannedList, sheet: FoundSheet, block: BlockPosition): ReadonlyMap<string, number> {
    const positions = new Map<string, number>();
    planned.columnIds.forEach((id, index) => {
      const label = list.columns.get(id)?.label ?? '';
      const expected = (planned.columnPositions[index] ?? 0) - planned.firstColumn + block.column;
      const candidates = [expected, ...Array.from({ length: block.columnCount }, (_, offset) => block.column + offset)];
      const position = candidates.find((column) => textAt(sheet, block.row, column) === label);
      if (position === undefined) this.faults.push({ kind: 'columnLost', list: list.id, column: id, sheet: list.sheet });
      else positions.set(id, position);
    });
    return positions;
  }

  private totalsRow(list: ListForm, planned: PlannedList, sheet: FoundSheet, block: BlockPosition, columns: ReadonlyMap<string, number>): number | null {
    const named = planned.columnIds[planned.identifiedBy] ?? '';
    const column = columns.get(named);
    if (!planned.hasTotals || column === undefined) return null;
    return findTotalsRow(block.row, column, list.columns.get(named)?.label ?? '', (row, at) => textAt(sheet, row, at));
  }

  private keyColumn(planned: PlannedList, sheet: FoundSheet, block: BlockPosition): number | null {
    if (planned.keyColumn === null) return null;
    const columns = Array.from({ length: block.columnCount }, (_, offset) => block.column + block.columnCount - 1 - offset);
    return columns.find((column) => cellText(at(sheet, block.row, column)?.value ?? BLANK) === ROW_KEY_LABEL) ?? null;
  }

  private position(ref: CellRef): CellAt | null {
    if ('field' in ref) return this.fieldPosition(ref.field);
    const list = this.lists.get(ref.list);
    const column = list?.columns.get(ref.column);
    return list && column !== undefined && ref.row < list.rows ? { sheet: list.sheet, row: list.firstRow + ref.row, column } : null;
  }

  /** By the name of the cell where it has one, as every cell had in layout 1; else by its labels. */
  private fieldPosition(id: string): CellAt | null {
    const field = this.form.fields.get(id);
    if (!field) return null;
    const reference = this.references.get(field.name);
    const sheet = reference && this.byName.get(reference.sheet);
    if (reference && sheet?.id === field.sheet) return { sheet, row: reference.block.row, column: reference.block.column };
    const cell = this.labelled.get(id);
    if (!cell) return null;
    if ('list' in cell) {
      const list = this.lists.get(cell.list);
      const column = list?.columns.get(cell.column);
      return list && column !== undefined && list.totalsRow !== null ? { sheet: list.sheet, row: list.totalsRow, column } : null;
    }
    if ('pairs' in cell) {
      const pairs = this.named(this.pairs, cell.pairs, field.sheet, findPairs);
      const row = pairs?.found.get(id);
      return pairs && row !== undefined ? { sheet: pairs.sheet, row, column: pairs.block.column } : null;
    }
    const table = this.named(this.tables, cell.table, field.sheet, findTable);
    const row = table?.found.rows.get(cell.row), column = table?.found.columns.get(cell.column);
    return table && row !== undefined && column !== undefined ? { sheet: table.sheet, row, column } : null;
  }

  /** What `find` finds under the name of a planned block, once; null when the name is gone or refers to another sheet. */
  private named<P extends { readonly name: string }, T>(known: Map<P, Found<T> | null>, planned: P, sheetId: string, find: (planned: P, block: BlockPosition, textAt: TextAt) => T): Found<T> | null {
    const before = known.get(planned);
    if (before !== undefined) return before;
    const reference = this.references.get(planned.name);
    const sheet = reference && this.byName.get(reference.sheet);
    const found = reference && sheet?.id === sheetId ? { sheet, block: reference.block, found: find(planned, reference.block, (row, column) => textAt(sheet, row, column)) } : null;
    known.set(planned, found);
    return found;
  }

  private cell(ref: CellRef): FoundCell | null {
    const position = this.position(ref);
    return position && at(position.sheet, position.row, position.column);
  }
}

/** Header text of the hidden row key. */
export const ROW_KEY_LABEL = '行键';

function textAt(sheet: FoundSheet, row: number, column: number): string {
  return cellText(at(sheet, row, column)?.value ?? BLANK).trim();
}

function at(sheet: FoundSheet, row: number, column: number): FoundCell | null {
  const region = sheet.region;
  return region?.cells[row - region.row]?.[column - region.column] ?? null;
}
