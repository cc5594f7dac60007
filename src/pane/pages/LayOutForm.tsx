import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type FormEvent, type ReactElement } from 'react';
import { usePane } from '../paneContext';
import { Fold } from '../parts/Fold';
import { PackChoice } from '../parts/PackChoice';
import { keepPreferences, readPreferences } from '../preferences';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '12px' },
  pair: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 104px', gap: '12px' },
  input: { minWidth: 0, width: '100%' },
  actions: { display: 'grid', gap: '8px', marginTop: '4px' },
  note: { color: tokens.colorNeutralForeground2, fontSize: '12px', lineHeight: '18px' },
});

/** What 生成套表 needs to know: pack, unit, year; and what it will do. */
export function LayOutForm({ sampleOffered }: { readonly sampleOffered: boolean }): ReactElement {
  const styles = useStyles();
  const { state, store } = usePane();
  const packs = store.packs();
  const [kept] = useState(readPreferences);
  const [packId, setPackId] = useState(packs.some(({ id }) => id === kept.packId) ? kept.packId : packs[0]?.id ?? '');
  const pack = packs.find(({ id }) => id === packId);
  const [unitName, setUnitName] = useState(kept.unitName);
  const [unitCode, setUnitCode] = useState(kept.unitCode);
  const [year, setYear] = useState(String(pack?.year ?? ''));
  const [nameMissing, setNameMissing] = useState(false);
  const [yearWrong, setYearWrong] = useState(false);
  const busy = state.activity !== null;

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (busy || !pack) return;
    const noName = unitName.trim() === '';
    const badYear = !/^20\d{2}$/.test(year.trim());
    setNameMissing(noName);
    setYearWrong(badYear);
    if (noName || badYear) {
      event.currentTarget.querySelector<HTMLInputElement>(noName ? '[name=unitName]' : '[name=year]')?.focus();
      return;
    }
    keepPreferences({ packId, unitName: unitName.trim(), unitCode: unitCode.trim() });
    void store.layOut({ packId, unitName: unitName.trim(), unitCode: unitCode.trim(), year: year.trim() });
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <PackChoice label="模板方案" {...(pack ? { hint: `适用于${pack.jurisdiction}` } : {})} packId={packId} onPack={(id) => {
        setPackId(id);
        setYear(String(packs.find((one) => one.id === id)?.year ?? year));
      }} />
      <Field label="单位名称" required {...(nameMissing ? { validationState: 'error' as const, validationMessage: '请填写单位全称' } : {})}>
        <Input name="unitName" className={styles.input} value={unitName} placeholder="填写全称" onChange={(_, { value }) => {
          setUnitName(value);
          setNameMissing(false);
        }} />
      </Field>
      <div className={styles.pair}>
        <Field label="单位编码">
          <Input name="unitCode" className={styles.input} value={unitCode} onChange={(_, { value }) => setUnitCode(value)} />
        </Field>
        <Field label="评价年度" {...(yearWrong ? { validationState: 'error' as const, validationMessage: '四位年份' } : {})}>
          <Input name="year" className={styles.input} inputMode="numeric" value={year} onChange={(_, { value }) => {
            setYear(value);
            setYearWrong(false);
          }} />
        </Field>
      </div>
      {pack ? <Fold title={`将新增${pack.sheets.length}张表`}>{pack.sheets.join('、')}</Fold> : null}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" size="large" disabledFocusable={busy || !pack}>生成套表</Button>
        {sampleOffered && pack?.hasSample ? (
          <Button type="button" size="large" disabledFocusable={busy} onClick={() => void store.fillSample(packId)}>载入示例</Button>
        ) : null}
        <div className={styles.note}>已填的单元格不会改动；写入后可以还原。</div>
      </div>
    </form>
  );
}
