import { checkWorkbook } from '../../src/actions/check';
import type { Run } from '../../src/actions/ports';
import { cellText } from '../../src/values/cell';
import { PlayedWorkbook } from '../cases/playedWorkbook';

const now = new Date(2024, 2, 23, 9, 5);
const quiet = (signal = new AbortController().signal): Run => ({ signal, progress: () => undefined, waiting: () => undefined });

async function check(workbook: PlayedWorkbook): Promise<Extract<Awaited<ReturnType<typeof checkWorkbook>>, { ok: true }>['value']> {
  const result = await checkWorkbook(workbook, workbook.form, workbook.plan, quiet(), now);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** What stands in 校验结果, by column. */
function findings(workbook: PlayedWorkbook): readonly Readonly<Record<string, string>>[] {
  return (workbook.read().entries.lists.get('findings') ?? []).map(({ cells }) => Object.fromEntries([...cells].map(([id, cell]) => [id, cellText(cell)])));
}

function explain(workbook: PlayedWorkbook, code: string, text: string): void {
  const row = findings(workbook).findIndex((finding) => finding['key']?.startsWith(`${code}|`));
  workbook.put({ list: 'findings', row, column: 'explanation' }, text);
}

test('one look, one step; the sheet says what was found and when', async () => {
  const workbook = PlayedWorkbook.sample();
  const report = await check(workbook);
  expect([workbook.looks, workbook.written.length]).toEqual([1, 1]);
  expect(report.sheet).toBe('校验结果');
  expect(findings(workbook).map((row) => `${row['number']} ${row['level']} ${row['sheet']} ${row['address']}`)).toEqual(
    report.findings.map((finding, i) => `${i + 1} ${{ error: '错误', warning: '核实', hint: '提示' }[finding.level]} ${finding.sheet} ${finding.address}`));
  expect(findings(workbook)[0]).toMatchObject({ item: '合计·年中调整数', found: '36.34%', source: expect.stringContaining('绩效自评填报要求“预算调整超30%原因说明”') });
  const value = (field: string): string => cellText(workbook.evaluate().value(field));
  expect([value('checkRun.at'), value('checkRun.summary'), value('checkRun.notChecked')]).toEqual(['2024-03-23 09:05', '错误0条，核实5条，提示4条', '21项：F07、F20、F21、F23、F24、F26、F27、F28、R07、R11、R12、R14、I04、I21、I26、N02、P01、T03、T09、A01、S01']);
});

test('the row of what could not be checked is as high as the list of checks needs', async () => {
  const workbook = PlayedWorkbook.sample();
  await check(workbook);
  const row = Number(/\d+/.exec(workbook.read().locate({ field: 'checkRun.notChecked' })?.address ?? '')?.[0]) - 1;
  const heights = workbook.written.flatMap(({ changes }) => changes).flatMap((change) => (change.kind === 'setRowHeights' && change.sheet.id === 'findings' ? change.heights : []));
  expect(heights.filter((height) => height.row === row).map(({ height }) => height)).toEqual([38]);
});

test('the cell of a finding jumps to its place, also in a sheet with a new name, and its formula is never written', async () => {
  const workbook = PlayedWorkbook.sample();
  workbook.renameSheet('income', "收入 '22").put({ field: 'income.general.final' }, '约三百');
  await check(workbook.recalculate());
  const row = findings(workbook).findIndex(({ sheet }) => sheet === "收入 '22");
  const ref = { list: 'findings', row, column: 'cell' };
  const { evaluation } = (await check(workbook.recalculate()));
  expect(cellText(evaluation.at(ref))).toBe(findings(workbook)[row]?.['address']);
  const at = workbook.read().locate(ref)?.address.slice(1) ?? '';
  expect(workbook.read().formula(ref)).toBe(`=IF(LEN(M${at})=0,"",HYPERLINK("#'"&SUBSTITUTE(C${at},"'","''")&"'!"&M${at},M${at}&""))`);
  expect(workbook.written.flatMap(({ changes }) => changes).some((change) => change.kind === 'setCells' && JSON.stringify(change.cells).includes('HYPERLINK'))).toBe(false);
});

test('where calculation is manual, a link that was not calculated yet is no finding', async () => {
  const workbook = PlayedWorkbook.sample();
  const first = await check(workbook);
  const second = await check(workbook);
  expect(second.findings.map(({ key }) => key)).toEqual(first.findings.map(({ key }) => key));
});

test('a 说明 stays with its finding when others come and go', async () => {
  const workbook = PlayedWorkbook.sample();
  await check(workbook);
  explain(workbook, 'I12', '成本高为差，已核实');
  workbook.put({ field: 'staff.workers.establishment' }, 2);
  const report = await check(workbook.recalculate());
  const rows = findings(workbook);
  expect(rows[0]?.['key']).toMatch(/^N01\|/);
  expect(rows.find((row) => row['key']?.startsWith('I12'))).toMatchObject({ explanation: '成本高为差，已核实', number: '9' });
  expect([...report.explanations.values()]).toEqual(['成本高为差，已核实']);
});

test('a 说明 is kept when its finding is gone, and meets it again when it comes back', async () => {
  const workbook = PlayedWorkbook.sample();
  await check(workbook);
  explain(workbook, 'R15', '上级专款');
  workbook.put({ field: 'adjustment.reason' }, '上级专款');
  await check(workbook.recalculate());
  expect(findings(workbook).at(-1)).toMatchObject({ level: '已消除', explanation: '上级专款', number: '9' });
  workbook.put({ field: 'adjustment.reason' }, '');
  await check(workbook.recalculate());
  expect(findings(workbook)[0]).toMatchObject({ level: '核实', explanation: '上级专款', number: '1' });
  expect(findings(workbook)).toHaveLength(9);
});

test('说明 of the new forms are kept by code, field and row key while figures and rows around them change', async () => {
  const workbook = PlayedWorkbook.sample({ lists: { projects: [
    { name: '甲项目', category: '特定目标类', duration: '常年', initial: '40', june: '30', october: '20', executed: '40' },
    { name: '乙项目', category: '特定目标类', duration: '阶段', initial: '50', june: '10', october: '30', executed: '50' },
  ] } });
  await check(workbook);
  explain(workbook, 'N04', '其余四项未发生');
  explain(workbook, 'R02', '10月冲销20万元');
  const key = findings(workbook).find((row) => row['key']?.startsWith('R02'))?.['key'];
  expect(key).toMatch(/^R02\|projects\.october\|r001$/);
  workbook.put({ list: 'projects', row: 1, column: 'june' }, 35).put({ field: 'austerity.travel.final' }, 3);
  await check(workbook.recalculate());
  const rows = findings(workbook);
  expect(rows.find((row) => row['key'] === key)).toMatchObject({ level: '错误', explanation: '10月冲销20万元' });
  expect(rows.find((row) => row['key']?.startsWith('R02') && row['key'] !== key)?.['explanation']).toBeUndefined();
  expect(rows.find((row) => row['explanation'] === '其余四项未发生')?.['found']).toBe('5项');
});

test('one 说明 answers a family: one wrong amount is one row, however many lists it stands against', async () => {
  const workbook = PlayedWorkbook.sample();
  workbook.put({ field: 'expenditure.undividedTotal.initial' }, 227.39).put({ field: 'expenditure.undividedTotal.adjustment' }, 0);
  await check(workbook.recalculate());
  explain(workbook, 'F11', '决算批复前后口径不同');
  const report = await check(workbook.recalculate());
  expect(report.findings.filter(({ code }) => ['F11', 'R03', 'R15', 'F08', 'F10'].includes(code)).map(({ code, level }) => `${code} ${level}`)).toEqual(['F11 error', 'F08 hint']);
  expect([...report.explanations.values()]).toEqual(['决算批复前后口径不同']);
});

test('rows of the last check are cleared', async () => {
  const workbook = PlayedWorkbook.sample();
  for (const field of ['income.general.final', 'income.fund.final', 'staffing.paidByFinance']) workbook.put({ field }, '约三百');
  await check(workbook.recalculate());
  const before = findings(workbook).length;
  workbook.put({ field: 'income.general.final' }, 197.39).put({ field: 'income.fund.final' }, 30).put({ field: 'staffing.paidByFinance' }, 5);
  await check(workbook.recalculate());
  expect(before).toBeGreaterThan(9);
  expect(findings(workbook)).toHaveLength(9);
});

test('pressed twenty times: the same findings, nothing piles up', async () => {
  const workbook = PlayedWorkbook.sample();
  await check(workbook);
  const once = findings(workbook);
  for (let press = 0; press < 19; press += 1) await check(workbook);
  expect(findings(workbook)).toEqual(once);
});

test('findings are told although 校验结果 was deleted', async () => {
  const workbook = PlayedWorkbook.sample().deleteSheet('findings');
  const report = await check(workbook);
  expect(report.findings.map(({ code }) => code)).toContain('V20');
  expect(report.notWritten).toMatchObject({ code: 'L01', remedy: '请用“生成套表”补建该表后再试。' });
  expect(workbook.written).toEqual([]);
});

test('cancelled before writing: findings are told, nothing is written', async () => {
  const workbook = PlayedWorkbook.sample();
  const stop = new AbortController();
  stop.abort();
  const result = await checkWorkbook(workbook, workbook.form, workbook.plan, quiet(stop.signal), now);
  expect(result.ok && result.value.findings.length).toBe(9);
  expect(result.ok && result.value.notWritten?.code).toBe('K02');
  expect(workbook.written).toEqual([]);
});

test('a workbook that cannot be read is a message, not a result', async () => {
  const workbook = PlayedWorkbook.sample();
  workbook.look = () => Promise.resolve({ ok: false, error: { code: 'X-Busy', text: '忙。', remedy: '稍后再试。' } });
  expect(await checkWorkbook(workbook, workbook.form, workbook.plan, quiet(), now)).toEqual({ ok: false, error: { code: 'X-Busy', text: '忙。', remedy: '稍后再试。' } });
});

test('only 校验结果 is written, and the way back is known', async () => {
  const workbook = PlayedWorkbook.sample();
  await check(workbook);
  explain(workbook, 'I12', '说明');
  await check(workbook);
  const cells = workbook.written.flatMap(({ changes }) => changes).filter(({ kind }) => kind !== 'setPrintArea' && kind !== 'setRowHeights');
  expect(cells.length).toBeGreaterThan(1);
  for (const change of cells) expect(change.kind === 'setCells' && change.sheet).toEqual({ id: 'findings', name: '校验结果' });
});
