import { handIn, type HandIn } from '../../src/actions/handIn';
import type { FileWriter, Run } from '../../src/actions/ports';
import type { Entries } from '../../src/evaluation/evaluate';
import { checkCodeField } from '../../src/evaluation/signOff';
import { openXlsx } from '../../src/files/readXlsx';
import { writeXlsx } from '../../src/files/writeXlsx';
import { cellText, sameCell, BLANK } from '../../src/values/cell';
import type { Message } from '../../src/values/message';
import { readWorkbook, type Reading } from '../../src/workbook/readWorkbook';
import { PlayedWorkbook } from '../cases/playedWorkbook';

const now = new Date(2024, 2, 23, 9, 5);
const quiet = (signal = new AbortController().signal): Run => ({ signal, progress: () => undefined, waiting: () => undefined });
const unit = { 'profile.unitCode': '017' };

function outcome(workbook: PlayedWorkbook, run: Run = quiet(), write: FileWriter = writeXlsx): ReturnType<typeof handIn> {
  return handIn(workbook, { text: JSON.stringify(workbook.form.pack), pack: workbook.form.pack, form: workbook.form, forms: workbook.form, plan: workbook.plan }, write, run, now);
}

async function handedIn(workbook: PlayedWorkbook): Promise<HandIn> {
  const made = await outcome(workbook);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
}

async function made(workbook: PlayedWorkbook): Promise<Extract<HandIn, { kind: 'made' }>> {
  const result = await handedIn(workbook);
  if (result.kind !== 'made') throw new Error(`${result.kind}: ${result.report.findings.map(({ message }) => message).join('\n')}`);
  return result;
}

async function refused(workbook: PlayedWorkbook): Promise<Message> {
  const result = await outcome(workbook);
  if (result.ok) throw new Error('made');
  return result.error;
}

function read(workbook: PlayedWorkbook, { file }: Extract<HandIn, { kind: 'made' }>): Reading {
  const opened = openXlsx(file.bytes, file.name);
  const snapshot = opened.ok ? opened.value.look(workbook.plan) : opened;
  if (!snapshot.ok) throw new Error(JSON.stringify(snapshot.error));
  expect(snapshot.value.store?.journal).toBe('[]');
  expect(snapshot.value.structureProtected).toBe(true);
  return readWorkbook(workbook.form, workbook.plan, snapshot.value);
}

/** Typed cells that differ, by id. */
function differing(one: Entries, other: Entries): readonly string[] {
  const fields = [...new Set([...one.fields.keys(), ...other.fields.keys()])].filter((id) => !sameCell(one.fields.get(id) ?? BLANK, other.fields.get(id) ?? BLANK));
  const items = [...one.lists].flatMap(([list, rows]) => rows.flatMap(({ cells }, row) =>
    [...cells].filter(([column, cell]) => !sameCell(cell, other.lists.get(list)?.[row]?.cells.get(column) ?? BLANK)).map(([column]) => `${list}[${row}].${column}`)));
  return [...fields, ...items];
}

describe('the sample', () => {
  const workbook = PlayedWorkbook.sample({ fields: unit });
  let first: Extract<HandIn, { kind: 'made' }>;

  beforeAll(async () => { first = await made(workbook); });

  test('the file holds what the workbook holds, findings and 说明 included, and no journal', () => {
    const found = read(workbook, first);
    expect(found.faults).toEqual([]);
    expect(differing(workbook.read().entries, found.entries)).toEqual([]);
    expect(found.entries.lists.get('findings')?.length).toBe(first.report.findings.length);
    expect(found.entries.lists.get('findings')?.length).toBeGreaterThan(3);
    expect(cellText(found.entries.fields.get('checkRun.at') ?? BLANK)).toBe('2024-03-23 09:05');
  });

  test('校验码 on paper, in the pane and in the file are the same', () => {
    const found = read(workbook, first);
    expect(first.codes.map(({ sheet }) => sheet)).toEqual(expect.arrayContaining(['收入', '支出（性质）', '整体绩效自评表']));
    for (const { sheet, code } of first.codes) {
      const id = [...workbook.form.sheets.values()].find(({ name }) => name === sheet)?.id ?? '';
      expect(code).toMatch(/^\d{4}-\d{4}$/);
      expect(cellText(found.shown({ field: checkCodeField(id) }) ?? BLANK)).toBe(code);
    }
  });

  test('核实 without 说明 is listed and does not block', () => {
    expect(first.unexplained.length).toBeGreaterThan(0);
    expect(first.unexplained.every(({ level }) => level === 'warning')).toBe(true);
  });

  test('editions count in the workbook, in the name and in the file', async () => {
    expect([first.edition, first.file.name]).toEqual([1, '017-渠县大数据中心-2023-部门绩效自评-第1版.xlsx']);
    const second = await made(workbook);
    expect([second.edition, second.file.name]).toEqual([2, '017-渠县大数据中心-2023-部门绩效自评-第2版.xlsx']);
    expect(cellText(workbook.read().entries.fields.get('profile.edition') ?? BLANK)).toBe('2');
    expect(cellText(read(workbook, second).entries.fields.get('profile.edition') ?? BLANK)).toBe('2');
    expect(workbook.written.map(({ title }) => title)).toContain('登记上报第2版');
  });

  test('a 说明 that was written goes along and is no longer asked for', async () => {
    const row = (workbook.read().entries.lists.get('findings') ?? []).findIndex(({ cells }) => cellText(cells.get('level') ?? BLANK) === '核实');
    workbook.put({ list: 'findings', row, column: 'explanation' }, '已与股室核对，属实。');
    const next = await made(workbook);
    expect(next.unexplained.length).toBe(first.unexplained.length - 1);
    const texts = (read(workbook, next).entries.lists.get('findings') ?? []).map(({ cells }) => cellText(cells.get('explanation') ?? BLANK));
    expect(texts).toContain('已与股室核对，属实。');
  });
});

