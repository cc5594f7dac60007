import { readDocument } from '../../src/proofread/document';
import type { ProofFinding } from '../../src/proofread/findings';
import type { KnownSubject } from '../../src/proofread/text/subject';
import { TEXT_CHECKS, textChecks } from '../../src/proofread/textChecks';
import { TEXT_CASES } from './textCases';

function found(text: string, known: KnownSubject | null = null): readonly ProofFinding[] {
  const findings = textChecks(readDocument(text), known);
  for (const { quotes, message } of findings) {
    expect(quotes.length).toBeGreaterThan(0);
    for (const { start, end, text: piece } of quotes) expect(text.slice(start, end)).toBe(piece);
    expect(message).toMatch(/。请.+。$/);
    expect(message).not.toMatch(/\{\w+\}/);
  }
  return findings;
}

describe.each(TEXT_CASES)('$code $about', ({ code, text, quotes, known, level }) => {
  test(quotes.length > 0 ? 'is found, and nothing besides' : 'stays silent', () => {
    const findings = found(text, known ?? null);
    expect(findings.map((finding) => `${finding.code} ${finding.level}`)).toEqual(quotes.length > 0 ? [`${code} ${level ?? TEXT_CHECKS.find((check) => check.code === code)?.level ?? ''}`] : []);
    expect(findings.flatMap((finding) => finding.quotes.map(({ text: piece }) => piece))).toEqual(quotes);
  });
});

test('every check has a case that finds and one that stays silent, a title and a source', () => {
  for (const { code, title, source } of TEXT_CHECKS) {
    expect(title.length).toBeGreaterThan(3);
    expect(source.length).toBeGreaterThan(3);
    const cases = TEXT_CASES.filter((one) => one.code === code);
    expect([code, cases.some(({ quotes }) => quotes.length > 0), cases.some(({ quotes }) => quotes.length === 0)]).toEqual([code, true, true]);
  }
});

test.each(['', '   \n\t\n', '。', '没有数字的一段话，也没有标题。', '1', '（', '一、', '［bookmark', '#'.repeat(500)])('%j makes no finding and no fault', (text) => {
  expect(found(text)).toEqual([]);
});

test('ten times the text takes about ten times as long, also where every line is a fault', () => {
  const line = '2023年1-8月实现产值50.7亿元，新增设备10个，资产未增加，执行率100%，（7）收回预算XX万元保障保障，支出1.44万，';
  const time = (text: string): number => {
    const start = process.cpuUsage();
    textChecks(readDocument(text), null);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  };
  const short = `${line}\n`.repeat(300);
  time(short);
  const once = Math.min(time(short), time(short));
  const tenfold = time(short.repeat(10));
  const oneLine = time(line.repeat(3_000));
  console.log(`wording of ${short.length} characters ${once.toFixed(0)} ms, tenfold ${tenfold.toFixed(0)} ms, in one line ${oneLine.toFixed(0)} ms`);
  expect(tenfold).toBeLessThan(40 * once);
  expect(oneLine).toBeLessThan(60 * once);
});
