/** @jest-environment node */
import { factsOf, proofOrder } from '../../src/pane/proofOrder';
import { workbookFacts } from '../../src/proofread/workbookFacts';
import { sampleEvaluation } from '../cases/samplePack';

test('facts arrive in the other thread as they were, amounts with all their digits', () => {
  const facts = workbookFacts(sampleEvaluation());
  expect(facts.facts.length).toBeGreaterThan(5);
  const order = proofOrder('正文', facts);
  expect(structuredClone(order)).toEqual(order);
  expect(factsOf(order)).toEqual(facts);
  expect(factsOf(proofOrder('正文', null))).toBeNull();
});
