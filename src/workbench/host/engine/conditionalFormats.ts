import type { IStyleBase } from '@univerjs/core';
import { LexerTreeBuilder } from '@univerjs/engine-formula';
import {
  AddConditionalRuleMutation,
  CFRuleType,
  CFSubRuleType,
  ConditionalFormattingRuleModel,
  DeleteConditionalRuleMutation,
  type IConditionFormattingRule,
  SetConditionalRuleMutation,
} from '@univerjs/sheets-conditional-formatting';
import { type Area, type Move, intersect, localAddress, rebase, subtract } from '../grid';
import { type EngineCore, type SheetOf, areaOf } from './core';
import { movedReferences, renamedReferences } from './movedReferences';
import { type Format, toFormat, toStyle } from './styles';

/** A conditional format of the kinds the host knows; formulas carry their `=`. */
export interface ConditionalRule {
  readonly id: string;
  readonly kind: 'Custom' | 'CellValue';
  readonly formula: string;
  /** The second formula and the operator belong to `CellValue`. */
  readonly formula2: string;
  readonly operator: string;
  readonly stopIfTrue: boolean;
  readonly areas: readonly Area[];
  readonly format: Pick<Format, 'fillColor' | 'fontColor' | 'bold' | 'italic' | 'strikethrough'>;
}

const COMPARISONS: Record<string, (cell: string, first: string, second: string) => string> = {
  Between: (cell, first, second) => `AND(${cell}>=${first},${cell}<=${second})`,
  NotBetween: (cell, first, second) => `OR(${cell}<${first},${cell}>${second})`,
  EqualTo: (cell, first) => `${cell}=${first}`,
  NotEqualTo: (cell, first) => `${cell}<>${first}`,
  GreaterThan: (cell, first) => `${cell}>${first}`,
  LessThan: (cell, first) => `${cell}<${first}`,
  GreaterThanOrEqual: (cell, first) => `${cell}>=${first}`,
  LessThanOrEqual: (cell, first) => `${cell}<=${first}`,
};

export const COMPARISON_OPERATORS = Object.keys(COMPARISONS);

/** What Univer is given beside its own rule, to read the Excel rule back. */
interface KeptRule extends IConditionFormattingRule {
  excel?: Pick<ConditionalRule, 'kind' | 'formula' | 'formula2' | 'operator'>;
}

export class ConditionalFormats {
  constructor(private readonly core: EngineCore) {}

  /** Lets all rules follow moved cells. On a screen Univer has moved its own rules already; only Excel's texts are left. */
  follow(move: Move, screen: boolean): void {
    const moved = (formula: string, sheetOf: SheetOf): string => movedReferences(this.#lexer, formula, sheetOf, move);
    if (!screen) {
      this.#rewrite(moved, (area) => rebase(area, move));
      return;
    }
    for (const sheet of this.core.workbook.getSheets()) {
      const sheetOf = this.core.sheetIds(sheet.getSheetId());
      for (const rule of this.#rules(sheet.getSheetId())) {
        if (!rule.excel) continue;
        rule.excel = { ...rule.excel, formula: moved(rule.excel.formula, sheetOf), formula2: moved(rule.excel.formula2, sheetOf) };
      }
    }
  }

  rename(before: string, after: string): void {
    this.#rewrite((formula) => renamedReferences(this.#lexer, formula, before, after), (area) => area);
  }

  get #lexer(): LexerTreeBuilder {
    return this.core.injector.get(LexerTreeBuilder);
  }

