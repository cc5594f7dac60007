import { usePack } from '../../src/actions/ourWorkbook';
import { otherContents, sheetsAlike } from '../../src/excel/sheetsAlike';
import { bundledPacks } from '../cases/bundledPacks';
import { value } from './steps';

const text = bundledPacks.find(({ id }) => id === 'national-2020')?.text ?? '';
const { plan } = value(usePack(text));
const forms = plan.sheets.filter(({ name }) => /^自评表\d$/.test(name));

test('the forms of the projects are copies of the first; what differs is few cells', () => {
  const alike = sheetsAlike(plan.sheets);
  expect([...alike].map(([copy, original]) => [copy.name, original.name])).toEqual(['自评表2', '自评表3', '自评表4', '自评表5'].map((name) => [name, '自评表1']));
  for (const [copy, original] of alike) {
    const written = otherContents(copy, original).flatMap(({ cells }) => cells.flat()).filter((cell) => cell !== null);
    expect(written.length).toBeGreaterThan(0);
    expect(written.length).toBeLessThan(copy.cells.length / 20);
  }
});

test('a sheet that looks otherwise in one cell, or whose formulas name a sheet to be copied, is no copy', () => {
  const [first, second] = forms;
  if (!first || !second) throw new Error('no forms');
  const cells = second.cells.map((cell, index) => (index === 40 ? { ...cell, locked: !cell.locked } : cell));
  expect(sheetsAlike([first, { ...second, cells }]).size).toBe(0);
  const naming = first.cells.map((cell, index) => (index === 40 ? { ...cell, formula: `${second.name}!A1` } : cell));
  expect(sheetsAlike([{ ...first, cells: naming }, second]).size).toBe(0);
});
