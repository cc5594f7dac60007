import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { SettingFault } from '../../actions/templateSettings/settingFault';
import { PlaceLink } from '../parts/PlaceLink';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  fault: { display: 'grid', gap: '2px', padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, minWidth: 0, overflowWrap: 'anywhere', lineHeight: '20px' },
  what: { fontWeight: tokens.fontWeightSemibold },
  more: { justifySelf: 'start', marginLeft: '-8px', minWidth: 0, minHeight: '32px', padding: '0 8px', color: tokens.colorBrandForegroundLink, fontWeight: tokens.fontWeightRegular },
});

/** Faults shown at first; a pasted table may be wrong in every row. */
const AT_FIRST = 50;

/** What is wrong on the sheets of the bureau: item, found, expected, and where; a press goes there. */
export function SettingFaultList({ faults }: { readonly faults: readonly SettingFault[] }): ReactElement | null {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  if (faults.length === 0) return null;
  const shown = all ? faults : faults.slice(0, AT_FIRST);
  return (
    <>
      <ul className={styles.list}>
        {shown.map(({ place, what, found, expected, example }) => (
          <li key={`${place?.sheet ?? ''}!${place?.address ?? ''} ${what} ${found} ${expected}`} className={styles.fault}>
            <span className={styles.what}>{what}</span>
            <span>填写：{found}</span>
            <span>应为：{expected}{example === undefined ? '' : `，如 ${example}`}</span>
            {place === null ? null : <span><PlaceLink place={place} /></span>}
          </li>
        ))}
      </ul>
      {shown.length < faults.length ? <Button className={styles.more} appearance="subtle" onClick={() => setAll(true)}>显示全部{faults.length}处</Button> : null}
    </>
  );
}
