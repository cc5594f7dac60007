import type { Pack } from '../../pack/pack';
import { decimal } from '../../values/decimal';
import type { Draft, PackPath } from './draft';
import { NOT_APPLICABLE, OVER_TARGET } from './packWords';
import { rulesWithFigures } from './ruleTables';
import { filledRows, NO, settingsList, settingsTable, YES, YES_OR_NO, yesOrNo, type Setting, type SettingsTable } from './settingsTable';

const GRADES = 'setGrades';
const BANDS = 'setBands';
const EXECUTION = 'executionScore';

const LINEAR = '按执行率比例';
const BANDED = '按档';

function choice<T extends string>(label: string, words: readonly (readonly [string, T])[], value: T, path: PackPath, hint?: string): Setting {
  return {
    label, content: 'choice', required: true, choices: { list: words.map(([word]) => word) }, value: words.find(([, meant]) => meant === value)?.[0] ?? '', ...(hint === undefined ? {} : { hint }),
    read: (draft, field) => {
      const written = draft.textOf({ field });
      const meant = words.find(([word]) => word === written)?.[1];
      if (meant === undefined) draft.fault({ field }, written, words.map(([word]) => word).join('、'));
      else draft.put(path, meant, { field });
    },
  };
}

/** 权重与计分. */
export const scoringTable: SettingsTable = settingsTable('setScoring', '设置计分', '权重与计分', (pack) => [
  {
    label: '指标权重合计应为', content: 'number', required: true, value: pack.assessment.weightTotal,
    read: (draft, field) => {
      const written = draft.written({ field }, 'number');
      if (written !== null) draft.put(['assessment', 'weightTotal'], written === '' ? null : Number(written), { field });
    },
  },
  choice('不适用的指标', NOT_APPLICABLE, pack.assessment.notApplicable, ['assessment', 'notApplicable']),
  choice('超额完成的指标', OVER_TARGET, pack.assessment.overTarget, ['assessment', 'overTarget']),
  ...(executionRules(pack).length === 0 ? [] : [{
    label: '预算执行率得分', content: 'choice', required: true, choices: { list: [LINEAR, BANDED] }, value: bandsOf(pack).length === 0 ? LINEAR : BANDED,
    hint: '选“按档”的，在下面“执行率得分档”填各档，并在“模板设置（计分）”写明来源。', read: readExecution(pack),
  } satisfies Setting]),
  {
    label: '计分办法的来源', content: 'text', required: true, value: pack.assessment.source,
    read: (draft, field) => { draft.put(['assessment', 'source'], draft.textOf({ field }), { field }); },
  },
  {
    label: '计分办法已核实', content: 'choice', required: true, choices: YES_OR_NO, value: pack.assessment.confirmed ? YES : NO,
    read: (draft, field) => { draft.put(['assessment', 'confirmed'], yesOrNo(draft, { field }), { field }); },
  },
]);

/** Uses of 预算执行率得分 in the forms, with their place; one setting for all of them. */
function executionRules(pack: Pack): ReturnType<typeof rulesWithFigures> {
  return rulesWithFigures(pack).filter(({ rule }) => rule.kind === EXECUTION);
}

interface Band {
  readonly from: string;
  readonly share: string;
}

function bandsOf(pack: Pack): readonly Band[] {
  return executionRules(pack).flatMap(({ rule }) => (Array.isArray(rule['bands']) ? rule['bands'] as readonly Band[] : []))
    .filter(({ from }, i, all) => all.findIndex((band) => band.from === from) === i);
}

/** 执行率得分档: from which rate on, which share of the points. */
export const bandsTable: SettingsTable = {
  block: (pack) => (executionRules(pack).length === 0 ? null : settingsList(BANDS, '设置执行率得分档', '执行率得分档（选“按档”时填，由高到低）', 8, 'from', [
    { id: 'from', label: '执行率达到', content: 'rate', entry: 'typed', width: 16 },
    { id: 'share', label: '得分值的', content: 'rate', entry: 'typed', width: 16, required: true },
  ], bandsOf(pack).map(({ from, share }) => ({ from, share })))),
  // Read together with the choice above.
  read: () => undefined,
};

function readExecution(pack: Pack): (draft: Draft, field: string) => void {
  return (draft, field) => {
    const ref = { field };
    const way = draft.textOf(ref);
    const bands = filledRows(draft, BANDS).flatMap((row): Band[] => {
      const [from, share] = ['from', 'share'].map((column) => draft.written({ list: BANDS, row, column }, 'rate'));
      if (from === '' || share === '') draft.fault({ list: BANDS, row, column: from === '' ? 'from' : 'share' }, '', '比率', '80%');
      return from && share ? [{ from, share }] : [];
    });
    if (way !== LINEAR && way !== BANDED) return draft.fault(ref, way, `${LINEAR}、${BANDED}`);
    if (way === BANDED && bands.length === 0) return draft.fault(ref, way, '在“执行率得分档”至少填一档', '执行率达到 90%，得分值的 100%');
    if (way === LINEAR && bands.length > 0) return draft.fault(ref, way, '按比例计分的，请清空“执行率得分档”');
    const sorted = [...bands].sort((a, b) => decimal(b.from).comparedTo(decimal(a.from)));
    for (const { path } of executionRules(pack)) draft.put([...path, 'bands'], sorted.length === 0 ? undefined : sorted.map(({ from, share }) => ({ from, share })), ref);
    return undefined;
  };
}

/** 等级: from how many of 100 points on. */
export const gradesTable: SettingsTable = {
  block: (pack) => settingsList(GRADES, '设置等级', '等级（满分按 100 分，由高到低）', 10, 'name', [
    { id: 'name', label: '等级名称', content: 'text', entry: 'typed', width: 16, required: true },
    { id: 'from', label: '不低于（分）', content: 'score', entry: 'typed', width: 16, required: true },
  ], pack.assessment.grades.map(({ name, from }) => ({ name, from }))),
  read: (_pack, draft) => {
    const grades = filledRows(draft, GRADES).map((row, i) => {
      const ref = { list: GRADES, row, column: 'from' };
      draft.origin(['assessment', 'grades', i], ref);
      draft.origin(['assessment', 'grades', i, 'name'], { ...ref, column: 'name' });
      return { name: draft.textOf({ ...ref, column: 'name' }), from: draft.written(ref, 'score') ?? '' };
    });
    draft.put(['assessment', 'grades'], grades, { list: GRADES, row: 0, column: 'name' });
  },
};
