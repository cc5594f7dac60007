import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement, RefObject } from 'react';
import type { ReportOutcome } from '../assistant';
import { useFocusOn, usePane } from '../paneContext';
import { Notice } from '../parts/Notice';
import { PlaceLink } from '../parts/PlaceLink';
import { RowList, type Row } from '../parts/RowList';
import { Section } from '../parts/Section';
import { EmptyPage } from './EmptyPage';

const useStyles = makeStyles({
  page: { display: 'grid', gap: '16px', minWidth: 0 },
  title: { margin: 0, fontSize: '16px', lineHeight: '22px', fontWeight: tokens.fontWeightSemibold, outlineOffset: '2px' },
  text: { fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground2 },
});

/** 报告: writes the narrative from the workbook's figures and says what is left to do. */
export function ReportPage(): ReactElement {
  const styles = useStyles();
  const { state, store } = usePane();
  const title = useFocusOn<HTMLHeadingElement>(state.report);
  if (state.workbook !== null && state.workbook.kind !== 'ours') {
    return <EmptyPage title="还没有套表" text="生成套表并填报后，按模板写出自评报告。" action="去生成套表" onAction={() => store.show('start')} />;
  }
  return (
    <div className={styles.page}>
      <Button appearance="primary" size="large" disabledFocusable={state.activity !== null} onClick={() => void store.writeReport()}>生成自评报告</Button>
      {state.report === null
        ? <div className={styles.text}>数字取自套表，缺的写成【待填】，与表内公式不一致的写成【待核】。您改过的段落不会被覆盖。</div>
        : <Outcome outcome={state.report} title={title} />}
    </div>
  );
}

function Outcome({ outcome, title }: { readonly outcome: ReportOutcome; readonly title: RefObject<HTMLHeadingElement> }): ReactElement {
  const styles = useStyles();
  const { store } = usePane();
  const { pending, kept, sheet } = outcome;
  const sheetPlace = { sheet };
  const row = (key: string, label: string, value: string, place: ReportOutcome['kept'][number]['place']): Row => ({
    key, label, value, does: '转到这一处', onPress: () => void store.goTo(place ?? sheetPlace),
  });
  return (
    <>
      <div>
        <h2 ref={title} tabIndex={-1} className={styles.title}>{outcome.cancelled ? '报告没有写完' : '报告已生成'}</h2>
        <div className={styles.text}>写入{outcome.written}段，保留您改过的{kept.length}段。</div>
        <PlaceLink place={sheetPlace} text={`打开“${sheet}”表`} />
      </div>
      {outcome.cancelled ? <Notice tone="warning">已取消。再次生成会接着写，也可以在“开始”页还原。</Notice> : null}
      {pending.length === 0 ? <Notice tone="passed">没有【待填】和【待核】。</Notice> : (
        <Section title="待处理" aside={`${pending.length}处`}>
          <RowList atFirst={8} rows={pending.map(({ kind, label, place }, index) => row(`${index}`, label, kind, place))} />
        </Section>
      )}
      {kept.length === 0 ? null : (
        <Section title="保留的修改" aside={`${kept.length}段`}>
          <div className={styles.text}>新生成的文字放在旁边，请比对后决定用哪一段。</div>
          <RowList atFirst={6} rows={kept.map(({ title: name, place }, index) => row(`${index}`, name, '已保留', place))} />
        </Section>
      )}
    </>
  );
}
