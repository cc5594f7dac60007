import { Button, FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore, type ReactElement } from 'react';
import program from '../../package.json';
import type { WorkbookState } from './assistant';
import { CheckPage } from './pages/CheckPage';
import { FillPage } from './pages/FillPage';
import { HandInPage } from './pages/HandInPage';
import { HelpPage } from './pages/HelpPage';
import { ReportPage } from './pages/ReportPage';
import { StartPage } from './pages/StartPage';
import { PaneContext, usePane } from './paneContext';
import type { Page, PaneStore } from './paneStore';
import { ActivityBar } from './parts/ActivityBar';
import { Icon, ProductMark } from './parts/Icon';
import { MessageList } from './parts/MessageList';
import { Tabs } from './parts/Tabs';
import { keepPreferences, readPreferences } from './preferences';
import { pageTitles, productName } from './texts';
import { paneTheme, type OfficeColours, type ThemeChoice } from './theme/paneTheme';

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', height: '100vh', minWidth: '280px', boxSizing: 'border-box', fontSize: '14px', lineHeight: '20px' },
  // Excel's own menu lies over the top right corner.
  head: { display: 'grid', gridTemplateColumns: '24px minmax(0, 1fr)', columnGap: '10px', alignItems: 'center', padding: '12px 48px 8px 16px' },
  name: { margin: 0, fontSize: '16px', lineHeight: '22px', fontWeight: tokens.fontWeightSemibold },
  workbook: { gridColumn: '2', fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground2, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  main: { flex: '1 1 auto', overflowY: 'scroll', overflowX: 'hidden', padding: '16px', display: 'grid', gap: '16px', alignContent: 'start', minHeight: 0, outlineOffset: '-2px' },
  foot: {
    display: 'flex', alignItems: 'center', justifyContent: 'space-between', padding: '2px 16px 2px 8px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: '12px', color: tokens.colorNeutralForeground2,
  },
  help: { minWidth: 0, minHeight: '32px', padding: '0 8px', fontWeight: tokens.fontWeightRegular, fontSize: '12px', color: tokens.colorNeutralForeground2 },
  heard: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
});

const tabsOf = (pages: readonly Exclude<Page, 'help'>[]): readonly { readonly id: Exclude<Page, 'help'>; readonly title: string }[] => pages.map((id) => ({ id, title: pageTitles[id] }));
const unitTabs = tabsOf(['start', 'fill', 'check', 'report', 'proofread', 'handIn']);
/** Nothing is filled in or handed in in the bureau's own workbook. */
const bureauTabs = tabsOf(['start', 'templates', 'proofread']);

/** Pages that are loaded with their work when they are asked for. */
const ProofreadPage = lazy(async () => ({ default: (await import('./pages/ProofreadPage')).ProofreadPage }));
const TemplatesPage = lazy(async () => ({ default: (await import('./pages/TemplatesPage')).TemplatesPage }));

/** Colours of Office as they are now, and word when they may have changed. */
export interface OfficeLook {
  colours(): OfficeColours | null;
  listen(onChange: () => void): () => void;
}

interface AppProps {
  readonly store: PaneStore;
  readonly look: OfficeLook;
}

/** The task pane. */
export function App({ store, look }: AppProps): ReactElement {
  const [choice, setChoice] = useState<ThemeChoice>(() => readPreferences().theme);
  const [colours, setColours] = useState(look.colours);
  const forced = useForcedColours();
  useEffect(() => look.listen(() => setColours(look.colours())), [look]);
  return (
    <FluentProvider theme={paneTheme(colours, choice, forced)} lang="zh-CN">
      <PaneContext.Provider value={store}>
        <Frame theme={choice} onTheme={(next) => {
          setChoice(next);
          keepPreferences({ theme: next });
        }} />
      </PaneContext.Provider>
    </FluentProvider>
  );
}

function Frame({ theme, onTheme }: { readonly theme: ThemeChoice; readonly onTheme: (choice: ThemeChoice) => void }): ReactElement {
  const styles = useStyles();
  const { state, store } = usePane();
  const { page } = state;
  const main = useRef<HTMLElement>(null);
  useEffect(() => main.current?.scrollTo?.(0, 0), [page]);
  const help = page === 'help';
  const tabs = state.workbook?.kind === 'master' ? bureauTabs : unitTabs;
  const tab = tabs.find(({ id }) => id === page)?.id ?? null;
  return (
    <div className={styles.frame}>
      <header>
        <div className={styles.head}>
          <ProductMark />
          <h1 className={styles.name}>{productName}</h1>
          <div className={styles.workbook}>{workbookLine(state.workbook)}</div>
        </div>
        <Tabs label="页面" tabs={tabs} chosen={tab} panel="page" onChoose={(chosen) => store.show(chosen)} />
      </header>
      <main ref={main} className={styles.main} aria-label={pageTitles[page]}>
        <MessageList />
        <div id="page" {...(tab === null ? {} : { role: 'tabpanel', 'aria-labelledby': `tab-${tab}` })}>
          <PageOf page={page} theme={theme} onTheme={onTheme} />
        </div>
      </main>
      <ActivityBar />
      <div className={styles.heard} role="status" aria-live="polite">{state.announcement}</div>
      <footer className={styles.foot}>
        <Button className={styles.help} appearance="subtle" icon={<Icon shape="help" size={14} />} aria-pressed={help} onClick={() => store.show(help ? 'start' : 'help')}>{pageTitles.help}</Button>
        <span>版本 {program.version}</span>
      </footer>
    </div>
  );
}

function PageOf({ page, theme, onTheme }: { readonly page: Page; readonly theme: ThemeChoice; readonly onTheme: (choice: ThemeChoice) => void }): ReactElement {
  switch (page) {
    case 'start': return <StartPage />;
    case 'fill': return <FillPage />;
    case 'check': return <CheckPage />;
    case 'report': return <ReportPage />;
    case 'proofread': return <Suspense fallback="正在打开…"><ProofreadPage /></Suspense>;
    case 'handIn': return <HandInPage />;
    case 'templates': return <Suspense fallback="正在打开…"><TemplatesPage /></Suspense>;
    case 'help': return <HelpPage theme={theme} onTheme={onTheme} />;
  }
}

/** What the pane works on, in one line. */
function workbookLine(workbook: WorkbookState | null): string {
  switch (workbook?.kind) {
    case undefined: return '正在读取工作簿…';
    case 'empty': return '空白工作簿';
    case 'foreign': return '这个工作簿还没有套表';
    case 'newerFormat': return '由更新的版本生成';
    case 'master': return `模板工作簿 · ${workbook.packTitle}${workbook.openStep === null ? '' : ' · 上次写入未完成'}`;
    case 'ours': return `${workbook.unitName || '单位未填'} · ${workbook.year}年度${workbook.openStep === null ? '' : ' · 上次写入未完成'}`;
  }
}

const forcedColours = window.matchMedia('(forced-colors: active)');

function useForcedColours(): boolean {
  return useSyncExternalStore(
    (listener) => {
      forcedColours.addEventListener('change', listener);
      return () => forcedColours.removeEventListener('change', listener);
    },
    () => forcedColours.matches,
  );
}
