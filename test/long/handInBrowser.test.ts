import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { openXlsx } from '../../src/files/readXlsx';
import { cellAddress } from '../../src/values/address';
import { BLANK, cellText } from '../../src/values/cell';
import { planWorkbook } from '../../src/workbook/planWorkbook';
import { readWorkbook } from '../../src/workbook/readWorkbook';
import { checkCodeField } from '../../src/evaluation/signOff';
import { blankEntries } from '../../src/evaluation/entries';
import { bundledForm } from '../cases/samplePack';
import { openBrowser } from '../browser/openBrowser';
import { fillInSample } from '../browser/roundOfPages';
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

const form = bundledForm('quxian-2023');
const plan = planWorkbook(form, blankEntries(form));
const scripts: string[] = [];

async function screenshots(name: string): Promise<void> {
  for (const width of ['350', '320']) {
    await workbench.page.getByLabel('窗格宽度').selectOption({ label: `${width} 像素` });
    await workbench.page.waitForTimeout(300);
    await workbench.screenshotPane(`${name}-${width}`);
  }
}

test('生成上报文件: the writer is loaded when it is needed, under the policy of the page', async () => {
  await fillInSample(workbench, '渠县大数据中心');
  workbench.page.on('request', (request) => { if (request.resourceType() === 'script') scripts.push(request.url()); });
  await workbench.pane.getByRole('tab', { name: '上报' }).click();
  await workbench.pressInPane('生成上报文件');
  await workbench.pane.getByRole('button', { name: '下载文件' }).waitFor({ timeout: 120_000 });
  expect(scripts.length).toBeGreaterThan(0);
  await screenshots('pane-handin-made');
  expect(workbench.complaints.filter((complaint) => /security policy|external|failed/.test(complaint))).toEqual([]);
});

test('the downloaded file opens with the reader: the figures, the findings and the codes shown in the pane', async () => {
  const [download] = await Promise.all([workbench.page.waitForEvent('download'), workbench.pressInPane('下载文件')]);
  expect(download.suggestedFilename()).toBe('017001-渠县大数据中心-2023-部门绩效自评-第1版.xlsx');
  const bytes = new Uint8Array(readFileSync(await download.path()));
  const opened = openXlsx(bytes, download.suggestedFilename());
  const snapshot = opened.ok ? opened.value.look(plan) : opened;
  if (!snapshot.ok) throw new Error(JSON.stringify(snapshot.error));
  const reading = readWorkbook(form, plan, snapshot.value);
  const shown = (field: string): string => cellText(reading.shown({ field }) ?? BLANK);
  expect(reading.faults).toEqual([]);
  expect([shown('income.yearTotal.final'), shown('profile.unitCode'), shown('profile.edition')]).toEqual(['227.39', '017001', '1']);
  expect(reading.entries.lists.get('findings')?.length).toBeGreaterThan(3);
  expect(snapshot.value.store?.journal).toBe('[]');
  const pane = await workbench.pane.locator('main').innerText();
  for (const sheet of ['income', 'expenditure', 'targets']) expect(pane).toContain(shown(checkCodeField(sheet)));
});

test('the paper in the workbook says the same code and the edition', async () => {
  const cells = await workbench.page.evaluate(() => window.__workbench.host.book.values('收入', 'A20:J24').flat().filter((cell) => cell !== null && cell !== ''));
  const code = cells.find((cell) => /^\d{4}-\d{4}$/.test(String(cell)));
  expect(await workbench.pane.locator('main').innerText()).toContain(String(code));
  expect(cells.filter((cell) => String(cell).endsWith('单位（盖章）：渠县大数据中心'))).toHaveLength(1);
});

test('C16 no file seen: what this Excel cannot do is said, a link to save by hand stays', async () => {
  await workbench.pressInPane('没有看到');
  await workbench.pressInPane('在 Excel 中打开');
  await screenshots('pane-handin-missed');
  await workbench.pane.getByText(/没有这项功能/).waitFor({ timeout: 30_000 });
  const [again] = await Promise.all([workbench.page.waitForEvent('download'), workbench.pane.getByRole('link', { name: /上报文件第1版/ }).click()]);
  expect(again.suggestedFilename()).toBe('017001-渠县大数据中心-2023-部门绩效自评-第1版.xlsx');
  await workbench.pressInPane('看到了');
  await workbench.pane.getByText('文件已取得').waitFor();
});

test('an error blocks: the list stands in the pane, the edition stays', async () => {
  const staff = plan.sheets.find(({ id }) => id === 'profile')?.cells.find(({ field }) => field === 'staff.workers.establishment');
  await workbench.type('基本情况', cellAddress(staff?.row ?? 0, staff?.column ?? 0), '9');
  await workbench.pressInPane('生成上报文件');
  await workbench.pane.getByText(/有\d+条错误，没有生成文件/).waitFor({ timeout: 120_000 });
  await screenshots('pane-handin-blocked');
  expect(await workbench.pane.getByRole('button', { name: '下载文件' }).count()).toBe(0);
});

test('nothing was complained about but what this Excel cannot do', () => {
  expect(workbench.complaints.filter((complaint) => !complaint.includes('X-ApiNotFound'))).toEqual([]);
});
