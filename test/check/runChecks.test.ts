import { bindChecks, runChecks } from '../../src/check/runChecks';
import { compileForm } from '../../src/evaluation/form';
import { blankEntries } from '../../src/evaluation/entries';
import { evaluate } from '../../src/evaluation/evaluate';
import type { CheckUse } from '../../src/pack/pack';
import { bundledForm, sampleData, sampleEvaluation } from '../cases/samplePack';
import { PlayedWorkbook } from '../cases/playedWorkbook';
import { indicators, onEconomic, workbookIn, type Situation } from './situations';

const form = bundledForm('quxian-2023');

function codesIn(situation: Situation): readonly string[] {
  const workbook = workbookIn(situation);
  const reading = workbook.read();
  const result = runChecks(workbook.form, evaluate(workbook.form, reading.entries), reading);
  return result.ok ? result.value.findings.map(({ code, level }) => `${code} ${level}`) : [];
}

/** What the published report of 2023 must bring up, and nothing besides. */
const OF_THE_SAMPLE = ['R15 warning', 'N04 warning', 'F08 hint', 'I14 hint', 'I11 hint', 'I09 warning', 'I11 hint', 'I12 warning', 'I19 warning'];

test('the sample: what the audit of the published report found in its tables, nothing else', () => {
  const evaluation = sampleEvaluation();
  const result = runChecks(evaluation.form, evaluation, null);
  expect(result.ok && result.value.findings.map(({ code, level }) => `${code} ${level}`)).toEqual(OF_THE_SAMPLE);
  expect(result.ok && result.value.counts).toEqual({ error: 0, warning: 5, hint: 4 });
  // What the report does not tell: economic items, single projects and their classes, points, staff in office, budgets of austerity, assets at the beginning, last year, who signed.
  expect(result.ok && [...new Set(result.value.unchecked.map(({ code }) => code))]).toEqual([
    'F07', 'F20', 'F21', 'F23', 'F24', 'F26', 'F27', 'F28', 'R07', 'R11', 'R12', 'R14', 'I04', 'I21', 'I26', 'N02', 'P01', 'T03', 'T09', 'A01', 'S01',
  ]);
  const passed = result.ok ? result.value.outcomes.filter(({ outcome }) => outcome === 'pass').map(({ code }) => code) : [];
  expect(passed).toEqual(expect.arrayContaining(['F01', 'F02', 'F03', 'F10', 'F11', 'F12', 'F04', 'F05', 'F06', 'F15', 'F16', 'F17', 'F18', 'R01', 'R02', 'R03', 'R04', 'R05', 'R06', 'R08', 'R09', 'I01', 'I03', 'I05', 'I17', 'I20', 'N01', 'N11', 'T01', 'T02', 'A02', 'A03', 'V30']));
});

test('the sample in a laid-out workbook brings up the same, with cells to go to', () => {
  const workbook = PlayedWorkbook.sample();
  const reading = workbook.read();
  const result = runChecks(workbook.form, evaluate(workbook.form, reading.entries), reading);
  expect(result.ok && result.value.findings.map(({ code, level }) => `${code} ${level}`)).toEqual(OF_THE_SAMPLE);
  for (const finding of result.ok ? result.value.findings : []) {
    expect(finding.address).toMatch(/^[A-Z]+\d+$/);
    expect(finding.message).toContain(`【${finding.sheet}】${finding.item}（${finding.address}）：`);
  }
});

test('an empty workbook has no findings, and says what it could not check', () => {
  const result = runChecks(form, evaluate(form, blankEntries(form)), null);
  expect(result.ok && result.value.findings).toEqual([]);
  expect(result.ok && new Set(result.value.unchecked.map(({ code }) => code)).size).toBeGreaterThan(15);
  expect(result.ok && result.value.outcomes.filter(({ code, outcome }) => /^[FRINTAS]/.test(code) && outcome !== 'cannotCheck')).toEqual([]);
});

