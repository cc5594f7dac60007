import type { Browser } from 'playwright-core';
import { paragraph, wordFile } from '../files/wordFile';
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

const REPORT = [
  '甲县民政局2022年度部门整体支出绩效自评报告',
  '一、资金情况',
  '2022年年初预算166.78万元，年中调整增加60.61万元，调整后预算227.39万元。',
  '2022年决算支出227.39万元，其中：基本支出101.55万元，占44.65%；项目支出125.84万元，占55.34%。农林水支出1.44万，培训XX人次。',
  ...Array.from({ length: 40 }, (_, i) => `第${i + 1}段：本年度按计划开展工作，完成了年度任务。`),
  '三、存在问题',
  '2022年年初预算支出为227.39万元。',
].join('\n');

async function proofreadText(text: string): Promise<void> {
  await workbench.pane.getByRole('tab', { name: '校对' }).click();
  await workbench.pane.getByRole('textbox', { name: '粘贴报告文字' }).fill(text);
  await workbench.pane.getByRole('button', { name: '校对文字' }).click();
  await workbench.pane.getByRole('heading', { name: /^发现\d+条$/ }).waitFor();
}

test('pasted text: findings by level, figures marked, a press goes to the mark', async () => {
  await proofreadText(REPORT);
  const marks = await workbench.pane.locator('mark').allInnerTexts();
  expect(marks).toEqual(expect.arrayContaining(['XX人', '1.44万', '一、', '三、', expect.stringContaining('44.65%')]));
  const entry = workbench.pane.locator('li', { hasText: '编号不连续' });
  await entry.getByRole('button', { name: '看原文' }).click();
  await workbench.pane.waitForFunction(() => {
    const mark = [...document.querySelectorAll('mark')].find(({ textContent }) => textContent === '一、');
    const { top = -1, bottom = -1 } = mark?.getBoundingClientRect() ?? {};
    return top >= 0 && bottom <= window.innerHeight;
  });
});

test.each(['320', '350'])('%s px wide nothing is cut off and WCAG holds', async (width) => {
  await workbench.page.getByLabel('窗格宽度').selectOption({ label: `${width} 像素` });
  for (const theme of ['彩色', '黑色']) {
    // Another theme of Office opens the pane anew.
    await workbench.page.getByLabel('Office 主题').selectOption({ label: theme });
    await workbench.pane.getByRole('tab', { name: '开始', selected: true }).waitFor();
    await proofreadText(REPORT);
    const faults = await workbench.pane.evaluate(() => {
      const main = document.querySelector('main');
      return [...document.querySelectorAll('main button, main textarea, main mark')].filter((element) => element.getBoundingClientRect().right > window.innerWidth).map(({ textContent }) => textContent)
        .concat(main && main.scrollWidth > main.clientWidth ? ['main'] : []);
    });
    expect([...faults, ...(await accessibilityFaults(workbench.pane))]).toEqual([]);
    await workbench.pane.locator('main').evaluate((main) => main.scrollTo(0, 0));
    await workbench.screenshotPane(`pane-proofread-${width}-${theme}`);
    await workbench.pane.locator('mark').first().evaluate((mark) => mark.scrollIntoView());
    await workbench.screenshotPane(`pane-proofread-${width}-${theme}-text`);
  }
});

test('a Word file, and a file that is none', async () => {
  const choose = workbench.pane.locator('input[type=file]');
  await choose.setInputFiles({ name: '报告.docx', mimeType: '', buffer: Buffer.from(wordFile(paragraph('决算支出', 'XX', '万元。'))) });
  await workbench.pane.getByText(/^报告\.docx，校对于/).waitFor();
  expect(await workbench.pane.locator('mark').allInnerTexts()).toEqual(['XX万元']);
  await choose.setInputFiles({ name: '报告.pdf', mimeType: '', buffer: Buffer.from('%PDF-1.7') });
  await workbench.pane.getByText('文件“报告.pdf”是 PDF，读不出可靠的文字。').waitFor();
});

test('a long text is read in a thread of its own: the pane answers meanwhile', async () => {
  await workbench.pane.evaluate(() => {
    const seen = { last: performance.now(), longest: 0 };
    Object.assign(window, { seen });
    const look = (): void => {
      const now = performance.now();
      seen.longest = Math.max(seen.longest, now - seen.last);
      seen.last = now;
      setTimeout(look, 0);
    };
    look();
  });
  const line = '2022年决算支出227.39万元，其中：基本支出101.55万元，占44.66%；项目支出125.84万元，占55.34%。全年按计划完成各项任务。\n';
  const buffer = Buffer.from(line.repeat(1_000));
  await workbench.pane.locator('input[type=file]').setInputFiles({ name: '长文.txt', mimeType: 'text/plain', buffer });
  await workbench.pane.getByRole('region', { name: '进行中的工作' }).getByText('正在校对', { exact: true }).waitFor();
  await workbench.pane.evaluate(() => { (window as unknown as { seen: { longest: number } }).seen.longest = 0; });
  await workbench.pane.getByText(/^长文\.txt，校对于/).waitFor({ timeout: 120_000 });
  const longest = await workbench.pane.evaluate(() => (window as unknown as { seen: { longest: number } }).seen.longest);
  console.log(`${(buffer.length / 1024).toFixed(0)} KB proofread; the pane's longest pause ${longest.toFixed(0)} ms, with showing the result`);
  expect(longest).toBeLessThan(1_000);
});

test('nothing was complained about', () => {
  // The refused PDF goes to the log, as every refusal does.
  expect(workbench.complaints.filter((complaint) => !complaint.includes('"Z28"'))).toEqual([]);
});
