/**
 * What Microsoft's documentation says about ranges, asked of the host through Microsoft's own client. Each test tells the
 * page (of the Office Add-ins docs, or of the Excel API reference) and what it says in short.
 */
import { openExcel, type OpenedExcel } from './officeClient';

let opened: OpenedExcel;
let sheetName = '';
let made = 0;

beforeAll(async () => {
  opened = await openExcel({ sheets: ['Sheet1', '收入 表'] });
});

beforeEach(async () => {
  sheetName = `表${++made}`;
  await opened.host.user.addSheet(sheetName);
});

const run = <T>(act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  Excel.run((context) => act(context.workbook.worksheets.getItem(sheetName), context));

const write = (address: string, values: unknown[][]): Promise<void> =>
  run(async (sheet, context) => {
    sheet.getRange(address).values = values;
    await context.sync();
  });

const code = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: OfficeExtension.Error) => error.code,
  );

describe('excel-add-ins-blank-null-values.md', () => {
  test('null in a two-dimensional array leaves that cell alone', async () => {
    await write('A1:C1', [[1, 2, 3]]);
    await write('A1:C1', [[9, null, 7]]);
    expect(opened.host.book.values(sheetName, 'A1:C1')).toEqual([[9, 2, 7]]);
  });

  test('null is no input for a single property', async () => {
    const setNull = (set: (range: Excel.Range) => void): Promise<string> =>
      code(run(async (sheet, context) => {
        set(sheet.getRange('A1:B2'));
        await context.sync();
      }));
    expect(await setNull((range) => Reflect.set(range, 'values', null))).toBe('InvalidArgument');
    expect(await setNull((range) => Reflect.set(range.format.fill, 'color', null))).toBe('InvalidArgument');
  });

  test('a blank value clears the content and resets the number format to General', async () => {
    await write('A1:B1', [['12%', '=A1*2']]);
    await run(async (sheet, context) => {
      sheet.getRange('A1:B1').values = [['', '']];
      sheet.getRange('A1').numberFormat = [['']];
      await context.sync();
    });
    expect(opened.host.book.values(sheetName, 'A1:B1')).toEqual([[null, null]]);
    expect(opened.host.book.format(sheetName, 'A1').numberFormat).toBe('General');
  });

  test('a blank in the answer means an empty cell', async () => {
    await write('B1', [[5]]);
    const read = await run(async (sheet, context) => {
      const range = sheet.getRange('A1:B1').load('values,formulas,text,valueTypes');
      await context.sync();
      return [range.values, range.formulas, range.text, range.valueTypes];
    });
    expect(read).toEqual([[['', 5]], [['', 5]], [['', '5']], [['Empty', 'Double']]]);
  });

  test('a format property is null when cells differ', async () => {
    const read = await run(async (sheet, context) => {
      sheet.getRange('A1').format.font.color = 'red';
      sheet.getRange('A1:B1').format.font.bold = true;
      const range = sheet.getRange('A1:B1').load('format/font/color,format/font/bold');
      await context.sync();
      return [range.format.font.color, range.format.font.bold];
    });
    expect(read).toEqual([null, true]);
  });
});

