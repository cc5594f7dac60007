/** The person at the keyboard: what Excel lets them do, refuses, and takes back. */
import { openExcel, type OpenedExcel } from './officeClient';

let opened: OpenedExcel;

beforeEach(async () => {
  opened = await openExcel({ sheets: ['Sheet1', '收入'] });
});

const rejected = (promise: Promise<unknown>): Promise<unknown> => promise.then(() => 'done', (error: { code?: string }) => error.code);

describe('taking back', () => {
  test('Ctrl+Z takes back typing, erasing, inserted and deleted rows, one step at a time', async () => {
    const { user, book } = opened.host;
    await user.paste('Sheet1', 'A1', [['1', '=A1*2'], ['2', '=A2*2'], ['3', '=A3*2']]);
    await user.type('Sheet1', 'A1', '10');
    await user.erase('Sheet1', 'A2');
    await user.insertRows('Sheet1', 2);
    await user.deleteRows('Sheet1', 1);
    expect(book.values('Sheet1', 'A1:B3')).toEqual([[null, null], [null, 0], [3, 6]]);
    await user.undo();
    expect(book.values('Sheet1', 'A1:B1')).toEqual([[10, 20]]);
    await user.undo();
    expect(book.formulas('Sheet1', 'B1:B3')).toEqual([['=A1*2'], ['=A2*2'], ['=A3*2']]);
    await user.undo();
    expect(book.values('Sheet1', 'A1:B2')).toEqual([[10, 20], [2, 4]]);
    await user.undo();
    expect(book.values('Sheet1', 'A1:B1')).toEqual([[1, 2]]);
  });

  test('with ExcelApi 1.19 what an add-in wrote can be taken back too', async () => {
    const { host, Excel: client } = await openExcel({ excelApi: '1.19', undoOfAddinWrites: true });
    await host.user.type('Sheet1', 'A1', '1');
    await client.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange('A1').values = [[2]];
      await context.sync();
    });
    expect(host.book.value('Sheet1', 'A1')).toBe(2);
    await host.user.undo();
    expect(host.book.value('Sheet1', 'A1')).toBe(1);
    await host.user.undo();
    expect(host.book.value('Sheet1', 'A1')).toBeNull();
  });
});

describe('what is refused', () => {
  test('a locked cell on a protected sheet takes neither typing, paste nor Delete', async () => {
    const { user, book } = opened.host;
    await user.type('Sheet1', 'A1', '原');
    await user.protect('Sheet1');
    expect(await rejected(user.type('Sheet1', 'A1', '改'))).toBe('AccessDenied');
    expect(await rejected(user.paste('Sheet1', 'A1', [['改']]))).toBe('AccessDenied');
    expect(await rejected(user.erase('Sheet1', 'A1'))).toBe('AccessDenied');
    expect(await rejected(user.insertRows('Sheet1', 1))).toBe('AccessDenied');
    expect(book.value('Sheet1', 'A1')).toBe('原');
    await user.unprotect('Sheet1');
    expect(await rejected(user.type('Sheet1', 'A1', '改'))).toBe('done');
  });

  test('a protected structure keeps the sheets as they are', async () => {
    const { user, book } = opened.host;
    await user.protectStructure();
    const attempts = [user.addSheet('新'), user.renameSheet('收入', '支出'), user.deleteSheet('收入'), user.hideSheet('收入'), user.moveSheet('收入', 0)];
    expect(await Promise.all(attempts.map(rejected))).toEqual(Array(5).fill('AccessDenied'));
    expect(book.sheets()).toEqual(['Sheet1', '收入']);
  });
});

describe('typing', () => {
  test('a percent cell takes 96 as 96%, a text cell keeps 001, a date cell shows a date', async () => {
    const { user, book } = opened.host;
    await opened.Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange('A1:B1').numberFormat = [['0.00%', '@']];
      await context.sync();
    });
    await user.type('Sheet1', 'A1', '96');
    await user.type('Sheet1', 'B1', '001');
    await user.type('Sheet1', 'C1', '2024年3月23日');
    await user.type('Sheet1', 'D1', "'=A1");
    expect(book.texts('Sheet1', 'A1:D1')).toEqual([['96.00%', '001', '2024年3月23日', '=A1']]);
    expect(book.values('Sheet1', 'A1:D1')).toEqual([[0.96, '001', 45374, '=A1']]);
  });

  test('copy and paste moves relative references', async () => {
    const { user, book } = opened.host;
    await user.paste('Sheet1', 'A1', [['1', '=A1*10'], ['2', '']]);
    await user.copyPaste('Sheet1', 'B1', 'B2');
    expect(book.formula('Sheet1', 'B2')).toBe('=A2*10');
    expect(book.value('Sheet1', 'B2')).toBe(20);
  });

  test('columns inserted and deleted take formulas along', async () => {
    const { user, book } = opened.host;
    await user.paste('Sheet1', 'A1', [['1', '2', '=A1+B1']]);
    await user.insertColumns('Sheet1', 2);
    expect(book.formula('Sheet1', 'D1')).toBe('=A1+C1');
    await user.deleteColumns('Sheet1', 2);
    expect(book.formula('Sheet1', 'C1')).toBe('=A1+B1');
  });
});

test('an add-in that switches events off hears nothing until it switches them on again', async () => {
  const heard: string[] = [];
  const enable = (on: boolean): Promise<void> =>
    opened.Excel.run(async (context) => {
      context.runtime.enableEvents = on;
      await context.sync();
    });
  await opened.Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async ({ address }) => void heard.push(address));
    await context.sync();
  });
  await enable(false);
  await opened.host.user.type('Sheet1', 'A1', '1');
  await enable(true);
  await opened.host.user.type('Sheet1', 'A2', '1');
  expect(heard).toEqual(['A2']);
});
