/**
 * What Microsoft's documentation says about batches, sheets, names, protection and rules, asked of the host through
 * Microsoft's own client. Each test tells the page (of the Office Add-ins docs, or of the Excel API reference).
 */
import { openExcel, type OpenedExcel } from './officeClient';

let opened: OpenedExcel;
let sheetName = '';
let made = 0;

beforeAll(async () => {
  opened = await openExcel({ sheets: ['Sheet1', '收入'] });
});

beforeEach(async () => {
  sheetName = `表${++made}`;
  await opened.host.user.addSheet(sheetName);
});

const run = <T>(act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  Excel.run((context) => act(context.workbook.worksheets.getItem(sheetName), context));

const code = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: OfficeExtension.Error) => error.code,
  );

const answer = (result: OfficeExtension.ClientResult<number>): number => result.value;

/** Code of the error when `act` and one sync fail. */
const codeOf = (act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void): Promise<string> =>
  code(run(async (sheet, context) => {
    act(sheet, context);
    await context.sync();
  }));

describe('application-specific-api-model.md: batches and proxies', () => {
  test('commands run in the order in which they were queued', async () => {
    const read = await run(async (sheet, context) => {
      const cell = sheet.getRange('A1');
      cell.values = [[1]];
      const first = sheet.getRange('A1').load('values');
      cell.values = [[2]];
      const second = sheet.getRange('A1').load('values');
      await context.sync();
      return [first.values, second.values];
    });
    expect(read).toEqual([[[1]], [[2]]]);
  });

  test('a batch that fails keeps what ran before the failure, and nothing after it', async () => {
    const error = await codeOf((sheet, context) => {
      sheet.getRange('A1').values = [['vorher']];
      context.workbook.worksheets.getItem('没有').activate();
      sheet.getRange('A2').values = [['nachher']];
    });
    expect(error).toBe('ItemNotFound');
    expect(opened.host.book.values(sheetName, 'A1:A2')).toEqual([['vorher'], [null]]);
  });

  test('reading a property that was not loaded throws PropertyNotLoaded', async () => {
    await run(async (sheet, context) => {
      const range = sheet.getRange('A1').load('address');
      await context.sync();
      expect(() => range.values).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }));
    });
  });

  test('a range used after its run, untracked, is InvalidObjectPath', async () => {
    const range = await run(async (sheet, context) => {
      const kept = sheet.getRange('A1');
      await context.sync();
      return kept;
    });
    expect(() => range.load('values')).toThrow(expect.objectContaining({ code: 'InvalidObjectPath' }));
  });

  test('load without names loads all scalar properties and no objects', async () => {
    const loaded = await run(async (sheet, context) => {
      sheet.load();
      await context.sync();
      return sheet.toJSON();
    });
    expect(loaded).toMatchObject({ name: sheetName, visibility: 'Visible', showGridlines: true });
    expect(loaded).not.toHaveProperty('pageLayout');
  });

  test('set() takes a tree of properties', async () => {
    await run(async (sheet, context) => {
      sheet.getRange('A1:B1').set({ values: [[1, 2]], format: { fill: { color: '#112233' }, font: { bold: true } } });
      await context.sync();
    });
    expect(opened.host.book.format(sheetName, 'B1')).toMatchObject({ fillColor: '#112233', bold: true });
  });

  test('zoom of the page layout is set as one object', async () => {
    const zoom = await run(async (sheet, context) => {
      sheet.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
      const layout = sheet.pageLayout.load('zoom');
      await context.sync();
      return layout.zoom;
    });
    expect(zoom).toEqual({ horizontalFitToPages: 1, verticalFitToPages: 0 });
  });

  test('an API the host lacks fails as ApiNotFound and names itself', async () => {
    const failure = run(async (sheet, context) => {
      sheet.charts.load('count');
      await context.sync();
    });
    await expect(failure).rejects.toMatchObject({ code: 'ApiNotFound', debugInfo: { errorLocation: 'Worksheet.charts' } });
  });

  test('the error tells the statement and the place', async () => {
    const failure = run(async (_sheet, context) => {
      context.workbook.worksheets.getItem('没有').load('name');
      await context.sync();
    });
    await expect(failure).rejects.toMatchObject({
      code: 'ItemNotFound',
      debugInfo: { errorLocation: 'WorksheetCollection.getItem' },
    });
  });
});