describe('excel-add-ins-ranges-set-get-values.md and Excel.Range', () => {
  test('values are raw, texts are as shown, formulas are what was entered', async () => {
    const read = await run(async (sheet, context) => {
      sheet.getRange('A1:D1').values = [[0.256, '=A1*2', '2024-3-23', true]];
      sheet.getRange('A1:B1').numberFormat = [['0.0%', '#,##0.00']];
      const range = sheet.getRange('A1:D1').load('values,text,formulas,numberFormat');
      await context.sync();
      return range.toJSON();
    });
    expect(read.values).toEqual([[0.256, 0.512, 45374, true]]);
    expect(read.text).toEqual([['25.6%', '0.51', '2024/3/23', 'TRUE']]);
    expect(read.formulas).toEqual([[0.256, '=A1*2', 45374, true]]);
    expect(read.numberFormat).toEqual([['0.0%', '#,##0.00', 'yyyy/m/d', 'General']]);
  });

  test('a single value given to values or formulas goes into every cell', async () => {
    await run(async (sheet, context) => {
      Reflect.set(sheet.getRange('A1:B2'), 'values', '同');
      Reflect.set(sheet.getRange('C1:C2'), 'formulas', '=1+1');
      await context.sync();
    });
    expect(opened.host.book.values(sheetName, 'A1:C2')).toEqual([['同', '同', 2], ['同', '同', 2]]);
  });

  test('an array of another size than the range is refused and changes nothing', async () => {
    await write('A1:B1', [[1, 2]]);
    expect(await code(write('A1:B1', [[8], [9]]))).toBe('InvalidArgument');
    expect(await code(write('A1:B1', [[8, 9, 10]]))).toBe('InvalidArgument');
    expect(opened.host.book.values(sheetName, 'A1:B1')).toEqual([[1, 2]]);
  });

  test('errors are values of the type Error', async () => {
    const read = await run(async (sheet, context) => {
      const range = sheet.getRange('A1:A2');
      range.formulas = [['=1/0'], ['#N/A']];
      range.load('values,valueTypes');
      await context.sync();
      return [range.values, range.valueTypes];
    });
    expect(read).toEqual([[['#DIV/0!'], ['#N/A']], [['Error'], ['Error']]]);
  });

  test('address carries the sheet, in quotes when its name needs them', async () => {
    const addresses = await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const ranges = [
        worksheets.getItem('收入 表').getRange('B2:C3'),
        worksheets.getItem(sheetName).getCell(0, 27),
        worksheets.getItem('收入 表').getRange('2:3'),
        worksheets.getItem(sheetName).getRange('A:C'),
      ].map((range) => range.load('address'));
      await context.sync();
      return ranges.map((range) => range.address);
    });
    expect(addresses).toEqual(["'收入 表'!B2:C3", `${sheetName}!AB1`, "'收入 表'!2:3", `${sheetName}!A:C`]);
  });

  test('getRange of a defined name is the named range', async () => {
    const read = await run(async (sheet, context) => {
      context.workbook.names.add(`甲_${sheetName}`, sheet.getRange('B2:B3'));
      const range = sheet.getRange(`甲_${sheetName}`).load('address');
      await context.sync();
      return range.address;
    });
    expect(read).toBe(`${sheetName}!B2:B3`);
  });

  test.each(['A0', 'XFE1', 'A1048577', '不存在', 'A1:B2:C3'])('getRange(%j) is InvalidArgument', async (nonsense) => {
    expect(await code(run(async (sheet, context) => {
      sheet.getRange(nonsense).load('address');
      await context.sync();
    }))).toBe('InvalidArgument');
  });

  test('relatives: cell, row, column, offset, resize, bounding rectangle, intersection', async () => {
    const read = await run(async (sheet, context) => {
      const base = sheet.getRange('B2:D5');
      const ranges = [
        base.getCell(1, 1), base.getRow(3), base.getColumn(0), base.getLastCell(), base.getOffsetRange(1, -1),
        base.getResizedRange(-2, 1), base.getEntireRow(), base.getEntireColumn(), base.getBoundingRect('F9'),
        base.getIntersection('A1:B3'), sheet.getRangeByIndexes(0, 0, 2, 3),
      ].map((range) => range.load('address'));
      const apart = base.getIntersectionOrNullObject('H1:H2');
      await context.sync();
      return [...ranges.map((range) => range.address.split('!')[1]), apart.isNullObject];
    });
    expect(read).toEqual(['C3', 'B5:D5', 'B2:B5', 'D5', 'A3:C6', 'B2:E3', '2:5', 'B:D', 'B2:F9', 'B2:B3', 'A1:C2', true]);
  });

  test('a formula that cannot be read is refused', async () => {
    expect(await code(write('A1', [['=SUM(1,2']]))).toBe('InvalidArgument');
    expect(await code(write('A1', [['=1+']]))).toBe('InvalidArgument');
    expect(await code(write('A1', [['="a']]))).toBe('InvalidArgument');
    expect(opened.host.book.value(sheetName, 'A1')).toBeNull();
  });
});

