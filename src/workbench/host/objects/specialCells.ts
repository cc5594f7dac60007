import type { Book } from '../book';
import type { Cell, ValueType } from '../engine/cells';
import { type Area, areasOfCells } from '../grid';
import { hostError } from '../hostError';
import { oneOf, text } from './arguments';
import type { Argument } from './hostObject';

/** Which kinds of value each word of `SpecialCellValueType` takes. */
const VALUE_TYPES: Readonly<Record<string, readonly ValueType[]>> = Object.fromEntries([
  ['All', ['String', 'Double', 'Boolean', 'Error']],
  ...combinations([['Errors', 'Error'], ['Logical', 'Boolean'], ['Numbers', 'Double'], ['Text', 'String']]),
]);

/** `Errors`, `ErrorsLogical`, `ErrorsLogicalNumber` …: of three words together the last loses its s. */
function combinations(words: readonly (readonly [string, ValueType])[]): [string, ValueType[]][] {
  const found: [string, ValueType[]][] = [];
  for (let mask = 1; mask < 2 ** words.length - 1; mask += 1) {
    const taken = words.filter((_, index) => mask & (2 ** index));
    const name = taken.map(([word]) => word).join('');
    found.push([name === 'ErrorsLogicalNumbers' ? 'ErrorsLogicalNumber' : name === 'ErrorsNumbersText' ? 'ErrorsNumberText' : name, taken.map(([, type]) => type)]);
  }
  return found;
}

/** The cells of an area with formulas or with constants. */
export async function specialCells(book: Book, area: Area, kind: Argument | undefined, values: Argument | undefined): Promise<Area[]> {
  const wanted = text(kind);
  const types = VALUE_TYPES[oneOf(values, Object.keys(VALUE_TYPES), 'All')] ?? [];
  if (!book.calculationSuspended) await book.engine.flush();
  const { cells } = book.engine;
  if (wanted === 'Formulas' || wanted === 'Constants') {
    const having = [...cells.stored(area)].filter(([row, column]) => {
      const cell: Cell = cells.read(area.sheetId, row, column);
      if (cell.formula === null && cell.type === 'Empty') return false;
      return (cell.formula !== null) === (wanted === 'Formulas') && types.includes(cell.type === 'Empty' ? 'Double' : cell.type);
    });
    return areasOfCells(area.sheetId, having.map(([row, column]) => [row, column] as const));
  }
  throw hostError('ApiNotFound', `The workbench host finds no special cells of type ${wanted}.`);
}
