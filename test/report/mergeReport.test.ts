import fc from 'fast-check';
import { mergeReport, type ReportRow } from '../../src/report/mergeReport';
import type { ReportParagraph } from '../../src/report/state';
import { seed } from '../cases/seed';

const paragraph = (id: string, text: string): ReportParagraph => ({ id, level: 'text', text, sources: [{ field: `${id}.x` }], gaps: [] });
const first = [paragraph('a', '甲一'), paragraph('b', '乙一'), paragraph('c', '丙一')];
const second = [paragraph('a', '甲二'), paragraph('b', '乙二'), paragraph('c', '丙二')];
const sheet = mergeReport([], first).rows;
const own = (text: string): ReportRow => ({ text, proposal: '', id: '', generated: '', sources: '' });
const edit = (rows: readonly ReportRow[], id: string, text: string): readonly ReportRow[] => rows.map((row) => (row.id === id ? { ...row, text } : row));
const seen = (rows: readonly ReportRow[]): readonly string[] => rows.map(({ text, proposal }) => (proposal === '' ? text : `${text} ← ${proposal}`));

test('untouched paragraphs are replaced, and remember their sources', () => {
  const { rows, kept } = mergeReport(sheet, second);
  expect(seen(rows)).toEqual(['甲二', '乙二', '丙二']);
  expect(kept).toEqual([]);
  expect(rows[0]).toEqual({ text: '甲二', proposal: '', id: 'a', generated: '甲二', sources: 'a.x' });
});

test('an edited paragraph stays, the new text stands beside it', () => {
  const { rows, kept } = mergeReport(edit(sheet, 'b', '乙，本单位改'), second);
  expect(seen(rows)).toEqual(['甲二', '乙，本单位改 ← 乙二', '丙二']);
  expect(kept).toEqual(['b']);
});

test('it stays edited at every further run, until the person takes the new text', () => {
  const once = mergeReport(edit(sheet, 'b', '乙，本单位改'), second).rows;
  expect(seen(mergeReport(once, second).rows)).toEqual(['甲二', '乙，本单位改 ← 乙二', '丙二']);
  expect(seen(mergeReport(edit(once, 'b', '乙二'), second).rows)).toEqual(['甲二', '乙二', '丙二']);
});

test('a cleared paragraph stays cleared, with the new text to choose', () => {
  expect(seen(mergeReport(edit(sheet, 'b', ''), second).rows)).toEqual(['甲二', ' ← 乙二', '丙二']);
});

test('line ends changed by the program are not an edit', () => {
  expect(seen(mergeReport(edit(sheet, 'b', '乙一\r\n'), second).rows)).toEqual(['甲二', '乙二', '丙二']);
});

test('rows people added stay behind what they followed, also at the top', () => {
  const rows = [own('抬头'), ...sheet.slice(0, 2), own('补充一'), own('补充二'), ...sheet.slice(2), own('落款')];
  const merged = mergeReport(rows, second);
  expect(seen(merged.rows)).toEqual(['抬头', '甲二', '乙二', '补充一', '补充二', '丙二', '落款']);
  expect(merged.own).toBe(4);
});

test('a paragraph the template no longer has goes, unless it was edited', () => {
  const without = second.filter(({ id }) => id !== 'b');
  expect(seen(mergeReport(sheet, without).rows)).toEqual(['甲二', '丙二']);
  expect(seen(mergeReport(edit(sheet, 'b', '乙，本单位改'), without).rows)).toEqual(['甲二', '乙，本单位改', '丙二']);
});

test('a new paragraph comes where the template has it', () => {
  expect(seen(mergeReport(sheet, [paragraph('a', '甲二'), paragraph('n', '新'), ...second.slice(1)]).rows)).toEqual(['甲二', '新', '乙二', '丙二']);
});

test('a row copied by the person is theirs', () => {
  expect(seen(mergeReport([...sheet, ...sheet.slice(0, 1)], second).rows)).toEqual(['甲二', '乙二', '丙二', '甲一']);
});

test(`nothing a person wrote is lost, and writing twice changes nothing (seed ${seed})`, () => {
  const text = fc.constantFrom('甲一', '改过', '', '另写');
  const row = fc.record({ text, proposal: fc.constant(''), id: fc.constantFrom('a', 'b', 'c', 'x', ''), generated: fc.constantFrom('甲一', ''), sources: fc.constant('') });
  fc.assert(fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
    const once = mergeReport(rows, second).rows;
    expect(mergeReport(once, second).rows).toEqual(once);
    const written = rows.filter((each) => each.text !== '' && each.text !== each.generated).map((each) => each.text);
    for (const words of written) expect(once.map((each) => each.text)).toContain(words);
    expect(once.filter(({ id }) => id !== '').map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  }), { seed, numRuns: 500 });
});
