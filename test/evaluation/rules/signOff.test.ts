import fc from 'fast-check';
import { checkCode } from '../../../src/evaluation/rules/checkCode';
import { signatureLine } from '../../../src/evaluation/rules/signatureLine';
import { unitLine } from '../../../src/evaluation/rules/unitLine';
import { cellText, numberCell, type CellValue } from '../../../src/values/cell';
import { decimal } from '../../../src/values/decimal';
import { seed } from '../../cases/seed';
import { asValue, disagreements, engineFace, numberish, type Case, type Written } from './bothFaces';


function codeOf(figures: readonly CellValue[]): string {
  return cellText(checkCode.value({ of: figures }, {}));
}

function ofWritten(...written: readonly Written[]): string {
  return codeOf(written.map(asValue));
}

const amount = fc.integer({ min: -30_000_000, max: 900_000_000 }).map((cents) => numberCell(decimal(cents).div(100)));

test('a code is eight digits in two groups, blank while nothing is filled', () => {
  expect(ofWritten(227.39, 101.55, null)).toMatch(/^\d{4}-\d{4}$/);
  expect(ofWritten(null, '=""', '不适用')).toBe('');
  expect(ofWritten(227.39, '=1/0')).toBe('#DIV/0!');
  expect(ofWritten(227.39, 1e11)).toBe('未计算');
});

test('zero is not blank, and swapped figures are not the same', () => {
  expect(ofWritten(227.39, 0)).not.toBe(ofWritten(227.39, null));
  expect(ofWritten(101.55, 125.84)).not.toBe(ofWritten(125.84, 101.55));
  expect(ofWritten(1, null)).not.toBe(ofWritten(null, 1));
});

test('text in a cell does not change the code, nor does the way a number came about', () => {
  expect(ofWritten(227.39, '不适用')).toBe(ofWritten(227.39, null));
  expect(ofWritten(0.1 + 0.2)).toBe(ofWritten(0.3));
});

test(`each single figure changed gives another code (seed ${seed})`, () => {
  fc.assert(fc.property(fc.array(amount, { minLength: 1, maxLength: 60 }), fc.nat(), fc.integer({ min: 1, max: 99_999_988 }), (figures, pick, change) => {
    const changed = figures.map((cell, index) =>
      index === pick % figures.length && cell.kind === 'number' ? numberCell(cell.value.plus(decimal(change).div(10_000))) : cell);
    expect(codeOf(changed)).not.toBe(codeOf(figures));
  }), { seed, numRuns: 2_000 });
});

test(`10,000 random changes of several figures: collisions (seed ${seed})`, () => {
  const form = fc.sample(fc.array(amount, { minLength: 24, maxLength: 24 }), { seed, numRuns: 1 })[0] ?? [];
  const codes = new Map<string, string>();
  let collisions = 0;
  for (const change of fc.sample(fc.array(fc.tuple(fc.nat({ max: 23 }), amount), { minLength: 1, maxLength: 6 }), { seed, numRuns: 10_000 })) {
    const changed = [...form];
    for (const [index, cell] of change) changed[index] = cell;
    const figures = changed.map(cellText).join(' ');
    const code = codeOf(changed);
    if ((codes.get(code) ?? figures) !== figures) collisions += 1;
    codes.set(code, figures);
  }
  console.log(`校验码: ${codes.size} codes of 10,000 changed forms, ${collisions} collisions`);
  // 5·10⁷ pairs among 10⁸ codes: about one in half of all runs.
  expect(collisions).toBeLessThanOrEqual(5);
});

test(`cell and engine give the same code (seed ${seed})`, async () => {
  const forms = fc.sample(fc.array(numberish, { minLength: 1, maxLength: 12 }), { seed, numRuns: 120 });
  const fixed: readonly (readonly Written[])[] = [[-5, -0.0001], [99_999_999_999.99, -99_999_999_999.99], [1e11], [-1e11], [227.39005, 0.00005, -0.00015], [0], [-3141.5926], [2_273_900.5, 1_015_500]];
  const cases = [...fixed, ...forms].map((of): Case => ({ rule: checkCode, written: { of }, parameters: {} }));
  expect(await disagreements(cases)).toEqual([]);
});

test('a signature line shows what was typed once, and leaves room while it is blank', async () => {
  const preparer = [{ label: '填报人：' }];
  const day = [{ label: '填报日期：', date: true }];
  const room = '\u3000'.repeat(6);
  const rows: readonly (readonly [readonly Written[], readonly object[], string])[] = [
    [['张三'], preparer, '填报人：张三'], [[null], preparer, `填报人：${room}`], [['=""'], preparer, `填报人：${room}`], [[13800138000], preparer, '填报人：13800138000'], [[true], preparer, '填报人：'],
    [[45374], day, '填报日期：2024年3月23日'], [[45374.75], day, '填报日期：2024年3月23日'], [['2024年3月'], day, '填报日期：2024年3月'], [[0], day, '填报日期：'], [[3_000_000], day, '填报日期：'],
    [[null], day, `填报日期：${room}`], [['=NA()'], day, '#N/A'], [['张三', 45374], [...preparer, ...day], '填报人：张三　　填报日期：2024年3月23日'],
    [[null, 45374], [...preparer, ...day], `填报人：${room}\u3000\u3000填报日期：2024年3月23日`], [['张三', '=NA()'], [...preparer, ...day], '#N/A'], [['=HYPERLINK("x")'], [{ label: '' }], '=HYPERLINK("x")'],
  ];
  const cases = rows.map(([of, labels]): Case => ({ rule: signatureLine, written: { of }, parameters: { labels } }));
  expect(cases.map((one) => cellText(engineFace(one)))).toEqual(rows.map(([, , shows]) => shows));
  expect(await disagreements(cases.slice(0, -1))).toEqual([]);
});

test('a text of a form says the unit chosen, 万元 unless it is 元', async () => {
  const head = '单位：{unit}';
  const rows: readonly (readonly [Written, string, string])[] = [
    [null, head, '单位：万元'], ['万元', head, '单位：万元'], ['元', head, '单位：元'], ['亿元', head, '单位：万元'], [1, head, '单位：万元'], ['=NA()', head, '#N/A'],
    ['元', '项目资金\n（{unit}）', '项目资金\n（元）'], [null, '“{unit}”或"{unit}"', '“万元”或"万元"'],
  ];
  const cases = rows.map(([of, text]): Case => ({ rule: unitLine, written: { of }, parameters: { text } }));
  expect(cases.map((one) => cellText(engineFace(one)))).toEqual(rows.map(([, , shows]) => shows));
  expect(await disagreements(cases)).toEqual([]);
});
