import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { messageLine, type Message } from '../../values/message';
import type { LayOutOutcome, StepSummary, WorkbookState } from '../assistant';
import { momentText } from '../shownFigure';
import { useFocusOn, usePane } from '../paneContext';
import { CodeTag } from '../parts/CodeTag';
import { Fold } from '../parts/Fold';
import { Notice } from '../parts/Notice';
import { PlaceLink, placeText } from '../parts/PlaceLink';
import { EmptyPage } from './EmptyPage';
import { LayOutForm } from './LayOutForm';

const useStyles = makeStyles({
  page: { display: 'grid', gap: '20px', minWidth: 0 },
  actions: { display: 'grid', gap: '8px' },
  facts: { display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: '16px', rowGap: '4px', margin: 0, overflowWrap: 'anywhere' },
  name: { color: tokens.colorNeutralForeground2 },
  fact: { margin: 0 },
  value: { margin: 0, fontSize: '18px', lineHeight: '26px', fontWeight: tokens.fontWeightSemibold },
  promise: { margin: '6px 0 0', color: tokens.colorNeutralForeground2 },
  title: { outlineOffset: '2px' },
  list: { margin: 0, paddingLeft: '16px' },
  last: {
    display: 'grid', gap: '6px', paddingTop: '12px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, color: tokens.colorNeutralForeground2,
    fontSize: '13px',
  },
  restore: { justifySelf: 'start' },
  bureau: {
    display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px', flexWrap: 'wrap', paddingTop: '8px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2, fontSize: '13px',
  },
});

/** 开始: from an empty workbook to the set of forms, and back. */
export function StartPage(): ReactElement {
  const styles = useStyles();
  const { state } = usePane();
  const done = useFocusOn<HTMLDivElement>(state.laidOut);
  const { workbook, laidOut, restored } = state;
  if (workbook === null) return <EmptyPage title={state.activity === null ? '没有读到工作簿' : '正在读取工作簿…'} text="需要先看一眼工作簿里有什么；不会改动任何内容。" />;
  return (
    <div className={styles.page}>
      {restored === null ? null : <Notice tone="passed" title="已还原">“{restored}”写入的内容已还原。</Notice>}
      {laidOut === null ? null : <div ref={done} tabIndex={-1} className={styles.title}><Done outcome={laidOut} /></div>}
      {workbook.kind === 'ours' || workbook.kind === 'master' ? <OurWorkbook workbook={workbook} /> : workbook.kind === 'newerFormat' ? <NewerFormat message={workbook.message} /> : <FirstRun foreign={workbook.kind === 'foreign'} />}
    </div>
  );
}

function FirstRun({ foreign }: { readonly foreign: boolean }): ReactElement {
  const styles = useStyles();
  const { store } = usePane();
  return (
    <>
      <div>
        <p className={styles.value}>按财政局模板建表，边填边算，一键校验，自动写成自评报告。</p>
        <p className={styles.promise}>表内公式不依赖本助手；没有安装助手的电脑也能打开、填报和计算。</p>
      </div>
      {foreign ? (
        <Notice tone="hint" title="这个工作簿已有内容">套表会加在现有工作表之后，原有内容不会改动。也可以新建空白工作簿再生成。</Notice>
      ) : null}
      <LayOutForm sampleOffered={!foreign} />
      <div className={styles.bureau}>
        <span>财政部门：修改模板、给各单位预填下发</span>
        <Button appearance="subtle" onClick={() => store.show('templates')}>制作模板</Button>
      </div>
    </>
  );
}

