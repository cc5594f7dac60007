import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Place } from '../assistant';
import { usePane } from '../paneContext';

const useStyles = makeStyles({
  link: {
    display: 'inline-flex', alignItems: 'center', minHeight: '32px', padding: '0 6px', margin: '0 -6px', border: 'none', borderRadius: '4px',
    backgroundColor: 'transparent', color: tokens.colorBrandForegroundLink, font: 'inherit', textAlign: 'left', cursor: 'pointer',
    textDecorationLine: 'underline', textDecorationColor: tokens.colorNeutralStroke2, textUnderlineOffset: '3px',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3, textDecorationColor: 'currentColor' },
  },
});

/** 【支出】C12: a press selects the cell. */
export function PlaceLink({ place, text }: { readonly place: Place; readonly text?: string }): ReactElement {
  const styles = useStyles();
  const { store } = usePane();
  const name = placeText(place);
  return (
    <button type="button" className={styles.link} {...(text === undefined ? { 'aria-label': `转到${name}` } : {})} onClick={() => void store.goTo(place)}>
      {text ?? name}
    </button>
  );
}

export function placeText({ sheet, address }: Place): string {
  return address === undefined ? `“${sheet}”表` : `【${sheet}】${address}`;
}
