import { evaluate, type Entries } from '../../src/evaluation/evaluate';
import { compileForm } from '../../src/evaluation/form';
import { checkCodeField } from '../../src/evaluation/signOff';
import type { Pack } from '../../src/pack/pack';
import { cellText, numberCell, textCell, type CellValue } from '../../src/values/cell';
import type { PlannedCell, PlannedSheet } from '../../src/workbook/plan';
import { planWorkbook } from '../../src/workbook/planWorkbook';
import { bundledForm, sampleEntries } from '../cases/samplePack';

const form = bundledForm('quxian-2023');
const signed = form.pack.sheets.filter((sheet) => sheet.signOff);
const names: Readonly<Record<string, CellValue>> = {
  'signing.preparer': textCell('甲某'), 'signing.financeHead': textCell('=1+1'), 'signing.unitHead': textCell('丙某'), 'signing.phone': numberCell('13800138000'),
  'signing.filledOn': numberCell(45374), 'profile.fullName': textCell('某县某中心'),
};

function withFields(entries: Entries, fields: Readonly<Record<string, CellValue>>): Entries {
  return { ...entries, fields: new Map([...entries.fields, ...Object.entries(fields)]) };
}

const entries = withFields(sampleEntries(form), names);
const plan = planWorkbook(form, entries);

function sheetOf(id: string): PlannedSheet {
  const found = plan.sheets.find((sheet) => sheet.id === id);
  if (!found) throw new Error(`no sheet ${id}`);
  return found;
}

function line(sheet: PlannedSheet): readonly PlannedCell[] {
  return sheet.cells.filter((cell) => cell.role === 'signature');
}

test('every form with amounts is signed, and what nobody signs is not', () => {
  expect(form.pack.sheets.filter((sheet) => sheet.showsUnit && !sheet.signOff).map((sheet) => sheet.name)).toEqual([]);
  for (const sheet of plan.sheets) expect(line(sheet).length > 0).toBe(signed.some((each) => each.id === sheet.id));
});

test.each(signed.map((sheet) => [sheet.name, sheet.id]))('%s shows who signs, typed once, and its code', (_name, id) => {
  const cells = line(sheetOf(id));
  expect(cells.slice(0, -1).map((cell) => cellText(cell.value))).toEqual([
    '填报人：甲某　　财务负责人：=1+1　　单位负责人：丙某', '联系电话：13800138000　　填报日期：2024年3月23日　　单位（盖章）：某县某中心',
  ]);
  expect(cells.every((cell) => cell.locked && cell.formula !== undefined)).toBe(true);
  const code = cells.at(-1);
  expect(code?.field).toBe(checkCodeField(id));
  expect(cellText(code?.value ?? textCell('?'))).toBe(cellText(evaluate(form, entries).value(checkCodeField(id))));
});

test.each(signed.map((sheet) => [sheet.name, sheet.id]))('the line of %s prints, and an open list never pushes it off the page', (_name, id) => {
  const sheet = sheetOf(id);
  const blank = planWorkbook(form, { fields: new Map(), lists: new Map() }).sheets.find((each) => each.id === id) ?? sheet;
  for (const { cells, print } of [sheet, blank]) {
    for (const cell of cells.filter(({ role }) => role === 'signature')) {
      expect(cell.row).toBeLessThan(print.area.rowCount);
      expect(cell.column).toBeLessThan(print.area.columnCount);
    }
  }
});

/** Fields the code of a form is made from. */
function keyFigures(sheet: string): readonly string[] {
  const operands = form.fields.get(checkCodeField(sheet))?.rule?.operands['of'];
  return Array.isArray(operands) ? (operands as readonly { readonly id: string }[]).map(({ id }) => id) : [];
}

test.each(signed.map((sheet) => [sheet.name, sheet.id]))('a typed key figure of %s changed alone changes its code', (_name, id) => {
  const typed = keyFigures(id).filter((field) => !form.fields.get(field)?.rule);
  const codes = (given: Entries): ReadonlyMap<string, string> => {
    const evaluation = evaluate(form, given);
    return new Map(signed.map((sheet) => [sheet.id, cellText(evaluation.value(checkCodeField(sheet.id)))]));
  };
  const before = codes(entries);
  expect(keyFigures(id).length).toBeGreaterThan(0);
  for (const field of typed) {
    const value = evaluate(form, entries).value(field);
    const changed = value.kind === 'number' ? value.value.plus('0.01') : '0.01';
    expect({ field, code: codes(withFields(entries, { [field]: numberCell(changed) })).get(id) }).not.toEqual({ field, code: before.get(id) });
  }
});

test('a change of one typed amount of the income form reaches the codes of the forms that show it', () => {
  const changed = evaluate(form, withFields(entries, { 'income.general.final': numberCell('197.4') }));
  const before = evaluate(form, entries);
  const differs = signed.filter((sheet) => cellText(changed.value(checkCodeField(sheet.id))) !== cellText(before.value(checkCodeField(sheet.id)))).map((sheet) => sheet.id);
  expect(differs).toContain('income');
  expect(differs).not.toContain('functions');
});

test('a blank form has no code', () => {
  const blank = evaluate(form, { fields: new Map(), lists: new Map() });
  expect(cellText(blank.value(checkCodeField('income')))).toBe('');
});

test('a pack that names fields it does not have is told all of it', () => {
  const pack: Pack = { ...form.pack, unitChoice: 'profile.fullName', signing: [{ label: '填报人', field: 'nobody.here' }] };
  const bound = compileForm({ ...pack, sheets: pack.sheets.map((sheet) => (sheet.id === 'income' ? { ...sheet, signOff: { figures: ['income.no.such'] } } : sheet)) });
  expect(bound.ok ? [] : bound.error.map(({ found }) => found)).toEqual(expect.arrayContaining(['income.no.such', 'nobody.here', 'profile.fullName']));
});
