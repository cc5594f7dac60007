import { cellAddress } from '../../src/values/address';
import { BLANK, sameCell } from '../../src/values/cell';
import { difference } from '../../src/workbook/difference';
import { readWorkbook } from '../../src/workbook/readWorkbook';
import { STORE_SHEET } from '../../src/workbook/storeSheet';
import { sampleEntries } from '../cases/samplePack';
import { builtFile, bundledPack, opened, value } from './builtFile';

const pack = bundledPack();
const entries = sampleEntries(pack.form);

test('the sample’s file reads as the workbook it was written from, cell by cell', async () => {
  const { bytes, plan } = await builtFile(pack, entries);
  const snapshot = value(opened(bytes).look(plan));
  expect(snapshot.sheets.map(({ id, name, visibility, protection, hasFilter }) => ({ id, name, visibility, protection, hasFilter }))).toEqual([
    ...plan.sheets.map(({ id, name, visibility }) => ({ id, name, visibility, protection: 'ours', hasFilter: false })),
    { id: null, name: STORE_SHEET, visibility: 'veryHidden', protection: expect.anything(), hasFilter: false },
  ]);
  const wrong: unknown[] = [];
  let compared = 0;
  for (const sheet of plan.sheets) {
    const region = snapshot.sheets.find(({ id }) => id === sheet.id)?.region;
    expect(region).toMatchObject({ row: 0, column: 0, truncated: false });
    const planned = new Map(sheet.cells.map((cell) => [`${cell.row},${cell.column}`, cell]));
    region?.cells.forEach((line, row) => line.forEach((found, column) => {
      const cell = planned.get(`${row},${column}`);
      compared += 1;
      const formula = cell?.formula === undefined ? null : `=${cell.formula}`;
      if (!sameCell(found.value, cell?.value ?? BLANK) || found.formula !== formula) wrong.push({ sheet: sheet.name, address: cellAddress(row, column), found, cell });
    }));
  }
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(compared).toBe(plan.sheets.reduce((total, { rowCount, columnCount }) => total + rowCount * columnCount, 0));
  expect(snapshot).toMatchObject({ calculation: 'automatic', structureProtected: true, blank: false, store: { pack: pack.text, layoutVersion: plan.layoutVersion } });
  expect(difference(plan, snapshot)).toMatchObject({ changes: [], taken: [], drift: [] });
});

test('what was typed is read back by field and list', async () => {
  const { bytes } = await builtFile(pack, entries);
  const reading = readWorkbook(pack.form, pack.plan, value(opened(bytes).look(pack.plan)));
  expect(reading.faults).toEqual([]);
  for (const [id, cell] of entries.fields) expect([id, reading.entries.fields.get(id)]).toEqual([id, cell]);
});

test('without a plan the file tells its sheets, names and pack', async () => {
  const { bytes, plan } = await builtFile(pack, entries);
  const snapshot = value(opened(bytes).look(null));
  expect(snapshot.sheets.every(({ id, region }) => id === null && region === null)).toBe(true);
  expect(snapshot.names).toHaveLength(plan.names.length);
  expect(snapshot.store?.pack).toBe(pack.text);
});
