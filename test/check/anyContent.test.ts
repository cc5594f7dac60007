import fc from 'fast-check';
import { runChecks } from '../../src/check/runChecks';
import { evaluate, type CellRef } from '../../src/evaluation/evaluate';
import { renderReport } from '../../src/report/renderReport';
import { sameCell, type CellValue } from '../../src/values/cell';
import { PlayedWorkbook, type Plain } from '../cases/playedWorkbook';
import { runs } from '../cases/runs';
import { seed } from '../cases/seed';

const { form } = PlayedWorkbook.sample();

const fieldRefs: readonly CellRef[] = [...form.fields.keys()].map((field) => ({ field }));
const itemRefs: readonly CellRef[] = ['indicators', 'functions', 'offices', 'texts'].flatMap((list) =>
  [...(form.lists.get(list)?.columns.keys() ?? [])].flatMap((column) => [0, 3, 22, 29].flatMap((row) =>
    row < (form.lists.get(list)?.block.room ?? 0) ? [{ list, row, column }] : [])));

const contents: fc.Arbitrary<Plain> = fc.oneof(
  fc.constantFrom<Plain>(
    '', '　', '无', '—', '约300', '300~400', '≥95%', '96%', '227.39万元', '２２７．３９', '1,23', '2024.3', '2024-03-23', '{{ x }}', '{% if %}', '=1+1', '不适用', '未计算',
    '__proto__', 'constructor', '\u200b', 'a'.repeat(40_000), '第一行\n第二行', 0, -0.01, 1e308, 1e-300, 45374, 0.1 + 0.2,
    { kind: 'blank' }, { kind: 'truth', value: true }, { kind: 'error', code: '#REF!' }, { kind: 'error', code: '#DIV/0!' },
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string({ maxLength: 12, unit: 'binary' }),
);


test(`any content in any cell: checks and report answer, in whole sentences (seed ${seed})`, () => {
  const places = fc.constantFrom(...fieldRefs, ...itemRefs);
  fc.assert(fc.property(fc.array(fc.tuple(places, contents), { minLength: 1, maxLength: 6 }), fc.boolean(), (edits, recalculated) => {
    const workbook = PlayedWorkbook.sample();
    for (const [ref, content] of edits) workbook.put(ref, content, recalculated && isComputed(ref) ? '=1' : null);
    if (recalculated) workbook.recalculate();
    const reading = workbook.read();
    const evaluation = evaluate(workbook.form, reading.entries);
    const checked = runChecks(workbook.form, evaluation, reading);
    if (!checked.ok) throw new Error('checks of the pack are faulty');
    for (const finding of checked.value.findings) {
      expect(finding.message).toMatch(/^【[^】]+】[^]+：[^]+。$/);
      expect(finding.text + finding.remedy).not.toMatch(/undefined|NaN|Infinity|\[object/);
      expect(finding.text.length).toBeLessThan(1_000);
    }
    const keys = checked.value.findings.map(({ key }) => key);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    const rendered = renderReport(workbook.form, evaluation, reading);
    expect(rendered.ok ? [] : rendered.error).toEqual([]);
  }), { seed, numRuns: runs(60) });
});

function isComputed(ref: CellRef): boolean {
  const rule = 'field' in ref ? form.fields.get(ref.field)?.rule : form.lists.get(ref.list)?.columns.get(ref.column)?.rule;
  return rule !== null && rule !== undefined;
}

/** A computed value that is not the rule's never reaches a sentence unmarked. */
test(`a figure that the workbook shows otherwise is never printed as sure (seed ${seed})`, () => {
  const shown: readonly string[] = ['expenditure.basic.share', 'income.general.finalShare', 'progress.june.rate', 'quality.deviation', 'carryover.closingBalance', 'assessment.score'];
  fc.assert(fc.property(fc.constantFrom(...shown), contents, (field, content) => {
    const workbook = PlayedWorkbook.sample();
    const right: CellValue = workbook.evaluate().value(field);
    workbook.put({ field }, content);
    const reading = workbook.read();
    const rendered = renderReport(workbook.form, evaluate(workbook.form, reading.entries), reading);
    const gaps = rendered.ok ? rendered.value.flatMap((paragraph) => paragraph.gaps) : [];
    const standing = reading.shown({ field });
    const same = standing !== null && sameCell(standing, right);
    expect(gaps.some((gap) => gap.kind === '待核' && 'field' in gap.ref && gap.ref.field === field)).toBe(!same);
  }), { seed, numRuns: runs(40) });
});
