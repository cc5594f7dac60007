import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { AddInSource } from '../../actions/ports';
import { LONGEST_PASSWORD } from '../../workbook/protectionLock';
import { usePane } from '../paneContext';
import { Section } from '../parts/Section';
import type { TemplateStore } from '../templates/templateStore';
import type { HandOutOptions } from '../templates/templateWork';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '12px', minWidth: 0 },
  input: { minWidth: 0, width: '100%' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  note: { fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground2 },
});

type Opening = AddInSource['kind'] | 'none';

interface HandOutFormProps {
  readonly templates: TemplateStore;
  readonly units: number;
  /** A file was made: next is its download. */
  readonly made: boolean;
}

/** How the files are handed out, and the buttons that make them. */
export function HandOutForm({ templates, units, made }: HandOutFormProps): ReactElement {
  const styles = useStyles();
  const { state } = usePane();
  const [opening, setOpening] = useState<Opening>('central');
  const [share, setShare] = useState('');
  const [shareWrong, setShareWrong] = useState(false);
  const [password, setPassword] = useState('');
  const busy = state.activity !== null;

  /** Null: the share's address is no UNC path. */
  const options = (): HandOutOptions | null => {
    const path = share.trim();
    if (opening === 'share' && !/^\\\\[^\\]+\\[^\\]/.test(path)) {
      setShareWrong(true);
      return null;
    }
    return { password, opensPane: opening === 'none' ? null : opening === 'share' ? { kind: 'share', path } : { kind: opening } };
  };
  const make = (work: (options: HandOutOptions) => Promise<void>): void => {
    const chosen = options();
    if (chosen) void work(chosen);
  };

  return (
    <Section title="生成下发的文件">
      <div className={styles.form}>
        <Field label="打开套表时显示助手" hint="单位没有安装助手时不起作用，照样能填报。">
          <Select value={opening} onChange={(_, { value }) => setOpening(value as Opening)}>
            <option value="central">显示（助手由管理员集中部署）</option>
            <option value="share">显示（助手在共享文件夹目录）</option>
            <option value="none">不显示</option>
          </Select>
        </Field>
        {opening === 'share' ? (
          <Field label="共享文件夹" required {...(shareWrong ? { validationState: 'error' as const, validationMessage: '写成 \\\\服务器\\共享' } : {})}>
            <Input className={styles.input} value={share} placeholder="\\服务器\共享" onChange={(_, { value }) => {
              setShare(value);
              setShareWrong(false);
            }} />
          </Field>
        ) : null}
        <Field label="保护口令（可不设）" hint="设了口令，单位和助手都不能解除保护，也不能加行。">
          <Input className={styles.input} type="password" autoComplete="new-password" maxLength={LONGEST_PASSWORD} value={password} onChange={(_, { value }) => setPassword(value)} />
        </Field>
        <div className={styles.row}>
          {units === 0 ? null : <Button appearance={made ? 'secondary' : 'primary'} disabledFocusable={busy} onClick={() => make((chosen) => templates.issue(chosen))}>生成{units}个预填模板</Button>}
          <Button appearance={units === 0 && !made ? 'primary' : 'secondary'} disabledFocusable={busy} onClick={() => make((chosen) => templates.makeTemplate(chosen))}>生成空白模板</Button>
          <Button disabledFocusable={busy} onClick={() => void templates.exportPack()}>导出模板包</Button>
        </div>
        <div className={styles.note}>生成前会再读一遍；“模板设置”和“单位名册”不在下发的文件里。</div>
      </div>
    </Section>
  );
}
