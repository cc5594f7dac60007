import { fullAddress } from '../addressing';
import type { AreaRef, Book } from '../book';
import { ALERT_STYLES, OPERATORS, type ComparisonKind, type Validation, type ValidationRule } from '../engine/validations';
import type { Area } from '../grid';
import { hostError } from '../hostError';
import { isValid } from '../validity';
import { flag, object, oneOf, optionalText } from './arguments';
import { type Argument, describe, isHostObject } from './hostObject';
import { type Json, isObject } from './json';

interface ValidationTarget {
  readonly book: Book;
  readonly refs: readonly AreaRef[];
}

const COMPARISONS: readonly ComparisonKind[] = ['wholeNumber', 'decimal', 'textLength', 'date', 'time'];

const PLAIN: Validation = {
  rule: { kind: 'none' },
  ignoreBlanks: true,
  alert: { showAlert: true, style: 'Stop', title: '', message: '' },
  prompt: { showPrompt: true, title: '', message: '' },
};

const areasOf = ({ book, refs }: ValidationTarget): Area[] => refs.map((ref) => book.where(ref));

const found = (target: ValidationTarget): { readonly validation: Validation; readonly areas: Area[] }[] =>
  areasOf(target).flatMap((area) => target.book.engine.validations.within(area));

/** The one rule of all cells, `null` when there is none, `'mixed'` when cells differ. */
function uniform(target: ValidationTarget): Validation | null | 'mixed' {
  const rules = found(target);
  const [first] = rules;
  if (!first) return null;
  const cells = (areas: readonly Area[]): number => areas.reduce((count, area) => count + area.rows * area.columns, 0);
  const same = rules.every(({ validation }) => JSON.stringify(validation) === JSON.stringify(first.validation));
  const covered = cells(rules.flatMap(({ areas }) => areas)) >= cells(areasOf(target));
  return same && covered ? first.validation : 'mixed';
}

function formulaOf(target: ValidationTarget, value: Argument | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (!isHostObject(value)) throw hostError('InvalidArgument');
  const { book, ref } = value.target as { book: Book; ref: AreaRef };
  return `=${fullAddress(target.book, book.where(ref), true)}`;
}

function readRule(target: ValidationTarget, value: Argument): ValidationRule {
  const given = object(value);
  const [kind, ...more] = Object.keys(given).filter((key) => given[key] !== undefined && given[key] !== null);
  if (kind === undefined || more.length > 0) throw hostError('InvalidArgument');
  const part = object(given[kind]);
  if (kind === 'list') {
    const source = formulaOf(target, part['source']);
    if (source === '' || (!source.startsWith('=') && source.length > 255)) throw hostError('InvalidArgument');
    return { kind, source, inCellDropDown: flag(part['inCellDropDown'], true) };
  }
  if (kind === 'custom') return { kind, formula: formulaOf(target, part['formula']) };
  const comparison = COMPARISONS.find((known) => known === kind);
  if (!comparison) throw hostError('InvalidArgument');
  const operator = oneOf(part['operator'], Object.keys(OPERATORS));
  const formula1 = formulaOf(target, part['formula1']);
  const formula2 = formulaOf(target, part['formula2']);
  if (formula1 === '' || (operator.endsWith('Between') && formula2 === '')) throw hostError('InvalidArgument');
  return { kind: comparison, operator, formula1, formula2 };
}

const constant = (formula: string): Json => (formula !== '' && Number.isFinite(Number(formula)) ? Number(formula) : formula);

function ruleJson(rule: ValidationRule): Json {
  switch (rule.kind) {
    case 'none':
      return {};
    case 'list':
      return { list: { inCellDropDown: rule.inCellDropDown, source: rule.source } };
    case 'custom':
      return { custom: { formula: rule.formula } };
    default: {
      const second = rule.operator.endsWith('Between') ? { formula2: constant(rule.formula2) } : {};
      return { [rule.kind]: { formula1: constant(rule.formula1), ...second, operator: rule.operator } };
    }
  }
}

const read = (target: ValidationTarget, pick: (validation: Validation) => Json): Json => {
  const one = uniform(target);
  return one === 'mixed' ? null : pick(one ?? PLAIN);
};

function guard(target: ValidationTarget): void {
  for (const area of areasOf(target)) target.book.protection.requireUnprotected(area.sheetId);
}

function change(target: ValidationTarget, part: Partial<Validation>): void {
  guard(target);
  const { validations } = target.book.engine;
  const rules = found(target);
  if (part.rule || rules.length === 0) {
    const [first] = rules;
    validations.set(areasOf(target), { ...(first?.validation ?? PLAIN), ...part });
    return;
  }
  for (const { validation, areas } of rules) validations.set(areas, { ...validation, ...part });
}

function isKept(target: ValidationTarget): Json {
  let kept = 0;
  let broken = 0;
  for (const { validation, areas } of found(target)) {
    for (const area of areas) {
      for (let row = area.row; row < area.row + Math.min(area.rows, 1_000); row++) {
        for (let column = area.column; column < area.column + Math.min(area.columns, 200); column++) {
          const cell = target.book.engine.cells.read(area.sheetId, row, column);
          if (isValid(target.book, area.sheetId, validation, cell)) kept += 1;
          else broken += 1;
        }
      }
    }
  }
  if (broken === 0) return true;
  return kept === 0 ? false : null;
}

export const dataValidationObject = describe<ValidationTarget>({
  name: 'DataValidation',
  get: {
    Type: (target) => {
      const one = uniform(target);
      if (one === 'mixed') return 'MixedCriteria';
      const kind = one?.rule.kind ?? 'none';
      return kind.charAt(0).toUpperCase() + kind.slice(1);
    },
    Rule: (target) => read(target, ({ rule }) => ruleJson(rule)),
    IgnoreBlanks: (target) => read(target, ({ ignoreBlanks }) => ignoreBlanks),
    ErrorAlert: (target) => read(target, ({ alert }) => ({ ...alert })),
    Prompt: (target) => read(target, ({ prompt }) => ({ ...prompt })),
    Valid: isKept,
  },
  set: {
    Rule: (target, value) => {
      if (isObject(value) && Object.keys(value).length === 0) throw hostError('InvalidArgument');
      change(target, { rule: readRule(target, value) });
    },
    IgnoreBlanks: (target, value) => change(target, { ignoreBlanks: flag(value) }),
    ErrorAlert: (target, value) => {
      const given = object(value);
      change(target, {
        alert: {
          showAlert: flag(given['showAlert'], true),
          style: oneOf(given['style'], Object.keys(ALERT_STYLES), 'Stop'),
          title: optionalText(given['title']),
          message: optionalText(given['message']),
        },
      });
    },
    Prompt: (target, value) => {
      const given = object(value);
      change(target, {
        prompt: {
          showPrompt: flag(given['showPrompt'], true),
          title: optionalText(given['title']),
          message: optionalText(given['message']),
        },
      });
    },
  },
  call: {
    Clear: (target) => {
      guard(target);
      target.book.engine.validations.clear(areasOf(target));
    },
  },
});
