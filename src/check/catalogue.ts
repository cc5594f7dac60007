import { accountChecks } from './accounts';
import { adjustmentChecks } from './adjustments';
import { assetChecks } from './assets';
import { austerityChecks } from './austerity';
import { balanceChecks } from './balances';
import { changeChecks } from './changes';
import type { Check } from './check';
import { classificationChecks } from './classifications';
import { duplicateChecks } from './duplicates';
import { entryChecks } from './entries';
import { goalChecks } from './goals';
import { indicatorEntryChecks } from './indicatorEntries';
import { indicatorChecks } from './indicators';
import { magnitudeChecks } from './magnitudes';
import { projectChecks } from './projects';
import { rateChecks } from './rates';
import { ratioChecks } from './ratios';
import { resultChecks } from './results';
import { scoreChecks } from './scores';
import { scoreTableChecks } from './scoreTable';
import { signOffChecks } from './signOff';
import { staffChecks } from './staff';
import { statementChecks } from './statements';
import { weightChecks } from './weights';
import { workbookChecks } from './workbookState';

/** Checks of the catalogue: a pack says which apply and to what. */
export const packChecks: ReadonlyMap<string, Check> = new Map(
  [
    ...accountChecks, ...balanceChecks, ...classificationChecks, ...projectChecks, ...magnitudeChecks, ...adjustmentChecks,
    ...rateChecks, ...ratioChecks, ...changeChecks, ...indicatorChecks, ...weightChecks, ...resultChecks, ...goalChecks,
    ...scoreChecks, ...scoreTableChecks, ...staffChecks, ...austerityChecks, ...statementChecks, ...assetChecks, ...signOffChecks,
  ].map((check) => [check.code, check]),
);

/**
 * Checks of the input itself, always on, for every pack. Codes: V and two digits;
 * V01–V16 what was typed into a cell, V20–V25 the state of the sheets, V30 engine against cell.
 */
export const standingChecks: readonly Check[] = [...entryChecks, ...indicatorEntryChecks, ...duplicateChecks, ...workbookChecks];
