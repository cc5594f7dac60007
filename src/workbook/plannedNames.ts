import type { Form } from '../evaluation/form';
import { listName, namedFields } from './names';
import type { Placement } from './placement';
import type { PlannedName, PlannedSheet } from './plan';

/** Every defined name of the workbook: whole sheets, lists, tables, and the cells that have one of their own. */
export function plannedNames(form: Form, placement: Placement, sheets: readonly PlannedSheet[]): PlannedName[] {
  const regions = sheets.map(({ regionName, id, rowCount, columnCount }): PlannedName => ({
    name: regionName, sheet: id, block: { row: 0, column: 0, rowCount, columnCount },
  }));
  const lists = sheets.flatMap((sheet) => sheet.lists.map((list): PlannedName => ({
    name: listName(form.lists.get(list.id)?.name ?? list.id), sheet: sheet.id,
    block: { row: list.startRow, column: list.firstColumn, rowCount: list.endRow - list.startRow + 1, columnCount: sheet.columnCount - list.firstColumn },
  })));
  const tables = sheets.flatMap((sheet) => [...sheet.tables, ...sheet.pairs].map(({ name, block }): PlannedName => ({ name, sheet: sheet.id, block })));
  const fields = [...namedFields(form)].flatMap((id): PlannedName[] => {
    const field = form.fields.get(id);
    const spot = placement.fields.get(id);
    return field && spot ? [{ name: field.name, sheet: spot.sheet, block: { row: spot.row, column: spot.column, rowCount: 1, columnCount: 1 } }] : [];
  });
  return [...regions, ...lists, ...tables, ...fields];
}