describe('excel-add-ins-ranges-unbounded.md', () => {
  test('cell properties of whole columns read as null while address and rowCount are valid', async () => {
    const read = await run(async (sheet, context) => {
      const range = sheet.getRange('C:C').load('values,text,formulas,numberFormat,address,rowCount,isEntireColumn');
      await context.sync();
      return [range.values, range.text, range.formulas, range.numberFormat, range.address, range.rowCount, range.isEntireColumn];
    });
    expect(read).toEqual([null, null, null, null, `${sheetName}!C:C`, 1048576, true]);
  });

  test('writing values into whole columns is an error', async () => {
    expect(await code(write('A:B', [['Due Date']]))).toBe('InvalidArgument');
  });
});

describe('Excel.Worksheet.getUsedRange', () => {
  test('of an empty sheet it is the top left cell; …OrNullObject is a null object', async () => {
    const read = await run(async (sheet, context) => {
      const used = sheet.getUsedRange().load('address');
      const none = sheet.getUsedRangeOrNullObject();
      await context.sync();
      return [used.address, none.isNullObject];
    });
    expect(read).toEqual([`${sheetName}!A1`, true]);
  });

  test('formats count as use, unless only values are asked for', async () => {
    await write('B2:C3', [[1, ''], ['', 4]]);
    const read = await run(async (sheet, context) => {
      sheet.getRange('E9').format.fill.color = '#FFFF00';
      const all = sheet.getUsedRange().load('address');
      const values = sheet.getUsedRange(true).load('address');
      await context.sync();
      return [all.address, values.address];
    });
    expect(read).toEqual([`${sheetName}!B2:E9`, `${sheetName}!B2:C3`]);
  });
});

describe('excel-add-ins-ranges-cut-copy-paste.md', () => {
  test('the target may be its top left cell only; formulas keep their relative positions', async () => {
    await write('A1:C2', [[1, 2, '=A1+$B$1'], [3, 4, '=A2+$B$1']]);
    await run(async (sheet, context) => {
      sheet.getRange('E5').copyFrom('A1:C2');
      await context.sync();
    });
    expect(opened.host.book.formulas(sheetName, 'G5:G6')).toEqual([['=E5+$B$1'], ['=E6+$B$1']]);
    expect(opened.host.book.values(sheetName, 'E5:G6')).toEqual([[1, 2, 3], [3, 4, 5]]);
  });

  test('values copies results, formats copies looks, formulas copies no looks', async () => {
    await write('A1:B1', [[2, '=A1*10']]);
    await run(async (sheet, context) => {
      sheet.getRange('B1').format.fill.color = '#00FF00';
      sheet.getRange('D1').copyFrom('B1', 'Values');
      sheet.getRange('D2').copyFrom('B1', 'Formats');
      sheet.getRange('D3').copyFrom('B1', 'Formulas');
      await context.sync();
    });
    expect(opened.host.book.formulas(sheetName, 'D1:D3')).toEqual([[null], [null], ['=C3*10']]);
    expect(opened.host.book.value(sheetName, 'D1')).toBe(20);
    expect([1, 2, 3].map((row) => opened.host.book.format(sheetName, `D${row}`).fillColor)).toEqual([null, '#00FF00', null]);
  });

  test('with skipBlanks, blank cells of the source overwrite nothing', async () => {
    await write('A1:C2', [['a', '', 'c'], ['a', '', 'c']]);
    await write('D1:F2', [[1, 2, 3], [1, 2, 3]]);
    await run(async (sheet, context) => {
      sheet.getRange('D1').copyFrom('A1:C1', 'All', true);
      sheet.getRange('D2').copyFrom('A2:C2', 'All', false);
      await context.sync();
    });
    expect(opened.host.book.values(sheetName, 'D1:F2')).toEqual([['a', 2, 'c'], ['a', null, 'c']]);
  });

  test('transpose turns rows into columns', async () => {
    await write('A1:C1', [[1, 2, 3]]);
    await run(async (sheet, context) => {
      sheet.getRange('A3').copyFrom('A1:C1', 'Values', false, true);
      await context.sync();
    });
    expect(opened.host.book.values(sheetName, 'A3:A5')).toEqual([[1], [2], [3]]);
  });

  test('a full paste brings validation, conditional formats and protection of cells along', async () => {
    await run(async (sheet, context) => {
      const row = sheet.getRange('A1:B1');
      row.format.protection.locked = false;
      sheet.getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: '是,否' } };
      const rule = sheet.getRange('B1').conditionalFormats.add('Custom');
      rule.custom.rule.formula = '=$A1="是"';
      rule.custom.format.fill.color = '#FF0000';
      sheet.getRange('A2:B4').copyFrom('A1:B1');
      await context.sync();
    });
    expect(opened.host.book.validation(sheetName, 'A4')?.rule).toEqual({ kind: 'list', source: '是,否', inCellDropDown: true });
    expect(opened.host.book.conditionalFormats(sheetName, 'B4')).toHaveLength(1);
    expect(opened.host.book.locked(sheetName, 'B4')).toBe(false);
  });
});

