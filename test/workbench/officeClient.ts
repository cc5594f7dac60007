/**
 * Microsoft's own Office.js client in Node, talking to the workbench host. `openExcel()` gives a fresh workbook and makes
 * `Excel`, `Office` and `OfficeExtension` global, as in a task pane.
 */
import { readFileSync } from 'node:fs';
import { MessageChannel } from 'node:worker_threads';
import { createHost, type HeadlessOptions, type Host } from '../../src/workbench/host';

export interface OpenedExcel {
  readonly host: Host;
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
}

export interface OpenOptions extends HeadlessOptions {
  /** Version that `isSetSupported('ExcelApi', …)` admits; Excel 2021: 1.14. */
  readonly excelApi?: string;
  /** Which of Microsoft's bundles plays the client. */
  readonly bundle?: 'excel-win32-16.01.js' | 'excel-win32-16.01.debug.js' | 'excel-web-16.00.js' | 'excel-web-16.00.debug.js';
}

interface Bridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost: ((text: string) => void) | null;
}

interface OfficeGlobals {
  Excel: typeof Excel;
  Office: typeof Office;
  OfficeExtension: typeof OfficeExtension;
  OSF: { _OfficeAppFactory?: object };
  _richApiNativeBridge?: Bridge;
  MessageChannel?: unknown;
  window?: unknown;
}

const scope = globalThis as unknown as OfficeGlobals;
const opened: Host[] = [];

const directory = `${__dirname}/../../node_modules/@microsoft/office-js/dist/`;

const sources = new Map<string, string>();
let declared: string[] = [];

/** Loads a bundle into the global scope: it declares `var Excel`, so that it cannot be required. */
function loadBundle(name: string): void {
  const source = sources.get(name) ?? readFileSync(directory + name, 'utf8');
  sources.set(name, source);
  for (const key of declared) Reflect.deleteProperty(globalThis, key);
  const before = new Set(Object.getOwnPropertyNames(globalThis));
  const withoutWindow = scope.window === undefined;
  if (withoutWindow) scope.window = globalThis;
  // eslint-disable-next-line no-eval -- the bundle declares globals; only an indirect eval puts them where add-ins find them
  (0, eval)(source);
  if (withoutWindow) delete scope.window;
  declared = Object.getOwnPropertyNames(globalThis).filter((key) => !before.has(key));
}

const versionNumber = (version: string): number => {
  const [major = '0', minor = '0'] = version.split('.');
  return Number(major) * 1_000 + Number(minor);
};

/** What the loader (office.js) would set up in a browser; it needs a DOM and a host of its own. */
function completeContext(excelApi: string): void {
  const diagnostics = { host: 'Excel', platform: 'PC', version: '16.0.18000.20000' };
  const requirements = {
    isSetSupported: (name: string, version = '1.1') => {
      if (name === 'ExcelApi') return versionNumber(version) <= versionNumber(excelApi);
      return name === 'SharedRuntime' ? version === '1.1' : false;
    },
  };
  const context = {
    host: 'Excel', platform: 'PC', contentLanguage: 'zh-CN', displayLanguage: 'zh-CN', diagnostics, requirements,
  };
  scope.OSF._OfficeAppFactory = {
    getContext: () => context,
    getHostInfo: () => ({ hostPlatform: 'win32', hostType: 'excel', flags: 0 }),
  };
  // Office.context asks the factory.
  Object.assign(scope.Office, {
    onReady: (callback?: (info: object) => void) => {
      const info = { host: 'Excel', platform: 'PC' };
      callback?.(info);
      return Promise.resolve(info);
    },
  });
}

/** A new workbook in a new Excel, with Microsoft's client connected to it. */
export async function openExcel(options: OpenOptions = {}): Promise<OpenedExcel> {
  scope.MessageChannel ??= MessageChannel;
  const host = await createHost(options);
  opened.push(host);
  connectClient(host, options);
  return { host, Excel: scope.Excel, Office: scope.Office, OfficeExtension: scope.OfficeExtension };
}

/**
 * Connects another client to a host that is open already: a reloaded or second pane. The globals then belong to the new
 * client; the old one keeps working through the objects it holds.
 */
export function connectClient(host: Host, options: OpenOptions = {}): OpenedExcel {
  const bridge: Bridge = { sendMessageToHost: () => undefined, onMessageFromHost: null };
  bridge.sendMessageToHost = host.connect((text) => bridge.onMessageFromHost?.(text));
  scope._richApiNativeBridge = bridge;
  loadBundle(options.bundle ?? 'excel-win32-16.01.js');
  completeContext(options.excelApi ?? '1.14');
  return { host, Excel: scope.Excel, Office: scope.Office, OfficeExtension: scope.OfficeExtension };
}

afterAll(async () => {
  for (const host of opened.splice(0)) await host.dispose();
});
