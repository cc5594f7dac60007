import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { Icon, type Drawing } from './Icon';

export type Tone = 'error' | 'warning' | 'hint' | 'passed';

const useStyles = makeStyles({
  notice: {
    display: 'grid', gridTemplateColumns: '16px minmax(0, 1fr)', columnGap: '10px', padding: '10px 12px', borderRadius: '6px',
    border: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground2, lineHeight: '20px',
  },
  mark: { paddingTop: '2px' },
  body: { minWidth: 0, overflowWrap: 'anywhere' },
  title: { fontWeight: tokens.fontWeightSemibold },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '8px' },
  error: { backgroundColor: tokens.colorStatusDangerBackground1, border: `1px solid ${tokens.colorStatusDangerBorder1}` },
  errorMark: { color: tokens.colorStatusDangerForeground1 },
  warning: { backgroundColor: tokens.colorStatusWarningBackground1, border: `1px solid ${tokens.colorStatusWarningBorder1}` },
  warningMark: { color: tokens.colorStatusWarningForeground1 },
  passed: { backgroundColor: tokens.colorStatusSuccessBackground1, border: `1px solid ${tokens.colorStatusSuccessBorder1}` },
  passedMark: { color: tokens.colorStatusSuccessForeground1 },
  hint: {},
  hintMark: { color: tokens.colorBrandForeground1 },
});

const drawings: Readonly<Record<Tone, Drawing>> = { error: 'error', warning: 'warning', hint: 'hint', passed: 'passed' };

interface NoticeProps {
  readonly tone: Tone;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Read out at once by screen readers. */
  readonly urgent?: boolean;
}

/** A framed remark: mark, title, text, buttons. */
export function Notice({ tone, title, children, actions, urgent = false }: NoticeProps): ReactElement {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.notice, styles[tone])} {...(urgent ? { role: 'alert' } : {})}>
      <span className={mergeClasses(styles.mark, styles[`${tone}Mark`])}><Icon shape={drawings[tone]} /></span>
      <div className={styles.body}>
        {title === undefined ? null : <div className={styles.title}>{title}</div>}
        {children}
        {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
