import { Button, Field, makeStyles, Textarea } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { FindingItem } from '../assistant';
import { usePane } from '../paneContext';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '8px', minWidth: 0 },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  also: { display: 'flex', alignItems: 'center', gap: '8px', minHeight: '32px', cursor: 'pointer' },
});

interface ExplainFormProps {
  readonly finding: FindingItem;
  /** Other 核实 of the same kind that have no 说明 yet. */
  readonly alike: readonly FindingItem[];
  readonly onDone: () => void;
}

/** 单位说明 of a 核实: picked or written, kept in the workbook, for several findings at once where they are alike. */
export function ExplainForm({ finding, alike, onDone }: ExplainFormProps): ReactElement {
  const styles = useStyles();
  const { state, store } = usePane();
  const [text, setText] = useState(finding.explanation);
  const [also, setAlso] = useState(false);
  const busy = state.activity !== null;
  const save = async (): Promise<void> => {
    const keys = [finding, ...(also ? alike : [])].map(({ key }) => key);
    if (await store.explain(keys, text)) onDone();
  };
  return (
    <div className={styles.form}>
      {finding.reasons.length === 0 ? null : (
        <div className={styles.row} role="group" aria-label="常用说明">
          {finding.reasons.map((reason) => <Button key={reason} onClick={() => setText(reason)}>{reason}</Button>)}
        </div>
      )}
      <Field label="单位说明">
        <Textarea value={text} rows={3} resize="vertical" maxLength={500} onChange={(_, { value }) => setText(value)} />
      </Field>
      {alike.length === 0 ? null : (
        <label className={styles.also}><input type="checkbox" checked={also} onChange={({ target }) => setAlso(target.checked)} />同样用于另外{alike.length}条同类核实</label>
      )}
      <div className={styles.row}>
        <Button appearance="primary" disabledFocusable={busy || (text.trim() === '' && finding.explanation === '')} onClick={() => void save()}>保存说明</Button>
        <Button disabledFocusable={busy} onClick={onDone}>取消</Button>
      </div>
    </div>
  );
}