describe('application-specific-api-model.md: null objects', () => {
  test('isNullObject is known after sync, without load', async () => {
    const read = await run(async (sheet, context) => {
      const none = context.workbook.worksheets.getItemOrNullObject('没有');
      const name = context.workbook.names.getItemOrNullObject('没有');
      const some = context.workbook.worksheets.getItemOrNullObject(sheetName);
      const setting = context.workbook.settings.getItemOrNullObject('没有');
      const used = sheet.getUsedRangeOrNullObject(true);
      await context.sync();
      return [none.isNullObject, name.isNullObject, some.isNullObject, setting.isNullObject, used.isNullObject];
    });
    expect(read).toEqual([true, true, false, true, true]);
  });

  test('loading a null object is harmless; using it fails with ItemNotFound', async () => {
    const loaded = await run(async (_sheet, context) => {
      const none = context.workbook.worksheets.getItemOrNullObject('没有').load('name,visibility');
      await context.sync();
      return none.isNullObject;
    });
    expect(loaded).toBe(true);
    expect(await codeOf((_sheet, context) => context.workbook.worksheets.getItemOrNullObject('没有').activate())).toBe('ItemNotFound');
  });

  test('a chain of …OrNullObject stays null', async () => {
    const isNull = await run(async (_sheet, context) => {
      const range = context.workbook.names.getItemOrNullObject('没有').getRangeOrNullObject();
      await context.sync();
      return range.isNullObject;
    });
    expect(isNull).toBe(true);
  });
});

