import type { Book } from './book';
import type { Cell } from './engine/cells';
import type { Happening } from './engine/watch';
import type { Visibility } from './engine/sheets';
import { isEntireColumn, isEntireRow, localAddress } from './grid';
import type { JsonObject } from './objects/json';

/** Number of an event on the wire, by the name in `_Register<Name>Event` (or `_RegisterEvent<Name>`). */
export const EVENT_TYPES: Readonly<Record<string, number>> = {
  DataChanged: 10,
  Activated: 11,
  Deactivated: 12,
  Added: 13,
  SelectionChanged: 14,
  Deleted: 15,
  Calculated: 16,
  FormatChanged: 18,
  RowSorted: 19,
  ColumnSorted: 20,
  SingleClicked: 21,
  RowHiddenChanged: 22,
  FormulaChanged: 23,
  ProtectionChanged: 24,
  NameChanged: 25,
  VisibilityChanged: 26,
  Moved: 27,
};

/** Who made something happen. */
export type Origin = 'user' | 'remote' | object;

export interface HostEvent {
  readonly type: number;
  /** null for events that only the collection knows. */
  readonly worksheetId: string | null;
  readonly origin: Origin;
  readonly message: JsonObject;
}

const value = (cell: Cell): JsonObject[string] => cell.value ?? '';

const SHIFTS = { Down: 'ShiftCellDown', Right: 'ShiftCellRight', Up: 'ShiftCellUp', Left: 'ShiftCellLeft' } as const;

function movedType(happening: Extract<Happening, { kind: 'moved' }>): string {
  const inserted = happening.shift === 'Down' || happening.shift === 'Right';
  const what = isEntireRow(happening.area) ? 'Row' : isEntireColumn(happening.area) ? 'Column' : 'Cell';
  return `${what}${inserted ? 'Inserted' : 'Deleted'}`;
}

/** The events Excel raises for one happening, in Excel's order. `source` and `triggerSource` depend on who listens. */
export function eventsOf(book: Book, happening: Happening, origin: Origin, previous: { active: string; visibility: Map<string, Visibility> }): HostEvent[] {
  const of = (name: keyof typeof EVENT_TYPES, worksheetId: string | null, message: JsonObject): HostEvent => ({
    type: EVENT_TYPES[name] ?? 0,
    worksheetId,
    origin,
    message,
  });
  switch (happening.kind) {
    case 'cells': {
      const { before, after, sheetId } = happening;
      const details =
        before && after
          ? { valueBefore: value(before), valueAfter: value(after), valueTypeBefore: before.type, valueTypeAfter: after.type }
          : {};
      const address = happening.areas.map((area) => localAddress(area)).join(',');
      return [of('DataChanged', sheetId, { changeType: 'RangeEdited', worksheetId: sheetId, address, shiftDirection: 'None', referenceId: `event:${sheetId}!${address}`, ...details })];
    }
    case 'moved': {
      const { sheetId } = happening.area;
      const address = localAddress(happening.area);
      const wholeLines = isEntireRow(happening.area) || isEntireColumn(happening.area);
      return [
        of('DataChanged', sheetId, {
          changeType: movedType(happening),
          worksheetId: sheetId,
          address,
          shiftDirection: wholeLines ? 'None' : SHIFTS[happening.shift],
          referenceId: `event:${sheetId}!${address}`,
        }),
      ];
    }
    case 'sheetAdded':
      return [of('Added', null, { worksheetId: happening.sheetId })];
    case 'sheetRemoved':
      return [of('Deleted', null, { worksheetId: happening.sheetId })];
    case 'renamed':
      return [of('NameChanged', happening.sheetId, { worksheetId: happening.sheetId, nameBefore: happening.before, nameAfter: happening.after })];
    case 'visibility': {
      const before = previous.visibility.get(happening.sheetId) ?? 'Visible';
      const after = book.engine.sheets.visibility(happening.sheetId);
      previous.visibility.set(happening.sheetId, after);
      return before === after ? [] : [of('VisibilityChanged', happening.sheetId, { worksheetId: happening.sheetId, visibilityBefore: before, visibilityAfter: after })];
    }
    case 'activated': {
      const left = previous.active;
      previous.active = happening.sheetId;
      const leaving = book.engine.sheets.exists(left) ? [of('Deactivated', left, { worksheetId: left })] : [];
      return [...leaving, of('Activated', happening.sheetId, { worksheetId: happening.sheetId })];
    }
    case 'selected': {
      const { sheetId } = happening.area;
      return [of('SelectionChanged', sheetId, { worksheetId: sheetId, address: localAddress(happening.area), isInsideTable: false })];
    }
    case 'protection':
      return [of('ProtectionChanged', happening.sheetId, { worksheetId: happening.sheetId, isProtected: happening.isProtected })];
    case 'calculated':
      return [of('Calculated', happening.sheetId, { worksheetId: happening.sheetId, address: '' })];
    case 'editing':
      return [];
  }
}