  #rewrite(formulaOf: (formula: string, sheetOf: SheetOf) => string, areaOfOld: (area: Area) => Area | null): void {
    for (const sheet of this.core.workbook.getSheets()) {
      const sheetId = sheet.getSheetId();
      const sheetOf = this.core.sheetIds(sheetId);
      for (const rule of this.#rules(sheetId).map((kept) => this.#read(sheetId, kept))) {
        const areas = rule.areas.flatMap((area) => areaOfOld(area) ?? []);
        const [formula, formula2] = [formulaOf(rule.formula, sheetOf), formulaOf(rule.formula2, sheetOf)];
        if (areas.length === 0) this.remove(sheetId, rule.id);
        else if (formula !== rule.formula || formula2 !== rule.formula2 || areas.some((area, index) => area !== rule.areas[index])) {
          this.change(sheetId, { ...rule, areas, formula, formula2 });
        }
      }
    }
  }

  #rules(sheetId: string): KeptRule[] {
    return this.core.injector.get(ConditionalFormattingRuleModel).getSubunitRules(this.core.unitId, sheetId) ?? [];
  }

  /** The rules that touch `area`, first priority first. */
  within(area: Area): ConditionalRule[] {
    return this.#rules(area.sheetId)
      .filter((rule) => rule.ranges.some((range) => intersect(areaOf(area.sheetId, range), area) !== null))
      .map((rule) => this.#read(area.sheetId, rule));
  }

  find(sheetId: string, id: string): ConditionalRule | null {
    const rule = this.#rules(sheetId).find(({ cfId }) => cfId === id);
    return rule ? this.#read(sheetId, rule) : null;
  }

  #read(sheetId: string, rule: KeptRule): ConditionalRule {
    const config = rule.rule;
    const style = config.type === CFRuleType.highlightCell ? config.style : {};
    const shown = toFormat(style);
    const formula = config.type === CFRuleType.highlightCell && config.subType === CFSubRuleType.formula ? config.value : '';
    return {
      id: rule.cfId,
      stopIfTrue: rule.stopIfTrue,
      areas: rule.ranges.map((range) => areaOf(sheetId, range)),
      ...(rule.excel ?? { kind: 'Custom', formula, formula2: '', operator: '' }),
      format: {
        ...(style.bg ? { fillColor: shown.fillColor } : {}),
        ...(style.cl ? { fontColor: shown.fontColor } : {}),
        ...(style.bl === undefined ? {} : { bold: shown.bold }),
        ...(style.it === undefined ? {} : { italic: shown.italic }),
        ...(style.st ? { strikethrough: shown.strikethrough } : {}),
      },
    };
  }

  #config(rule: ConditionalRule): KeptRule {
    const [first] = rule.areas;
    const style: IStyleBase = toStyle(rule.format);
    const { kind, formula, formula2, operator } = rule;
    return {
      cfId: rule.id,
      stopIfTrue: rule.stopIfTrue,
      ranges: rule.areas.map((area) => this.core.range(area)),
      excel: { kind, formula, formula2, operator },
      rule: { type: CFRuleType.highlightCell, subType: CFSubRuleType.formula, style, value: first ? this.#condition(rule, first) : formula },
    };
  }

  #condition({ kind, formula, formula2, operator }: ConditionalRule, first: Area): string {
    if (formula === '') return '=FALSE';
    if (kind === 'Custom') return formula;
    const plain = (text: string): string => text.replace(/^=/, '');
    const cell = localAddress({ ...first, rows: 1, columns: 1 });
    return `=${COMPARISONS[operator]?.(cell, plain(formula), plain(formula2)) ?? 'FALSE'}`;
  }

  /** Adds a rule before all others, as Excel does. */
  add(sheetId: string, rule: Omit<ConditionalRule, 'id'>): string {
    const id = this.core.injector.get(ConditionalFormattingRuleModel).createCfId(this.core.unitId, sheetId);
    for (const area of rule.areas) this.core.grow({ ...area, rows: Math.min(area.rows, 2_000), columns: Math.min(area.columns, 200) });
    this.core.run(AddConditionalRuleMutation.id, { subUnitId: sheetId, rule: this.#config({ ...rule, id }) });
    return id;
  }

  change(sheetId: string, rule: ConditionalRule): void {
    this.core.run(SetConditionalRuleMutation.id, { subUnitId: sheetId, cfId: rule.id, rule: this.#config(rule) });
  }

  remove(sheetId: string, id: string): void {
    this.core.run(DeleteConditionalRuleMutation.id, { subUnitId: sheetId, cfId: id });
  }

  /** Takes `area` out of every rule; a rule without cells goes. */
  clear(area: Area): void {
    for (const rule of this.within(area)) {
      const areas = rule.areas.flatMap((part) => subtract(part, area));
      if (areas.length === 0) this.remove(area.sheetId, rule.id);
      else this.change(area.sheetId, { ...rule, areas });
    }
  }
}
