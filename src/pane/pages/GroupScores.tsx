import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { CellRef } from '../../evaluation/evaluate';
import { numberIn } from '../../values/cell';
import { cellPoints, pointsText } from '../shownFigure';
import type { GroupScore, Overview } from '../overview';
import { Fold } from '../parts/Fold';
import { RowList } from '../parts/RowList';
import { Section } from '../parts/Section';

const useStyles = makeStyles({
  head: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: '8px' },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  points: { fontVariantNumeric: 'tabular-nums', fontFamily: tokens.fontFamilyNumeric },
  bar: { gridColumn: '1 / -1', height: '6px', marginTop: '4px', borderRadius: '3px', overflow: 'hidden', backgroundColor: tokens.colorNeutralBackground6 },
  scored: { height: '100%', backgroundColor: tokens.colorCompoundBrandBackground, transition: 'width 200ms', '@media (prefers-reduced-motion: reduce)': { transition: 'none' } },
  pending: { display: 'block', fontSize: '12px', lineHeight: '16px', color: tokens.colorStatusWarningForeground1 },
  total: { display: 'flex', justifyContent: 'space-between', padding: '6px 0', fontVariantNumeric: 'tabular-nums' },
  wrong: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** 一级指标: points reached of the weight, and under each its indicators. */
export function GroupScores({ overview, onBasis }: { readonly overview: Overview; readonly onBasis: (ref: CellRef) => void }): ReactElement | null {
  const styles = useStyles();
  if (overview.groups.length === 0) return null;
  const total = numberIn(overview.weightTotal);
  const complete = total !== null && total.eq(overview.expectedWeight);
  return (
    <Section title="指标得分" aside="得分 / 权重">
      <div>
        {overview.groups.map((group) => (
          <Fold key={group.name} title={<GroupHead group={group} />}>
            <RowList rows={group.indicators.map(({ name, score, weight, pending, ref }, index) => ({
              key: `${index}`, label: pending === null ? name : <>{name}<span className={styles.pending}>{pointsText(pending)}分待核实</span></>, value: `${cellPoints(score)} / ${cellPoints(weight)}`, does: '查看计分依据',
              onPress: () => onBasis(ref),
            }))} />
          </Fold>
        ))}
        {overview.perProject ? null : (
          <div className={styles.total}>
            <span>权重合计</span>
            <span className={complete ? undefined : styles.wrong}>
              {cellPoints(overview.weightTotal)}{complete ? '' : `（应为${overview.expectedWeight}）`}
            </span>
          </div>
        )}
      </div>
    </Section>
  );
}

function GroupHead({ group }: { readonly group: GroupScore }): ReactElement {
  const styles = useStyles();
  const share = group.weight.isZero() ? '0' : group.scored.div(group.weight).times(100).toFixed(1);
  return (
    <span className={styles.head}>
      <span className={styles.name}>{group.name}</span>
      <span className={styles.points}>{pointsText(group.scored)} / {pointsText(group.weight)}</span>
      <span className={styles.bar} aria-hidden="true"><span className={styles.scored} style={{ display: 'block', width: `${share}%` }} /></span>
    </span>
  );
}
