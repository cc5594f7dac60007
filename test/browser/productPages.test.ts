import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { openBrowser } from './openBrowser';
import { builtFolder, serveFolder, type Served } from './serveFolder';

let browser: Browser;
let withOffice: Served;
let withoutOffice: Served;
let context: BrowserContext;

beforeAll(async () => {
  [browser, withOffice, withoutOffice] = await Promise.all([
    openBrowser(),
    serveFolder(builtFolder.product),
    serveFolder(builtFolder.product, { officeJs: false }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await Promise.all([withOffice.close(), withoutOffice.close()]);
});
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 320, height: 600 } });
  context.setDefaultTimeout(300_000);
});
afterEach(() => context.close());

/** Serves `script` as a script of the page itself, the only way to feel the page's own security policy. */
async function addPageScript(page: Page, script: string): Promise<void> {
  await page.route('**/probe.js', (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
  await page.route('**/taskpane.html*', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('</body>', '<script src="probe.js"></script></body>');
    await route.fulfill({ response, body });
  });
}

const probe = `
  var seen = {};
  document.addEventListener('securitypolicyviolation', function (event) { seen[event.effectiveDirective] = true; });
  try { new Function('return 1')(); seen.ranFunction = true; } catch (error) { seen.refusedFunction = true; }
  var inline = document.createElement('script');
  inline.text = 'document.documentElement.dataset.inline = "ran"';
  document.head.appendChild(inline);
  var remote = document.createElement('script');
  remote.src = 'https://example.com/x.js';
  document.head.appendChild(remote);
  var frame = document.createElement('iframe');
  frame.src = 'https://example.com/';
  document.body.appendChild(frame);
  fetch('https://example.com/').catch(function () { seen.refusedFetch = true; }).then(function () {
    // Violations are reported in later tasks than the refusals themselves; what was not reported after a minute is missing.
    var looks = 0;
    var timer = setInterval(function () {
      looks += 1;
      if (looks < 600 && !(seen['script-src-elem'] && seen['connect-src'] && seen['frame-src'])) return;
      clearInterval(timer);
      document.documentElement.dataset.probe = JSON.stringify(seen);
    }, 100);
  });
`;

test('the policy of the pane refuses evaluation, inline scripts, other hosts and frames', async () => {
  const page = await context.newPage();
  await addPageScript(page, probe);
  await page.goto(`${withOffice.address}/taskpane.html`);
  await page.waitForSelector('html[data-probe]', { state: 'attached' });
  const seen = JSON.parse((await page.getAttribute('html', 'data-probe')) ?? '{}') as Record<string, boolean>;
  expect(seen).toMatchObject({ refusedFunction: true, refusedFetch: true, 'script-src-elem': true, 'connect-src': true, 'frame-src': true });
  expect(seen).not.toHaveProperty('ranFunction');
  expect(await page.getAttribute('html', 'data-inline')).toBeNull();
});

test('the pane starts without breaking its own policy and without a page error', async () => {
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await addPageScript(page, '');
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      document.documentElement.dataset.broken = `${event.effectiveDirective} ${event.blockedURI}`;
    });
  });
  await page.goto(`${withOffice.address}/taskpane.html`);
  await page.waitForFunction(() => (document.getElementById('root')?.textContent ?? '').length > 0);
  expect(await page.getAttribute('html', 'data-broken')).toBeNull();
  expect(errors).toEqual([]);
});

test('when office.js cannot be loaded, a readable page appears after 10 seconds', async () => {
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(`${withoutOffice.address}/taskpane.html`);
  await page.clock.runFor(9_000);
  expect(await page.locator('#preflight').count()).toBe(0);
  await page.clock.runFor(2_000);
  const message = page.getByRole('alert').filter({ hasText: '没有连上 Office 组件' });
  await message.waitFor();
  expect(await message.textContent()).toContain('office.js');
  expect(await message.getByRole('button', { name: '重试' }).isVisible()).toBe(true);
  await page.screenshot({ path: 'test-output/preflight-no-office.png' });
});

test('an old webview is told which Excel is needed', async () => {
  const old = await browser.newContext({
    viewport: { width: 320, height: 600 },
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko',
  });
  old.setDefaultTimeout(300_000);
  const page = await old.newPage();
  await page.goto(`${withOffice.address}/taskpane.html`);
  const message = page.locator('#preflight');
  await message.waitFor();
  expect(await message.textContent()).toContain('需要 Excel 2021 或更高版本');
  expect(await message.getByRole('button').count()).toBe(0);
  await page.screenshot({ path: 'test-output/preflight-old.png' });
  await old.close();
});

test('the help page shows its icons and loads no script', async () => {
  const page = await context.newPage();
  await page.goto(`${withOffice.address}/help.html`);
  const widths = await page.locator('img').evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
  expect(widths).toEqual([40, 24, 24, 24]);
  expect(await page.locator('script').count()).toBe(0);
  await page.screenshot({ path: 'test-output/help.png', fullPage: true });
});
