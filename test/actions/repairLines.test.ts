import type { Run } from '../../src/actions/ports';
import { repair, repairsOf, type Repair } from '../../src/actions/repair';
import { blankEntries } from '../../src/evaluation/entries';
import { evaluate } from '../../src/evaluation/evaluate';
import { parseBlock } from '../../src/values/address';
import { cellText } from '../../src/values/cell';
import type { LineEdit } from '../../src/workbook/misplacedLines';
import type { Plan, PlannedCell, PlannedSheet } from '../../src/workbook/plan';
import { planWorkbook } from '../../src/workbook/planWorkbook';
import { PlayedWorkbook } from '../cases/playedWorkbook';
import { bundledForm, sampleData } from '../cases/samplePack';
import { value } from '../excel/steps';

const quiet: Run = { signal: new AbortController().signal, progress: () => undefined, waiting: () => undefined };
const packs = ['quxian-2023', 'longshan-2022', 'national-2020'];
const plans = new Map(packs.map((id) => [id, planWorkbook(bundledForm(id), blankEntries(bundledForm(id)))]));

const planOf = (workbook: PlayedWorkbook): Plan => plans.get(workbook.form.pack.id) ?? workbook.plan;
const filled = (id = 'quxian-2023'): PlayedWorkbook => new PlayedWorkbook(bundledForm(id), sampleData(id));

function offered(workbook: PlayedWorkbook): readonly Repair[] {
  const reading = workbook.read();
  return repairsOf(workbook.form, planOf(workbook), workbook.snapshot(), reading, evaluate(workbook.form, reading.entries));
}

async function press(workbook: PlayedWorkbook): Promise<void> {
  const keys = offered(workbook).filter(({ kind }) => kind !== 'value').map(({ key }) => key);
  expect(value(await repair(workbook, workbook.form, planOf(workbook), new Set(keys), quiet))).toMatchObject({ count: keys.length, gone: 0, different: [] });
}

/** Typed values by field and by list, rows that hold nothing left out; without those that stood in lines `gone`. */
function typed(workbook: PlayedWorkbook, gone: (sheet: string, address: string) => boolean = () => false): unknown {
  const reading = workbook.read();
  const at = (ref: Parameters<typeof reading.locate>[0]): boolean => {
    const place = reading.locate(ref);
    return place !== null && !gone(place.sheet, place.address);
  };
  const fields = [...workbook.form.fields.values()].filter(({ id, rule }) => !rule && at({ field: id })).map(({ id }) => [id, cellText(reading.entries.fields.get(id) ?? { kind: 'blank' })] as const);
  const lists = [...reading.entries.lists].map(([list, rows]) => [list, rows.map((row, index) =>
    [...row.cells].filter(([column]) => at({ list, row: index, column })).map(([column, cell]) => `${column}=${cellText(cell)}`).sort()).filter((row) => row.length > 0)]);
  return { fields: fields.filter(([, text]) => text !== ''), lists };
}

function expectAsPlanned(workbook: PlayedWorkbook): void {
  const plan = planOf(workbook);
  expect(offered(workbook).filter(({ kind }) => kind !== 'value')).toEqual([]);
  expect(workbook.read().faults).toEqual([]);
  for (const sheet of plan.sheets) {
    const cells = workbook.cells(sheet.id);
    expect([sheet.name, cells.length, cells[0]?.length]).toEqual([sheet.name, sheet.rowCount, sheet.columnCount]);
    for (const cell of sheet.cells) if (cell.formula !== undefined) expect(cells[cell.row]?.[cell.column]?.formula).toBe(`=${cell.formula}`);
  }
}

const sheetOf = (workbook: PlayedWorkbook, id: string): PlannedSheet => planOf(workbook).sheets.find((sheet) => sheet.id === id) ?? never(id);
const placeOf = (sheet: PlannedSheet, label: string): PlannedCell => sheet.cells.find((cell) => cellText(cell.value).trim() === label) ?? never(label);

function never(what: string): never {
  throw new Error(what);
}

test.each<[string, string, (workbook: PlayedWorkbook) => readonly [string, LineEdit], string]>([
  ['an inserted empty row', 'quxian-2023', (workbook) => ['income', { axis: 'row', kind: 'insert', at: placeOf(sheetOf(workbook, 'income'), '一般公共预算财政拨款').row, count: 1 }], '第5行多出→删去第5行'],
  ['a deleted row with a label', 'quxian-2023', (workbook) => ['income', { axis: 'row', kind: 'delete', at: placeOf(sheetOf(workbook, 'income'), '一般公共预算财政拨款').row, count: 1 }], '缺“一般公共预算财政拨款”行→补回“一般公共预算财政拨款”行'],
  ['an inserted column', 'longshan-2022', () => ['accounts', { axis: 'column', kind: 'insert', at: 3, count: 1 }], 'D列多出→删去D列'],
  ['a deleted column of a list', 'quxian-2023', (workbook) => ['functions', { axis: 'column', kind: 'delete', at: placeOf(sheetOf(workbook, 'functions'), '基本支出').column, count: 1 }], '缺“基本支出”列→补回“基本支出”列'],
  ['a blank row inserted into a list', 'national-2020', () => ['projects', { axis: 'row', kind: 'insert', at: 10, count: 1 }], '第11行多出→删去第11行'],
])('%s: told, offered, put back, typed cells that are left untouched', async (_what, id, damage, words) => {
  const workbook = filled(id);
  const [sheet, edit] = damage(workbook);
  const lines = new Set(Array.from({ length: edit.count }, (_, index) => edit.at + index));
  const tab = sheetOf(workbook, sheet).name;
  const isGone = (name: string, address: string): boolean => edit.kind === 'delete' && name === tab && lines.has(parseBlock(address)?.[edit.axis] ?? -1);
  const before = typed(workbook, isGone);
  workbook.edit(sheet, edit);
  expect(offered(workbook).filter(({ kind }) => kind !== 'value').map(({ kind, from, to }) => `${kind} ${from}→${to}`)).toEqual([`lines ${words}`]);
  await press(workbook);
  expectAsPlanned(workbook);
  expect(typed(workbook)).toEqual(before);
});

test('what somebody typed into an inserted row is not deleted: the check says what to do first', () => {
  const workbook = filled();
  workbook.edit('income', { axis: 'row', kind: 'insert', at: 5, count: 1 }).type('income', 5, 1, '12');
  expect(offered(workbook).filter(({ kind }) => kind === 'lines')).toEqual([]);
  expect(workbook.read().template().filter(({ kind }) => kind === 'lines')).toMatchObject([{ found: '第6行多出', expected: '先把第6行的内容移到别处或清空', change: null }]);
});

test('formulas that refer to a sheet whose rows moved are left to follow it', () => {
  const workbook = filled();
  workbook.edit('income', { axis: 'row', kind: 'insert', at: 5, count: 1 });
  expect(offered(workbook).filter(({ kind }) => kind === 'formula' || kind === 'label')).toEqual([]);
});
