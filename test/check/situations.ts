import { runChecks, type CheckResult } from '../../src/check/runChecks';
import { entriesFromData, type EvaluationData } from '../../src/evaluation/entries';
import { evaluate, type CellRef } from '../../src/evaluation/evaluate';
import type { Form } from '../../src/evaluation/form';
import type { CheckUse } from '../../src/pack/pack';
import { BLANK } from '../../src/values/cell';
import { bundledForm, sampleData } from '../cases/samplePack';
import { PlayedWorkbook, type Plain } from '../cases/playedWorkbook';
import { statedWorkbook } from '../cases/statedWorkbook';

type Rows = EvaluationData['lists'][string];

/** What is done to the sample before a check: other data, or cells put over what the workbook shows. */
export interface Situation {
  readonly fields?: EvaluationData['fields'];
  /** Cells typed over as the clerk types them, before recalculation. */
  readonly typed?: readonly (readonly [CellRef, Plain])[];
  readonly lists?: EvaluationData['lists'];
  readonly put?: readonly (readonly [CellRef, Plain])[];
  readonly damage?: (workbook: PlayedWorkbook) => void;
  /** Uses beside those of the pack, of checks it has no fields of its own for. */
  readonly uses?: readonly CheckUse[];
  /** The pack in the workbook is not what it was. */
  readonly packChanged?: boolean;
  /** Fields of the year before, on top of the sample. */
  readonly lastYear?: EvaluationData['fields'];
}

export interface CheckCase {
  /** Situation in which the check finds nothing; the sample as it is unless said otherwise. */
  readonly pass?: Situation;
  readonly fail: readonly (Situation & {
    readonly level: 'error' | 'warning' | 'hint';
    /** Where it points. */
    readonly at: string;
    /** Part of the message. */
    readonly says: string;
  })[];
  /** Situation in which an operand is missing; null for standing checks, which look only at what is there. */
  readonly cannot: Situation | null;
}

/** Laid out with the sample; fields are typed over and recalculated, which is quicker than planning anew. */
export function workbookIn(situation: Situation): PlayedWorkbook {
  const workbook = PlayedWorkbook.sample(situation.lists ? { lists: situation.lists } : {});
  const typed = Object.entries(situation.fields ?? {});
  for (const [id, value] of typed) {
    const content = workbook.form.fields.get(id)?.form.content ?? 'text';
    workbook.put({ field: id }, value === '' ? BLANK : ['amount', 'rate', 'score', 'count', 'number'].includes(content) ? Number(value) : value);
  }
  for (const [ref, value] of situation.typed ?? []) workbook.put(ref, value === '' ? BLANK : value);
  if (typed.length + (situation.typed ?? []).length > 0) workbook.recalculate();
  for (const [ref, value] of situation.put ?? []) workbook.put(ref, value);
  situation.damage?.(workbook);
  return workbook;
}

/** What the checks say of a situation: of entries alone where nothing was put over a formula, of a laid-out workbook only where it is damaged. */
export function checkedIn(situation: Situation, of: EvaluationData = sampleData('quxian-2023')): CheckResult {
  const plain = bundledForm('quxian-2023');
  const form: Form = { ...plain, pack: { ...plain.pack, checks: [...plain.pack.checks, ...(situation.uses ?? [])] } };
  const data = { ...of, fields: { ...of.fields, ...situation.fields }, lists: { ...of.lists, ...situation.lists } };
  const lastYear = situation.lastYear === undefined ? null : evaluate(form, entriesFromData(form, { ...of, fields: { ...of.fields, ...situation.lastYear } }));
  const { evaluation, reading } = situation.damage ? damaged(situation) : statedWorkbook(plain, { data, typed: situation.typed ?? [], put: situation.put ?? [] });
  const result = runChecks(form, evaluation, situation.damage || situation.put ? reading : null, lastYear, situation.packChanged ?? false);
  if (!result.ok) throw new Error(JSON.stringify(result.error, null, 1));
  return result.value;
}

function damaged(situation: Situation) {
  const workbook = workbookIn(situation);
  return { evaluation: workbook.evaluate(), reading: workbook.read() };
}

/** The sample's indicators with some columns of the n-th (1-based) changed. */
export function indicators(changes: Readonly<Record<number, Readonly<Record<string, string>>>>): Rows {
  return (sampleData('quxian-2023').lists['indicators'] ?? []).map((row, i) => ({ ...row, ...changes[i + 1] }));
}

