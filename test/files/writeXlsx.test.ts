import { Workbook, type Worksheet } from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { blankEntries } from '../../src/evaluation/entries';
import { writeXlsx } from '../../src/files/writeXlsx';
import { numberCell, textCell } from '../../src/values/cell';
import { planWorkbook } from '../../src/workbook/planWorkbook';
import type { Plan } from '../../src/workbook/plan';
import { bundledForm, sampleEntries } from '../cases/samplePack';

const form = bundledForm('quxian-2023');
const plan = planWorkbook(form, sampleEntries(form));
const store = { pack: '{"id":"quxian-2023"}', packHash: 'abc', layoutVersion: 1 };
const options = { created: new Date('2024-01-05T08:00:00Z') };

async function opened(of: Plan): Promise<{ readonly book: Workbook; readonly parts: Readonly<Record<string, string>> }> {
  const bytes = await writeXlsx(of, store, options);
  const book = new Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
  return { book, parts };
}

/** The sample, written and opened once. */
let sample: Awaited<ReturnType<typeof opened>>;
beforeAll(async () => { sample = await opened(plan); });

const sheetOf = (book: Workbook, name: string): Worksheet => {
  const sheet = book.getWorksheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
};

test('the same plan gives the same bytes', async () => {
  const [first, second] = [await writeXlsx(plan, store, options), await writeXlsx(plan, store, options)];
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
});

test('sheets stand in order, hidden as planned, the store invisible behind them', () => {
  const { book } = sample;
  expect(book.worksheets.map(({ name, state }) => [name, state])).toEqual([...plan.sheets.map(({ name, visibility }) => [name, visibility]), ['_绩效助手', 'veryHidden']]);
  expect(sheetOf(book, '_绩效助手').getCell('A1').value).toBe('jixiao');
});

test('structure and sheets are locked without a password; only what is typed is open', () => {
  const { book, parts } = sample;
  expect(parts['xl/workbook.xml']).toContain('<workbookProtection lockStructure="1"/>');
  for (const [index, sheet] of plan.sheets.entries()) {
    expect(parts[`xl/worksheets/sheet${index + 1}.xml`]).toContain('<sheetProtection sheet="1" formatColumns="0" formatRows="0" objects="1" scenarios="1"/>');
    const target = sheetOf(book, sheet.name);
    const wrong = sheet.cells.filter((cell) => (target.getCell(cell.row + 1, cell.column + 1).protection?.locked ?? true) !== cell.locked);
    expect(wrong).toEqual([]);
  }
});

test('the cell of a finding is a link inside the workbook; what is said of the finding is no part of its formula', async () => {
  const entries = sampleEntries(form);
  const finding = new Map(Object.entries({ number: numberCell(1), level: textCell('核实'), sheet: textCell("收入 '22"), address: textCell('C16'), message: textCell('=HYPERLINK("http://example.org")') }));
  const found = planWorkbook(form, { ...entries, lists: new Map([...entries.lists, ['findings', [{ key: '', cells: finding }]]]) });
  const sheet = sheetOf((await opened(found)).book, '校验结果');
  expect(sheet.getCell('E6').value).toEqual({ formula: `IF(LEN(M6)=0,"",HYPERLINK("#'"&SUBSTITUTE(C6,"'","''")&"'!"&M6,M6&""))`, result: 'C16' });
  expect(sheet.getCell('E6').font).toMatchObject({ underline: true, color: { argb: 'FF0563C1' } });
  expect(sheet.getColumn('M').hidden).toBe(true);
  expect(sheet.getCell('F6').value).toBe('=HYPERLINK("http://example.org")');
  expect(sheet.getCell('E7').value).toMatchObject({ formula: expect.stringContaining('M7') });
});

test('every formula comes with the result the engine has', () => {
  const { parts } = sample;
  for (const index of plan.sheets.keys()) expect(parts[`xl/worksheets/sheet${index + 1}.xml`]).not.toMatch(/<\/f><\/c>/);
  expect(parts['xl/workbook.xml']).toMatch(/<calcPr [^>]*fullCalcOnLoad="1"/);
});

test('every name points to its block, print areas are whole and absolute', () => {
  const { parts } = sample;
  const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<definedName name="([^"]+)"([^>]*)>([^<]*)</g)];
  expect(names.filter(([, , scope]) => scope === '')).toHaveLength(plan.names.length);
  for (const [, name, , reference] of names) if (name !== '_xlnm.Print_Titles') expect(reference).toMatch(/!\$[A-Z]+\$\d+(:\$[A-Z]+\$\d+)?$/);
});

const TEXTS = ['=1+1', '+A1', '-2', '@SUM(1)', '＝1', '\t=1', '00123', '2023-12-20', 'TRUE', '_x0041_', 'a\r\nb', ' 两头 ', '<b>&"\'', '\u0007响'];

test('typed texts stay the texts they are', async () => {
  const entries = blankEntries(form);
  const list = form.lists.get('offices')?.block;
  const rows = TEXTS.slice(0, list?.room).map((text, index) => ({ key: `r${index}`, cells: new Map([['name', textCell(text)]]) }));
  const more = TEXTS.slice(list?.room).map((text, index) => ({ key: `s${index}`, cells: new Map([['name', textCell(text)]]) }));
  const typed = planWorkbook(form, { ...entries, lists: new Map([...entries.lists, ['offices', rows], ['subordinates', more]]) });
  const { book, parts } = await opened(typed);
  const found = typed.sheets.flatMap((sheet) => sheet.cells.filter((cell) => cell.field === 'offices[].name' || cell.field === 'subordinates[].name')
    .map((cell) => ({ cell, at: sheetOf(book, sheet.name).getCell(cell.row + 1, cell.column + 1) }))).filter(({ at }) => at.value !== null);
  expect(found.map(({ at }) => String(at.value).replaceAll('_x005F_x', '_x'))).toEqual(TEXTS);
  for (const { at } of found) expect([at.formula, at.numFmt]).toEqual([undefined, '@']);
  expect(Object.values(parts).join('')).not.toMatch(/<f>(1\+1|A1|-2|SUM\(1\))<\/f>/);
});

test('a zero stays a zero and a blank stays blank', async () => {
  const entries = blankEntries(form);
  const id = 'income.general.initial';
  const { parts } = await opened(planWorkbook(form, { ...entries, fields: new Map([...entries.fields, [id, numberCell(0)]]) }));
  const at = plan.sheets.findIndex(({ cells }) => cells.some(({ field }) => field === id));
  const cell = plan.sheets[at]?.cells.find(({ field }) => field === id);
  const xml = parts[`xl/worksheets/sheet${at + 1}.xml`] ?? '';
  const column = String.fromCharCode(65 + (cell?.column ?? 0)), row = (cell?.row ?? 0) + 1;
  expect(xml).toMatch(new RegExp(`<c r="${column}${row}" s="\\d+"><v>0</v></c>`));
  expect(xml).toMatch(new RegExp(`<c r="${column}${row + 1}" s="\\d+"/>`));
});

test('the file says nothing of a person', () => {
  const { parts } = sample;
  expect(parts['docProps/core.xml']).toMatch(/<dc:creator>预算绩效自评助手<\/dc:creator>.*<cp:lastModifiedBy>预算绩效自评助手</);
  expect(parts['docProps/app.xml']).toContain('<Company></Company><Manager></Manager>');
});
