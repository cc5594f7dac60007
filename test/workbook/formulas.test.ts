import { expectAgreement } from '../cases/provenEvaluations';

/** A few whole workbooks here; `npm run test:long` runs 300. */
test('engine and formulas agree on every computed cell', () => expectAgreement(3, 2), 300_000);
