import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Repair } from '../assistant';
import { usePane } from '../paneContext';
import { PlaceLink } from '../parts/PlaceLink';
import { Section } from '../parts/Section';

const useStyles = makeStyles({
  meta: { fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyle: 'none', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  entry: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: '8px', alignItems: 'start', padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: 'anywhere' },
  item: { fontWeight: tokens.fontWeightSemibold },
  change: { lineHeight: '20px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** Entries shown at first: a workbook somebody pasted over may have hundreds. */
const SHOWN = 20;

/** What one press puts right: shown first, done one by one or all together, taken back by 还原. */
export function RepairSection({ repairs }: { readonly repairs: readonly Repair[] }): ReactElement | null {
  const values = repairs.filter(({ kind }) => kind === 'value');
  const template = repairs.filter(({ kind }) => kind !== 'value');
  return (
    <>
      {values.length === 0 ? null : <Part title="可以直接改正" all="全部改正" one="改正" note="写法有误、数值确定的填报。改正后可在“开始”页还原。" repairs={values} />}
      {template.length === 0 ? null : <Part title="可以恢复的模板内容" all="恢复模板" one="恢复" note="行列、公式、标签、名称、工作表和保护与模板不一致。恢复时不动已填的数。" repairs={template} />}
    </>
  );
}

function Part({ title, all, one, note, repairs }: { readonly title: string; readonly all: string; readonly one: string; readonly note: string; readonly repairs: readonly Repair[] }): ReactElement {
  const styles = useStyles();
  const { state, store } = usePane();
  const busy = state.activity !== null;
  return (
    <Section title={title} aside={`${repairs.length}处`}>
      <div className={styles.meta}>{note}</div>
      <div className={styles.row}><Button disabledFocusable={busy} onClick={() => void store.repair(repairs.map(({ key }) => key))}>{all}</Button></div>
      <ul className={styles.list}>
        {repairs.slice(0, SHOWN).map(({ key, sheet, address, item, from, to, why }) => (
          <li key={key} className={styles.entry}>
            <div>
              {item === '' ? null : <div className={styles.item}>{item}</div>}
              <div className={styles.change}>{from === '' ? '空白' : short(from)} → {short(to)}</div>
              <div className={styles.meta}>{why}</div>
              <PlaceLink place={address === null ? { sheet } : { sheet, address }} />
            </div>
            <Button disabledFocusable={busy} aria-label={`${one}${item === '' ? sheet : item}`} onClick={() => void store.repair([key])}>{one}</Button>
          </li>
        ))}
      </ul>
      {repairs.length > SHOWN ? <div className={styles.meta}>另有{repairs.length - SHOWN}处，随“{all}”一并处理。</div> : null}
    </Section>
  );
}

/** Formulas may be a thousand characters long. */
function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
