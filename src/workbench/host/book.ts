import { CellStyles } from './cellStyles';
import type { Engine } from './engine/engine';
import type { Happening } from './engine/watch';
import type { Faults } from './faults';
import { type Area, rebase } from './grid';
import { hostError } from './hostError';
import type { Json } from './objects/json';
import { type HeaderFooter, type HeaderFooterPages, type PageSetup, newPageSetup } from './pageSetup';
import { ProtectionState } from './protectionState';

/** An area that moves with its cells; `area` becomes null when they are deleted. */
export interface AreaRef {
  area: Area | null;
}

/** The workbook all objects of the host work on: the engine, and what the engine has no place for. */
export class Book {
  readonly protection: ProtectionState;
  readonly styles = new CellStyles(this);
  readonly settings = new Map<string, Json>();
  readonly #pages = new Map<string, PageSetup>();
  readonly #calculating = new Map<string, boolean>();
  readonly #refs = new Set<AreaRef>();
  #fresh: AreaRef[] = [];
  /** Sheets on which a filter hides rows. */
  readonly filtered = new Set<string>();
  /** False while an add-in has switched events off for itself. */
  eventsEnabled = true;
  calculationMode = 'Automatic';
  /** An add-in asked not to calculate before its batch ends. */
  calculationSuspended = false;
  selection: Area;

  constructor(
    readonly engine: Engine,
    readonly faults: Faults,
  ) {
    this.protection = new ProtectionState(engine);
    this.selection = { sheetId: engine.sheets.active(), row: 0, column: 0, rows: 1, columns: 1 };
    engine.watch.listen((happening) => this.#follow(happening));
  }

  #follow(happening: Happening): void {
    if (happening.kind === 'moved') {
      for (const ref of this.#refs) if (ref.area) ref.area = rebase(ref.area, happening);
      for (const page of this.#pages.values()) page.rebase(happening);
    } else if (happening.kind === 'sheetRemoved') {
      for (const ref of this.#refs) if (ref.area?.sheetId === happening.sheetId) ref.area = null;
      this.#pages.delete(happening.sheetId);
      this.#calculating.delete(happening.sheetId);
      this.filtered.delete(happening.sheetId);
      this.protection.forget(happening.sheetId);
    } else if (happening.kind === 'activated') {
      if (this.selection.sheetId !== happening.sheetId) {
        this.selection = { sheetId: happening.sheetId, row: 0, column: 0, rows: 1, columns: 1 };
      }
    } else if (happening.kind === 'selected') {
      this.selection = happening.area;
    }
  }

  /** An area that follows its cells until the request ends, or longer when it is kept. */
  follow(area: Area): AreaRef {
    const ref = { area };
    this.#refs.add(ref);
    this.#fresh.push(ref);
    return ref;
  }

  /** Ends the request: forgets the areas made in it, except those that `keeps` says are still used. */
  forgetAreas(keeps: (ref: AreaRef) => boolean): void {
    for (const ref of this.#fresh) if (!keeps(ref)) this.#refs.delete(ref);
    this.#fresh = [];
  }

  release(ref: AreaRef): void {
    this.#refs.delete(ref);
  }

  /** The area now; its cells may have been deleted meanwhile. */
  where(ref: AreaRef): Area {
    if (!ref.area) throw hostError('InvalidReference', 'The referenced range was deleted.');
    return ref.area;
  }

  page(sheetId: string): PageSetup {
    const page = this.#pages.get(sheetId) ?? newPageSetup();
    this.#pages.set(sheetId, page);
    return page;
  }

  /** Sets a page up like another. */
  setPage(sheetId: string, like: PageSetup): void {
    const { values, zoom, printArea, titleRows, titleColumns, headersFooters, headerFooterState } = like;
    const here = (area: Area): Area => ({ ...area, sheetId });
    const page = this.page(sheetId);
    Object.assign(page.values, values);
    for (const [pages, texts] of Object.entries(headersFooters) as [HeaderFooterPages, HeaderFooter][]) Object.assign(page.headersFooters[pages], texts);
    Object.assign(page, { zoom: { ...zoom }, printArea: printArea.map(here), titleRows: titleRows && here(titleRows), titleColumns: titleColumns && here(titleColumns), headerFooterState });
  }

  calculates(sheetId: string): boolean {
    return this.#calculating.get(sheetId) ?? true;
  }

  setCalculates(sheetId: string, on: boolean): void {
    this.#calculating.set(sheetId, on);
  }
}
