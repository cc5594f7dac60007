import { checkWorkbook } from '../../src/actions/check';
import { explain } from '../../src/actions/explain';
import type { Run } from '../../src/actions/ports';
import { PlayedWorkbook } from '../cases/playedWorkbook';
import { value } from '../excel/steps';

const quiet: Run = { signal: new AbortController().signal, progress: () => undefined, waiting: () => undefined };
const now = new Date(2024, 2, 23, 9, 5);

test('one 说明 for several findings is kept in the workbook, from check to check, and can be taken away', async () => {
  const workbook = PlayedWorkbook.sample();
  const check = async () => value(await checkWorkbook(workbook, workbook.form, workbook.plan, quiet, now));
  const write = (keys: readonly string[], text: string) => explain(workbook, workbook.form, workbook.plan, new Set(keys), text, quiet);
  const keys = (await check()).findings.filter(({ level }) => level === 'warning').map(({ key }) => key).slice(0, 2);
  expect(keys).toHaveLength(2);

  value(await write(keys, '  上级专款\n年中下达 '));
  expect([...(await check()).explanations]).toEqual(keys.map((key) => [key, '上级专款\n年中下达']));

  value(await write(keys.slice(0, 1), ''));
  expect([...(await check()).explanations]).toEqual([[keys[1], '上级专款\n年中下达']]);
});

test('a finding that is not in 校验结果 any more is told, and nothing is written', async () => {
  const workbook = PlayedWorkbook.sample();
  expect(await explain(workbook, workbook.form, workbook.plan, new Set(['R15|gone']), '说明', quiet)).toMatchObject({ ok: false, error: { code: 'K03' } });
  expect(workbook.written).toEqual([]);
});

test('a 说明 that looks like a formula stays a text', async () => {
  const workbook = PlayedWorkbook.sample();
  const { findings } = value(await checkWorkbook(workbook, workbook.form, workbook.plan, quiet, now));
  const key = findings.find(({ level }) => level === 'warning')?.key ?? '';
  value(await explain(workbook, workbook.form, workbook.plan, new Set([key]), '=HYPERLINK("x")', quiet));
  const cells = workbook.written.at(-1)?.changes.flatMap((change) => (change.kind === 'setCells' ? change.cells.flat() : []));
  expect(cells).toEqual([{ value: { kind: 'text', text: '=HYPERLINK("x")' } }]);
});
