import type { Pack } from '../../pack/pack';
import type { Draft } from './draft';
import { COMPARISONS } from './packWords';
import { filledRows, NO, readWords, settingsList, textsOf, wordsText, yesOrNo, YES, YES_OR_NO, type SettingsTable } from './settingsTable';

export const GROUPS = 'setGroups';
export const SUBGROUPS = 'setSubgroups';
export const NATURES = 'setNatures';
const MORE_ROWS = 12;
const SYNONYMS = '别的写法用顿号隔开，如 产出、产出类。';

/** 一级指标: names, order, which of them every unit must have. */
export const groupsTable: SettingsTable = {
  block: ({ assessment: { tree } }) => settingsList(GROUPS, '设置一级指标', '一级指标（按表中先后；改了名称，下面的二级指标、权重方案和指标也要改）', tree.length + MORE_ROWS, 'name', [
    { id: 'name', label: '一级指标', content: 'text', entry: 'typed', width: 24, required: true },
    { id: 'required', label: '必设', content: 'choice', entry: 'typed', width: 10, choices: YES_OR_NO, required: true },
    { id: 'synonyms', label: '别名', content: 'text', entry: 'typed', width: 30, hint: SYNONYMS },
  ], tree.map(({ name, required, synonyms }) => ({ name, required: required ? YES : NO, ...wordsText(synonyms) }))),
  read: ({ assessment: { tree } }, draft) => {
    const children = readSubgroups(draft);
    const rows = filledRows(draft, GROUPS);
    const names = rows.map((row) => draft.textOf({ list: GROUPS, row, column: 'name' }));
    for (const child of children.filter(({ group }) => !names.includes(group))) {
      draft.fault({ list: SUBGROUPS, row: child.row, column: 'group' }, child.group, '“一级指标”里的一个名称', names[0]);
    }
    const groups = rows.map((row, i) => {
      const own = children.filter(({ group }) => group === names[i]);
      const before = tree.find(({ name }) => name === names[i]);
      for (const column of ['name', 'required', 'synonyms']) draft.origin(['assessment', 'tree', i, column], { list: GROUPS, row, column });
      own.forEach((child, c) => {
        for (const column of ['name', 'synonyms']) draft.origin(['assessment', 'tree', i, 'children', c, column], { list: SUBGROUPS, row: child.row, column });
      });
      return {
        name: names[i] ?? '', synonyms: readWords(draft, { list: GROUPS, row, column: 'synonyms' }, before?.synonyms), required: yesOrNo(draft, { list: GROUPS, row, column: 'required' }),
        children: own.map(({ name, row: at }) => ({ name, synonyms: readWords(draft, { list: SUBGROUPS, row: at, column: 'synonyms' }, before?.children.find((child) => child.name === name)?.synonyms) })),
      };
    });
    draft.put(['assessment', 'tree'], groups, { list: GROUPS, row: 0, column: 'name' });
  },
};

/** 二级指标 of each 一级指标. */
export const subgroupsTable: SettingsTable = {
  block: ({ assessment: { tree } }) => {
    const rows = tree.flatMap(({ name: group, children }) => children.map(({ name, synonyms }) => ({ group, name, ...wordsText(synonyms) })));
    return settingsList(SUBGROUPS, '设置二级指标', '二级指标（按表中先后）', rows.length + 2 * MORE_ROWS, 'name', [
      { id: 'group', label: '一级指标', content: 'choice', entry: 'typed', width: 24, choices: { from: `${GROUPS}.name` }, required: true },
      { id: 'name', label: '二级指标', content: 'text', entry: 'typed', width: 24, required: true },
      { id: 'synonyms', label: '别名', content: 'text', entry: 'typed', width: 30, hint: SYNONYMS },
    ], rows);
  },
  // Read together with the groups they belong to.
  read: () => undefined,
};

function readSubgroups(draft: Draft): readonly { readonly row: number; readonly group: string; readonly name: string }[] {
  return filledRows(draft, SUBGROUPS).map((row) => ({ row, ...textsOf(draft, SUBGROUPS, row, 'group', 'name') }));
}

/** 指标性质: what the drop-down offers, what it means, what else people write for it. */
export const naturesTable: SettingsTable = {
  block: ({ assessment: { natures } }) => settingsList(NATURES, '设置指标性质', '指标性质（下拉里的写法）', natures.length + MORE_ROWS, 'name', [
    { id: 'name', label: '性质', content: 'text', entry: 'typed', width: 14, required: true },
    { id: 'comparison', label: '含义', content: 'choice', entry: 'typed', width: 16, required: true, choices: { list: COMPARISONS.map(([word]) => word) } },
    { id: 'synonyms', label: '别名', content: 'text', entry: 'typed', width: 40, hint: '单位可能的别的写法，用顿号隔开，如 不少于、不低于。' },
  ], natures.map(({ name, comparison, synonyms }) => ({ name, comparison: COMPARISONS.find(([, meant]) => meant === comparison)?.[0] ?? '', ...wordsText(synonyms) }))),
  read: ({ assessment }: Pack, draft) => {
    const natures = filledRows(draft, NATURES).map((row, i) => {
      const ref = (column: string): { readonly list: string; readonly row: number; readonly column: string } => ({ list: NATURES, row, column });
      const { name, comparison: word } = textsOf(draft, NATURES, row, 'name', 'comparison');
      const meant = COMPARISONS.find(([one]) => one === word)?.[1];
      if (meant === undefined) draft.fault(ref('comparison'), word, COMPARISONS.map(([one]) => one).join('、'));
      for (const column of ['name', 'comparison', 'synonyms']) draft.origin(['assessment', 'natures', i, column], ref(column));
      return { name, comparison: meant ?? 'equal', synonyms: readWords(draft, ref('synonyms'), assessment.natures.find((one) => one.name === name)?.synonyms) };
    });
    draft.put(['assessment', 'natures'], natures, { list: NATURES, row: 0, column: 'name' });
  },
};
