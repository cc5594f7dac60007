import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate';
import type { FoundCell } from '../../src/workbook/snapshot';
import { cellText } from '../../src/values/cell';
import { cellsOf, DIRECTORY_END, DIRECTORY_ENTRY, find, MAIN, number, parts, patched, read, sheetXml, withRows, zipped } from '../faults/files';

const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const FULL = [255, 255, 255, 255];
const SHEET = 'xl/worksheets/sheet1.xml';
const RELS = 'xl/_rels/workbook.xml.rels';

const strings = (...items: readonly string[]): Record<string, string> => ({ 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${items.map((item) => `<si>${item}</si>`).join('')}</sst>` });
const relationships = (...all: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`).join('')}</Relationships>`;
const workbook = (inside: string, attributes = `xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`): string => `<workbook ${attributes}>${inside}</workbook>`;
const SHEETS = '<sheets><sheet name="基本情况" sheetId="1" r:id="rId1"/></sheets>';

const cell = (bytes: Uint8Array, row = 0, column = 0): FoundCell | undefined => cellsOf(bytes)[row]?.[column];
const one = (xml: string): FoundCell | undefined => cell(withRows(`<row r="1">${xml}</row>`));
const text = (bytes: Uint8Array, row = 0, column = 0): string => cellText(cell(bytes, row, column)?.value ?? { kind: 'blank' });

describe('texts', () => {
  test.each([
    ['plain', '<t>预算执行</t>', '预算执行'],
    ['in pieces with their own looks', '<r><t>预算</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 执行</t></r>', '预算 执行'],
    ['with readings, which are not part of it', '<t>预算</t><rPh sb="0" eb="2"><t>yusuan</t></rPh><phoneticPr fontId="1"/>', '预算'],
    ['with blanks that count', '<t xml:space="preserve"> 227.39 </t>', ' 227.39 '],
    ['with blanks that are the file’s', '<t>\n      227.39\n    </t>', '227.39'],
    ['with marks of characters', '<t xml:space="preserve">甲_x000D_\n乙_x005F_x0041_</t>', '甲\r\n乙_x0041_'],
    ['with entities', '<t>A&amp;B&lt;&#20013;&gt;</t>', 'A&B<中>'],
    ['with CDATA', '<t><![CDATA[=1+1<b>]]></t>', '=1+1<b>'],
    ['that looks like a formula', '<t>=HYPERLINK("x")</t>', '=HYPERLINK("x")'],
  ])('%s', (_, item, expected) => {
    const bytes = zipped(parts({ ...strings(item), [SHEET]: sheetXml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>') }));
    expect(text(bytes)).toBe(expected);
    expect(cell(bytes)?.formula).toBeNull();
    // Written into the cell itself, as some programs do.
    expect(text(withRows(`<row r="1"><c r="A1" t="inlineStr"><is>${item}</is></c></row>`))).toBe(expected);
  });

  test('an empty text is a blank cell', () => {
    expect(one('<c r="A1" t="inlineStr"><is><t></t></is></c>')).toEqual({ value: { kind: 'blank' }, formula: null });
  });
});

test.each([
  ['<v>227.39</v>', 'n', { kind: 'number' }, '227.39'],
  ['<v>0.1</v>', 'n', { kind: 'number' }, '0.1'],
  ['<v>0.30000000000000004</v>', 'n', { kind: 'number' }, '0.3'],
  ['<v>2.2739E2</v>', 'n', { kind: 'number' }, '227.39'],
  ['<v>-0</v>', 'n', { kind: 'number' }, '0'],
  ['<v>0</v>', 'n', { kind: 'number' }, '0'],
  ['<v>1</v>', 'b', { kind: 'truth', value: true }, 'TRUE'],
  ['<v>0</v>', 'b', { kind: 'truth', value: false }, 'FALSE'],
  ['<v>#DIV/0!</v>', 'e', { kind: 'error', code: '#DIV/0!' }, '#DIV/0!'],
  ['<v>#BLOCKED!</v>', 'e', { kind: 'error', code: '#VALUE!' }, '#VALUE!'],
  ['<v>1e999</v>', 'n', { kind: 'error', code: '#NUM!' }, '#NUM!'],
  ['<v>NaN</v>', 'n', { kind: 'error', code: '#NUM!' }, '#NUM!'],
  ['<v>0x10</v>', 'n', { kind: 'error', code: '#NUM!' }, '#NUM!'],
  ['<v>2024-03-23T00:00:00</v>', 'd', { kind: 'number' }, '45374'],
  ['', 'n', { kind: 'blank' }, ''],
])('the stored value %s of kind %s', (stored, type, value, shown) => {
  const found = one(`<c r="A1" t="${type}">${stored}</c>`)?.value;
  expect(found).toMatchObject(value);
  expect(cellText(found ?? { kind: 'blank' })).toBe(shown);
});

describe('formulas', () => {
  test.each([
    ['a text as result', '<c r="A1" t="str"><f>IF(1,"是","")</f><v>是</v></c>', '=IF(1,"是","")', '是'],
    ['an empty text as result', '<c r="A1" t="str"><f>""</f><v></v></c>', '=""', ''],
    ['no result stored', '<c r="A1"><f>SUM(B1:B3)</f></c>', '=SUM(B1:B3)', ''],
    ['functions with a mark of newness', '<c r="A1"><f>_xlfn.IFS(B1&gt;0,_xlfn._xlws.SORT(C1:C3))</f><v>1</v></c>', '=IFS(B1>0,SORT(C1:C3))', '1'],
    ['an array', '<c r="A1" cm="1"><f t="array" ref="A1:A3">B1:B3*2</f><v>4</v></c>', '=B1:B3*2', '4'],
    ['blanks around it', '<c r="A1"><f xml:space="preserve"> A2 + A3 </f><v>4</v></c>', '=A2 + A3', '4'],
    ['a data table', '<c r="A1"><f t="dataTable" ref="A1:A3" r1="B1"/><v>4</v></c>', null, '4'],
  ])('%s', (_, xml, formula, shown) => {
    const found = one(xml);
    expect(found?.formula).toBe(formula);
    expect(cellText(found?.value ?? { kind: 'blank' })).toBe(shown);
  });

  test('one shared by many cells stands in each of them as it would there', () => {
    const bytes = withRows('<row r="1"><c r="C1"><f t="shared" ref="C1:D3" si="0">A1/$A$9+收入!B$2&amp;"A1"</f><v>1</v></c><c r="D1"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="C3"><f t="shared" si="0"/><v>3</v></c></row>');
    expect([cell(bytes, 0, 2), cell(bytes, 0, 3), cell(bytes, 2, 2)].map((found) => found?.formula)).toEqual([
      '=A1/$A$9+收入!B$2&"A1"', '=B1/$A$9+收入!C$2&"A1"', '=A3/$A$9+收入!B$2&"A1"',
    ]);
  });

  test('the first cell of a shared one may lie outside what is read', () => {
    const bytes = withRows('<row r="1"><c r="Z1"><f t="shared" ref="A1:Z2" si="7">Z9</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="7"/><v>2</v></c></row>');
    expect(cell(bytes, 1, 0)?.formula).toBe('=A10');
  });
});

describe('packages', () => {
  test('strict Open XML', () => {
    const strict = (part: string): string => part.replaceAll(MAIN, STRICT).replaceAll('http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'http://purl.oclc.org/ooxml/officeDocument/relationships');
    const whole = Object.fromEntries(Object.entries(parts()).map(([name, part]) => [name, strToU8(strict(new TextDecoder().decode(part)))]));
    expect(text(zipped(whole))).toBe('部门基本情况');
  });

  test('every element with a prefix', () => {
    const xml = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(text(zipped(parts({ [SHEET]: xml })))).toBe('5');
  });

  test('elements of other namespaces are nothing of ours', () => {
    const foreign = '<c r="A1" xmlns="urn:other"><v>666</v></c><c r="A1"><v>5</v><extLst><ext xmlns:x="urn:x"><x:v>7</x:v></ext></extLst></c>';
    expect(text(withRows(`<row r="1">${foreign}</row>`))).toBe('5');
  });

  test.each([['/xl/worksheets/sheet1.xml'], ['../xl/worksheets/sheet1.xml'], ['./worksheets/sheet1.xml'], ['Worksheets/Sheet1.xml']])('the sheet’s part as %s', (target) => {
    expect(text(zipped(parts({ [RELS]: relationships(['worksheet', target], ['sharedStrings', 'sharedStrings.xml']) })))).toBe('部门基本情况');
  });

  test('parts in other folders, with blanks and Chinese letters in their names', () => {
    const bytes = zipped(parts({
      '_rels/.rels': relationships(['officeDocument', '/内容/book.xml']), 'xl/workbook.xml': null, [RELS]: null, [SHEET]: null, 'xl/sharedStrings.xml': null,
      '内容/book.xml': workbook(SHEETS), '内容/_rels/book.xml.rels': relationships(['worksheet', '%E8%A1%A8 1.xml']),
      '内容/表 1.xml': sheetXml('<row r="1"><c r="A1"><v>8</v></c></row>'),
    }));
    expect(text(bytes)).toBe('8');
  });

  test('a zip that was streamed: sizes stand behind the parts', () => {
    const pieces: Uint8Array[] = [];
    const stream = new Zip((_, piece) => { pieces.push(piece); });
    for (const [name, part] of Object.entries(parts())) {
      const entry = new ZipDeflate(name);
      stream.add(entry);
      entry.push(part, true);
    }
    stream.end();
    expect(text(Uint8Array.from(pieces.flatMap((piece) => [...piece])))).toBe('部门基本情况');
  });

  test('sizes of 64 bits in the directory', () => {
    const whole = zipSync(parts());
    const end = find(whole, DIRECTORY_END);
    const starts = Object.keys(parts()).map((_, nth) => find(whole, DIRECTORY_ENTRY, nth));
    const directory = starts.flatMap((start, nth) => {
      const entry = [...whole.subarray(start, starts[nth + 1] ?? end)];
      const packed = entry.slice(20, 24), size = entry.slice(24, 28);
      return [...entry.slice(0, 20), ...FULL, ...FULL, ...entry.slice(28, 30), 20, 0, ...entry.slice(32), 1, 0, 16, 0, ...size, 0, 0, 0, 0, ...packed, 0, 0, 0, 0];
    });
    const first = starts[0] ?? 0;
    const long = Uint8Array.from([...whole.subarray(0, first), ...directory, ...patched(whole.subarray(end), 12, number(directory.length, 4))]);
    expect(text(long)).toBe('部门基本情况');
  });

  test('a chart sheet has a tab and no cells', () => {
    const bytes = zipped(parts({
      'xl/workbook.xml': workbook('<sheets><sheet name="图" sheetId="2" r:id="rId3"/><sheet name="基本情况" sheetId="1" r:id="rId1"/></sheets>'),
      [RELS]: relationships(['worksheet', 'worksheets/sheet1.xml'], ['sharedStrings', 'sharedStrings.xml'], ['chartsheet', 'chartsheets/sheet1.xml']),
      'xl/chartsheets/sheet1.xml': `<chartsheet xmlns="${MAIN}"/>`,
    }));
    expect(read(bytes)).toMatchObject({ ok: true, value: { sheets: [{ name: '图', id: null }, { name: '基本情况', id: 'profile' }] } });
  });
});

describe('the workbook around the cells', () => {
  const around = (inside: string, more: Record<string, string> = {}): unknown => {
    const answer = read(zipped(parts({ 'xl/workbook.xml': workbook(inside), ...more })));
    return answer.ok ? answer.value : answer.error;
  };
  const tab = (state: string): string => `<sheets><sheet name="基本情况" sheetId="1" ${state} r:id="rId1"/></sheets>`;

  test.each([['', 'visible'], ['state="visible"', 'visible'], ['state="hidden"', 'hidden'], ['state="veryHidden"', 'veryHidden']])('visibility %s', (state, visibility) => {
    expect(around(tab(state))).toMatchObject({ sheets: [{ visibility }] });
  });

  test.each([['', false, 'automatic'], ['<workbookProtection lockStructure="1"/>', true, 'automatic'], ['<workbookProtection lockStructure="true" workbookHashValue="x"/>', true, 'automatic'],
    ['<workbookProtection lockWindows="1"/>', false, 'automatic']])('structure %s', (inside, structureProtected, calculation) => {
    expect(around(inside + SHEETS)).toMatchObject({ structureProtected, calculation });
  });

  test.each([['<calcPr calcMode="manual"/>', 'manual'], ['<calcPr calcId="191029"/>', 'automatic'], ['<calcPr calcMode="autoNoTable"/>', 'automatic']])('calculation %s', (inside, calculation) => {
    expect(around(SHEETS + inside)).toMatchObject({ calculation });
  });

  test.each([['', 'none'], ['<sheetProtection sheet="1" formatColumns="0" formatRows="0"/>', 'ours'], ['<sheetProtection sheet="true" objects="true" scenarios="true"/>', 'ours'],
    ['<sheetProtection sheet="0"/>', 'none'], ['<sheetProtection password="CC1A" sheet="1"/>', 'password'], ['<sheetProtection algorithmName="SHA-512" hashValue="q==" saltValue="x" spinCount="1" sheet="1"/>', 'password']])('protection %s', (inside, protection) => {
    expect(around(SHEETS, { [SHEET]: sheetXml('', '', inside) })).toMatchObject({ sheets: [{ protection }] });
  });

  test('a filter that hides rows, and one that only has its buttons', () => {
    expect(around(SHEETS, { [SHEET]: sheetXml('', '', '<autoFilter ref="A1:B9"><filterColumn colId="0"><filters><filter val="1"/></filters></filterColumn></autoFilter>') })).toMatchObject({ sheets: [{ hasFilter: true }] });
    expect(around(SHEETS, { [SHEET]: sheetXml('', '', '<autoFilter ref="A1:B9"/>') })).toMatchObject({ sheets: [{ hasFilter: false }] });
  });

  test('names with their scope; print areas are none', () => {
    const names = '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">基本情况!$A$1</definedName><definedName name="收入_预算">基本情况!$B$2</definedName><definedName name="坏">#REF!</definedName><definedName name="表_基本情况" localSheetId="0">基本情况!$A$1:$B$2</definedName></definedNames>';
    expect(around(SHEETS + names)).toMatchObject({ names: [
      { name: '收入_预算', reference: '=基本情况!$B$2', scope: null }, { name: '坏', reference: '=#REF!', scope: null }, { name: '表_基本情况', reference: '=基本情况!$A$1:$B$2', scope: '基本情况' },
    ] });
  });

  test('A01 a renamed sheet is found by its region name', () => {
    const renamed = SHEETS.replace('基本情况', '单位情况');
    expect(around(`${renamed}<definedNames><definedName name="表_基本情况">单位情况!$A$1:$B$3</definedName></definedNames>`)).toMatchObject({
      sheets: [{ id: 'profile', name: '单位情况', region: { row: 0, column: 0, cells: [expect.any(Array), expect.any(Array), expect.any(Array)] } }],
    });
  });

  test('A19 days that count from 1904 are read as the same days', () => {
    const styles = `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="177" formatCode="&quot;day&quot;#,##0.00"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="14"/></cellXfs></styleSheet>`;
    const bytes = zipped(parts({
      'xl/workbook.xml': workbook(`<workbookPr date1904="1"/>${SHEETS}`), [RELS]: relationships(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml']), 'xl/styles.xml': styles,
      [SHEET]: sheetXml('<row r="1"><c r="A1" s="1"><v>43912</v></c><c r="B1" s="2"><v>43912</v></c><c r="C1" s="3"><v>43912</v></c><c r="D1"><v>43912</v></c></row>'),
    }));
    expect([0, 1, 2, 3].map((column) => text(bytes, 0, column))).toEqual(['45374', '43912', '45374', '43912']);
  });
});
