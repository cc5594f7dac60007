import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { messageLine } from '../../values/message';
import { usePane } from '../paneContext';
import { CodeTag } from './CodeTag';
import { Icon } from './Icon';
import { Notice } from './Notice';
import { PlaceLink } from './PlaceLink';

const useStyles = makeStyles({
  list: { display: 'grid', gap: '8px', margin: 0, padding: 0, listStyle: 'none' },
  foot: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', marginTop: '2px' },
});

/** Why something did not work: what, where, found, expected, what to do. */
export function MessageList(): ReactElement | null {
  const styles = useStyles();
  const { state, store } = usePane();
  if (state.messages.length === 0) return null;
  return (
    <ul className={styles.list} aria-label="信息">
      {state.messages.map((message) => (
        <li key={message.id}>
          <Notice tone="error" title={message.text} urgent>
            {message.place ? <div><PlaceLink place={message.place} /></div> : null}
            {message.found === undefined ? null : <div>现状：{message.found}</div>}
            {message.expected === undefined ? null : <div>应为：{message.expected}</div>}
            <div>{message.remedy}</div>
            <div className={styles.foot}>
              <CodeTag code={message.code} line={messageLine(message)} />
              <Button size="medium" appearance="subtle" icon={<Icon shape="close" size={14} />} aria-label="关闭这条信息"
                onClick={() => store.dismiss(message.id)} />
            </div>
          </Notice>
        </li>
      ))}
    </ul>
  );
}
