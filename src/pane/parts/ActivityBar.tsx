import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { usePane } from '../paneContext';
import { Icon } from './Icon';

const useStyles = makeStyles({
  bar: {
    display: 'grid', gap: '6px', padding: '10px 16px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  line: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '12px', minHeight: '32px' },
  title: { fontWeight: tokens.fontWeightSemibold },
  what: {
    display: 'flex', alignItems: 'center', gap: '6px', minHeight: '18px', fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
});

/** What runs, how far it is, what it waits for, and 取消. */
export function ActivityBar(): ReactElement | null {
  const styles = useStyles();
  const { state: { activity }, store } = usePane();
  if (activity === null) return null;
  const known = activity.total > 0;
  const detail = activity.waiting ?? (activity.cancelling ? '正在停在最近的安全点…' : activity.what);
  return (
    <section className={styles.bar} aria-label="进行中的工作">
      <div className={styles.line}>
        <span className={styles.title}>{activity.title}</span>
        <Button disabled={activity.cancelling} onClick={() => store.cancel()}>{activity.cancelling ? '正在取消' : '取消'}</Button>
      </div>
      <ProgressBar thickness="large" aria-label={activity.title} {...(known ? { value: activity.done, max: activity.total } : {})}
        aria-valuetext={known ? `第${activity.done}步，共${activity.total}步` : activity.title} />
      <div className={styles.what}>
        {activity.waiting === null ? null : <Icon shape="waiting" size={14} />}
        <span>{detail}</span>
      </div>
    </section>
  );
}
