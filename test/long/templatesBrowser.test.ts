import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { accessibilityFaults } from '../browser/accessibility';
import { openBrowser } from '../browser/openBrowser';
import { openWorkbench, type WorkbenchPage } from '../browser/openWorkbench';

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

const ROSTER = '单位名册';

test('a bureau makes its own workbook, names two units, and gets a template for each', async () => {
  await workbench.pressInPane('制作模板');
  await workbench.pane.getByRole('heading', { name: '新建模板工作簿' }).waitFor();
  await workbench.screenshotPane('templates-begin');
  await workbench.pressInPane('新建模板工作簿');
  await workbench.pane.getByRole('button', { name: '检查模板' }).waitFor();
  await workbench.type(ROSTER, 'A5', '017');
  await workbench.type(ROSTER, 'B5', '示例县数据中心');
  await workbench.type(ROSTER, 'A6', '017');
  await workbench.pressInPane('检查模板');
  await workbench.pane.getByText('2处错误').waitFor();
  await workbench.screenshotPane('templates-faults');
  expect(await accessibilityFaults(workbench.pane)).toEqual([]);
  await workbench.pressInPane('转到【单位名册】A6');
  await workbench.type(ROSTER, 'A6', '018');
  await workbench.type(ROSTER, 'B6', '示例县档案馆');
  await workbench.pressInPane('检查模板');
  await workbench.pane.getByRole('button', { name: '生成2个预填模板' }).waitFor();
  await workbench.screenshotPane('templates-ready');
  await workbench.pressInPane('生成2个预填模板');
  await workbench.pane.getByRole('heading', { name: '预填模板已生成：2个单位' }).waitFor();
  await workbench.screenshotPane('templates-made');
  expect(await accessibilityFaults(workbench.pane)).toEqual([]);
  const started = workbench.page.waitForEvent('download');
  await workbench.pressInPane('下载文件');
  const file = await (await started).path();
  expect(Object.keys(unzipSync(new Uint8Array(readFileSync(file))))).toEqual(['017-示例县数据中心-2023-部门绩效自评.xlsx', '018-示例县档案馆-2023-部门绩效自评.xlsx', '分发清单.csv']);
  expect(workbench.complaints).toEqual([]);
}, 300_000);
