import { blankEntries } from '../../src/evaluation/entries';
import { columnPoints } from '../../src/workbook/looks';
import type { PlannedSheet } from '../../src/workbook/plan';
import { planWorkbook } from '../../src/workbook/planWorkbook';
import { bundledForm } from '../cases/samplePack';

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

test('a form without open lists keeps together, so that nobody signs an empty page', () => {
  expect(plan.sheets.filter(({ print }) => print.onePage).map(({ id }) => id)).toEqual(expect.arrayContaining(['income', 'expenditure', 'assets', 'austerity']));
  expect(sheetOf('projects').print.onePage).toBe(false);
});
