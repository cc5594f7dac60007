/**
 * The host stands on members that neither Microsoft nor Univer promise to keep. These tests fail when an upgrade changes
 * one of them; what to look at then is named in each.
 */
import { readFileSync } from 'node:fs';
import { ICommandService, type Univer } from '@univerjs/core';
import { IFormulaRuntimeService, LexerTreeBuilder, SetFormulaCalculationNotificationMutation, SetFormulaCalculationStartMutation } from '@univerjs/engine-formula';
import { createHeadlessUniver } from '../../src/workbench/host/engine/createUniver';
import { connectClient, openExcel } from './officeClient';

const version = (name: string): string =>
  (JSON.parse(readFileSync(`${__dirname}/../../node_modules/${name}/package.json`, 'utf8')) as { version: string }).version;

describe('exact versions', () => {
  test.each([
    ['@microsoft/office-js', '1.1.110'],
    ['@univerjs/core', '0.25.1'],
    ['@univerjs/data-validation', '0.25.1'],
    ['@univerjs/engine-formula', '0.25.1'],
    ['@univerjs/sheets', '0.25.1'],
    ['@univerjs/sheets-conditional-formatting', '0.25.1'],
    ['@univerjs/sheets-data-validation', '0.25.1'],
    ['@univerjs/sheets-formula', '0.25.1'],
    ['@univerjs/sheets-numfmt', '0.25.1'],
  ])('%s is %s: run all of test/workbench before raising it', (name, wanted) => {
    expect(version(name)).toBe(wanted);
  });
});

describe("Univer's private members", () => {
  let univer: Univer;

  beforeAll(() => {
    univer = createHeadlessUniver(['Sheet1']);
  });

  afterAll(() => univer.dispose());

  test('the formula lexer has the members that engine/definedNamePatch.ts replaces and calls', () => {
    const lexer = LexerTreeBuilder.prototype as unknown as Record<string, unknown>;
    expect(typeof lexer['_handleDefinedName']).toBe('function');
    expect(typeof lexer['getSequenceNode']).toBe('function');
  });

  test('the formula runtime has the member that engine/linkResultPatch.ts replaces', () => {
    const runtime = univer.__getInjector().get(IFormulaRuntimeService) as unknown as Record<string, unknown>;
    expect(typeof runtime['_getValueObjectOfRuntimeData']).toBe('function');
  });

  test('the calculation trigger has the members that engine/calculation.ts uses', () => {
    const injector = univer.__getInjector();
    const { dependencyMap } = (injector as unknown as { dependencyCollection: { dependencyMap: Map<unknown, unknown> } }).dependencyCollection;
    const keys = [...dependencyMap.keys()].filter((key) => typeof key === 'function' && key.prototype && '_generateDirty' in key.prototype);
    expect(keys).toHaveLength(1);
    const trigger = injector.get(keys[0] as Parameters<typeof injector.get>[0]) as unknown as Record<string, unknown>;
    expect(Array.isArray(trigger['_waitingCommandQueue'])).toBe(true);
    expect(trigger).toHaveProperty('_executionInProgressParams');
    expect(trigger).toHaveProperty('_setTimeoutKey');
    expect(trigger['_executingDirtyData']).toMatchObject({ dirtyRanges: [], forceCalculation: false });
    expect(typeof trigger['_mergeDirty']).toBe('function');
  });

  test.each([
    SetFormulaCalculationStartMutation.id,
    SetFormulaCalculationNotificationMutation.id,
    'data-validation.mutation.addRule',
    'data-validation.mutation.updateRule',
    'sheet.mutation.set-worksheet-name',
  ])('the command %s exists', (id) => {
    expect(univer.__getInjector().get(ICommandService).hasCommand(id)).toBe(true);
  });
});

