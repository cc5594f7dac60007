import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../browser/openBrowser';
import { openWorkbench, type WorkbenchPage } from '../browser/openWorkbench';
import { pageFaults } from '../browser/pageFaults';

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
const SETTINGS = '模板设置';

/** The page at the widths a pane has: nothing breaks WCAG, nothing is cut off. */
async function looksRight(name: string): Promise<void> {
  for (const width of ['320', '350']) {
    await workbench.page.getByLabel('窗格宽度').selectOption({ label: `${width} 像素` });
    expect([name, width, ...(await pageFaults(workbench.pane))]).toEqual([name, width]);
    await workbench.screenshotPane(`${name}-${width}`);
  }
}

/** Address of the cell beside a label of a table of single values. */
async function beside(sheet: string, label: string): Promise<string> {
  const labels = await workbench.page.evaluate((name) => window.__workbench.host.book.values(name, 'A1:A200').flat(), sheet);
  return `C${labels.indexOf(label) + 1}`;
}

test('a bureau makes its own workbook, names two units, and gets a template for each', async () => {
  await workbench.pressInPane('制作模板');
  await workbench.pane.getByRole('heading', { name: '新建模板工作簿' }).waitFor();
  await looksRight('templates-begin');
  await workbench.pressInPane('新建模板工作簿');
  await workbench.pane.getByRole('button', { name: '检查模板' }).waitFor();
  await workbench.type(ROSTER, 'A5', '017');
  await workbench.type(ROSTER, 'B5', '示例县数据中心');
  await workbench.type(ROSTER, 'A6', '017');
  await workbench.pressInPane('检查模板');
  await workbench.pane.getByText('2处错误').waitFor();
  await looksRight('templates-faults');
  await workbench.pressInPane('转到【单位名册】A6');
  await workbench.type(SETTINGS, await beside(SETTINGS, '【执行进度】1—6月·进度目标'), '45%');
  await workbench.type(SETTINGS, await beside(SETTINGS, '模板名称'), ' ');
  await workbench.pressInPane('检查模板');
  await workbench.pane.getByRole('heading', { name: '模板设置有1处错误' }).waitFor();
  await looksRight('templates-setting-faults');
  await workbench.type(SETTINGS, await beside(SETTINGS, '模板名称'), '某县2024年部门预算绩效自评模板');
  await workbench.type(ROSTER, 'A6', '018');
  await workbench.type(ROSTER, 'B6', '示例县档案馆');
  await workbench.pressInPane('检查模板');
  await workbench.pane.getByRole('button', { name: '生成2个预填模板' }).waitFor();
  for (const group of ['基本信息（1处）', '预填内容（1处）']) await workbench.pane.getByText(group).click();
  await workbench.pane.getByText('现：45%').waitFor();
  await looksRight('templates-ready');
  await workbench.pressInPane('生成2个预填模板');
  await workbench.pane.getByRole('heading', { name: '预填模板已生成：2个单位' }).waitFor();
  await looksRight('templates-made');
  const started = workbench.page.waitForEvent('download');
  await workbench.pressInPane('下载文件');
  const file = await (await started).path();
  expect(Object.keys(unzipSync(new Uint8Array(readFileSync(file))))).toEqual(['017-示例县数据中心-2023-部门绩效自评.xlsx', '018-示例县档案馆-2023-部门绩效自评.xlsx', '分发清单.csv']);
  await workbench.page.getByLabel('Office 主题').selectOption({ label: '黑色' });
  await workbench.pane.getByRole('tab', { name: '模板方案' }).click();
  await workbench.pressInPane('检查模板');
  await workbench.pane.getByRole('button', { name: '生成2个预填模板' }).waitFor();
  await looksRight('templates-black');
  expect(workbench.complaints).toEqual([]);
});