describe('excel-add-ins-worksheets.md and Excel.Worksheet', () => {
  test('a sheet is found by name without regard to case, and by id', async () => {
    const read = await Excel.run(async (context) => {
      const byName = context.workbook.worksheets.getItem('SHEET1').load('id');
      await context.sync();
      const byId = context.workbook.worksheets.getItem(byName.id).load('name');
      await context.sync();
      return byId.name;
    });
    expect(read).toBe('Sheet1');
  });

  test('add puts the sheet at the end and does not activate it; a used name is ItemAlreadyExists', async () => {
    const read = await run(async (sheet, context) => {
      sheet.activate();
      const added = context.workbook.worksheets.add(`新${sheetName}`).load('name,position');
      const active = context.workbook.worksheets.getActiveWorksheet().load('name');
      const count = context.workbook.worksheets.getCount();
      await context.sync();
      return [added.name, added.position === answer(count) - 1, active.name];
    });
    expect(read).toEqual([`新${sheetName}`, true, sheetName]);
    expect(await codeOf((_sheet, context) => context.workbook.worksheets.add(sheetName))).toBe('ItemAlreadyExists');
  });

  test('copy makes a sheet that holds, looks and prints like the original, and lives on its own', async () => {
    const { book } = opened.host;
    const names = await run(async (sheet, context) => {
      sheet.getRange('A1:B2').formulas = [['甲', 2], ['=B1*3', '']];
      sheet.getRange('A1:B1').format.fill.color = '#FFCC00';
      sheet.getRange('D1:E1').merge();
      sheet.getRange('B2').dataValidation.rule = { wholeNumber: { formula1: 1, formula2: 9, operator: 'Between' } };
      sheet.getRange('A2').conditionalFormats.add('Custom').custom.rule.formula = '=A2>5';
      sheet.showGridlines = false;
      sheet.freezePanes.freezeRows(1);
      sheet.pageLayout.paperSize = 'A3';
      sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter = '第 &P 页';
      const copies = [sheet.copy('After', sheet), sheet.copy('Before', sheet), sheet.copy('End'), sheet.copy()];
      for (const copy of copies) copy.load('name,position');
      sheet.load('position');
      const count = context.workbook.worksheets.getCount();
      await context.sync();
      return copies.map((copy) => [copy.name, copy.position - sheet.position, answer(count) - copy.position]);
    });
    const [after, before, last, first] = names;
    expect([after?.slice(0, 2), before?.slice(0, 2), [last?.[0], last?.[2]], first?.[0]]).toEqual([[`${sheetName} (2)`, 1], [`${sheetName} (3)`, -1], [`${sheetName} (4)`, 1], `${sheetName} (5)`]);
    expect(book.sheets()[0]).toBe(`${sheetName} (5)`);
    await opened.host.user.type(sheetName, 'B1', '5');
    const copy = `${sheetName} (2)`;
    expect([book.formula(copy, 'A2'), book.value(copy, 'A1'), book.value(copy, 'B1')]).toEqual(['=B1*3', '甲', 2]);
    expect([book.value(sheetName, 'A2'), book.value(copy, 'A2')]).toEqual([15, 6]);
    expect(book.format(copy, 'A1').fillColor).toBe('#FFCC00');
    expect(book.merges(copy)).toEqual(book.merges(sheetName));
    expect(book.validation(copy, 'B2')?.rule).toEqual(book.validation(sheetName, 'B2')?.rule);
    expect(book.conditionalFormats(copy, 'A2').map(({ formula }) => formula)).toEqual(['=A2>5']);
    expect([book.gridlines(copy), book.frozen(copy)]).toEqual([false, { rows: 1, columns: 0 }]);
    expect([book.page(copy).values['PaperSize'], book.page(copy).headersFooters.DefaultForAllPages.CenterFooter]).toEqual(['A3', '第 &P 页']);
    await run(async (sheet, context) => {
      context.workbook.worksheets.getItem(copy).pageLayout.paperSize = 'A4';
      await context.sync();
      sheet.delete();
      await context.sync();
    });
    expect([book.page(copy).values['PaperSize'], book.page(`${sheetName} (3)`).values['PaperSize'], book.value(copy, 'A2')]).toEqual(['A4', 'A3', 6]);
  });

  test.each(['', 'a/b', 'a:b', '[a]', "'a", 'x'.repeat(32)])('the sheet name %j is refused', async (name) => {
    expect(await codeOf((sheet) => {
      sheet.name = name;
    })).toBe('InvalidArgument');
  });

  test('after a rename, formulas of other sheets and names follow', async () => {
    await run(async (sheet, context) => {
      sheet.getRange('A1').values = [[7]];
      context.workbook.worksheets.getItem('收入').getRange('A1').formulas = [[`='${sheetName}'!A1*2`]];
      context.workbook.names.add(`名_${sheetName}`, sheet.getRange('A1'));
      sheet.name = `改名 ${sheetName}`;
      await context.sync();
    });
    expect(opened.host.book.formula('收入', 'A1')).toBe(`='改名 ${sheetName}'!A1*2`);
    expect(opened.host.book.value('收入', 'A1')).toBe(14);
    expect(opened.host.book.names()[`名_${sheetName}`]).toBe(`'改名 ${sheetName}'!$A$1`);
  });

  test('a very hidden sheet cannot be deleted, nor the last visible one hidden', async () => {
    expect(await codeOf((sheet) => {
      sheet.visibility = 'VeryHidden';
      sheet.delete();
    })).toBe('InvalidOperation');
    const { host } = await openExcel();
    expect(await code(Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().visibility = 'Hidden';
      await context.sync();
    }))).toBe('InvalidOperation');
    expect(host.book.visibility('Sheet1')).toBe('Visible');
    opened = await openExcel({ sheets: ['Sheet1', '收入'] });
  });

  test('deleting a sheet leaves #REF! behind', async () => {
    await run(async (sheet, context) => {
      sheet.getRange('A1').values = [[7]];
      context.workbook.worksheets.getItem('收入').getRange('B1').formulas = [[`=${sheetName}!A1`]];
      await context.sync();
      sheet.delete();
      await context.sync();
    });
    expect(opened.host.book.value('收入', 'B1')).toBe('#REF!');
  });

  test('getFirst, getLast, getNext and getPrevious can leave hidden sheets out', async () => {
    const { Excel: excel } = await openExcel({ sheets: ['一', '二', '三'] });
    const read = await excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.getItem('二').visibility = 'Hidden';
      const next = worksheets.getItem('一').getNext(true).load('name');
      const hidden = worksheets.getItem('三').getPrevious().load('name');
      const none = worksheets.getLast().getNextOrNullObject();
      const count = worksheets.getCount(true);
      await context.sync();
      return [next.name, hidden.name, none.isNullObject, answer(count)];
    });
    expect(read).toEqual(['三', '二', true, 2]);
    opened = await openExcel({ sheets: ['Sheet1', '收入'] });
  });

  test('frozen panes tell where they are', async () => {
    const read = await run(async (sheet, context) => {
      const before = sheet.freezePanes.getLocationOrNullObject();
      sheet.freezePanes.freezeAt(sheet.getRange('A1:B2'));
      const at = sheet.freezePanes.getLocationOrNullObject().load('address');
      sheet.freezePanes.freezeRows(1);
      const rows = sheet.freezePanes.getLocation().load('address');
      await context.sync();
      return [before.isNullObject, at.address, rows.address];
    });
    expect(read).toEqual([true, `${sheetName}!A1:B2`, `${sheetName}!1:1`]);
  });

  test('page layout: print area, title rows, margins in any unit, headers', async () => {
    const read = await run(async (sheet, context) => {
      const layout = sheet.pageLayout;
      layout.setPrintArea('A1:D20');
      layout.setPrintTitleRows('$1:$2');
      layout.setPrintMargins('Centimeters', { top: 2.54, left: 1.27 });
      layout.centerHorizontally = true;
      layout.orientation = 'Landscape';
      layout.headersFooters.defaultForAllPages.centerFooter = '第 &P 页';
      sheet.getRange('1:1').insert('Down');
      layout.load('topMargin,leftMargin,orientation,centerHorizontally,paperSize');
      const area = layout.getPrintAreaOrNullObject().load('address');
      const titles = layout.getPrintTitleRowsOrNullObject().load('address');
      const footer = layout.headersFooters.defaultForAllPages.load('centerFooter');
      await context.sync();
      return [layout.topMargin, layout.leftMargin, layout.orientation, layout.centerHorizontally, area.address, titles.address, footer.centerFooter];
    });
    expect(read).toEqual([72, 36, 'Landscape', true, `${sheetName}!A2:D21`, `${sheetName}!2:3`, '第 &P 页']);
  });
});

