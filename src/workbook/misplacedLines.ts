import { cellText, isBlank } from '../values/cell';
import { parseReference } from '../values/address';
import { align, type Matched } from './alignment';
import { runsOf } from './areas';
import type { Plan, PlannedCell, PlannedList, PlannedSheet } from './plan';
import { hasPlannedShape } from './sheetPlaces';
import type { FoundCell, FoundRegion, FoundSheet, Snapshot } from './snapshot';

/** Whole rows or columns to insert or delete; `at` counts as the sheet stands when the edit's turn comes. */
export interface LineEdit {
  readonly axis: 'row' | 'column';
  readonly kind: 'insert' | 'delete';
  readonly at: number;
  readonly count: number;
}

/** Sheet rows or sheet columns that are not where the plan has them. */
export interface Lines {
  /** As found: inserted by somebody. */
  readonly extra: readonly number[];
  /** Of those the ones that hold something, which nobody may delete unasked. */
  readonly filled: readonly number[];
  /** As planned: deleted by somebody. */
  readonly missing: readonly number[];
}

/** What was inserted into a sheet and deleted from it. */
export interface MisplacedLines {
  readonly rows: Lines;
  readonly columns: Lines;
  /** Rows that somebody inserted into the room of a list and that stay there, as planned positions: they lack looks and formulas. */
  readonly adopted: readonly number[];
  /** Nothing but rows without content in the room of lists, which are read as rows not used. */
  readonly spareRoom: boolean;
  /** So many of the plan's labels are found that there is no doubt which line is which. */
  readonly certain: boolean;
}

/** Every sheet whose rows or columns moved, by planned id. */
export function misplacedLines(plan: Plan, snapshot: Snapshot): ReadonlyMap<string, MisplacedLines> {
  const known = answers.get(snapshot)?.get(plan);
  if (known) return known;
  const answer = new Map(plan.sheets.flatMap((sheet) => {
    const found = snapshot.sheets.find(({ id }) => id === sheet.id);
    if (!found?.region || standsAsPlanned(sheet, found)) return [];
    const lines = compare(sheet, found.region, anchorsOf(plan, sheet, found.name, found.region, snapshot));
    return lines ? [[sheet.id, lines] as const] : [];
  }));
  answers.set(snapshot, (answers.get(snapshot) ?? new WeakMap<Plan, ReadonlyMap<string, MisplacedLines>>()).set(plan, answer));
  return answer;
}

/** A snapshot is asked several times in one check. */
const answers = new WeakMap<Snapshot, WeakMap<Plan, ReadonlyMap<string, MisplacedLines>>>();

/** What puts the lines right: first what is not of the plan goes, from the end, then what is missing comes, from the start. */
export function editsFor({ rows, columns }: MisplacedLines): readonly LineEdit[] {
  return [...editsAlong('row', rows), ...editsAlong('column', columns)];
}

function editsAlong(axis: LineEdit['axis'], { extra, missing }: Lines): readonly LineEdit[] {
  return [
    ...[...runsOf(extra)].reverse().map(({ first, count }): LineEdit => ({ axis, kind: 'delete', at: first, count })),
    ...runsOf(missing).map(({ first, count }): LineEdit => ({ axis, kind: 'insert', at: first, count })),
  ];
}

/** Rows and columns that edits bring back, as planned positions. */
export function insertedLines(edits: readonly LineEdit[]): { readonly rows: ReadonlySet<number>; readonly columns: ReadonlySet<number> } {
  const along = (axis: LineEdit['axis']): ReadonlySet<number> => new Set(edits.filter((edit) => edit.kind === 'insert' && edit.axis === axis)
    .flatMap(({ at, count }) => Array.from({ length: count }, (_, index) => at + index)));
  return { rows: along('row'), columns: along('column') };
}

/** Planned cells of the rows and columns that come back. */
export function cellsComingBack({ edits, planned }: { readonly edits: readonly LineEdit[]; readonly planned: PlannedSheet }): readonly PlannedCell[] {
  const { rows, columns } = insertedLines(edits);
  return planned.cells.filter(({ row, column }) => rows.has(row) || columns.has(column));
}

