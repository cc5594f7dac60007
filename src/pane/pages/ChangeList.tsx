import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { PackChange } from '../../actions/handingOut/packChanges';
import { Fold } from '../parts/Fold';
import { Section } from '../parts/Section';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: '8px' },
  change: { display: 'grid', minWidth: 0, overflowWrap: 'anywhere', lineHeight: '20px' },
  before: { color: tokens.colorNeutralForeground2 },
  text: { fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground2 },
});

/** What the bureau changed against the template it began with, group by group. */
export function ChangeList({ changes }: { readonly changes: readonly PackChange[] }): ReactElement {
  const styles = useStyles();
  const groups = [...new Set(changes.map(({ group }) => group))];
  return (
    <Section title="与原模板相比" {...(changes.length === 0 ? {} : { aside: `${changes.length}处改动` })}>
      {changes.length === 0 ? <div className={styles.text}>没有改动。</div> : null}
      <div>
        {groups.map((group) => {
          const own = changes.filter((change) => change.group === group);
          return (
            <Fold key={group} title={`${group}（${own.length}处）`}>
              <ul className={styles.list}>
                {own.map(({ what, before, after }) => (
                  <li key={`${what} ${before ?? ''} ${after ?? ''}`} className={styles.change}>
                    <span>{what}{before === null ? '（新增）' : after === null ? '（删去）' : ''}</span>
                    {before === null ? null : <span className={styles.before}>原：{before}</span>}
                    {after === null ? null : <span>现：{after}</span>}
                  </li>
                ))}
              </ul>
            </Fold>
          );
        })}
      </div>
    </Section>
  );
}
