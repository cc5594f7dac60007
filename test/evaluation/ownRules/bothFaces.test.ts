import fc from 'fast-check';
import { bindFormula, bindOwnRule, type OwnRulePart } from '../../../src/evaluation/ownRules/ownRule';
import { FORMULA_FUNCTIONS } from '../../../src/evaluation/ownRules/functions';
import type { FormulaName } from '../../../src/evaluation/ownRules/names';
import { BLANK, cellText, cellValue, isErrorCode, sameCell, type CellValue, type RawCell } from '../../../src/values/cell';
import { runs } from '../../cases/runs';
import { seed } from '../../cases/seed';
import { tinyPack } from '../../cases/tinyPack';
import { asValue, numberish, type Written } from '../rules/bothFaces';
import { calculate } from '../rules/univerSheet';

const figure = (id: string): FormulaName => ({ operand: { at: 'field', id }, content: 'amount' });
const words = (id: string): FormulaName => ({ operand: { at: 'field', id }, content: 'choice' });
const names: ReadonlyMap<string, FormulaName> = new Map<string, FormulaName>([
  ['甲', figure('a')], ['乙', figure('b')], ['丙', figure('c')], ['说明', words('t')], ['涉及', words('u')],
  ['项目_类别', { operand: { at: 'column', list: 'p', column: 'class' }, content: 'choice', heading: '类别' }],
  ['项目_执行数', { operand: { at: 'column', list: 'p', column: 'executed' }, content: 'amount', heading: '执行数' }],
  ['项目_预算数', { operand: { at: 'column', list: 'p', column: 'budget' }, content: 'amount', heading: '预算数' }],
]);
const ROWS = 4;

/** What a test writes into the cells of the names. */
type Sheet = Readonly<Record<string, readonly Written[]>>;

const written = fc.oneof(numberish, fc.integer({ min: -3, max: 3 }));
const wordish: fc.Arbitrary<Written> = fc.constantFrom<Written>('人员类', '公用类', '是', '否', null, '=""', 5, '=1/0', true);
const sheets: fc.Arbitrary<Sheet> = fc.record({
  甲: fc.tuple(written), 乙: fc.tuple(written), 丙: fc.tuple(written), 说明: fc.tuple(wordish), 涉及: fc.tuple(wordish),
  项目_类别: fc.array(wordish, { minLength: ROWS, maxLength: ROWS }),
  项目_执行数: fc.array(written, { minLength: ROWS, maxLength: ROWS }),
  项目_预算数: fc.array(written, { minLength: ROWS, maxLength: ROWS }),
});

const { condition } = fc.letrec<{ number: string; text: string; condition: string }>((tie) => ({
  number: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('甲', '乙', '丙', '0', '1', '2.5', '30%', '100', 'SUM(项目_执行数)', 'MAX(项目_执行数,甲)', 'MIN(项目_预算数)', 'AVERAGE(甲,乙,项目_预算数)', 'COUNT(项目_执行数)', 'COUNTIF(项目_类别,"人员类")', 'COUNTIF(项目_执行数,">=0.5")', 'SUMIF(项目_类别,"公用类",项目_执行数)', 'SUMIF(项目_预算数,"<1",项目_执行数)', 'LEN(说明)'),
    fc.tuple(tie('number'), fc.constantFrom('+', '-', '*', '/'), tie('number')).map(([a, o, b]) => `(${a}${o}${b})`),
    tie('number').map((a) => `-${a}`), tie('number').map((a) => `ABS(${a})`), tie('number').map((a) => `ROUND(${a},2)`), tie('number').map((a) => `${a}^2`),
    fc.tuple(tie('condition'), tie('number'), tie('number')).map(([c, a, b]) => `IF(${c},${a},${b})`),
    fc.tuple(tie('number'), tie('number')).map(([a, b]) => `IFERROR(${a},${b})`),
    fc.tuple(tie('number'), tie('number')).map(([a, b]) => `SUM(${a},${b},乙)`),
  ),
  text: fc.oneof({ depthSize: 'small' }, fc.constantFrom('说明', '涉及', '"是"', '"人员类"'), fc.tuple(tie('text'), tie('text')).map(([a, b]) => `${a}&${b}`)),
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.tuple(tie('number'), fc.constantFrom('=', '<>', '<', '<=', '>', '>='), tie('number')).map(([a, o, b]) => `${a}${o}${b}`),
    fc.tuple(tie('text'), fc.constantFrom('=', '<>'), tie('text')).map(([a, o, b]) => `${a}${o}${b}`),
    fc.constantFrom('TRUE', 'ISNUMBER(甲)', 'ISNUMBER(说明)', '涉及="是"', 'LEN(说明)>0'),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all) => `AND(${all.join(',')})`),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all) => `OR(${all.join(',')})`),
    tie('condition').map((c) => `NOT(${c})`),
    fc.tuple(tie('condition'), tie('condition'), tie('condition')).map(([c, a, b]) => `IF(${c},${a},${b})`),
  ),
}));

