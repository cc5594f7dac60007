import type { Area } from '../grid';
import { hostError } from '../hostError';
import { object } from './arguments';
import { type Argument, type ArgumentObject, type HostObject, isHostObject } from './hostObject';
import type { Json } from './json';
import { pascal, update } from './update';

const SIDES: Readonly<Record<string, string>> = {
  top: 'EdgeTop', bottom: 'EdgeBottom', left: 'EdgeLeft', right: 'EdgeRight',
  horizontal: 'InsideHorizontal', vertical: 'InsideVertical', diagonalDown: 'DiagonalDown', diagonalUp: 'DiagonalUp',
};

export type Dimension = 'cells' | 'rows' | 'columns';

/** The parts of an area, each with what it is given: `[[{…}]]` for cells, `[{…}]` for rows or columns. InvalidArgument when the array has another size. */
function* parts(area: Area, value: Argument, dimension: Dimension): Iterable<readonly [Area, ArgumentObject]> {
  const list = (found: Argument | undefined, size: number): readonly Argument[] => {
    if (!Array.isArray(found) || found.length !== size) throw hostError('InvalidArgument');
    return found as readonly Argument[];
  };
  const all = list(value, dimension === 'columns' ? area.columns : area.rows);
  for (const [index, entry] of all.entries()) {
    if (dimension === 'columns') yield [{ ...area, column: area.column + index, columns: 1 }, object(entry)];
    else if (dimension === 'rows') yield [{ ...area, row: area.row + index, rows: 1 }, object(entry)];
    else {
      for (const [column, cell] of list(entry, area.columns).entries()) {
        yield [{ ...area, row: area.row + index, column: area.column + column, rows: 1, columns: 1 }, object(cell)];
      }
    }
  }
}

/**
 * `setCellProperties`, `setRowProperties` and `setColumnProperties`: every part of the area gets the properties at its place; what an
 * object leaves out stays as it is.
 */
export async function setProperties(area: Area, value: Argument, dimension: Dimension, rangeOf: (area: Area) => HostObject): Promise<void> {
  for (const [part, { format, ...scalars }] of parts(area, value, dimension)) {
    const range = rangeOf(part);
    for (const [name, given] of Object.entries(scalars)) await range.set(pascal(name), given ?? null);
    if (format !== undefined) await setFormat(range.follow('Format'), object(format));
  }
}

/** Here borders go by plain names instead of through a collection. */
async function setFormat(target: HostObject, { borders, ...rest }: ArgumentObject): Promise<void> {
  await update(target, rest as Json);
  if (borders === undefined) return;
  for (const [side, border] of Object.entries(object(borders))) {
    const index = SIDES[side];
    if (index === undefined) throw hostError('InvalidArgument');
    const line = await target.follow('Borders').call('GetItem', [index]);
    if (isHostObject(line)) await update(line, border as Json);
  }
}
