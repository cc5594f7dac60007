import { entriesFromData, type EvaluationData } from '../../src/evaluation/entries';
import { evaluate, type Evaluation } from '../../src/evaluation/evaluate';
import { cellText } from '../../src/values/cell';
import { bundledForm, sampleData } from '../cases/samplePack';

/** 评价指标体系（得分表）: points come from the bureau; until then the unit types its score. */
const form = bundledForm('quxian-2023');
const names = (form.lists.get('frame')?.block.given ?? []).map((row) => String(row['level3']));

function filled(frame: EvaluationData['lists'][string], fields: EvaluationData['fields'] = {}): Evaluation {
  const sample = sampleData('quxian-2023');
  return evaluate(form, entriesFromData(form, { ...sample, fields: { ...sample.fields, 'frameResult.manual': '', ...fields }, lists: { ...sample.lists, frame } }));
}

function result(evaluation: Evaluation): readonly string[] {
  return ['total', 'score', 'grade', 'unscored'].map((field) => cellText(evaluation.value(`frameResult.${field}`)));
}

/** Equal points for all rows, full self scores; the first row takes what is left of 100. */
const scored = names.map((level3, row) => ({ level3, points: row === 0 ? String(100 - 3 * (names.length - 1)) : '3', self: row === 0 ? String(100 - 3 * (names.length - 1)) : '3' }));

test('points blank: no total is computed, the typed score stands with its grade', () => {
  expect(result(filled([]))).toEqual(['', '', '', String(names.length)]);
  expect(result(filled([], { 'frameResult.manual': '96' }))).toEqual(['', '96', '优', String(names.length)]);
});

test('one row without points keeps the total blank, even where everything else is scored', () => {
  const rows = scored.map((row, index) => (index === 5 ? { level3: row.level3, self: '3' } : row));
  expect(result(filled(rows, { 'frameResult.manual': '96' }))).toEqual(['', '96', '优', '1']);
});

test('the table’s own total wins over a typed score', () => {
  const rows = scored.map((row, index) => (index === 1 ? { ...row, self: '0' } : index === 2 ? { ...row, self: '1.5' } : row));
  const evaluation = filled(rows, { 'frameResult.manual': '100' });
  expect(result(evaluation)).toEqual(['95.5', '95.5', '优', '0']);
  expect(cellText(evaluation.value('frame.total.deduction'))).toBe('4.5');
  expect(cellText(evaluation.value('selfCheck.framePoints.verdict'))).toBe('√');
});

test('a row that does not apply is neither scored nor missing', () => {
  const rows = scored.map((row, index) => (index === 3 ? { level3: row.level3, points: '3', applicable: '不适用' } : row));
  expect(result(filled(rows))).toEqual(['97', '97', '优', '0']);
});

test('figures of the workbook stand beside the rows they belong to', () => {
  const evaluation = filled([]);
  const at = (name: string): readonly string[] => ['numerator', 'denominator', 'result'].map((column) => cellText(evaluation.item('frame', names.indexOf(name), column)));
  expect(at('预算编制质量').slice(0, 2)).toEqual(['227.39', '166.78']);
  expect(at('1—6月执行进度')[0]).toBe('216.04');
  expect(at('1—6月执行进度')[2]).toMatch(/^0\.95008/);
  expect(at('岗位设置')).toEqual(['', '', '']);
  for (const [kind, column] of [['numerator', 'numerator'], ['result', 'result']] as const) {
    const rule = form.lists.get('frame')?.columns.get(column)?.rule;
    const known = (rule?.parameters['names'] ?? []) as readonly string[];
    expect({ kind, strangers: known.filter((name) => !names.includes(name)) }).toEqual({ kind, strangers: [] });
  }
});

test('计分方式 按结果比例 measures the row by its result, never above its points', () => {
  const evaluation = filled([{ level3: '1—6月执行进度', points: '10', method: '按结果比例' }, { level3: '1—10月执行进度', points: '5', method: '按结果比例' }, { level3: '资产配置', points: '5' }]);
  const measured = (name: string): string => cellText(evaluation.item('frame', names.indexOf(name), 'measured'));
  expect([measured('1—6月执行进度'), measured('1—10月执行进度'), measured('资产配置')]).toEqual(['9.5', '4.84', '']);
});
