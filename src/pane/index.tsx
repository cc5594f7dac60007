import { createRoot, type Root } from 'react-dom/client';
import type { FileArchiver } from '../actions/handingOut/issueArchive';
import type { FileWriter, ReportReader } from '../actions/ports';
import { ExcelChangeFeed } from '../excel/changeFeed';
import { ExcelWorkbook } from '../excel/excelWorkbook';
import { openCopy } from '../excel/openCopy';
import { App, type OfficeLook } from './App';
import { connectAssistant } from './connectAssistant';
import { browserFiles } from './browserFiles';
import { logFault } from './officeHelpers';
import { PaneStore } from './paneStore';
import { proofreadInWorker } from './proofreadInWorker';
import { RenderGuard } from './RenderGuard';
import { UnusablePage } from './UnusablePage';

/** What the adapter under excel/ needs: Excel 2021 and later. */
const REQUIRED_API = '1.14';

/** Colours of Office's frame; asked for again whenever the person comes back to the pane. */
const look: OfficeLook = {
  colours: () => {
    // Office leaves the theme out on some platforms although its types promise it.
    const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
    return theme?.bodyBackgroundColor ? { background: theme.bodyBackgroundColor, foreground: theme.bodyForegroundColor } : null;
  },
  listen: onReturn,
};

/** Calls back when the person returns to the pane. @returns how to stop. */
function onReturn(listener: () => void): () => void {
  window.addEventListener('focus', listener);
  document.addEventListener('visibilitychange', listener);
  return () => {
    window.removeEventListener('focus', listener);
    document.removeEventListener('visibilitychange', listener);
  };
}

/** What the ribbon button asked for: `?do=check`, `?do=report`, or nothing. */
function wishOf(address: string): 'check' | 'report' | null {
  const wish = new URLSearchParams(address).get('do');
  return wish === 'check' || wish === 'report' ? wish : null;
}

/** The writer and its library are several times as large as the pane: loaded when a file is made. */
const writeFile: FileWriter = async (plan, store, options) => (await import('../files/writeXlsx')).writeXlsx(plan, store, options);

const archive: FileArchiver = async (files) => (await import('../files/zipFiles')).zipFiles(files);

const readReport: ReportReader = async (bytes, name) => (await import('../files/readReportFile')).readReportFile(bytes, name);

function begin(root: Root, host: Office.HostType | null): void {
  if (host !== Office.HostType.Excel) {
    root.render(<UnusablePage reason="notExcel" />);
    return;
  }
  if (!Office.context.requirements.isSetSupported('ExcelApi', REQUIRED_API)) {
    root.render(<UnusablePage reason="oldExcel" />);
    return;
  }
  const wish = wishOf(window.location.search);
  const store = new PaneStore(connectAssistant(new ExcelWorkbook(), new ExcelChangeFeed(), { write: writeFile, port: { ...browserFiles, openCopy }, read: readReport, proofread: proofreadInWorker, archive }), wish ?? 'start', logFault);
  root.render(
    <RenderGuard onFault={logFault}>
      <App store={store} look={look} />
    </RenderGuard>,
  );
  onReturn(() => {
    if (document.visibilityState === 'visible') store.readAgain();
  });
  window.addEventListener('pagehide', () => void store.close());
  void store.start(wish);
}

const place = document.getElementById('root');
if (place) {
  const root = createRoot(place);
  void Office.onReady(({ host }) => begin(root, host));
}
