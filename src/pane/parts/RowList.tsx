import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState, type ReactElement, type ReactNode } from 'react';
import { Icon } from './Icon';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  row: {
    display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto 14px', alignItems: 'center', columnGap: '8px', width: '100%', minHeight: '36px',
    padding: '6px 0', border: 'none', backgroundColor: 'transparent', color: tokens.colorNeutralForeground1, font: 'inherit', lineHeight: '20px',
    textAlign: 'left', cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2 },
  },
  label: { minWidth: 0, overflowWrap: 'anywhere' },
  value: { fontVariantNumeric: 'tabular-nums', textAlign: 'right', whiteSpace: 'nowrap', fontFamily: tokens.fontFamilyNumeric },
  quiet: { color: tokens.colorNeutralForeground3 },
  more: { justifySelf: 'start', marginLeft: '-8px', minWidth: 0, minHeight: '32px', padding: '0 8px', color: tokens.colorBrandForegroundLink, fontWeight: tokens.fontWeightRegular },
});

export interface Row {
  readonly key: string;
  readonly label: ReactNode;
  readonly value: string;
  /** What a press does, for screen readers; the label and value are read before it. */
  readonly does: string;
  readonly onPress: () => void;
}

/** Rows of label and figure that can be pressed; long lists show their first rows and the rest on request. */
export function RowList({ rows, atFirst = rows.length }: { readonly rows: readonly Row[]; readonly atFirst?: number }): ReactElement {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const shown = all || rows.length <= atFirst + 1 ? rows : rows.slice(0, atFirst);
  return (
    <>
      <ul className={styles.list}>
        {shown.map((row) => (
          <li key={row.key} className={styles.item}>
            <button type="button" className={styles.row} title={row.does} onClick={row.onPress}>
              <span className={styles.label}>{row.label}</span>
              <span className={mergeClasses(styles.value, row.value === '—' && styles.quiet)}>{row.value}</span>
              <span className={styles.quiet}><Icon shape="next" size={12} /></span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length < rows.length ? (
        <Button className={styles.more} appearance="subtle" onClick={() => setAll(true)}>显示全部{rows.length}项</Button>
      ) : null}
    </>
  );
}
