import { runChecks } from '../../src/check/runChecks';
import { evaluate } from '../../src/evaluation/evaluate';
import type { Finding } from '../../src/check/check';
import { indicators, workbookIn, type Situation } from '../check/situations';

function twice(lists: NonNullable<Situation['lists']>): { readonly found: readonly Finding[]; readonly rows: (list: string) => number } {
  const workbook = workbookIn({ lists });
  const reading = workbook.read();
  const evaluation = evaluate(workbook.form, reading.entries);
  const checked = runChecks(workbook.form, evaluation, reading);
  return { found: checked.ok ? checked.value.findings.filter(({ code }) => code === 'V16') : [], rows: (list) => evaluation.rows(list).length };
}

test('B14 the same indicator twice: both are kept, both rows are named', () => {
  const all = indicators({}).slice(0, 3);
  const { found, rows } = twice({ indicators: [...all, { ...all[0], level3: ` ${String(all[0]?.['level3'])}\u3000`, weight: '7' }] });
  expect(rows('indicators')).toBe(4);
  expect(found).toMatchObject([{ level: 'error', refs: [{ list: 'indicators', row: 3 }, { list: 'indicators', row: 0 }] }]);
  expect(found[0]?.message).toContain('第1行与第4行重复');
});

test('B14 the same code under different names, and the same name under two codes', () => {
  const { found, rows } = twice({ projects: [
    { name: '甲项目', code: '51', executed: '1' }, { name: '乙项目', code: '51', executed: '2' }, { name: '丙项目', code: '52' }, { name: '丙项目', code: '53' },
  ] });
  expect(rows('projects')).toBe(4);
  expect(found.map(({ text }) => text)).toEqual(['第1行与第2行编码同为“51”，名称却不同（“甲项目”“乙项目”）。']);
});

test('B14 a function code twice would be added up twice', () => {
  const { found } = twice({ functions: [{ code: '205', stated: '1' }, { code: '208', stated: '2' }, { code: '205', stated: '3' }] });
  expect(found.map(({ text }) => text)).toEqual(['第1行与第3行重复，同为“205”，金额或得分会重复计算。']);
});
