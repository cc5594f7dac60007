import fc from 'fast-check';
import {
  type Area, type Move, MAX_COLUMNS, MAX_ROWS, areasOfCells, boundingArea, columnIndex, columnLetters, contains, intersect, localAddress,
  parseAddress, quoteSheetName, rebase, subtract,
} from '../../src/workbench/host/grid';
import { seed } from '../cases/seed';

const sheetId = 's';
const area = (address: string): Area => {
  const parsed = parseAddress(address);
  if (!parsed) throw new Error(address);
  return { sheetId, ...parsed.area };
};

describe('addresses', () => {
  test.each([
    ['A1', null, [0, 0, 1, 1]],
    ['$B$2:C9', null, [1, 1, 8, 2]],
    ['C9:B2', null, [1, 1, 8, 2]],
    ['3:5', null, [2, 0, 3, MAX_COLUMNS]],
    ['$A:C', null, [0, 0, MAX_ROWS, 3]],
    ['XFD1048576', null, [MAX_ROWS - 1, MAX_COLUMNS - 1, 1, 1]],
    ['收入!B2', '收入', [1, 1, 1, 1]],
    ["'收入 表'!B2", '收入 表', [1, 1, 1, 1]],
    ["'it''s'!A1", "it's", [0, 0, 1, 1]],
    ['=收入!$A$1', '收入', [0, 0, 1, 1]],
  ])('%s lies on %s at %j', (text, sheetName, [row, column, rows, columns]) => {
    expect(parseAddress(text)).toEqual({ sheetName, area: { row, column, rows, columns } });
  });

  test.each(['', 'A', '1', 'A0', 'XFE1', 'A1048577', 'A1:', 'A1:B', 'A:1', 'A1:B2:C3', '合计', 'A1,B2', "'a!A1", 'A1!A1!A1'])('%j is no address', (text) => {
    expect(parseAddress(text)).toBeNull();
  });

  test(`letters and numbers of columns are each other’s inverse (seed ${seed})`, () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: MAX_COLUMNS - 1 }), (index) => columnIndex(columnLetters(index)) === index), { seed });
    expect([0, 25, 26, 701, 702, MAX_COLUMNS - 1].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
  });

  test(`an address that is written is read back (seed ${seed})`, () => {
    fc.assert(
      fc.property(anyArea(), fc.boolean(), (some, absolute) => {
        expect(area(localAddress(some, absolute))).toEqual(some);
      }),
      { seed },
    );
  });

  test.each([
    ['收入', '收入'], ['Sheet1', 'Sheet1'], ['收入 表', "'收入 表'"], ['1月', "'1月'"], ["it's", "'it''s'"], ['A1', "'A1'"], ['R1', "'R1'"], ['表-1', "'表-1'"], ['_绩效助手', '_绩效助手'],
  ])('the sheet %s is written %s', (name, written) => expect(quoteSheetName(name)).toBe(written));
});

