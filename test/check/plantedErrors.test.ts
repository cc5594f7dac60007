import fc from 'fast-check';
import { packChecks, standingChecks } from '../../src/check/catalogue';
import { consistentEntries } from '../cases/consistentEntries';
import { runs } from '../cases/runs';
import { seed } from '../cases/seed';
import { groundOf, isRich, plants, type Ground } from './plants';
import { checkedIn } from './situations';

/** What was done to the workbook itself is planted in the cases of the catalogue. */
const OF_THE_WORKBOOK = /^V(2\d|32)$/;

interface Line {
  readonly code: string;
  planted: number;
  found: number;
  /** Findings besides the one planted. */
  readonly besides: string[];
}

const grounds: readonly Ground[] = fc.sample(consistentEntries('none'), { seed, numRuns: 400 }).filter(isRich).slice(0, Math.max(24, runs(30) * 4)).map(groundOf);

test(`every mistake is found, and nothing besides (seed ${seed})`, () => {
  const lines = Object.entries(plants).map(([code, { level, plant, also }], at): Line => {
    const line: Line = { code, planted: 0, found: 0, besides: [] };
    for (let next = 0; next < grounds.length && line.planted < runs(5); next += 1) {
      const ground = grounds[(at + next) % grounds.length];
      const situation = ground && plant(ground);
      if (!ground || !situation) continue;
      line.planted += 1;
      const { findings } = checkedIn(situation, ground.data);
      if (findings.some((finding) => finding.code === code && finding.level === level)) line.found += 1;
      line.besides.push(...findings.filter((finding) => finding.code !== code && finding.code !== also).map((finding) => `${finding.code} ${finding.level} ${finding.message}`));
      const again = findings.filter((finding) => finding.code === code).slice(1);
      line.besides.push(...again.map((finding) => `${code} twice: ${finding.message}`));
    }
    return line;
  });
  const total = (of: (line: Line) => number): number => lines.reduce((all, line) => all + of(line), 0);
  console.log(`植入错误（seed ${seed}）：植入${total((line) => line.planted)}，找到${total((line) => line.found)}，误报${total(({ besides }) => besides.length)}\n${lines.map(({ code, planted, found, besides }) => `${code} ${planted}/${found}/${besides.length}`).join('  ')}`);
  expect(lines.flatMap(({ code, besides }) => besides.map((one) => `${code} planted, besides: ${one}`))).toEqual([]);
  expect(lines.filter(({ planted, found }) => planted !== found).map(({ code, planted, found }) => `${code}: ${planted} planted, ${found} found`)).toEqual([]);
  expect(lines.filter(({ planted }) => planted === 0).map(({ code }) => code)).toEqual([]);
});

test('every check has a mistake to be planted', () => {
  const codes = [...packChecks.values(), ...standingChecks].map(({ code }) => code).filter((code) => !OF_THE_WORKBOOK.test(code));
  expect(Object.keys(plants).sort()).toEqual([...codes].sort());
});
