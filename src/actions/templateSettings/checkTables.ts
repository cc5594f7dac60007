import { packChecks } from '../../check/catalogue';
import type { CheckUse, OwnRule, Pack } from '../../pack/pack';
import type { Draft } from './draft';
import { filledRows, settingsList, settingsTable, type Setting, type SettingsTable } from './settingsTable';

const RULES = 'setRules';
const YES = '是';
const NO = '否';
const LEVELS: readonly (readonly [string, OwnRule['level']])[] = [['错误', 'error'], ['核实', 'warning'], ['提示', 'hint']];

/** R04 占比计算不符（第2处）. */
function labelOfUse(pack: Pack, index: number): string {
  const code = pack.checks[index]?.code ?? '';
  const alike = pack.checks.flatMap((use, i) => (use.code === code ? [i] : []));
  return `${code} ${packChecks.get(code)?.title ?? ''}${alike.length > 1 ? `（第${alike.indexOf(index) + 1}处）` : ''}`.trim();
}

/** 校验: which of the pack's checks apply. */
export const checksTable: SettingsTable = settingsTable('setChecks', '设置校验', '校验项目（选“否”的不校验）', (pack) =>
  pack.checks.map((use, i): Setting => ({
    label: labelOfUse(pack, i), content: 'choice', required: true, choices: { list: [YES, NO] }, value: use.applies === false ? NO : YES,
    read: (draft, field) => {
      const written = draft.textOf({ field });
      if (written !== YES && written !== NO) draft.fault({ field }, written, `${YES}或${NO}`);
      else draft.put(['checks', i, 'applies'], written === NO ? false : use.applies === undefined ? undefined : true, { field });
    },
  })));

/** What parameters of checks are called; others keep the name the guide for packs has. */
const PARAMETER_WORDS: Readonly<Record<string, string>> = { limit: '限度', rows: '至少几项', low: '下限', high: '上限', class: '科目类', threshold: '门槛' };

/** Parameters that are one figure. */
function thresholdsOf(use: CheckUse): readonly (readonly [string, string | number])[] {
  return Object.entries(use).flatMap(([name, value]): (readonly [string, string | number])[] =>
    (typeof value === 'number' || (typeof value === 'string' && /^\d{1,6}(\.\d{1,6})?$/.test(value)) ? [[name, value]] : []));
}

/** 校验门槛. */
export const thresholdsTable: SettingsTable = settingsTable('setThresholds', '设置校验门槛', '校验门槛（比率写小数，30% 写 0.3）', (pack) =>
  pack.checks.flatMap((use, i) => thresholdsOf(use).map(([name, value]): Setting => ({
    label: `${labelOfUse(pack, i)}·${PARAMETER_WORDS[name] ?? name}`, content: 'number', required: true, value,
    read: (draft, field) => {
      const written = draft.written({ field }, 'number');
      if (written === '') draft.fault({ field }, '', '一个数', String(value));
      else if (written !== null) draft.put(['checks', i, name], written === String(value) ? value : typeof value === 'number' ? Number(written) : written, { field });
    },
  }))));

/** 自定义规则. */
export const rulesTable: SettingsTable = {
  block: (pack) => settingsList(RULES, '设置自定义规则', '自定义规则（公式成立为平；公式可用的名称见“可用名称”）', 40, 'name', [
    { id: 'name', label: '校验内容', content: 'text', entry: 'typed', width: 34, required: true, hint: '如：基本支出不超过本年收入。' },
    { id: 'formula', label: '公式', content: 'longText', entry: 'typed', width: 44, required: true, hint: '以 = 开头，如 =支出_基本支出_决算数<=收入_合计_决算数。写名称，不写单元格地址。' },
    { id: 'message', label: '不符时的提示', content: 'longText', entry: 'typed', width: 34, required: true },
    { id: 'level', label: '级别', content: 'choice', entry: 'typed', width: 10, required: true, choices: { list: LEVELS.map(([word]) => word) } },
    { id: 'source', label: '依据', content: 'text', entry: 'typed', width: 20 },
    { id: 'id', label: '规则编号', content: 'text', entry: 'typed', width: 12, hint: 'U01 至 U99；新增的可留空。' },
  ], (pack.rules ?? []).map(({ level, source, ...rule }) => ({ ...rule, level: LEVELS.find(([, meant]) => meant === level)?.[0] ?? '', ...(source === undefined ? {} : { source }) }))),
  read: (pack, draft) => {
    const rows = filledRows(draft, RULES).filter((row) => !draft.isFaulty({ list: RULES, row, column: 'formula' }));
    const taken = new Set(rows.map((row) => draft.textOf({ list: RULES, row, column: 'id' })));
    const rules = rows.map((row, i) => readRule(draft, row, i, taken));
    draft.putRows(['rules'], rules.length === 0 && pack.rules === undefined ? undefined : rules, { list: RULES, row: 0, column: 'name' });
  },
};

/** What stands for a cell known to be wrong while the rest of its row is checked. */
const STAND_INS: Readonly<Record<string, string>> = { name: '待改', message: '待改', level: LEVELS[0]?.[0] ?? '' };

function readRule(draft: Draft, row: number, i: number, taken: Set<string>): Record<string, string> {
  const ref = (column: string): { readonly list: string; readonly row: number; readonly column: string } => ({ list: RULES, row, column });
  const text = (column: string): string => (draft.isFaulty(ref(column)) ? STAND_INS[column] ?? '' : draft.textOf(ref(column)));
  for (const column of ['id', 'name', 'formula', 'message', 'level', 'source']) draft.origin(['rules', i, column], ref(column));
  const level = LEVELS.find(([word]) => word === text('level'))?.[1];
  if (level === undefined) draft.fault(ref('level'), text('level'), LEVELS.map(([word]) => word).join('、'));
  const id = text('id') === '' ? freeCode(taken) : text('id');
  taken.add(id);
  return { id, name: text('name'), formula: text('formula'), message: text('message'), level: level ?? 'error', ...(text('source') === '' ? {} : { source: text('source') }) };
}

function freeCode(taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const code = `U${String(number).padStart(2, '0')}`;
    if (!taken.has(code)) return code;
  }
}
