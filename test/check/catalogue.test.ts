import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packChecks, standingChecks } from '../../src/check/catalogue';
import { LEVEL_NAMES, type Check, type Finding } from '../../src/check/check';
import type { CheckResult } from '../../src/check/runChecks';
import { CHECK_TEXTS } from '../../src/check/texts';
import { checkCases } from './cases';
import { checkedIn, type Situation } from './situations';

const checks: readonly Check[] = [...packChecks.values(), ...standingChecks];
const folder = join(__dirname, '../../src/check');
const sources = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');

const results = new Map<Situation, CheckResult>();

/** Each situation is checked once. */
function run(situation: Situation): CheckResult {
  const known = results.get(situation) ?? checkedIn(situation);
  results.set(situation, known);
  return known;
}

const asItIs: Situation = {};

/** Codes with which a docstring begins. */
const documented = new Set([...sources.matchAll(/\/\*\*[\s*]*([A-Z]\d{2})[ :]/g)].map((match) => match[1] ?? ''));

const placeOf = ({ refs: [ref], sheet, item }: Finding): string =>
  !ref ? `${sheet} ${item}` : 'field' in ref ? ref.field : `${ref.list}[${ref.row}].${ref.column}`;

test('codes are unique and named as the catalogue names them', () => {
  const codes = checks.map((check) => check.code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(code).toMatch(/^[FRINPTASV]\d{2}$/);
});

test.each(checks.map((check) => [check.code, check] as const))('%s has a title, a source and its line of the catalogue as docstring', (code, check) => {
  expect(check.title).toMatch(/^[^。]{3,30}$/);
  expect(check.source.length).toBeGreaterThan(5);
  expect(documented.has(code)).toBe(true);
});

test('every check has a passing, a failing and a cannot-check case', () => {
  expect(Object.keys(checkCases).sort()).toEqual(checks.map((check) => check.code).sort());
  expect(Object.values(checkCases).filter(({ fail }) => fail.length === 0)).toEqual([]);
  for (const check of packChecks.values()) expect(checkCases[check.code]?.cannot).not.toBeNull();
});

describe.each(Object.entries(checkCases))('%s', (code, { pass, fail, cannot }) => {
  test('passes', () => {
    const result = run(pass ?? asItIs);
    expect(result.findings.filter((finding) => finding.code === code)).toEqual([]);
    expect(result.outcomes.find((outcome) => outcome.code === code)?.outcome).toBe('pass');
  });

  test.each(fail.map((one) => [one.says, one] as const))('finds: %s', (_says, one) => {
    const found = run(one).findings.filter((finding) => finding.code === code);
    expect(found.map((finding) => ({ level: finding.level, at: placeOf(finding) }))).toContainEqual({ level: one.level, at: one.at });
    expect(found.map((finding) => finding.message).join('\n')).toContain(one.says);
  });

  if (cannot) {
    test('cannot check without its operands', () => {
      const result = run(cannot);
      expect(result.findings.filter((finding) => finding.code === code)).toEqual([]);
      expect(result.unchecked.filter((each) => each.code === code).map((each) => each.reason).join()).toMatch(/未填|不足|未计算|不适用|不是|没有/);
    });
  }
});

test('levels of findings never exceed what the check says of itself, keys are unique, messages are whole sentences', () => {
  const grave = { hint: 0, warning: 1, error: 2 };
  for (const { fail } of Object.values(checkCases)) {
    for (const one of fail) {
      const { findings } = run(one);
      expect(new Set(findings.map((finding) => finding.key)).size).toBe(findings.length);
      for (const finding of findings) {
        const check = checks.find((candidate) => candidate.code === finding.code);
        expect(grave[finding.level]).toBeLessThanOrEqual(grave[check?.level ?? 'hint']);
        expect(finding.message).toMatch(/^【[^】]+】.+：.+。$/);
        expect(finding.message).not.toMatch(/[{}_]|undefined|NaN|null|。。/);
        expect(LEVEL_NAMES[finding.level]).toBeTruthy();
      }
    }
  }
});

test.each(Object.entries(CHECK_TEXTS))('text %s says what is wrong and what to do', (_key, { text, remedy }) => {
  // The words of a bureau's own rule are its own.
  expect(text).toMatch(/^[^_]+。$|^\{message\}/);
  expect(remedy).toMatch(/^[^_]+。$/);
  expect(text.replaceAll(/\{\w+\}/g, '')).not.toMatch(/[{}]/);
});