// One planted error, one finding beside those of the sample.
test.each<[string, Situation, string]>([
  ['年初预算在两张表不同', { fields: { 'expenditure.undividedTotal.initial': '227.39', 'expenditure.undividedTotal.adjustment': '0' } }, 'F11 error'],
  ['支出按性质多填 1 万元', { fields: { 'expenditure.project.general': '96.84' } }, 'F03 error'],
  ['收入决算少填 10 万元', { fields: { 'income.general.final': '187.39' } }, 'F16 error'],
  ['一般公共预算调整后少填 10 万元', { fields: { 'income.general.stated': '187.39' } }, 'F10 error'],
  ['附表资金总额少填', { fields: { 'targets.fiscal': '220' } }, 'F11 error'],
  ['收入合计的公式被改成 0', { put: [[{ field: 'income.yearTotal.final' }, 0]] }, 'F13 error'],
  ['支出合计的公式被改成 223.39', { put: [[{ field: 'expenditure.yearTotal.final' }, 223.39]] }, 'F02 error'],
  ['合计的公式被改成差一分的数', { put: [[{ field: 'income.yearTotal.final' }, 227.4]] }, 'V30 error'],
  ['占比照四舍五入抄成固定值', { put: [[{ field: 'expenditure.basic.share' }, 0.4466], [{ field: 'expenditure.project.share' }, 0.5534]] }, 'V31 hint'],
  ['手动计算，公式未重算', { damage: (workbook) => workbook.put({ field: 'staffing.officeCount' }, 3, '=COUNTA(A:A)') }, 'V30 error'],
  ['删了一张表', { damage: (workbook) => workbook.deleteSheet('progress') }, 'V20 error'],
  ['丢了一格，凡用到它的都不算', { damage: (workbook) => workbook.loseName('整体目标_财政拨款') }, 'V21 error'],
  ['占比截位', { put: [[{ field: 'expenditure.basic.share' }, 0.4465]] }, 'R04 warning'],
  ['两个时段执行率都填 100%', { put: [[{ field: 'progress.june.rate' }, 1], [{ field: 'progress.october.rate' }, 1]] }, 'R02 error'],
  ['文本型数字', { damage: (workbook) => workbook.put({ field: 'progress.june.executed' }, '216.04 ').recalculate() }, 'V01 error'],
  ['清单中插入的行没有公式', { damage: (workbook) => workbook.insertRow('indicators', 2).put({ list: 'indicators', row: 2, column: 'level3' }, '新指标').put({ list: 'indicators', row: 2, column: 'weight' }, 0)
    .put({ list: 'indicators', row: 2, column: 'level1' }, '产出指标').put({ list: 'indicators', row: 2, column: 'nature' }, '定性').recalculate() }, 'V26 warning'],
  // The lists of the sample state no projects one by one: their sum says what the expenditure says.
  ['项目合计少填 5.84 万元', { fields: { 'projectSummary.phased.statedExecuted': '50' } }, 'F08 error'],
  ['基金收入少填 5 万元，年末结转随之不符', { fields: { 'income.fund.final': '25' } }, 'F16 error'],
  ['某功能科目的基金数多填 5 万元', { typed: [[{ list: 'functions', row: 4, column: 'fund' }, 25]] }, 'F11 error'],
  ['某功能科目的决算数与基本、项目之和不符', { typed: [[{ list: 'functions', row: 6, column: 'basic' }, 100], [{ list: 'functions', row: 6, column: 'project' }, 51.83]] }, 'F25 error'],
  ['“三公”合计的公式被改成固定值', { put: [[{ field: 'austerity.threePublic.final' }, 2]] }, 'T01 error'],
  ['公务接待费少填 2 万元，低于经济分类科目，说明仍写“与上年持平”', onEconomic({ 'austerity.reception.previous': '8', 'austerity.reception.final': '6', 'austerity.reception.note': '与上年持平', 'austerityCounts.receptionBatches': '8', 'austerityCounts.receptionPersons': '64', 'assets.equipment.added': '123.84' }), 'T10 error'],
  ['资产年末数的公式被改成固定值', { fields: { 'assets.equipment.opening': '100' }, put: [[{ field: 'assets.equipment.closing' }, 90]] }, 'A01 error'],
  ['说涉及政府采购而没有数', { fields: { 'focus.procurement.involved': '涉及' } }, 'A03 warning'],
  ['权重合计 110', { lists: { indicators: indicators({ 1: { weight: '15' } }) } }, 'I01 error'],
])('%s: one finding more, at its root', (_what, situation, expected) => {
  const codes = [...codesIn(situation)];
  // F11 of 年初预算 answers for the adjustment rate as well.
  const family = expected === 'F11 error' && !codes.includes('R15 warning') ? ['R15 warning'] : [];
  expect([...codes, ...family].sort()).toEqual([...OF_THE_SAMPLE, expected].sort());
});

