import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';

const useStyles = makeStyles({
  fold: { minWidth: 0 },
  summary: {
    minHeight: '32px', lineHeight: '20px', padding: '6px 2px', boxSizing: 'border-box', cursor: 'pointer', borderRadius: '4px',
    color: tokens.colorNeutralForeground1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground2 },
  },
  body: { padding: '4px 0 8px 16px', overflowWrap: 'anywhere' },
});

/** Closed until asked for. */
export function Fold({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }): ReactElement {
  const styles = useStyles();
  return (
    <details className={styles.fold}>
      <summary className={styles.summary}>{title}</summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
