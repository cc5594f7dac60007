import fc from 'fast-check';
import { follow, type Following } from '../../src/actions/follow';
import { layOut } from '../../src/actions/layOut';
import { liveReading, type LiveReading } from '../../src/actions/liveReading';
import { ExcelChangeFeed } from '../../src/excel/changeFeed';
import { cellText } from '../../src/values/cell';
import { messageLine, type Message } from '../../src/values/message';
import type { Result } from '../../src/values/result';
import { seed } from '../cases/seed';
import { tinyPackText } from '../cases/tinyPack';
import { playExcel, QUICK, tiny, until, value, type PlayedExcel } from '../excel/steps';

const INCOME = '收入（万元）';
const ITEMS = '项目明细';
const { form, plan } = tiny();

interface Followed extends PlayedExcel {
  readonly told: Result<LiveReading, Message>[];
  readonly following: Following;
}

async function followed(): Promise<Followed> {
  const excel = await playExcel();
  value(await layOut(excel.port, tinyPackText, null, excel.run));
  const told: Result<LiveReading, Message>[] = [];
  const following = value(await follow(excel.port, new ExcelChangeFeed(QUICK), form, plan, (reading) => told.push(reading), { gather: 5 }));
  return { ...excel, told, following };
}

/** The next reading that satisfies; events and reads take their time. */
async function readingThat(excel: Followed, holds: (reading: LiveReading) => boolean): Promise<LiveReading> {
  const told = (): LiveReading | null => {
    const last = excel.told.at(-1);
    return last?.ok && holds(last.value) ? last.value : null;
  };
  await until(() => told() !== null);
  const found = told(), last = excel.told.at(-1);
  if (found) return found;
  throw new Error(`never: ${last?.ok ? JSON.stringify(comparable(last.value)) : last && messageLine(last.error)}`);
}

const figure = (reading: LiveReading, field: string): string => cellText(reading.evaluation.value(field));

/** What the pane shows, without time and the raw snapshot. */
function comparable(reading: LiveReading): unknown {
  return {
    fields: [...form.fields.keys()].map((id) => [id, figure(reading, id), cellText(reading.reading.shown({ field: id }) ?? { kind: 'blank' })]),
    items: [...form.lists.values()].map((list) => [...list.columns.keys()].map((column) => [0, 1, 2, 3].map((row) => cellText(reading.evaluation.item(list.id, row, column))))),
    empties: reading.empties, differences: reading.differences, calculation: reading.calculation,
  };
}

test('a typed cell reaches the reading in one small request', async () => {
  const excel = await followed();
  const mark = excel.host.counters.mark();
  await excel.host.user.type(INCOME, 'B5', '166.78');
  const reading = await readingThat(excel, (each) => figure(each, 'income.general.initial') === '166.78');
  expect(figure(reading, 'income.total.adjusted')).toBe('166.78');
  expect(reading.differences).toEqual([]);
  const tally = excel.host.counters.since(mark);
  console.log(`typed cell: ${tally.syncs} sync, ${tally.bytes} bytes`);
  expect(tally.syncs).toBe(1);
  expect(tally.bytes).toBeLessThanOrEqual(20_000);
  await excel.following.stop();
});

test('required cells that are blank are counted by sheet, with the first one', async () => {
  const excel = await followed();
  await excel.host.user.type(ITEMS, 'A5', '数据平台');
  const reading = await readingThat(excel, (each) => each.empties.some(({ sheet }) => sheet === ITEMS));
  expect(reading.empties).toEqual([
    { sheet: '基本情况', count: 2, first: { sheet: '基本情况', address: 'B2' } },
    { sheet: ITEMS, count: 1, first: { sheet: ITEMS, address: 'C5' } },
  ]);
  await excel.following.stop();
});

test('a formula typed over shows as a difference between engine and cell', async () => {
  const excel = await followed();
  await excel.host.user.type(INCOME, 'B5', '166.78');
  await excel.host.user.unprotect(INCOME);
  await excel.host.user.type(INCOME, 'D5', '99');
  const reading = await readingThat(excel, (each) => each.differences.length > 0);
  expect(reading.differences.map(({ place, label, shown, computed }) => [place.address, label, cellText(shown), cellText(computed)])).toContainEqual(
    ['D5', '一般公共预算财政拨款·调整后预算数', '99', '166.78'],
  );
  await excel.following.stop();
});