describe('excel-add-ins-ranges-insert.md', () => {
  test('cells move down to make room, and formulas that point to them follow', async () => {
    await write('B4:C5', [[1, 2], [3, 4]]);
    await write('E1', [['=B4+C5']]);
    await run(async (sheet, context) => {
      sheet.getRange('B4:C4').insert('Down');
      await context.sync();
    });
    expect(opened.host.book.values(sheetName, 'B4:C6')).toEqual([[null, null], [1, 2], [3, 4]]);
    expect(opened.host.book.formula(sheetName, 'E1')).toBe('=B5+C6');
  });

  test('new rows take their formats from the row above', async () => {
    await run(async (sheet, context) => {
      const row = sheet.getRange('A2:C2');
      row.format.fill.color = '#FFFF00';
      row.format.protection.locked = false;
      sheet.getRange('3:4').insert('Down');
      await context.sync();
    });
    expect(opened.host.book.format(sheetName, 'B4').fillColor).toBe('#FFFF00');
    expect([opened.host.book.locked(sheetName, 'B4'), opened.host.book.locked(sheetName, 'B5')]).toEqual([false, true]);
  });

  test('a range object held by the add-in, a name and a total follow inserted and deleted rows', async () => {
    await write('A1:A5', [['头'], [1], [2], [3], ['=SUM(A2:A4)']]);
    const read = await run(async (sheet, context) => {
      const total = sheet.getRange('A5');
      const name = context.workbook.names.add(`合计_${sheetName}`, total);
      await context.sync();
      sheet.getRange('3:3').insert('Down');
      sheet.getRange('A3').values = [[10]];
      total.load('address,formulas,values');
      await context.sync();
      const first = [total.address, total.formulas, total.values];
      sheet.getRange('1:1').delete('Up');
      total.load('address');
      name.load('formula');
      await context.sync();
      return [...first, total.address, name.formula];
    });
    expect(read).toEqual([`${sheetName}!A6`, [['=SUM(A2:A5)']], [[16]], `${sheetName}!A5`, `=${sheetName}!$A$5`]);
  });

  test('using a range whose cells were deleted is InvalidReference', async () => {
    await write('A1:A3', [[1], [2], [3]]);
    expect(await code(run(async (sheet, context) => {
      const gone = sheet.getRange('A2');
      await context.sync();
      sheet.getRange('2:2').delete('Up');
      gone.load('values');
      await context.sync();
    }))).toBe('InvalidReference');
  });
});

