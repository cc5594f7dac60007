import { runChecks } from '../../src/check/runChecks';
import { evaluate } from '../../src/evaluation/evaluate';
import { indicators, workbookIn } from '../check/situations';
import { typed } from './typed';

test('B13 a budget of 0 makes a rate 不适用, never a division by 0 and never 0', () => {
  expect(typed('amount', 0, { signed: 5 })).toMatchObject({ ratio: '不适用', findings: [] });
  expect(typed('amount', { kind: 'blank' }, { signed: 5 }).ratio).toBe('');
});

test('B13 weights of 33.33 three times: 99.99 is not 100, the message says that there is no tolerance and what to do', () => {
  const workbook = workbookIn({ lists: { indicators: indicators({}).slice(0, 3).map((row) => ({ ...row, weight: '33.33' })) } });
  const reading = workbook.read();
  const checked = runChecks(workbook.form, evaluate(workbook.form, reading.entries), reading);
  const found = checked.ok ? checked.value.findings.find(({ code }) => code === 'I01') : undefined;
  expect(found).toMatchObject({ level: 'error', found: '99.99', expected: '100', difference: '-0.01' });
  expect(found?.message).toMatch(/像是逐项四舍五入所致；权重合计须正好为100，不设容差.*请把差额调整在其中一项指标上/);
});
