import type { Assessment, Scale } from '../../pack/pack';
import { decimal } from '../../values/decimal';

/**
 * Row of the hidden list of scales (`fill: "scales"`; columns `key`, `low`, `high`, `best`):
 * every spelling of scale and step in both directions, the band of score rates it stands for (fractions),
 * and 1 for the best step, the only one that scores by itself.
 */
export interface ScaleRow {
  readonly [column: string]: string | number;
  readonly key: string;
  readonly low: number;
  readonly high: number;
  readonly best: 0 | 1;
}

export const FORWARD = '正向';
export const BACKWARD = '反向';

/** How a step is looked up: 好坏|好|正向. */
export function scaleKey(scale: string, step: string, direction: string): string {
  return `${scale}|${step}|${direction}`;
}

/** All rows of the pack's scales; a step and direction named twice keeps its first meaning. */
export function scaleRows(assessment: Assessment): readonly ScaleRow[] {
  const rows = new Map<string, ScaleRow>();
  for (const scale of assessment.scales) {
    for (const direction of [FORWARD, BACKWARD]) {
      for (const row of rowsOf(scale, direction)) if (!rows.has(row.key)) rows.set(row.key, row);
    }
  }
  return [...rows.values()];
}

/** In the other direction the words stay and the bands turn round: the last step is the best. */
function rowsOf(scale: Scale, direction: string): ScaleRow[] {
  const bands = direction === FORWARD ? scale.steps : [...scale.steps].reverse();
  return scale.steps.flatMap((step, index) => {
    const band = bands[index] ?? step;
    const best = index === (direction === FORWARD ? 0 : scale.steps.length - 1) ? 1 : 0;
    const low = decimal(band.low).toNumber();
    const high = decimal(band.high).toNumber();
    return spellings(scale).flatMap((scaleName) =>
      spellings(step).map((stepName) => ({ key: scaleKey(scaleName, stepName, direction), low, high, best }) as const),
    );
  });
}

function spellings(named: { readonly name: string; readonly synonyms: readonly string[] }): readonly string[] {
  return [named.name, ...named.synonyms];
}

/** Scale and level-1 group (every spelling) whose words do not tell which end is good, as 高中低|成本指标. */
export function ambiguousPlaces(assessment: Assessment): readonly string[] {
  return assessment.scales.flatMap((scale) =>
    scale.ambiguousIn.flatMap((groupName) => {
      const group = assessment.tree.find(({ name }) => name === groupName);
      const groupNames = group === undefined ? [groupName] : spellings(group);
      return spellings(scale).flatMap((scaleName) => groupNames.map((name) => `${scaleName}|${name}`));
    }),
  );
}
