import {
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationType,
  type ISheetDataValidationRule,
  generateRandomId,
} from '@univerjs/core';
import { LexerTreeBuilder } from '@univerjs/engine-formula';
import { ClearRangeDataValidationCommand, SheetDataValidationModel } from '@univerjs/sheets-data-validation';
import { type Area, type Move, intersect } from '../grid';
import { type EngineCore, type SheetOf, areaOf } from './core';
import { movedReferences, renamedReferences } from './movedReferences';

export type ComparisonKind = 'wholeNumber' | 'decimal' | 'textLength' | 'date' | 'time';

/** A validation rule in Office.js's words; formulas are what stands in the box of Excel's dialogue (`=A1` or `100`). */
export type ValidationRule =
  | { readonly kind: 'none' }
  | { readonly kind: 'list'; readonly source: string; readonly inCellDropDown: boolean }
  | { readonly kind: 'custom'; readonly formula: string }
  | { readonly kind: ComparisonKind; readonly operator: string; readonly formula1: string; readonly formula2: string };

export interface Validation {
  readonly rule: ValidationRule;
  readonly ignoreBlanks: boolean;
  readonly alert: { readonly showAlert: boolean; readonly style: string; readonly title: string; readonly message: string };
  readonly prompt: { readonly showPrompt: boolean; readonly title: string; readonly message: string };
}

const TYPES: Record<ComparisonKind, DataValidationType> = {
  wholeNumber: DataValidationType.WHOLE,
  decimal: DataValidationType.DECIMAL,
  textLength: DataValidationType.TEXT_LENGTH,
  date: DataValidationType.DATE,
  time: DataValidationType.TIME,
};

export const OPERATORS: Record<string, DataValidationOperator> = {
  Between: DataValidationOperator.BETWEEN,
  NotBetween: DataValidationOperator.NOT_BETWEEN,
  EqualTo: DataValidationOperator.EQUAL,
  NotEqualTo: DataValidationOperator.NOT_EQUAL,
  GreaterThan: DataValidationOperator.GREATER_THAN,
  LessThan: DataValidationOperator.LESS_THAN,
  GreaterThanOrEqualTo: DataValidationOperator.GREATER_THAN_OR_EQUAL,
  LessThanOrEqualTo: DataValidationOperator.LESS_THAN_OR_EQUAL,
};

export const ALERT_STYLES: Record<string, DataValidationErrorStyle> = {
  Stop: DataValidationErrorStyle.STOP,
  Warning: DataValidationErrorStyle.WARNING,
  Information: DataValidationErrorStyle.INFO,
};

/** Univer's command for this would write the workbook's id into the formulas; the mutation keeps them as they are. */
const ADD_RULE = 'data-validation.mutation.addRule';

const UPDATE_RULE = 'data-validation.mutation.updateRule';
const UPDATE_SETTING = 0;

/** Univer moves the sources of lists as blocks, so that they do not grow; the formulas as Excel keeps them stay here. */
interface KeptRule extends ISheetDataValidationRule {
  excel?: { formula1: string; formula2: string };
}

const keyOf = <T>(table: Record<string, T>, value: T): string => Object.keys(table).find((key) => table[key] === value) ?? '';

export class Validations {
  #stale = false;

  constructor(private readonly core: EngineCore) {}

