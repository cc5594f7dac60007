import { usePack } from '../../src/actions/ourWorkbook';
import { mainJobPack } from '../cases/mainJobPack';
import { expectAgreement } from '../cases/provenEvaluations';
import { value } from '../excel/steps';

/** The sheets of the main job once; `npm run test:long` runs 300 whole workbooks. */
test('engine and formulas agree on every computed cell', () => expectAgreement(1, 2, value(usePack(mainJobPack())).form));
