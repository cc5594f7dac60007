import { evaluate, type Entries } from '../../src/evaluation/evaluate';
import { sameEntries } from '../../src/pane/sameEntries';
import { numberCell, textCell } from '../../src/values/cell';
import { bundledForm, sampleEntries } from '../cases/samplePack';

const form = bundledForm('quxian-2023');
const entries = sampleEntries(form);
const before = evaluate(form, entries);
const after = (change: Partial<Entries>): boolean => sameEntries(before, evaluate(form, { ...entries, ...change }));

test('what a check writes is no change, what a person types is', () => {
  expect(after({
    fields: new Map([...entries.fields, ['checkRun.at', textCell('2024-03-23 09:05')], ['checkRun.summary', textCell('没有发现问题')]]),
    lists: new Map([...entries.lists, ['findings', [{ key: '', cells: new Map([['number', numberCell(1)]]) }]]]),
  })).toBe(true);
  expect(after({ fields: new Map([...entries.fields, ['income.general.final', numberCell('197.40')]]) })).toBe(false);
  expect(after({ lists: new Map([...entries.lists, ['indicators', []]]) })).toBe(false);
});
