import { expectAgreement } from '../cases/provenEvaluations';

/** With its twin 300 whole workbooks; two files, so that both cores work. */
test('engine and formulas agree on every computed cell of 150 random workbooks', () => expectAgreement(150, 1), 3_000_000);
