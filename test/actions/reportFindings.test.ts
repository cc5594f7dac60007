import { withReportFindings } from '../../src/actions/reportFindings';
import { runChecks, type CheckResult } from '../../src/check/runChecks';
import { evaluate, type Entries } from '../../src/evaluation/evaluate';
import { textCell } from '../../src/values/cell';
import type { Reading } from '../../src/workbook/readWorkbook';
import { bundledForm, sampleEntries } from '../cases/samplePack';

const form = bundledForm('quxian-2023');

/** The sample with these lines as its report, checked, its report proofread. */
function checked(lines: readonly string[]): { readonly before: CheckResult; readonly after: CheckResult } {
  const sample = sampleEntries(form);
  const entries: Entries = { ...sample, lists: new Map([...sample.lists, ['report', lines.map((line, i) => ({ key: `p${i}`, cells: new Map([['text', textCell(line)]]) }))]]) };
  const reading: Reading = {
    entries, shown: () => null, formula: () => null, shownAsDate: () => null, faults: [], template: () => [],
    locate: (ref) => ('list' in ref && ref.list === 'report' ? { sheet: '绩效评价报告', address: `A${ref.row + 4}` } : null),
  };
  const evaluation = evaluate(form, entries);
  const result = runChecks(form, evaluation, null);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return { before: result.value, after: withReportFindings(result.value, evaluation, reading) };
}

const added = (lines: readonly string[]): CheckResult['findings'] => {
  const { before, after } = checked(lines);
  return after.findings.filter((finding) => !before.findings.includes(finding));
};

test('a workbook without a report is as it was', () => {
  const { before, after } = checked([]);
  expect(after).toBe(before);
});

test('findings of the report lead to the row they quote, counted with the others', () => {
  const { before, after } = checked(['一、概况', '培训XX人次。', '三、绩效']);
  const found = after.findings.filter(({ sheet }) => sheet === '绩效评价报告');
  expect(found.map(({ code, level, address, refs }) => [code, level, address, refs])).toEqual(expect.arrayContaining([
    ['N09', 'error', 'A5', [{ list: 'report', row: 1, column: 'text' }]], ['N08', 'hint', 'A4', [{ list: 'report', row: 0, column: 'text' }]],
  ]));
  expect(after.counts.error).toBe(before.counts.error + 1);
  const leftover = found.find(({ code }) => code === 'N09');
  expect(leftover).toMatchObject({ text: '残留占位符“XX人”。', remedy: '请填写实际内容。', item: '评价报告' });
  expect(leftover?.message).toBe('【绩效评价报告】评价报告（A5）：残留占位符“XX人”。请填写实际内容。');
});

test('a figure that is not the workbook’s is told with both', () => {
  const [finding] = added(['2023年决算支出总计337.39万元。']);
  expect(finding?.message).toContain('337.39');
  expect(finding?.message).toContain('227.39');
});

test('what the report itself marks as open is to be explained, not an error', () => {
  expect(added(['基本支出【待填：年初预算基本支出】。']).map(({ code, level }) => [code, level])).toEqual([['N09', 'warning']]);
});

test('a score the forms were asked about is not asked about again', () => {
  const { before } = checked(['本部门自评得96分。']);
  expect(before.findings.some(({ code }) => code === 'I19')).toBe(true);
  expect(added(['本部门自评得96分。'])).toEqual([]);
});

test('two findings of one row have keys of their own', () => {
  const keys = added(['一、概况', '情况的情况，落实落实，', '三、绩效']).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});
