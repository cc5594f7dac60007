import type { AreaRef, Book } from '../book';
import { COMPARISON_OPERATORS, type ConditionalRule } from '../engine/conditionalFormats';
import { normalColor } from '../engine/styles';
import type { Area } from '../grid';
import { hostError } from '../hostError';
import { flag, integer, object, oneOf, text } from './arguments';
import { type Argument, type HostObject, NULL_OBJECT, describe } from './hostObject';
import { rangeOf } from './range';
import { rangeAreasOf } from './rangeAreas';

interface FormatsTarget {
  readonly book: Book;
  readonly refs: readonly AreaRef[];
}

interface RuleTarget {
  readonly book: Book;
  readonly sheetId: string;
  readonly id: string;
}

function ruleOf({ book, sheetId, id }: RuleTarget): ConditionalRule {
  const rule = book.engine.sheets.exists(sheetId) ? book.engine.conditionalFormats.find(sheetId, id) : null;
  if (!rule) throw hostError('ItemNotFound');
  return rule;
}

function change(target: RuleTarget, part: Partial<ConditionalRule>): void {
  target.book.protection.requireUnprotected(target.sheetId);
  target.book.engine.conditionalFormats.change(target.sheetId, { ...ruleOf(target), ...part });
}

function changeLook(target: RuleTarget, part: ConditionalRule['format']): void {
  change(target, { format: { ...ruleOf(target).format, ...part } });
}

function color(value: Argument): string {
  const found = normalColor(text(value));
  if (found === null) throw hostError('InvalidArgument');
  return found;
}

const fillObject = describe<RuleTarget>({
  name: 'ConditionalRangeFill',
  get: { Color: (target) => ruleOf(target).format.fillColor ?? '' },
  set: { Color: (target, value) => changeLook(target, { fillColor: color(value) }) },
  call: { Clear: (target) => changeLook(target, { fillColor: null }) },
});

const fontObject = describe<RuleTarget>({
  name: 'ConditionalRangeFont',
  get: {
    Color: (target) => ruleOf(target).format.fontColor ?? '',
    Bold: (target) => ruleOf(target).format.bold ?? null,
    Italic: (target) => ruleOf(target).format.italic ?? null,
    Strikethrough: (target) => ruleOf(target).format.strikethrough ?? null,
  },
  set: {
    Color: (target, value) => changeLook(target, { fontColor: color(value) }),
    Bold: (target, value) => changeLook(target, { bold: flag(value) }),
    Italic: (target, value) => changeLook(target, { italic: flag(value) }),
    Strikethrough: (target, value) => changeLook(target, { strikethrough: flag(value) }),
  },
});

const lookObject = describe<RuleTarget>({
  name: 'ConditionalRangeFormat',
  links: { Fill: (target) => fillObject(target), Font: (target) => fontObject(target) },
});

function requireFormula(value: Argument | undefined): string {
  const formula = typeof value === 'number' ? String(value) : text(value);
  if (formula.trim() === '') throw hostError('InvalidArgument');
  return formula;
}

const customRuleObject = describe<RuleTarget>({
  name: 'ConditionalFormatRule',
  get: { Formula: (target) => ruleOf(target).formula, FormulaLocal: (target) => ruleOf(target).formula },
  set: {
    Formula: (target, value) => {
      const formula = requireFormula(value);
      if (!formula.startsWith('=')) throw hostError('InvalidArgument');
      change(target, { formula });
    },
  },
});

const customObject = describe<RuleTarget>({
  name: 'CustomConditionalFormat',
  links: { Rule: (target) => customRuleObject(target), Format: (target) => lookObject(target) },
});

const cellValueObject = describe<RuleTarget>({
  name: 'CellValueConditionalFormat',
  get: {
    Rule: (target) => {
      const { formula, formula2, operator } = ruleOf(target);
      return { formula1: formula, ...(formula2 === '' ? {} : { formula2 }), operator };
    },
  },
  set: {
    Rule: (target, value) => {
      const given = object(value);
      const operator = oneOf(given['operator'], COMPARISON_OPERATORS);
      const between = operator.endsWith('etween');
      change(target, {
        operator,
        formula: requireFormula(given['formula1']),
        formula2: between ? requireFormula(given['formula2']) : '',
      });
    },
  },
  links: { Format: (target) => lookObject(target) },
});

const ofKind = (target: RuleTarget, kind: ConditionalRule['kind'], make: (target: RuleTarget) => HostObject): HostObject => {
  if (ruleOf(target).kind !== kind) throw hostError('InvalidOperation');
  return make(target);
};

