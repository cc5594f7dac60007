import { type Browser } from 'playwright-core';
import { compileForm } from '../../src/evaluation/form';
import { blankEntries } from '../../src/evaluation/entries';
import { bundledPacks } from '../cases/bundledPacks';
import { readPack } from '../../src/pack/readPack';
import { cellAddress } from '../../src/values/address';
import { planWorkbook } from '../../src/workbook/planWorkbook';
import { openBrowser } from './openBrowser';
import { openWorkbench, type WorkbenchPage } from './openWorkbench';

/** Tab name and address of a field, or of a list cell (`indicators[0].actual`), as the plan of the first pack lays it out. */
const place = ((): ((id: string) => readonly [sheet: string, address: string]) => {
  const pack = readPack(bundledPacks[0]?.text ?? '');
  const form = pack.ok ? compileForm(pack.value) : pack;
  if (!form.ok) throw new Error('the first pack is not sound');
  const plan = planWorkbook(form.value, blankEntries(form.value));
  return (id) => {
    const item = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(id);
    for (const sheet of plan.sheets) {
      if (item) {
        const list = sheet.lists.find((each) => each.id === item[1]);
        const column = list?.columnPositions[list.columnIds.indexOf(item[3] ?? '')];
        if (list && column !== undefined) return [sheet.name, cellAddress(list.firstRow + Number(item[2]), column)];
      } else {
        const cell = sheet.cells.find((each) => each.field === id);
        if (cell) return [sheet.name, cellAddress(cell.row, cell.column)];
      }
    }
    throw new Error(`no field ${id}`);
  };
})();

let browser: Browser;
let workbench: WorkbenchPage;

beforeAll(async () => {
  browser = await openBrowser();
  workbench = await openWorkbench(browser, { width: 1366, height: 900 });
});
afterAll(async () => {
  await workbench.close();
  await browser.close();
});

async function shown(id: string): Promise<string> {
  return (await workbench.read(...place(id))).text;
}

async function openTab(name: string): Promise<void> {
  await workbench.pane.getByRole('tab', { name }).click();
}

/** All text of the pane, spaces folded. */
async function paneText(): Promise<string> {
  return (await workbench.pane.locator('main').innerText()).replaceAll(/\s+/g, ' ');
}

async function waitForPane(text: string | RegExp): Promise<void> {
  await workbench.pane.locator('main').getByText(text).first().waitFor();
}

test('生成套表 and 载入示例: the published figures stand in the sheets', async () => {
  await workbench.pane.getByLabel(/单位名称|单位全称/).fill('渠县大数据中心');
  await workbench.pressInPane('生成套表');
  await waitForPane('已完成');
  expect(await workbench.page.evaluate(() => window.__workbench.host.book.activeSheet())).toBe('填报进度');
  await workbench.screenshotPane('pane-start');
  await workbench.pressInPane('载入示例');
  await workbench.waitForText(...place('income.yearTotal.final'), '227.39');
  expect(await shown('expenditure.basic.share')).toBe('44.66%');
  expect(await shown('expenditure.project.share')).toBe('55.34%');
  expect(await shown('progress.june.rate')).toBe('95.01%');
  expect(await shown('progress.october.rate')).toBe('96.77%');
  expect(await shown('progress.june.basis')).toBe('全年调整后预算数');
  expect(await shown('quality.deviation')).toBe('36.34%');
  expect(await shown('assessment.weightTotal')).toBe('100');
  expect(await shown('assessment.score')).toBe('100.00');
  expect(await shown('assessment.pendingScore')).toBe('5.00');
});

test('the pane follows', async () => {
  await openTab('填报');
  await waitForPane(/5(\.00)? ?分待核实/);
  const text = await paneText();
  for (const figure of ['100', '优', '44.66%', '55.34%', '95.01%', '96.77%', '36.34%']) expect(text).toContain(figure);
  await workbench.screenshotPane('pane-fill');
  await workbench.page.evaluate(() => window.__workbench.goTo('收入', 'B5'));
  await workbench.page.waitForTimeout(1_000);
  await workbench.screenshot('main-job');
});

test('one actual from 96% to 48%: its score halves in cell and pane, and Ctrl+Z takes it back', async () => {
  await workbench.type(...place('indicators[0].actual'), '48%');
  await workbench.waitForText(...place('indicators[0].score'), '2.50');
  await workbench.waitForText(...place('assessment.score'), '97.50');
  await waitForPane('97.50');
  await workbench.page.keyboard.press('Control+z');
  await workbench.waitForText(...place('indicators[0].actual'), '96%');
  await workbench.waitForText(...place('assessment.score'), '100.00');
  await waitForPane('100.00');
});

