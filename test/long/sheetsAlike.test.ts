import { layOut } from '../../src/actions/layOut';
import { usePack } from '../../src/actions/ourWorkbook';
import { bundledPacks } from '../cases/bundledPacks';
import { playExcel, QUICK, value } from '../excel/steps';

jest.setTimeout(300_000);

const text = bundledPacks.find(({ id }) => id === 'national-2020')?.text ?? '';
const { plan } = value(usePack(text));
const forms = plan.sheets.filter(({ name }) => /^自评表\d$/.test(name));

test('two forms deleted come back between the others, each with its own contents', async () => {
  const excel = await playExcel({ ...QUICK, answerWithin: 240_000 });
  value(await layOut(excel.port, text, null, excel.run));
  const before = value(await excel.port.look(plan));
  for (const name of ['自评表2', '自评表4']) await excel.host.user.deleteSheet(name);
  value(await excel.port.look(plan));
  expect(value(await layOut(excel.port, text, null, excel.run))).toMatchObject({ sheetsMade: ['自评表2', '自评表4'], different: [] });
  const after = value(await excel.port.look(plan));
  expect(after.sheets.map(({ name }) => name)).toEqual(before.sheets.map(({ name }) => name));
  for (const { id } of forms) {
    const cells = (of: typeof before): unknown => of.sheets.find((sheet) => sheet.id === id)?.region?.cells;
    expect(cells(after)).toEqual(cells(before));
  }
});
