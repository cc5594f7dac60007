import { checkSnapshot } from '../../src/actions/checkSnapshot';
import { openFile } from '../../src/actions/openFile';
import { ownVerdictOf } from '../../src/evaluation/selfCheck';
import { EXPECTED, filledFile, handedOut, RULE, shownIn, UNITS } from '../cases/bureausChange';
import { opened, value } from '../files/builtFile';

test('a bureau’s change is at work in the template of each unit', async () => {
  const { pack, files } = await handedOut();
  expect(pack.master).toBeUndefined();
  const [rule] = pack.rules ?? [];
  if (!rule) throw new Error('no rule');
  expect(rule.id).toBe(RULE);
  expect(files.map(({ name }) => name)).toEqual(UNITS.map(({ code, name }) => `${code}-${name}-2023-部门绩效自评.xlsx`));
  const [first, ...others] = files;
  if (!first) throw new Error('no file');
  const workbook = value(await openFile(opened(await filledFile(first))));
  const verdict = ownVerdictOf(workbook.pack.form.pack, rule) ?? '';
  expect(shownIn(workbook, verdict)).toEqual(EXPECTED);
  const checked = value(await checkSnapshot(workbook.pack.form, workbook.pack.plan, workbook.snapshot));
  expect(checked.findings.filter(({ code }) => code === RULE)).toMatchObject([{ level: 'error', message: expect.stringContaining('基本支出大于本年收入') }]);
  // The new indicator and its weight are given: locked, and part of the 100.
  const given = workbook.pack.plan.sheets.flatMap(({ cells }) => cells).filter(({ field, locked }) => field === 'indicators[].weight' && locked);
  expect(given).toHaveLength(5);
  expect(checked.findings.filter(({ code }) => code === 'I01')).toEqual([]);
  for (const file of others) {
    const store = value(opened(file.bytes).look(null)).store?.pack ?? '';
    expect({ ...JSON.parse(store), prefilled: undefined }).toEqual({ ...pack, prefilled: undefined });
  }
}, 120_000);