test('a locked cell refuses typing', async () => {
  const before = await workbench.read(...place('expenditure.basic.share'));
  await workbench.type(...place('expenditure.basic.share'), '0.5');
  await workbench.page.getByText('这个单元格受保护').first().waitFor();
  await workbench.page.keyboard.press('Escape');
  expect(await workbench.read(...place('expenditure.basic.share'))).toEqual(before);
});

test('一键校验: what the audit expects and nothing else, no 错误', async () => {
  await openTab('校验');
  await workbench.pressInPane('一键校验');
  await waitForPane(/核实/);
  const text = await paneText();
  for (const code of ['I09', 'I11', 'I12', 'I14', 'R15']) expect(text).toContain(code);
  for (const code of ['F01', 'F02', 'F03', 'F10', 'I01', 'N01']) expect(text).not.toContain(code);
  expect(text).toMatch(/错误 ?0|没有错误|无错误/);
  await workbench.screenshotPane('pane-check');
});

test('an error typed into a cell is found, its finding leads there, and is gone when it is mended', async () => {
  const [sheet, address] = place('expenditure.project.general');
  await workbench.type(sheet, address, '96.84');
  await workbench.waitForText(...place('expenditure.yearTotal.final'), '228.39');
  await workbench.page.evaluate(() => window.__workbench.goTo('基本情况', 'A1'));
  await workbench.pressInPane('一键校验');
  await waitForPane('F03');
  const finding = workbench.pane.locator('main').getByRole('listitem').filter({ hasText: 'F03' });
  expect(await finding.innerText()).toMatch(/228\.39.*227\.39/s);
  await workbench.screenshotPane('pane-planted');
  await finding.getByRole('button', { name: /^转到/ }).first().click();
  await workbench.page.waitForFunction((name) => window.__workbench.host.book.activeSheet() !== name, '基本情况');
  await workbench.type(sheet, address, '95.84');
  await workbench.waitForText(...place('expenditure.yearTotal.final'), '227.39');
  await workbench.pressInPane('一键校验');
  await finding.waitFor({ state: 'detached' });
  expect(await paneText()).toMatch(/错误 ?0/);
});

test('a finding leads to its cell', async () => {
  await workbench.pane.locator('main').getByRole('button', { name: /整体绩效自评表/ }).first().click();
  await workbench.page.waitForFunction(() => window.__workbench.host.book.activeSheet() === '整体绩效自评表');
  await workbench.page.waitForTimeout(1_000);
  await workbench.screenshot('finding-cell');
});

test('in 校验结果 a press on the cell of a finding goes there', async () => {
  const [sheet, cell] = place('findings[0].cell');
  const [target, address] = await workbench.page.evaluate(([name, at]) => [at.replace('E', 'C'), at].map((each) => window.__workbench.cell(name, each).text), [sheet, cell] as const);
  expect(`${target} ${address}`).toMatch(/^\p{Script=Han}+ [A-Z]+\d+$/u);
  await workbench.click(sheet, cell);
  await workbench.page.waitForFunction((wanted) => window.__workbench.host.book.selection() === wanted, `${target}!${address}`);
  await workbench.page.evaluate((name) => window.__workbench.goTo(name, 'A1'), sheet);
  await workbench.page.waitForTimeout(1_000);
  await workbench.screenshot('findings-sheet');
});

test('生成自评报告: the outline, the figures, and nothing left blank', async () => {
  await openTab('报告');
  await workbench.pressInPane('生成自评报告');
  await workbench.page.waitForFunction(
    ([sheet, address]) => window.__workbench.cell(sheet, address).text !== '', place('report[3].text'),
  );
  const [sheet, first] = place('report[0].text');
  const lines = await workbench.page.evaluate(([name, from]) => window.__workbench.host.book.values(name, `${from}:A170`).flat().filter((line) => line !== null), [sheet, first] as const);
  const report = lines.join('\n');
  for (const heading of ['一、部门基本情况', '二、部门资金收支情况', '三、部门预算绩效分析', '四、评价结论及建议']) expect(report).toContain(heading);
  for (const figure of ['44.66%', '55.34%', '95.01%', '96.77%', '36.34%', '166.78', '60.61', '227.39']) expect(report).toContain(figure);
  expect(report).not.toMatch(/(为|占|收入|支出|执行率|偏离度)万元|[占为]%|undefined|null|NaN|\{\{/);
  expect([...report.matchAll(/【待填：([^】]*)】/g)].map(([, label]) => label)).toEqual(['年初预算基本支出、项目支出']);
  await workbench.screenshotPane('pane-report');
});

test('nothing was complained about: no console error, no external request, no breach of policy', () => {
  expect(workbench.complaints).toEqual([]);
});
