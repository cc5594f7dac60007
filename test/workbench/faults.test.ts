/** The host goes wrong on request, and counts what goes over the wire. */
import { openExcel, type OpenedExcel } from './officeClient';

let opened: OpenedExcel;

beforeAll(async () => {
  opened = await openExcel();
});

beforeEach(() => opened.host.faults.reset());

const write = (address: string, value: unknown): Promise<void> =>
  opened.Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange(address).values = [[value]];
    await context.sync();
  });

const code = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: OfficeExtension.Error) => error.code,
  );

describe('syncs that fail', () => {
  test.each(['AccessDenied', 'GeneralException', 'InvalidReference', 'FilteredRangeConflict', 'ServiceNotAvailable', 'HostRestartNeeded'])(
    'the second sync from now fails with %s, before anything of it has run',
    async (wanted) => {
      opened.host.faults.failSync(2, wanted);
      expect(await code(write('A1', 1))).toBe('no error');
      expect(await code(write('A1', 2))).toBe(wanted);
      expect(await code(write('A1', 3))).toBe('no error');
      expect(opened.host.book.value('Sheet1', 'A1')).toBe(3);
    },
  );

  test('a sync that fails in the middle leaves what ran before', async () => {
    opened.host.faults.failSync(1, 'GeneralException', { after: 8 });
    const failure = opened.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('B1').values = [[1]];
      sheet.getRange('B2').values = [[2]];
      await context.sync();
    });
    expect(await code(failure)).toBe('GeneralException');
    expect(opened.host.book.values('Sheet1', 'B1:B2')).toEqual([[1], [null]]);
  });

  test('while a person edits a cell every sync fails; afterwards none does', async () => {
    opened.host.user.startEditing();
    expect(await code(write('C1', 1))).toBe('InvalidOperationInCellEditMode');
    expect(await code(write('C1', 1))).toBe('InvalidOperationInCellEditMode');
    opened.host.user.endEditing();
    expect(await code(write('C1', 1))).toBe('no error');
  });

  test('a slow sync comes late, and the one behind it waits', async () => {
    opened.host.faults.delaySync(1, 60);
    const order: string[] = [];
    const started = performance.now();
    await Promise.all([write('D1', 1).then(() => order.push('first')), write('D2', 1).then(() => order.push('second'))]);
    expect(performance.now() - started).toBeGreaterThan(50);
    expect(order).toEqual(['first', 'second']);
  });

  test('a sync without an answer has run, or not; the next one is answered', async () => {
    const silent = async (when: 'before' | 'after', address: string): Promise<unknown> => {
      opened.host.faults.silenceSync(1, when);
      let settled = false;
      void write(address, 1).finally(() => {
        settled = true;
      });
      await new Promise((resolve) => setTimeout(resolve, 20));
      await opened.host.idle();
      return [settled, opened.host.book.value('Sheet1', address)];
    };
    expect(await silent('after', 'E1')).toEqual([false, 1]);
    expect(await silent('before', 'E2')).toEqual([false, null]);
    expect(await code(write('E3', 1))).toBe('no error');
  });

  test('requests and answers beyond the limit of Excel on the web are refused', async () => {
    opened.host.faults.requestLimit = 2_000;
    expect(await code(write('F1', 'x'.repeat(3_000)))).toBe('RequestPayloadSizeLimitExceeded');
    opened.host.faults.reset();
    await write('F1', 'x'.repeat(3_000));
    opened.host.faults.responseLimit = 2_000;
    expect(await code(opened.Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange('F1').load('values');
      await context.sync();
    }))).toBe('ResponsePayloadSizeLimitExceeded');
  });

  test('big ranges may answer null', async () => {
    opened.host.faults.tableLimit = 10;
    const values = await opened.Excel.run(async (context) => {
      const big = context.workbook.worksheets.getFirst().getRange('A1:C10').load('values');
      const small = context.workbook.worksheets.getFirst().getRange('G1:G2').load('values');
      await context.sync();
      return [big.values, small.values];
    });
    expect(values).toEqual([null, [[''], ['']]]);
  });

  test('a member may be claimed and still fail', async () => {
    opened.host.faults.breakMember('DataValidation.rule', 'ApiNotFound');
    expect(await code(opened.Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange('G1').dataValidation.rule = { custom: { formula: '=TRUE' } };
      await context.sync();
    }))).toBe('ApiNotFound');
  });
});

describe('events that go wrong', () => {
  test.each([
    ['lost', 'lose', 0],
    ['doubled', 'double', 2],
    ['late', { delay: 20 }, 1],
  ] as const)('%s', async (_what, fault, times) => {
    const { host, Excel: client } = await openExcel();
    let heard = 0;
    await client.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async () => {
        heard += 1;
      });
      await context.sync();
    });
    host.faults.events = fault;
    await host.user.type('Sheet1', 'A1', '1');
    if (fault !== 'double') expect(heard).toBe(0);
    await host.idle();
    expect(heard).toBe(times);
  });
});

describe('what is counted', () => {
  test('one run with one sync counts once, however it ends; bytes are those of the messages', async () => {
    const { host, Excel: client } = await openExcel();
    const { result, tally } = await host.counters.during(() =>
      client.run(async (context) => {
        const range = context.workbook.worksheets.getFirst().getRange('A1:B2');
        range.values = [['渠县', 1], ['数据', 2]];
        range.load('values');
        await context.sync();
        return range.values;
      }),
    );
    await host.idle();
    expect(result).toEqual([['渠县', 1], ['数据', 2]]);
    expect(tally.syncs).toBe(1);
    expect(host.counters.since().syncs).toBe(1);
    expect(host.keptRanges).toBe(0);
    const [sync] = host.counters.log;
    expect(sync).toMatchObject({ error: null, requestBytes: tally.requestBytes, responseBytes: tally.responseBytes });
    expect(tally.bytes).toBe(tally.requestBytes + tally.responseBytes);
    expect(tally.requestBytes).toBeGreaterThan(Buffer.byteLength('渠县数据', 'utf8'));
    expect(tally.requestBytes).toBeLessThan(3_000);
  });

  test('marks part the count', async () => {
    const { host, Excel: client } = await openExcel();
    const twice = (): Promise<void> =>
      client.run(async (context) => {
        context.workbook.worksheets.getFirst().load('name');
        await context.sync();
        context.workbook.names.load('items/name');
        await context.sync();
      });
    await twice();
    const mark = host.counters.mark();
    await twice();
    expect(host.counters.since(mark).syncs).toBe(2);
    expect(host.counters.since().syncs).toBe(4);
  });
});