describe('excel-add-ins-multiple-ranges.md', () => {
  test('getRanges takes a list, sets one format on all, and answers null where areas differ', async () => {
    const read = await run(async (sheet, context) => {
      const areas = sheet.getRanges('F3:F5, H3:H5');
      areas.format.fill.color = 'pink';
      sheet.getRange('H3').format.font.bold = true;
      areas.load('address,areaCount,cellCount,format/fill/color,format/font/bold');
      areas.areas.load('items/address');
      await context.sync();
      return [areas.address, areas.areaCount, areas.cellCount, areas.format.fill.color, areas.format.font.bold, areas.areas.items.map((area) => area.address)];
    });
    const [first, second] = [`${sheetName}!F3:F5`, `${sheetName}!H3:H5`];
    expect(read).toEqual([`${first},${second}`, 2, 6, '#FFC0CB', null, [first, second]]);
  });

  test('locking, validation and clearing work on all areas at once', async () => {
    await write('A1:C1', [[1, 2, 3]]);
    await run(async (sheet, context) => {
      const areas = sheet.getRanges('A1,C1');
      areas.format.protection.locked = false;
      areas.dataValidation.rule = { wholeNumber: { formula1: 0, operator: 'GreaterThan' } };
      areas.clear('Contents');
      await context.sync();
    });
    expect(opened.host.book.values(sheetName, 'A1:C1')).toEqual([[null, 2, null]]);
    expect(['A1', 'B1', 'C1'].map((cell) => opened.host.book.locked(sheetName, cell))).toEqual([false, true, false]);
    expect(['A1', 'B1', 'C1'].map((cell) => opened.host.book.validation(sheetName, cell)?.rule.kind)).toEqual(['wholeNumber', undefined, 'wholeNumber']);
  });
});

describe('Excel.Range, sizes, merges and hyperlinks', () => {
  test('merge keeps the top left value; the merged area is found again', async () => {
    await write('A1:B2', [[1, 2], [3, 4]]);
    const read = await run(async (sheet, context) => {
      sheet.getRange('A1:B2').merge();
      const merged = sheet.getRange('A1').getMergedAreasOrNullObject().load('address');
      const none = sheet.getRange('D4').getMergedAreasOrNullObject();
      await context.sync();
      return [merged.address, none.isNullObject];
    });
    expect(read).toEqual([`${sheetName}!A1:B2`, true]);
    expect(opened.host.book.values(sheetName, 'A1:B2')).toEqual([[1, null], [null, null]]);
  });

  test('widths, heights and hidden lines come back as they were set', async () => {
    const read = await run(async (sheet, context) => {
      sheet.getRange('B:C').format.columnWidth = 90;
      sheet.getRange('2:3').format.rowHeight = 30;
      sheet.getRange('D:D').columnHidden = true;
      sheet.getRange('5:6').rowHidden = true;
      const sized = sheet.getRange('B2:C3').load('format/columnWidth,format/rowHeight');
      const mixed = sheet.getRange('A1:B2').load('format/columnWidth,rowHidden');
      const hidden = sheet.getRange('D5:D6').load('columnHidden,rowHidden,hidden');
      await context.sync();
      return [sized.format.columnWidth, sized.format.rowHeight, mixed.format.columnWidth, mixed.rowHidden, hidden.columnHidden, hidden.rowHidden, hidden.hidden];
    });
    expect(read).toEqual([90, 30, null, false, true, true, true]);
  });

  test('a hyperlink to a place in the workbook is kept with its text', async () => {
    const read = await run(async (sheet, context) => {
      sheet.getRange('A1').hyperlink = { documentReference: "'收入 表'!B3", textToDisplay: '去收入表', screenTip: '打开' };
      const range = sheet.getRange('A1').load('hyperlink,values');
      await context.sync();
      return [range.hyperlink, range.values];
    });
    expect(read).toEqual([{ documentReference: "'收入 表'!B3", textToDisplay: '去收入表', screenTip: '打开' }, [['去收入表']]]);
  });

  test('HYPERLINK shows its text and leads where its cells say; without a place it shows nothing and leads nowhere', async () => {
    const { book, user } = opened.host;
    await user.paste(sheetName, 'A1', [[sheetName, 'C16', `=IF(LEN(B1)=0,"",HYPERLINK("#'"&SUBSTITUTE(A1,"'","''")&"'!"&B1,B1&""))`]]);
    const now = (): unknown => [book.value(sheetName, 'C1'), book.hyperlink(sheetName, 'C1')];
    expect(now()).toEqual(['C16', { documentReference: `${sheetName}!C16` }]);
    await user.erase(sheetName, 'B1');
    expect(now()).toEqual(['', null]);
    await user.type(sheetName, 'B1', 'D4');
    expect(now()).toEqual(['D4', { documentReference: `${sheetName}!D4` }]);
    await user.paste(sheetName, 'A1', [['没有这张表', 'D4']]);
    expect(now()).toEqual(['D4', { documentReference: "'没有这张表'!D4" }]);
  });
});
