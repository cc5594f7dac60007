/** One thing wrong with a pack: where, what was found, what was expected, and how it should look. All faults are told at once. */
export interface PackFault {
  /** JSON path, e.g. `sheets[2].blocks[0].rows[3].total[1]`. */
  readonly path: string;
  readonly found: string;
  readonly expected: string;
  readonly example?: string;
}

/** Figures of a rule or check at this place that stand without their source. */
export function unsourced(path: string): PackFault {
  return { path: `${path}.sourced`, found: '无', expected: '写明这些数（门槛、目标、权重、分值、档次）的来源和是否已核实', example: '{"source":"某财绩〔2024〕1号","confirmed":false}' };
}