interface Case {
  readonly formula: string;
  readonly sheet: Sheet;
}

/** What Excel takes in one cell. */
const LONGEST_CELL_FORMULA = 8_192;
const DEEPEST_CELL_FORMULA = 64;
/** None of them newer than Excel 2007, volatile or reaching outside. */
const FUNCTIONS_ON_PAPER: ReadonlySet<string> = new Set([...FORMULA_FUNCTIONS.keys(), 'NA', 'T']);

function depthOf(formula: string): number {
  let [depth, deepest] = [0, 0];
  for (const character of formula.replaceAll(/"[^"]*"/g, '')) {
    if (character === '(') deepest = Math.max(deepest, depth += 1);
    if (character === ')') depth -= 1;
  }
  return deepest;
}

const PARTS: readonly OwnRulePart[] = ['left', 'right', 'difference', 'verdict'];

function ruleOf(formula: string, part: OwnRulePart): NonNullable<ReturnType<typeof bindOwnRule>> {
  const rule = bindOwnRule({ kind: 'ownRule', rule: 'U01', part }, { ...tinyPack, rules: [{ id: 'U01', name: '试', formula, message: '不符', level: 'error' }] }, names);
  if (!rule) throw new Error(formula);
  return rule;
}

function engine({ formula, sheet }: Case, part: OwnRulePart): CellValue {
  const rule = ruleOf(formula, part);
  const operands = Object.fromEntries(Object.keys(rule.operands).map((name) => {
    const cells = (sheet[name] ?? []).map(asValue);
    return [name, names.get(name)?.operand.at === 'column' ? cells : cells[0] ?? BLANK];
  }));
  return rule.kind.value(operands, rule.parameters);
}

/** Every part of every case, calculated in one workbook; columns get their heading above and a blank end row below. */
async function cells(cases: readonly Case[]): Promise<readonly CellValue[][]> {
  const inputs: Record<string, RawCell> = {};
  const results: Record<string, RawCell> = {};
  cases.forEach(({ formula, sheet }, index) => {
    const top = index * (ROWS + 3) + 1;
    const references: Record<string, string> = {};
    [...names].forEach(([name, { heading }], column) => {
      const letter = String.fromCharCode(65 + column);
      const first = heading === undefined ? top : top + 1;
      if (heading !== undefined) inputs[`${letter}${top}`] = heading;
      (sheet[name] ?? []).forEach((cell, row) => { if (cell !== null) inputs[`${letter}${first + row}`] = cell; });
      references[name] = heading === undefined ? `输入!$${letter}$${top}` : `输入!$${letter}$${top}:$${letter}$${top + ROWS + 1}`;
    });
    PARTS.forEach((part, column) => {
      const rule = ruleOf(formula, part);
      results[`${String.fromCharCode(65 + column)}${index + 1}`] = `=${rule.kind.formula(references, rule.parameters)}`;
    });
  });
  const at = await calculate({ 输入: inputs, 结果: results });
  return cases.map((_, index) => PARTS.map((_part, column) => {
    const raw = at('结果', `${String.fromCharCode(65 + column)}${index + 1}`);
    return cellValue(raw, typeof raw === 'string' && isErrorCode(raw));
  }));
}

