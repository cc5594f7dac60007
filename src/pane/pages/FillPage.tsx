import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { CellRef } from '../../evaluation/evaluate';
import type { LiveReading } from '../assistant';
import { shownFigure, timeText } from '../shownFigure';
import { contentOf, overviewOf } from '../overview';
import { usePane } from '../paneContext';
import { Fold } from '../parts/Fold';
import { Icon } from '../parts/Icon';
import { Notice } from '../parts/Notice';
import { PlaceLink, placeText } from '../parts/PlaceLink';
import { RowList } from '../parts/RowList';
import { Section } from '../parts/Section';
import { BasisView } from './BasisView';
import { EmptyPage } from './EmptyPage';
import { GroupScores } from './GroupScores';
import { ScorePanel } from './ScorePanel';

const useStyles = makeStyles({
  page: { display: 'grid', gap: '20px', minWidth: 0 },
  read: {
    display: 'flex', alignItems: 'center', justifyContent: 'space-between', fontSize: '12px', color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums', marginBottom: '-12px',
  },
  again: { minWidth: 0, minHeight: '32px', padding: '0 8px', marginRight: '-8px', fontWeight: tokens.fontWeightRegular, fontSize: '12px' },
  difference: { margin: '4px 0' },
  good: { display: 'flex', gap: '8px', alignItems: 'center', color: tokens.colorStatusSuccessForeground1 },
});

/** 填报: the figures that live with the typing. Reads only. */
export function FillPage(): ReactElement {
  const { state, store } = usePane();
  const [basis, setBasis] = useState<CellRef | null>(null);
  const { live } = state;
  if (state.workbook !== null && state.workbook.kind !== 'ours') {
    return <EmptyPage title="还没有套表" text="生成套表后，这里会随填报实时显示得分、执行率和待填内容。" action="去生成套表" onAction={() => store.show('start')} />;
  }
  if (live === null) return <EmptyPage title="正在读取工作簿…" text="读完后显示得分、执行率和待填内容。" />;
  if (basis !== null) return <BasisView live={live} start={basis} onLeave={() => setBasis(null)} />;
  return <Figures live={live} onBasis={setBasis} />;
}

function Figures({ live, onBasis }: { readonly live: LiveReading; readonly onBasis: (ref: CellRef) => void }): ReactElement {
  const styles = useStyles();
  const { store } = usePane();
  const { evaluation } = live;
  const overview = overviewOf(evaluation);
  const emptyCells = live.empties.reduce((total, { count }) => total + count, 0);
  return (
    <div className={styles.page}>
      <div className={styles.read}>
        <span>读取于 {timeText(live.readAt)}</span>
        <Button className={styles.again} appearance="subtle" icon={<Icon shape="again" size={14} />} onClick={() => store.readAgain()}>重新读取</Button>
      </div>
      {live.calculation === 'manual' ? (
        <Notice tone="warning" title="工作簿为手动计算">
          表内公式可能还是旧值，助手的数字已按现有填报算出。请按 F9 重算，或在“公式—计算选项”中改为“自动”。
        </Notice>
      ) : null}
      {overview.perProject ? null : <ScorePanel overview={overview} onBasis={onBasis} />}
      {live.differences.length > 0 ? (
        <Notice tone="error" title={`${live.differences.length}处表内结果与助手计算不一致`}>
          <div>可能是公式被改成了数字，或工作簿没有重算。报告中这些数会写成【待核】。</div>
          <Fold title="查看单元格">
            {live.differences.map((difference) => (
              <div key={placeText(difference.place)} className={styles.difference}>
                <div>{difference.label}</div>
                <div>表内{shownFigure(difference.shown, contentOf(evaluation, difference.ref))}，助手计算{shownFigure(difference.computed, contentOf(evaluation, difference.ref))}</div>
                <PlaceLink place={difference.place} />
              </div>
            ))}
          </Fold>
        </Notice>
      ) : null}
      <Section title="待填" {...(emptyCells > 0 ? { aside: `${live.empties.length}张表，共${emptyCells}格` } : {})}>
        {emptyCells === 0 ? (
          <div className={styles.good}><Icon shape="passed" />应填的格子都填了。</div>
        ) : (
          <RowList atFirst={4} rows={live.empties.map(({ sheet, count, first }) => ({
            key: sheet, label: sheet, value: `${count}格`, does: `转到${placeText(first)}`, onPress: () => void store.goTo(first),
          }))} />
        )}
      </Section>
      {overview.figures.length > 0 ? (
        <Section title="执行与结构" aside="点开看计算依据">
          <RowList rows={overview.figures.map((figure) => ({
            key: figure.label, label: figure.label, value: shownFigure(figure.value, figure.content), does: '查看计算依据',
            onPress: () => onBasis(figure.ref),
          }))} />
        </Section>
      ) : null}
      <GroupScores overview={overview} onBasis={onBasis} />
    </div>
  );
}
