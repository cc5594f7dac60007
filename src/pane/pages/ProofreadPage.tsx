import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useRef, useState, type ReactElement, type RefObject } from 'react';
import type { Level } from '../../values/level';
import type { ProofOutcome } from '../assistant';
import { useFocusOn, usePane } from '../paneContext';
import { Fold } from '../parts/Fold';
import { Notice } from '../parts/Notice';
import { Section } from '../parts/Section';
import { timeText } from '../shownFigure';
import { levelTitles } from '../texts';
import { markId, MarkedText } from './MarkedText';
import { ProofEntry } from './ProofEntry';

const useStyles = makeStyles({
  page: { display: 'grid', gap: '16px', minWidth: 0 },
  ways: { display: 'grid', gap: '10px', minWidth: 0 },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  file: { display: 'none' },
  title: { margin: 0, fontSize: '16px', lineHeight: '22px', fontWeight: tokens.fontWeightSemibold, outlineOffset: '2px' },
  meta: { fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  list: { margin: 0, padding: 0, listStyle: 'none', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  missing: { margin: 0, paddingLeft: '16px', display: 'grid', gap: '6px' },
});

const LEVELS: readonly Level[] = ['error', 'warning', 'hint'];
/** Findings shown at first; a text full of faults must not stop the pane. */
const AT_FIRST = 100;

/** 校对: the text of a report against itself and the open workbook. */
export function ProofreadPage(): ReactElement {
  const styles = useStyles();
  const { state, store } = usePane();
  const [text, setText] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const title = useFocusOn<HTMLHeadingElement>(state.proof);
  const busy = state.activity !== null;
  const ours = state.workbook?.kind === 'ours';
  const readChosen = async (chosen: File | undefined): Promise<void> => {
    if (chosen) await store.proofread({ kind: 'file', name: chosen.name, bytes: new Uint8Array(await chosen.arrayBuffer()) });
    // The same file may be chosen again after it was mended.
    if (file.current) file.current.value = '';
  };
  return (
    <div className={styles.page}>
      <div className={styles.ways}>
        {ours ? <Button appearance="primary" size="large" disabledFocusable={busy} onClick={() => void store.proofread({ kind: 'sheet' })}>校对本簿报告</Button> : null}
        <Field label="粘贴报告文字">
          <Textarea value={text} rows={4} resize="vertical" onChange={(_, { value }) => setText(value)} />
        </Field>
        <div className={styles.row}>
          <Button appearance={ours ? 'secondary' : 'primary'} disabledFocusable={busy} onClick={() => void store.proofread({ kind: 'text', text })}>校对文字</Button>
          <Button disabledFocusable={busy} onClick={() => file.current?.click()}>选择文件</Button>
          <input ref={file} className={styles.file} type="file" accept=".docx,.txt" aria-label="报告文件" tabIndex={-1} onChange={({ target }) => void readChosen(target.files?.[0])} />
        </div>
      </div>
      {state.changedSinceProof ? <Notice tone="warning">校对后表内有改动，下面的结果可能已过时，请重新校对。</Notice> : null}
      {state.proof === null
        ? <div className={styles.meta}>核对文字里的数字、占比、合计、编号和用词{ours ? '，并与套表的数比较' : ''}。只读不写，文字不上传。支持 .docx、.txt。</div>
        : <Outcome outcome={state.proof} title={title} />}
    </div>
  );
}

function Outcome({ outcome, title }: { readonly outcome: ProofOutcome; readonly title: RefObject<HTMLHeadingElement> }): ReactElement {
  const styles = useStyles();
  const [chosen, setChosen] = useState<number | null>(null);
  const [all, setAll] = useState(false);
  const { from, text, findings, notChecked, evaluation, at } = outcome;
  const countOf = (level: Level): number => findings.filter((finding) => finding.level === level).length;
  const numbered = LEVELS.flatMap((level) => findings.flatMap((finding, number) => (finding.level === level ? [{ finding, number }] : [])));
  const shown = all ? numbered : numbered.slice(0, AT_FIRST);
  const show = (number: number): void => {
    setChosen(number);
    document.getElementById(markId(number))?.scrollIntoView({ block: 'center' });
  };
  return (
    <>
      <div>
        <h2 ref={title} tabIndex={-1} className={styles.title}>{findings.length === 0 ? '没有发现问题' : `发现${findings.length}条`}</h2>
        <div className={styles.meta}>{from}，校对于 {timeText(at)}。{findings.length === 0 ? '' : `${LEVELS.map((level) => `${levelTitles[level].name}${countOf(level)}条`).join('，')}。`}</div>
        <div className={styles.meta}>{evaluation === null ? '没有打开套表，只核对了文字本身。' : '已与套表的数比较。'}</div>
      </div>
      {/[0-9０-９]/.test(text) ? null : <Notice tone="hint">文字里没有数字，只看了编号和用词。</Notice>}
      {LEVELS.map((level) => {
        const entries = shown.filter(({ finding }) => finding.level === level);
        return entries.length === 0 ? null : (
          <Section key={level} title={levelTitles[level].full} aside={`${countOf(level)}条`}>
            <ul className={styles.list}>{entries.map(({ finding, number }) => <ProofEntry key={number} finding={finding} onShow={() => show(number)} />)}</ul>
          </Section>
        );
      })}
      {shown.length < numbered.length ? <div><Button appearance="subtle" onClick={() => setAll(true)}>显示全部{numbered.length}条</Button></div> : null}
      {notChecked.length === 0 ? null : (
        <Fold title={`未能校对（${notChecked.length}项）`}>
          <ul className={styles.missing}>{notChecked.map(({ code, reason }, index) => <li key={`${code} ${index}`}>{reason}（{code}）</li>)}</ul>
        </Fold>
      )}
      <Section title="原文" aside={`${text.length}字`}>
        <MarkedText text={text} findings={findings} chosen={chosen} />
      </Section>
    </>
  );
}
