import { issueTemplates } from '../../src/actions/handingOut/issueTemplates';
import { readMaster } from '../../src/actions/handingOut/readMaster';
import { openFile } from '../../src/actions/openFile';
import type { OurWorkbook } from '../../src/actions/openWorkbook';
import type { MadeFile } from '../../src/actions/ports';
import { entriesFromData, type EvaluationData } from '../../src/evaluation/entries';
import { writeXlsx } from '../../src/files/writeXlsx';
import type { Pack } from '../../src/pack/pack';
import { cellText, type CellValue } from '../../src/values/cell';
import { ok } from '../../src/values/result';
import type { Reading } from '../../src/workbook/readWorkbook';
import { builtFile, bundledPack, CREATED, opened, value } from '../files/builtFile';
import { masterFile } from './masterFile';

/** Indicators every unit gets, before the bureau's change; weights sum to 100. */
const BEGUN = [
  { level1: '产出指标', level2: '数量指标', level3: '数据归集量', nature: '≥', target: '100', unit: '万条', weight: 40 },
  { level1: '产出指标', level2: '质量指标', level3: '系统可用率', nature: '≥', target: '99', unit: '%', weight: 30 },
  { level1: '产出指标', level2: '成本指标', level3: '运维成本', nature: '≤', target: '50', unit: '万元', weight: 10 },
  { level1: '满意度指标', level2: '服务对象满意度指标', level3: '群众满意度', nature: '≥', target: '90', unit: '%', weight: 20 },
];

/** What the bureau types on 模板设置: three weights, one new indicator, one rule of its own. */
const CHANGED = {
  indicators: [
    { level3: '数据归集量', weight: 30 }, { level3: '系统可用率', weight: 25 }, { level3: '群众满意度', weight: 15 },
    { level1: '效益指标', level2: '社会效益指标', level3: '数据共享率', nature: '≥', target: '80', unit: '%', weight: 20 },
  ],
  rules: [{ name: '基本支出不超过本年收入', formula: '=支出_基本支出_决算数<=收入_合计_决算数', message: '基本支出大于本年收入', level: '错误' }],
};

export const RULE = 'U01';

export const UNITS = [
  { code: '017', name: '示例县数据中心' }, { code: '018', name: '示例县档案馆' }, { code: '019', name: '示例县图书馆' },
];

/** The pack the bureau's workbook is begun with. */
export function begunPack(): Pack {
  const { pack } = bundledPack();
  return { ...pack, sheets: pack.sheets.map((sheet) => ({ ...sheet, blocks: sheet.blocks.map((block) => (block.type === 'list' && block.id === pack.assessment.list ? { ...block, sourced: { source: '某县通知', confirmed: false }, given: BEGUN } : block)) })) };
}

/** A rule as the bureau types it. */
export interface TypedRule {
  readonly name: string;
  readonly formula: string;
  readonly message: string;
  readonly level: string;
  readonly [column: string]: string;
}

export interface Handed {
  readonly pack: Pack;
  /** A template for each unit, as the bureau made it. */
  readonly files: readonly MadeFile[];
}

/** From a new workbook of the bureau, changed on 模板设置 and saved, to the templates of its units: three, with one rule. */
export async function handedOut(rules: readonly TypedRule[] = CHANGED.rules, toUnits: readonly (typeof UNITS)[number][] = UNITS): Promise<Handed> {
  const bytes = await masterFile(begunPack(), { lists: { setList2: CHANGED.indicators, setRules: rules, rosterUnits: toUnits } });
  const master = value(readMaster(value(await openFile(opened(bytes, '模板.xlsx')))));
  if (!master.settings.ok) throw new Error(JSON.stringify(master.settings.error));
  if (!master.roster.ok) throw new Error(JSON.stringify(master.roster.error));
  const files: MadeFile[] = [];
  const run = { signal: new AbortController().signal, progress: () => undefined, waiting: () => undefined };
  value(await issueTemplates({ pack: master.settings.value, units: master.roster.value, options: { created: CREATED, opensPane: { kind: 'central' } } }, writeXlsx, async (file) => ok(void files.push(file)), run));
  return { pack: master.settings.value, files };
}

/** What a clerk fills in: every target met but 群众满意度, and 基本支出 above the income. */
export const FILLED = {
  fields: {
    'income.general.final': '200', 'expenditure.undivided.general': '227.39',
  },
  indicators: [
    { level3: '数据归集量', actual: '120' }, { level3: '系统可用率', actual: '99.5' }, { level3: '运维成本', actual: '45' }, { level3: '群众满意度', actual: '81' }, { level3: '数据共享率', actual: '88' },
  ],
};

/** A unit's template with the clerk's entries, as its file. */
export async function filledFile(template: MadeFile, more: EvaluationData['lists'] = {}): Promise<Uint8Array> {
  const { pack } = value(await openFile(opened(template.bytes, template.name)));
  const entries = entriesFromData(pack.form, { pack: pack.form.pack.id, fields: FILLED.fields, lists: { indicators: FILLED.indicators, ...more } });
  return (await builtFile(pack, entries)).bytes;
}

/** What the workbook's own cells show of the bureau's change. */
export interface Shown {
  readonly weights: readonly string[];
  readonly scores: readonly string[];
  readonly total: string;
  readonly verdict: string;
}

export function shownIn({ reading }: Pick<OurWorkbook, 'reading'>, verdictField: string): Shown {
  const text = (cell: CellValue | null): string => (cell ? cellText(cell) : 'lost');
  const column = (of: Reading, id: string): readonly string[] => FILLED.indicators.map((_, row) => text(of.shown({ list: 'indicators', row, column: id })));
  return {
    weights: column(reading, 'weight'), scores: column(reading, 'score'),
    total: text(reading.shown({ field: 'assessment.score' })), verdict: text(reading.shown({ field: verdictField })),
  };
}

/** By hand: 30 + 25 + 10 + 81÷90×15 + 20. Rows stand in the order of the form: the new indicator last. */
export const EXPECTED: Shown = { weights: ['30', '25', '10', '15', '20'], scores: ['30', '25', '10', '13.5', '20'], total: '98.5', verdict: '×' };
