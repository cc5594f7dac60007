import { evaluate } from '../../src/evaluation/evaluate';
import { blankEntries } from '../../src/evaluation/entries';
import { blockAddress, cellAddress } from '../../src/values/address';
import { cellText } from '../../src/values/cell';
import { planWorkbook } from '../../src/workbook/planWorkbook';
import type { PlannedSheet } from '../../src/workbook/plan';
import { bundledPacks } from '../cases/bundledPacks';
import { bundledForm, sampleEntries } from '../cases/samplePack';

const form = bundledForm('quxian-2023');
const plan = planWorkbook(form, sampleEntries(form));

function sheet(name: string): PlannedSheet {
  const found = plan.sheets.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
}

test('the sheets of the pack, in filling order', () => {
  expect(plan.sheets.filter((each) => each.visibility === 'visible').map((each) => each.name)).toEqual([
    '填报进度', '基本情况', '收入', '支出（性质）', '支出（功能）', '支出（经济）', '执行进度', '预算质量与结余', '严控一般性支出', '资产采购', '项目明细',
    '整体绩效自评表', '评价指标体系', '履职与应用', '文字材料', '附件清单', '自检表', '校验结果', '绩效评价报告',
  ]);
});

test.each(bundledPacks.map(({ id }) => id))('%s: no two cells share a place and no merge covers a second cell with contents', (id) => {
  const sheets = id === 'quxian-2023' ? plan.sheets : planWorkbook(bundledForm(id), blankEntries(bundledForm(id))).sheets;
  for (const each of sheets) {
    const places = each.cells.map((cell) => cellAddress(cell.row, cell.column));
    expect(new Set(places).size).toBe(places.length);
    for (const merge of each.merges) {
      const covered = each.cells.filter((cell) => cell.row >= merge.row && cell.row < merge.row + merge.rowCount && cell.column >= merge.column && cell.column < merge.column + merge.columnCount);
      expect({ sheet: each.name, block: blockAddress(merge), cells: covered.length }).toEqual({ sheet: each.name, block: blockAddress(merge), cells: 1 });
    }
  }
});

test('defined names are unique, readable, and none looks like a cell address', () => {
  const names = plan.names.map((name) => name.name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(expect.arrayContaining(['栏目_单位', '整体目标_资金总额', '表格_支出', '清单_绩效指标', '表_收入']));
  for (const name of names) expect(name).toMatch(/^[\p{Script=Han}_][\p{Script=Han}A-Za-z0-9_]*$/u);
});

test('formulas stay inside Excel’s limits and every reference stays inside the plan', () => {
  const tabs = new Map(plan.sheets.map((each) => [each.name, each]));
  for (const each of plan.sheets) {
    for (const cell of each.cells) {
      if (cell.formula === undefined) continue;
      expect(cell.formula.length).toBeLessThan(cell.field?.startsWith('signOff.') ? 6000 : 2000);
      const references = cell.formula.replaceAll(/"(?:[^"]|"")*"/g, '""').matchAll(/(?:('[^']+'|[\p{Script=Han}（）A-Za-z0-9_]+)!)?\$?[A-Z]{1,3}\$?(\d+)(?::\$?[A-Z]{1,3}\$?(\d+))?/gu);
      for (const [, tab, row, lastRow] of references) {
        const target = tab === undefined ? each : tabs.get(tab.replaceAll("'", ''));
        expect(Number(lastRow ?? row)).toBeLessThanOrEqual(target?.rowCount ?? 0);
      }
    }
  }
});

test('typed cells are open, everything else is locked', () => {
  for (const cell of plan.sheets.flatMap((each) => each.cells)) {
    const open = ['typed', 'helperTyped', 'output', 'paragraph'].includes(cell.role) || (cell.role === 'key' && cell.content === 'text' && !cell.locked);
    expect(cell.locked).toBe(!open);
  }
});

test('stored values are the engine’s, the official form prints left of the helper columns', () => {
  const evaluation = evaluate(form, sampleEntries(form));
  const rate = sheet('支出（性质）').cells.find((cell) => cell.field === 'expenditure.basic.share');
  expect(rate && cellText(rate.value)).toBe(cellText(evaluation.value('expenditure.basic.share')));
  expect(blockAddress(sheet('整体绩效自评表').print.area)).toMatch(/^A1:I\d+$/);
  expect(sheet('整体绩效自评表').cells.find((cell) => cell.field === 'indicators[].score')?.column).toBeGreaterThan(8);
});

