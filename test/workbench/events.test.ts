/** excel-add-ins-events.md and Excel.WorksheetChangedEventArgs: who hears what, and when. */
import { connectClient, openExcel, type OpenedExcel } from './officeClient';

type Changed = Excel.WorksheetChangedEventArgs;

let opened: OpenedExcel;
let changes: Changed[];

async function listen(client: typeof Excel, heard: Changed[]): Promise<OfficeExtension.EventHandlerResult<Changed>> {
  return client.run(async (context) => {
    const handler = context.workbook.worksheets.onChanged.add(async (args) => {
      heard.push(args);
    });
    await context.sync();
    return handler;
  });
}

const write = (client: typeof Excel, address: string, values: unknown[][]): Promise<void> =>
  client.run(async (context) => {
    context.workbook.worksheets.getItem('收入').getRange(address).values = values;
    await context.sync();
  });

beforeEach(async () => {
  opened = await openExcel({ sheets: ['Sheet1', '收入'] });
  changes = [];
  await listen(opened.Excel, changes);
});

describe('what a change event tells', () => {
  test('an edit of one cell comes with the values before and after', async () => {
    await opened.host.user.type('收入', 'B2', '12%');
    await opened.host.user.type('收入', 'B2', '无');
    expect(changes.map(({ address, changeType, details, source, triggerSource }) => ({ address, changeType, details, source, triggerSource }))).toEqual([
      { address: 'B2', changeType: 'RangeEdited', source: 'Local', triggerSource: 'Unknown', details: { valueBefore: '', valueAfter: 0.12, valueTypeBefore: 'Empty', valueTypeAfter: 'Double' } },
      { address: 'B2', changeType: 'RangeEdited', source: 'Local', triggerSource: 'Unknown', details: { valueBefore: 0.12, valueAfter: '无', valueTypeBefore: 'Double', valueTypeAfter: 'String' } },
    ]);
  });

  test('an edit of several cells comes without details', async () => {
    await opened.host.user.paste('收入', 'A1', [['1', '2'], ['3', '4']]);
    expect(changes.map(({ address, details }) => [address, details])).toEqual([['A1:B2', undefined]]);
  });

  test.each([
    ['rows inserted', (host: OpenedExcel['host']) => host.user.insertRows('收入', 3, 2), 'RowInserted', '3:4'],
    ['rows deleted', (host: OpenedExcel['host']) => host.user.deleteRows('收入', 5), 'RowDeleted', '5:5'],
    ['columns inserted', (host: OpenedExcel['host']) => host.user.insertColumns('收入', 2), 'ColumnInserted', 'B:B'],
    ['columns deleted', (host: OpenedExcel['host']) => host.user.deleteColumns('收入', 2, 2), 'ColumnDeleted', 'B:C'],
  ])('%s', async (_what, act, changeType, address) => {
    await opened.host.user.paste('收入', 'A1', [['1', '=A1*2'], ['3', '=A2*2']]);
    changes.length = 0;
    await act(opened.host);
    expect(changes.map((change) => [change.changeType, change.address])).toEqual([[changeType, address]]);
  });

  test('formulas that recalculate raise no change, only a calculation', async () => {
    await write(opened.Excel, 'A1:B1', [[1, '=A1*2']]);
    await opened.host.idle();
    changes.length = 0;
    let calculated = 0;
    await opened.Excel.run(async (context) => {
      context.workbook.worksheets.onCalculated.add(async () => {
        calculated += 1;
      });
      await context.sync();
    });
    await opened.host.user.type('收入', 'A1', '5');
    expect(changes.map(({ address }) => address)).toEqual(['A1']);
    expect(calculated).toBeGreaterThan(0);
  });

  test('a handler reads results that are calculated already', async () => {
    await write(opened.Excel, 'A1:B1', [[1, '=A1*2']]);
    await opened.host.idle();
    const seen = new Promise<unknown>((resolve) => {
      void opened.Excel.run(async (context) => {
        context.workbook.worksheets.getItem('收入').onChanged.add(() =>
          opened.Excel.run(async (inner) => {
            const cell = inner.workbook.worksheets.getItem('收入').getRange('B1').load('values');
            await inner.sync();
            resolve(cell.values);
          }),
        );
        await context.sync();
        await opened.host.user.type('收入', 'A1', '21');
      });
    });
    expect(await seen).toEqual([[42]]);
  });

  test('getRange of the event gives the changed range', async () => {
    await opened.host.user.type('收入', 'C3', '7');
    const [change] = changes;
    const address = await opened.Excel.run(async (context) => {
      const range = change?.getRange(context).load('address');
      await context.sync();
      return range?.address;
    });
    expect(address).toBe('收入!C3');
  });
});

