import { entriesFromData, type EvaluationData } from '../../src/evaluation/entries';
import { evaluate, type Evaluation } from '../../src/evaluation/evaluate';
import { compileForm } from '../../src/evaluation/form';
import type { Pack } from '../../src/pack/pack';
import { cellText } from '../../src/values/cell';
import { bundledForm } from '../cases/samplePack';

const form = bundledForm('quxian-2023');
const identities = form.pack.sheets.flatMap((sheet) => sheet.identities ?? []);

function filled(fields: EvaluationData['fields']): Evaluation {
  return evaluate(form, entriesFromData(form, { pack: 'quxian-2023', fields, lists: {} }));
}

const balanced = {
  'income.general.final': '197.39', 'income.fund.final': '30',
  'expenditure.staff.general': '90', 'expenditure.public.general': '11.55', 'expenditure.project.general': '95.84', 'expenditure.project.fund': '30',
};

function row(evaluation: Evaluation, id: string): string {
  return ['left', 'right', 'difference', 'verdict'].map((column) => cellText(evaluation.value(`selfCheck.${id}.${column}`))).join(' | ');
}

test('the sheet has a row for each identity of the forms, about thirty, with an id of its own', () => {
  expect(identities.length).toBeGreaterThanOrEqual(25);
  expect(new Set(identities.map(({ id }) => id)).size).toBe(identities.length);
  for (const { id } of identities) expect(form.fields.get(`selfCheck.${id}.verdict`)?.rule?.kind.kind).toBe('balanceVerdict');
});

test('nothing typed: no relation is called right or wrong', () => {
  const blank = filled({});
  const verdicts = new Set(identities.filter(({ content }) => content === undefined).map(({ id }) => cellText(blank.value(`selfCheck.${id}.verdict`))));
  expect([...verdicts]).toEqual(['—']);
});

test.each([
  ['收支相等', {}, 'grandTotal', '227.39 | 227.39 | 0 | √'],
  ['人员与公用之和', {}, 'basicFinal', '101.55 | 101.55 | 0 | √'],
  ['科目合计差一分是尾差', { 'carryover.statedClosing': '0.01' }, 'closingBalance', '0.01 | 0 | 0.01 | 尾差'],
  ['差到尾差以外', { 'carryover.statedClosing': '0.05' }, 'closingBalance', '0.05 | 0 | 0.05 | ×'],
  ['人数差一人', { 'staffing.statedEstablishment': '16', 'staff.institution.establishment': '15' }, 'establishment', '16 | 15 | 1 | ×'],
  ['资金总额少填', { 'targets.fiscal': '197.39', 'income.general.stated': '197.39', 'income.fund.stated': '30' }, 'targetFunds', '197.39 | 227.39 | -30 | ×'],
  ['只有一类项目时另一类不当作零', { 'projectSummary.staffClass.statedExecuted': '90' }, 'projectClasses', ' | 125.84 |  | —'],
  ['基金收支相等', {}, 'fundBalance', '30 | 30 | 0 | √'],
  ['基金收支不等', { 'income.general.final': '207.39', 'income.fund.final': '20' }, 'fundBalance', '20 | 30 | -10 | ×'],
  ['有结转时不比基金收支', { 'income.fund.final': '40' }, 'fundBalance', ' |  |  | —'],
])('%s', (_what, change, id, expected) => {
  expect(row(filled({ ...balanced, ...change }), id)).toBe(expected);
});

test('填报进度 counts the × of each form and nothing else', () => {
  const counted = (fields: EvaluationData['fields'], sheet: string): string => cellText(filled({ ...balanced, ...fields }).value(`filling.${sheet}.unbalanced`));
  expect(counted({ 'carryover.statedClosing': '0.01' }, 'quality')).toBe('0');
  expect(counted({ 'carryover.statedClosing': '5' }, 'quality')).toBe('1');
  expect(counted({ 'carryover.statedClosing': '5' }, 'expenditure')).toBe('0');
});

test('identities without a 自检表 are a fault of the pack', () => {
  const pack: Pack = { ...form.pack, sheets: form.pack.sheets.filter((sheet) => sheet.id !== 'selfCheck') };
  const compiled = compileForm(pack);
  expect(compiled.ok).toBe(false);
  if (!compiled.ok) expect(compiled.error[0]).toMatchObject({ found: '自检表.establishment.verdict' });
});
