import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, type KeyboardEvent, type ReactElement } from 'react';

const useStyles = makeStyles({
  tabs: { display: 'grid', gridAutoFlow: 'column', gridAutoColumns: 'minmax(0, 1fr)', padding: '0 8px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  tab: {
    position: 'relative', minHeight: '40px', padding: '0 4px', border: 'none', backgroundColor: 'transparent', color: tokens.colorNeutralForeground2,
    font: 'inherit', cursor: 'pointer', borderRadius: '4px',
    ':hover': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground2 },
  },
  chosen: {
    color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold,
    '::after': { content: '""', position: 'absolute', left: '14px', right: '14px', bottom: '0', height: '3px', borderRadius: '2px', backgroundColor: tokens.colorCompoundBrandStroke },
    '@media (forced-colors: active)': { '::after': { backgroundColor: 'Highlight' } },
  },
});

interface TabsProps<T extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly id: T; readonly title: string }[];
  readonly chosen: T | null;
  /** Id of the element that shows the chosen tab's content. */
  readonly panel: string;
  readonly onChoose: (id: T) => void;
}

/**
 * Tabs after the ARIA pattern: one stop in the tab order, arrow keys, Home and End choose.
 * Fluent's own tab list puts focusable hidden elements around itself, which accessibility checks rightly refuse.
 */
export function Tabs<T extends string>({ label, tabs, chosen, panel, onChoose }: TabsProps<T>): ReactElement {
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const stop = tabs.findIndex(({ id }) => id === chosen);

  const choose = (index: number): void => {
    const tab = tabs[(index + tabs.length) % tabs.length];
    if (!tab) return;
    onChoose(tab.id);
    list.current?.querySelector<HTMLElement>(`#tab-${tab.id}`)?.focus();
  };

  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    const to = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    choose(to);
  };

  return (
    <div ref={list} className={styles.tabs} role="tablist" aria-label={label}>
      {tabs.map(({ id, title }, index) => (
        <button key={id} type="button" role="tab" id={`tab-${id}`} aria-selected={id === chosen} aria-controls={panel}
          tabIndex={index === Math.max(stop, 0) ? 0 : -1} className={mergeClasses(styles.tab, id === chosen && styles.chosen)}
          onClick={() => onChoose(id)} onKeyDown={(event) => onKeyDown(event, index)}>
          {title}
        </button>
      ))}
    </div>
  );
}
