import { definedName } from '../evaluation/form';

/** Defined name of a sheet's whole planned region; the sheet is found by it after a rename. */
export function regionName(tabName: string): string {
  return definedName('表', tabName);
}

/** Defined name of a list, from the row of its column labels to its locked end row, row key included. */
export function listName(name: string): string {
  return definedName('清单', name);
}
