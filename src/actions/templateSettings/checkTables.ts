import { packChecks } from '../../check/catalogue';
import type { FigurePath } from '../../check/parameters';
import type { CheckUse, Pack } from '../../pack/pack';
import type { Draft, PackPath } from './draft';
import { GROUPS } from './indicatorTables';
import { checkUseLabel, LEVELS, thresholdLabel } from './packWords';
import {
  filledRows, NO, readSource, settingsList, settingsMatrix, settingsTable, SOURCE_COLUMNS, sourceCells, YES, YES_OR_NO, type Setting, type SettingRow, type SettingsTable,
} from './settingsTable';

const RULES = 'setRules';

/** R04 占比计算不符（第2处）. */
function labelOfUse(pack: Pack, index: number): string {
  const code = pack.checks[index]?.code ?? '';
  const alike = pack.checks.flatMap((use, i) => (use.code === code ? [i] : []));
  return `${checkUseLabel(code)}${alike.length > 1 ? `（第${alike.indexOf(index) + 1}处）` : ''}`;
}

/** 校验: which of the pack's checks apply. */
export const checksTable: SettingsTable = settingsTable('setChecks', '设置校验', '校验项目（选“否”的不校验）', (pack) =>
  pack.checks.map((use, i): Setting => ({
    label: labelOfUse(pack, i), content: 'choice', required: true, choices: YES_OR_NO, value: use.applies === false ? NO : YES,
    read: (draft, field) => {
      const written = draft.textOf({ field });
      if (written !== YES && written !== NO) draft.fault({ field }, written, `${YES}或${NO}`);
      else draft.put(['checks', i, 'applies'], written === NO ? false : use.applies === undefined ? undefined : true, { field });
    },
  })));

const SCHEMES = 'schemes';

/** Figures of a use, besides the weight schemes, which have a table of their own. */
function thresholdsOf(use: CheckUse): readonly { readonly label: string; readonly path: FigurePath; readonly value: string | number }[] {
  return (packChecks.get(use.code)?.figures(use) ?? []).flatMap((path) => {
    const value = path.reduce<unknown>((node, step) => (typeof node === 'object' && node !== null ? (node as Readonly<Record<string, unknown>>)[step] : undefined), use);
    return path[0] !== SCHEMES && (typeof value === 'string' || typeof value === 'number') ? [{ label: thresholdLabel(path), path, value }] : [];
  });
}

/** 校验门槛 with their source; that of a use stands beside its first figure. */
export const thresholdsTable: SettingsTable = settingsMatrix('setThresholds', '设置校验门槛', '校验门槛（比率写小数，30% 写 0.3）', [
  { id: 'value', label: '门槛', content: 'number', entry: 'typed', width: 12, required: true }, ...SOURCE_COLUMNS,
], (pack) => pack.checks.flatMap((use, i): SettingRow[] => {
  const thresholds = thresholdsOf(use);
  const hasSchemes = Array.isArray(use[SCHEMES]);
  return [
    ...thresholds.map(({ label, path, value }, first): SettingRow => ({
      label: `${labelOfUse(pack, i)}·${label}`, values: { value, ...(first === 0 ? sourceCells(use.sourced) : {}) },
      read: (draft, cell) => {
        const written = draft.written(cell('value'), 'number');
        if (written === '') draft.fault(cell('value'), '', '一个数', String(value));
        else if (written !== null) draft.put(['checks', i, ...path], written === String(value) ? value : typeof value === 'number' ? Number(written) : written, cell('value'));
        if (first === 0) readSource(draft, ['checks', i], cell, use.sourced);
      },
    })),
    ...(hasSchemes && thresholds.length === 0 ? [{
      label: `${labelOfUse(pack, i)}·权重方案`, values: sourceCells(use.sourced), read: (draft, cell) => { readSource(draft, ['checks', i], cell, use.sourced); },
    } satisfies SettingRow] : []),
  ];
}));

type Share = { readonly group: string; readonly weight: string };

/** 权重方案: one table for each use of the check of the weights of 一级指标. */
export function schemeTables(pack: Pack): readonly SettingsTable[] {
  return pack.checks.flatMap((use, i) => (Array.isArray(use[SCHEMES]) ? [{ i, schemes: use[SCHEMES] as readonly (readonly Share[])[] }] : [])).map(({ i, schemes }, index): SettingsTable => {
    const id = `setSchemes${index + 1}`;
    const given = schemes.flatMap((scheme, s) => scheme.map(({ group, weight }) => ({ scheme: s + 1, group, weight })));
    return {
      block: () => settingsList(id, `设置权重方案${index + 1}`, `一级指标权重方案（${labelOfUse(pack, i)}；可有几个方案，符合一个即可）`, given.length + 20, 'group', [
        { id: 'scheme', label: '方案', content: 'count', entry: 'typed', width: 10, required: true, hint: '同一方案的各行写同一个数：1、2、3。' },
        { id: 'group', label: '一级指标', content: 'choice', entry: 'typed', width: 24, required: true, choices: { from: `${GROUPS}.name` } },
        { id: 'weight', label: '权重', content: 'number', entry: 'typed', width: 12, required: true },
      ], given),
      read: (_pack, draft) => { readSchemes(draft, id, ['checks', i, SCHEMES]); },
    };
  });
}

function readSchemes(draft: Draft, list: string, path: PackPath): void {
  const read = new Map<string, Share[]>();
  for (const row of filledRows(draft, list)) {
    const ref = (column: string): { readonly list: string; readonly row: number; readonly column: string } => ({ list, row, column });
    const [number, weight] = [draft.written(ref('scheme'), 'count'), draft.written(ref('weight'), 'number')];
    if (number === '') draft.fault(ref('scheme'), '', '方案的序号', '1');
    if (weight === '') draft.fault(ref('weight'), '', '一个数', '30');
    const scheme = read.get(number ?? '') ?? [];
    read.set(number ?? '', scheme);
    const at = [...path, [...read.keys()].indexOf(number ?? ''), scheme.length];
    draft.origin([...at, 'group'], ref('group'));
    draft.origin([...at, 'weight'], ref('weight'));
    scheme.push({ group: draft.textOf(ref('group')), weight: weight ?? '0' });
  }
  draft.put(path, [...read.values()], { list, row: 0, column: 'group' });
}

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
