import { copiedRows } from '../../src/excel/copiedRows';
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

/** What Excel makes of writing the cells of our own, of copying formulas, then rows, and of writing what waits. */
function carriedOut(sheet: PlannedSheet): Map<string, { readonly style: string; readonly format: string; readonly formula: string | undefined; readonly validation: string | undefined }> {
  const { own, formulas, copies } = contentsOf(sheet);
  const cells = new Map(own.map((cell) => [`${cell.row},${cell.column}`, made(cell)]));
  for (const { source, targets } of [...formulas, ...copies]) {
    const isWhole = copies.some((copy) => copy.source === source);
    for (const { row, column, across } of targets.flatMap((target) => cellsOf(target).map((cell) => ({ ...cell, across: (cell.column - target.column) % source.columnCount })))) {
      const from = cells.get(`${source.row},${source.column + across}`);
      const here = cells.get(`${row},${column}`);
      if (!from) continue;
      const formula = from.formula === undefined ? undefined : shiftFormula(from.formula, row - source.row, column - source.column - across);
      if (isWhole) cells.set(`${row},${column}`, { ...from, formula });
      else if (here) cells.set(`${row},${column}`, { ...here, formula });
    }
  }
  return cells;
}

function made(cell: PlannedCell): { style: string; format: string; formula: string | undefined; validation: string | undefined } {
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
    { block: { row: 4, column: 2, rowCount: 60, columnCount: 2 }, formula: 'AND(LEN($A5)>0,LEN(C5)=0)', look: 'missing' },
    { block: { row: 4, column: 5, rowCount: 60, columnCount: 1 }, formula: 'AND(LEN($A5)>0,LEN(F5)=0)', look: 'missing' },
    { block: { row: 4, column: 6, rowCount: 60, columnCount: 1 }, formula: 'AND(LEN($B5)>0,LEN(G5)=0)', look: 'missing' },
  ]);
});

test('a block takes in short rows, a much wider row begins another', () => {
  const row = (at: number, columns: number) => Array.from({ length: columns }, (_, column) => ({ row: at, column }));
  const blocks = segments([...row(0, 1), ...row(1, 4), ...row(2, 60), ...row(3, 50)], () => true).map(({ block }) => [block.row, block.rowCount, block.columnCount]);
  expect(blocks).toEqual([[0, 2, 4], [2, 2, 60]]);
});