describe('Excel.NamedItem and Excel.NamedItemCollection', () => {
  test('a name holds a range, a number, a text or a formula, and says which', async () => {
    const read = await run(async (sheet, context) => {
      const items = [
        sheet.names.add('区域', sheet.getRange('A1:B2')),
        sheet.names.add('整数', '=12' as unknown as Excel.Range),
        sheet.names.add('小数', '=0.13' as unknown as Excel.Range),
        sheet.names.add('文字', '="渠县"' as unknown as Excel.Range),
      ].map((item) => item.load('name,type,value,formula,scope'));
      await context.sync();
      return items.map((item) => [item.type, item.value, item.formula, item.scope]);
    });
    expect(read).toEqual([
      ['Range', `${sheetName}!$A$1:$B$2`, `=${sheetName}!$A$1:$B$2`, 'Worksheet'],
      ['Integer', 12, '=12', 'Worksheet'],
      ['Double', 0.13, '=0.13', 'Worksheet'],
      ['String', '渠县', '="渠县"', 'Worksheet'],
    ]);
  });

  test('names of a sheet and of the workbook are apart; the same name twice is ItemAlreadyExists', async () => {
    const count = await run(async (sheet, context) => {
      sheet.names.add(`甲${made}`, sheet.getRange('A1'));
      const none = context.workbook.names.getItemOrNullObject(`甲${made}`);
      context.workbook.names.add(`甲${made}`, sheet.getRange('B1'), '说明').visible = false;
      const item = context.workbook.names.getItem(`甲${made}`).load('comment,visible,formula');
      await context.sync();
      return [none.isNullObject, item.comment, item.visible, item.formula];
    });
    expect(count).toEqual([true, '说明', false, `=${sheetName}!$B$1`]);
    expect(await codeOf((sheet) => sheet.names.add(`甲${made}`, sheet.getRange('A2')))).toBe('ItemAlreadyExists');
  });

  test.each(['A1', '1月', '甲 乙', 'a-b', 'R', ''])('the name %j is refused', async (name) => {
    expect(await codeOf((sheet) => sheet.names.add(name, sheet.getRange('A1')))).toBe('InvalidArgument');
  });

  test('a name whose cells are deleted stands for #REF!, and its range is a null object', async () => {
    const read = await run(async (sheet, context) => {
      const row = context.workbook.names.add(`行${made}`, sheet.getRange('A3:B3'));
      const partly = context.workbook.names.add(`列${made}`, sheet.getRange('A2:A5'));
      const elsewhere = context.workbook.names.add(`他${made}`, context.workbook.worksheets.getItem('收入').getRange('A3'));
      await context.sync();
      sheet.getRange('3:3').delete('Up');
      for (const name of [row, partly, elsewhere]) name.load('formula,type');
      const range = row.getRangeOrNullObject();
      await context.sync();
      return [row.type, range.isNullObject, partly.formula, elsewhere.formula];
    });
    expect(read).toEqual(['Error', true, `=${sheetName}!$A$2:$A$4`, '=收入!$A$3']);
  });

  test('setting the formula points the name elsewhere, and cells that use it recalculate', async () => {
    const read = await run(async (sheet, context) => {
      sheet.getRange('A1:A2').values = [[1], [50]];
      const name = context.workbook.names.add(`指${made}`, sheet.getRange('A1'));
      sheet.getRange('C1').formulas = [[`=指${made}*2`]];
      await context.sync();
      name.formula = `=${sheetName}!$A$2`;
      const cell = sheet.getRange('C1').load('values');
      const range = name.getRange().load('address');
      await context.sync();
      return [cell.values, range.address];
    });
    expect(read).toEqual([[[100]], `${sheetName}!A2`]);
  });
});

