import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { labelOf, sheetOf, type CellRef, type Trace } from '../../evaluation/evaluate';
import type { LiveReading } from '../assistant';
import { shownFigure } from '../shownFigure';
import { contentOf } from '../overview';
import { Icon } from '../parts/Icon';
import { PlaceLink } from '../parts/PlaceLink';

const useStyles = makeStyles({
  view: { display: 'grid', gap: '14px', minWidth: 0 },
  back: { justifySelf: 'start', marginLeft: '-8px', minWidth: 0, paddingLeft: '8px' },
  title: { margin: 0, fontSize: '16px', lineHeight: '22px', fontWeight: tokens.fontWeightSemibold, outlineOffset: '2px', overflowWrap: 'anywhere' },
  result: {
    fontSize: '28px', lineHeight: '34px', fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums', fontFamily: tokens.fontFamilyNumeric,
    overflowWrap: 'anywhere',
  },
  heading: { margin: '0 0 4px', fontSize: '12px', lineHeight: '16px', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  steps: { margin: 0, paddingLeft: '20px', display: 'grid', gap: '4px', overflowWrap: 'anywhere' },
  source: { fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  operands: { margin: 0, padding: 0, listStyle: 'none', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  operand: {
    display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: '10px', alignItems: 'center', padding: '4px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  label: { overflowWrap: 'anywhere' },
  value: { fontVariantNumeric: 'tabular-nums', textAlign: 'right', fontFamily: tokens.fontFamilyNumeric, overflowWrap: 'anywhere' },
  open: { minWidth: 0, minHeight: '32px', padding: '0 0 0 8px', fontWeight: tokens.fontWeightRegular, color: tokens.colorBrandForegroundLink },
  links: { gridColumn: '1 / -1', display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: '8px' },
});

interface BasisViewProps {
  readonly live: LiveReading;
  readonly start: CellRef;
  readonly onLeave: () => void;
}

/** 计分依据: how a figure came about, down to the typed cells. */
export function BasisView({ live, start, onLeave }: BasisViewProps): ReactElement {
  const styles = useStyles();
  const [path, setPath] = useState<readonly CellRef[]>([start]);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [path]);
  const { evaluation } = live;
  const ref = path[path.length - 1] ?? start;
  const trace = evaluation.trace(ref);
  const place = live.locate(ref);
  const row = 'list' in ref ? rowName(live, ref.list, ref.row) : '';
  return (
    <article className={styles.view} aria-label="计分依据">
      <Button className={styles.back} appearance="subtle" icon={<Icon shape="back" size={14} />}
        onClick={() => (path.length > 1 ? setPath(path.slice(0, -1)) : onLeave())}>
        {path.length > 1 ? '上一层' : '返回填报'}
      </Button>
      <div>
        <h2 ref={title} className={styles.title} tabIndex={-1}>{row === '' ? trace.label : row}</h2>
        {row === '' ? null : <div className={styles.source}>{labelBeside(live, ref, ref)}</div>}
        <div className={styles.result}>{shownFigure(trace.value, contentOf(evaluation, ref))}</div>
        {place === null ? null : <PlaceLink place={place} />}
      </div>
      {trace.rule === null ? (
        <>
          <div>{trace.given === null ? '这是填报的数，不由公式计算。' : '这是财政部门给定的数，不由公式计算。'}</div>
          {trace.given === null ? null : <div className={styles.source}>依据：{trace.given}</div>}
        </>
      ) : (
        <>
          <div>
            <h3 className={styles.heading}>计算步骤</h3>
            <ol className={styles.steps}>{trace.rule.steps.map((step, index) => <li key={index}>{step}</li>)}</ol>
          </div>
          {trace.operands.length === 0 ? null : (
            <div>
              <h3 className={styles.heading}>用到的数</h3>
              <ul className={styles.operands}>
                {trace.operands.map((operand, index) => (
                  <OperandRow key={index} live={live} operand={operand} label={labelBeside(live, operand.ref, ref)} onOpen={() => setPath([...path, operand.ref])} />
                ))}
              </ul>
            </div>
          )}
          <div className={styles.source}>规则：{trace.rule.title}<br />依据：{trace.rule.source}</div>
        </>
      )}
    </article>
  );
}

interface OperandRowProps {
  readonly live: LiveReading;
  readonly operand: Trace;
  readonly label: string;
  readonly onOpen: () => void;
}

function OperandRow({ live, operand, label, onOpen }: OperandRowProps): ReactElement {
  const styles = useStyles();
  const { evaluation } = live;
  const place = live.locate(operand.ref);
  return (
    <li className={styles.operand}>
      <span className={styles.label}>{label}</span>
      <span className={styles.value}>{shownFigure(operand.value, contentOf(evaluation, operand.ref))}</span>
      <span className={styles.links}>
        {place === null ? <span>{evaluation.form.sheets.get(sheetOf(evaluation.form, operand.ref))?.name ?? ''}</span> : <PlaceLink place={place} />}
        {operand.rule === null ? null : (
          <Button className={styles.open} appearance="subtle" iconPosition="after" icon={<Icon shape="next" size={12} />} onClick={onOpen}
            aria-label={`${label}的计算依据`}>
            依据
          </Button>
        )}
      </span>
    </li>
  );
}

/** A cell's label; the row is not repeated for cells of the row one looks at. */
function labelBeside({ evaluation }: LiveReading, ref: CellRef, current: CellRef): string {
  const sameRow = 'list' in ref && 'list' in current && ref.list === current.list && ref.row === current.row;
  return (sameRow ? evaluation.form.lists.get(ref.list)?.columns.get(ref.column)?.label : undefined) ?? labelOf(evaluation.form, ref);
}

/** What names a list row: its identifying cell. */
function rowName({ evaluation }: LiveReading, list: string, row: number): string {
  const by = evaluation.form.lists.get(list)?.block.identifiedBy ?? '';
  return shownFigure(evaluation.item(list, row, by), 'text');
}
