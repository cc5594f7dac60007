import { resolveAddress } from './addressing';
import type { Book } from './book';
import type { Cell } from './engine/cells';
import type { Validation, ValidationRule } from './engine/validations';
import { HostError } from './hostError';

/** The number a box of a validation rule holds: a constant, or what the cell it points to holds; null when unknown. */
function bound(book: Book, sheetId: string, formula: string): number | null {
  const constant = Number(formula);
  if (formula.trim() !== '' && Number.isFinite(constant)) return constant;
  const area = areaBehind(book, sheetId, formula);
  const value = area && book.engine.cells.read(area.sheetId, area.row, area.column).value;
  return typeof value === 'number' ? value : null;
}

function areaBehind(book: Book, sheetId: string, formula: string): ReturnType<typeof resolveAddress> | null {
  try {
    return resolveAddress(book, sheetId, formula.replace(/^=/, ''));
  } catch (error) {
    if (error instanceof HostError) return null;
    throw error;
  }
}

function inList(book: Book, sheetId: string, source: string, cell: Cell): boolean {
  const wanted = String(cell.value);
  if (!source.startsWith('=')) return source.split(',').some((entry) => entry.trim() === wanted);
  const area = areaBehind(book, sheetId, source);
  if (!area) return true;
  for (let row = 0; row < Math.min(area.rows, 5_000); row++) {
    for (let column = 0; column < area.columns; column++) {
      if (String(book.engine.cells.read(area.sheetId, area.row + row, area.column + column).value ?? '') === wanted) return true;
    }
  }
  return false;
}

function compares(operator: string, value: number, first: number | null, second: number | null): boolean {
  if (first === null) return true;
  switch (operator) {
    case 'Between':
      return second === null || (value >= first && value <= second);
    case 'NotBetween':
      return second === null || value < first || value > second;
    case 'EqualTo':
      return value === first;
    case 'NotEqualTo':
      return value !== first;
    case 'GreaterThan':
      return value > first;
    case 'LessThan':
      return value < first;
    case 'GreaterThanOrEqualTo':
      return value >= first;
    default:
      return value <= first;
  }
}

function obeys(book: Book, sheetId: string, rule: ValidationRule, cell: Cell): boolean {
  if (rule.kind === 'none' || rule.kind === 'custom') return true;
  if (rule.kind === 'list') return inList(book, sheetId, rule.source, cell);
  const size = rule.kind === 'textLength' ? String(cell.value).length : cell.value;
  if (typeof size !== 'number') return false;
  if (rule.kind === 'wholeNumber' && !Number.isInteger(size)) return false;
  return compares(rule.operator, size, bound(book, sheetId, rule.formula1), bound(book, sheetId, rule.formula2));
}

/** Whether a cell's value keeps its rule; rules by formula count as kept, because the host does not calculate them. */
export function isValid(book: Book, sheetId: string, validation: Validation, cell: Cell): boolean {
  if (cell.type === 'Empty') return validation.ignoreBlanks;
  return obeys(book, sheetId, validation.rule, cell);
}
