import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { ProofOutcome } from '../assistant';
import { CodeTag } from '../parts/CodeTag';
import { Icon } from '../parts/Icon';
import { PlaceLink } from '../parts/PlaceLink';
import { levelTitles } from '../texts';

const useStyles = makeStyles({
  entry: { display: 'grid', gap: '4px', padding: '10px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, minWidth: 0, overflowWrap: 'anywhere' },
  level: { display: 'inline-flex', alignItems: 'center', gap: '4px', fontSize: '12px', lineHeight: '16px' },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  hint: { color: tokens.colorBrandForeground1 },
  computed: { padding: '6px 10px', borderRadius: '4px', backgroundColor: tokens.colorNeutralBackground2, fontVariantNumeric: 'tabular-nums' },
  foot: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px', flexWrap: 'wrap' },
});

/** One finding of 校对: level, message, what it comes to, and where it stands. */
export function ProofEntry({ finding, onShow }: { readonly finding: ProofOutcome['findings'][number]; readonly onShow: () => void }): ReactElement {
  const styles = useStyles();
  const { code, level, message, computed, place } = finding;
  return (
    <li className={styles.entry}>
      <span className={mergeClasses(styles.level, styles[level])}><Icon shape={level} size={14} />{levelTitles[level].name}</span>
      <div>{message}</div>
      {computed === '' || message.includes(computed) ? null : <div className={styles.computed}>{computed}</div>}
      <div className={styles.foot}>
        <Button appearance="subtle" onClick={onShow}>看原文</Button>
        {place === null ? null : <PlaceLink place={place} />}
        <CodeTag code={code} line={`${message}（${code}）`} />
      </div>
    </li>
  );
}