  #rules(sheetId: string): KeptRule[] {
    return this.core.injector.get(SheetDataValidationModel).getRules(this.core.unitId, sheetId);
  }

  at(sheetId: string, row: number, column: number): Validation | null {
    const rule = this.core.injector.get(SheetDataValidationModel).getRuleByLocation(this.core.unitId, sheetId, row, column);
    return rule ? this.#read(rule) : null;
  }

  /** The rules that touch `area`, each with the parts of it they cover. */
  within(area: Area): { readonly validation: Validation; readonly areas: Area[] }[] {
    return this.#rules(area.sheetId).flatMap((rule) => {
      const areas = rule.ranges.flatMap((range) => intersect(areaOf(area.sheetId, range), area) ?? []);
      return areas.length > 0 ? [{ validation: this.#read(rule), areas }] : [];
    });
  }

  /** Lets the formulas of all rules follow moved cells; Univer moves the cells they apply to. */
  follow(move: Move): void {
    this.#rewrite((formula, sheetOf) => movedReferences(this.#lexer, formula, sheetOf, move));
  }

  rename(before: string, after: string): void {
    this.#rewrite((formula) => renamedReferences(this.#lexer, formula, before, after));
  }

  get #lexer(): LexerTreeBuilder {
    return this.core.injector.get(LexerTreeBuilder);
  }

  #rewrite(formulaOf: (formula: string, sheetOf: SheetOf) => string): void {
    for (const sheet of this.core.workbook.getSheets()) {
      const sheetOf = this.core.sheetIds(sheet.getSheetId());
      for (const { excel } of this.#rules(sheet.getSheetId())) {
        if (!excel) continue;
        excel.formula1 = formulaOf(excel.formula1, sheetOf);
        excel.formula2 = formulaOf(excel.formula2, sheetOf);
        this.#stale = true;
      }
    }
  }

  /** Tells Univer the formulas that followed. */
  settle(): void {
    if (!this.#stale) return;
    this.#stale = false;
    for (const sheet of this.core.workbook.getSheets()) {
      for (const { excel, formula1 = '', formula2 = '', type, uid } of this.#rules(sheet.getSheetId())) {
        if (!excel || (excel.formula1 === formula1 && excel.formula2 === formula2)) continue;
        const payload = { type: UPDATE_SETTING, payload: { type, ...excel } };
        this.core.run(UPDATE_RULE, { subUnitId: sheet.getSheetId(), ruleId: uid, payload });
      }
    }
  }

  #read(rule: KeptRule): Validation {
    return {
      rule: this.#readRule(rule),
      ignoreBlanks: rule.allowBlank !== false,
      alert: {
        showAlert: rule.showErrorMessage !== false,
        style: keyOf(ALERT_STYLES, rule.errorStyle ?? DataValidationErrorStyle.STOP),
        title: rule.errorTitle ?? '',
        message: rule.error ?? '',
      },
      prompt: { showPrompt: rule.showInputMessage !== false, title: rule.promptTitle ?? '', message: rule.prompt ?? '' },
    };
  }

  #readRule(kept: KeptRule): ValidationRule {
    const rule = { ...kept, ...kept.excel };
    if (rule.type === DataValidationType.ANY) return { kind: 'none' };
    if (rule.type === DataValidationType.LIST) {
      return { kind: 'list', source: rule.formula1 ?? '', inCellDropDown: rule.showDropDown !== false };
    }
    const kind = (Object.keys(TYPES) as ComparisonKind[]).find((key) => TYPES[key] === rule.type);
    if (!kind) return { kind: 'custom', formula: rule.formula1 ?? '' };
    return {
      kind,
      operator: keyOf(OPERATORS, rule.operator ?? DataValidationOperator.BETWEEN),
      formula1: rule.formula1 ?? '',
      formula2: rule.formula2 ?? '',
    };
  }

  set(areas: readonly Area[], { rule, ignoreBlanks, alert, prompt }: Validation): void {
    const [first] = areas;
    if (!first) return;
    for (const area of areas) this.core.grow({ ...area, rows: Math.min(area.rows, 2_000), columns: Math.min(area.columns, 200) });
    this.clear(areas);
    this.core.run(ADD_RULE, {
      subUnitId: first.sheetId,
      rule: {
        uid: generateRandomId(8),
        ...condition(rule),
        excel: { formula1: '', formula2: '', ...formulasOf(rule) },
        ranges: areas.map((area) => this.core.range(area)),
        allowBlank: ignoreBlanks,
        showErrorMessage: alert.showAlert,
        errorStyle: ALERT_STYLES[alert.style] ?? DataValidationErrorStyle.STOP,
        errorTitle: alert.title,
        error: alert.message,
        showInputMessage: prompt.showPrompt,
        promptTitle: prompt.title,
        prompt: prompt.message,
      },
    });
  }

  clear(areas: readonly Area[]): void {
    const [first] = areas;
    if (!first || this.#rules(first.sheetId).length === 0) return;
    this.core.run(ClearRangeDataValidationCommand.id, {
      subUnitId: first.sheetId,
      ranges: areas.map((area) => this.core.range(area)),
    });
  }
}

function condition(rule: ValidationRule): Partial<ISheetDataValidationRule> {
  switch (rule.kind) {
    case 'none':
      return { type: DataValidationType.ANY };
    case 'list':
      return { type: DataValidationType.LIST, formula1: rule.source, showDropDown: rule.inCellDropDown };
    case 'custom':
      return { type: DataValidationType.CUSTOM, formula1: rule.formula };
    default:
      return {
        type: TYPES[rule.kind],
        formula1: rule.formula1,
        formula2: rule.formula2,
        operator: OPERATORS[rule.operator] ?? DataValidationOperator.BETWEEN,
      };
  }
}

function formulasOf(rule: ValidationRule): { formula1?: string; formula2?: string } {
  const { formula1, formula2 } = condition(rule);
  return { ...(formula1 === undefined ? {} : { formula1 }), ...(formula2 === undefined ? {} : { formula2 }) };
}
