import { evaluate, type Evaluation, type EntryRow } from '../../src/evaluation/evaluate';
import { compileForm, type Form } from '../../src/evaluation/form';
import type { Pack } from '../../src/pack/pack';
import { numberCell, textCell, type CellValue } from '../../src/values/cell';

/** A pack of two sheets, just enough for every part of the 填报 page. */
const pack: Pack = {
  formatVersion: 1, id: 'tiny', version: '1', title: '小样方案', jurisdiction: '示例县', year: 2023, unitOfAmounts: '万元', documents: [],
  sheets: [
    {
      id: 'progress', name: '执行进度', title: '执行进度',
      blocks: [{
        type: 'matrix', id: 'progress', name: '执行进度', rowHeading: '时段',
        columns: [
          { id: 'periodBudget', label: '预算数', content: 'amount', entry: 'typed' },
          { id: 'executed', label: '执行数', content: 'amount', entry: 'typed' },
          { id: 'rate', label: '执行率', content: 'rate', entry: 'computed', rule: { kind: 'ratio', numerator: 'executed', denominator: 'periodBudget' } },
        ],
        rows: [
          { id: 'june', label: '1–6月' },
          { id: 'december', label: '1–12月' },
        ],
      }],
    },
    {
      id: 'targets', name: '整体绩效自评表', title: '自评表',
      blocks: [
        {
          type: 'list', id: 'indicators', name: '指标', room: 4, identifiedBy: 'level3',
          columns: [
            { id: 'level1', label: '一级指标', content: 'text', entry: 'given' },
            { id: 'level3', label: '三级指标', content: 'text', entry: 'given' },
            { id: 'weight', label: '权重', content: 'number', entry: 'given' },
            { id: 'rate', label: '完成率', content: 'rate', entry: 'typed' },
            { id: 'score', label: '得分', content: 'score', entry: 'typed' },
          ],
        },
        {
          type: 'fields', id: 'assessment', name: '自评', pairsPerRow: 1,
          fields: [
            { id: 'weightTotal', label: '权重合计', content: 'number', entry: 'computed', rule: { kind: 'columnTotal', of: 'indicators.weight[]' } },
            { id: 'score', label: '得分合计', content: 'score', entry: 'computed', rule: { kind: 'columnTotal', of: 'indicators.score[]' } },
            { id: 'pendingScore', label: '待核实分', content: 'score', entry: 'typed' },
            { id: 'unscored', label: '未计分行数', content: 'count', entry: 'typed' },
            { id: 'grade', label: '等级', content: 'text', entry: 'typed' },
          ],
        },
      ],
    },
  ],
  assessment: {
    source: '测试', confirmed: true, list: 'indicators', weightTotal: 100, notApplicable: 'exclude', overTarget: 'full',
    natures: [], scales: [], tree: [], grades: [],
  },
  checks: [],
  report: { sheet: 'targets', title: '报告', parts: [], templates: {} },
};

export function tinyForm(): Form {
  const form = compileForm(pack);
  if (!form.ok) throw new Error(JSON.stringify(form.error));
  return form.value;
}

const indicators: readonly (readonly [string, string, string, string])[] = [
  ['产出指标', '数据资源汇聚完成率', '50', '48'],
  ['产出指标', '信息化建设率', '30', '30'],
  ['满意度指标', '群众满意度', '20', '18.5'],
];

/** 1–12月 100%, 1–6月 95.01%, 96.5 points, 等级 优. */
export function tinyEvaluation(more: Readonly<Record<string, CellValue>> = {}): Evaluation {
  const rows: EntryRow[] = indicators.map(([level1, level3, weight, score], index) => ({
    key: `k${index}`,
    cells: new Map<string, CellValue>([
      ['level1', textCell(level1)], ['level3', textCell(level3)], ['weight', numberCell(weight)], ['score', numberCell(score)],
    ]),
  }));
  const fields: Record<string, CellValue> = {
    'progress.june.periodBudget': numberCell('227.39'), 'progress.june.executed': numberCell('216.04'),
    'progress.december.periodBudget': numberCell('227.39'), 'progress.december.executed': numberCell('227.39'),
    'assessment.grade': textCell('优'),
    ...more,
  };
  return evaluate(tinyForm(), { fields: new Map(Object.entries(fields)), lists: new Map([['indicators', rows]]) });
}
