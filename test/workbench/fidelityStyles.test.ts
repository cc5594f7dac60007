/**
 * What Microsoft's documentation says about cell styles, cell properties and special cells, asked of the host through Microsoft's own
 * client. Each test tells the page of the Excel API reference and what it says in short.
 */
import { openExcel, type OpenedExcel } from './officeClient';

let opened: OpenedExcel;
let sheetName = '';
let made = 0;

beforeAll(async () => {
  opened = await openExcel({ sheets: ['Sheet1'] });
});

beforeEach(async () => {
  sheetName = `表${++made}`;
  await opened.host.user.addSheet(sheetName);
});

const run = <T>(act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => T | Promise<T>): Promise<T> =>
  Excel.run(async (context) => {
    const result = await act(context.workbook.worksheets.getItem(sheetName), context);
    await context.sync();
    return result;
  });

const code = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: OfficeExtension.Error) => error.code,
  );

describe('excel.stylecollection', () => {
  test('add makes a style that getItem finds; a name in use is ItemAlreadyExists, an unknown one ItemNotFound', async () => {
    await run((_, { workbook }) => workbook.styles.add('填报'));
    expect(await code(run((_, { workbook }) => workbook.styles.add('填报')))).toBe('ItemAlreadyExists');
    expect(await code(run((_, { workbook }) => { workbook.styles.getItem('没有').load('name'); }))).toBe('ItemNotFound');
    const found = await run(async (_, context) => {
      const { styles } = context.workbook;
      styles.load('items/name,items/builtIn');
      const none = styles.getItemOrNullObject('没有');
      none.load('name');
      await context.sync();
      return { none: none.isNullObject, items: styles.items.map(({ name, builtIn }) => [name, builtIn]) };
    });
    expect(found).toEqual({ none: true, items: [['Normal', true], ['填报', false]] });
  });
});

describe('excel.style', () => {
  test('a style brings font, fill, borders, alignment, number format and protection to the cells that get it', async () => {
    await run((sheet, { workbook }) => {
      workbook.styles.add('全部');
      const style = workbook.styles.getItem('全部');
      style.font.name = '等线';
      style.font.bold = true;
      style.font.color = '#112233';
      style.fill.color = '#FFF9DB';
      style.horizontalAlignment = 'Center';
      style.verticalAlignment = 'Top';
      style.wrapText = true;
      style.numberFormat = '0.00%';
      style.locked = false;
      for (const side of ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const) style.borders.getItem(side).color = '#8C9A97';
      sheet.getRanges('B2:C3,E5').style = '全部';
    });
    const { book } = opened.host;
    for (const address of ['B2', 'C3', 'E5']) {
      expect(book.format(sheetName, address)).toMatchObject({
        fontName: '等线', bold: true, fontColor: '#112233', fillColor: '#FFF9DB', horizontalAlignment: 'Center', verticalAlignment: 'Top', wrapText: true, numberFormat: '0.00%',
      });
      expect(book.border(sheetName, address, 'EdgeRight')).toMatchObject({ style: 'Continuous', color: '#8C9A97' });
      expect(book.locked(sheetName, address)).toBe(false);
    }
    expect(book.format(sheetName, 'D2').fillColor).toBeNull();
  });

  test('what a style does not include stays as the cell has it', async () => {
    await run((sheet, { workbook }) => {
      sheet.getRange('A1').format.font.size = 20;
      sheet.getRange('A1').numberFormat = [['0.0']];
      workbook.styles.add('只填色');
      const style = workbook.styles.getItem('只填色');
      style.fill.color = '#00FF00';
      style.includeFont = false;
      style.includeNumber = false;
      sheet.getRange('A1').style = '只填色';
    });
    expect(opened.host.book.format(sheetName, 'A1')).toMatchObject({ fontSize: 20, numberFormat: '0.0', fillColor: '#00FF00' });
  });

  test('a changed style changes the cells that have it; a deleted one leaves them Normal', async () => {
    await run((sheet, { workbook }) => {
      workbook.styles.add('会变');
      sheet.getRange('A1:B1').style = '会变';
      workbook.styles.getItem('会变').fill.color = '#123456';
    });
    expect(opened.host.book.format(sheetName, 'B1').fillColor).toBe('#123456');
    const style = await run(async (sheet, context) => {
      context.workbook.styles.getItem('会变').delete();
      const range = sheet.getRange('A1:B1').load('style');
      await context.sync();
      return range.style;
    });
    expect(style).toBe('Normal');
    expect(opened.host.book.format(sheetName, 'B1').fillColor).toBeNull();
  });
});

