import { compileForm } from '../../src/evaluation/form';
import { blankEntries } from '../../src/evaluation/entries';
import type { Prefilled } from '../../src/pack/pack';
import { readPack } from '../../src/pack/readPack';
import { cellText } from '../../src/values/cell';
import { formOf, givingPack } from '../cases/rosterCase';

test('values of a unit stand where the forms give nothing, its rows instead of theirs', () => {
  const form = formOf({ ...givingPack, prefilled: { fields: { 'profile.unitCode': '017', 'profile.year': 2024 }, lists: { projects: [{ name: '甲', initial: '1.5' }] } } });
  const entries = blankEntries(form);
  expect(['profile.unitCode', 'profile.year', 'profile.supervisor'].map((id) => { const cell = entries.fields.get(id); return cell && cellText(cell); })).toEqual(['017', '2024', undefined]);
  expect(entries.lists.get('projects')?.map(({ cells }) => [...cells.keys()])).toEqual([['name', 'initial']]);
});

test('all faults at once', () => {
  const prefilled: Prefilled = { fields: { 'profile.nobody': 'x', 'indicators.total.weight': '100' }, lists: { projects: [{ name: '甲', rate: '1', colour: '红' }], nothing: [] } };
  const form = compileForm({ ...givingPack, prefilled });
  if (form.ok) throw new Error('accepted');
  expect(form.error.map(({ path }) => path)).toEqual([
    'prefilled.fields.profile.nobody', 'prefilled.fields.indicators.total.weight', 'prefilled.lists.projects[0].rate', 'prefilled.lists.projects[0].colour', 'prefilled.lists.nothing',
  ]);
  const shape = readPack(JSON.stringify({ ...givingPack, prefilled: { fields: { a: {} }, lists: { b: [1] }, more: 1 } }));
  expect(shape).toMatchObject({ ok: false, error: { kind: 'faulty', faults: expect.arrayContaining([expect.objectContaining({ path: 'prefilled.fields.a' }), expect.objectContaining({ path: 'prefilled.lists.b[0]' })]) } });
});
