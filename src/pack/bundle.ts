/** A pack that ships with the product, as JSON text exactly as it travels in a workbook, and its sample data if it has one. */
export interface BundledPack {
  readonly id: string;
  readonly text: string;
  readonly sample: unknown;
}

/** Puts pack.json, the templates it names (by file name) and the sample together. */
export function bundlePack(pack: { readonly id: string; readonly report: object }, templates: Readonly<Record<string, string>>, sample: unknown): BundledPack {
  return { id: pack.id, text: JSON.stringify({ ...pack, report: { ...pack.report, templates } }), sample };
}
