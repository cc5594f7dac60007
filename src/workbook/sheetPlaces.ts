import type { CellBlock, PlannedSheet } from './plan';
import type { FoundName, FoundRegion, FoundSheet } from './snapshot';

/** Where a planned sheet stands in a workbook: its tab now, and its block of cells. */
export interface SheetPlace {
  readonly sheet: string;
  readonly block: CellBlock;
}

/** A sheet is where its region name points, whatever its tab is called; when that name is lost, the tab of the planned name as large as planned. */
export function sheetPlace(planned: PlannedSheet, named: SheetPlace | null, tabs: ReadonlySet<string>): SheetPlace | null {
  if (named) return named;
  return tabs.has(planned.name) ? { sheet: planned.name, block: { row: 0, column: 0, rowCount: planned.rowCount, columnCount: planned.columnCount } } : null;
}

/** As many rows and columns as planned, from the first cell on: nothing was inserted or deleted, or as much of both. */
export function hasPlannedShape(planned: PlannedSheet, { region }: Pick<FoundSheet, 'region'>): boolean {
  return region !== null && region.row === 0 && region.column === 0 && region.cells.length === planned.rowCount && (region.cells[0]?.length ?? 0) === planned.columnCount;
}

/** A copied sheet brings copies of our names, valid in that sheet only; those of whole sheets tell that it is a copy. */
export function namesOfCopies(names: readonly FoundName[], planned: readonly PlannedSheet[]): readonly FoundName[] {
  const regionNames = new Set(planned.map((sheet) => sheet.regionName));
  return names.filter(({ name, scope }) => scope !== null && regionNames.has(name));
}

/** Tabs with the planned sheet each of them is, and its cells. `regions` by planned id. */
export function recognisedSheets(tabs: readonly Omit<FoundSheet, 'id' | 'region'>[], regions: ReadonlyMap<string, FoundRegion & { readonly sheet: string }>): readonly FoundSheet[] {
  const ids = new Map([...regions].map(([id, { sheet }]) => [sheet, id]));
  return tabs.map((tab): FoundSheet => {
    const id = ids.get(tab.name) ?? null;
    const found = id === null ? undefined : regions.get(id);
    return { ...tab, id, region: found ? { row: found.row, column: found.column, cells: found.cells, truncated: found.truncated } : null };
  });
}