const ofKindOrNull = (target: RuleTarget, kind: ConditionalRule['kind'], make: (target: RuleTarget) => HostObject): HostObject =>
  ruleOf(target).kind === kind ? make(target) : NULL_OBJECT;

const firstArea = (target: RuleTarget): Area | null => ruleOf(target).areas[0] ?? null;

const conditionalFormatObject = describe<RuleTarget>({
  name: 'ConditionalFormat',
  identity: ({ id }) => ({ Id: id }),
  get: {
    Id: ({ id }) => id,
    Type: (target) => ruleOf(target).kind,
    StopIfTrue: (target) => ruleOf(target).stopIfTrue,
    Priority: ({ book, sheetId, id }) =>
      book.engine.conditionalFormats.within({ sheetId, row: 0, column: 0, rows: 1_048_576, columns: 16_384 }).findIndex((rule) => rule.id === id),
  },
  set: { StopIfTrue: (target, value) => change(target, { stopIfTrue: flag(value) }) },
  links: {
    Custom: (target) => ofKind(target, 'Custom', customObject),
    CustomOrNullObject: (target) => ofKindOrNull(target, 'Custom', customObject),
    CellValue: (target) => ofKind(target, 'CellValue', cellValueObject),
    CellValueOrNullObject: (target) => ofKindOrNull(target, 'CellValue', cellValueObject),
  },
  call: {
    Delete: (target) => {
      target.book.protection.requireUnprotected(target.sheetId);
      target.book.engine.conditionalFormats.remove(target.sheetId, ruleOf(target).id);
    },
    GetRange: (target) => {
      const area = firstArea(target);
      if (!area || ruleOf(target).areas.length > 1) throw hostError('InvalidReference');
      return rangeOf(target.book, area);
    },
    GetRangeOrNullObject: (target) => {
      const area = firstArea(target);
      return area && ruleOf(target).areas.length === 1 ? rangeOf(target.book, area) : NULL_OBJECT;
    },
    GetRanges: (target) => rangeAreasOf(target.book, ruleOf(target).areas),
  },
});

const areasOf = ({ book, refs }: FormatsTarget): Area[] => refs.map((ref) => book.where(ref));

function rulesOf(target: FormatsTarget): RuleTarget[] {
  const seen = new Map<string, RuleTarget>();
  for (const area of areasOf(target)) {
    for (const { id } of target.book.engine.conditionalFormats.within(area)) {
      seen.set(id, { book: target.book, sheetId: area.sheetId, id });
    }
  }
  return [...seen.values()];
}

export const conditionalFormatsObject = describe<FormatsTarget>({
  name: 'ConditionalFormatCollection',
  get: { Count: (target) => rulesOf(target).length },
  items: (target) => rulesOf(target).map(conditionalFormatObject),
  call: {
    Add: (target, type) => {
      const { book } = target;
      const areas = areasOf(target);
      const [first] = areas;
      if (!first) throw hostError('InvalidReference');
      book.protection.requireUnprotected(first.sheetId);
      const kind = text(type);
      if (kind !== 'Custom' && kind !== 'CellValue') {
        throw hostError('ApiNotFound', `The workbench host has no conditional formats of type ${kind}.`);
      }
      const rule = { kind, formula: '', formula2: '', operator: 'EqualTo', stopIfTrue: false, areas, format: {} } as const;
      return conditionalFormatObject({ book, sheetId: first.sheetId, id: book.engine.conditionalFormats.add(first.sheetId, rule) });
    },
    ClearAll: (target) => {
      for (const area of areasOf(target)) {
        target.book.protection.requireUnprotected(area.sheetId);
        target.book.engine.conditionalFormats.clear(area);
      }
    },
    GetCount: (target) => rulesOf(target).length,
    GetItem: (target, id) => {
      const found = rulesOf(target).find((rule) => rule.id === id);
      if (!found) throw hostError('ItemNotFound');
      return conditionalFormatObject(found);
    },
    GetItemOrNullObject: (target, id) => {
      const found = rulesOf(target).find((rule) => rule.id === id);
      return found ? conditionalFormatObject(found) : NULL_OBJECT;
    },
    GetItemAt: (target, index) => {
      const found = rulesOf(target)[integer(index)];
      if (!found) throw hostError('InvalidArgument');
      return conditionalFormatObject(found);
    },
  },
});
