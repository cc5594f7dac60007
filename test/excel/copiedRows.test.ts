import { copiedRows, type CopiedRows } from '../../src/excel/copiedRows';
import { contentsOf } from '../../src/excel/layOutSheet';
import { blankEntries, entriesFromData } from '../../src/evaluation/entries';
import { cellsOf, segments } from '../../src/workbook/areas';
import { joinedConditionals } from '../../src/workbook/conditionals';
import { shiftFormula } from '../../src/workbook/formulaText';
import { styleOf } from '../../src/workbook/looks';
import type { PlannedCell, PlannedSheet } from '../../src/workbook/plan';
import { planWorkbook } from '../../src/workbook/planWorkbook';
import { formatOf } from '../../src/workbook/sheetSettings';
import { bundledForm, sampleData } from '../cases/samplePack';
import { tiny } from './steps';

const form = bundledForm('quxian-2023');
const plans = {
  tiny: tiny().plan,
  blank: planWorkbook(form, blankEntries(form)),
  sample: planWorkbook(form, entriesFromData(form, sampleData('quxian-2023'))),
};

interface Made {
  readonly style: string | undefined;
  readonly format: string | undefined;
  readonly formula: string | undefined;
  readonly validation: string | undefined;
}

/** What Excel makes of painting, of copying looks, of writing the cells of our own, of copying formulas, then rows, and of writing what waits. */
function carriedOut(sheet: PlannedSheet): Map<string, Made> {
  const { own, painted, looks, formulas, copies } = contentsOf(sheet);
  const cells = new Map<string, Made>();
  const at = (key: string): Made => cells.get(key) ?? { style: undefined, format: undefined, formula: undefined, validation: undefined };
  const copy = ({ source, targets }: CopiedRows, copied: (from: Made, here: Made, rows: number, columns: number) => Made): void => {
    for (const target of targets) {
      for (const { row, column } of cellsOf(target)) {
        const from = { row: source.row, column: source.column + ((column - target.column) % source.columnCount) };
        cells.set(`${row},${column}`, copied(at(`${from.row},${from.column}`), at(`${row},${column}`), row - from.row, column - from.column));
      }
    }
  };
  const shifted = (formula: string | undefined, rows: number, columns: number): string | undefined => (formula === undefined ? undefined : shiftFormula(formula, rows, columns));
  for (const { row, column, style, format } of painted) cells.set(`${row},${column}`, { ...at(`${row},${column}`), style, format: format ?? 'General' });
  for (const look of looks) copy(look, ({ style, format }, here) => ({ ...here, style, format }));
  for (const cell of own) cells.set(`${cell.row},${cell.column}`, { ...at(`${cell.row},${cell.column}`), formula: cell.formula, validation: made(cell).validation });
  for (const each of formulas) copy(each, ({ formula }, here, rows, columns) => ({ ...here, formula: shifted(formula, rows, columns) }));
  for (const each of copies) copy(each, (from, _here, rows, columns) => ({ ...from, formula: shifted(from.formula, rows, columns) }));
  return cells;
}

function made(cell: PlannedCell): Made {
  return { style: styleOf(cell.role, cell.locked).name, format: formatOf(cell), formula: cell.formula, validation: cell.validation && JSON.stringify({ ...cell.validation, title: '' }) };
}

describe.each(Object.entries(plans))('the %s workbook', (_, plan) => {
  test('written once, copied and written later, every cell stands as planned', () => {
    const different = plan.sheets.flatMap((sheet) => {
      const cells = carriedOut(sheet);
      return sheet.cells.flatMap((cell) => {
        const found = cells.get(`${cell.row},${cell.column}`);
        return JSON.stringify(found) === JSON.stringify(made(cell)) ? [] : [[sheet.name, cell.row, cell.column, found, made(cell)]];
      });
    });
    expect(different).toEqual([]);
  });

  test('every text and figure is written, with what is copied after the copying', () => {
    for (const sheet of plan.sheets) {
      const { own, later } = contentsOf(sheet);
      const texts = new Set([
        ...own.filter(({ value, formula }) => formula === undefined && value.kind !== 'blank').map(({ row, column }) => `${row},${column}`),
        ...later.flatMap(({ block, cells }) => cells.flatMap((line, r) => line.flatMap((text, c) => (text === null ? [] : [`${block.row + r},${block.column + c}`])))),
      ]);
      const planned = sheet.cells.filter(({ value, formula }) => formula === undefined && value.kind !== 'blank').map(({ row, column }) => `${row},${column}`);
      expect([sheet.name, [...texts].sort()]).toEqual([sheet.name, planned.sort()]);
    }
  });
});

test('rows of a matrix that are alike are made once, also apart from each other', () => {
  const income = plans.blank.sheets.find(({ id }) => id === 'income');
  const copies = income ? copiedRows(income) : [];
  expect(copies.length).toBeGreaterThan(0);
  expect(copies.some(({ targets }) => targets.length > 1)).toBe(true);
});

test('the same condition on neighbouring columns is one rule, relative to its first cell', () => {
  const rule = (column: number, formula: string) => ({ block: { row: 4, column, rowCount: 60, columnCount: 1 }, formula, look: 'missing' as const });
  expect(joinedConditionals([rule(2, 'AND(LEN($A5)>0,LEN(C5)=0)'), rule(3, 'AND(LEN($A5)>0,LEN(D5)=0)'), rule(5, 'AND(LEN($A5)>0,LEN(F5)=0)'), rule(6, 'AND(LEN($B5)>0,LEN(G5)=0)')])).toEqual([
    { blocks: [{ row: 4, column: 2, rowCount: 60, columnCount: 2 }, { row: 4, column: 5, rowCount: 60, columnCount: 1 }], formula: 'AND(LEN($A5)>0,LEN(C5)=0)', look: 'missing' },
    { blocks: [{ row: 4, column: 6, rowCount: 60, columnCount: 1 }], formula: 'AND(LEN($B5)>0,LEN(G5)=0)', look: 'missing' },
  ]);
});

test('cells apart share a condition where the first of them is the first in row and column', () => {
  const cell = (row: number, column: number) => ({ row, column, rowCount: 1, columnCount: 1 });
  const missing = (row: number, column: number, address: string) => ({ block: cell(row, column), formula: `LEN(${address})=0`, look: 'missing' as const });
  expect(joinedConditionals([missing(9, 1, 'B10'), missing(2, 3, 'D3'), missing(5, 3, 'D6'), missing(6, 7, 'H7')]).map(({ blocks, formula }) => [formula, blocks])).toEqual([
    ['LEN(D3)=0', [cell(2, 3), cell(5, 3), cell(6, 7)]], ['LEN(B10)=0', [cell(9, 1)]],
  ]);
});

test('rows that look alike are painted once, whatever they hold', () => {
  const selfCheck = plans.blank.sheets.find(({ id }) => id === 'selfCheck');
  const { painted = [], looks = [] } = selfCheck ? contentsOf(selfCheck) : {};
  expect(looks.length).toBeGreaterThan(0);
  expect(painted.length).toBeLessThan((selfCheck?.cells.length ?? 0) / 2);
});

test('a block takes in short rows, a much wider row begins another', () => {
  const row = (at: number, columns: number) => Array.from({ length: columns }, (_, column) => ({ row: at, column }));
  const blocks = segments([...row(0, 1), ...row(1, 4), ...row(2, 60), ...row(3, 50)], () => true).map(({ block }) => [block.row, block.rowCount, block.columnCount]);
  expect(blocks).toEqual([[0, 2, 4], [2, 2, 60]]);
});
