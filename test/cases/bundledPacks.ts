import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedPack } from '../../src/cli/shippedPacks';
import { packIndex, type BundledPack } from '../../src/pack/bundledPacks';

/** The packs that ship with the add-in, with their samples, in the order they are offered. */
export const bundledPacks: readonly BundledPack[] = packIndex.map(({ id, hasSample }) => {
  const pack = shippedPack(id);
  if (!pack.ok) throw new Error(pack.error.text);
  return { ...pack.value, sample: hasSample ? JSON.parse(readFileSync(join(__dirname, `../../assets/samples/${id}.json`), 'utf8')) as unknown : null };
});
