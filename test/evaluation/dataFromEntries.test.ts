import { blankEntries, dataFromEntries, entriesFromData } from '../../src/evaluation/entries';
import { compileForm } from '../../src/evaluation/form';
import { readEvaluationData } from '../../src/evaluation/readData';
import { numberCell, textCell } from '../../src/values/cell';
import { bundledForm, sampleData, sampleEntries } from '../cases/samplePack';
import { tinyPack, tinySample } from '../cases/tinyPack';

const compiled = compileForm(tinyPack);
if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
const form = compiled.value;

test('the data of a workbook gives the workbook again', () => {
  expect(dataFromEntries(form, entriesFromData(form, tinySample))).toEqual(tinySample);
  const whole = bundledForm('quxian-2023');
  const entries = sampleEntries(whole);
  const data = dataFromEntries(whole, entries);
  expect(readEvaluationData(JSON.stringify(data), whole)).toEqual({ ok: true, value: data });
  expect(entriesFromData(whole, data)).toEqual(entries);
  expect(Object.keys(data.fields).length).toBeGreaterThan(50);
});

test('the sample is a data file without a fault', () => {
  const whole = bundledForm('quxian-2023');
  const read = readEvaluationData(JSON.stringify(sampleData('quxian-2023')), whole);
  expect(read.ok ? [] : read.error).toEqual([]);
});

test('what the pack gives is left out unless it was cleared', () => {
  const blank = blankEntries(form);
  expect(dataFromEntries(form, blank)).toEqual({ pack: 'tiny', fields: {}, lists: {} });
  const cleared = { ...blank, fields: new Map([...blank.fields].filter(([id]) => id !== 'profile.year')) };
  expect(dataFromEntries(form, cleared).fields).toEqual({ 'profile.year': '' });
  expect(entriesFromData(form, dataFromEntries(form, cleared)).fields.get('profile.year')).toEqual({ kind: 'blank' });
});

test('a cell of another kind comes as its text and is told when it is read', () => {
  const data = dataFromEntries(form, {
    fields: new Map([['income.fund.initial', textCell('约三百')], ['income.general.initial', numberCell('1e21')], ['profile.contact', numberCell(5)]]),
    lists: new Map([['items', [{ key: 'r001', cells: new Map([['name', { kind: 'error', code: '#REF!' }], ['budget', { kind: 'truth', value: true }]]) }]]]),
  });
  expect(data).toMatchObject({
    fields: { 'income.fund.initial': '约三百', 'income.general.initial': '1000000000000000000000', 'profile.contact': '5' }, lists: { items: [{ name: '#REF!', budget: 'TRUE' }] },
  });
  const read = readEvaluationData(JSON.stringify(data), form);
  expect(read.ok ? [] : read.error.map(({ path }) => path)).toEqual(['fields.income.general.initial', 'fields.income.fund.initial', 'lists.items[0].budget']);
});
