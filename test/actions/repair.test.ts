import { checkWorkbook, type CheckReport } from '../../src/actions/check';
import type { Run } from '../../src/actions/ports';
import { repair } from '../../src/actions/repair';
import type { CellRef } from '../../src/evaluation/evaluate';
import { BLANK, cellText } from '../../src/values/cell';
import { PlayedWorkbook, type Plain } from '../cases/playedWorkbook';
import { indicators } from '../check/situations';
import { value } from '../excel/steps';

const now = new Date(2024, 2, 23, 9, 5);
const quiet: Run = { signal: new AbortController().signal, progress: () => undefined, waiting: () => undefined };
const field = (id: string): CellRef => ({ field: id });
const cell = (row: number, column: string): CellRef => ({ list: 'indicators', row, column });

const check = async (workbook: PlayedWorkbook): Promise<CheckReport> => value(await checkWorkbook(workbook, workbook.form, workbook.plan, quiet, now));
const shown = (workbook: PlayedWorkbook, ref: CellRef): string => cellText(workbook.read().shown(ref) ?? BLANK);

async function pressed(workbook: PlayedWorkbook, keys?: ReadonlySet<string>): Promise<{ readonly offered: readonly string[]; readonly done: number }> {
  const { repairs } = await check(workbook);
  const done = value(await repair(workbook, workbook.form, workbook.plan, keys ?? new Set(repairs.map(({ key }) => key)), quiet));
  return { offered: repairs.map(({ kind, sheet, address, from, to }) => `${kind} ${sheet} ${address ?? ''} ${from}→${to}`), done: done.count };
}

test('nothing is offered where nothing is wrong', async () => {
  const report = await check(PlayedWorkbook.sample({ lists: { indicators: indicators({ 23: { unit: '%' }, 24: { unit: '%' } }) } }));
  expect(report.repairs).toEqual([]);
});

test.each<[string, CellRef, Plain, string, string]>([
  ['a text number', field('income.other.final'), '0', '0', '0'],
  ['full-width digits', field('progress.june.executed'), '２１６．０４', '216.04', '216.04'],
  ['万元 behind the number', field('progress.june.executed'), '216.04万元', '216.04', '216.04'],
  ['元 in a cell of 万元', field('progress.june.executed'), '2160400元', '216.04', '216.04'],
  ['thousands separators', field('progress.june.executed'), '1,216.04', '1216.04', '1216.04'],
  ['a percentage as text', field('carryover.previousRate'), '3％', '3%', '0.03'],
])('%s is offered as the number it stands for, and then is one', async (_what, ref, typed, offered, stands) => {
  const workbook = PlayedWorkbook.sample({ lists: { indicators: indicators({ 23: { unit: '%' }, 24: { unit: '%' } }) } });
  workbook.put(ref, typed).recalculate();
  const before = await check(workbook);
  expect(before.repairs.map(({ kind, from, to }) => [kind, from, to])).toEqual([['value', String(typed), offered]]);
  expect((await pressed(workbook)).done).toBe(1);
  workbook.recalculate();
  expect(shown(workbook, ref)).toBe(stands);
  expect((await check(workbook)).findings.filter(({ code }) => /^V0[12]$/.test(code))).toEqual([]);
});

test('an operator written otherwise and the unit left out beside percentages', async () => {
  const workbook = PlayedWorkbook.sample({ lists: { indicators: indicators({ 1: { nature: '≧' }, 23: { actual: '95%' }, 24: { actual: '95%' } }) } });
  const { offered } = await pressed(workbook);
  expect(offered.map((line) => line.replace(/ [A-Z]+\d+ /, ' '))).toEqual(['value 整体绩效自评表 ≧→≥', 'value 整体绩效自评表 →%', 'value 整体绩效自评表 →%']);
  expect([shown(workbook, cell(0, 'nature')), shown(workbook, cell(22, 'unit')), shown(workbook, cell(23, 'unit'))]).toEqual(['≥', '%', '%']);
});

test('what could be read in two ways is not offered', async () => {
  const workbook = PlayedWorkbook.sample({ lists: { indicators: indicators({ 23: { unit: '%' }, 24: { unit: '%' } }) } });
  workbook.put(field('progress.june.executed'), '1,23').put(field('carryover.previousRate'), '96').put(field('income.other.final'), '无').recalculate();
  expect((await check(workbook)).repairs).toEqual([]);
});

test('only what was chosen is changed; what somebody mended meanwhile is left alone', async () => {
  const workbook = PlayedWorkbook.sample();
  workbook.put(field('progress.june.executed'), '２１６．０４').put(field('progress.october.executed'), '220.04万元');
  const { repairs } = await check(workbook);
  const june = repairs.find(({ from }) => from === '２１６．０４');
  workbook.put(field('progress.june.executed'), 216);
  const result = value(await repair(workbook, workbook.form, workbook.plan, new Set([june?.key ?? '']), quiet));
  expect(result).toMatchObject({ count: 0, gone: 1 });
  expect([shown(workbook, field('progress.june.executed')), shown(workbook, field('progress.october.executed'))]).toEqual(['216', '220.04万元']);
});

describe('恢复模板', () => {
  /** All but what the check itself writes. */
  const typedCells = (workbook: PlayedWorkbook): unknown => {
    const { fields, lists } = workbook.read().entries;
    return [[...fields].filter(([id]) => !id.startsWith('checkRun.')), [...lists].filter(([id]) => id !== 'findings')];
  };
  const list = '清单_绩效指标';

  test.each<[string, (workbook: PlayedWorkbook) => void, readonly string[]]>([
    ['a formula typed over', (workbook) => workbook.put(field('staffing.officeCount'), 7), ['formula']],
    ['a formula emptied', (workbook) => workbook.put(field('staffing.officeCount'), BLANK), ['formula']],
    ['a formula replaced by another one', (workbook) => workbook.put(field('staffing.officeCount'), 4, '=2+2'), ['formula']],
    ['a label overtyped', (workbook) => workbook.relabel('income', '收入情况表', '收入表'), ['label']],
    ['a name deleted', (workbook) => workbook.loseName(list), ['name']],
    ['a name pointed to another cell', (workbook) => workbook.pointName(list, '$A$1:$C$9'), ['name']],
    ['the protection taken away', (workbook) => workbook.unprotect('income'), ['protection']],
    ['a sheet renamed', (workbook) => workbook.renameSheet('income', '收入表'), ['tabName']],
  ])('%s: told, offered, put back, typed cells untouched', async (_what, damage, kinds) => {
    const workbook = PlayedWorkbook.sample({ lists: { indicators: indicators({ 23: { unit: '%' }, 24: { unit: '%' } }) } });
    const typed = typedCells(workbook);
    const codes = (report: CheckReport): readonly string[] => report.findings.filter(({ code }) => code.startsWith('V')).map(({ code }) => code);
    damage(workbook);
    const before = await check(workbook);
    expect(before.repairs.map(({ kind }) => kind)).toEqual(kinds);
    expect(codes(before)).toHaveLength(1);
    await pressed(workbook);
    workbook.recalculate();
    const after = await check(workbook);
    expect([after.repairs, codes(after)]).toEqual([[], []]);
    expect(typedCells(workbook)).toEqual(typed);
  });
});
