import { Field, makeStyles, Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { usePane } from '../paneContext';
import { Section } from '../parts/Section';
import type { ThemeChoice } from '../theme/paneTheme';

const useStyles = makeStyles({
  page: { display: 'grid', gap: '20px', minWidth: 0 },
  list: { margin: 0, paddingLeft: '20px', display: 'grid', gap: '6px' },
});

const themes: readonly { readonly choice: ThemeChoice; readonly name: string }[] = [
  { choice: 'office', name: '跟随 Office' },
  { choice: 'light', name: '浅色' },
  { choice: 'dark', name: '深色' },
];

interface HelpPageProps {
  readonly theme: ThemeChoice;
  readonly onTheme: (choice: ThemeChoice) => void;
}

/** 使用帮助: short, in the pane itself; and the one setting. Who has the bureau's own workbook open reads the bureau's part first. */
export function HelpPage({ theme, onTheme }: HelpPageProps): ReactElement {
  const styles = useStyles();
  const { state } = usePane();
  const isBureau = state.workbook?.kind === 'master';
  return (
    <div className={styles.page}>
      {isBureau ? <BureauHelp /> : null}
      <Section title="六步完成自评">
        <ol className={styles.list}>
          <li>开始：选模板，填单位名称，按“生成套表”。</li>
          <li>填报：只填黄色格。合计、占比、执行率和得分由表内公式算出，窗格随之更新。</li>
          <li>校验：按“一键校验”。错误须改正；核实按“写说明”写明原因；提示供参考。能直接改正的，看过再按“改正”。</li>
          <li>报告：按“生成自评报告”，处理【待填】【待核】后打印。</li>
          <li>校对：核对报告里的数字和用词，也可校对别处写好的报告。</li>
          <li>上报：按“生成上报文件”，下载后报送；盖章的纸质表上印有同样的校验码。</li>
        </ol>
      </Section>
      {isBureau ? null : <BureauHelp />}
      <Section title="请放心">
        <ul className={styles.list}>
          <li>填报时助手只读不写，不影响撤销（Ctrl+Z）。</li>
          <li>已填的格子不会被覆盖；每次写入都可以“还原上次写入”。</li>
          <li>数据只在本工作簿里，不上传。</li>
        </ul>
      </Section>
      <Section title="遇到问题">
        <ul className={styles.list}>
          <li>提示“等待退出单元格编辑”：在表中按 Enter 或 Esc。</li>
          <li>数字没有更新：按“重新读取”；仍是旧值时按 F9。</li>
          <li>求助时请复制信息下方的代码。</li>
        </ul>
      </Section>
      <Field label="窗格颜色">
        <Select value={theme} onChange={(_, { value }) => onTheme(themes.find(({ choice }) => choice === value)?.choice ?? 'office')}>
          {themes.map(({ choice, name }) => <option key={choice} value={choice}>{name}</option>)}
        </Select>
      </Field>
    </div>
  );
}

function BureauHelp(): ReactElement {
  const styles = useStyles();
  return (
    <>
      <Section title="财政局：模板方案">
        <ol className={styles.list}>
          <li>在空白工作簿的“开始”页按“制作模板”，选一个模板改起，再按“新建模板工作簿”。</li>
          <li>在“模板设置”各表改黄色格：名称、指标、分值、门槛、文字、自定义规则。填了数就写来源；清空一行即删除。</li>
          <li>到“模板方案”按“检查模板”：列出全部错误和与原模板的不同，点位置就转到那一格。</li>
          <li>没有错误后按“生成空白模板”，下载后发给各单位。这个工作簿留在财政局，不下发。</li>
        </ol>
      </Section>
      <Section title="财政局：预填分发">
        <ol className={styles.list}>
          <li>“单位名册”一行一个单位；项目和指标写在后面几张表，每行写明单位编码。</li>
          <li>按“检查模板”，改正后按“生成预填模板”，下载一个压缩包（一般在“下载”文件夹）。</li>
          <li>解压后按“分发清单”逐个发送：一个单位一个文件，本单位的内容已填好并锁定。</li>
          <li>收回的文件逐个打开，按“一键校验”；纸质表上的校验码应与文件里的一样。</li>
        </ol>
      </Section>
    </>
  );
}
