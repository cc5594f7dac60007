import { loadPack, packIndex } from '../../src/pack/bundledPacks';
import { readPack } from '../../src/pack/readPack';
import { blankEntries } from '../../src/evaluation/entries';
import { cellAddress } from '../../src/values/address';
import { planWorkbook } from '../../src/workbook/planWorkbook';
import { bundledForm } from '../cases/samplePack';

test.each(packIndex.map((summary) => [summary.id, summary] as const))('%s is what the index says before it is loaded', async (id, summary) => {
  const loaded = await loadPack(id);
  const pack = readPack(loaded.ok ? loaded.value.text : '');
  if (!loaded.ok || !pack.ok) throw new Error(JSON.stringify(pack));
  const { title, jurisdiction, year } = pack.value;
  const sheets = [...bundledForm(id).sheets.values()].map(({ name }) => name);
  expect(summary).toEqual({ id: pack.value.id, title, jurisdiction, year, sheets, hasSample: loaded.value.sample !== null });
});

test.each(packIndex.map(({ id }) => id))('no cell of %s stands on another one', (id) => {
  const form = bundledForm(id);
  for (const sheet of planWorkbook(form, blankEntries(form)).sheets) {
    const met = new Set<string>();
    const twice = sheet.cells.map(({ row, column }) => `${sheet.name}!${cellAddress(row, column)}`).filter((place) => met.size === met.add(place).size);
    expect(twice).toEqual([]);
  }
});

test('a pack that does not ship is told from one whose files do not arrive', async () => {
  expect(await loadPack('none')).toEqual({ ok: false, error: 'unknown' });
  expect(await loadPack('../samples/quxian-2023')).toEqual({ ok: false, error: 'unknown' });
});
