import { usePack } from '../../src/actions/ourWorkbook';
import { bundledPacks } from '../cases/bundledPacks';
import { headRows, readStoreSheet } from '../../src/workbook/storeSheet';
import { tinyPackText } from '../cases/tinyPack';

const head = { pack: tinyPackText, packHash: 'abc', layoutVersion: 1 };

/** The sheet as it was written before packs were compressed. */
const version1 = [['jixiao', '1'], ['layoutVersion', '1'], ['packHash', 'abc'], ['pack', tinyPackText.slice(0, 30_000), tinyPackText.slice(30_000)]];

test('the pack comes back as it was, from a fraction of the letters', () => {
  const pack = bundledPacks[0]?.text ?? '';
  const rows = headRows({ ...head, pack });
  expect(readStoreSheet(rows)?.text).toMatchObject({ ...head, pack });
  expect(rows[3]?.slice(1).join('').length).toBeLessThan(new TextEncoder().encode(pack).length / 3);
  for (const text of rows.flat()) expect(text.length).toBeLessThanOrEqual(30_000);
});

test('a workbook made before packs were compressed still opens', () => {
  expect(readStoreSheet(version1)?.text).toMatchObject(head);
});

test('a damaged pack is told as one, and not taken for a workbook of somebody else', () => {
  const rows = headRows(head).map((row, index) => (index === 3 ? ['pack', row[1]?.slice(0, 40) ?? ''] : row));
  const store = readStoreSheet(rows);
  expect(store?.text.pack).toBe('');
  expect(usePack(store?.text.pack ?? 'x')).toMatchObject({ ok: false, error: { code: 'A02' } });
});

test('a store of a later program, and none of ours', () => {
  expect(readStoreSheet([['jixiao', '3'], ['?']])?.text.layoutVersion).toBe(Number.MAX_SAFE_INTEGER);
  expect(readStoreSheet([['台账', '1']])).toBeNull();
  expect(readStoreSheet([['jixiao', '2'], ['layoutVersion', '1'], ['packHash', 'abc'], ['pack']])).toBeNull();
});
