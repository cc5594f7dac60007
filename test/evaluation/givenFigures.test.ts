import { entriesFromData } from '../../src/evaluation/entries';
import { evaluate } from '../../src/evaluation/evaluate';
import { givesFigures } from '../../src/evaluation/givenFigures';
import type { Pack } from '../../src/pack/pack';
import { ownPack } from '../cases/ownPack';
import { formOf } from '../cases/rosterCase';
import { bundledForm, sampleData } from '../cases/samplePack';

const sample = (id: string): ReturnType<typeof evaluate> => evaluate(bundledForm(id), entriesFromData(bundledForm(id), sampleData(id)));

test.each([
  ['quxian-2023', 'progress.june.target', /即40%、75%（待财政局确认）$/],
  ['longshan-2022', 'scoring.systems.points', /2017年以来各县通行样式）（待财政局确认）$/],
  ['longshan-2022', 'targets.executionPoints', /^财预〔2020〕10号：预算执行率10分$/],
] as const)('%s: %s says where it comes from', (id, field, source) => {
  expect(sample(id).trace({ field }).given).toMatch(source);
});

test('weights that every unit gets say where they come from, those of one unit and what is typed do not', () => {
  const weight = { list: 'indicators', row: 0, column: 'weight' };
  const given = (pack: Pack, ref: Parameters<ReturnType<typeof evaluate>['trace']>[0]): string | null => evaluate(formOf(pack), entriesFromData(formOf(pack), { pack: pack.id, fields: {}, lists: {} })).trace(ref).given;
  expect(given(ownPack, weight)).toBe('某县通知（待财政局确认）');
  expect(given({ ...ownPack, prefilled: { fields: {}, lists: { indicators: [{ level3: '汇聚数据', weight: 100 }] } } }, weight)).toBeNull();
  expect(given(ownPack, { ...weight, column: 'level3' })).toBeNull();
  expect(given(ownPack, { field: 'income.general.initial' })).toBeNull();
});

test('the year evaluated is no figure of a document', () => {
  const blocks = ownPack.sheets.flatMap((sheet) => sheet.blocks);
  expect(blocks.filter(givesFigures).map(({ id }) => id)).toEqual(['indicators']);
});
