import { blockAddress, cellAddress, parseReference } from '../values/address';
import { cellText, isBlank } from '../values/cell';
import type { CellContent, Change, SheetRef } from './change';
import { mentionsTab, normalFormula, withTabs } from './formulaText';
import { misplacedLines } from './misplacedLines';
import type { Plan, PlannedCell, PlannedName, PlannedSheet } from './plan';
import { hasPlannedShape } from './sheetPlaces';
import type { FoundCell, FoundSheet, Snapshot } from './snapshot';

/** What a workbook lacks against its plan, and what it has that the plan does not say. */
export interface Difference {
  /** Adds what is missing; never touches a filled cell. In this order. */
  readonly changes: readonly Change[];
  /** Tab names taken by sheets that are not ours: nothing may be written until they are renamed. */
  readonly taken: readonly string[];
  /** Typed cells that are filled and are kept. */
  readonly filled: readonly CellPlace[];
  /** Computed or fixed cells that differ from the plan: replaced formulas, changed labels. */
  readonly drift: readonly Drift[];
  /** Computed cells that are blank; `changes` puts them back. */
  readonly emptied: readonly Drift[];
}

export interface CellPlace {
  readonly sheet: string;
  readonly address: string;
}

/** A locked cell that does not hold what is planned, and the change that puts it right. */
export interface Drift extends CellPlace {
  readonly field: string | null;
  readonly expected: string;
  readonly found: string;
  readonly back: Change;
}

/**
 * Compares cell by cell where a sheet still stands as planned. A sheet whose rows or columns moved is not compared, nor are formulas
 * elsewhere that refer to it: they moved along, and what the plan says of their places would be wrong (see `misplacedLines`).
 */
export function difference(plan: Plan, snapshot: Snapshot): Difference {
  const found = new Map(snapshot.sheets.flatMap((sheet) => (sheet.id === null ? [] : [[sheet.id, sheet] as const])));
  const renamed = new Map(plan.sheets.flatMap(({ id, name }): readonly (readonly [string, string])[] => {
    const now = found.get(id)?.name ?? name;
    return now === name ? [] : [[name, now]];
  }));
  const taken = snapshot.store ? [] : plan.sheets.filter((sheet) => found.has(sheet.id) && !hasRegionName(sheet, snapshot)).map((sheet) => sheet.name);
  const missing = plan.sheets.filter((sheet) => !found.has(sheet.id));
  const present = plan.sheets.filter((sheet) => found.has(sheet.id) && !taken.includes(sheet.name));
  const misplaced = misplacedLines(plan, snapshot);
  const moved = new Set([...misplaced.keys()].flatMap((id) => found.get(id)?.name ?? []));
  const compared = present.map((sheet) => compareSheet(sheet, misplaced.has(sheet.id) ? undefined : found.get(sheet.id), renamed, moved));
  const emptied = compared.flatMap((each) => each.emptied);
  const shaped = new Set([...missing.map((sheet) => sheet.id), ...compared.filter((each) => each.shaped).map((each) => each.sheet.id)]);
  const names = plan.names.filter((name) => shaped.has(name.sheet) && !namedRight(name, snapshot, found.get(name.sheet))).map((name): Change => ({
    kind: 'addName', name, sheet: sheetRef(plan, found.get(name.sheet), name.sheet),
  }));
  return {
    changes: [
      ...missing.map((sheet): Change => ({ kind: 'addSheet', sheet, position: plan.sheets.indexOf(sheet) })),
      ...names,
      ...emptied.map(({ back }) => back),
    ],
    taken, filled: compared.flatMap((each) => each.filled), drift: compared.flatMap((each) => each.drift), emptied,
  };
}

/** Tab names now, by planned sheet id, for formulas of sheets that are added later. */
export function tabNames(snapshot: Snapshot): ReadonlyMap<string, string> {
  return new Map(snapshot.sheets.flatMap((sheet) => (sheet.id === null ? [] : [[sheet.id, sheet.name] as const])));
}

interface Comparison {
  readonly sheet: PlannedSheet;
  readonly shaped: boolean;
  readonly filled: readonly CellPlace[];
  readonly drift: readonly Drift[];
  readonly emptied: readonly Drift[];
}

/** `renamed`: tabs by planned name, because formulas name them as they are now; `moved`: tabs whose cells are elsewhere. */
function compareSheet(sheet: PlannedSheet, found: FoundSheet | undefined, renamed: ReadonlyMap<string, string>, moved: ReadonlySet<string>): Comparison {
  const region = found?.region;
  if (!found || !region || !hasPlannedShape(sheet, found)) return { sheet, shaped: false, filled: [], drift: [], emptied: [] };
  const filled: CellPlace[] = [], drift: Drift[] = [], emptied: Drift[] = [];
  for (const asPlanned of sheet.cells) {
    const planned = asPlanned.formula === undefined || renamed.size === 0 ? asPlanned : { ...asPlanned, formula: withTabs(asPlanned.formula, renamed) };
    const cell = region.cells[planned.row]?.[planned.column];
    if (!cell || (planned.formula !== undefined && mentionsTab(planned.formula, moved))) continue;
    const place = (): CellPlace => ({ sheet: found.name, address: cellAddress(planned.row, planned.column) });
    if (!planned.locked) {
      if (planned.role !== 'key' && !isBlank(cell.value)) filled.push(place());
    } else if (standsDifferent(planned, cell)) {
      const isEmptied = planned.formula !== undefined && cell.formula === null && isBlank(cell.value);
      (isEmptied ? emptied : drift).push({
        ...place(), field: planned.field ?? null, expected: shownContent(planned.formula, planned), found: cell.formula ?? cellText(cell.value),
        back: plannedBack({ id: sheet.id, name: found.name }, planned, cell),
      });
    }
  }
  return { sheet, shaped: true, filled, drift, emptied };
}

function standsDifferent(planned: PlannedCell, cell: FoundCell): boolean {
  if (planned.formula !== undefined) {
    const formula = `=${planned.formula}`;
    return cell.formula === null || (cell.formula !== formula && normalFormula(cell.formula) !== normalFormula(formula));
  }
  return planned.field === undefined && planned.role !== 'end' && cellText(cell.value) !== cellText(planned.value);
}

function shownContent(formula: string | undefined, planned: PlannedCell): string {
  return formula === undefined ? cellText(planned.value) : `=${formula}`;
}

function plannedBack(sheet: SheetRef, planned: PlannedCell, cell: FoundCell): Change {
  const content: CellContent = planned.formula === undefined ? { value: planned.value } : { formula: `=${planned.formula}` };
  return {
    kind: 'restoreFormulas', sheet, block: { row: planned.row, column: planned.column, rowCount: 1, columnCount: 1 },
    cells: [[content]], before: [[cell.formula === null ? { value: cell.value } : { formula: cell.formula }]],
  };
}

function hasRegionName(sheet: PlannedSheet, snapshot: Snapshot): boolean {
  return snapshot.names.some((name) => name.name === sheet.regionName && name.scope === null);
}

/** Points where the plan says: the sheet still has its shape, so nothing else is right. */
function namedRight(planned: PlannedName, snapshot: Snapshot, sheet: FoundSheet | undefined): boolean {
  return snapshot.names.some((name) => {
    const place = name.name === planned.name && name.scope === null ? parseReference(name.reference) : null;
    return place !== null && place.sheet === sheet?.name && blockAddress(place.block) === blockAddress(planned.block);
  });
}

function sheetRef(plan: Plan, found: FoundSheet | undefined, id: string): SheetRef {
  return { id, name: found?.name ?? plan.sheets.find((sheet) => sheet.id === id)?.name ?? id };
}
