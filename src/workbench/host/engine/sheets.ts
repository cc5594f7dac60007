import { BooleanNumber, type IWorksheetData, type Worksheet, generateRandomId, mergeWorksheetSnapshotWithDefault } from '@univerjs/core';
import {
  InsertSheetMutation,
  RemoveSheetCommand,
  RemoveSheetMutation,
  SetTabColorMutation,
  SetWorksheetActiveOperation,
  SetWorksheetHideMutation,
  SetWorksheetNameCommand,
  SetWorksheetOrderMutation,
  ToggleGridlinesMutation,
} from '@univerjs/sheets';
import type { EngineCore } from './core';

/** Lines of a new sheet in Chinese Excel, in pixels: 14.25 and 54 points. */
export const DEFAULT_SIZES = { defaultRowHeight: 19, defaultColumnWidth: 72 };

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

/** The sheets of the workbook, in the order of their tabs. */
export class Sheets {
  /** Univer knows hidden, not very hidden. */
  readonly #veryHidden = new Set<string>();
  constructor(private readonly core: EngineCore) {}

  ids(): string[] {
    return this.core.workbook.getSheets().map((sheet) => sheet.getSheetId());
  }

  name(sheetId: string): string {
    return this.core.requireSheet(sheetId).getName();
  }

  exists(sheetId: string): boolean {
    return this.core.sheet(sheetId) !== null;
  }

  /** The id of a sheet by its name, as Excel compares names: without regard to case. */
  find(name: string): string | null {
    const wanted = name.toLowerCase();
    return this.core.workbook.getSheets().find((sheet) => sheet.getName().toLowerCase() === wanted)?.getSheetId() ?? null;
  }

  active(): string {
    return (this.core.workbook.getActiveSheet(true) ?? this.core.workbook.getSheets()[0] as Worksheet).getSheetId();
  }

  activate(sheetId: string): void {
    this.core.run(SetWorksheetActiveOperation.id, { subUnitId: sheetId });
  }

  /** Adds a sheet after the last one and gives its id. Univer would show it at once; add-ins leave the active sheet alone. */
  add(name: string, content: Partial<IWorksheetData> = {}): string {
    const shown = this.active();
    this.core.quiet += 1;
    try {
      return this.#insert(name, content);
    } finally {
      this.activate(shown);
      this.core.quiet -= 1;
    }
  }

  #insert(name: string, content: Partial<IWorksheetData>): string {
    const id = generateRandomId(8);
    const sheet = mergeWorksheetSnapshotWithDefault({ rowCount: 200, columnCount: 26, ...DEFAULT_SIZES, ...content, id, name });
    this.core.perform(
      [{ id: InsertSheetMutation.id, params: { index: this.ids().length, sheet } }],
      [{ id: RemoveSheetMutation.id, params: { subUnitId: id, subUnitName: name } }],
    );
    return id;
  }

  remove(sheetId: string): void {
    const wasActive = this.active() === sheetId;
    const order = this.ids();
    this.core.run(RemoveSheetCommand.id, { subUnitId: sheetId });
    this.#veryHidden.delete(sheetId);
    const position = order.indexOf(sheetId);
    const next = [...order.slice(position + 1), ...order.slice(0, position).reverse()].find((id) => this.visibility(id) === 'Visible');
    if (wasActive && next) this.activate(next);
  }

  /** Formulas and names that use the sheet follow the new name. */
  rename(sheetId: string, name: string): void {
    this.core.withActive(sheetId, () => {
      const extra = this.core.companions(SetWorksheetNameCommand.id, { subUnitId: sheetId, name });
      const step = (to: string) => ({ id: 'sheet.mutation.set-worksheet-name', params: { subUnitId: sheetId, name: to } });
      this.core.perform(
        [...extra.before, step(name), ...extra.after],
        [...extra.undoBefore, step(this.name(sheetId)), ...extra.undoAfter],
      );
    });
  }

  visibility(sheetId: string): Visibility {
    const hidden = this.core.requireSheet(sheetId).isSheetHidden() === BooleanNumber.TRUE;
    if (!hidden) return 'Visible';
    return this.#veryHidden.has(sheetId) ? 'VeryHidden' : 'Hidden';
  }

  setVisibility(sheetId: string, visibility: Visibility): void {
    if (visibility === 'VeryHidden') this.#veryHidden.add(sheetId);
    else this.#veryHidden.delete(sheetId);
    const hidden = visibility === 'Visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE;
    const was = this.core.requireSheet(sheetId).isSheetHidden();
    if (was === hidden) return;
    this.core.perform(
      [{ id: SetWorksheetHideMutation.id, params: { subUnitId: sheetId, hidden } }],
      [{ id: SetWorksheetHideMutation.id, params: { subUnitId: sheetId, hidden: was } }],
    );
    if (hidden === BooleanNumber.FALSE || this.active() !== sheetId) return;
    const next = this.ids().find((id) => this.visibility(id) === 'Visible');
    if (next) this.activate(next);
  }

  position(sheetId: string): number {
    return this.ids().indexOf(sheetId);
  }

  reposition(sheetId: string, position: number): void {
    const from = this.position(sheetId);
    this.core.perform(
      [{ id: SetWorksheetOrderMutation.id, params: { subUnitId: sheetId, fromOrder: from, toOrder: position } }],
      [{ id: SetWorksheetOrderMutation.id, params: { subUnitId: sheetId, fromOrder: position, toOrder: from } }],
    );
  }

  tabColor(sheetId: string): string {
    return this.core.requireSheet(sheetId).getTabColor() || '';
  }

  setTabColor(sheetId: string, color: string): void {
    this.core.run(SetTabColorMutation.id, { subUnitId: sheetId, color });
  }

  gridlines(sheetId: string): boolean {
    return this.core.requireSheet(sheetId).getConfig().showGridlines !== BooleanNumber.FALSE;
  }

  setGridlines(sheetId: string, shown: boolean): void {
    this.core.run(ToggleGridlinesMutation.id, { subUnitId: sheetId, showGridlines: shown ? BooleanNumber.TRUE : BooleanNumber.FALSE });
  }

  snapshot(sheetId: string): IWorksheetData {
    return this.core.requireSheet(sheetId).getSnapshot();
  }
}