/** A fixed text: what tells rows and columns apart. */
export function isLabel(cell: PlannedCell): boolean {
  return cell.locked && cell.formula === undefined && cell.field === undefined && !isBlank(cell.value);
}

function standsAsPlanned(sheet: PlannedSheet, found: FoundSheet): boolean {
  if (!hasPlannedShape(sheet, found)) return false;
  return sheet.cells.every((cell) => !isLabel(cell) || textOf(found.region?.cells[cell.row]?.[cell.column]) === labelText(cell));
}

/** What names tell of rows and columns, beside labels; as positions in the found region. */
interface Anchors {
  /** Where names of single planned rows refer to now; null when they lost their cell. */
  readonly rows: ReadonlyMap<number, number | null>;
  /** The same of single columns. */
  readonly columns: ReadonlyMap<number, number | null>;
  /** Rows in the room of lists, as the names of the lists have it. */
  readonly room: ReadonlyMap<number, PlannedList>;
  /** The name of the whole sheet still refers to it; without it nobody knows where its last line is. */
  readonly whole: boolean;
}

function anchorsOf(plan: Plan, sheet: PlannedSheet, tab: string, region: FoundRegion, snapshot: Snapshot): Anchors {
  const references = new Map(snapshot.names.flatMap(({ name, scope, reference }) => (scope === null ? [[name, parseReference(reference)] as const] : [])));
  const rows = new Map<number, number | null>(), columns = new Map<number, number | null>();
  const room = new Map<number, PlannedList>();
  for (const { name, block } of plan.names.filter((each) => each.sheet === sheet.id)) {
    const place = references.get(name);
    const now = place?.sheet === tab ? place.block : null;
    if (block.rowCount === 1) rows.set(block.row, now ? now.row - region.row : null);
    if (block.columnCount === 1) columns.set(block.column, now ? now.column - region.column : null);
    const list = sheet.lists.find(({ startRow, endRow }) => block.row === startRow && block.rowCount === endRow - startRow + 1);
    for (let row = 1; list && now && row < now.rowCount - 1; row += 1) room.set(now.row + row - region.row, list);
  }
  return { rows, columns, room, whole: references.get(sheet.regionName)?.sheet === tab };
}

/**
 * Costs of taking a planned line and a found one for each other. A label overtyped in place is cheaper than a line that went and
 * another that came; two lines that changed places are dearer than one that was moved, which is not undone by itself.
 */
const COST = { missing: 20, blank: 20, unused: 22, filled: 32, noLabel: 40, noLabels: 50, noLabelBlank: 38, bare: 10, bareFilled: 8, elsewhere: 6, unlike: 16, namedElsewhere: 10, nameLost: 5 } as const;

/** Share of the labels that must be found. */
const CERTAIN = 0.6;

function compare(sheet: PlannedSheet, region: FoundRegion, anchors: Anchors): MisplacedLines | null {
  const found = region.cells.map((cells, index) => foundRow(cells, anchors.room.get(index), sheet));
  const byAllLabels = alignRows(plannedRows(sheet), found, anchors);
  const { matched: columns, blank, clear: columnsClear } = alignColumns(sheet, region, byAllLabels.matched, anchors);
  // Rows are not told apart by labels that went with their column.
  const planned = plannedRows({ ...sheet, cells: sheet.cells.filter(({ column }) => (columns[column] ?? null) !== null) });
  const { matched: rows, clear: rowsClear } = columns.includes(null) ? alignRows(planned, found, anchors) : byAllLabels;
  const answer = {
    rows: linesOf(rows, found.map(({ state }) => state !== 'filled'), region.row), columns: linesOf(columns, blank, region.column),
    adopted: planned.flatMap(({ list, formulas }, p) => {
      const row = found[rows[p] ?? -1];
      return list && formulas > 0 && row?.formulas === 0 ? [p] : [];
    }),
  };
  if ([answer.rows, answer.columns].every(({ extra, missing }) => extra.length + missing.length === 0)) return null;
  const spareRoom = answer.rows.missing.length + answer.columns.extra.length + answer.columns.missing.length + answer.adopted.length === 0
    && answer.rows.extra.every((row) => anchors.room.has(row - region.row) && !answer.rows.filled.includes(row));
  return { ...answer, spareRoom, certain: anchors.whole && rowsClear && columnsClear && isCertain(sheet, region, rows, columns, answer) };
}

