import { type Browser } from 'playwright-core';
import { accessibilityFaults } from './accessibility';
import { openBrowser } from './openBrowser';
import { openWorkbench, type WorkbenchPage } from './openWorkbench';

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

test('the pane finds Excel, in Chinese, with the requirement set the product asks for', async () => {
  const context = await workbench.pane.evaluate(() => ({
    host: Office.context.host,
    language: Office.context.displayLanguage,
    supported: Office.context.requirements.isSetSupported('ExcelApi', '1.14'),
  }));
  expect(context).toEqual({ host: 'Excel', language: 'zh-CN', supported: true });
  await workbench.screenshot('workbench');
});

test('typing in the grid raises onChanged in the pane, and a nested Excel.run reads what was typed', async () => {
  await workbench.pane.evaluate(async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async (event) => {
        const read = await Excel.run(async (context) => {
          const range = context.workbook.worksheets.getItem(event.worksheetId).getRange(event.address);
          range.load('values');
          await context.sync();
          return range.values;
        });
        document.documentElement.dataset.changed = `${event.address} ${JSON.stringify(read)}`;
      });
      await context.sync();
    });
  });
  await workbench.type('Sheet1', 'B2', '2500');
  await workbench.pane.waitForFunction(() => document.documentElement.dataset.changed !== undefined);
  expect(await workbench.pane.evaluate(() => document.documentElement.dataset.changed)).toBe('B2 [[2500]]');
});

test('what the pane writes is drawn and calculated in the grid', async () => {
  await workbench.pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('A1:A3').values = [['年初预算数'], ['决算数'], ['执行率']];
      sheet.getRange('B1').values = [[3000]];
      sheet.getRange('B3').formulas = [['=ROUND(B2/B1,4)']];
      sheet.getRange('B3').numberFormat = [['0.00%']];
      sheet.getRange('A1:A3').format.fill.color = '#E2F0ED';
      await context.sync();
    }),
  );
  await workbench.waitForText('Sheet1', 'B3', '83.33%');
  await workbench.type('Sheet1', 'B2', '1500');
  await workbench.waitForText('Sheet1', 'B3', '50.00%');
  await workbench.screenshot('workbench-written');
});

test('a person takes an edit back with Ctrl+Z', async () => {
  await workbench.type('Sheet1', 'D5', '7');
  await workbench.waitForText('Sheet1', 'D5', '7');
  await workbench.type('Sheet1', 'D5', '8');
  await workbench.waitForText('Sheet1', 'D5', '8');
  await workbench.page.keyboard.press('Control+z');
  await workbench.waitForText('Sheet1', 'D5', '7');
});

test('on a protected sheet only unlocked cells take typing, and a message says so', async () => {
  await workbench.pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('D6').format.protection.locked = false;
      sheet.protection.protect();
      await context.sync();
    }),
  );
  await workbench.type('Sheet1', 'D6', '61');
  await workbench.waitForText('Sheet1', 'D6', '61');
  await workbench.type('Sheet1', 'D7', '71');
  await workbench.page.getByText('这个单元格受保护').first().waitFor();
  expect((await workbench.read('Sheet1', 'D7')).value).toBeNull();
  await workbench.screenshot('workbench-protected');
  await workbench.pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').protection.unprotect();
      await context.sync();
    }),
  );
  await workbench.type('Sheet1', 'D7', '72');
  await workbench.waitForText('Sheet1', 'D7', '72');
});

test('the status line counts what the pane asked of the host', async () => {
  const status = workbench.page.locator('#status');
  await workbench.page.evaluate(() => window.__workbench.host.idle()); // what the typing before caused is over
  await workbench.pane.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('B1');
      range.load('values');
      await context.sync();
    }),
  );
  await status.getByText('最近一次读写：1 次同步').waitFor();
  expect(await status.textContent()).toMatch(/累计：\d+ 次同步/);
});

test('the ribbon opens the pane with the action of the button, and the cross closes it', async () => {
  const frame = await workbench.pressRibbon('一键校验');
  expect(await frame.evaluate(() => new URLSearchParams(location.search).get('do'))).toBe('check');
  await workbench.page.getByRole('button', { name: '关闭任务窗格' }).click();
  expect(await workbench.page.locator('iframe').count()).toBe(0);
  expect((await workbench.read('Sheet1', 'B2')).value).toBe(1500);
  await workbench.pressRibbon('打开助手');
  expect(await workbench.pane.evaluate(() => new URLSearchParams(location.search).get('do'))).toBeNull();
});

test('the pane can be made as narrow as Excel makes it, and gets the colours of the Office theme', async () => {
  await workbench.page.getByLabel('窗格宽度').selectOption('320');
  expect(await workbench.pane.evaluate(() => window.innerWidth)).toBe(320);
  await workbench.page.getByLabel('Office 主题').selectOption('黑色');
  const frame = await workbench.paneReady();
  expect(await frame.evaluate(() => Office.context.officeTheme?.bodyBackgroundColor)).toBe('#262626');
  await workbench.screenshot('workbench-black');
  await workbench.page.getByLabel('Office 主题').selectOption('彩色');
  await workbench.paneReady();
});

test.each(['彩色', '深灰色', '黑色', '高对比度黑色'])('the strip and the frame of the page are readable in the theme %s', async (theme) => {
  await workbench.page.getByLabel('Office 主题').selectOption(theme);
  await workbench.paneReady();
  expect(await accessibilityFaults(workbench.page, ['#grid', 'iframe'])).toEqual([]);
});

test('nothing complained and nothing was asked of another machine', () => {
  expect(workbench.complaints).toEqual([]);
});
