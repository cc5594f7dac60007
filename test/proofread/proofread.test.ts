import { proofread } from '../../src/proofread/proofread';
import type { ProofFinding } from '../../src/proofread/findings';
import { CONSISTENT, CONTRADICTORY, ownText, type Expected } from './ownTexts';
import { PLANTED } from './planted';
import { PLANTED_FORMS } from './plantedForms';

/** Checks of figures; the wording checks have their own tests. */
const OF_FIGURES = /^(?:F|R|T|C|N01|N03|I01|I03|I04|I06|I09|I20)/;
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

test.each([
  ['another state of the same things', '计划改造农村公路218处。\n实际完成农村公路281处。'],
  ['villages of two projects', '1.饮水安全工程项目。覆盖12个行政村。\n2.产业路建设项目。覆盖13个行政村。'],
  ['figures no slip makes', '全县共有148个行政村。\n项目覆盖62个行政村。'],
  ['another year', '2022年全县共有社区112个。2023年全县共有社区121个。'],
  ['a total of other rows', '项目\t金额\n甲\t10\n乙\t20\n合计\t95'],
  ['a column that is no sum', '县区\t人数\t人均\n甲县\t100\t2.5\n乙县\t300\t3.5\n合计\t400\t3.25'],
  ['subtotals', '类别 合同金额 已付金额\n道路工程 120.5 100\n桥梁工程 79.5 60\n小计 200 160\n设计服务 15 15\n监理服务 25 20\n小计 40 35\n合计 240 195'],
])('silent: %s', (_, text) => {
  expect(figuresOnly(proofread(text).findings).map(said)).toEqual([]);
});
