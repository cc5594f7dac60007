import { cellText } from '../../src/values/cell';
import { cellsOf, MAIN, parts, read, sheetXml, withRows, zipped } from './files';

test.each([
  ['a column behind the last', '<row r="1"><c r="XFE1"><v>1</v></c></row>', '【基本情况】XFE1'],
  ['a row behind the last', '<row r="1"><c r="A1048577"><v>1</v></c></row>', '【基本情况】A1048577'],
  ['row 0', '<row r="1"><c r="A0"><v>1</v></c></row>', '【基本情况】A0'],
  ['no address', '<row r="1"><c r="一"><v>1</v></c></row>', '【基本情况】一'],
  ['a row that says so itself', '<row r="1048577"/>', '第1048577行'],
  ['a negative row', '<row r="-5"/>', '第-5行'],
])('D09 %s is refused with its place', (_, rows, place) => {
  expect(read(withRows(rows))).toMatchObject({ error: { code: 'Z22', text: expect.stringContaining(place) } });
});

test.each([['1'], ['-1'], ['1e9'], ['0x0'], ['']])('D09 a shared text number %j that is not there is refused with its cell', (index) => {
  expect(read(withRows(`<row r="3"><c r="B3" t="s"><v>${index}</v></c></row>`))).toMatchObject({ error: { code: 'Z23', text: expect.stringContaining('【基本情况】B3') } });
});

test('D09 without addresses cells are counted on, also behind a stated one', () => {
  const cells = cellsOf(withRows('<row><c><v>1</v></c><c r="C1"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row><row r="4"><c><v>6</v></c></row>'));
  const shown = cells.slice(0, 4).map((row) => row.slice(0, 4).map(({ value }) => cellText(value)));
  expect(shown).toEqual([['1', '', '3', '4'], ['5', '', '', ''], ['', '', '', ''], ['6', '', '', '']]);
});

test('D09 a cell at the far end of the sheet costs nothing', () => {
  const cells = cellsOf(withRows('<row r="1"><c r="A1" t="str"><v>题</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'));
  expect(cellText(cells[0]?.[0]?.value ?? { kind: 'blank' })).toBe('题');
  expect(cells.length * (cells[0]?.length ?? 0)).toBeLessThan(10_000);
});

test('D09 a region name over the whole sheet is cut to what was planned and some more', () => {
  const workbook = `<workbook xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="改名" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="表_基本情况">改名!$A$1:$XFD$1048576</definedName></definedNames></workbook>`;
  const snapshot = read(zipped(parts({ 'xl/workbook.xml': workbook })));
  expect(snapshot).toMatchObject({ ok: true, value: { sheets: [{ id: 'profile', name: '改名', region: { truncated: true } }] } });
  const region = snapshot.ok ? snapshot.value.sheets[0]?.region : null;
  expect((region?.cells.length ?? 0) * (region?.cells[0]?.length ?? 0)).toBeLessThan(500_000);
});

test('D09 more styles than Excel knows are refused, a style that is missing shows plainly', () => {
  const styles = (count: number): Uint8Array => zipped(parts({
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs>${Array.from({ length: count }, (_, i) => `<xf numFmtId="${(i * 7919) % 1000}"/>`).join('')}</cellXfs></styleSheet>`,
    'xl/_rels/workbook.xml.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/styles" Target="styles.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheetXml('<row r="1"><c r="A1" s="999999"><v>1</v></c></row>'),
  }));
  expect(read(styles(3))).toMatchObject({ ok: true });
  expect(read(styles(70_000))).toMatchObject({ error: { code: 'Z24', text: expect.stringContaining('单元格样式超过65536种') } });
});

test('D09 endless shared texts are refused', () => {
  const many = zipped(parts({ 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${Array.from({ length: 200_001 }, (_, i) => `<si><t>${(i * 7919).toString(36)}</t></si>`).join('')}</sst>` }));
  expect(read(many)).toMatchObject({ error: { code: 'Z24', text: expect.stringContaining('文字超过200000条') } });
});
