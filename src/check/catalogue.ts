import { accountChecks } from './accounts';
import { assetChecks } from './assets';
import { austerityChecks } from './austerity';
import type { Check } from './check';
import { classificationChecks } from './classifications';
import { duplicateChecks } from './duplicates';
import { entryChecks } from './entries';
import { indicatorEntryChecks } from './indicatorEntries';
import { indicatorChecks } from './indicators';
import { projectChecks } from './projects';
import { rateChecks } from './rates';
import { scoreTableChecks } from './scoreTable';
import { signOffChecks } from './signOff';
import { staffChecks } from './staff';
import { workbookChecks } from './workbookState';

/** Checks of the catalogue: a pack says which apply and to what. */
export const packChecks: ReadonlyMap<string, Check> = new Map(
  [
    ...accountChecks, ...classificationChecks, ...projectChecks, ...rateChecks, ...indicatorChecks, ...scoreTableChecks,
    ...staffChecks, ...austerityChecks, ...assetChecks, ...signOffChecks,
  ].map((check) => [check.code, check]),
);

/**
 * Checks of the input itself, always on, for every pack. Codes: V and two digits;
 * V01–V16 what was typed into a cell, V20–V25 the state of the sheets, V30 engine against cell.
 */
export const standingChecks: readonly Check[] = [...entryChecks, ...indicatorEntryChecks, ...duplicateChecks, ...workbookChecks];