test(`engine and cell agree on every formula and every content, and no formula is longer or deeper than a cell takes (seed ${seed})`, async () => {
  const all = fc.sample(fc.record({ formula: condition.map((text) => `=${text}`), sheet: sheets }), { numRuns: runs(1_500), seed });
  const cases = all.filter(({ formula }) => bindFormula(formula, names).ok);
  expect(cases.length).toBeGreaterThan(runs(750));
  for (const { formula } of cases) {
    for (const part of PARTS) {
      const rule = ruleOf(formula, part);
      const text = rule.kind.formula(Object.fromEntries(Object.keys(rule.operands).map((name) => [name, `'${'长'.repeat(31)}'!$AB$1234${names.get(name)?.heading === undefined ? '' : ':$AB$1334'}`])), rule.parameters);
      expect(text.length).toBeLessThanOrEqual(LONGEST_CELL_FORMULA);
      expect(depthOf(text)).toBeLessThanOrEqual(DEEPEST_CELL_FORMULA);
      expect([...text.replaceAll(/"[^"]*"/g, '').matchAll(/([A-Z]+)\(/g)].map(([, name]) => name).filter((name) => !FUNCTIONS_ON_PAPER.has(name ?? ''))).toEqual([]);
    }
  }
  const found = await cells(cases);
  const verdicts = new Map<string, number>();
  const wrong = cases.flatMap((one, index) => PARTS.flatMap((part, column) => {
    const [own, cell] = [engine(one, part), found[index]?.[column] ?? BLANK];
    if (part === 'verdict') verdicts.set(cellText(own), (verdicts.get(cellText(own)) ?? 0) + 1);
    return sameCell(own, cell) ? [] : [`${part} ${one.formula} ${JSON.stringify(one.sheet)}: engine ${cellText(own)}, cell ${cellText(cell)}`];
  }));
  console.log(`${cases.length} formulas: ${[...verdicts].map(([verdict, count]) => `${verdict} ${count}`).join(', ')}`);
  expect(wrong).toEqual([]);
  for (const verdict of ['√', '×', '—']) expect(verdicts.get(verdict)).toBeGreaterThan(runs(60));
});

const WORKED: readonly (readonly [string, Sheet, string])[] = [
  ['=甲<=乙', { 甲: [101.55], 乙: [227.39] }, '101.55|227.39|-125.84|√'],
  ['=甲<=乙', { 甲: [227.4], 乙: [227.39] }, '227.4|227.39|0.01|×'],
  ['=甲<=乙', { 甲: [null], 乙: [227.39] }, '|227.39||—'],
  ['=甲＋乙＝丙', { 甲: [0.1], 乙: [0.2], 丙: [0.3] }, '0.3|0.3|0|√'],
  ['=甲/乙≥30%', { 甲: [3], 乙: [10] }, '0.3|0.3|0|√'],
  ['=甲/乙>=30%', { 甲: [3], 乙: [0] }, '|0.3||—'],
  ['=甲=SUM(项目_执行数)', { 甲: [125.84], 项目_执行数: [95.84, 30, null, null] }, '125.84|125.84|0|√'],
  ['=甲=SUM(项目_执行数)', { 甲: [0], 项目_执行数: [null, null, null, null] }, '0|||—'],
  ['=IF(涉及="是",甲>0,TRUE)', { 涉及: ['否'], 甲: [null] }, '|||√'],
  ['=IF(涉及="是",甲>0,TRUE)', { 涉及: ['是'], 甲: [null] }, '|||—'],
  ['=OR(甲<=30%,LEN(说明)>0)', { 甲: [0.36], 说明: [null] }, '|||×'],
  ['=OR(甲<=30%,LEN(说明)>0)', { 甲: [0.36], 说明: ['政策性增资'] }, '|||√'],
  ['=COUNTIF(项目_类别,"人员类")<=2', { 项目_类别: ['人员类', '人员类', '人员类', null] }, '3|2|1|×'],
  ['=涉及="是"', { 涉及: ['否'] }, '否|是||×'],
  ['=-甲^2=4', { 甲: [2] }, '4|4|0|√'],
];

test('cases worked out by hand', async () => {
  const found = await cells(WORKED.map(([formula, sheet]) => ({ formula, sheet })));
  WORKED.forEach(([formula, sheet, expected], index) => {
    const line = (values: readonly CellValue[]): string => `${formula} ${JSON.stringify(sheet)}: ${values.map(cellText).join('|')}`;
    expect(line(PARTS.map((part) => engine({ formula, sheet }, part)))).toBe(`${formula} ${JSON.stringify(sheet)}: ${expected}`);
    expect(line(found[index] ?? [])).toBe(`${formula} ${JSON.stringify(sheet)}: ${expected}`);
  });
});
