import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { Icon } from './Icon';

const useStyles = makeStyles({
  fold: { minWidth: 0, '&[open] > summary > span:first-child': { transform: 'rotate(90deg)' } },
  summary: {
    display: 'grid', gridTemplateColumns: '12px minmax(0, 1fr)', columnGap: '8px', alignItems: 'center', minHeight: '32px', lineHeight: '20px',
    padding: '6px 0', boxSizing: 'border-box', cursor: 'pointer', borderRadius: '4px', listStyleType: 'none', color: tokens.colorNeutralForeground1,
    '::-webkit-details-marker': { display: 'none' },
    ':hover': { backgroundColor: tokens.colorNeutralBackground2 },
  },
  mark: {
    display: 'inline-flex', color: tokens.colorNeutralForeground2, transition: 'transform 100ms',
    '@media (prefers-reduced-motion: reduce)': { transition: 'none' },
  },
  body: { padding: '4px 0 8px 20px', overflowWrap: 'anywhere' },
});

/** Closed until asked for. */
export function Fold({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }): ReactElement {
  const styles = useStyles();
  return (
    <details className={styles.fold}>
      <summary className={styles.summary}>
        <span className={styles.mark}><Icon shape="next" size={12} /></span>
        <span>{title}</span>
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
