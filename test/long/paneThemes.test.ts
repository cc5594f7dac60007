import type { Browser } from 'playwright-core';
import { openBrowser } from '../browser/openBrowser';
import { openWorkbench, type WorkbenchPage } from '../browser/openWorkbench';
import { faultsOfPages, fillInSample, NO_FAULTS } from '../browser/roundOfPages';

jest.setTimeout(300_000);

let browser: Browser;
let workbench: WorkbenchPage;

beforeAll(async () => {
  browser = await openBrowser();
  workbench = await openWorkbench(browser, { width: 1366, height: 900 });
  await fillInSample(workbench);
});
afterAll(async () => {
  await workbench.close();
  await browser.close();
});

test.each([['320', '黑色'], ['320', '深灰色'], ['350', '高对比度黑色']])('%s px wide in theme %s no page breaks WCAG or is cut off', async (width, theme) => {
  expect(await faultsOfPages(workbench, width, theme)).toEqual(NO_FAULTS);
  expect(workbench.complaints).toEqual([]);
});
