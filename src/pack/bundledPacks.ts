import index from '../../assets/packs/index.json';
import { fail, ok, type Result } from '../values/result';
import { bundlePack, type BundledPack } from './bundle';

export type { BundledPack };

/** A pack that ships with the add-in, as far as it is known before it is loaded. */
export interface PackSummary {
  readonly id: string;
  readonly title: string;
  readonly jurisdiction: string;
  readonly year: number;
  readonly hasSample: boolean;
  /** Tab names of its sheets. */
  readonly sheets: readonly string[];
}

/** The packs that ship with the add-in, in the order they are offered: assets/packs/index.json. */
export const packIndex: readonly PackSummary[] = index;

/** Why a pack could not be had: none of this id ships, or its files did not arrive. */
export type PackNotLoaded = 'unknown' | 'notLoaded';

/** Loads a pack with its templates and its sample; packs are no part of the pane's first load. */
export async function loadPack(id: string): Promise<Result<BundledPack, PackNotLoaded>> {
  const summary = packIndex.find((one) => one.id === id);
  if (!summary) return fail('unknown');
  try {
    const pack = defaultOf(await import(`../../assets/packs/${id}/pack.json`)) as { readonly id: string; readonly report: { readonly parts: readonly string[] } };
    const templates = await Promise.all(pack.report.parts.map(async (file) => [file, String(defaultOf(await import(`../../assets/packs/${id}/report/${file}`)))] as const));
    const sample = summary.hasSample ? defaultOf(await import(`../../assets/samples/${id}.json`)) : null;
    return ok(bundlePack(pack, Object.fromEntries(templates), sample));
  } catch {
    return fail('notLoaded');
  }
}

function defaultOf(module: unknown): unknown {
  return typeof module === 'object' && module !== null && 'default' in module ? module.default : module;
}
