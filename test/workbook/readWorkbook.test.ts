import { absoluteBlock, parseReference, quoteSheet } from '../../src/values/address';
import { BLANK, cellText, textCell } from '../../src/values/cell';
import { findTable } from '../../src/workbook/findLabels';
import { regionName, listName, namedFields } from '../../src/workbook/names';
import type { PlannedTable } from '../../src/workbook/plan';
import { planWorkbook } from '../../src/workbook/planWorkbook';
import { readWorkbook, type Reading } from '../../src/workbook/readWorkbook';
import type { FoundCell, FoundName, FoundSheet, Snapshot } from '../../src/workbook/snapshot';
import { PlayedWorkbook } from '../cases/playedWorkbook';
import { bundledForm, sampleEntries } from '../cases/samplePack';

const form = bundledForm('quxian-2023');
const plan = planWorkbook(form, sampleEntries(form));
const fresh = PlayedWorkbook.sample().snapshot();
const empty: FoundCell = { value: BLANK, formula: null };

function read(snapshot: Snapshot): Reading {
  return readWorkbook(form, plan, snapshot);
}

const before = read(fresh);

/** What the cells of a block show, where they are found. */
function shown(reading: Reading, block: string): readonly string[] {
  return [...form.fields.values()].filter((field) => field.block === block).map(({ id }) => {
    const value = reading.shown({ field: id });
    return `${id} ${value ? cellText(value) : '（找不到）'}`;
  });
}

/** A sheet's cells changed, and the names that refer to it. */
function changed(id: string, cells: (rows: FoundCell[][]) => void, names: (block: { row: number; column: number; rowCount: number; columnCount: number }) => void = () => undefined): Snapshot {
  const tab = fresh.sheets.find((sheet) => sheet.id === id)?.name ?? '';
  return {
    ...fresh,
    sheets: fresh.sheets.map((sheet): FoundSheet => {
      if (sheet.id !== id || !sheet.region) return sheet;
      const rows = sheet.region.cells.map((row) => [...row]);
      cells(rows);
      return { ...sheet, region: { ...sheet.region, cells: rows } };
    }),
    names: fresh.names.map((name): FoundName => {
      const reference = parseReference(name.reference);
      if (reference?.sheet !== tab) return name;
      const block = { ...reference.block };
      names(block);
      return { ...name, reference: `=${quoteSheet(tab)}!${absoluteBlock(block)}` };
    }),
  };
}

const rowInserted = (at: number): ((block: { row: number; rowCount: number }) => void) => (block) => {
  if (block.row >= at) block.row += 1;
  else if (block.row + block.rowCount > at) block.rowCount += 1;
};

const columnInserted = (at: number): ((block: { column: number; columnCount: number }) => void) => (block) => {
  if (block.column >= at) block.column += 1;
  else if (block.column + block.columnCount > at) block.columnCount += 1;
};

test('as laid out every cell is found where it was planned, most of them without a name of their own', () => {
  expect(before.faults).toEqual([]);
  for (const sheet of plan.sheets) {
    for (const { field = '', row, column } of sheet.cells.filter((cell) => form.fields.has(cell.field ?? ''))) {
      expect([field, before.locate({ field })]).toEqual([field, { sheet: sheet.name, address: `${String.fromCharCode(65 + column)}${row + 1}` }]);
    }
  }
  expect(namedFields(form).size).toBeLessThan(form.fields.size / 20);
  expect(plan.names.length).toBeLessThan(120);
});

test('a workbook of layout 1 is read by the names of its cells', () => {
  const tables = new Set(plan.sheets.flatMap((sheet) => [...sheet.tables, ...sheet.pairs].map(({ name }) => name)));
  const cells = plan.sheets.flatMap((sheet) => sheet.cells.flatMap(({ field = '', row, column }): FoundName[] => {
    const name = form.fields.get(field)?.name;
    return name === undefined ? [] : [{ name, reference: `=${quoteSheet(sheet.name)}!${absoluteBlock({ row, column, rowCount: 1, columnCount: 1 })}`, scope: null }];
  }));
  const old = { ...changed('income', (rows) => { for (const row of rows) row[0] = empty; }), names: [...fresh.names.filter(({ name }) => !tables.has(name)), ...cells] };
  expect(read(old).faults).toEqual([]);
  for (const block of ['income', 'selfCheck', 'projects', 'profile']) expect(shown(read(old), block)).toEqual(shown(before, block));
});

test.each([['a row inserted in the middle', 9], ['a row inserted under the header', 4], ['rows inserted above', 1]])('%s: figures stay with their labels', (_, at) => {
  const inserted = read(changed('income', (rows) => { rows.splice(at, 0, (rows[0] ?? []).map(() => empty)); }, rowInserted(at)));
  expect(inserted.faults).toEqual([]);
  expect(shown(inserted, 'income')).toEqual(shown(before, 'income'));
});

test('a column inserted among the figures or before the labels: figures stay with their labels', () => {
  for (const at of [0, 1, 4]) {
    const inserted = read(changed('income', (rows) => { for (const row of rows) row.splice(at, 0, empty); }, columnInserted(at)));
    expect(shown(inserted, 'income')).toEqual(shown(before, 'income'));
  }
});

