import type { Pack, Scale } from '../../pack/pack';
import type { JsonValue } from '../../values/readJson';
import type { Draft } from './draft';
import { filledRows, NO, readShare, readWords, settingsList, textsOf, wordsText, yesOrNo, YES, YES_OR_NO, type SettingsTable } from './settingsTable';

const SCALES = 'setScales';
const STEPS = 'setSteps';
const MORE_ROWS = 10;

/** 定性量表: their names, where their direction must be told, where they come from. */
export const scalesTable: SettingsTable = {
  block: ({ assessment: { scales } }) => settingsList(SCALES, '设置定性量表', '定性量表（档次在下一张表）', scales.length + MORE_ROWS, 'name', [
    { id: 'name', label: '量表', content: 'text', entry: 'typed', width: 18, required: true },
    { id: 'synonyms', label: '别名', content: 'text', entry: 'typed', width: 20, hint: '别的写法用顿号隔开。' },
    { id: 'ambiguousIn', label: '须写明方向的一级指标', content: 'text', entry: 'typed', width: 24, hint: '如 成本指标 的“高”可好可坏，单位须填正向或反向；几个用顿号隔开。' },
    { id: 'source', label: '来源', content: 'text', entry: 'typed', width: 36, required: true },
    { id: 'confirmed', label: '已核实', content: 'choice', entry: 'typed', width: 10, choices: YES_OR_NO, required: true },
  ], scales.map(({ name, synonyms, ambiguousIn, source, confirmed }) => ({ name, ...wordsText(synonyms), ...wordsText(ambiguousIn, 'ambiguousIn'), source, confirmed: confirmed ? YES : NO }))),
  read: (pack, draft) => {
    const steps = readSteps(draft);
    const rows = filledRows(draft, SCALES);
    const names = rows.map((row) => draft.textOf({ list: SCALES, row, column: 'name' }));
    for (const step of steps.filter(({ scale }) => !names.includes(scale))) {
      draft.fault({ list: STEPS, row: step.row, column: 'scale' }, step.scale, '“定性量表”里的一个名称', names[0]);
    }
    for (const name of usedByForms(pack)) {
      if (!names.includes(name)) draft.fault({ list: SCALES, row: Math.max(0, pack.assessment.scales.findIndex((scale) => scale.name === name)), column: 'name' }, names.join('、'), `保留量表“${name}”，表样的下拉要用它`);
    }
    const scales = rows.map((row, i) => readScale(draft, row, i, pack.assessment.scales.find(({ name }) => name === names[i]), steps.filter(({ scale }) => scale === names[i])));
    draft.put(['assessment', 'scales'], scales, { list: SCALES, row: 0, column: 'name' });
  },
};

interface StepRow {
  readonly row: number;
  readonly scale: string;
  readonly name: string;
}

function readScale(draft: Draft, row: number, i: number, before: Scale | undefined, steps: readonly StepRow[]): JsonValue {
  const ref = (column: string): { readonly list: string; readonly row: number; readonly column: string } => ({ list: SCALES, row, column });
  draft.origin(['assessment', 'scales', i], ref('name'));
  for (const column of ['name', 'synonyms', 'ambiguousIn', 'source', 'confirmed']) draft.origin(['assessment', 'scales', i, column], ref(column));
  const { name, source } = textsOf(draft, SCALES, row, 'name', 'source');
  return {
    name, synonyms: readWords(draft, ref('synonyms'), before?.synonyms), source, confirmed: yesOrNo(draft, ref('confirmed')), ambiguousIn: readWords(draft, ref('ambiguousIn'), before?.ambiguousIn),
    steps: steps.map(({ row: at, name: step }, s) => {
      const cell = (column: string): { readonly list: string; readonly row: number; readonly column: string } => ({ list: STEPS, row: at, column });
      draft.origin(['assessment', 'scales', i, 'steps', s], cell('low'));
      for (const column of ['name', 'synonyms', 'low', 'high']) draft.origin(['assessment', 'scales', i, 'steps', s, column], cell(column));
      return {
        name: step, synonyms: readWords(draft, cell('synonyms'), before?.steps.find((one) => one.name === step)?.synonyms),
        low: readShare(draft, cell('low'), '0'), high: readShare(draft, cell('high'), '1'),
      };
    }),
  };
}

/** 档次: from the best step of a scale to the worst, each with its band of score rates. */
export const stepsTable: SettingsTable = {
  block: ({ assessment: { scales } }) => {
    const rows = scales.flatMap(({ name: scale, steps }) => steps.map(({ name, synonyms, low, high }) => ({ scale, name, ...wordsText(synonyms), low, high })));
    return settingsList(STEPS, '设置量表档次', '量表档次（每个量表由好到差；得分率是占权重的比例）', rows.length + 3 * MORE_ROWS, 'name', [
      { id: 'scale', label: '量表', content: 'choice', entry: 'typed', width: 18, choices: { from: `${SCALES}.name` }, required: true },
      { id: 'name', label: '档次', content: 'text', entry: 'typed', width: 20, required: true },
      { id: 'synonyms', label: '别名', content: 'text', entry: 'typed', width: 24, hint: '别的写法用顿号隔开。' },
      { id: 'low', label: '得分率下限', content: 'rate', entry: 'typed', width: 14, required: true },
      { id: 'high', label: '得分率上限', content: 'rate', entry: 'typed', width: 14, required: true },
    ], rows);
  },
  // Read together with the scales they belong to.
  read: () => undefined,
};

function readSteps(draft: Draft): readonly StepRow[] {
  return filledRows(draft, STEPS).map((row) => ({ row, ...textsOf(draft, STEPS, row, 'scale', 'name') }));
}

/** Scales that the forms call by name. */
function usedByForms(pack: Pack): readonly string[] {
  const names = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('scale' in node && typeof node.scale === 'string') names.add(node.scale);
    Object.values(node).forEach(visit);
  };
  visit(pack.sheets.map(({ blocks }) => blocks.map((block) => (block.type === 'list' ? { ...block, given: [] } : block))));
  return [...names];
}
