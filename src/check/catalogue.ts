import { accountChecks } from './accounts';
import type { Check } from './check';
import { entryChecks } from './entries';
import { indicatorChecks } from './indicators';
import { rateChecks } from './rates';
import { staffChecks } from './staff';
import { workbookChecks } from './workbookState';

/** Checks of the catalogue: a pack says which apply and to what. */
export const packChecks: ReadonlyMap<string, Check> = new Map(
  [...accountChecks, ...rateChecks, ...indicatorChecks, ...staffChecks].map((check) => [check.code, check]),
);

/**
 * Checks of the input itself, always on, for every pack. Codes: V and two digits;
 * V01–V11 what was typed into a cell, V20–V25 the state of the sheets, V30 engine against cell.
 */
export const standingChecks: readonly Check[] = [...entryChecks, ...workbookChecks];
