import type { WorkbookFact, WorkbookFacts } from '../proofread/workbookFacts';
import { decimal } from '../values/decimal';

/** What the proofreading thread is asked for. Between threads an amount goes as text: a decimal would arrive without its methods. */
export interface ProofOrder {
  readonly text: string;
  readonly facts: (Omit<WorkbookFacts, 'facts'> & { readonly facts: readonly (Omit<WorkbookFact, 'value'> & { readonly value: string })[] }) | null;
}

export function proofOrder(text: string, facts: WorkbookFacts | null): ProofOrder {
  return { text, facts: facts && { ...facts, facts: facts.facts.map((fact) => ({ ...fact, value: fact.value.toString() })) } };
}

export function factsOf({ facts }: ProofOrder): WorkbookFacts | null {
  return facts && { ...facts, facts: facts.facts.map((fact) => ({ ...fact, value: decimal(fact.value) })) };
}
