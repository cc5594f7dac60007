import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { ProductMark } from './parts/Icon';
import { productName } from './texts';
import { paneTheme } from './theme/paneTheme';

/** Why the pane cannot work here. */
export type Unusable = 'notExcel' | 'oldExcel' | 'broken';

const pages: Readonly<Record<Unusable, { readonly title: string; readonly lines: readonly string[] }>> = {
  notExcel: {
    title: '请在 Excel 中打开',
    lines: ['本助手在 Excel 的窗格里工作，这里没有可读写的工作簿。', '请打开 Excel，在“开始”选项卡的“绩效自评”组中按“打开助手”。'],
  },
  oldExcel: {
    title: '需要 Excel 2021 或更高版本',
    lines: ['当前 Excel 缺少本助手所需的功能（ExcelApi 1.14）。', '请在 Excel 2021、2024 或 Microsoft 365 中打开本工作簿。', '表内公式、下拉选项和自检表不依赖本助手，可以继续填报。'],
  },
  broken: {
    title: '窗格出现意外错误',
    lines: ['工作簿没有因此改变。', '请关闭窗格后重新打开；如果刚才正在写入，“开始”页会提示还原或继续。'],
  },
};

const useStyles = makeStyles({
  page: { display: 'grid', gap: '10px', padding: '20px 48px 20px 20px', fontSize: '14px', lineHeight: '22px', minHeight: '100vh', boxSizing: 'border-box', alignContent: 'start' },
  name: { display: 'flex', alignItems: 'center', gap: '10px', marginBottom: '12px', color: tokens.colorNeutralForeground2 },
  title: { margin: 0, fontSize: '18px', lineHeight: '26px', fontWeight: tokens.fontWeightSemibold },
  line: { margin: 0 },
});

/** A readable page instead of a white one. */
export function UnusablePage({ reason }: { readonly reason: Unusable }): ReactElement {
  return (
    <FluentProvider theme={paneTheme(null, 'office', false)} lang="zh-CN">
      <Words reason={reason} />
    </FluentProvider>
  );
}

function Words({ reason }: { readonly reason: Unusable }): ReactElement {
  const styles = useStyles();
  const { title, lines } = pages[reason];
  return (
    <main className={styles.page}>
      <div className={styles.name}><ProductMark />{productName}</div>
      <h1 className={styles.title}>{title}</h1>
      {lines.map((line) => <p key={line} className={styles.line}>{line}</p>)}
    </main>
  );
}
