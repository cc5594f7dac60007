import { blockAddress, parseReference } from '../values/address';
import { fail, ok, type Result } from '../values/result';
import type { Plan, PlannedSheet } from '../workbook/plan';
import { namesOfCopies, recognisedSheets, sheetPlace, type SheetPlace } from '../workbook/sheetPlaces';
import type { FoundCell, FoundSheet, Snapshot } from '../workbook/snapshot';
import { readStoreSheet, STORE_SHEET, type StoreContents } from '../workbook/storeSheet';
import { foundCells, table } from './cellContent';
import { decisionOn, type HostFailure } from './hostErrors';
import { OUR_PROTECTION } from '../workbook/sheetSettings';
import type { Batch } from './runExcel';

/** What a look found; the steps of the journal with their numbers, for the next write. */
export interface Look {
  readonly snapshot: Snapshot;
  readonly store: StoreContents | null;
  /** Names of all cell styles. */
  readonly styles: ReadonlySet<string>;
}

/** Sends a request that may be repeated. */
export type Read = <T>(batch: Batch<T>) => Promise<Result<T, HostFailure>>;

/**
 * Reads everything the product needs: sheets, names, store and, with a plan, the cells of its regions. One request for regions whose
 * names are `known` from before; a second one only for regions whose name is new or lost, or that Excel would not answer in one piece.
 */
export async function look(plan: Plan | null, known: ReadonlySet<string>, read: Read): Promise<Result<Look, HostFailure>> {
  const planned = plan?.sheets ?? [];
  const expected = planned.filter(({ regionName }) => known.has(regionName));
  let first = await readAll(expected, read);
  if (!first.ok && decisionOn(first.error) === 'halve' && expected.length > 0) first = await readAll([], read);
  if (!first.ok) return first;
  const { frame, named } = first.value;
  const regions = new Map<string, Region>();
  const again: Want[] = [];
  const tabs = new Set(frame.sheets.map(({ name }) => name));
  for (const sheet of planned) {
    const found = named.get(sheet.id) ?? null;
    const place = sheetPlace(sheet, found?.place ?? frame.places.get(sheet.regionName) ?? null, tabs);
    if (found?.cells) regions.set(sheet.id, { ...found.place, cells: found.cells });
    else if (place) again.push({ id: sheet.id, ...place });
  }
  const rest = await readRegions(again, read);
  if (!rest.ok) return rest;
  for (const [id, region] of rest.value) regions.set(id, region);
  const own = new Set([...regions.values()].map((region) => region.sheet));
  const copies = await readCopies(frame.sheets.flatMap(({ name }) => (!own.has(name) && COPY.test(name) ? [name] : [])), planned, read);
  if (!copies.ok) return copies;
  return ok({ snapshot: snapshotOf(frame, regions, copies.value), store: frame.store, styles: frame.styles });
}

/** Excel's name for a copied tab: 收入 (2). */
const COPY = /\(\d+\)$/;

/** Names of a sheet's own, which tell that it is a copy, are asked only of tabs named like one. */
async function readCopies(tabs: readonly string[], planned: readonly PlannedSheet[], read: Read): Promise<Result<Snapshot['names'], HostFailure>> {
  if (tabs.length === 0 || planned.length === 0) return ok([]);
  return read((context) => {
    const asked = tabs.map((tab) => {
      const { names } = context.workbook.worksheets.getItem(tab);
      names.load('items/name,items/formula');
      return { tab, names };
    });
    return () => namesOfCopies(asked.flatMap(({ tab, names }) => names.items.map((name) => ({ name: name.name, reference: String(name.formula), scope: tab }))), planned);
  });
}

interface Region extends SheetPlace {
  readonly cells: readonly (readonly FoundCell[])[];
}

interface Want extends SheetPlace {
  readonly id: string;
}

/** The workbook without its regions. */
interface Frame {
  readonly sheets: readonly Omit<FoundSheet, 'id' | 'region'>[];
  readonly names: Snapshot['names'];
  /** Where the names that are one plain block stand. */
  readonly places: ReadonlyMap<string, SheetPlace>;
  readonly calculation: Snapshot['calculation'];
  readonly structureProtected: boolean;
  readonly blank: boolean;
  readonly store: StoreContents | null;
  readonly styles: ReadonlySet<string>;
}

interface NamedRegion {
  readonly place: SheetPlace;
  /** Null when Excel answered incompletely. */
  readonly cells: readonly (readonly FoundCell[])[] | null;
}

function readAll(planned: readonly PlannedSheet[], read: Read): Promise<Result<{ readonly frame: Frame; readonly named: ReadonlyMap<string, NamedRegion> }, HostFailure>> {
  return read((context) => {
    const collectFrame = askFrame(context.workbook);
    const asked = planned.map((sheet) => {
      const range = context.workbook.names.getItemOrNullObject(sheet.regionName).getRangeOrNullObject();
      range.load('address,values,formulas,valueTypes');
      return { sheet, range };
    });
    return () => ({
      frame: collectFrame(),
      named: new Map(asked.flatMap(({ sheet, range }) => {
        const place = range.isNullObject ? null : parseReference(range.address);
        return place ? [[sheet.id, { place, cells: foundCells(range, place.block.rowCount, place.block.columnCount) }] as const] : [];
      })),
    });
  });
}

