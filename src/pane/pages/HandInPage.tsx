import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement, RefObject } from 'react';
import type { CheckOutcome, HandInOutcome } from '../assistant';
import { useFocusOn, usePane } from '../paneContext';
import { FileDelivery } from '../parts/FileDelivery';
import { Fold } from '../parts/Fold';
import { Notice } from '../parts/Notice';
import { Section } from '../parts/Section';
import { timeText } from '../shownFigure';
import { EmptyPage } from './EmptyPage';
import { FindingEntry } from './FindingEntry';

const useStyles = makeStyles({
  page: { display: 'grid', gap: '16px', minWidth: 0 },
  title: { margin: 0, fontSize: '16px', lineHeight: '22px', fontWeight: tokens.fontWeightSemibold, outlineOffset: '2px' },
  text: { fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground2 },
  file: { padding: '10px 12px', borderRadius: '6px', border: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: 'anywhere', lineHeight: '20px' },
  codes: { margin: 0, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  code: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: '12px', padding: '6px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, lineHeight: '20px' },
  digits: { margin: 0, fontVariantNumeric: 'tabular-nums', fontFamily: tokens.fontFamilyNumeric },
  list: { margin: 0, padding: 0, listStyle: 'none', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

/** 上报: the last check, and the file for the bureau. */
export function HandInPage(): ReactElement {
  const styles = useStyles();
  const { state, store } = usePane();
  const { handIn, changedSinceHandIn } = state;
  const title = useFocusOn<HTMLHeadingElement>(handIn);
  // Next is the download: two buttons of the same weight would ask to choose.
  const current = handIn?.kind === 'made' && !changedSinceHandIn;
  if (state.workbook !== null && state.workbook.kind !== 'ours') {
    return <EmptyPage title="还没有可上报的套表" text="生成套表并填报后，在这里生成上报文件。" action="去生成套表" onAction={() => store.show('start')} />;
  }
  return (
    <div className={styles.page}>
      <Button appearance={current ? 'secondary' : 'primary'} size="large" disabledFocusable={state.activity !== null} onClick={() => void store.handIn()}>生成上报文件</Button>
      {handIn?.kind === 'made' && !current ? <Notice tone="warning">文件生成后表内有改动，请重新生成，版次自动加1。</Notice> : null}
      {handIn === null
        ? <div className={styles.text}>先校验一遍，有错误就不生成。文件只含套表、校验结果和您写的说明，不含操作记录和自己加的工作表；每生成一次，版次加1。</div>
        : <Outcome outcome={handIn} title={title} />}
    </div>
  );
}

function Outcome({ outcome, title }: { readonly outcome: HandInOutcome; readonly title: RefObject<HTMLHeadingElement> }): ReactElement {
  switch (outcome.kind) {
    case 'blocked': return <Blocked check={outcome.check} title={title} />;
    case 'cancelled': return <Notice tone="warning" title="已取消">没有生成上报文件。</Notice>;
    case 'made': return <Made made={outcome} title={title} />;
  }
}

function Blocked({ check, title }: { readonly check: CheckOutcome; readonly title: RefObject<HTMLHeadingElement> }): ReactElement {
  const styles = useStyles();
  const errors = check.findings.filter(({ level }) => level === 'error');
  return (
    <>
      <h2 ref={title} tabIndex={-1} className={styles.title}>有{errors.length}条错误，没有生成文件</h2>
      <div className={styles.text}>校验于 {timeText(check.at)}。请逐条改正后再生成。</div>
      <ul className={styles.list}>{errors.map((finding) => <FindingEntry key={finding.key} finding={finding} />)}</ul>
    </>
  );
}

function Made({ made, title }: { readonly made: Extract<HandInOutcome, { readonly kind: 'made' }>; readonly title: RefObject<HTMLHeadingElement> }): ReactElement {
  const styles = useStyles();
  const { file, edition, codes, unexplained } = made;
  return (
    <>
      <h2 ref={title} tabIndex={-1} className={styles.title}>第{edition}版已生成</h2>
      <div className={styles.file}>{file.name}</div>
      <FileDelivery file={file} title={`上报文件第${edition}版`} next={`请按财政部门的要求报送第${edition}版，并报送盖章的纸质表。`} />
      {codes.length === 0 ? null : (
        <Section title="校验码" aside={`${codes.length}张表`}>
          <div className={styles.text}>打印盖章的各表应印有同样的校验码，不同就是改过。</div>
          <dl className={styles.codes}>
            {codes.map(({ sheet, code }) => (
              <div key={sheet} className={styles.code}><dt>{sheet}</dt><dd className={styles.digits}>{code}</dd></div>
            ))}
          </dl>
        </Section>
      )}
      {unexplained.length === 0 ? null : (
        <Fold title={`${unexplained.length}条核实还没有写说明`}>
          <div className={styles.text}>不影响上报，但可能被退回。说明写在“校验结果”表，写好后请重新生成。</div>
          <ul className={styles.list}>{unexplained.map((finding) => <FindingEntry key={finding.key} finding={finding} />)}</ul>
        </Fold>
      )}
    </>
  );
}
