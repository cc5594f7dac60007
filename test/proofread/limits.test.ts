import { proofread } from '../../src/proofread/proofread';

test.each([[''], ['   \n\t '], ['没有数字的一段话。'], ['。。。，，；；（（（））'], ['%%%万元元元'], ['9'.repeat(5000)], ['（'.repeat(3000)], ['占'.repeat(3000)], ['、'.repeat(3000) + '3个股室']])('%# no figures, or nothing but marks: nothing is said', (text) => {
  expect(proofread(text).findings.filter(({ code }) => !code.startsWith('N'))).toEqual([]);
});

/** Different figures in every paragraph, as in the report of a big unit. */
function longText(projects: number): string {
  const paragraphs = Array.from({ length: projects }, (_, at) => {
    const budget = (150 + at * 1.37).toFixed(2);
    const half = (60 + at * 0.61).toFixed(2);
    return `${at + 1}.惠民服务${at}号项目自评综述：项目年初预算数${budget}万元，全年预算数${budget}万元，执行数${budget}万元，完成预算的100%，其中：设备购置费${half}万元，占50%，宣传培训费${half}万元，比上年增加${half}万元，增长8%。`;
  });
  return paragraphs.join('\n');
}

test('time grows with the length of the text, not with its square', () => {
  const timed = (text: string): number => {
    const start = process.cpuUsage();
    proofread(text);
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  const [short, long] = [longText(80), longText(480)];
  timed(short);
  // Six times the text; a square would take thirty-six times as long.
  expect(timed(long) / Math.min(timed(short), timed(short))).toBeLessThan(18);
});

test('a single paragraph without a full stop is read in linear time too', () => {
  const { findings } = proofread(longText(150).replaceAll(/[。\n]/g, '，'));
  expect(Array.isArray(findings)).toBe(true);
});