test('findings come in reading order: sheet, row, column', () => {
  const codes = codesIn({ fields: { 'staff.workers.establishment': '2', 'carryover.statedClosing': '3' } });
  expect(codes).toEqual(['N01 error', 'R15 warning', 'F16 error', ...OF_THE_SAMPLE.slice(1)]);
});

test('a finding keeps its key when rows around it move and text around it changes', () => {
  const keyOf = (lists: Situation['lists']): string | undefined => {
    const workbook = workbookIn(lists ? { lists } : {});
    const result = runChecks(workbook.form, workbook.evaluate(), workbook.read());
    return result.ok ? result.value.findings.find(({ code }) => code === 'I11')?.key : undefined;
  };
  expect(keyOf({ indicators: indicators({ 20: { level3: '长效机制健全性', weight: '5' } }) })).toBe(keyOf(undefined));
});

test('every fault in the checks of a pack is told at once, with path and example', () => {
  const uses: readonly CheckUse[] = [
    { code: 'F99' },
    { code: 'F01', total: 'income.nothing', parts: ['income.general.final'] },
    { code: 'R15', adjustment: 'income.yearTotal.adjustment', initial: 'income.yearTotal.initial', reasons: ['adjustment.reason'], limit: 0.3 },
    { code: 'I14', rows: 8, columns: 3 },
  ];
  const faulty = compileForm({ ...form.pack, checks: uses });
  const bound = faulty.ok ? bindChecks(faulty.value) : faulty;
  expect(bound.ok ? [] : bound.error.map(({ path, found }) => `${path} ${found}`)).toEqual([
    'checks[0].code F99', 'checks[1].total income.nothing', 'checks[1].parts ["income.general.final"]', 'checks[2].limit 0.3', 'checks[3].columns columns',
  ]);
});

test('the data of a unit never changes what the pack says is expected', () => {
  expect(Object.keys(sampleData('quxian-2023').fields).filter((id) => !form.fields.has(id))).toEqual([]);
});

test('an adjustment asks for its reason with the choices of the pack, other findings for words of their own', () => {
  const evaluation = sampleEvaluation();
  const result = runChecks(evaluation.form, evaluation, null);
  const findings = result.ok ? result.value.findings : [];
  expect(findings.find(({ code }) => code === 'R15')?.reasons).toEqual(['政策性增资', '上级专款', '县委县政府交办', '年末收回', '调剂', '其他']);
  expect(findings.filter(({ code }) => code !== 'R15').flatMap(({ reasons }) => reasons)).toEqual([]);
});

test('a finding says where its threshold comes from, as long as nobody confirmed it', () => {
  const sourceIn = (confirmed: boolean): string | undefined => {
    const checks = form.pack.checks.map((use) => (use.code === 'R15' ? { ...use, sourced: { source: '某县通知第三条', confirmed } } : use));
    const evaluation = sampleEvaluation();
    const result = runChecks({ ...evaluation.form, pack: { ...form.pack, checks } }, evaluation, null);
    return result.ok ? result.value.findings.find(({ code }) => code === 'R15')?.source : undefined;
  };
  expect(sourceIn(false)).toMatch(/；某县通知第三条（待财政局确认）$/);
  expect(sourceIn(true)).toMatch(/；某县通知第三条$/);
});
