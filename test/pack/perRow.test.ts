import { bindChecks } from '../../src/check/runChecks';
import { dependentsOf } from '../../src/evaluation/dependents';
import { compileForm, type Form } from '../../src/evaluation/form';
import type { PackFault } from '../../src/pack/fault';
import type { Pack } from '../../src/pack/pack';
import { indicatorLists, withRoomFor } from '../../src/pack/perRow';
import { readPack } from '../../src/pack/readPack';
import { bundledPacks } from '../cases/bundledPacks';

const text = bundledPacks.find(({ id }) => id === 'national-2020')?.text ?? '';

function packWith(change: (text: string) => string = (same) => same): Pack {
  const pack = readPack(change(text));
  if (!pack.ok) throw new Error(JSON.stringify(pack.error));
  return pack.value;
}

function formOf(pack: Pack): Form {
  const form = compileForm(pack);
  if (!form.ok) throw new Error(JSON.stringify(form.error));
  return form.value;
}

function faultsOf(change: (text: string) => string): readonly PackFault[] {
  const form = compileForm(packWith(change));
  return form.ok ? [] : form.error;
}

test('a sheet for each row, with ids, names and tabs of its own', () => {
  const form = formOf(withRoomFor(packWith(), 7));
  expect([...form.sheets.values()].filter(({ id }) => id.startsWith('evaluation')).map(({ id, name }) => `${id} ${name}`)).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `evaluation${n} 自评表${n}`));
  expect(form.fields.get('form7.totalExecuted')?.name).toBe('项目7_年度资金总额全年执行数');
  expect(form.lists.get('indicators7')?.columns.get('effectiveWeight')?.rule?.operands['weights']).toEqual({ at: 'column', list: 'indicators7', column: 'weight' });
  expect(form.fields.get('form7.name')?.rule?.operands['of']).toEqual({ at: 'item', list: 'projects', row: 6, column: 'name' });
  expect(form.lists.get('projects')?.columns.get('score')?.rule?.operands['of']).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => ({ at: 'field', id: `total${n}.score` })));
  expect(indicatorLists(form.pack)).toHaveLength(7);
  expect(withRoomFor(packWith(), 2).perRow?.count).toBe(5);
});

test('a check is made once for each sheet', () => {
  const form = formOf(packWith());
  const bound = bindChecks(form);
  expect(bound.ok && bound.value.filter(({ check }) => check.code === 'I01').length).toBe(5);
  expect(bound.ok && bound.value.filter(({ check }) => check.code === 'S01').length).toBe(1);
});

test('one row of the list changes its own sheet and no other', () => {
  const changed = dependentsOf(formOf(packWith())).of([{ list: 'projects', row: 2, column: 'executed' }], () => 60);
  const fields = changed.flatMap((ref) => ('field' in ref ? [ref.field] : []));
  expect(fields).toEqual(expect.arrayContaining(['form3.totalExecuted', 'form3.executionScore', 'total3.score']));
  expect(fields.filter((field) => /^(form|total|result)[1245]\./.test(field))).toEqual([]);
});

test.each([
  ['a list that is not there', (pack: string) => pack.replace('"perRow":{"list":"projects"', '"perRow":{"list":"project"'), 'perRow.list'],
  ['more sheets than rows', (pack: string) => pack.replace('"list":"projects","count":5', '"list":"projects","count":61'), 'perRow.count'],
  ['a column that is not there', (pack: string) => pack.replace('"unless":{"column":"scope"', '"unless":{"column":"scop"'), 'perRow.unless.column'],
  ['a row of the list that is not there', (pack: string) => pack.replace('"of":"projects.name[#]"', '"of":"projects.name[61]"'), 'sheets[4].blocks[0].rows[0].cells[1].field.rule.of'],
  ['the number of a row outside a list', (pack: string) => pack.replace('"of":"projects.name[#]"', '"of":"@"'), 'sheets[4].blocks[0].rows[0].cells[1].field.rule.of'],
  ['no word of whose rows they are', (pack: string) => pack.replace(/"perRow":\{"list".*?\}\},/, '').replaceAll('#', '1'), 'perRow'],
])('%s is told once, at its place in the pack', (_name, change, path) => {
  const faults = faultsOf(change);
  expect(faults.filter((fault) => fault.path === path)).toHaveLength(1);
});
