/** One thing wrong with a pack: where, what was found, what was expected, and how it should look. All faults are told at once. */
export interface PackFault {
  /** JSON path, e.g. `sheets[2].blocks[0].rows[3].total[1]`. */
  readonly path: string;
  readonly found: string;
  readonly expected: string;
  readonly example?: string;
}