/** `clear`: no other way is as cheap, rows of a list and blank lines aside. */
interface AlignedLines {
  readonly matched: Matched;
  readonly clear: boolean;
}

function alignRows(planned: readonly PlannedRow[], found: readonly FoundRow[], anchors: Anchors): AlignedLines {
  // A row with all labels of a planned one is none without labels.
  const labelled = found.map(({ texts }) => planned.some(({ labels }) => labels.length > 0 && labels.every((text) => texts.has(text))));
  const { last, first } = align(planned.length, found.length, {
    missing: () => COST.missing,
    extra: (f) => COST[found[f]?.state ?? 'blank'],
    same: (p, f) => nameCost(anchors.rows.get(p), f) + rowCost(planned[p], found[f], f, anchors, labelled[f] === true),
  });
  const blankAt = (f: number | null): boolean => f === null || found[f]?.state === 'blank';
  return { matched: last, clear: last.every((f, p) => f === first[p] || planned[p]?.list !== undefined || (blankAt(f) && blankAt(first[p] ?? null))) };
}

function linesOf(matched: Matched, deletable: readonly boolean[], offset: number): Lines {
  const taken = new Set(matched);
  const extra = deletable.flatMap((_, index) => (taken.has(index) ? [] : [index]));
  return {
    // Lines above or left of the region are not of the plan either.
    extra: [...Array.from({ length: offset }, (_, index) => index), ...extra.map((index) => index + offset)],
    filled: extra.filter((index) => deletable[index] !== true).map((index) => index + offset),
    missing: matched.flatMap((found, index) => (found === null ? [index] : [])),
  };
}

/** Labels are where they should be, and where lines went, enough of those left have one to tell which. */
function isCertain(sheet: PlannedSheet, region: FoundRegion, rows: Matched, columns: Matched, { rows: movedRows, columns: movedColumns }: Pick<MisplacedLines, 'rows' | 'columns'>): boolean {
  const labels = sheet.cells.filter(isLabel);
  const left = labels.filter((cell) => (rows[cell.row] ?? null) !== null && (columns[cell.column] ?? null) !== null);
  const there = left.filter((cell) => textOf(region.cells[rows[cell.row] ?? -1]?.[columns[cell.column] ?? -1]) === labelText(cell));
  const enough = (moved: Lines, line: 'row' | 'column', matched: Matched): boolean => {
    const isPlain = moved.missing.length === 0 && (moved.extra.length === 0 || movedRows.missing.length + movedColumns.missing.length === 0);
    if (isPlain) return true;
    const marked = new Set(labels.map((cell) => cell[line]).filter((at) => (matched[at] ?? null) !== null));
    return new Set(there.map((cell) => cell[line])).size >= CERTAIN * marked.size;
  };
  return there.length >= CERTAIN * left.length && enough(movedRows, 'row', rows) && enough(movedColumns, 'column', columns);
}

interface PlannedRow {
  readonly labels: readonly string[];
  readonly formulas: number;
  readonly list: PlannedList | undefined;
  readonly typed: boolean;
}

function plannedRows(sheet: PlannedSheet): readonly PlannedRow[] {
  const lines: PlannedCell[][] = Array.from({ length: sheet.rowCount }, () => []);
  for (const cell of sheet.cells) lines[cell.row]?.push(cell);
  return lines.map((cells, row) => ({
    labels: cells.filter(isLabel).map(labelText), formulas: cells.filter(({ formula }) => formula !== undefined).length,
    list: sheet.lists.find(({ firstRow, room }) => row >= firstRow && row < firstRow + room), typed: cells.some(({ locked }) => !locked),
  }));
}

interface FoundRow {
  readonly texts: ReadonlySet<string>;
  readonly formulas: number;
  /** `unused`: a row of a list with nothing of its own but formulas and its key. */
  readonly state: 'blank' | 'unused' | 'filled';
}

