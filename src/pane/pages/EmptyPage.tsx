import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { Icon } from '../parts/Icon';

const useStyles = makeStyles({
  page: { display: 'grid', justifyItems: 'start', gap: '8px', padding: '24px 0' },
  mark: { color: tokens.colorBrandForeground1 },
  title: { margin: 0, fontSize: '16px', lineHeight: '22px', fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  action: { marginTop: '8px' },
});

interface EmptyPageProps {
  readonly title: string;
  readonly text: string;
  readonly action?: string;
  readonly onAction?: () => void;
}

/** A page that has nothing to show yet, and how to get on. */
export function EmptyPage({ title, text, action, onAction }: EmptyPageProps): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <span className={styles.mark}><Icon shape="sheet" size={28} /></span>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{text}</p>
      {action === undefined ? null : <Button className={styles.action} appearance="primary" onClick={() => onAction?.()}>{action}</Button>}
    </div>
  );
}
