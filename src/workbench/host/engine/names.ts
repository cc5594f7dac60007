import { type ICellData, generateRandomId } from '@univerjs/core';
import {
  IDefinedNamesService,
  type IDefinedNamesServiceParam,
  IFunctionService,
  RemoveDefinedNameMutation,
  SetDefinedNameMutation,
} from '@univerjs/engine-formula';
import { SCOPE_WORKBOOK_VALUE_DEFINED_NAME, SetRangeValuesMutation } from '@univerjs/sheets';
import type { EngineCore } from './core';

/** A defined name. `refersTo` is what stands after the `=`. */
export interface DefinedName {
  readonly id: string;
  readonly name: string;
  readonly refersTo: string;
  readonly comment: string;
  readonly visible: boolean;
  /** Sheet the name belongs to, or null for the workbook. */
  readonly sheetId: string | null;
}

export class Names {
  readonly #service: IDefinedNamesService;

  constructor(
    private readonly core: EngineCore,
    private readonly calculate: () => Promise<void>,
  ) {
    this.#service = core.injector.get(IDefinedNamesService);
  }

  #read(item: IDefinedNamesServiceParam): DefinedName {
    const local = item.localSheetId && item.localSheetId !== SCOPE_WORKBOOK_VALUE_DEFINED_NAME ? item.localSheetId : null;
    return {
      id: item.id,
      name: item.name,
      refersTo: item.formulaOrRefString.replace(/^=/, ''),
      comment: item.comment ?? '',
      visible: item.hidden !== true,
      sheetId: local,
    };
  }

  /** Names of one scope in alphabetical order, as Excel lists them. */
  list(sheetId: string | null): DefinedName[] {
    const all = Object.values(this.#service.getDefinedNameMap(this.core.unitId) ?? {});
    return all
      .map((item) => this.#read(item))
      .filter((name) => name.sheetId === sheetId)
      .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
  }

  find(sheetId: string | null, name: string): DefinedName | null {
    const wanted = name.toLowerCase();
    const all = Object.values(this.#service.getDefinedNameMap(this.core.unitId) ?? {});
    for (const item of all) {
      if (item.name.toLowerCase() !== wanted) continue;
      const found = this.#read(item);
      if (found.sheetId === sheetId) return found;
    }
    return null;
  }

  byId(id: string): DefinedName | null {
    const item = this.#service.getValueById(this.core.unitId, id);
    return item ? this.#read(item) : null;
  }

  #params(name: DefinedName): object {
    return {
      id: name.id,
      name: name.name,
      formulaOrRefString: this.#isReference(name.refersTo) ? name.refersTo : `=${name.refersTo}`,
      comment: name.comment,
      hidden: !name.visible,
      localSheetId: name.sheetId ?? SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
    };
  }

  /** Univer moves plain references when rows are inserted; formulas and constants need the `=`. */
  #isReference(text: string): boolean {
    return /^(?:'(?:[^']|'')+'|[^'!(),+*/&<>="\s]+)!\$?[A-Z]*\$?\d*(?::\$?[A-Z]*\$?\d*)?$/i.test(text);
  }

  add(name: Omit<DefinedName, 'id'>): DefinedName {
    const added = { ...name, id: generateRandomId(10) };
    const params = this.#params(added);
    this.core.perform([{ id: SetDefinedNameMutation.id, params }], [{ id: RemoveDefinedNameMutation.id, params }]);
    this.#reread(name.name);
    return added;
  }

  change(name: DefinedName): void {
    const old = this.byId(name.id);
    const back = old ? [{ id: SetDefinedNameMutation.id, params: this.#params(old) }] : [];
    this.core.perform([{ id: SetDefinedNameMutation.id, params: this.#params(name) }], back);
  }

  /**
   * Removes a name; formulas that use it show `#NAME?`. Univer would go on calculating with what a removed name stood for,
   * so that the name first stands for the error.
   */
  async remove(name: DefinedName): Promise<void> {
    const params = this.#params(name);
    const lost = { ...params, formulaOrRefString: '=#NAME?' };
    this.core.run(SetDefinedNameMutation.id, lost);
    await this.calculate();
    this.core.perform([{ id: RemoveDefinedNameMutation.id, params: lost }], [{ id: SetDefinedNameMutation.id, params }]);
  }

  /** Formulas that use a name are read again when it comes: `#NAME?` otherwise stays. */
  #reread(name: string): void {
    const wanted = name.toLowerCase();
    this.core.injector.get(IFunctionService).deleteFormulaAstCacheKey(name);
    this.core.rewriting += 1;
    for (const sheet of this.core.workbook.getSheets()) {
      const cellValue: Record<number, Record<number, ICellData>> = {};
      sheet.getCellMatrix().forValue((row, column, cell) => {
        if (cell?.f?.toLowerCase().includes(wanted)) (cellValue[row] ??= {})[column] = { f: cell.f, v: null };
      });
      if (Object.keys(cellValue).length > 0) this.core.run(SetRangeValuesMutation.id, { subUnitId: sheet.getSheetId(), cellValue });
    }
    this.core.rewriting -= 1;
  }
}
