import type { Browser } from 'playwright-core';
import { openBrowser } from './openBrowser';
import { openWorkbench, type WorkbenchPage } from './openWorkbench';
import { pageFaults } from './pageFaults';
import { faultsOfPages, NO_FAULTS, openTab } from './roundOfPages';

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

test('the first run needs no mouse: name, Tab, Enter', async () => {
  for (const width of ['320', '350']) {
    await workbench.page.getByLabel('窗格宽度').selectOption({ label: `${width} 像素` });
    expect(await pageFaults(workbench.pane)).toEqual([]);
  }
  await workbench.pane.getByRole('tab', { name: '开始' }).focus();
  await workbench.page.keyboard.press('Tab');
  expect(await workbench.pane.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
  await workbench.page.keyboard.press('Tab');
  await workbench.page.keyboard.insertText('示例县数据中心');
  await workbench.page.keyboard.press('Tab');
  await workbench.page.keyboard.insertText('017001');
  await workbench.page.keyboard.press('Enter');
  await workbench.pane.getByText('已完成', { exact: true }).waitFor();
  await workbench.pressInPane('载入示例');
  await workbench.pane.getByText(/填入\d+格/).waitFor();
});

test('arrow keys choose a page, Tab goes on into it, and the focus can be seen', async () => {
  await workbench.pane.getByRole('tab', { name: '开始' }).focus();
  await workbench.page.keyboard.press('End');
  await workbench.page.keyboard.press('Tab');
  const focus = await workbench.pane.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const ring = getComputedStyle(element, '::after');
    return { name: element.textContent, seen: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none' || ring.outlineStyle !== 'none' };
  });
  expect(focus).toEqual({ name: '生成上报文件', seen: true });
});

test('after a check the focus stands at the result', async () => {
  await openTab(workbench, '校验');
  await workbench.pane.getByRole('button', { name: '一键校验' }).focus();
  await workbench.page.keyboard.press('Enter');
  await workbench.pane.getByRole('group', { name: '按级别筛选' }).waitFor();
  expect(await workbench.pane.evaluate(() => document.activeElement?.textContent)).toMatch(/^发现\d+条$/);
});

test('计分依据 leads from the score of an indicator to the cells it is made of', async () => {
  await openTab(workbench, '填报');
  await workbench.pane.getByText('产出指标', { exact: true }).click();
  await workbench.pane.getByRole('button', { name: /党建工作完成率/ }).click();
  const basis = workbench.pane.getByRole('article', { name: '计分依据' });
  await basis.getByRole('button', { name: '测算分的计算依据' }).click();
  await basis.getByRole('button', { name: /^转到【整体绩效自评表】/ }).first().click();
  await workbench.page.waitForFunction(() => window.__workbench.host.book.activeSheet() === '整体绩效自评表');
  expect(await pageFaults(workbench.pane)).toEqual([]);
  await workbench.screenshot('pane-basis');
  await workbench.pane.getByRole('button', { name: '上一层' }).click();
  await workbench.pane.getByRole('button', { name: '返回填报' }).click();
});

// What is cut off depends on the width, what can be read on the theme; test/long/paneThemes.test.ts goes through the other themes.
test.each([['320', '彩色'], ['320', '高对比度黑色'], ['350', '彩色']])('%s px wide in theme %s no page breaks WCAG or is cut off', async (width, theme) => {
  expect(await faultsOfPages(workbench, width, theme)).toEqual(NO_FAULTS);
});

test('nothing was complained about', () => {
  expect(workbench.complaints).toEqual([]);
});
