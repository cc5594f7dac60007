import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, type ReactElement, type RefObject } from 'react';
import type { CheckOutcome } from '../assistant';
import { viewed } from '../findingView';
import { timeText } from '../shownFigure';
import { useFocusOn, usePane } from '../paneContext';
import { Fold } from '../parts/Fold';
import { Notice } from '../parts/Notice';
import { PlaceLink } from '../parts/PlaceLink';
import { Section } from '../parts/Section';
import { announcements } from '../texts';
import { EmptyPage } from './EmptyPage';
import { FindingEntry } from './FindingEntry';
import { FindingFilters } from './FindingFilters';

const useStyles = makeStyles({
  page: { display: 'grid', gap: '16px', minWidth: 0 },
  summary: { display: 'grid', gap: '8px' },
  title: { margin: 0, fontSize: '16px', lineHeight: '22px', fontWeight: tokens.fontWeightSemibold, outlineOffset: '2px' },
  meta: { fontSize: '12px', color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  none: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px', flexWrap: 'wrap' },
  list: { margin: 0, padding: 0, listStyle: 'none', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  missing: { margin: 0, paddingLeft: '16px', display: 'grid', gap: '6px' },
});

const RepairSection = lazy(async () => ({ default: (await import('./RepairSection')).RepairSection }));

/** 校验: one button, all findings at once, in reading order. */
export function CheckPage(): ReactElement {
  const styles = useStyles();
  const { state, store } = usePane();
  const title = useFocusOn<HTMLHeadingElement>(state.checked);
  if (state.workbook !== null && state.workbook.kind !== 'ours') {
    return <EmptyPage title="还没有可校验的套表" text="生成套表并填报后，一键检查整本工作簿。" action="去生成套表" onAction={() => store.show('start')} />;
  }
  return (
    <div className={styles.page}>
      <Button appearance="primary" size="large" disabledFocusable={state.activity !== null} onClick={() => void store.check()}>一键校验</Button>
      {state.changedSinceCheck ? <Notice tone="warning">校验后表内有改动，下面的结果可能已过时，请重新校验。</Notice> : null}
      {state.checked === null
        ? <div className={styles.meta}>检查勾稽关系、占比与执行率、指标与权重。结果写入“校验结果”表，已写的说明会保留。</div>
        : <Outcome outcome={state.checked} title={title} />}
    </div>
  );
}

function Outcome({ outcome, title }: { readonly outcome: CheckOutcome; readonly title: RefObject<HTMLHeadingElement> }): ReactElement {
  const styles = useStyles();
  const { state, store } = usePane();
  const { findings, notChecked, repairs } = outcome;
  const unexplained = findings.filter(({ level, explanation }) => level === 'warning' && explanation === '');
  const found = viewed(findings, state.findingView);
  const clean = findings.length === 0 && notChecked.length === 0;
  return (
    <>
      <div className={styles.summary}>
        <h2 ref={title} tabIndex={-1} className={styles.title}>{clean ? '全部通过' : findings.length === 0 ? '没有发现问题' : `发现${findings.length}条`}</h2>
        <div className={styles.meta}>校验于 {timeText(outcome.at)}，通过{outcome.passed}项{outcome.notWritten === null ? '' : '；没有写入“校验结果”表'}</div>
        {findings.length === 0 ? (
          <Notice tone={clean ? 'passed' : 'hint'}>{clean ? `${outcome.passed}项校验全部通过。` : `能校验的都通过，另有${notChecked.length}项未能校验，补齐数据后请再校验。`}</Notice>
        ) : <FindingFilters view={state.findingView} found={found} onView={(view) => store.viewFindings(view)} />}
      </div>
      {state.repaired === null ? null : <Notice tone="passed">{announcements.repaired(state.repaired)}可在“开始”页还原。</Notice>}
      {repairs.length === 0 ? null : <Suspense fallback={null}><RepairSection repairs={repairs} /></Suspense>}
      {unexplained.length === 0 ? null : <div className={styles.meta}>还有{unexplained.length}条核实没有写说明。</div>}
      {found.groups.map(({ name, findings: of }) => (
        <Section key={name} title={name} aside={`${of.length}条`}>
          <ul className={styles.list}>
            {of.map((finding) => (
              <FindingEntry key={finding.key} finding={finding} alike={unexplained.filter(({ code, key }) => code === finding.code && key !== finding.key)} />
            ))}
          </ul>
        </Section>
      ))}
      {findings.length > 0 && found.groups.length === 0
        ? <div className={styles.none}>没有符合筛选的问题。<Button onClick={() => store.viewFindings({ ...state.findingView, level: null, group: null })}>显示全部</Button></div>
        : null}
      {notChecked.length === 0 ? null : (
        <Fold title={`未能校验（${notChecked.length}项）`}>
          <ul className={styles.missing}>
            {notChecked.map(({ code, title: name, reason }, index) => <li key={`${code} ${index}`}>{name}：{reason}（{code}）</li>)}
          </ul>
        </Fold>
      )}
      {outcome.resultSheet === null ? null : <div><PlaceLink place={{ sheet: outcome.resultSheet }} text={`打开“${outcome.resultSheet}”表`} /></div>}
    </>
  );
}
