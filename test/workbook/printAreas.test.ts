import { blankEntries } from '../../src/evaluation/entries';
import { blockAddress } from '../../src/values/address';
import { textCell } from '../../src/values/cell';
import { planWorkbook } from '../../src/workbook/planWorkbook';
import { printAreaChanges } from '../../src/workbook/printAreas';
import type { Snapshot } from '../../src/workbook/snapshot';
import { bundledForm, sampleEntries } from '../cases/samplePack';

const form = bundledForm('quxian-2023');
const plan = planWorkbook(form, blankEntries(form));
const snapshot: Snapshot = {
  names: [], calculation: 'automatic', structureProtected: false, blank: false, store: null,
  sheets: plan.sheets.map((sheet) => ({
    id: sheet.id, name: `${sheet.name}（改名）`, visibility: 'visible', protection: 'ours', hasFilter: false,
    region: { row: 0, column: 0, truncated: false, cells: sheet.cells.length > 0 ? Array.from({ length: sheet.rowCount }, () => []) : [] },
  })),
};

function areas(...parameters: Parameters<typeof printAreaChanges>): ReadonlyMap<string, string> {
  return new Map(printAreaChanges(...parameters).flatMap((change) => (change.kind === 'setPrintArea' ? [[change.sheet.name, blockAddress(change.block)]] : [])));
}

test('blank room does not print, a list nobody filled prints whole, and the sheet is found under its new name', () => {
  const list = plan.sheets.find((sheet) => sheet.id === 'targets')?.lists[0];
  const first = list?.firstRow ?? 0;
  expect(areas(plan, snapshot, blankEntries(form)).get('整体绩效自评表（改名）')).toBe(`A1:I${(list?.endRow ?? 0) + 1}`);
  expect(areas(plan, snapshot, sampleEntries(form)).get('整体绩效自评表（改名）')).toBe(`A1:I${first + 27}`);
});

test('rows a unit adds to those the forms come with print, also without the add-in: the room is printed until it does', () => {
  const annexes = plan.sheets.find((sheet) => sheet.id === 'annexes')?.lists[0];
  if (!annexes) throw new Error('no list');
  expect(annexes.givenRows).toBeGreaterThan(0);
  const entries = blankEntries(form);
  expect(areas(plan, snapshot, entries).get('附件清单（改名）')).toBe(`A1:D${annexes.endRow + 1}`);
  const added = { ...entries, lists: new Map(entries.lists).set('annexes', [...entries.lists.get('annexes') ?? [], { key: 'own', cells: new Map([['name', textCell('合同')]]) }]) };
  expect(areas(plan, snapshot, added).get('附件清单（改名）')).toBe(`A1:D${annexes.firstRow + annexes.givenRows + 1}`);
});

test('rows that this step writes count', () => {
  const list = plan.sheets.find((sheet) => sheet.id === 'findings')?.lists[0];
  expect(areas(plan, snapshot, blankEntries(form), new Map([['findings', 5]])).get('校验结果（改名）')).toBe(`A1:L${(list?.firstRow ?? 0) + 5}`);
});

test('a sheet whose rows moved is left as it is', () => {
  const moved = { ...snapshot, sheets: snapshot.sheets.map((sheet) => ({ ...sheet, region: sheet.region && { ...sheet.region, cells: sheet.region.cells.slice(1) } })) };
  expect(printAreaChanges(plan, moved, sampleEntries(form))).toEqual([]);
});
