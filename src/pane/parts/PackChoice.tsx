import { Field, makeStyles, Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { usePane } from '../paneContext';

const useStyles = makeStyles({
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  // A select is as wide as its longest option unless it may be narrower.
  select: { minWidth: 0, textOverflow: 'ellipsis' },
});

interface PackChoiceProps {
  readonly label: string;
  readonly hint?: string;
  readonly packId: string;
  readonly onPack: (packId: string) => void;
}

/** Choice of one of the packs that ship; long titles are shortened in a narrow pane. */
export function PackChoice({ label, hint, packId, onPack }: PackChoiceProps): ReactElement {
  const styles = useStyles();
  const { store } = usePane();
  return (
    <Field className={styles.field} label={label} {...(hint === undefined ? {} : { hint })}>
      <Select select={{ className: styles.select }} value={packId} onChange={(_, { value }) => onPack(value)}>
        {store.packs().map(({ id, title }) => <option key={id} value={id}>{title}</option>)}
      </Select>
    </Field>
  );
}
