import { proofread } from '../../src/proofread/proofread';
import type { ProofFinding } from '../../src/proofread/findings';
import { CONSISTENT, CONTRADICTORY, ownText, type Expected } from './ownTexts';
import { PLANTED } from './planted';
import { PLANTED_FORMS } from './plantedForms';

/** Checks of figures; the wording checks have their own tests. */
const OF_FIGURES = /^(?:F|R|T|N01|N03|I01|I03|I04|I06|I09|I20)/;
const figuresOnly = (findings: readonly ProofFinding[]): readonly ProofFinding[] => findings.filter(({ code }) => OF_FIGURES.test(code));
const plain = (text: string): string => text.replaceAll(/\s/g, '');
const said = ({ code, level, quotes, computed }: ProofFinding): string => `${code} ${level} ${quotes.map(({ text }) => plain(text)).join('｜')} ${computed}`;
const quotesAll = (finding: ProofFinding, pieces: readonly string[]): boolean => pieces.every((piece) => finding.quotes.some(({ text }) => plain(text).includes(piece)));
const fits = (finding: ProofFinding, { code, level, quotes, computed }: Expected): boolean =>
  finding.code === code && finding.level === level && quotesAll(finding, quotes) && (computed === undefined || finding.computed.includes(computed));

describe('texts in which everything agrees', () => {
  test.each(CONSISTENT)('%s raises neither 错误 nor 核实 about a figure', (name) => {
    expect(figuresOnly(proofread(ownText(name)).findings).filter(({ level }) => level !== 'hint').map(said)).toEqual([]);
  });
});

describe('texts with the contradictions of published reports', () => {
  test.each(Object.keys(CONTRADICTORY))('%s: every one is found, and nothing else', (name) => {
    const findings = figuresOnly(proofread(ownText(name)).findings);
    const expected = CONTRADICTORY[name] ?? [];
    expect(expected.filter((one) => !findings.some((finding) => fits(finding, one)))).toEqual([]);
    expect(findings.filter((finding) => !expected.some((one) => fits(finding, one))).map(said)).toEqual([]);
  });
});

describe('one planted error', () => {
  test.each([...PLANTED, ...PLANTED_FORMS].map((one) => [one.code, one.level, one.wrong, one] as const))('%s %s: %s', (code, level, wrong, { quotes, right }) => {
    const found = figuresOnly(proofread(wrong).findings);
    expect(found.map((finding) => [finding.code, finding.level])).toEqual([[code, level]]);
    expect(found[0] && quotesAll(found[0], quotes.map(plain))).toBe(true);
    expect(figuresOnly(proofread(right).findings).map(said)).toEqual([]);
  });
});

test('every quotation is a piece of the text, at its offsets', () => {
  for (const name of Object.keys(CONTRADICTORY)) {
    const text = ownText(name);
    for (const { quotes } of proofread(text).findings) for (const quote of quotes) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
  }
});

test('a message holds both figures and what to do', () => {
  const [finding] = proofread('基本支出640万元，其中：人员经费580万元，公用经费50万元。').findings;
  expect(finding?.message).toBe('“基本支出640万元”“人员经费580万元”“公用经费50万元”：“基本支出”为640万元，所列各项580+50合计630万元，相差10万元。请核对合计与各项。');
});