export const none: Situation = { lists: { indicators: [] } };
export const field = (id: string): CellRef => ({ field: id });
export const everyUnit = indicators({ 23: { unit: '%' }, 24: { unit: '%' } });
export const knownLevel2 = indicators({ 20: { level2: '可持续影响指标' }, 24: { level2: '服务对象满意度指标' } });
export const directions = indicators({ 25: { direction: '反向' }, 26: { direction: '反向' }, 27: { direction: '反向' } });

/** The shares of the nine functions as a clerk types them: each rounded, together 99.99%. */
export const roundedShares = [0.0527, 0.0463, 0.0242, 0.0194, 0.1319, 0.0063, 0.6237, 0.0499, 0.0455]
  .map((share, row): readonly [CellRef, Plain] => [{ list: 'functions', row, column: 'share' }, share]);

export const item = (list: string, row: number, column: string): CellRef => ({ list, row, column });

/** What the sample states of its projects in one sum, blank: a list takes its place. */
export const nothingStated: EvaluationData['fields'] = Object.fromEntries([
  ...['standing', 'phased'].flatMap((row) => ['Count', 'Amount', 'Executed', 'OverTen'].map((column) => `projectSummary.${row}.stated${column}`)),
  'projectFacts.appraised.statedCount', 'projectFacts.stored.statedCount',
].map((id) => [id, '']));

export const project = (name: string, category: string, duration: string, fund: string, amount: string, june: string, october: string): Readonly<Record<string, string>> =>
  ({ name, category, duration, fund, initial: amount, june, october, executed: amount });

/** Projects that add up to the sample's expenditure by nature, by fund and by period. */
export const projects: Rows = [
  project('人员经费', '人员类', '常年', '一般公共预算', '90', '85', '86'),
  project('公用经费', '公用经费类', '常年', '一般公共预算', '11.55', '11.04', '11.04'),
  project('网络运维', '其他运转类', '常年', '一般公共预算', '50', '50', '50'),
  project('城市大脑', '特定目标类', '阶段', '一般公共预算', '45.84', '40', '43'),
  project('智慧社区', '特定目标类', '阶段', '政府性基金预算', '30', '30', '30'),
];
export const listed: Situation = { lists: { projects }, fields: nothingStated };
export const onProjects = (typed: readonly (readonly [number, string, Plain])[], more: Situation = {}): Situation => ({
  ...listed, ...more, fields: { ...nothingStated, ...more.fields }, typed: typed.map(([row, column, value]) => [item('projects', row, column), value]),
});

/** Economic items that add up to the sample's expenditure, down to the items of 严控一般性支出. */
export const economic: Rows = [
  { code: '30101', basic: '60' }, { code: '30305', basic: '30' }, { code: '30211', basic: '3.55', project: '2' }, { code: '30217', basic: '8' }, { code: '31002', project: '123.84' },
];
export const onEconomic = (fields: EvaluationData['fields'], typed: readonly (readonly [number, string, Plain])[] = []): Situation => ({
  lists: { economic }, fields: { 'expenditure.undivided.general': '', 'expenditure.staff.general': '90', 'expenditure.public.general': '11.55', 'austerity.travel.final': '5.55', 'austerity.reception.final': '8', 'austerity.equipment.final': '123.84', ...fields },
  typed: typed.map(([row, column, value]) => [item('economic', row, column), value]),
});

/** The bureau has issued points for three rows of the score table and the unit has scored them. */
export const scored = (...rows: readonly (readonly [points: number, self: number])[]): readonly (readonly [CellRef, Plain])[] =>
  rows.flatMap(([points, self], row) => [[item('frame', row, 'points'), points], [item('frame', row, 'self'), self]] as const);

export const signed = { 'signing.preparer': '张三', 'signing.financeHead': '李四', 'signing.unitHead': '王五', 'signing.phone': '0818-7200000', 'signing.filledOn': '45369', 'profile.reportDate': '45374' };
/** 2024-03-18 and 2024-03-23 as serial numbers. */
export const signedOn = (changes: EvaluationData['fields']): Situation => {
  const all: Readonly<Record<string, string>> = { ...signed, ...changes };
  const dates = ['signing.filledOn', 'profile.reportDate'];
  return {
    fields: Object.fromEntries(Object.entries(all).filter(([id]) => !dates.includes(id))),
    typed: dates.map((id) => [field(id), all[id] === '' || all[id] === undefined ? '' : /^\d+$/.test(all[id]) ? Number(all[id]) : all[id]]),
  };
};