test('rows and columns that changed places are read by their labels', () => {
  const swapped = read(changed('expenditure', (rows) => {
    [rows[4], rows[8]] = [rows[8] ?? [], rows[4] ?? []];
    for (const row of rows.slice(3, 17)) [row[1], row[6]] = [row[6] ?? empty, row[1] ?? empty];
  }));
  expect(swapped.faults).toEqual([]);
  expect(shown(swapped, 'expenditure')).toEqual(shown(before, 'expenditure'));
});

test('a row whose label is gone is lost, and no neighbour is read instead', () => {
  const lost = read(changed('income', (rows) => { rows[4]?.splice(0, 1, { value: textCell('别的'), formula: null }); }));
  const row = [...form.fields.values()].filter(({ id }) => id.startsWith('income.general.')).map(({ id }) => id);
  expect(lost.faults).toEqual(row.map((field) => ({ kind: 'fieldLost', field, sheet: 'income' })));
  expect(shown(lost, 'income').filter((each) => !each.includes('（找不到）'))).toEqual(shown(before, 'income').filter((each) => !row.includes(each.split(' ')[0] ?? '')));
});

test('a table whose name is gone is lost as a whole', () => {
  const lost = read({ ...fresh, names: fresh.names.filter(({ name }) => name !== '表格_收入') });
  expect(lost.faults).toHaveLength([...form.fields.values()].filter(({ block }) => block === 'income').length);
});

describe('values beside their labels', () => {
  test('stay with them when a row or a column is inserted', () => {
    const row = read(changed('profile', (rows) => { rows.splice(4, 0, (rows[0] ?? []).map(() => empty)); }, rowInserted(4)));
    expect(shown(row, 'profile')).toEqual(shown(before, 'profile'));
    for (const at of [0, 1, 2, 3]) {
      const column = read(changed('profile', (rows) => { for (const row of rows) row.splice(at, 0, empty); }, columnInserted(at)));
      expect(shown(column, 'profile')).toEqual(shown(before, 'profile'));
    }
  });

  test('are lost with their label, and nothing else is read', () => {
    const id = 'profile.fullName';
    const label = form.fields.get(id)?.label;
    const lost = read(changed('profile', (rows) => { for (const row of rows) row.forEach((cell, column) => { if (cellText(cell.value) === label) row[column] = empty; }); }));
    expect(lost.faults).toEqual([{ kind: 'fieldLost', field: id, sheet: 'profile' }]);
  });
});

describe('totals of a list', () => {
  const placed = plan.sheets.find(({ id }) => id === 'projects');
  const start = placed?.lists.find(({ id }) => id === 'projects')?.startRow ?? 0;

  test('are found with a row inserted below them', () => {
    const inserted = read(changed('projects', (rows) => { rows.splice(start, 0, (rows[0] ?? []).map(() => empty)); }, rowInserted(start)));
    expect(inserted.faults).toEqual([]);
    expect(shown(inserted, 'projects')).toEqual(shown(before, 'projects'));
  });

  test('are lost when their row was deleted: a total further up is not theirs', () => {
    const deleted = read(changed('projects', (rows) => { rows.splice(start - 1, 1); }, (block) => { if (block.row >= start) block.row -= 1; }));
    expect(deleted.faults.map(({ kind }) => kind)).toEqual(shown(before, 'projects').map(() => 'fieldLost'));
  });
});

describe('equal labels', () => {
  const label = (id: string, text: string, at: number) => ({ id, text, at });
  const planned: PlannedTable = {
    id: 't', name: '表格_t', block: { row: 0, column: 0, rowCount: 5, columnCount: 3 }, heading: label('t', '项目', 0),
    rows: [label('a', '小计', 1), label('b', '其中：人员', 2), label('c', '小计', 3), label('d', '其中：人员', 4)], columns: [label('x', '金额', 1), label('y', '金额', 2)],
  };
  const find = (lines: readonly string[], heads = ['项目', '金额', '金额']): unknown => {
    const found = findTable(planned, { row: 0, column: 0, rowCount: lines.length + 1, columnCount: heads.length }, (row, column) => (row === 0 ? heads[column] : column === 0 ? lines[row - 1] : '') ?? '');
    return [Object.fromEntries(found.rows), Object.fromEntries(found.columns)];
  };

  test('are told apart by their order', () => {
    expect(find(['小计', '其中：人员', '', '小计', '其中：人员'])).toEqual([{ a: 1, b: 2, c: 4, d: 5 }, { t: 0, x: 1, y: 2 }]);
  });

  test('are not told apart when one is gone or there is one more', () => {
    expect(find(['小计', '其中：人员', '其中：人员'])).toEqual([{ b: 2, d: 3 }, { t: 0, x: 1, y: 2 }]);
    expect(find(['小计', '其中：人员', '小计', '其中：人员'], ['项目', '金额', '金额', '金额'])).toEqual([{ a: 1, b: 2, c: 3, d: 4 }, { t: 0 }]);
  });
});

test('names of sheets, lists and tables of the plan do not meet', () => {
  const names = [...plan.sheets.map(({ name }) => regionName(name)), ...[...form.lists.values()].map(({ name }) => listName(name)), ...plan.sheets.flatMap(({ tables, pairs }) => [...tables, ...pairs].map(({ name }) => name))];
  expect(new Set(names).size).toBe(names.length);
});