test('rows inserted, sheets renamed or deleted: everything is read again', async () => {
  const excel = await followed();
  await excel.host.user.type(INCOME, 'B5', '5');
  await readingThat(excel, (each) => figure(each, 'income.general.initial') === '5');
  await excel.host.user.unprotect(INCOME);
  await excel.host.user.insertRows(INCOME, 2, 3);
  const moved = await readingThat(excel, (each) => each.locate({ field: 'income.general.initial' })?.address === 'B8');
  expect(figure(moved, 'income.general.initial')).toBe('5');
  await excel.host.user.renameSheet(INCOME, '收入');
  await excel.host.user.type('收入', 'B9', '7');
  const renamed = await readingThat(excel, (each) => figure(each, 'income.fund.initial') === '7');
  expect(renamed.locate({ field: 'income.fund.initial' })).toEqual({ sheet: '收入', address: 'B9' });
  await excel.host.user.deleteSheet('收入');
  await readingThat(excel, (each) => each.reading.faults.some(({ kind }) => kind === 'sheetLost'));
  await excel.following.stop();
});

test.each(['lose', 'double', { delay: 40 }] as const)('C09 events that are %j: reading on activation equals a full one', async (events) => {
  const excel = await followed();
  excel.host.faults.events = events;
  await excel.host.user.type(INCOME, 'B5', '1');
  await excel.host.user.type(INCOME, 'B6', '2');
  await new Promise((resolve) => setTimeout(resolve, 80));
  await excel.following.readAgain();
  const reading = await readingThat(excel, (each) => figure(each, 'income.total.initial') === '3');
  expect(comparable(reading)).toEqual(comparable(liveReading(form, plan, value(await excel.port.look(plan)), new Date())));
  await excel.following.stop();
});

test('C10 our own writing raises no reading; a colleague’s does', async () => {
  const excel = await followed();
  const count = excel.told.length;
  value(await excel.port.look(null));
  value(await excel.port.write({
    title: '试写', changes: [{ kind: 'setCells', sheet: { id: 'income', name: INCOME }, block: { row: 4, column: 1, rowCount: 1, columnCount: 1 }, cells: [[{ value: { kind: 'text', text: '甲' } }]], before: [[{ value: { kind: 'blank' } }]] }],
  }, null, excel.run));
  await excel.host.idle();
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(excel.told).toHaveLength(count);
  await excel.host.coauthor.type(INCOME, 'B6', '4');
  await readingThat(excel, (each) => figure(each, 'income.fund.initial') === '4');
  await excel.following.stop();
});

test('a second start silences the first, stopping stops', async () => {
  const excel = await followed();
  const second: Result<LiveReading, Message>[] = [];
  const again = value(await follow(excel.port, new ExcelChangeFeed(QUICK), form, plan, (reading) => second.push(reading), { gather: 5 }));
  const count = excel.told.length;
  await excel.host.user.type(INCOME, 'B5', '1');
  await until(() => second.length > 1);
  await excel.host.idle();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(excel.told).toHaveLength(count);
  expect(second.length).toBeGreaterThan(1);
  await again.stop();
  await excel.following.stop();
  expect(excel.host.handlers('DataChanged')).toBe(0);
});

test(`piece by piece equals all at once, whatever is typed (seed ${seed})`, async () => {
  const excel = await followed();
  const edits = fc.array(fc.tuple(
    fc.constantFrom([INCOME, 'B5'], [INCOME, 'C5'], [INCOME, 'B6'], [ITEMS, 'A5'], [ITEMS, 'A6'], [ITEMS, 'C5'], [ITEMS, 'C6'], [ITEMS, 'D6'], ['基本情况', 'B5']),
    fc.constantFrom('1', '2.5', '0', '', '100.01', '12'),
  ), { minLength: 1, maxLength: 6 });
  await fc.assert(fc.asyncProperty(edits, async (typed) => {
    for (const [[sheet = '', address = ''], text] of typed) {
      if (text === '') await excel.host.user.erase(sheet, address);
      else await excel.host.user.type(sheet, address, text);
    }
    await excel.host.idle();
    const full = comparable(liveReading(form, plan, value(await excel.port.look(plan)), new Date()));
    const reading = await readingThat(excel, (each) => JSON.stringify(comparable(each)) === JSON.stringify(full));
    expect(comparable(reading)).toEqual(full);
  }), { seed, numRuns: 12, endOnFailure: true });
  await excel.following.stop();
});
