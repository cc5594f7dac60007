import quxian2023 from '../../assets/packs/quxian-2023/pack.json';
import quxian2023Sample from '../../assets/samples/quxian-2023.json';
import { bundlePack, type BundledPack } from './bundle';
import { quxian2023Templates } from './bundledTemplates';

export type { BundledPack };

/** The packs that ship with the add-in. */
export const bundledPacks: readonly BundledPack[] = [
  bundlePack(quxian2023, quxian2023Templates, quxian2023Sample),
];
