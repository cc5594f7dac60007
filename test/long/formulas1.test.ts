import { provenEvaluations } from '../cases/provenEvaluations';

/** With its twin 300 whole workbooks; two files, so that both cores work. SEED=… tries others. */
test('engine and formulas agree on every computed cell of 150 random workbooks', async () => {
  const seed = Number(process.env['SEED'] ?? 1);
  const proof = await provenEvaluations({ seed, runs: 150 });
  console.log(`引擎与公式：${proof.evaluations} 次随机填报，${proof.cells} 个计算格，不一致 ${proof.differences.length}，seed ${seed}`);
  expect(proof.differences).toEqual([]);
  expect(proof.misread).toEqual([]);
  expect(proof.evaluations).toBe(150);
}, 3_000_000);