describe('excel-add-ins-worksheets.md: protection', () => {
  test('on a protected sheet locked cells answer AccessDenied, unlocked ones take values', async () => {
    await run(async (sheet, context) => {
      sheet.getRange('B:B').format.protection.locked = false;
      sheet.protection.protect({});
      await context.sync();
    });
    expect(await codeOf((sheet) => {
      sheet.getRange('A1').values = [[1]];
    })).toBe('AccessDenied');
    expect(await codeOf((sheet) => {
      sheet.getRange('B1').values = [[1]];
    })).toBe('no error');
    expect(await code(opened.host.user.type(sheetName, 'A1', '1'))).toBe('AccessDenied');
    expect(opened.host.book.values(sheetName, 'A1:B1')).toEqual([[null, 1]]);
  });

  test('options say what is allowed all the same', async () => {
    await run(async (sheet, context) => {
      sheet.protection.protect({ allowInsertRows: true, allowFormatColumns: true });
      sheet.protection.load('protected,options');
      await context.sync();
      expect(sheet.protection.protected).toBe(true);
      expect(sheet.protection.options).toMatchObject({ allowInsertRows: true, allowDeleteRows: false, selectionMode: 'Normal' });
    });
    expect(await codeOf((sheet) => sheet.getRange('3:3').insert('Down'))).toBe('no error');
    expect(await codeOf((sheet) => sheet.getRange('3:3').delete('Up'))).toBe('AccessDenied');
    expect(await codeOf((sheet) => {
      sheet.getRange('A:A').format.columnWidth = 50;
    })).toBe('no error');
    expect(await codeOf((sheet) => {
      sheet.getRange('A1').format.fill.color = 'red';
    })).toBe('AccessDenied');
    expect(await codeOf((sheet) => {
      sheet.getRange('A1').format.protection.locked = false;
    })).toBe('AccessDenied');
    expect(await codeOf((sheet) => sheet.protection.protect())).toBe('InvalidOperation');
  });

  test('a password is needed to unprotect when one was given', async () => {
    await run(async (sheet, context) => {
      sheet.protection.protect({}, '机密');
      await context.sync();
    });
    expect(await codeOf((sheet) => sheet.protection.unprotect())).toBe('AccessDenied');
    expect(await codeOf((sheet) => sheet.protection.unprotect('错'))).toBe('AccessDenied');
    expect(await codeOf((sheet) => sheet.protection.unprotect('机密'))).toBe('no error');
    expect(opened.host.book.protection(sheetName)).toBeNull();
  });

  test('unprotect, write, protect works within one batch', async () => {
    const failed = await run(async (sheet, context) => {
      sheet.protection.protect();
      await context.sync();
      sheet.protection.unprotect();
      sheet.getRange('A1').values = [['写']];
      sheet.protection.protect();
      await context.sync();
      return opened.host.book.value(sheetName, 'A1');
    });
    expect(failed).toBe('写');
    expect(opened.host.book.protection(sheetName)).not.toBeNull();
  });

  test('a protected structure refuses to add, delete, rename, hide and move sheets, and cells stay free', async () => {
    await run(async (_sheet, context) => {
      context.workbook.protection.protect('x');
      await context.sync();
    });
    const codes = [
      await codeOf((_sheet, context) => context.workbook.worksheets.add('再来')),
      await codeOf((sheet) => sheet.delete()),
      await codeOf((sheet) => {
        sheet.name = '改';
      }),
      await codeOf((sheet) => {
        sheet.visibility = 'Hidden';
      }),
      await codeOf((_sheet, context) => context.workbook.protection.unprotect('y')),
      await codeOf((sheet) => {
        sheet.getRange('A1').values = [[1]];
      }),
      await codeOf((_sheet, context) => context.workbook.protection.unprotect('x')),
    ];
    expect(codes).toEqual([...Array(5).fill('AccessDenied'), 'no error', 'no error']);
  });
});

