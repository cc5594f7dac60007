import { expectAgreement } from '../cases/provenEvaluations';

/** One whole workbook here; `npm run test:long` runs 300. */
test('engine and formulas agree on every computed cell', () => expectAgreement(1, 2));