describe("Office.js's private bridge", () => {
  test('the first request has the shape that wire/protocol.ts describes', async () => {
    const { host } = await openExcel();
    const requests: { id: number; type: number; message: { url: string; method: string; body: Record<string, unknown> } }[] = [];
    const connect = host.connect.bind(host);
    host.connect = (receive) => {
      const send = connect(receive);
      return (text) => {
        requests.push(JSON.parse(text) as (typeof requests)[number]);
        send(text);
      };
    };
    const { Excel: client } = connectClient(host);
    await client.run(async (context) => {
      context.workbook.worksheets.getFirst().load('name');
      await context.sync();
    });
    const [first] = requests;
    expect(first).toMatchObject({ type: 1, message: { url: 'ProcessQuery', method: 'POST', body: { AutoKeepReference: false } } });
    expect(first?.message.body['Actions']).toEqual([
      expect.objectContaining({ ActionType: 1, ObjectPathId: 1 }),
      expect.objectContaining({ ActionType: 1, ObjectPathId: 3 }),
      expect.objectContaining({ ActionType: 1, ObjectPathId: 5 }),
      expect.objectContaining({ ActionType: 2, ObjectPathId: 5, QueryInfo: { Select: ['name'] } }),
    ]);
    expect(first?.message.body['ObjectPaths']).toMatchObject({
      1: { ObjectPathType: 1, Name: '' },
      3: { ObjectPathType: 4, Name: 'Worksheets', ParentObjectPathId: 1 },
      5: { ObjectPathType: 3, Name: 'GetFirst', ParentObjectPathId: 3 },
    });
  });

  test('a write of more than 1,500 cells arrives in rows and is put together again', async () => {
    const { host, Excel: client } = await openExcel();
    const values = Array.from({ length: 200 }, (_, row) => Array.from({ length: 10 }, (__, column) => row * 10 + column));
    await client.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('B3:K202').values = values;
      await context.sync();
      // The client checks the size before it cuts the rows apart.
      sheet.getRange('B3:K201').values = values;
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
    });
    expect(host.book.values('Sheet1', 'B3:K202')).toEqual(values);
  });

  test.each(['excel-win32-16.01.debug.js', 'excel-web-16.00.js', 'excel-web-16.00.debug.js'] as const)('the bundle %s speaks the same way', async (bundle) => {
    const { host, Excel: client } = await openExcel({ bundle });
    const address = await client.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange('A1:B1');
      range.values = [[1, '=A1+1']];
      range.load('address,values');
      await context.sync();
      return [range.address, range.values];
    });
    expect(address).toEqual(['Sheet1!A1:B1', [[1, 2]]]);
    await host.idle();
    expect(host.keptRanges).toBe(0);
  });

  test('requirement sets are what the test asks for; Excel 2021 has 1.14', async () => {
    const old = await openExcel();
    expect([old.Office.context.requirements.isSetSupported('ExcelApi', '1.14'), old.Office.context.requirements.isSetSupported('ExcelApi', '1.15')]).toEqual([true, false]);
    const current = await openExcel({ excelApi: '1.19' });
    expect(current.Office.context.requirements.isSetSupported('ExcelApi', '1.19')).toBe(true);
  });
});

describe("corrections of Univer's mistakes", () => {
  test('formulas recalculate when a name they use moves, is pointed elsewhere, becomes a constant, or goes', async () => {
    const { host, Excel: client } = await openExcel({ sheets: ['Sheet1', '收入'] });
    const use = <T>(act: (name: Excel.NamedItem, sheet: Excel.Worksheet) => T): Promise<unknown> =>
      client.run(async (context) => {
        act(context.workbook.names.getItem('合计'), context.workbook.worksheets.getItem('收入'));
        const cell = context.workbook.worksheets.getItem('Sheet1').getRange('A1').load('values');
        await context.sync();
        return cell.values[0]?.[0];
      });
    await client.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('收入');
      sheet.getRange('A1:A2').values = [[100], [7]];
      context.workbook.names.add('合计', sheet.getRange('A1'));
      context.workbook.worksheets.getItem('Sheet1').getRange('A1').formulas = [['=SUM(合计)*2']];
      await context.sync();
    });
    expect(host.book.value('Sheet1', 'A1')).toBe(200);
    expect(await use((_name, sheet) => sheet.getRange('1:3').insert('Down'))).toBe(200);
    expect(await use((_name, sheet) => {
      sheet.getRange('A4').values = [[5]];
    })).toBe(10);
    expect(await use((name) => {
      name.formula = '=收入!$A$5';
    })).toBe(14);
    expect(await use((name) => {
      name.formula = '=0.5';
    })).toBe(1);
    await client.run(async (context) => {
      context.workbook.names.getItem('合计').delete();
      await context.sync();
    });
    expect(host.book.value('Sheet1', 'A1')).toBe('#NAME?');
    expect(host.book.formula('Sheet1', 'A1')).toBe('=SUM(合计)*2');
    await client.run(async (context) => {
      context.workbook.names.add('合计', context.workbook.worksheets.getItem('收入').getRange('A5'));
      await context.sync();
    });
    expect(host.book.value('Sheet1', 'A1')).toBe(14);
  });

  test('two workbooks in one process calculate apart', async () => {
    const results: unknown[] = [];
    const hosts = [await openExcel(), await openExcel()].map(({ host }) => host);
    for (const [index, host] of hosts.entries()) {
      await host.user.paste('Sheet1', 'A1', [[String(index + 1), '=A1*10']]);
    }
    for (const host of hosts) {
      await host.user.type('Sheet1', 'A1', '7');
      results.push(host.book.values('Sheet1', 'A1:B1')[0]);
    }
    expect(results).toEqual([[7, 70], [7, 70]]);
  });

  test('formats of many cells stay quick: a style that exists is found and not compared again', async () => {
    const { host, Excel: client } = await openExcel();
    const before = process.cpuUsage();
    await client.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      for (let column = 0; column < 40; column++) {
        const range = sheet.getRangeByIndexes(0, column, 100, 1);
        range.format.fill.color = `#${(0x101010 + column).toString(16)}`;
        range.format.font.size = 8 + (column % 7);
        range.format.borders.getItem('InsideHorizontal').style = 'Continuous';
      }
      await context.sync();
    });
    expect(host.book.format('Sheet1', 'AN100')).toMatchObject({ fillColor: '#101037', fontSize: 12 });
    // 12,000 cell writes; minutes without the correction. The margin is wide because machines differ.
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(15_000);
  });
});
