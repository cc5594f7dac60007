import { type Browser } from 'playwright-core';
import { accessibilityFaults } from '../browser/accessibility';
import { openBrowser } from '../browser/openBrowser';
import { openWorkbench, type WorkbenchPage } from '../browser/openWorkbench';

const UNIT = '某县数据中心';

let browser: Browser;
let workbench: WorkbenchPage;

beforeAll(async () => {
  browser = await openBrowser();
  workbench = await openWorkbench(browser);
});
afterAll(async () => {
  await workbench.close();
  await browser.close();
});

const paneShows = (text: string | RegExp): Promise<void> => workbench.pane.getByText(text).first().waitFor({ timeout: 90_000 });

test('a person lays out the standard workbook from an empty one', async () => {
  await workbench.pane.getByLabel('单位名称').fill(UNIT);
  await workbench.pressInPane('生成套表');
  await paneShows('已完成');
  const sheets = await workbench.page.evaluate(() => {
    const { book } = window.__workbench.host;
    return book.sheets().map((name) => [name, book.visibility(name)]);
  });
  expect(sheets).toEqual(expect.arrayContaining([['收入', 'Visible'], ['整体绩效自评表', 'Visible'], ['_绩效助手', 'VeryHidden']]));
  await workbench.pressInPane('去填报');
  await paneShows('待填');
  await workbench.screenshot('laid-out');
});

test('a typed amount reaches the total in the workbook, and the pane with one small request', async () => {
  await workbench.type('收入', 'B5', '227.39');
  await workbench.waitForText('收入', 'B9', '227.39');
  await workbench.page.waitForTimeout(3_000); // the pane reads what changed when typing pauses
  const mark = await workbench.page.evaluate(() => window.__workbench.host.counters.mark());
  await workbench.type('收入', 'B5', '1,230.5');
  await workbench.waitForText('收入', 'B9', '1,230.50');
  await workbench.page.waitForFunction((from) => window.__workbench.host.counters.mark() > from, mark);
  await workbench.page.waitForTimeout(3_000);
  const tally = await workbench.page.evaluate((from) => window.__workbench.host.counters.since(from), mark);
  console.log(`a typed cell: ${tally.syncs} sync, ${tally.bytes} bytes`);
  expect(tally.syncs).toBe(1);
  expect(tally.bytes).toBeLessThanOrEqual(20 * 1024);
  await workbench.screenshot('typed');
});

test('a computed cell cannot be typed over', async () => {
  const before = await workbench.read('收入', 'B9');
  await workbench.type('收入', 'B9', '1');
  await workbench.page.getByText('这个单元格受保护').first().waitFor();
  expect(await workbench.read('收入', 'B9')).toEqual(before);
  expect(before.formula).toContain('SUM(');
});

test('the ribbon button checks the whole workbook and says how much it could check', async () => {
  await workbench.pressRibbon('一键校验');
  await paneShows(/校验于 \d\d:\d\d:\d\d/);
  expect(await workbench.pane.evaluate(() => document.body.innerText)).toMatch(/通过\s*\d+\s*项/);
  expect(await accessibilityFaults(workbench.pane)).toEqual([]);
  await workbench.screenshot('checked');
});

test('the ribbon button writes the report, with the unit in it and what is still missing', async () => {
  await workbench.pressRibbon('生成自评报告');
  await paneShows('报告已生成');
  const report = await workbench.page.evaluate(() => window.__workbench.host.book.values('绩效评价报告', 'A1:A80').flat().join('\n'));
  expect(report).toContain(UNIT);
  expect(report).toContain('年初预算1230.5万元');
  expect(report).toContain('【待填');
  await workbench.screenshot('reported');
});

test('nothing complained on the way', () => {
  expect(workbench.complaints).toEqual([]);
});