describe('areas', () => {
  test.each([
    ['A1:C3', 'B2:D4', 'B2:C3', 'A1:D4'],
    ['A1:B2', 'A1:B2', 'A1:B2', 'A1:B2'],
    ['B:B', '2:2', 'B2', null],
  ])('%s and %s have %s in common', (a, b, common, bounding) => {
    expect(intersect(area(a), area(b))).toEqual(area(common));
    if (bounding) expect(boundingArea(area(a), area(b))).toEqual(area(bounding));
  });

  test(`taking a hole out leaves exactly the other cells (seed ${seed})`, () => {
    fc.assert(
      fc.property(smallArea(), smallArea(), (whole, hole) => {
        const left = subtract(whole, hole);
        const cells = (parts: Area[]): number => parts.reduce((count, part) => count + part.rows * part.columns, 0);
        const common = intersect(whole, hole);
        expect(cells(left)).toBe(whole.rows * whole.columns - (common ? common.rows * common.columns : 0));
        for (const part of left) {
          expect(contains(whole, part)).toBe(true);
          expect(intersect(part, hole)).toBeNull();
        }
      }),
      { seed },
    );
  });

  test(`cells are joined into rectangles that hold them and nothing else (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(fc.nat(6), fc.nat(6)), { selector: (cell) => cell.join() }), (cells) => {
        const found = areasOfCells(sheetId, cells).flatMap((part) =>
          Array.from({ length: part.rows * part.columns }, (_, index) => [part.row + Math.floor(index / part.columns), part.column + (index % part.columns)].join()),
        );
        expect(found.sort()).toEqual(cells.map((cell) => cell.join()).sort());
      }),
      { seed },
    );
    expect(areasOfCells(sheetId, [[0, 0], [0, 1], [1, 0], [1, 1], [3, 3]]).map((part) => localAddress(part))).toEqual(['A1:B2', 'D4']);
  });
});

describe('areas follow their cells', () => {
  test.each([
    ['A5', '3:4', 'Down', 'A7'],
    ['A5:B9', '7:7', 'Down', 'A5:B10'],
    ['A5:B9', '10:10', 'Down', 'A5:B9'],
    ['A5:B9', '5:5', 'Down', 'A6:B10'],
    ['A5:B9', '1:2', 'Up', 'A3:B7'],
    ['A5:B9', '6:7', 'Up', 'A5:B7'],
    ['A5:B9', '4:6', 'Up', 'A4:B6'],
    ['A5:B9', '5:9', 'Up', null],
    ['C1:D2', 'A:A', 'Right', 'D1:E2'],
    ['C1:D2', 'C:C', 'Left', 'C1:C2'],
    ['C1:D2', 'C:D', 'Left', null],
    ['B5:C6', 'B2:C3', 'Down', 'B7:C8'],
    ['A5:C6', 'B2:C3', 'Down', 'A5:C6'],
    ['A:A', '3:4', 'Down', 'A:A'],
    ['A5:A1048576', '3:3', 'Down', null],
  ] as const)('%s after %s moved %s is %s', (before, moved, shift, after) => {
    const result = rebase(area(before), { area: area(moved), shift });
    expect(result && localAddress(result)).toBe(after);
  });

  test(`inserting rows and deleting them again changes no area (seed ${seed})`, () => {
    fc.assert(
      fc.property(smallArea(), fc.nat(12), fc.integer({ min: 1, max: 5 }), (some, row, rows) => {
        const lines = { sheetId, row, column: 0, rows, columns: MAX_COLUMNS };
        const inserted = rebase(some, { area: lines, shift: 'Down' });
        expect(inserted && rebase(inserted, { area: lines, shift: 'Up' })).toEqual(some);
      }),
      { seed },
    );
  });

  test(`an area follows its cells as a list of rows does (seed ${seed})`, () => {
    fc.assert(
      fc.property(smallArea(), fc.nat(14), fc.integer({ min: 1, max: 6 }), fc.boolean(), (some, row, rows, insert) => {
        const move: Move = { area: { sheetId, row, column: 0, rows, columns: MAX_COLUMNS }, shift: insert ? 'Down' : 'Up' };
        const lines = Array.from({ length: 40 }, (_, index) => index);
        if (insert) lines.splice(row, 0, ...Array.from({ length: rows }, () => -1));
        else lines.splice(row, rows);
        const kept = lines.flatMap((line, index) => (line >= some.row && line < some.row + some.rows ? [index] : []));
        const result = rebase(some, move);
        if (kept.length === 0) expect(result).toBeNull();
        else expect([result?.row, (result?.row ?? 0) + (result?.rows ?? 0) - 1]).toEqual([kept[0], kept[kept.length - 1]]);
      }),
      { seed },
    );
  });
});

function smallArea(): fc.Arbitrary<Area> {
  return fc.record({ row: fc.nat(10), column: fc.nat(10), rows: fc.integer({ min: 1, max: 8 }), columns: fc.integer({ min: 1, max: 8 }) }).map((rest) => ({ sheetId, ...rest }));
}

function anyArea(): fc.Arbitrary<Area> {
  return fc
    .record({ row: fc.nat(MAX_ROWS - 1), column: fc.nat(MAX_COLUMNS - 1), rows: fc.nat(5_000), columns: fc.nat(500) })
    .map(({ row, column, rows, columns }) => ({ sheetId, row, column, rows: Math.min(rows + 1, MAX_ROWS - row), columns: Math.min(columns + 1, MAX_COLUMNS - column) }));
}