test('blank room does not print: the area ends with the last filled row', () => {
  const list = sheet('整体绩效自评表').lists.find((each) => each.id === 'indicators');
  expect(sheet('整体绩效自评表').print.area.rowCount).toBe((list?.firstRow ?? 0) + 27);
});

test('cells the bureau leaves blank stay open for typing', () => {
  const blank = planWorkbook(form, blankEntries(form));
  const cell = blank.sheets.flatMap((each) => each.cells).find((each) => each.field === 'profile.fullName');
  expect(cell).toMatchObject({ role: 'typed', locked: false });
  expect(blank.sheets.flatMap((each) => each.cells).find((each) => each.field === 'profile.year')).toMatchObject({ role: 'given', locked: true });
});

function shownAt(name: string, row: number): readonly string[] {
  return sheet(name).cells.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column).map((cell) => cellText(cell.value));
}

test('自检表: number, relation, both sides, difference, verdict, note, and × in red', () => {
  expect(shownAt('自检表', 2)).toEqual(['序号', '校验内容', '左值', '右值', '差额', '结论', '说明']);
  expect(shownAt('自检表', 3)).toEqual(['1', '编制总数＝行政＋事业＋工勤编制', '16', '16', '0', '√', '']);
  const { conditionals, rowCount } = sheet('自检表');
  expect(conditionals.map(({ block, formula, look }) => `${blockAddress(block)} ${formula} ${look}`)).toEqual([`F4:F${rowCount} F4="×" broken`]);
});

test('a long text in the last column of a narrow matrix reaches the edge of the page, a pair alone in its row too', () => {
  const merged = (name: string, field: string): string | undefined => {
    const cell = sheet(name).cells.find((each) => each.field === field);
    const merge = sheet(name).merges.find((each) => each.row === cell?.row && each.column === cell.column);
    return merge && blockAddress(merge).replaceAll(/\d/g, '');
  };
  expect(merged('履职与应用', 'focus.bonds.text')).toBe('D:J');
  expect(merged('项目明细', 'projectFacts.stored.text')).toMatch(/^D:/);
  expect(merged('资产采购', 'allocation.note')).toBe('C:K');
  expect(merged('执行进度', 'progress.june.note')).toBeUndefined();
});

test('headings above a table make no room for lines they do not have', () => {
  const heading = sheet('资产采购').cells.find((cell) => cell.role === 'heading');
  expect(heading && sheet('资产采购').rowHeights.get(heading.row)).toBeUndefined();
});

test('the widest forms stay readable on A4: their columns shrink to no less than half', () => {
  for (const each of plan.sheets.filter(({ visibility }) => visibility === 'visible')) {
    const width = each.columns.slice(0, each.print.area.columnCount).reduce((total, column) => total + (column.hidden ? 0 : column.width), 0);
    expect({ sheet: each.name, fits: width <= (each.print.orientation === 'landscape' ? 280 : 190) }).toEqual({ sheet: each.name, fits: true });
  }
});

test('every cell that has to be filled in turns darker while it is empty, and identities that break turn red', () => {
  const blank = planWorkbook(form, blankEntries(form));
  for (const each of blank.sheets) {
    const marked = new Set(each.conditionals.filter(({ look }) => look === 'missing').flatMap(({ block }) =>
      Array.from({ length: block.rowCount * block.columnCount }, (_, at) => cellAddress(block.row + Math.floor(at / block.columnCount), block.column + (at % block.columnCount)))));
    const required = each.cells.filter(({ field = '' }) => form.fields.get(field)?.form.required === true && !form.fields.get(field)?.rule);
    expect(required.filter((cell) => !marked.has(cellAddress(cell.row, cell.column)))).toEqual([]);
  }
  const broken = blank.sheets.flatMap((each) => each.conditionals.filter(({ look }) => look === 'broken').map(() => each.name));
  expect(broken).toEqual(['填报进度', '自检表']);
});
