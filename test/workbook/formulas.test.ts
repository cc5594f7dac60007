import { provenEvaluations } from '../cases/provenEvaluations';

/** A few whole workbooks here; `npm run test:long` runs 300 and more. */
test('engine and formulas agree on every computed cell', async () => {
  const seed = Number(process.env['SEED'] ?? 3);
  const proof = await provenEvaluations({ seed, runs: 3 });
  console.log(`引擎与公式：${proof.evaluations} 次随机填报，${proof.cells} 个计算格，不一致 ${proof.differences.length}，seed ${seed}`);
  expect(proof.differences).toEqual([]);
  expect(proof.misread).toEqual([]);
}, 120_000);
