import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState, useSyncExternalStore, type ReactElement, type RefObject } from 'react';
import { useFocusOn, usePane } from '../paneContext';
import { FileDelivery } from '../parts/FileDelivery';
import { Fold } from '../parts/Fold';
import { Notice } from '../parts/Notice';
import { PackChoice } from '../parts/PackChoice';
import { Section } from '../parts/Section';
import { timeText } from '../shownFigure';
import { templateStoreOf, type TemplateState, type TemplateStore } from '../templates/templateStore';
import type { TemplateReading } from '../templates/templateWork';
import { ChangeList } from './ChangeList';
import { EmptyPage } from './EmptyPage';
import { HandOutForm } from './HandOutForm';
import { SettingFaultList } from './SettingFaultList';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '16px' },
  title: { margin: 0, fontSize: '16px', lineHeight: '22px', fontWeight: tokens.fontWeightSemibold, outlineOffset: '2px' },
  text: { fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground2 },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  file: { padding: '10px 12px', borderRadius: '6px', border: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: 'anywhere', lineHeight: '20px' },
  list: { margin: 0, paddingLeft: '16px', display: 'grid', gap: '4px', overflowWrap: 'anywhere' },
});

/** 模板方案: from 模板设置 and 单位名册 of the bureau's own workbook to what is handed out. */
export function TemplatesPage(): ReactElement {
  const { state, store } = usePane();
  const [templates, setTemplates] = useState<TemplateStore | null>(null);
  useEffect(() => {
    let shown = true;
    void templateStoreOf(store).then((own) => { if (shown) setTemplates(own); });
    return () => { shown = false; };
  }, [store]);
  switch (state.workbook?.kind) {
    case 'master': return templates ? <Master templates={templates} /> : <EmptyPage title="正在打开…" text="" />;
    case 'empty': return templates ? <Begin templates={templates} /> : <EmptyPage title="正在打开…" text="" />;
    default: return <EmptyPage title="这里不是模板工作簿" text="请新建一个空白工作簿，在那里制作模板；或打开有“模板设置”和“单位名册”的工作簿。" />;
  }
}

function Begin({ templates }: { readonly templates: TemplateStore }): ReactElement {
  const styles = useStyles();
  const { state, store } = usePane();
  const [packId, setPackId] = useState(store.packs()[0]?.id ?? '');
  return (
    <div className={styles.page}>
      <h2 className={styles.title}>新建模板工作簿</h2>
      <div className={styles.text}>在空白工作簿里建“模板设置”和“单位名册”，按本县的办法修改后，生成空白模板，或给每个单位预填下发。这个工作簿留在财政部门，不下发。</div>
      <PackChoice label="从哪个模板改起" packId={packId} onPack={setPackId} />
      <Button appearance="primary" size="large" disabledFocusable={state.activity !== null} onClick={() => void templates.begin(packId)}>新建模板工作簿</Button>
    </div>
  );
}

function Master({ templates }: { readonly templates: TemplateStore }): ReactElement {
  const styles = useStyles();
  const { state } = usePane();
  const { reading, made } = useSyncExternalStore(templates.subscribe, templates.snapshot);
  const title = useFocusOn<HTMLHeadingElement>(reading);
  // Behind the one above: what was made is what the person waited for.
  const madeTitle = useFocusOn<HTMLHeadingElement>(made);
  return (
    <div className={styles.page}>
      <Button appearance={reading === null ? 'primary' : 'secondary'} size="large" disabledFocusable={state.activity !== null} onClick={() => void templates.read()}>检查模板</Button>
      {reading === null ? <div className={styles.text}>读“模板设置”和“单位名册”，列出全部错误和改动。只读不写。</div> : (
        <>
          <h2 ref={title} tabIndex={-1} className={styles.title}>{reading.settingFaults.length === 0 ? '模板设置没有错误' : `模板设置有${reading.settingFaults.length}处错误`}</h2>
          <div className={styles.text}>检查于 {timeText(reading.at)}。{reading.settingFaults.length === 0 ? '' : '改正后才能生成模板，请逐条改正后再检查。'}</div>
          <SettingFaultList faults={reading.settingFaults} />
          {reading.settingFaults.length > 0 ? null : <ChangeList changes={reading.changes} />}
          <Units reading={reading} />
          {reading.settingFaults.length > 0 ? null : <HandOutForm templates={templates} units={reading.units} made={made !== null} />}
          {made ? <Made made={made} title={madeTitle} /> : null}
        </>
      )}
    </div>
  );
}

function Units({ reading }: { readonly reading: TemplateReading }): ReactElement {
  const styles = useStyles();
  if (reading.rosterBlank) return <Notice tone="hint" title="单位名册还没有填">填好后可以给每个单位生成预填的套表；只下发空白模板的不用填。</Notice>;
  if (reading.rosterFaults.length === 0) return <Section title="单位名册" aside={`${reading.units}个单位`}><div className={styles.text}>没有错误。</div></Section>;
  return (
    <Section title="单位名册" aside={`${reading.rosterFaults.length}处错误`}>
      <div className={styles.text}>改正后才能生成预填模板。</div>
      <SettingFaultList faults={reading.rosterFaults} />
    </Section>
  );
}

const TITLES = { template: '空白模板', pack: '模板包', issue: '预填模板' } as const;
const NEXT = {
  template: '请用 Excel 打开看一遍，再发给各单位。', pack: '可以留存，或在终端用 build、pack check 使用。', issue: '解压后按分发清单逐个发给各单位。',
} as const;

function Made({ made: { file, issued, by }, title }: { readonly made: NonNullable<TemplateState['made']>; readonly title: RefObject<HTMLHeadingElement> }): ReactElement | null {
  const styles = useStyles();
  if (file === null) return null;
  return (
    <>
      <h2 ref={title} tabIndex={-1} className={styles.title}>{TITLES[by]}已生成{issued ? `：${issued.templates.length}个单位` : ''}</h2>
      <div className={styles.file}>{file.name}</div>
      <FileDelivery file={file} title={TITLES[by]} next={NEXT[by]} />
      {issued ? (
        <Fold title={`清单（${issued.templates.length}个文件）`}>
          <ul className={styles.list}>
            {issued.templates.map(({ code, fileName, rows }) => (
              <li key={`${code} ${fileName}`}>{fileName}{rows.length === 0 ? '' : `（${rows.map(({ list, count }) => `${list}${count}行`).join('，')}）`}</li>
            ))}
          </ul>
        </Fold>
      ) : null}
    </>
  );
}