test('错误 block: no file is built, no edition counted, the list is told and written', async () => {
  const workbook = PlayedWorkbook.sample({ fields: unit });
  workbook.put({ field: 'income.general.final' }, '一百九十七');
  const write = jest.fn<ReturnType<FileWriter>, Parameters<FileWriter>>();
  const result = await outcome(workbook.recalculate(), quiet(), write);
  expect(result).toMatchObject({ ok: true, value: { kind: 'blocked' } });
  expect(result.ok && result.value.report.findings.filter(({ level }) => level === 'error').map(({ code }) => code)).toContain('V04');
  expect(write).not.toHaveBeenCalled();
  expect(workbook.written.map(({ title }) => title)).toEqual(['写入校验结果']);
  expect(workbook.read().entries.lists.get('findings')?.length).toBeGreaterThan(0);
});

test('a unit without code or name is asked for them first', async () => {
  const workbook = PlayedWorkbook.sample({ fields: unit });
  workbook.put({ field: 'profile.unitCode' }, '').put({ field: 'profile.fullName' }, '');
  const message = await refused(workbook.recalculate());
  expect(message).toMatchObject({ code: 'H01', place: { sheet: '基本情况' } });
  expect(message.text).toBe('“单位编码”、“单位全称”未填，上报文件无法命名。');
});

test('B07 a required cell left blank is 待填 while people work, and stops the file', async () => {
  const workbook = PlayedWorkbook.sample({ fields: unit });
  workbook.put({ field: 'progress.june.executed' }, BLANK).put({ field: 'progress.october.executed' }, BLANK).put({ field: 'allocation.excess' }, BLANK);
  const message = await refused(workbook.recalculate());
  expect(message).toMatchObject({ code: 'H03', place: { sheet: '执行进度' }, remedy: '请补填；没有发生的，金额填0，不要留空。' });
  expect(message.text).toBe('必填项还有3格没有填：“执行进度”2格、“资产采购”1格。');
});

test('rows inserted beyond the room of a list are not lost without a word', async () => {
  const workbook = PlayedWorkbook.sample({ fields: unit });
  const room = workbook.form.lists.get('grounds')?.block.room ?? 0;
  workbook.insertRow('grounds', room - 1);
  workbook.put({ list: 'grounds', row: room, column: 'name' }, '多出来的一行');
  expect(await refused(workbook)).toMatchObject({ code: 'H02', place: { sheet: '基本情况' }, found: `${room + 1}行` });
});

test('what somebody types between check and file is checked too', async () => {
  const workbook = PlayedWorkbook.sample({ fields: unit });
  const look = workbook.look.bind(workbook);
  workbook.look = () => {
    if (workbook.looks === 1) workbook.put({ field: 'income.general.final' }, '一百九十七').recalculate();
    return look();
  };
  expect((await handedIn(workbook)).kind).toBe('blocked');
});

test('a file that cannot be built and a workbook that cannot be written leave no edition behind', async () => {
  const workbook = PlayedWorkbook.sample({ fields: unit });
  await expect(outcome(workbook, quiet(), () => Promise.reject(new Error('chunk not loaded')))).rejects.toThrow('chunk not loaded');
  expect(cellText(workbook.read().entries.fields.get('profile.edition') ?? BLANK)).toBe('');
});

test('cancelled before the file is built: nothing is counted', async () => {
  const workbook = PlayedWorkbook.sample({ fields: unit });
  const stop = new AbortController();
  stop.abort();
  const result = await outcome(workbook, quiet(stop.signal));
  expect(result).toMatchObject({ ok: true, value: { kind: 'cancelled' } });
  expect(workbook.written).toEqual([]);
});
