import type { Run } from '../../src/actions/ports';
import { writeReport } from '../../src/actions/writeReport';
import { cellText } from '../../src/values/cell';
import { PlayedWorkbook } from '../cases/playedWorkbook';

const quiet: Run = { signal: new AbortController().signal, progress: () => undefined, waiting: () => undefined };

async function write(workbook: PlayedWorkbook): Promise<Extract<Awaited<ReturnType<typeof writeReport>>, { ok: true }>['value']> {
  const result = await writeReport(workbook, workbook.form, workbook.plan, quiet);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function column(workbook: PlayedWorkbook, id: string): readonly string[] {
  return (workbook.read().entries.lists.get('report') ?? []).map(({ cells }) => (cells.has(id) ? cellText(cells.get(id) ?? { kind: 'blank' }) : ''));
}

test('one look, one step; the sheet holds headings and sentences with their sources under its own title', async () => {
  const workbook = PlayedWorkbook.sample();
  const report = await write(workbook);
  expect([workbook.looks, workbook.written.length]).toEqual([1, 1]);
  expect(report).toMatchObject({ sheet: '绩效评价报告', kept: [], own: 0 });
  expect(column(workbook, 'text')).toEqual(report.paragraphs.filter(({ level }) => level !== 0).map(({ text }) => text));
  expect(column(workbook, 'text').slice(0, 2)).toEqual(['一、部门基本情况', '（一）机构组成']);
  const row = column(workbook, 'id').indexOf('expenditure.nature');
  expect(column(workbook, 'sources')[row]?.split(' ')).toContain('expenditure.basic.share');
  expect(report.gaps.map(({ label }) => label)).toEqual(['年初预算基本支出、项目支出']);
});

test('pressed again with nothing changed: nothing is written', async () => {
  const workbook = PlayedWorkbook.sample();
  await write(workbook);
  expect((await write(workbook)).written).toBeNull();
  expect(workbook.written).toHaveLength(1);
});

test('figures change: untouched sentences follow, an edited one stays with the new text beside it', async () => {
  const workbook = PlayedWorkbook.sample();
  await write(workbook);
  const row = column(workbook, 'id').indexOf('unit.staff.text');
  workbook.put({ list: 'report', row, column: 'text' }, '本单位编制16人。').put({ field: 'staffing.paidByFinance' }, 6).put({ field: 'frameResult.manual' }, 95);
  const report = await write(workbook.recalculate());
  expect(report.kept).toEqual([{ id: 'unit.staff.text', text: '本单位编制16人。', ref: { list: 'report', row, column: 'text' } }]);
  expect(column(workbook, 'text')[row]).toBe('本单位编制16人。');
  expect(column(workbook, 'proposal')[row]).toContain('财政供养人员6人');
  expect(column(workbook, 'text').join()).toContain('自评得95分');
});

test('a row the unit added stays behind its paragraph', async () => {
  const workbook = PlayedWorkbook.sample();
  await write(workbook);
  const end = column(workbook, 'text').length;
  workbook.put({ list: 'report', row: end, column: 'text' }, '=1+1，本单位补充');
  workbook.put({ field: 'staffing.paidByFinance' }, 6);
  expect((await write(workbook.recalculate())).own).toBe(1);
  expect(column(workbook, 'text').at(-1)).toBe('=1+1，本单位补充');
});

test('text stays text: what looks like a formula is written as a text value', async () => {
  const workbook = PlayedWorkbook.sample({ fields: { 'profile.shortName': '=HYPERLINK("http://x")' } });
  await write(workbook);
  const cells = workbook.written[0]?.changes.flatMap((change) => (change.kind === 'setCells' ? change.cells.flat() : [])) ?? [];
  expect(cells.length).toBeGreaterThan(100);
  for (const cell of cells) expect(cell && 'value' in cell && ['text', 'blank'].includes(cell.value.kind)).toBe(true);
});

test('a sentence on a cell that does not show what it should prints 【待核】, and says where', async () => {
  const workbook = PlayedWorkbook.sample().put({ field: 'quality.deviation' }, 0);
  const report = await write(workbook);
  expect(column(workbook, 'text').join()).toContain('财政拨款预算偏离度【待核：财政拨款预算偏离度】');
  expect(report.gaps).toContainEqual({ kind: '待核', label: '财政拨款预算偏离度', ref: { field: 'quality.deviation' } });
});

test('too many paragraphs for the sheet: refused before anything is written', async () => {
  const body = Array.from({ length: 300 }, (_, i) => `第${i}段`).join('\n');
  const workbook = PlayedWorkbook.sample({ lists: { texts: [{ number: '1.2', title: '机构职能', body }] } });
  const result = await writeReport(workbook, workbook.form, workbook.plan, quiet);
  expect(result.ok ? null : result.error).toMatchObject({ code: 'L02', place: { sheet: '绩效评价报告' }, expected: `不超过${workbook.form.lists.get('report')?.block.room}行` });
  expect(workbook.written).toEqual([]);
});

test('the report sheet was deleted: the message says how to get it back', async () => {
  const result = await writeReport(PlayedWorkbook.sample().deleteSheet('report'), PlayedWorkbook.sample().form, PlayedWorkbook.sample().plan, quiet);
  expect(result.ok ? null : result.error).toMatchObject({ code: 'L01', place: { sheet: '绩效评价报告' } });
});
