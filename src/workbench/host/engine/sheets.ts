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

/** Univer shows a sheet that appears, unless it came from somebody else; Excel leaves the active sheet alone. */
const NOT_SHOWN = { fromCollab: true };

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

  /** Adds a sheet after the last one and gives its id; the active sheet stays. */
  add(name: string, content: Partial<IWorksheetData> = {}): string {
    const id = generateRandomId(8);
    const sheet = mergeWorksheetSnapshotWithDefault({ rowCount: 200, columnCount: 26, ...DEFAULT_SIZES, ...content, id, name });
    this.core.perform(
      [{ id: InsertSheetMutation.id, params: { index: this.ids().length, sheet }, options: NOT_SHOWN }],
      [{ id: RemoveSheetMutation.id, params: { subUnitId: id, subUnitName: name } }],
    );
    return id;
  }

  /** Before a sheet goes, the next visible one to the right, else to the left, becomes active. */
  #leave(sheetId: string): void {
    if (this.active() !== sheetId) return;
    const order = this.ids();
    const position = order.indexOf(sheetId);
    const others = [...order.slice(position + 1), ...order.slice(0, position).reverse()];
    const next = others.find((id) => this.visibility(id) === 'Visible');
    if (next) this.activate(next);
  }

  remove(sheetId: string): void {
    this.#leave(sheetId);
    this.core.run(RemoveSheetCommand.id, { subUnitId: sheetId });
    this.#veryHidden.delete(sheetId);
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
    if (hidden === BooleanNumber.TRUE) this.#leave(sheetId);
    this.core.perform(
      [{ id: SetWorksheetHideMutation.id, params: { subUnitId: sheetId, hidden }, options: NOT_SHOWN }],
      [{ id: SetWorksheetHideMutation.id, params: { subUnitId: sheetId, hidden: was } }],
    );
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
