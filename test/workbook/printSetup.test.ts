import { blankEntries } from '../../src/evaluation/entries';
import { BLANK, cellText } from '../../src/values/cell';
import { columnPoints, LOOKS } from '../../src/workbook/looks';
import type { PlannedSheet } from '../../src/workbook/plan';
import { planWorkbook } from '../../src/workbook/planWorkbook';
import { bundledForm, sampleEntries } from '../cases/samplePack';

const form = bundledForm('quxian-2023');
const plan = planWorkbook(form, blankEntries(form));
const sheetOf = (id: string): PlannedSheet => {
  const sheet = plan.sheets.find((each) => each.id === id);
  if (!sheet) throw new Error(`no sheet ${id}`);
  return sheet;
};

test('text is printed large enough to read: on A4, else on A3', () => {
  const pages = { portrait: { A4: 494, A3: 741 }, landscape: { A4: 741, A3: 1090 } } as const;
  const papers = new Set<string>();
  for (const { name, print, columns, visibility } of plan.sheets) {
    if (visibility !== 'visible') continue;
    const width = columns.slice(0, print.area.columnCount).reduce((total, column) => total + (column.hidden ? 0 : columnPoints(column.width)), 0);
    const scale = pages[print.orientation][print.paper] / width;
    expect([name, Math.round(scale * 100) >= 45]).toEqual([name, true]);
    if (print.paper === 'A3') expect([name, pages.landscape.A4 / width < 0.6]).toEqual([name, true]);
    papers.add(print.paper);
  }
  expect([...papers].sort()).toEqual(['A3', 'A4']);
});

test('the head of the table that can run over the page is repeated, and of no other', () => {
  for (const { lists, rowCount, print } of plan.sheets) {
    const last = lists.at(-1);
    if (last?.endRow === rowCount - 1) expect(print.titleRows?.last).toBe(last.headerRow);
  }
  const projects = sheetOf('projects');
  expect(projects.print.titleRows).toEqual({ first: projects.lists[0]?.headerRow, last: projects.lists[0]?.headerRow });
});

test('of what we write ourselves no empty page is printed', () => {
  for (const id of ['findings', 'report']) {
    const { lists, print } = sheetOf(id);
    expect(print.area.rowCount).toBe((lists.at(-1)?.firstRow ?? 0) + 1);
  }
});

test('a form that fits a page with all its room keeps together, so that nobody signs an empty page and no heading stands alone', () => {
  expect(plan.sheets.filter(({ print }) => print.onePage).map(({ id }) => id)).toEqual(expect.arrayContaining(['income', 'expenditure', 'assets', 'austerity', 'annexes']));
  expect(['projects', 'texts', 'findings', 'report'].map((id) => sheetOf(id).print.onePage)).toEqual([false, false, false, false]);
  const national = planWorkbook(bundledForm('national-2020'), blankEntries(bundledForm('national-2020')));
  expect(national.sheets.find(({ id }) => id === 'profile')?.print.onePage).toBe(true);
});

test('the official form prints as one table: no empty line above 总分, and one column beside all indicators', () => {
  const national = bundledForm('national-2020');
  for (const [entries, blankRows] of [[blankEntries(national), 0], [sampleEntries(national), 13]] as const) {
    const form = planWorkbook(national, entries).sheets.find(({ id }) => id === 'evaluation1');
    const [list] = form?.lists ?? [];
    if (!form || !list) throw new Error('no form');
    expect(cellText(form.cells.find(({ row, column }) => row === list.endRow + 1 && column === 0)?.value ?? BLANK)).toBe('总分');
    const hidden = [...form.rowHeights].filter(([, height]) => height === 0).map(([row]) => row);
    expect(hidden.sort((a, b) => a - b)).toEqual(Array.from({ length: blankRows + 1 }, (_, index) => list.endRow - blankRows + index));
    const beside = form.cells.filter(({ row, column }) => column === 0 && row >= list.headerRow && row < list.endRow).map(({ role }) => LOOKS[role].fill);
    expect(new Set(beside)).toEqual(new Set([LOOKS.header.fill]));
  }
});