function askFrame(workbook: Excel.Workbook): () => Frame {
  const { worksheets, names, application, protection, styles } = workbook;
  worksheets.load('items/name,items/visibility,items/protection/protected,items/protection/options,items/autoFilter/isDataFiltered');
  names.load('items/name,items/formula');
  styles.load('items/name');
  application.load('calculationMode');
  protection.load('protected');
  const store = worksheets.getItemOrNullObject(STORE_SHEET).getUsedRangeOrNullObject(true);
  const used = worksheets.getActiveWorksheet().getUsedRangeOrNullObject(true);
  used.load('address');
  store.load('address,values');
  return () => ({
    sheets: worksheets.items.map(frameOf),
    names: names.items.map((name) => ({ name: name.name, reference: String(name.formula), scope: null })),
    places: new Map(names.items.flatMap((name) => {
      const place = parseReference(String(name.formula));
      return place ? [[name.name, place] as const] : [];
    })),
    calculation: application.calculationMode === 'Manual' ? 'manual' : 'automatic',
    structureProtected: protection.protected,
    blank: worksheets.items.filter((sheet) => sheet.name !== STORE_SHEET).length === 1 && isNull(used),
    store: storeOf(store),
    styles: new Set(styles.items.map(({ name }) => name)),
  });
}

function frameOf(sheet: Excel.Worksheet): Omit<FoundSheet, 'id' | 'region'> {
  return {
    name: sheet.name,
    visibility: sheet.visibility === 'Visible' ? 'visible' : sheet.visibility === 'Hidden' ? 'hidden' : 'veryHidden',
    protection: !sheet.protection.protected ? 'none' : isOurs(sheet.protection.options) ? 'ours' : 'password',
    hasFilter: sheet.autoFilter.isDataFiltered,
  };
}

/** Office.js tells of passwords only on the web: protection with other permissions than ours is somebody else's and is left alone. */
function isOurs(options: Excel.WorksheetProtectionOptions): boolean {
  return options.allowFormatColumns === OUR_PROTECTION.allowFormatColumns && options.allowFormatRows === OUR_PROTECTION.allowFormatRows
    && !options.allowInsertRows && !options.allowInsertColumns && !options.allowFormatCells && !options.allowDeleteRows && !options.allowDeleteColumns;
}

function isNull(range: Excel.Range): boolean {
  return range.isNullObject;
}

function storeOf(range: Excel.Range): StoreContents | null {
  if (range.isNullObject) return null;
  const place = parseReference(range.address);
  const rows = place && place.block.row === 0 && place.block.column === 0 ? table(range.values, place.block.rowCount, place.block.columnCount) : null;
  return rows && readStoreSheet(rows.map((row) => row.map(String)));
}

/** Reads blocks of rows; what Excel finds too large or answers incompletely is halved, down to a single row. */
async function readRegions(wants: readonly Want[], read: Read): Promise<Result<ReadonlyMap<string, Region>, HostFailure>> {
  if (wants.length === 0) return ok(new Map());
  const answer = await read((context) => {
    const asked = wants.map((want) => {
      const range = context.workbook.worksheets.getItem(want.sheet).getRange(blockAddress(want.block));
      range.load('values,formulas,valueTypes');
      return { want, range };
    });
    return () => asked.map(({ want, range }) => ({ want, cells: foundCells(range, want.block.rowCount, want.block.columnCount) }));
  });
  if (!answer.ok && decisionOn(answer.error) !== 'halve') return answer;
  const parts = answer.ok ? answer.value : wants.map((want) => ({ want, cells: null }));
  const regions = new Map<string, Region>();
  for (const { want, cells } of parts) {
    const whole = cells ? ok(cells) : await readHalves(want, wants.length > 1 && !answer.ok, read);
    if (!whole.ok) return whole;
    regions.set(want.id, { sheet: want.sheet, block: want.block, cells: whole.value });
  }
  return ok(regions);
}

/** One region in smaller pieces; `untried` when it was refused only together with others. */
async function readHalves(want: Want, untried: boolean, read: Read): Promise<Result<readonly (readonly FoundCell[])[], HostFailure>> {
  const { row, rowCount } = want.block;
  if (rowCount === 1 && !untried) return fail({ code: 'IncompleteAnswer', raw: 'IncompleteAnswer', place: { sheet: want.sheet, address: blockAddress(want.block) } });
  const half = untried ? rowCount : Math.ceil(rowCount / 2);
  const blocks = [{ ...want.block, rowCount: half }, { ...want.block, row: row + half, rowCount: rowCount - half }].filter((block) => block.rowCount > 0);
  const rows: (readonly FoundCell[])[] = [];
  for (const block of blocks) {
    const part = await readRegions([{ ...want, block }], read);
    if (!part.ok) return part;
    rows.push(...part.value.get(want.id)?.cells ?? []);
  }
  return ok(rows);
}

function snapshotOf(frame: Frame, regions: ReadonlyMap<string, Region>, copies: Snapshot['names']): Snapshot {
  const found = new Map([...regions].map(([id, { sheet, block, cells }]) => [id, { sheet, row: block.row, column: block.column, cells, truncated: false }]));
  return {
    sheets: recognisedSheets(frame.sheets, found),
    names: [...frame.names, ...copies], calculation: frame.calculation, structureProtected: frame.structureProtected, blank: frame.blank, store: frame.store?.text ?? null,
  };
}