function OurWorkbook({ workbook }: { readonly workbook: Extract<WorkbookState, { readonly kind: 'ours' | 'master' }> }): ReactElement {
  const styles = useStyles();
  const { state, store } = usePane();
  const busy = state.activity !== null;
  const { missingSheets, openStep, lastStep } = workbook;
  const sampleOffered = workbook.kind === 'ours' && !workbook.filled && openStep === null && (store.packs().find(({ id }) => id === workbook.packId)?.hasSample ?? false);
  return (
    <>
      {openStep === null ? null : (
        <Notice tone="warning" title="上次写入没有完成" urgent actions={(
          <>
            <Button appearance="primary" disabledFocusable={busy} onClick={() => void store.restore()}>还原</Button>
            {openStep.resumable ? <Button disabledFocusable={busy} onClick={() => void store.resume()}>继续</Button> : null}
          </>
        )}>
          {stepText(openStep)}中断。{openStep.resumable ? '可以还原到写入前，或继续写完。' : '请先还原，再重新执行一次。'}
          {openStep.touched.length === 0 ? null : <Touched step={openStep} />}
        </Notice>
      )}
      <dl className={styles.facts}>
        {[...(workbook.kind === 'ours' ? [['单位', workbook.unitName || '（未填）']] : []), ['年度', workbook.year], ['模板', workbook.packTitle]].map(([name, text]) => [
          <dt key={`${name}名`} className={styles.name}>{name}</dt>,
          <dd key={`${name}值`} className={styles.fact}>{text}</dd>,
        ])}
      </dl>
      {missingSheets.length === 0 ? null : (
        <Notice tone="error" title={`缺少${missingSheets.length}张表`} actions={(
          <Button disabledFocusable={busy} onClick={() => void store.completeSheets()}>补建缺少的表</Button>
        )}>
          {missingSheets.join('、')}。补建不会改动其他表。
        </Notice>
      )}
      {openStep === null ? (
        <div className={styles.actions}>
          {workbook.kind === 'ours'
            ? <Button appearance="primary" size="large" onClick={() => store.show('fill')}>去填报</Button>
            : <Button appearance="primary" size="large" onClick={() => store.show('templates')}>去检查和下发</Button>}
          {workbook.kind === 'ours' && workbook.sheetsPerRow ? <Button size="large" disabledFocusable={busy} onClick={() => void store.addSheet()}>加项目</Button> : null}
          {sampleOffered ? <Button size="large" disabledFocusable={busy} onClick={() => void store.fillSample(workbook.packId)}>载入示例</Button> : null}
        </div>
      ) : null}
      {lastStep === null || openStep !== null ? null : (
        <div className={styles.last}>
          <div>最近写入：{stepText(lastStep)}</div>
          {lastStep.touched.length === 0 ? null : <Touched step={lastStep} />}
          <Button className={styles.restore} disabledFocusable={busy} onClick={() => void store.restore()}>还原上次写入</Button>
        </div>
      )}
    </>
  );
}

function stepText({ title, at }: StepSummary): string {
  return `${title}（${momentText(at)}）`;
}

function Touched({ step }: { readonly step: StepSummary }): ReactElement {
  const styles = useStyles();
  return <Fold title="涉及的内容"><ul className={styles.list}>{step.touched.map((text) => <li key={text}>{text}</li>)}</ul></Fold>;
}

function NewerFormat({ message }: { readonly message: Message }): ReactElement {
  return (
    <Notice tone="warning" title="请升级助手">
      <div>{message.text}{message.remedy}</div>
      <CodeTag code={message.code} line={messageLine(message)} />
    </Notice>
  );
}

function Done({ outcome }: { readonly outcome: LayOutOutcome }): ReactElement {
  const styles = useStyles();
  const { sheetsMade, cellsKept, cellsWritten, different, cancelled } = outcome;
  const nothing = sheetsMade.length === 0 && cellsWritten === 0;
  if (cancelled) return <Notice tone="warning" title="已取消">已写的部分可以在下面还原，也可以再按一次继续。</Notice>;
  return (
    <Notice tone={different.length > 0 ? 'warning' : 'passed'} title={nothing ? '套表已经齐全，没有改动' : '已完成'}>
      {sheetsMade.length === 0 ? null : <Fold title={`新增${sheetsMade.length}张表`}>{sheetsMade.join('、')}</Fold>}
      {cellsWritten === 0 ? null : <div>填入{cellsWritten}格</div>}
      {cellsKept === 0 ? null : <div>保留已填{cellsKept}格，未改动</div>}
      {different.length === 0 ? null : (
        <Fold title={`${different.length}格读回与写入不同，请核对`}>
          <ul className={styles.list}>{different.map((place) => <li key={placeText(place)}><PlaceLink place={place} /></li>)}</ul>
        </Fold>
      )}
    </Notice>
  );
}
