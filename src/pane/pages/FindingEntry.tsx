import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import type { FindingItem } from '../assistant';
import { CodeTag } from '../parts/CodeTag';
import { Icon } from '../parts/Icon';
import { PlaceLink, placeText } from '../parts/PlaceLink';
import { levelTitles } from '../texts';

const useStyles = makeStyles({
  entry: { display: 'grid', gap: '4px', padding: '10px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, minWidth: 0, overflowWrap: 'anywhere' },
  level: { display: 'inline-flex', alignItems: 'center', gap: '4px', fontSize: '12px', lineHeight: '16px' },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  hint: { color: tokens.colorBrandForeground1 },
  message: { lineHeight: '20px' },
  item: { fontWeight: tokens.fontWeightSemibold },
  figures: {
    display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: '10px', margin: '2px 0', padding: '6px 10px', borderRadius: '4px',
    backgroundColor: tokens.colorNeutralBackground2, fontVariantNumeric: 'tabular-nums',
  },
  name: { color: tokens.colorNeutralForeground2 },
  figure: { margin: 0, textAlign: 'right' },
  quiet: { fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground2 },
  foot: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px', flexWrap: 'wrap' },
});

const ExplainForm = lazy(async () => ({ default: (await import('./ExplainForm')).ExplainForm }));

interface FindingEntryProps {
  readonly finding: FindingItem;
  /** Other 核实 of the same kind without 说明; left out where none can be written. */
  readonly alike?: readonly FindingItem[];
}

/** One finding: level, what, found and expected, what to do, where; a 核实 asks for its 说明. */
export function FindingEntry({ finding, alike }: FindingEntryProps): ReactElement {
  const styles = useStyles();
  const [explaining, setExplaining] = useState(false);
  const asks = finding.level === 'warning' && alike !== undefined;
  const figures = [['填报', finding.found], ['应为', finding.expected], ['差额', finding.difference]].filter(([, text = '']) => text !== '' && !finding.text.includes(text));
  return (
    <li className={styles.entry}>
      <span className={mergeClasses(styles.level, styles[finding.level])}><Icon shape={finding.level} size={14} />{levelTitles[finding.level].full}</span>
      <div className={styles.message}>{finding.item === '' ? null : <span className={styles.item}>{finding.item}：</span>}{finding.text}</div>
      {figures.length === 0 ? null : (
        <dl className={styles.figures}>
          {figures.map(([name, text]) => [
            <dt key={`${name}名`} className={styles.name}>{name}</dt>,
            <dd key={`${name}数`} className={styles.figure}>{text}</dd>,
          ])}
        </dl>
      )}
      {finding.remedy === '' ? null : <div>{finding.remedy}</div>}
      {finding.explanation === '' ? null : <div className={styles.quiet}>单位说明：{finding.explanation}</div>}
      {asks && explaining ? <Suspense fallback={null}><ExplainForm finding={finding} alike={alike} onDone={() => setExplaining(false)} /></Suspense> : null}
      {finding.source === '' ? null : <div className={styles.quiet}>依据：{finding.source}</div>}
      <div className={styles.foot}>
        <span>
          {finding.place === null ? null : <PlaceLink place={finding.place} />}
          {finding.others.map((place) => <PlaceLink key={placeText(place)} place={place} />)}
        </span>
        {asks && !explaining ? <Button onClick={() => setExplaining(true)}>{finding.explanation === '' ? '写说明' : '改说明'}</Button> : null}
        <CodeTag code={finding.code} line={finding.line} />
      </div>
    </li>
  );
}