describe('excel.range: style', () => {
  test('the name of a custom style; null when the cells differ; a copied cell brings its style along', async () => {
    const found = await run(async (sheet, context) => {
      context.workbook.styles.add('表头');
      sheet.getRange('A1').style = '表头';
      sheet.getRange('C1').copyFrom('A1');
      const ranges = ['A1', 'A1:B1', 'B1', 'C1'].map((address) => sheet.getRange(address).load('style'));
      await context.sync();
      return ranges.map((range) => range.style);
    });
    expect(found).toEqual(['表头', null, 'Normal', '表头']);
  });

  test('a style the workbook has not is InvalidArgument; cells of a protected sheet refuse one', async () => {
    expect(await code(run((sheet) => { sheet.getRange('A1').style = '没有'; }))).toBe('InvalidArgument');
    await opened.host.user.protect(sheetName);
    expect(await code(run((sheet) => { sheet.getRange('A1').style = 'Normal'; }))).toBe('AccessDenied');
  });
});

describe('excel.range: setCellProperties, setRowProperties, setColumnProperties', () => {
  test('empty objects leave a cell unchanged; unspecified format properties stay', async () => {
    await run((sheet) => {
      sheet.getRange('A1:B1').format.font.italic = true;
      sheet.getRange('A1:B2').setCellProperties([
        [{ format: { font: { bold: true }, fill: { color: 'Blue' }, borders: { bottom: { style: 'Continuous', color: '#FF0000' } } } }, {}],
        [{}, { format: { horizontalAlignment: 'Right', protection: { locked: false } } }],
      ]);
    });
    const { book } = opened.host;
    expect(book.format(sheetName, 'A1')).toMatchObject({ italic: true, bold: true, fillColor: '#0000FF' });
    expect(book.border(sheetName, 'A1', 'EdgeBottom')).toMatchObject({ style: 'Continuous', color: '#FF0000' });
    expect(book.format(sheetName, 'B1')).toMatchObject({ italic: true, bold: false, fillColor: null });
    expect(book.format(sheetName, 'B2').horizontalAlignment).toBe('Right');
    expect([book.locked(sheetName, 'B2'), book.locked(sheetName, 'A2')]).toEqual([false, true]);
  });

  test('row heights and column widths, each row and column its own', async () => {
    await run((sheet) => {
      sheet.getRange('A1:B3').setRowProperties([{ format: { rowHeight: 30 } }, {}, { format: { rowHeight: 12, fill: { color: '#FFFF00' } } }]);
      sheet.getRange('A1:B3').setColumnProperties([{ format: { columnWidth: 75 } }, { columnHidden: true }]);
    });
    const { book } = opened.host;
    expect([1, 2, 3].map((row) => book.rowHeight(sheetName, `A${row}`) === 14.25 ? 'default' : book.rowHeight(sheetName, `A${row}`))).toEqual([30, expect.anything(), 12]);
    expect(book.format(sheetName, 'B3').fillColor).toBe('#FFFF00');
    expect(book.columnWidth(sheetName, 'A1')).toBe(75);
    expect(book.columnHidden(sheetName, 2)).toBe(true);
  });

  test('an array of another size than the range is InvalidArgument', async () => {
    expect(await code(run((sheet) => sheet.getRange('A1:B2').setCellProperties([[{}, {}]])))).toBe('InvalidArgument');
    expect(await code(run((sheet) => sheet.getRange('A1:B2').setColumnProperties([{}])))).toBe('InvalidArgument');
  });
});

describe('excel.range: getSpecialCells', () => {
  test('formulas and constants, by type of value; none is ItemNotFound or a null object', async () => {
    const found = await run(async (sheet, context) => {
      sheet.getRange('A1:C2').formulas = [['金额', 3, '=B1*2'], ['说明', '=A2&""', '=NA()']];
      const range = sheet.getRange('A1:E9');
      const asked = [
        range.getSpecialCells('Formulas'), range.getSpecialCells('Formulas', 'Errors'), range.getSpecialCells('Formulas', 'NumbersText'),
        range.getSpecialCells('Constants'), range.getSpecialCells('Constants', 'Numbers'),
      ].map((areas) => areas.load('address,cellCount'));
      const none = range.getSpecialCellsOrNullObject('Constants', 'Logical');
      none.load('address');
      await context.sync();
      return { found: asked.map(({ address, cellCount }) => [address.replaceAll(`${sheetName}!`, ''), cellCount]), none: none.isNullObject };
    });
    expect(found).toEqual({ found: [['C1,B2:C2', 3], ['C2', 1], ['C1,B2', 2], ['A1:B1,A2', 3], ['B1', 1]], none: true });
    expect(await code(run((sheet) => { sheet.getRange('A1:E9').getSpecialCells('Constants', 'Logical').load('address'); }))).toBe('ItemNotFound');
  });
});
