import { strToU8 } from 'fflate';
import { cellText } from '../../src/values/cell';
import { cellsOf, MAIN, parts, read, sheetXml, zipped } from './files';

const SHEET = 'xl/worksheets/sheet1.xml';
const text = sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>部门基本情况</t></is></c></row>');
const withSheet = (part: string | Uint8Array): Uint8Array => zipped(parts({ [SHEET]: part }));
const behindDeclaration = (inserted: string): string => text.replace('?>', `?>${inserted}`);

/** UTF-16 in either order of bytes. */
function utf16(source: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const whole = `${mark ? '\ufeff' : ''}${source}`;
  return Uint8Array.from([...whole].flatMap((letter) => {
    const code = letter.charCodeAt(0);
    return bigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8];
  }));
}

test.each([
  ['a document type', '<!DOCTYPE worksheet>'],
  ['entities that multiply', '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'],
  ['an entity from a file', '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'],
])('D06 %s is refused', (_, inserted) => {
  expect(read(withSheet(behindDeclaration(inserted).replace('部门', inserted.includes('"ha"') ? '&b;' : '部门')))).toMatchObject({ error: { code: 'Z19', text: expect.stringContaining('DTD') } });
});

test('D06 an entity nobody declared is not well-formed', () => {
  expect(read(withSheet(text.replace('部门', '&xxe;')))).toMatchObject({ error: { code: 'Z18' } });
});

test.each([
  ['gb2312', strToU8(text.replace('UTF-8', 'gb2312'))],
  ['ISO-8859-1', strToU8(text.replace('UTF-8', 'ISO-8859-1'))],
])('D06 the encoding %s is named', (encoding, part) => {
  expect(read(withSheet(part))).toMatchObject({ error: { code: 'Z20', text: expect.stringContaining(encoding) } });
});

test('D06 bytes that are no UTF-8 are refused, not replaced', () => {
  const bytes = strToU8(text);
  bytes[bytes.indexOf(0xe9)] = 0xff;
  expect(read(withSheet(bytes))).toMatchObject({ error: { code: 'Z20', text: expect.stringContaining(SHEET) } });
});

test.each<[string, boolean, boolean]>([['little-endian', false, true], ['big-endian', true, true], ['little-endian without a mark', false, false]])('D06 UTF-16 %s is read', (_, bigEndian, mark) => {
  const cells = cellsOf(withSheet(utf16(text.replace('UTF-8', 'UTF-16'), bigEndian, mark)));
  expect(cellText(cells[0]?.[0]?.value ?? { kind: 'blank' })).toBe('部门基本情况');
});

test('D06 a mark of UTF-8 at the start is no text', () => {
  expect(read(withSheet(`\ufeff${text}`))).toMatchObject({ ok: true });
});

test.each([['\u0000'], ['\u0001'], ['\u000b'], ['\uffff']])('D06 the bare character %j is not well-formed', (character) => {
  expect(read(withSheet(text.replace('部门', character)))).toMatchObject({ error: { code: 'Z18' } });
});

test('D06 elements nested without end are refused', () => {
  const deep = `<worksheet xmlns="${MAIN}">${'<x>'.repeat(5_000)}${'</x>'.repeat(5_000)}</worksheet>`;
  expect(read(withSheet(deep))).toMatchObject({ error: { code: 'Z21', text: expect.stringContaining('嵌套过深') } });
});

test.each([['cut off', text.slice(0, -20)], ['not closed in order', text.replace('</is></c>', '</c></is>')], ['an attribute twice', text.replace('<c r="A1"', '<c r="A1" r="A2"')]])('D06 XML that is %s is damaged', (_, xml) => {
  expect(read(withSheet(xml))).toMatchObject({ error: { code: 'Z18', text: expect.stringContaining(SHEET) } });
});