describe('excel-add-ins-data-validation.md', () => {
  test('the rule comes back as it was set, with its type; no more than one rule may be given', async () => {
    const read = await run(async (sheet, context) => {
      const { dataValidation } = sheet.getRange('A1:A3');
      dataValidation.rule = { list: { inCellDropDown: true, source: '="甲,乙"' } };
      sheet.getRange('H1:H2').values = [['是'], ['否']];
      sheet.getRange('B1').dataValidation.rule = { list: { inCellDropDown: false, source: sheet.getRange('H1:H2') } };
      sheet.getRange('C1').dataValidation.rule = { decimal: { formula1: 0, formula2: 100, operator: 'Between' } };
      const validations = [dataValidation, sheet.getRange('B1').dataValidation, sheet.getRange('C1').dataValidation, sheet.getRange('A1:C1').dataValidation, sheet.getRange('Z1').dataValidation];
      for (const validation of validations) validation.load('rule,type,ignoreBlanks');
      await context.sync();
      return validations.map((validation) => [validation.type, validation.rule]);
    });
    expect(read).toEqual([
      ['List', { list: { inCellDropDown: true, source: '="甲,乙"' } }],
      ['List', { list: { inCellDropDown: false, source: `=${sheetName}!$H$1:$H$2` } }],
      ['Decimal', { decimal: { formula1: 0, formula2: 100, operator: 'Between' } }],
      ['MixedCriteria', null],
      ['None', {}],
    ]);
    expect(await codeOf((sheet) => {
      sheet.getRange('A1').dataValidation.rule = { custom: { formula: '=1' }, list: { inCellDropDown: true, source: 'a' } };
    })).toBe('InvalidArgument');
  });

  test('only stop keeps a person from entering; programs may write anything; paste passes', async () => {
    await run(async (sheet, context) => {
      const { dataValidation } = sheet.getRange('A1:B1');
      dataValidation.rule = { wholeNumber: { formula1: 0, operator: 'GreaterThan' } };
      dataValidation.errorAlert = { showAlert: true, style: 'Stop', title: '数量', message: '应为正整数' };
      sheet.getRange('B1').dataValidation.errorAlert = { showAlert: true, style: 'Warning', title: '', message: '' };
      await context.sync();
    });
    expect(await code(opened.host.user.type(sheetName, 'A1', '-3'))).toBe('InvalidArgument');
    expect(await code(opened.host.user.type(sheetName, 'A1', '2.5'))).toBe('InvalidArgument');
    expect(await code(opened.host.user.type(sheetName, 'A1', '3'))).toBe('no error');
    expect(await code(opened.host.user.type(sheetName, 'B1', '-3'))).toBe('no error');
    expect(await code(opened.host.user.paste(sheetName, 'A1', [['-7']]))).toBe('no error');
    expect(opened.host.book.values(sheetName, 'A1:B1')).toEqual([[-7, -3]]);
    const valid = await run(async (sheet, context) => {
      const bad = sheet.getRange('A1').dataValidation.load('valid');
      sheet.getRange('B1').values = [[5]];
      const good = sheet.getRange('B1').dataValidation.load('valid');
      const mixed = sheet.getRange('A1:B1').dataValidation.load('valid');
      await context.sync();
      return [bad.valid, good.valid, mixed.valid];
    });
    expect(valid).toEqual([false, true, null]);
  });

  test('clear removes the rule from these cells only', async () => {
    await run(async (sheet, context) => {
      sheet.getRange('A1:A5').dataValidation.rule = { textLength: { formula1: 10, operator: 'LessThan' } };
      sheet.getRange('A2:A3').dataValidation.clear();
      await context.sync();
    });
    expect([1, 2, 3, 4].map((row) => opened.host.book.validation(sheetName, `A${row}`)?.rule.kind)).toEqual(['textLength', undefined, undefined, 'textLength']);
  });
});

