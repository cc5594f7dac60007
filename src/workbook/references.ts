import type { BoundRule, Operand } from '../evaluation/form';
import type { References } from '../evaluation/rules/rule';
import { absoluteAddress, absoluteBlock, cellAddress, quoteSheet } from '../values/address';
import type { Placement } from './placement';

/** Where a formula stands. */
export interface FormulaPlace {
  readonly sheet: string;
  /** Sheet row and column; references in its own row or column are relative. */
  readonly row?: number;
  readonly column?: number;
  readonly list?: string;
  /** No other cell has the same formula: nobody copies it, and its references need no dollar signs. */
  readonly alone?: boolean;
}

/**
 * Operands of a rule as references for the cell's formula. Cells of the formula's own row are relative, so that rows alike can be
 * copied, and so are cells of its own column outside of lists, so that sums side by side can; other fields and whole columns are absolute.
 */
export function referencesOf(rule: BoundRule, place: FormulaPlace, placement: Placement, tabName: (sheet: string) => string): References {
  const one = (operand: Operand): string => {
    const prefix = (sheet: string): string => (sheet === place.sheet ? '' : `${quoteSheet(tabName(sheet))}!`);
    switch (operand.at) {
      case 'field': {
        const spot = placement.fields.get(operand.id);
        if (!spot) throw new Error(`field ${operand.id} has no place`);
        if (spot.sheet === place.sheet && (spot.row === place.row || (spot.column === place.column && place.list === undefined))) return cellAddress(spot.row, spot.column);
        return prefix(spot.sheet) + absoluteAddress(spot.row, spot.column);
      }
      case 'row': {
        const column = placement.lists.get(place.list ?? '')?.columns.get(operand.column);
        if (column === undefined || place.row === undefined) throw new Error(`column ${operand.column} has no place`);
        return cellAddress(place.row, column);
      }
      case 'item': {
        const list = placement.lists.get(operand.list);
        const column = list?.columns.get(operand.column);
        if (!list || column === undefined) throw new Error(`list cell ${operand.list}.${operand.column} has no place`);
        return prefix(list.sheet) + absoluteAddress(list.firstRow + operand.row, column);
      }
      case 'rowNumber': {
        const list = placement.lists.get(place.list ?? '');
        if (!list || place.row === undefined) throw new Error('a row number outside a list');
        // Rows from the header down to this one: no array, unlike ROW().
        const header = cellAddress(list.startRow, list.firstColumn).replace(/\d+$/, (row) => `$${row}`);
        return `(ROWS(${header}:${cellAddress(place.row, list.firstColumn)})-1)`;
      }
      case 'column': {
        const list = placement.lists.get(operand.list);
        const column = list?.columns.get(operand.column);
        if (!list || column === undefined) throw new Error(`list column ${operand.list}.${operand.column} has no place`);
        const block = absoluteBlock({ row: list.startRow, column, rowCount: list.endRow - list.startRow + 1, columnCount: 1 });
        const own = list.sheet === place.sheet && column === place.column && place.list === undefined;
        return own ? block.replaceAll(/\$(?=[A-Z])/g, '') : prefix(list.sheet) + block;
      }
    }
  };
  const references: Record<string, string | readonly string[]> = {};
  const written = (operand: Operand): string => (place.alone ? one(operand).replaceAll(/\$(?=[A-Z\d]+[^!]*$)/g, '') : one(operand));
  for (const [slot, operand] of Object.entries(rule.operands)) {
    references[slot] = isMany(operand) ? operand.map(written) : written(operand);
  }
  return references;
}

function isMany(operand: Operand | readonly Operand[]): operand is readonly Operand[] {
  return Array.isArray(operand);
}

/** Formula text of a computed cell, without `=`. */
export function formulaOf(rule: BoundRule, place: FormulaPlace, placement: Placement, tabName: (sheet: string) => string): string {
  return rule.kind.formula(referencesOf(rule, place, placement, tabName), rule.parameters);
}
