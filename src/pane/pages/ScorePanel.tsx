import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { CellRef } from '../../evaluation/evaluate';
import { numberIn } from '../../values/cell';
import { shownFigure, pointsText } from '../shownFigure';
import type { Overview } from '../overview';
import { Icon } from '../parts/Icon';

const useStyles = makeStyles({
  panel: {
    display: 'grid', gap: '6px', padding: '14px 16px', borderRadius: '8px', border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  label: { fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground2 },
  line: { display: 'flex', alignItems: 'center', gap: '12px', flexWrap: 'wrap' },
  score: {
    fontSize: '40px', lineHeight: '44px', fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums', letterSpacing: '-0.5px',
    fontFamily: tokens.fontFamilyNumeric,
  },
  of: { fontSize: '14px', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2, letterSpacing: 0, marginLeft: '6px' },
  grade: {
    padding: '2px 12px', borderRadius: '999px', border: `1px solid ${tokens.colorBrandStroke1}`, color: tokens.colorBrandForeground1,
    backgroundColor: tokens.colorNeutralBackground1, lineHeight: '22px', fontWeight: tokens.fontWeightSemibold,
  },
  doubt: { display: 'flex', gap: '6px', alignItems: 'flex-start', lineHeight: '18px', fontSize: '13px', color: tokens.colorStatusWarningForeground1 },
  foot: { marginLeft: '-8px', justifySelf: 'start', minWidth: 0, minHeight: '32px', padding: '0 8px', color: tokens.colorBrandForegroundLink, fontWeight: tokens.fontWeightRegular },
});

/** The score as a strong figure, and how far it can be relied on. */
export function ScorePanel({ overview, onBasis }: { readonly overview: Overview; readonly onBasis: (ref: CellRef) => void }): ReactElement {
  const styles = useStyles();
  const { score, scoreRef, grade, pendingPoints, unscoredRows } = overview;
  const known = numberIn(score) !== null;
  const doubts = [
    ...(pendingPoints === null ? [] : [`其中${pointsText(pendingPoints)}分待核实`]),
    ...(unscoredRows === 0 ? [] : [`未计分${unscoredRows}行，得分不完整`]),
  ];
  return (
    <section className={styles.panel} aria-label="整体绩效目标得分">
      <div className={styles.label}>整体绩效目标得分（按已填数据测算）</div>
      <div className={styles.line}>
        {known ? (
          <span className={styles.score}>{shownFigure(score, 'score')}<span className={styles.of}>/ {pointsText(overview.fullScore)}分</span></span>
        ) : <span>{score.kind === 'blank' ? '填写指标后显示得分' : shownFigure(score, 'score')}</span>}
        {known && grade !== '' ? <span className={styles.grade}>{doubts.length > 0 ? '暂定' : '等级'} {grade}</span> : null}
      </div>
      {doubts.map((doubt) => (
        <div key={doubt} className={styles.doubt}><Icon shape="warning" />{doubt}</div>
      ))}
      {scoreRef === null || score.kind === 'blank' ? null : (
        <Button className={styles.foot} appearance="subtle" iconPosition="after" icon={<Icon shape="next" size={12} />} onClick={() => onBasis(scoreRef)}>
          计分依据
        </Button>
      )}
    </section>
  );
}
