/** Runs of a property test: all of them in `npm run test:long`, a tenth in `npm test`, which has to end within eight minutes. */
export function runs(full: number): number {
  return process.env['JIXIAO_TESTS'] === 'long' ? full : Math.ceil(full / 10);
}
