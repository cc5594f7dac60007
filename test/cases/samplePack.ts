import { entriesFromData, type EvaluationData } from '../../src/evaluation/entries';
import { evaluate, type Entries, type Evaluation } from '../../src/evaluation/evaluate';
import { compileForm, type Form } from '../../src/evaluation/form';
import { bundledPacks } from './bundledPacks';
import { readPack } from '../../src/pack/readPack';

const forms = new Map<string, Form>();

/** A bundled pack, read and bound as the product does it, once for all tests of a file. */
export function bundledForm(id: string): Form {
  const known = forms.get(id);
  if (known) return known;
  const text = bundledPacks.find((pack) => pack.id === id)?.text;
  const pack = readPack(text ?? '');
  if (!pack.ok) throw new Error(`pack ${id}: ${JSON.stringify(pack.error)}`);
  const form = compileForm(pack.value);
  if (!form.ok) throw new Error(`pack ${id}: ${JSON.stringify(form.error, null, 1)}`);
  forms.set(id, form.value);
  return form.value;
}

export function sampleData(id: string): EvaluationData {
  return bundledPacks.find((pack) => pack.id === id)?.sample as EvaluationData;
}

export function sampleEntries(form: Form): Entries {
  return entriesFromData(form, sampleData(form.pack.id));
}

export function sampleEvaluation(id = 'quxian-2023'): Evaluation {
  const form = bundledForm(id);
  return evaluate(form, sampleEntries(form));
}
