import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { MadeFile } from '../../actions/ports';
import { usePane } from '../paneContext';
import { Notice } from './Notice';

const useStyles = makeStyles({
  steps: { margin: '4px 0', paddingLeft: '18px', display: 'grid', gap: '8px' },
  link: { display: 'inline-block', minHeight: '32px', lineHeight: '32px', color: tokens.colorBrandForegroundLink, overflowWrap: 'anywhere' },
});

interface FileDeliveryProps {
  readonly file: MadeFile;
  /** What the file is, for the link. */
  readonly title: string;
  /** What to do once the person has it. */
  readonly next: string;
}

/** Getting the file: a download, and the next way when it does not arrive. */
export function FileDelivery({ file, title, next }: FileDeliveryProps): ReactElement {
  const styles = useStyles();
  const { state: { delivery, activity }, store } = usePane();
  const isWorkbook = file.name.endsWith('.xlsx');
  switch (delivery.state) {
    case 'made':
      return <div><Button appearance="primary" onClick={() => store.download(file)}>下载文件</Button></div>;
    case 'offered':
      return (
        <Notice tone="hint" title="看到文件了吗？" urgent actions={(
          <>
            <Button appearance="primary" onClick={() => store.fileSeen()}>看到了</Button>
            <Button onClick={() => store.fileMissed(file)}>没有看到</Button>
          </>
        )}>
          一般在“下载”文件夹里。有的电脑会拦下载而不提示。
        </Notice>
      );
    case 'missed':
      return (
        <Notice tone="warning" title="换一种方式" actions={(
          <>
            <Button appearance="primary" onClick={() => store.fileSeen()}>看到了</Button>
            <Button onClick={() => store.download(file)}>再下载一次</Button>
          </>
        )}>
          <ol className={styles.steps}>
            {isWorkbook ? (
              <li>
                <div>在 Excel 中打开后另存，文件名照上面填写：</div>
                <Button disabledFocusable={activity !== null} onClick={() => void store.openCopy(file)}>在 Excel 中打开</Button>
              </li>
            ) : null}
            <li>
              <div>{isWorkbook ? '或' : ''}右键单击下面的链接，选“链接另存为”：</div>
              <a className={styles.link} href={delivery.address} download={file.name}>{title}</a>
            </li>
          </ol>
        </Notice>
      );
    case 'seen':
      return <Notice tone="passed" title="文件已取得">{next}</Notice>;
  }
}
