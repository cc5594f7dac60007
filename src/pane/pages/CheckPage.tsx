import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState, type ReactElement, type RefObject } from 'react';
import type { CheckOutcome, FindingItem, Level } from '../assistant';
import { timeText } from '../shownFigure';
import { useFocusOn, usePane } from '../paneContext';
import { Fold } from '../parts/Fold';
import { Icon } from '../parts/Icon';
import { Notice } from '../parts/Notice';
import { PlaceLink } from '../parts/PlaceLink';
import { Section } from '../parts/Section';
import { announcements, levelTitles } from '../texts';
import { EmptyPage } from './EmptyPage';
import { FindingEntry } from './FindingEntry';

const useStyles = makeStyles({
  page: { display: 'grid', gap: '16px', minWidth: 0 },
  summary: { display: 'grid', gap: '8px' },
  title: { margin: 0, fontSize: '16px', lineHeight: '22px', fontWeight: tokens.fontWeightSemibold, outlineOffset: '2px' },
  meta: { fontSize: '12px', color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  filters: { display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gap: '8px' },
  filter: {
    display: 'grid', justifyItems: 'start', gap: '2px', minHeight: '56px', padding: '8px 10px', borderRadius: '6px', font: 'inherit', cursor: 'pointer',
    border: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground2 },
  },
  chosen: { border: `1px solid ${tokens.colorBrandStroke1}`, boxShadow: `inset 0 0 0 1px ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorNeutralBackground2 },
  count: { fontSize: '20px', lineHeight: '24px', fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums', fontFamily: tokens.fontFamilyNumeric },
  level: { display: 'inline-flex', alignItems: 'center', gap: '4px', fontSize: '12px', lineHeight: '16px' },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  hint: { color: tokens.colorBrandForeground1 },
  list: { margin: 0, padding: 0, listStyle: 'none', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  missing: { margin: 0, paddingLeft: '16px', display: 'grid', gap: '6px' },
});

const RepairSection = lazy(async () => ({ default: (await import('./RepairSection')).RepairSection }));

const levels: readonly Level[] = ['error', 'warning', 'hint'];

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
  const [only, setOnly] = useState<Level | null>(null);
  const { state } = usePane();
  const { findings, notChecked, repairs } = outcome;
  const unexplained = findings.filter(({ level, explanation }) => level === 'warning' && explanation === '');
  const countOf = (level: Level): number => findings.filter((finding) => finding.level === level).length;
  const shown = only === null ? findings : findings.filter((finding) => finding.level === only);
  const clean = findings.length === 0 && notChecked.length === 0;
  return (
    <>
      <div className={styles.summary}>
        <h2 ref={title} tabIndex={-1} className={styles.title}>{clean ? '全部通过' : findings.length === 0 ? '没有发现问题' : `发现${findings.length}条`}</h2>
        <div className={styles.meta}>校验于 {timeText(outcome.at)}，通过{outcome.passed}项{outcome.notWritten === null ? '' : '；没有写入“校验结果”表'}</div>
        {findings.length === 0 ? (
          <Notice tone={clean ? 'passed' : 'hint'}>{clean ? `${outcome.passed}项校验全部通过。` : `能校验的都通过，另有${notChecked.length}项未能校验，补齐数据后请再校验。`}</Notice>
        ) : (
          <div className={styles.filters} role="group" aria-label="按级别筛选">
            {levels.map((level) => (
              <button key={level} type="button" className={mergeClasses(styles.filter, only === level && styles.chosen)} aria-pressed={only === level}
                onClick={() => setOnly(only === level ? null : level)}>
                <span className={mergeClasses(styles.level, styles[level])}><Icon shape={level} size={14} />{levelTitles[level].name}</span>
                <span className={styles.count}>{countOf(level)}</span>
              </button>
            ))}
          </div>
        )}
      </div>
      {state.repaired === null ? null : <Notice tone="passed">{announcements.repaired(state.repaired)}可在“开始”页还原。</Notice>}
      {repairs.length === 0 ? null : <Suspense fallback={null}><RepairSection repairs={repairs} /></Suspense>}
      {unexplained.length === 0 ? null : <div className={styles.meta}>还有{unexplained.length}条核实没有写说明。</div>}
      {groupedBySheet(shown).map(([sheet, items]) => (
        <Section key={sheet} title={sheet} aside={`${items.length}条`}>
          <ul className={styles.list}>
            {items.map((finding) => (
              <FindingEntry key={finding.key} finding={finding} alike={unexplained.filter(({ code, key }) => code === finding.code && key !== finding.key)} />
            ))}
          </ul>
        </Section>
      ))}
      {only !== null && shown.length === 0 ? <div className={styles.meta}>没有“{levelTitles[only].full}”。再点一次取消筛选。</div> : null}
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

/** In the order the checks found them, which is reading order. */
function groupedBySheet(findings: readonly FindingItem[]): readonly (readonly [string, readonly FindingItem[]])[] {
  const groups = new Map<string, FindingItem[]>();
  for (const finding of findings) groups.set(finding.sheet, [...(groups.get(finding.sheet) ?? []), finding]);
  return [...groups];
}
