import { layOut } from '../../src/actions/layOut';
import { asMaster } from '../../src/actions/masterForm';
import { openWorkbook, type OurWorkbook } from '../../src/actions/openWorkbook';
import { settingsFrom } from '../../src/actions/templateSettings/settingsFrom';
import { parseBlock, cellAddress } from '../../src/values/address';
import { bundledPacks } from '../cases/bundledPacks';
import { masterOf, typedInto } from '../cases/masterWorkbook';
import { ownPack } from '../cases/ownPack';
import { playExcel, value, type PlayedExcel } from '../excel/steps';

let excel: PlayedExcel;
beforeAll(async () => {
  excel = await playExcel();
  const report = value(await layOut(excel.port, asMaster(JSON.stringify(ownPack)), null, excel.run));
  expect(report.different).toEqual([]);
  expect(report.sheetsMade).toEqual(expect.arrayContaining(['模板设置', '模板设置（校验）', '单位名册', '可用名称']));
});

async function opened(): Promise<OurWorkbook> {
  const workbook = value(await openWorkbook(excel.port));
  if (workbook.kind !== 'ours') throw new Error(workbook.kind);
  return workbook;
}

test('in Excel a bureau types a rule as it is, and the pack has it', async () => {
  const { reading, pack } = await opened();
  expect([pack.pack.master, settingsFrom(pack, reading)]).toEqual([true, { ok: true, value: ownPack }]);
  const place = reading.locate({ list: 'setRules', row: 1, column: 'name' });
  const at = parseBlock(place?.address ?? '');
  if (!place || !at) throw new Error('no place for a rule');
  const typed = ['年初有预算', '=收入_收入合计_年初预算数>0', '没有年初预算', '错误'];
  for (const [index, text] of typed.entries()) await excel.host.user.type(place.sheet, cellAddress(at.row, at.column + index), text);
  const after = await opened();
  const settings = settingsFrom(after.pack, after.reading);
  expect(settings).toMatchObject({ ok: true, value: { rules: [{ id: 'U01' }, { id: 'U02', name: '年初有预算', formula: '=收入_收入合计_年初预算数>0', level: 'error' }] } });
});

test.each(bundledPacks.map(({ id, text }) => [id, text]))('%s: 模板设置 as it is begun gives the pack it was begun with', async (_id, text) => {
  const master = await masterOf(text);
  expect(settingsFrom(master, typedInto(master, []))).toEqual({ ok: true, value: JSON.parse(text) as unknown });
});

test('laid out again nothing is written', async () => {
  const again = value(await layOut(excel.port, asMaster(JSON.stringify(ownPack)), null, excel.run));
  expect(again).toMatchObject({ sheetsMade: [], cellsWritten: 0, different: [] });
});
