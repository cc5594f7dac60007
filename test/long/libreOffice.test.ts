import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { blankEntries } from '../../src/evaluation/entries';
import { packIndex } from '../../src/pack/bundledPacks';
import { numberCell } from '../../src/values/cell';
import type { Plan, PlannedCell } from '../../src/workbook/plan';
import { planWorkbook } from '../../src/workbook/planWorkbook';
import { randomEntries } from '../cases/randomEntries';
import { bundledForm, sampleEntries } from '../cases/samplePack';
import { seed } from '../cases/seed';
import { comparedWithLibreOffice, fileOf, withoutResults } from './libreOffice/recalculation';

const form = bundledForm('quxian-2023');
const sample = planWorkbook(form, sampleEntries(form));

jest.setTimeout(15 * 60_000);

test.each(packIndex.map(({ id }) => id))('LibreOffice calculates every computed cell of %s as the engine does', async (id) => {
  const packed = bundledForm(id);
  const random = fc.sample(randomEntries(packed), { seed, numRuns: 4 });
  const compared = await comparedWithLibreOffice(new Map<string, Plan>([
    ['blank', planWorkbook(packed, blankEntries(packed))], ['sample', planWorkbook(packed, sampleEntries(packed))],
    ...random.map((entries, index): [string, Plan] => [`random-${index + 1}`, planWorkbook(packed, entries)]),
  ]));
  const cells = [...compared.values()].reduce((total, each) => total + each.cells, 0);
  const differences = [...compared].flatMap(([name, each]) => each.differences.map((line) => `${name} ${line}`));
  console.log(`LibreOffice 复算 ${id}：${compared.size} 个工作簿，${cells} 个计算格，不一致 ${differences.length}，seed ${seed}`);
  expect(differences.slice(0, 20)).toEqual([]);
  expect(cells).toBeGreaterThan(compared.size * 1_000);
});

/** The sample with one computed number changed. */
function spoilt(change: (cell: PlannedCell) => Partial<PlannedCell>): Plan {
  const target = sample.sheets.flatMap((sheet) => sheet.cells).find((cell) => cell.field === 'income.total.adjusted');
  if (target?.value.kind !== 'number') throw new Error('the sample has no total income');
  return { ...sample, sheets: sample.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map((cell) => (cell === target ? { ...cell, ...change(cell) } : cell)) })) };
}

test('a planted wrong value and a planted wrong formula are caught', async () => {
  const compared = await comparedWithLibreOffice(new Map([
    ['value', spoilt(() => ({ value: numberCell('227.40') }))],
    ['formula', spoilt(({ formula }) => ({ formula: `${formula}+0.01` }))],
  ]));
  expect(compared.get('value')?.differences).toEqual([expect.stringMatching(/engine number 227\.4, LibreOffice number 227\.39/)]);
  expect(compared.get('formula')?.differences.join('\n')).toMatch(/engine number 227\.39, LibreOffice number 227\.4,/);
});

test('nothing is left for LibreOffice to believe', async () => {
  const before = await fileOf(sample), after = withoutResults(before);
  expect(after.length).toBeLessThan(before.length);
  const results = (file: Uint8Array): number => Object.values(unzipSync(file)).reduce((total, part) => total + (strFromU8(part).match(/<\/f><v>/g)?.length ?? 0), 0);
  expect(results(before)).toBe(sample.sheets.flatMap((sheet) => sheet.cells).filter((cell) => cell.formula !== undefined).length);
  expect(results(after)).toBe(0);
});
