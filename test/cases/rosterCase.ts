import { entriesFromData, type EvaluationData } from '../../src/evaluation/entries';
import { compileForm, type Form } from '../../src/evaluation/form';
import { rosterSheets } from '../../src/evaluation/roster';
import type { Pack } from '../../src/pack/pack';
import { readWorkbook, type Reading } from '../../src/workbook/readWorkbook';
import { PlayedWorkbook, type Plain } from './playedWorkbook';
import { tinyPack } from './tinyPack';

/** A small pack whose projects and indicators a bureau gives: two to a unit. */
export const givingPack: Pack = {
  ...tinyPack, id: 'giving', title: '下发小模板',
  sheets: [
    {
      id: 'profile', name: '基本情况', title: '部门基本情况',
      blocks: [{
        type: 'fields', id: 'profile', name: '基本', pairsPerRow: 1, fields: [
          { id: 'fullName', label: '单位全称', content: 'text', entry: 'given', required: true },
          { id: 'unitCode', label: '单位编码', content: 'text', entry: 'given' },
          { id: 'supervisor', label: '主管部门', content: 'text', entry: 'given' },
          { id: 'year', label: '评价年度', content: 'count', entry: 'given', value: 2023 },
          { id: 'head', label: '单位负责人', content: 'text', entry: 'typed', required: true },
        ],
      }],
    },
    {
      id: 'projects', name: '项目明细', title: '项目明细表',
      blocks: [{
        type: 'list', id: 'projects', name: '项目', room: 3, identifiedBy: 'name',
        columns: [
          { id: 'code', label: '项目编码', content: 'text', entry: 'given' },
          { id: 'name', label: '项目名称', content: 'text', entry: 'given', width: 24 },
          { id: 'category', label: '项目类别', content: 'choice', entry: 'typed', required: true, choices: { list: ['人员类', '特定目标类'] } },
          { id: 'initial', label: '年初预算数', content: 'amount', entry: 'given' },
          { id: 'executed', label: '全年执行数', content: 'amount', entry: 'typed', required: true },
          { id: 'rate', label: '执行率', content: 'rate', entry: 'computed', rule: { kind: 'ratio', numerator: 'executed', denominator: 'initial' } },
        ],
      }],
    },
    {
      id: 'targets', name: '自评表', title: '绩效自评表',
      blocks: [{
        type: 'list', id: 'indicators', name: '绩效指标', room: 4, identifiedBy: 'level3', totals: { weight: { kind: 'columnTotal', of: 'indicators.weight[]' } },
        columns: [
          { id: 'level1', label: '一级指标', content: 'text', entry: 'given' },
          { id: 'level3', label: '三级指标', content: 'text', entry: 'given' },
          { id: 'target', label: '指标值', content: 'text', entry: 'given' },
          { id: 'unit', label: '度量单位', content: 'text', entry: 'given' },
          { id: 'weight', label: '权重', content: 'score', entry: 'given' },
          { id: 'actual', label: '实际完成值', content: 'text', entry: 'typed', required: true },
          { id: 'approvedTarget', label: '批复目标值', content: 'text', entry: 'given', helper: true },
          { id: 'approvedWeight', label: '批复权重', content: 'score', entry: 'given', helper: true },
        ],
      }],
    },
    {
      id: 'report', name: '报告', title: '自评报告',
      blocks: [{
        type: 'list', id: 'report', name: '报告', room: 5, identifiedBy: 'text', output: true, document: true,
        columns: [
          { id: 'text', label: '正文', content: 'longText', entry: 'typed' },
          ...(['id', 'generated', 'sources'] as const).map((id) => ({ id, label: id, content: 'text' as const, entry: 'given' as const, hidden: true })),
        ],
      }],
    },
  ],
  assessment: { ...tinyPack.assessment, list: 'indicators', grades: [{ name: '优', from: '90' }, { name: '差', from: '0' }] },
};

/** The same with an evaluation sheet for each project, two of them. */
export const perProjectPack: Pack = {
  ...givingPack, id: 'per-project', perRow: { list: 'projects', count: 2 },
  sheets: givingPack.sheets.map((sheet) => (sheet.id !== 'targets' ? sheet : {
    id: 'targets#', name: '自评表#', title: '项目支出绩效自评表', perRow: {},
    blocks: [
      { type: 'fields', id: 'goals#', name: '目标#', pairsPerRow: 1, fields: [{ id: 'expected', label: '预期目标', content: 'longText', entry: 'given' }] },
      ...sheet.blocks.map((block) => (block.type === 'list' ? { ...block, id: 'indicators#', name: '指标#', totals: {} } : block)),
    ],
  })),
  assessment: { ...givingPack.assessment, list: 'indicators#' },
};

export function formOf(pack: Pack): Form {
  const form = compileForm(pack);
  if (!form.ok) throw new Error(JSON.stringify(form.error));
  return form.value;
}

type Row = Readonly<Record<string, string | number>>;

/** Three units as a bureau types them. */
export const rosterRows: Readonly<Record<'rosterUnits' | 'rosterProjects' | 'rosterIndicators', readonly Row[]>> = {
  rosterUnits: [
    { code: '017', name: '示例县数据中心', contact: '张三', phone: '0818-7120000', field1: '县政府办' },
    { code: '018', name: '示例县档案馆', contact: '=HYPERLINK("x")', phone: '+86 1' },
    { code: '019', name: '示例县图书馆' },
  ],
  rosterProjects: [
    { ofUnit: '017', code: 'P1', name: '政务云租赁', category: '特定目标类', initial: '96.50' },
    { ofUnit: '018', code: 'P2', name: '档案数字化', initial: 30 },
    { ofUnit: '017', code: 'P3', name: '人员经费', category: '人员类', initial: '101.55' },
  ],
  rosterIndicators: [
    { ofUnit: '017', level1: '产出指标', level3: '汇聚数据', target: '120', unit: '万条', weight: '60' },
    { ofUnit: '017', level1: '满意度指标', level3: '群众满意度', target: '≥95', unit: '%', weight: '40' },
    { ofUnit: '018', level1: '产出指标', level3: '数字化卷数', target: '5000', unit: '卷', weight: '100' },
  ],
};

/** The roster's sheets of a pack as a workbook of their own, filled; plain values as typed, so that text in a figure's cell stays text. */
export function rosterReading(pack: Pack, rows: Readonly<Record<string, readonly Readonly<Record<string, Plain>>[]>>, damage: (workbook: PlayedWorkbook) => unknown = () => undefined): Reading {
  const { perRow: _perRow, ...rest } = pack;
  const form = formOf({ ...rest, sheets: rosterSheets(formOf(pack)) });
  const workbook = new PlayedWorkbook(form, { pack: pack.id, fields: {}, lists: {} });
  for (const [list, filled] of Object.entries(rows)) filled.forEach((cells, row) => Object.entries(cells).forEach(([column, value]) => workbook.put({ list, row, column }, value)));
  damage(workbook);
  return readWorkbook(form, workbook.plan, workbook.snapshot());
}

/** What a clerk types into the template of a unit. */
export const clerksData: EvaluationData = {
  pack: 'giving', fields: { 'profile.head': '李四' },
  lists: { projects: [{ name: '政务云租赁', executed: '96.00' }], indicators: [{ level3: '汇聚数据', actual: '130' }] },
};

export { entriesFromData };
