import { type Browser } from 'playwright-core';
import { openBrowser } from './openBrowser';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('the browser runs and draws Chinese', async () => {
  const page = await browser.newPage();
  await page.setContent('<canvas id="c" width="80" height="40"></canvas>');
  const [known, missing] = await page.evaluate(() => {
    const ink = (text: string): string => {
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d');
      if (context === null) return '';
      context.font = '24px "Microsoft YaHei", sans-serif';
      context.fillText(text, 4, 30);
      return canvas.toDataURL();
    };
    return [ink('绩'), ink('\u{10FFFD}')];
  });
  expect(known).not.toBe(missing);
  expect(known).not.toBe('');
  await page.close();
});
