import type { CellValue } from '../values/cell';

/**
 * What was found in a workbook at one moment, from Excel or from a file. Rows and columns are 0-based positions in the sheet.
 */
export interface Snapshot {
  /** Every sheet of the workbook in tab order; cells only of those that belong to the plan. */
  readonly sheets: readonly FoundSheet[];
  readonly names: readonly FoundName[];
  readonly calculation: 'automatic' | 'manual' | 'unknown';
  /** Sheets cannot be added, deleted or renamed. */
  readonly structureProtected: boolean;
  /** One sheet with nothing in it, as Excel makes it; left out where nobody looked. */
  readonly blank?: boolean;
  /** The pack and journal found in the very hidden sheet; null in a workbook that is not ours. */
  readonly store: StoredText | null;
}

/** Raw text of the store: pack JSON, its hash, layout version, journal. Read with `workbook/store`. */
export interface StoredText {
  readonly pack: string;
  readonly packHash: string;
  readonly layoutVersion: number;
  readonly journal: string;
}

export interface FoundSheet {
  /** Planned id when the sheet was recognised by its region name, else by its tab name; null for the user's own sheets. */
  readonly id: string | null;
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly protection: 'none' | 'ours' | 'password';
  readonly hasFilter: boolean;
  /** Cells of the planned region, or of the used range clipped to the plan's size when the region name is gone. */
  readonly region: FoundRegion | null;
}

export interface FoundRegion {
  readonly row: number;
  readonly column: number;
  /** Row by row. */
  readonly cells: readonly (readonly FoundCell[])[];
  /** Blocks merged by the user over the region are known only where the host tells. */
  readonly truncated: boolean;
}

export interface FoundCell {
  readonly value: CellValue;
  /** With the leading `=`, or null. */
  readonly formula: string | null;
  /** The day a number shows as, yyyy-mm-dd, where its number format is a date; known of files only. */
  readonly shownAsDate?: string;
}

/** A defined name. `reference` is its formula text, e.g. `=收入!$B$5`; `#REF!` when it lost its cell. */
export interface FoundName {
  readonly name: string;
  readonly reference: string;
  /** Null for workbook scope, else the sheet's tab name. */
  readonly scope: string | null;
}