describe('Excel.ConditionalFormatCollection', () => {
  test('a new format comes first; the rules of a range are found, counted and cleared', async () => {
    const read = await run(async (sheet, context) => {
      const range = sheet.getRange('A1:A9');
      const first = range.conditionalFormats.add('Custom');
      first.custom.rule.formula = '=$A1>5';
      first.custom.format.font.color = '#FF0000';
      const second = range.conditionalFormats.add('CellValue');
      second.cellValue.rule = { formula1: '=10', formula2: '=20', operator: 'Between' };
      second.cellValue.format.fill.color = '#00FF00';
      range.conditionalFormats.load('items/type,items/priority,items/stopIfTrue');
      const count = range.conditionalFormats.getCount();
      await context.sync();
      const items = range.conditionalFormats.items.map((item) => [item.type, item.priority]);
      range.conditionalFormats.clearAll();
      const after = range.conditionalFormats.getCount();
      await context.sync();
      return [items, answer(count), answer(after)];
    });
    expect(read).toEqual([[['CellValue', 0], ['Custom', 1]], 2, 0]);
  });

  test('rules and their formulas follow inserted and deleted rows', async () => {
    const address = await run(async (sheet, context) => {
      const rule = sheet.getRange('A2:A4').conditionalFormats.add('Custom');
      rule.custom.rule.formula = '=AND($A2="",SUM($C$1:$C$3)>0)';
      sheet.getRange('B2:B4').dataValidation.rule = { list: { inCellDropDown: true, source: `=${sheetName}!$H$1:$H$3` } };
      sheet.getRange('1:2').insert('Down');
      sheet.getRange('5:5').insert('Down');
      const range = rule.getRange().load('address');
      await context.sync();
      return range.address;
    });
    expect(address).toBe(`${sheetName}!A4:A7`);
    expect(opened.host.book.conditionalFormats(sheetName)[0]?.formula).toBe('=AND($A4="",SUM($C$3:$C$6)>0)');
    expect(opened.host.book.validation(sheetName, 'B7')?.rule).toMatchObject({ source: `=${sheetName}!$H$3:$H$6` });
    expect(opened.host.book.validation(sheetName, 'B8')).toBeNull();
    await opened.host.user.deleteRows(sheetName, 4, 4);
    expect(opened.host.book.conditionalFormats(sheetName)).toEqual([]);
  });
});

describe('Excel.SettingCollection and Excel.Application', () => {
  test('settings take any JSON, are replaced by add, and can be deleted', async () => {
    const read = await run(async (_sheet, context) => {
      const { settings } = context.workbook;
      settings.add('键', { a: [1, '二', null] });
      settings.add('键', { a: 2 });
      const item = settings.getItem('键').load('value');
      await context.sync();
      const value: unknown = item.value;
      item.delete();
      const gone = settings.getItemOrNullObject('键');
      await context.sync();
      return [value, gone.isNullObject];
    });
    expect(read).toEqual([{ a: 2 }, true]);
  });

  test('suspendApiCalculationUntilNextSync: reads in the batch see old results, after sync the new ones', async () => {
    const read = await run(async (sheet, context) => {
      sheet.getRange('A1:B1').formulas = [[1, '=A1*10']];
      await context.sync();
      context.application.suspendApiCalculationUntilNextSync();
      sheet.getRange('A1').values = [[2]];
      const during = sheet.getRange('B1').load('values');
      await context.sync();
      const after = sheet.getRange('B1').load('values');
      await context.sync();
      return [during.values, after.values];
    });
    expect(read).toEqual([[[10]], [[20]]]);
  });

  test('the calculation mode is Automatic and can be changed', async () => {
    const modes = await run(async (_sheet, context) => {
      const application = context.application.load('calculationMode');
      await context.sync();
      const before = application.calculationMode;
      application.calculationMode = 'Manual';
      application.load('calculationMode');
      await context.sync();
      const after = application.calculationMode;
      application.calculationMode = 'Automatic';
      await context.sync();
      return [before, after];
    });
    expect(modes).toEqual(['Automatic', 'Manual']);
  });

  test('getSelectedRange is what the person selected', async () => {
    await opened.host.user.select(sheetName, 'C3:D5');
    const address = await run(async (_sheet, context) => {
      const range = context.workbook.getSelectedRange().load('address');
      await context.sync();
      return range.address;
    });
    expect(address).toBe(`${sheetName}!C3:D5`);
  });
});
