import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import type { ProofOutcome } from '../assistant';
import { markedLines, WHOLE_TEXT, type Piece } from '../markedText';

const useStyles = makeStyles({
  text: {
    padding: '10px 12px', borderRadius: '6px', border: `1px solid ${tokens.colorNeutralStroke2}`, lineHeight: '24px', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere',
    minWidth: 0, fontVariantNumeric: 'tabular-nums',
  },
  line: { minHeight: '12px', margin: '0 0 4px' },
  leftOut: { margin: '4px 0', fontSize: '12px', color: tokens.colorNeutralForeground2 },
  mark: { color: 'inherit', borderRadius: '2px', textDecorationLine: 'underline', textDecorationThickness: '2px', textUnderlineOffset: '4px' },
  error: { backgroundColor: tokens.colorStatusDangerBackground1, textDecorationColor: tokens.colorStatusDangerForeground1 },
  warning: { backgroundColor: tokens.colorStatusWarningBackground1, textDecorationColor: tokens.colorStatusWarningForeground1 },
  hint: { backgroundColor: tokens.colorNeutralBackground3, textDecorationColor: tokens.colorBrandForeground1, textDecorationStyle: 'dotted' },
  chosen: { outline: `2px solid ${tokens.colorBrandStroke1}`, fontWeight: tokens.fontWeightSemibold },
});

interface MarkedTextProps {
  readonly text: string;
  readonly findings: ProofOutcome['findings'];
  /** Number of the finding that was asked for. */
  readonly chosen: number | null;
}

/** Id of the first mark of a finding. */
export function markId(finding: number): string {
  return `mark-${finding}`;
}

/** The proofread text with its marks, as text nodes only; long texts show the lines with marks. */
export function MarkedText({ text, findings, chosen }: MarkedTextProps): ReactElement {
  const styles = useStyles();
  const lines = useMemo(() => markedLines(text, findings), [text, findings]);
  // The first piece of each finding carries its id; further findings beginning there get an empty anchor before it.
  const firsts = useMemo(() => {
    const first = new Map<number, number>();
    for (const line of lines) if (line.kind === 'line') for (const piece of line.pieces) for (const finding of piece.findings) if (!first.has(finding)) first.set(finding, piece.start);
    return first;
  }, [lines]);
  const anchors = (piece: Piece): readonly number[] => piece.findings.filter((finding) => firsts.get(finding) === piece.start);
  return (
    <div className={styles.text}>
      {text.length > WHOLE_TEXT ? <div className={styles.leftOut}>文字较长，只显示有标记的段落。</div> : null}
      {lines.map((line) => line.kind === 'leftOut' ? <div key={`${line.start}略`} className={styles.leftOut}>……（略{line.count}段）</div> : (
        <p key={line.start} className={styles.line}>
          {line.pieces.map((piece) => piece.level === null ? piece.text : (
            <mark key={piece.start} className={mergeClasses(styles.mark, styles[piece.level], chosen !== null && piece.findings.includes(chosen) && styles.chosen)}>
              {anchors(piece).map((finding) => <span key={finding} id={markId(finding)} />)}
              {piece.text}
            </mark>
          ))}
        </p>
      ))}
    </div>
  );
}
