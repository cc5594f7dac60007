/** What every run begins with unless told otherwise: a change is judged by itself, not by luck. */
const DEFAULT = 20_231_231;

function seedOf(given: string): number {
  if (given === '') return DEFAULT;
  if (!/^\d{1,10}$/.test(given) || Number(given) > 2 ** 31 - 1) throw new Error(`SEED=${given}: SEED is a whole number below 2147483648, or “random”.`);
  return Number(given);
}

/** Seed of all random tests of this run, which each of them prints. SEED=28698587 repeats a run; SEED=random draws one (jest.config.js, once for all files). */
export const seed = seedOf(process.env['SEED'] ?? '');
