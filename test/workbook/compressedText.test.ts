import { deflateSync } from 'fflate';
import * as fc from 'fast-check';
import { compressText, expandText } from '../../src/workbook/compressedText';
import { seed } from '../cases/seed';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

test(`every text comes back as it was (seed ${seed})`, () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 5_000 }), (text) => expandText(compressText(text)) === text), { seed, numRuns: 200 });
  const long = '支出_基本支出_决算数,'.repeat(20_000);
  expect(expandText(compressText(long))).toBe(long);
});

test('the same text gives the same letters, none of which Excel would take for a formula', () => {
  expect(compressText('渠县 2023')).toBe(compressText('渠县 2023'));
  expect(compressText('渠县 2023'.repeat(100))).toMatch(/^[A-Za-z0-9+/]+=*$/);
});

test.each<[string, string]>([
  ['no base64', '渠县'],
  ['no deflate', base64(new Uint8Array([255, 254, 253, 252]))],
  ['empty', ''],
  ['broken off', compressText('渠县'.repeat(1_000)).slice(0, 20)],
  ['a bomb: 5 MB of blanks in 5 KB', base64(deflateSync(new Uint8Array(5_000_000).fill(32), { level: 9 }))],
  ['a bomb: 60 MB in 60 KB', base64(deflateSync(new Uint8Array(60_000_000), { level: 9 }))],
])('%s is refused', (_, compressed) => {
  expect(expandText(compressed)).toBeNull();
});
