import quxian2023 from '../../assets/packs/quxian-2023/pack.json';
import quxian2023Sample from '../../assets/samples/quxian-2023.json';
import { quxian2023Templates } from './bundledTemplates';

/** A pack that ships with the add-in, as JSON text exactly as it travels in a workbook, and its sample data if it has one. */
export interface BundledPack {
  readonly id: string;
  readonly text: string;
  readonly sample: unknown;
}

export const bundledPacks: readonly BundledPack[] = [
  bundle(quxian2023, quxian2023Templates, quxian2023Sample),
];

function bundle(pack: { readonly id: string; readonly report: object }, templates: Readonly<Record<string, string>>, sample: unknown): BundledPack {
  return { id: pack.id, text: JSON.stringify({ ...pack, report: { ...pack.report, templates } }), sample };
}
