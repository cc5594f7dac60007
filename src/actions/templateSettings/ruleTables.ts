import { ruleKinds } from '../../evaluation/rules';
import type { Block, ColumnForm, Pack, RuleUse } from '../../pack/pack';
import type { Draft, PackPath } from './draft';
import { BOUNDS } from './packWords';
import { filledRows, settingsList, settingsMatrix, SOURCE_COLUMNS, readSource, sourceCells, type SettingRow, type SettingsTable } from './settingsTable';

interface PlacedRule {
  /** 【表】项目. */
  readonly label: string;
  readonly rule: RuleUse;
  readonly path: PackPath;
}

/** Uses of rules in the forms that have figures a document lays down, each with its place. */
export function rulesWithFigures(pack: Pack): readonly PlacedRule[] {
  return pack.sheets.flatMap((sheet, s) => sheet.blocks.flatMap((block, b) =>
    rulesIn(block, ['sheets', s, 'blocks', b]).flatMap(({ label, rule, path }): PlacedRule[] =>
      (rule && ruleKinds.get(rule.kind)?.figures ? [{ label: `【${sheet.name.replace('#', '')}】${label}`, rule, path }] : []))));
}

function rulesIn(block: Block, path: PackPath): readonly { readonly label: string; readonly rule: RuleUse | undefined; readonly path: PackPath }[] {
  const columns = (of: readonly ColumnForm[]): ReturnType<typeof rulesIn> => of.map(({ label, rule }, c) => ({ label, rule, path: [...path, 'columns', c, 'rule'] }));
  switch (block.type) {
    case 'fields': return block.fields.map(({ label, rule }, f) => ({ label, rule, path: [...path, 'fields', f, 'rule'] }));
    case 'grid': return block.rows.flatMap((row, r) => row.cells.flatMap(({ field }, c) => (field ? [{ label: field.label, rule: field.rule, path: [...path, 'rows', r, 'cells', c, 'field', 'rule'] }] : [])));
    case 'matrix': return [
      ...columns(block.columns),
      ...block.rows.flatMap(({ label, cells = {} }, r) => Object.entries(cells).map(([column, { rule }]) => ({
        label: `${label.trim()}·${block.columns.find(({ id }) => id === column)?.label ?? column}`, rule, path: [...path, 'rows', r, 'cells', column, 'rule'],
      }))),
    ];
    case 'list': return [...columns(block.columns), ...Object.entries(block.totals ?? {}).map(([column, rule]) => ({ label: `合计·${column}`, rule, path: [...path, 'totals', column] }))];
    default: return [];
  }
}

const BANDS = 'bands';

/** Figures of a use that are one number, by parameter; those left out are blank. Bands have a table of their own. */
function singleFigures({ rule }: PlacedRule): readonly string[] {
  const names = Object.keys(ruleKinds.get(rule.kind)?.figures ?? {}).filter((name) => name !== BANDS);
  return names.some((name) => rule[name] !== undefined) || rule[BANDS] !== undefined ? names : [];
}

/** Uses that are shown: with figures, or scored by bands once the bureau says so. */
function shownRules(pack: Pack): readonly PlacedRule[] {
  return rulesWithFigures(pack).filter(({ rule }) => BANDS in (ruleKinds.get(rule.kind)?.figures ?? {}) || Object.keys(ruleKinds.get(rule.kind)?.figures ?? {}).some((name) => rule[name] !== undefined));
}

function figureColumns(): readonly ColumnForm[] {
  const words = new Map([...ruleKinds.values()].flatMap(({ figures = {} }) => Object.entries(figures)).filter(([name]) => name !== BANDS));
  return [...words].map(([id, label]): ColumnForm => ({ id, label, content: 'number', entry: 'typed', signed: true, width: 14, hint: '比率写小数，1个百分点写 0.01。' }));
}

/** 计分标准: deductions, control lines and the like, with their source. */
export const ruleFiguresTable: SettingsTable = settingsMatrix('setRuleFigures', '设置计分标准', '计分标准（比率写小数，1个百分点写 0.01；没有写的按规则的一般办法）', [...figureColumns(), ...SOURCE_COLUMNS], (pack) =>
  shownRules(pack).map((placed): SettingRow => {
    const { label, rule, path } = placed;
    const names = singleFigures(placed);
    return {
      label, values: { ...Object.fromEntries(names.map((name) => [name, figure(rule[name])])), ...sourceCells(rule.sourced) },
      read: (draft, cell) => {
        for (const name of names) {
          const written = draft.written(cell(name), 'number');
          if (written !== null) draft.put([...path, name], written === '' ? undefined : written, cell(name));
        }
        readSource(draft, path, cell, rule.sourced);
      },
    };
  }));

function figure(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

const SHARE = 'share';

/** 分档: one table for each rule that scores by bands, besides 预算执行率得分, whose bands are one setting for all forms. */
export function bandTables(pack: Pack): readonly SettingsTable[] {
  return rulesWithFigures(pack).filter(({ rule }) => Array.isArray(rule[BANDS]) && rule.kind !== 'executionScore').map(({ label, rule, path }, index): SettingsTable => {
    const id = `setBands${index + 1}`;
    const bands = rule[BANDS] as readonly Readonly<Record<string, string>>[];
    const shares = bands.some((band) => SHARE in band);
    const gain = shares ? SHARE : 'score';
    return {
      block: () => settingsList(id, `设置分档${index + 1}`, `${label}·分档（从上到下，取第一个符合的）`, 12, 'at', [
        ...(shares ? [] : [{ id: 'bound', label: '结果', content: 'choice', entry: 'typed', width: 12, required: true, choices: { list: BOUNDS.map(([word]) => word) } } as const]),
        { id: 'at', label: shares ? '完成数达到' : '界限', content: 'number', entry: 'typed', width: 14, required: true, signed: true, hint: '比率写小数，10% 写 0.1；满意度等写本身的数，如 90。' },
        { id: gain, label: shares ? '得权重的' : '得分', content: shares ? 'rate' : 'number', entry: 'typed', width: 14, required: true },
      ], bands.map((band) => {
        const [word, bound] = BOUNDS.find(([, member]) => member in band) ?? ['', ''];
        return { ...(shares ? {} : { bound: word }), at: band[bound] ?? '', [gain]: band[gain] ?? '' };
      })),
      read: (_pack, draft) => {
        const read = filledRows(draft, id).map((row, i) => readBand(draft, id, row, shares, [...path, BANDS, i]));
        draft.put([...path, BANDS], read, { list: id, row: 0, column: 'at' });
      },
    };
  });
}

function readBand(draft: Draft, list: string, row: number, shares: boolean, path: PackPath): Readonly<Record<string, string>> {
  const ref = (column: string): { readonly list: string; readonly row: number; readonly column: string } => ({ list, row, column });
  const gain = shares ? SHARE : 'score';
  const word = shares ? '不低于' : draft.textOf(ref('bound'));
  const bound = BOUNDS.find(([one]) => one === word)?.[1];
  if (bound === undefined) draft.fault(ref('bound'), word, BOUNDS.map(([one]) => one).join('、'));
  const [at, gained] = [draft.written(ref('at'), 'number'), draft.written(ref(gain), shares ? 'rate' : 'number')];
  if (at === '') draft.fault(ref('at'), '', '一个数', '0.1');
  if (gained === '') draft.fault(ref(gain), '', shares ? '比率' : '一个数', shares ? '80%' : '4');
  draft.origin([...path, bound ?? 'from'], ref('at'));
  draft.origin([...path, gain], ref(gain));
  return { [bound ?? 'from']: at ?? '0', [gain]: gained ?? '0' };
}
