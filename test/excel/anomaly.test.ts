import { anomaly, useCases } from './anomaly';

/** One code per policy: wait is tested by itself; the long run takes every code. */
const rounds: readonly (readonly [code: string, after: number])[] = [
  ['AccessDenied', 0], ['AccessDenied', 12], ['ItemNotFound', 25], ['GeneralException', 60], ['AccessDenied', 400], ['RequestPayloadSizeLimitExceeded', 0],
];

describe.each(useCases)('$name', (useCase) => {
  test.each(rounds)('%s after %i actions, at every sync', async (code, after) => {
    let k = 1;
    while (await anomaly(useCase, k, code, after)) k += 1;
    expect(k).toBeGreaterThan(2);
  });
});