function foundRow(cells: readonly FoundCell[], list: PlannedList | undefined, sheet: PlannedSheet): FoundRow {
  const own = new Map(sheet.cells.filter(({ row }) => row === list?.firstRow).map((cell) => [cell.column, cell]));
  const isUnused = list !== undefined && cells.every((cell, column) => {
    const planned = own.get(column);
    return cell.formula !== null || isBlank(cell.value) || planned?.role === 'key' || (planned !== undefined && isLabel(planned) && textOf(cell) === labelText(planned));
  });
  return {
    texts: new Set(cells.map(textOf)), formulas: cells.filter(({ formula }) => formula !== null).length,
    state: cells.every(isBlankCell) ? 'blank' : isUnused ? 'unused' : 'filled',
  };
}

function nameCost(now: number | null | undefined, found: number): number {
  if (now === undefined || now === found) return 0;
  return now === null ? COST.nameLost : COST.namedElsewhere;
}

function rowCost(planned: PlannedRow | undefined, found: FoundRow | undefined, at: number, { room }: Anchors, isLabelled: boolean): number {
  if (!planned || !found) return COST.noLabel;
  const blank = found.state === 'blank';
  const hits = planned.labels.filter((text) => found.texts.has(text)).length;
  if (planned.list) {
    const elsewhere = room.get(at) !== planned.list && (room.has(at) || isLabelled) ? COST.elsewhere : 0;
    const beside = planned.labels.length === 0 ? 0 : Math.round(labelCost(hits, planned.labels.length, blank) / 2);
    const bare = planned.formulas === 0 || found.formulas > 0 ? 0 : blank ? COST.bare : COST.bareFilled;
    return elsewhere + beside + bare;
  }
  if (planned.labels.length > 0) return labelCost(hits, planned.labels.length, blank);
  if (isLabelled || (room.has(at) && !blank)) return COST.unlike;
  return blank || planned.typed || (planned.formulas > 0 && found.formulas > 0) ? 0 : COST.unlike;
}

function labelCost(hits: number, all: number, blank: boolean): number {
  if (hits === 0) return blank ? COST.noLabelBlank : all > 1 ? COST.noLabels : COST.noLabel;
  return Math.round(COST.noLabel * (1 - hits / all));
}

/** Columns by what stands in the rows that were found again. */
function alignColumns(sheet: PlannedSheet, region: FoundRegion, rows: Matched, anchors: Anchors): AlignedLines & { readonly blank: readonly boolean[] } {
  const width = region.cells[0]?.length ?? 0;
  const blank = Array.from({ length: width }, (_, column) => region.cells.every((row) => isBlankCell(row[column])));
  const marks: PlannedCell[][] = Array.from({ length: sheet.columnCount }, () => []);
  for (const cell of sheet.cells) if ((isLabel(cell) || cell.formula !== undefined) && (rows[cell.row] ?? null) !== null) marks[cell.column]?.push(cell);
  const { last, first } = align(sheet.columnCount, width, {
    missing: () => COST.missing,
    extra: (f) => (blank[f] ? COST.blank : COST.filled),
    same: (p, f) => {
      const wanted = marks[p] ?? [];
      const name = nameCost(anchors.columns.get(p), f);
      if (wanted.length === 0) return name;
      const hits = wanted.filter((cell) => {
        const at = region.cells[rows[cell.row] ?? -1]?.[f];
        return cell.formula === undefined ? textOf(at) === labelText(cell) : at !== undefined && at.formula !== null;
      });
      return name + labelCost(hits.length, wanted.length, blank[f] === true);
    },
  });
  const blankAt = (f: number | null): boolean => f === null || blank[f] === true;
  return { matched: last, blank, clear: last.every((f, p) => f === first[p] || (blankAt(f) && blankAt(first[p] ?? null))) };
}

function labelText({ value }: PlannedCell): string {
  return cellText(value).trim();
}

function textOf(cell: FoundCell | undefined): string {
  return cell ? cellText(cell.value).trim() : '';
}

function isBlankCell(cell: FoundCell | undefined): boolean {
  return !cell || (cell.formula === null && isBlank(cell.value));
}
