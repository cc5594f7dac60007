import { parseReference } from '../values/address';
import { cellText } from '../values/cell';
import type { Message } from '../values/message';
import { fail, ok, type Result } from '../values/result';
import { namesOfCopies, recognisedSheets, sheetPlace, type SheetPlace } from '../workbook/sheetPlaces';
import type { CellBlock, Plan, PlannedSheet } from '../workbook/plan';
import type { FoundName, FoundRegion, FoundSheet, Snapshot } from '../workbook/snapshot';
import { readStoreSheet, STORE_SHEET } from '../workbook/storeSheet';
import { fileMessage, shownName, type FileFault } from './reading/fileFaults';
import { notAWorkbook } from './reading/fileKind';
import { LIMITS } from './reading/limits';
import { openPackage, type OpenPackage } from './reading/openPackage';
import { fileRemarks } from './reading/remarks';
import { SheetPart } from './reading/sheetPart';
import { readPart } from './reading/xml';
import { readZip } from './reading/zip';

/** A workbook file that was opened; its sheets are read when they are looked at. */
export interface XlsxFile {
  /** As it may be shown. */
  readonly name: string;
  /** What else the file holds and nobody opened: macros, links to other files, embedded objects. */
  readonly remarks: readonly Message[];
  /**
   * The same snapshot as a look at the workbook in Excel gives: without a plan only sheets, names and store, with one the cells of
   * its regions too. Errors: a part it needs is damaged or hostile.
   */
  look(plan: Plan | null): Result<Snapshot, Message>;
}

/**
 * Opens an .xlsx of whatever program. Nothing is run, followed or written by a name from the file, and everything is bounded.
 * Errors: every kind of file that is not a readable workbook, each with its own sentence and remedy (codes Z01–Z24).
 */
export function openXlsx(bytes: Uint8Array, name: string): Result<XlsxFile, Message> {
  const refuse = (fault: FileFault): Result<never, Message> => fail(fileMessage(name, fault));
  const other = notAWorkbook(bytes, name);
  if (other) return refuse(other);
  const entries = readZip(bytes);
  if (!entries.ok) return refuse(entries.error);
  const opened = openPackage(entries.value);
  if (!opened.ok) return refuse(opened.error);
  return ok({
    name: shownName(name), remarks: fileRemarks(name, entries.value, opened.value),
    look: (plan) => {
      const snapshot = look(opened.value, plan);
      return snapshot.ok ? snapshot : refuse(snapshot.error);
    },
  });
}

function look(file: OpenPackage, plan: Plan | null): Result<Snapshot, FileFault> {
  const { workbook } = file;
  const tabs: Omit<FoundSheet, 'id' | 'region'>[] = [];
  const regions = new Map<string, FoundRegion & { readonly sheet: string }>();
  const planned = plan?.sheets ?? [];
  const names = workbook.names();
  const places = placesOf(planned, names, workbook.sheets.map((sheet) => sheet.name));
  let filled = 0;
  let store: Snapshot['store'] = null;
  for (const { name, visibility } of workbook.sheets) {
    const at = [...places].find(([, place]) => place.sheet === name);
    const block = name === STORE_SHEET ? STORE_BLOCK : at ? withinLimits(at[1].block, at[1].planned) : null;
    const part = readSheet(file, name, block);
    if (!part.ok) return part;
    const { protection, hasFilter } = part.value;
    tabs.push({ name, visibility, protection, hasFilter });
    if (name === STORE_SHEET) store = readStoreSheet(part.value.cells().map((row) => row.map(({ value }) => cellText(value))))?.text ?? null;
    else if (part.value.filled) filled += 1;
    if (at && block) regions.set(at[0], { sheet: name, row: block.row, column: block.column, cells: part.value.cells(), truncated: block !== at[1].block });
  }
  return ok({
    sheets: recognisedSheets(tabs, regions),
    names: [...names.filter(({ scope }) => scope === null), ...namesOfCopies(names, planned)],
    calculation: workbook.calculation, structureProtected: workbook.structureProtected,
    blank: filled === 0 && tabs.filter(({ name }) => name !== STORE_SHEET).length === 1, store,
  });
}

const STORE_BLOCK: CellBlock = { row: 0, column: 0, rowCount: LIMITS.storeRows, columnCount: LIMITS.storeColumns };

interface PlannedPlace extends SheetPlace {
  readonly planned: PlannedSheet;
}

function placesOf(planned: readonly PlannedSheet[], names: readonly FoundName[], tabNames: readonly string[]): ReadonlyMap<string, PlannedPlace> {
  const tabs = new Set(tabNames);
  const references = new Map(names.filter(({ scope }) => scope === null).map(({ name, reference }) => [name, parseReference(reference)]));
  return new Map(planned.flatMap((sheet) => {
    const named = references.get(sheet.regionName) ?? null;
    const place = sheetPlace(sheet, named && tabs.has(named.sheet) ? named : null, tabs);
    return place ? [[sheet.id, { ...place, planned: sheet }] as const] : [];
  }));
}

/** A region name may claim the whole sheet; what people insert is far less. */
function withinLimits(block: CellBlock, planned: PlannedSheet): CellBlock {
  const rowCount = Math.min(block.rowCount, planned.rowCount + LIMITS.moreRows);
  const columnCount = Math.min(block.columnCount, planned.columnCount + LIMITS.moreColumns);
  return rowCount === block.rowCount && columnCount === block.columnCount ? block : { ...block, rowCount, columnCount };
}

function readSheet(file: OpenPackage, sheet: string, block: CellBlock | null): Result<SheetPart, FileFault> {
  const reader = new SheetPart(sheet, block, file);
  const entry = file.sheetEntry(sheet);
  // A chart sheet has no cells.
  const fault = entry ? readPart(entry, reader) : null;
  return fault ? fail(fault) : ok(reader);
}
