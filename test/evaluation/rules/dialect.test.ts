import { ruleKinds } from '../../../src/evaluation/rules';
import type { Parameters, References, RuleKind } from '../../../src/evaluation/rules/rule';
import { sampleAssessment } from './sampleAssessment';

const ALLOWED = new Set([
  'ABS', 'AND', 'CHAR', 'COUNT', 'COUNTBLANK', 'COUNTIF', 'DATEVALUE', 'DAY', 'EOMONTH', 'EXACT', 'FIND', 'HYPERLINK', 'IF', 'IFERROR', 'INDEX', 'ISERROR', 'ISNUMBER',
  'LEFT', 'LEN', 'MATCH', 'MAX', 'MID', 'MIN', 'MOD', 'MONTH', 'OR', 'ROUND', 'SIGN', 'SUBSTITUTE', 'SUM', 'SUMIF', 'SUMPRODUCT', 'T', 'TEXT', 'TRIM', 'VALUE', 'YEAR',
]);
const LONGEST = 1200;
const DEEPEST = 28;

/** A sheet name as long as packs have, so that lengths are honest. */
function referencesFor(rule: RuleKind): References {
  return Object.fromEntries(
    Object.entries(rule.slots).map(([slot, need], index) => {
      const letter = String.fromCharCode(65 + index);
      if (need === 'column') return [slot, `'整体绩效自评表'!$${letter}$12:$${letter}$73`];
      return [slot, need === 'many' ? [`$${letter}$13`, `$${letter}$14`, `'收入支出'!$C$9`] : `$${letter}13`];
    }),
  );
}

const parameters: Parameters = {
  assessment: sampleAssessment, parts: 3, equals: ['人员类', '公用经费类'], alsoEquals: '是', names: ['预算编制质量', '资产配置', '1—10月执行进度'], threshold: '0.1', when: 'above', times: 4, perRow: 4, labels: [{ label: '填报人：' }, { label: '填报日期：', date: true }, { label: '单位（盖章）：' }],
  bands: [{ from: '1', share: '1', score: '5' }, { from: '0.8', share: '0.7', score: '4' }], otherwise: '1', limit: '1', step: '0.01', each: '0.5', count: 'started',
};

const formulas = [...ruleKinds.values()].map((rule) => [rule.kind, rule.formula(referencesFor(rule), parameters)] as const);
/** What a text constant says is no part of the dialect; only "" matters. */
const bare = (formula: string): string => formula.replaceAll(/"(?:[^"]|"")*"/g, (constant) => (constant === '""' ? constant : '"x"'));

function depthOf(formula: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of bare(formula)) {
    if (character === '(') deepest = Math.max(deepest, ++depth);
    if (character === ')') depth -= 1;
  }
  expect(depth).toBe(0);
  return deepest;
}

test.each(formulas)('%s keeps to the dialect of all spreadsheet programs', (_kind, formula) => {
  const used = [...bare(formula).matchAll(/([A-Z][A-Z.]*)\(/g)].map((match) => match[1] ?? '');
  expect(used.filter((name) => !ALLOWED.has(name))).toEqual([]);
  expect(bare(formula)).not.toMatch(/[A-Z]+\$?\d+(=|<>)""|""=/); // a test for blank is LEN(x)=0
  expect(bare(formula)).not.toMatch(/\$?[A-Z]+:\$?[A-Z]+(?!\$?\d)|\$?\d+:\$?\d+(?!\$?[A-Z])/); // no whole columns or rows
  expect(bare(formula)).not.toMatch(/_xlfn|\{|\[/);
  expect(formula.startsWith('=')).toBe(false);
  expect(formula.length).toBeLessThanOrEqual(LONGEST);
  expect(depthOf(formula)).toBeLessThanOrEqual(DEEPEST);
});

test('every kind says what it is, where it comes from, and is known by its own name', () => {
  for (const [name, rule] of ruleKinds) {
    expect(rule.kind).toBe(name);
    expect(rule.title).toMatch(/\p{Script=Han}/u);
    expect(rule.source).toMatch(/\p{Script=Han}/u);
    for (const schema of Object.values(rule.parameters)) expect(typeof schema).toBe('object');
  }
});

test('no kind throws on any cell content, and each explains itself', () => {
  const contents = [
    { kind: 'blank' }, { kind: 'text', text: '不适用' }, { kind: 'text', text: '好' }, { kind: 'truth', value: false }, { kind: 'error', code: '#REF!' },
  ] as const;
  for (const rule of ruleKinds.values()) {
    for (const content of contents) {
      const operands = Object.fromEntries(
        Object.entries(rule.slots).map(([slot, need]) => [slot, need === 'one' || need === 'optional' ? content : [content, content]]),
      );
      const result = rule.value(operands, parameters);
      expect(['blank', 'number', 'text', 'truth', 'error']).toContain(result.kind);
      const steps = rule.explain(operands, parameters, result);
      expect(steps.length).toBeGreaterThan(0);
      for (const step of steps) expect(step).not.toMatch(/^$|undefined|null|\[object/);
    }
  }
});

test('the longest formula and the deepest one', () => {
  const sizes = formulas.map(([kind, formula]) => ({ kind, length: formula.length, depth: depthOf(formula) }));
  console.log(sizes.sort((a, b) => b.length - a.length).slice(0, 8).map(({ kind, length, depth }) => `${kind} ${length}/${depth}`).join(', '));
  expect(sizes.length).toBe(ruleKinds.size);
});
