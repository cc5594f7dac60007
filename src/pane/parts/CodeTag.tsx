import { makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState, type ReactElement } from 'react';
import { Icon } from './Icon';

const useStyles = makeStyles({
  tag: {
    display: 'inline-flex', alignItems: 'center', gap: '6px', minHeight: '32px', padding: '0 6px', marginLeft: '-6px', border: 'none',
    borderRadius: '4px', backgroundColor: 'transparent', color: tokens.colorNeutralForeground3, fontSize: '12px', fontFamily: 'inherit',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3 },
  },
  code: { userSelect: 'all', fontVariantNumeric: 'tabular-nums' },
});

/** A message's small code; a press copies it together with the whole message. */
export function CodeTag({ code, line }: { readonly code: string; readonly line: string }): ReactElement {
  const styles = useStyles();
  const [said, setSaid] = useState<string | null>(null);
  const codeText = useRef<HTMLSpanElement>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(line);
      setSaid('已复制');
    } catch {
      // The clipboard may be denied inside Excel: mark the code so that Ctrl+C works.
      const selection = window.getSelection();
      if (selection && codeText.current) selection.selectAllChildren(codeText.current);
      setSaid('请按 Ctrl+C 复制');
    }
  };
  return (
    <button type="button" className={styles.tag} aria-label={`复制信息，代码 ${code}`} onClick={() => void copy()}>
      <Icon shape="copy" size={14} />
      <span ref={codeText} className={styles.code}>{code}</span>
      <span aria-live="polite">{said}</span>
    </button>
  );
}
