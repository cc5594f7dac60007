import { strToU8, zipSync } from 'fflate';
import { DIRECTORY_END, DIRECTORY_ENTRY, find, LOCAL_ENTRY, number, open, parts, patched, read, sheetXml, withRows, zipped } from './files';

const whole = zipped(parts());
const SIZE_IN_DIRECTORY = 24, PACKED_IN_DIRECTORY = 20, OFFSET_IN_DIRECTORY = 42;

/** Index in the directory of the sheet’s part. */
const SHEET = Object.keys(parts()).indexOf('xl/worksheets/sheet1.xml');
const sheetEntry = (bytes: Uint8Array): number => find(bytes, DIRECTORY_ENTRY, SHEET);

test('D04 a bomb is refused by what it declares, before anything is inflated', () => {
  const bomb = withRows('<row r="1"><c r="A1" t="str"><v>' + 'A'.repeat(8_000_000) + '</v></c></row>');
  expect(bomb.length).toBeLessThan(20_000);
  const before = process.memoryUsage().rss;
  const start = performance.now();
  expect(read(bomb)).toMatchObject({ ok: false, error: { code: 'Z14', text: expect.stringContaining('展开后过大') } });
  const took = performance.now() - start, grown = (process.memoryUsage().rss - before) / 1024 / 1024;
  console.log(`D04 bomb of ${bomb.length} bytes for 8 MB: refused in ${took.toFixed(1)} ms, memory +${grown.toFixed(1)} MB`);
  expect(grown).toBeLessThan(20);
});

test('D04 a bomb that lies about its size is refused as soon as it grows past the lie', () => {
  const bomb = withRows('<row r="1"><c r="A1" t="str"><v>' + 'A'.repeat(16_000_000) + '</v></c></row>');
  const lying = patched(bomb, sheetEntry(bomb) + SIZE_IN_DIRECTORY, number(2_000, 4));
  const before = process.memoryUsage().rss;
  expect(read(lying)).toMatchObject({ ok: false, error: { code: 'Z16', text: expect.stringContaining('xl/worksheets/sheet1.xml') } });
  const grown = (process.memoryUsage().rss - before) / 1024 / 1024;
  console.log(`D04 lying bomb of ${lying.length} bytes for 16 MB: memory +${grown.toFixed(1)} MB`);
  expect(grown).toBeLessThan(40);
});

test('D04 a part smaller than declared is damaged', () => {
  expect(read(patched(whole, sheetEntry(whole) + SIZE_IN_DIRECTORY, number(4_000, 4)))).toMatchObject({ error: { code: 'Z18' } });
});

test('D04 100,000 entries are refused', () => {
  const start = find(whole, DIRECTORY_ENTRY), next = find(whole, DIRECTORY_ENTRY, 1), end = find(whole, DIRECTORY_END);
  const listed = whole.subarray(start, next);
  const many = new Uint8Array(start + 100_000 * listed.length + 22);
  many.set(whole.subarray(0, start));
  for (let i = 0; i < 100_000; i += 1) many.set(listed, start + i * listed.length);
  many.set(patched(whole.subarray(end), 12, number(100_000 * listed.length, 4)), many.length - 22);
  expect(read(many)).toMatchObject({ error: { code: 'Z15', text: expect.stringContaining('部件过多') } });
});

test('D04 parts over each other are refused: one packed text counted many times', () => {
  const offset = number(0, 4);
  const overlapping = patched(whole, sheetEntry(whole) + OFFSET_IN_DIRECTORY, offset);
  expect(read(overlapping)).toMatchObject({ error: { code: 'Z16' } });
  const longer = patched(whole, find(whole, DIRECTORY_ENTRY) + PACKED_IN_DIRECTORY, number(whole.length, 4));
  expect(read(longer)).toMatchObject({ error: { code: 'Z16' } });
});

test('D04 a directory that names a part otherwise than the part itself is refused', () => {
  const other = patched(whole, find(whole, LOCAL_ENTRY, SHEET) + 30, [...'xl/worksheets/sheet9.xml'].map((letter) => letter.charCodeAt(0)));
  expect(read(other)).toMatchObject({ error: { code: 'Z16' } });
});

test('D04 a zip inside is left packed', () => {
  const inner = zipSync({ 'deep.xml': strToU8('A'.repeat(1_000_000)) });
  expect(read(zipped(parts({ 'xl/embeddings/inner.zip': inner })))).toMatchObject({ ok: true });
});

test('D04 a changed bit is noticed: a figure is never silently another one', () => {
  const stored = zipSync(parts({ 'xl/worksheets/sheet1.xml': sheetXml('<row r="1"><c r="A1"><v>227.39</v></c></row>') }), { level: 0 });
  const at = find(stored, [...'227.39'].map((letter) => letter.charCodeAt(0)));
  expect(read(stored)).toMatchObject({ ok: true });
  expect(read(patched(stored, at, ['9'.charCodeAt(0)]))).toMatchObject({ error: { code: 'Z18', text: expect.stringContaining('已损坏') } });
});

test('D04 a password on the zip itself, or another way of packing', () => {
  const at = find(whole, DIRECTORY_ENTRY);
  expect(read(patched(whole, at + 8, number(1, 2)))).toMatchObject({ error: { code: 'Z17' } });
  expect(read(patched(whole, at + 10, number(12, 2)))).toMatchObject({ error: { code: 'Z17' } });
});

test('D04 a file that is simply too large is refused unread', () => {
  const large = new Uint8Array(51 * 1024 * 1024);
  large.set(whole);
  expect(read(large)).toMatchObject({ error: { code: 'Z13', text: expect.stringContaining('51 MB') } });
});

test('D08 macros, links and objects are told and not opened', () => {
  const file = open(zipped(parts({ 'xl/vbaProject.bin': 'x', 'xl/externalLinks/externalLink1.xml': '<broken', 'xl/embeddings/oleObject1.bin': 'x', 'customUI/customUI.xml': '<broken' })));
  expect(file.remarks.map(({ code }) => code)).toEqual(['Z51', 'Z52', 'Z53', 'Z56']);
  expect(file.look(null)).toMatchObject({ ok: true });
});
