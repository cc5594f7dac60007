import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { ProofOutcome } from '../assistant';
import { CodeTag } from '../parts/CodeTag';
import { PlaceLink } from '../parts/PlaceLink';

const useStyles = makeStyles({
  entry: { display: 'grid', gap: '4px', padding: '10px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, minWidth: 0, overflowWrap: 'anywhere' },
  computed: { padding: '6px 10px', borderRadius: '4px', backgroundColor: tokens.colorNeutralBackground2, fontVariantNumeric: 'tabular-nums' },
  show: { minWidth: 0, minHeight: '32px', padding: '0 8px', marginLeft: '-8px', color: tokens.colorBrandForegroundLink, fontWeight: tokens.fontWeightRegular },
  foot: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px', flexWrap: 'wrap' },
});

/** One finding of 校对 under its level: message, what it comes to, and where it stands. */
export function ProofEntry({ finding, onShow }: { readonly finding: ProofOutcome['findings'][number]; readonly onShow: () => void }): ReactElement {
  const styles = useStyles();
  const { code, message, computed, place } = finding;
  return (
    <li className={styles.entry}>
      <div>{message}</div>
      {computed === '' || message.includes(computed) ? null : <div className={styles.computed}>{computed}</div>}
      <div className={styles.foot}>
        <Button className={styles.show} appearance="subtle" onClick={onShow}>看原文</Button>
        {place === null ? null : <PlaceLink place={place} />}
        <CodeTag code={code} line={`${message}（${code}）`} />
      </div>
    </li>
  );
}
