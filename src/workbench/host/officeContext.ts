import type { Json } from './objects/json';

/** Colours as `Office.context.officeTheme` has them, `#RRGGBB`. */
export interface OfficeTheme {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
}

export interface OfficeContextOptions {
  /** Highest version of each requirement set, e.g. `{ ExcelApi: '1.14' }` for Excel 2021. */
  readonly requirementSets: Readonly<Record<string, string>>;
  readonly theme: () => OfficeTheme;
  /** Settings of the document, shared with the settings of the Excel API. */
  readonly settings: Map<string, Json>;
}

const APP_EXCEL = 1;
const READ_WRITE = 0;
const ACTIVATED_BY_PERSON = 2;
const TASK_PANE = 1;
const NOT_SUPPORTED = 5000;

/** Excel writes a colour as a number: red, green and blue from the highest byte down. */
const colourNumber = (colour: string): number => Number.parseInt(colour.slice(1), 16);

/** The values of settings travel as JSON texts. */
function readSettings(settings: Map<string, Json>, keys: string[], values: string[]): void {
  for (const [key, value] of settings) {
    keys.push(key);
    values.push(JSON.stringify(value));
  }
}

function writeSettings(settings: Map<string, Json>, keys: readonly string[], values: readonly string[]): void {
  settings.clear();
  keys.forEach((key, index) => settings.set(key, JSON.parse(values[index] ?? 'null') as Json));
}

/**
 * What Excel for Windows hands to Office.js as `window.external`, as far as the workbench plays it: context, theme and
 * document settings. Dialogs and document events answer "not supported", as from a host that lacks them.
 */
export function officeExternal(options: OfficeContextOptions): object {
  const context = {
    GetAppType: () => APP_EXCEL,
    GetSolutionRef: () => 'workbench',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => 'zh-CN',
    GetAppDataLocale: () => 'zh-CN',
    GetDocUrl: () => '工作簿1.xlsx',
    GetAppCapabilities: () => READ_WRITE,
    GetActivationMode: () => ACTIVATED_BY_PERSON,
    GetControlIntegrationLevel: () => TASK_PANE,
    GetSolutionToken: () => '',
    GetCorrelationId: () => 'workbench',
    GetInstanceId: () => 'workbench',
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetSupportedMatrix: () => JSON.stringify(options.requirementSets),
    GetHostFullVersion: () => '16.0.14332.20000',
    GetFeaturesForSolution: () => '{}',
    GetInitialDisplayMode: () => 0,
    GetOfficeThemeInfo: () =>
      JSON.stringify(Object.fromEntries(Object.entries(options.theme()).map(([name, colour]) => [name, colourNumber(colour)]))),
    GetSettings: () => ({
      Read: (keys: string[], values: string[]) => readSettings(options.settings, keys, values),
      Write: (keys: string[], values: string[]) => writeSettings(options.settings, keys, values),
    }),
  };
  return {
    GetContext: () => context,
    GetLoggingAllowed: () => false,
    Execute: (_id: number, _parameters: unknown, callback: (status: number) => void) => callback(NOT_SUPPORTED),
    RegisterEvent: (_id: number, _target: string, _handler: unknown, callback: (status: number) => void) => callback(NOT_SUPPORTED),
    UnregisterEvent: (_id: number, _target: string, callback: (status: number) => void) => callback(NOT_SUPPORTED),
  };
}
