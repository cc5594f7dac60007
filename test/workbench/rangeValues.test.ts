import { openExcel } from './officeClient';

type Host = Awaited<ReturnType<typeof openExcel>>['host'];

async function sheetOf(): Promise<{ host: Host; run: <T>(act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>) => Promise<T> }> {
  const { host, Excel } = await openExcel({ sheets: ['Sheet1', '收入 表', '支出'] });
  return { host, run: (act) => Excel.run((context) => act(context.workbook.worksheets.getItem('Sheet1'), context)) };
}

describe('values, formulas and texts of a range', () => {
  test('everything in one go', async () => {
    const { host, run } = await sheetOf();
    await run(async (sheet, context) => {
      // areas
      sheet.getRange('A1:C1').values = [['项目', '金额', '占比']];
      sheet.getRange('A2:B4').values = [['甲', 10], ['乙', 20], ['丙', 30]];
      sheet.getRange('C2').formulas = [['=B2/SUM(B$2:B$4)']];
      sheet.getRange('C2').numberFormat = [['0.00%']];
      sheet.getRange('C3:C4').copyFrom('C2');
      const areas = sheet.getRanges('A1:C1,A4:C4');
      areas.format.font.bold = true;
      areas.format.protection.locked = false;
      sheet.getRange('B2:B4').dataValidation.rule = { decimal: { formula1: 0, operator: 'GreaterThanOrEqualTo' } };
      sheet.getRange('B2:B4').dataValidation.errorAlert = { showAlert: true, style: 'Stop', title: '金额', message: '应为非负数' };
      sheet.getRange('A2:A4').dataValidation.rule = { list: { inCellDropDown: true, source: '甲,乙,丙' } };
      const cf = sheet.getRange('C2:C4').conditionalFormats.add('Custom');
      cf.custom.rule.formula = '=$C2>0.4';
      cf.custom.format.fill.color = '#FF0000';
      sheet.getRange('A1:C4').format.borders.getItem('EdgeBottom').style = 'Continuous';
      sheet.freezePanes.freezeRows(1);
      sheet.pageLayout.orientation = 'Landscape';
      sheet.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
      sheet.pageLayout.setPrintTitleRows('$1:$1');
      sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter = '第 &P 页';
      sheet.getRange('A:A').format.columnWidth = 120;
      sheet.getRange('B:B').format.protection.locked = false;
      sheet.getRange('6:6').rowHidden = true;
      sheet.getRange('A8:B8').merge();
      sheet.tabColor = '#00FF00';
      sheet.protection.protect({ allowFormatColumns: true }, 'x');
      await context.sync();
    });
    expect(host.book.texts('Sheet1', 'C2:C4')).toEqual([['16.67%'], ['33.33%'], ['50.00%']]);
    expect(host.book.formulas('Sheet1', 'C2:C4')).toEqual([['=B2/SUM(B$2:B$4)'], ['=B3/SUM(B$2:B$4)'], ['=B4/SUM(B$2:B$4)']]);
    expect([host.book.locked('Sheet1', 'A1'), host.book.locked('Sheet1', 'A2'), host.book.locked('Sheet1', 'B99')]).toEqual([false, true, false]);
    expect(host.book.validation('Sheet1', 'B3')).toMatchObject({ rule: { kind: 'decimal', formula1: '0' }, alert: { title: '金额' } });
    expect(host.book.conditionalFormats('Sheet1')).toMatchObject([{ formula: '=$C2>0.4', format: { fillColor: '#FF0000' } }]);
    expect(host.book.merges('Sheet1')).toEqual(['A8:B8']);
    expect(host.book.rowHidden('Sheet1', 6)).toBe(true);
    expect(host.book.frozen('Sheet1')).toEqual({ rows: 1, columns: 0 });
    await expect(run(async (sheet, context) => { sheet.getRange('A2').values = [['丁']]; await context.sync(); })).rejects.toMatchObject({ code: 'AccessDenied' });
    await run(async (sheet, context) => { sheet.getRange('B2').values = [[40]]; await context.sync(); });
    expect(host.book.text('Sheet1', 'C2')).toBe('44.44%');
    await expect(host.user.type('Sheet1', 'B3', '-5')).rejects.toMatchObject({ code: 'InvalidArgument' });
    await host.user.type('Sheet1', 'B3', '5');
    expect(host.book.value('Sheet1', 'B3')).toBe(5);
    await host.user.undo();
    expect(host.book.value('Sheet1', 'B3')).toBe(20);
  });

  test('events', async () => {
    const { host, run } = await sheetOf();
    const seen: unknown[] = [];
    await run(async (_sheet, context) => {
      context.workbook.worksheets.onChanged.add(async (args) => { seen.push({ ...args, getRange: undefined, getRangeOrNullObject: undefined }); });
      context.workbook.worksheets.onActivated.add(async (args) => { seen.push(args); });
      context.workbook.worksheets.onNameChanged.add(async (args) => { seen.push(args); });
      context.workbook.worksheets.onSelectionChanged.add(async (args) => { seen.push(args); });
      context.workbook.worksheets.onAdded.add(async (args) => { seen.push(args); });
      context.workbook.worksheets.onDeleted.add(async (args) => { seen.push(args); });
      await context.sync();
    });
    await host.user.type('支出', 'B2', '12%');
    await host.user.insertRows('支出', 2);
    await host.user.select('支出', 'C3:D4');
    await host.user.renameSheet('支出', '支出表');
    await host.user.addSheet('新');
    await host.user.deleteSheet('新');
    await run(async (sheet, context) => { sheet.getRange('A1:B1').values = [[1, 2]]; await context.sync(); });
    await host.idle();
    console.log(JSON.stringify(seen, null, 1));
  });
});
