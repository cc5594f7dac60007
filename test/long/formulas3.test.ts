import { packIndex } from '../../src/pack/bundledPacks';
import { expectAgreement } from '../cases/provenEvaluations';
import { bundledForm } from '../cases/samplePack';

/** The packs beside the first, which formulas1 and formulas2 prove. */
test.each(packIndex.map(({ id }) => id).slice(1))('engine and formulas agree on every computed cell of 25 random workbooks of %s', (id) => expectAgreement(25, 0, bundledForm(id)), 3_000_000);
