import type { Content } from '../../pack/pack';
import type { Operand } from '../form';
import type { ValueType } from './functions';

/** A name a formula may use: one cell, or a whole list column. */
export interface FormulaName {
  readonly operand: Operand;
  readonly content: Content;
  /** Column heading, for columns. */
  readonly heading?: string;
}

/** What a cell with this content gives; dates are numbers to a spreadsheet. */
export function typeOf(content: Content): Exclude<ValueType, 'truth'> {
  return content === 'text' || content === 'longText' || content === 'choice' ? 'text' : 'number';
}
