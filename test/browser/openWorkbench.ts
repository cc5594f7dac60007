import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, type Frame, type Page } from 'playwright-core';
import { type Inspection } from '../../src/workbench/page/inspection';
import { builtFolder, serveFolder } from './serveFolder';

declare global {
  interface Window {
    __workbench: Inspection;
  }
}

const outputFolder = join(resolve(__dirname, '../..'), 'test-output');

/** The workbench in a browser, used as a person uses it; everything it complains about is kept in `complaints`. */
export class WorkbenchPage {
  /** Console errors, page errors, failed or external requests and breaches of the pane's security policy. */
  readonly complaints: string[] = [];

  constructor(
    readonly page: Page,
    private readonly address: string,
    private readonly closeServer: () => Promise<void>,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.complaints.push(`page: ${error.message}`));
    page.on('requestfailed', (request) => {
      // A pane that is closed or reloaded while it loads takes its requests with it.
      const reason = request.failure()?.errorText ?? '';
      if (reason !== 'net::ERR_ABORTED') this.complaints.push(`failed: ${request.url()} ${reason}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) this.complaints.push(`${response.status()}: ${response.url()}`);
    });
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${address}/`) && !/^(data|blob|about):/.test(url)) this.complaints.push(`external: ${url}`);
    });
  }

  /** Loads the page and waits until the pane's Office.js has found the host. */
  async start(): Promise<void> {
    await this.page.goto(`${this.address}/`);
    await this.paneReady();
  }

  /** Waits until the pane that is shown now can talk to the host. */
  async paneReady(): Promise<Frame> {
    const element = await this.page.waitForSelector('iframe[name="taskpane"]', { state: 'attached' });
    const frame = await element.contentFrame();
    if (frame === null) throw new Error('the pane has no frame');
    await frame.waitForFunction(() => typeof Office !== 'undefined' && typeof Excel !== 'undefined' && Office.context?.host === Office.HostType.Excel);
    return frame;
  }

  /** The frame of the pane; throws when the pane is closed. */
  get pane(): Frame {
    const frame = this.page.frame({ name: 'taskpane' });
    if (frame === null) throw new Error('the pane is closed');
    return frame;
  }

  /** Presses a button of the ribbon strip by its label and waits for the pane. */
  async pressRibbon(label: string): Promise<Frame> {
    await this.page.locator('#ribbon').getByRole('button', { name: label }).click();
    return this.paneReady();
  }

  /** Presses a button in the pane by its accessible name. */
  async pressInPane(name: string): Promise<void> {
    await this.pane.getByRole('button', { name }).click();
  }

  /** Types a text into a cell and ends with Enter, through mouse focus and keyboard. */
  async type(sheet: string, address: string, text: string): Promise<void> {
    await this.page.evaluate(([name, cell]) => window.__workbench.goTo(name, cell), [sheet, address] as const);
    await this.page.evaluate(() => document.querySelector<HTMLElement>('#__editor___INTERNAL_EDITOR__DOCS_NORMAL')?.focus());
    await this.page.waitForTimeout(100);
    if (/^[\x20-\x7e]*$/.test(text)) await this.page.keyboard.type(text);
    else await this.page.keyboard.insertText(text);
    await this.page.keyboard.press('Enter');
  }

  /** Clicks a cell of the grid that is in view when the sheet is not scrolled. */
  async click(sheet: string, address: string): Promise<void> {
    await this.page.evaluate((name) => window.__workbench.goTo(name, 'A1'), sheet);
    await this.page.waitForTimeout(500); // until it is drawn
    const { x, y } = await this.page.evaluate(([name, cell]) => window.__workbench.middleOf(name, cell), [sheet, address] as const);
    await this.page.mouse.click(x, y);
  }

  /** Value, shown text and formula of a cell now. */
  read(sheet: string, address: string): Promise<ReturnType<Inspection['cell']>> {
    return this.page.evaluate(([name, cell]) => window.__workbench.cell(name, cell), [sheet, address] as const);
  }

  /** Waits until a cell shows `text`. */
  async waitForText(sheet: string, address: string, text: string): Promise<void> {
    await this.page.waitForFunction(
      ([name, cell, wanted]) => window.__workbench.cell(name, cell).text === wanted,
      [sheet, address, text] as const,
    );
  }

  /** Writes test-output/<name>.png. */
  async screenshot(name: string): Promise<void> {
    mkdirSync(outputFolder, { recursive: true });
    await this.page.screenshot({ path: join(outputFolder, `${name}.png`) });
  }

  /** Writes test-output/<name>.png of the pane alone. */
  async screenshotPane(name: string): Promise<void> {
    mkdirSync(outputFolder, { recursive: true });
    await this.page.locator('iframe[name="taskpane"]').screenshot({ path: join(outputFolder, `${name}.png`) });
  }

  async close(): Promise<void> {
    await this.page.context().close();
    await this.closeServer();
  }
}

export interface WorkbenchOptions {
  width?: number;
  height?: number;
}

/** Opens the built workbench in a window of its own and waits for the pane; the caller closes it. */
export async function openWorkbench(browser: Browser, { width = 1366, height = 768 }: WorkbenchOptions = {}): Promise<WorkbenchPage> {
  const served = await serveFolder(builtFolder.workbench);
  const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN' });
  // Grid and pane share one thread: while a workbook is laid out, a busy machine takes long to answer a click.
  context.setDefaultTimeout(300_000);
  const page = await context.newPage();
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`security policy: ${event.effectiveDirective} ${event.blockedURI}`),
    );
  });
  const workbench = new WorkbenchPage(page, served.address, () => served.close());
  await workbench.start();
  return workbench;
}