describe('who hears it', () => {
  test("the add-in's own write carries ThisLocalAddin; another client hears it as Unknown", async () => {
    const first = opened.Excel;
    const other: Changed[] = [];
    const second = connectClient(opened.host);
    await listen(second.Excel, other);
    await write(first, 'A1', [[1]]);
    await opened.host.idle();
    expect(changes.map(({ triggerSource }) => triggerSource)).toEqual(['ThisLocalAddin']);
    expect(other.map(({ triggerSource }) => triggerSource)).toEqual(['Unknown']);
  });

  test('what a co-author does is Remote', async () => {
    await opened.host.coauthor.type('收入', 'A1', '1');
    expect(changes.map(({ source }) => source)).toEqual(['Remote']);
  });

  test('a handler on one sheet hears nothing of the others; after remove it hears nothing at all', async () => {
    const heard: string[] = [];
    const handler = await opened.Excel.run(async (context) => {
      const added = context.workbook.worksheets.getItem('Sheet1').onChanged.add(async ({ address }) => {
        heard.push(address);
      });
      await context.sync();
      return added;
    });
    await opened.host.user.type('收入', 'A1', '1');
    await opened.host.user.type('Sheet1', 'B2', '1');
    expect(heard).toEqual(['B2']);
    expect(opened.host.handlers('DataChanged')).toBe(2);
    handler.remove();
    await handler.context.sync();
    await opened.host.user.type('Sheet1', 'B3', '1');
    expect(heard).toEqual(['B2']);
    expect(opened.host.handlers('DataChanged')).toBe(1);
  });

  test('Ctrl+Z raises a change with the old value', async () => {
    await opened.host.user.type('收入', 'A1', '1');
    await opened.host.user.type('收入', 'A1', '2');
    await opened.host.user.undo();
    expect(changes[2]?.details).toMatchObject({ valueBefore: 2, valueAfter: 1 });
    expect(opened.host.book.value('收入', 'A1')).toBe(1);
  });

  test('a write of the add-in empties Ctrl+Z, as before ExcelApi 1.19', async () => {
    await opened.host.user.type('收入', 'A1', '1');
    await write(opened.Excel, 'B1', [[2]]);
    await opened.host.user.undo();
    expect(opened.host.book.value('收入', 'A1')).toBe(1);
  });
});

describe('other events', () => {
  test('sheets: added, activated, deactivated, renamed, hidden, deleted, selected, protected', async () => {
    const heard: unknown[][] = [];
    await opened.Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.onAdded.add(async () => void heard.push(['added']));
      worksheets.onActivated.add(async () => void heard.push(['activated']));
      worksheets.onDeactivated.add(async () => void heard.push(['deactivated']));
      worksheets.onDeleted.add(async () => void heard.push(['deleted']));
      worksheets.onNameChanged.add(async ({ nameBefore, nameAfter }) => void heard.push(['renamed', nameBefore, nameAfter]));
      worksheets.onVisibilityChanged.add(async ({ visibilityBefore, visibilityAfter }) => void heard.push(['visibility', visibilityBefore, visibilityAfter]));
      worksheets.onSelectionChanged.add(async ({ address }) => void heard.push(['selected', address]));
      worksheets.onProtectionChanged.add(async ({ isProtected }) => void heard.push(['protected', isProtected]));
      await context.sync();
    });
    await opened.host.user.renameSheet('收入', '收入表');
    await opened.host.user.select('收入表', 'B2:C3');
    await opened.host.user.addSheet('新');
    await opened.host.user.hideSheet('Sheet1');
    await opened.host.user.protect('收入表');
    await opened.host.user.deleteSheet('新');
    expect(heard).toEqual([
      ['renamed', '收入', '收入表'],
      ['deactivated'], ['activated'], ['selected', 'B2:C3'],
      ['added'], ['deactivated'], ['activated'],
      ['visibility', 'Visible', 'Hidden'],
      ['protected', true],
      ['deactivated'], ['activated'], ['deleted'],
    ]);
  });

  test('a sheet that an add-in adds raises added and leaves the active sheet alone', async () => {
    const heard: string[] = [];
    await opened.Excel.run(async (context) => {
      context.workbook.worksheets.onAdded.add(async () => void heard.push('added'));
      context.workbook.worksheets.onActivated.add(async () => void heard.push('activated'));
      await context.sync();
      context.workbook.worksheets.add('新');
      await context.sync();
    });
    await opened.host.idle();
    expect(heard).toEqual(['added']);
    expect(opened.host.book.activeSheet()).toBe('Sheet1');
  });
});
