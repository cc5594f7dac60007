import { cellAddress } from '../values/address';
import { includedParts, styleOf, TABLE_STYLE, type NamedStyle } from '../workbook/looks';
import type { PlannedSheet } from '../workbook/plan';
import { formatOf } from '../workbook/sheetSettings';
import { escapeXml } from './xmlText';

/** The cell style of each format of the file's list, by its number, as far as planned cells use it. */
export type StyledFormats = ReadonlyMap<number, NamedStyle>;

/** Reads from the written sheets which format of the list every kind of planned cell got. */
export function styledFormats(sheets: readonly { readonly sheet: PlannedSheet; readonly xml: string }[]): StyledFormats {
  const formats = new Map<number, NamedStyle>();
  for (const { sheet, xml } of sheets) {
    const seen = new Set<string>();
    for (const cell of sheet.cells) {
      const kind = `${cell.role} ${cell.locked} ${formatOf(cell)}`;
      if (seen.has(kind)) continue;
      seen.add(kind);
      const start = `<c r="${cellAddress(cell.row, cell.column)}" s="`;
      const at = xml.indexOf(start);
      if (at >= 0) formats.set(Number.parseInt(xml.slice(at + start.length), 10), styleOf(cell.role, cell.locked));
    }
  }
  return formats;
}

/** The styles part with our named cell styles, so that they stand in the gallery as after laying out in Excel. */
export function withNamedStyles(stylesXml: string, formats: StyledFormats): string {
  const list = /<cellXfs [^>]*>(.*?)<\/cellXfs>/s.exec(stylesXml)?.[1] ?? '';
  const entries = list.match(/<xf [^>]*?(?:\/>|[^/]>.*?<\/xf>)/gs) ?? [];
  const names = [...new Set([TABLE_STYLE.name, ...[...formats.values()].map(({ name }) => name)])];
  const definitions = names.flatMap((name) => {
    const [index, style] = [...formats].find(([, each]) => each.name === name) ?? [];
    const entry = index === undefined ? undefined : entries[index];
    return entry !== undefined && style ? [{ name, definition: definitionOf(entry, style) }] : [];
  });
  const numbers = new Map(definitions.map(({ name }, index) => [name, index + 1]));
  const linked = entries.map((entry, index) => entry.replace(/ xfId="\d+"/, ` xfId="${numbers.get(formats.get(index)?.name ?? '') ?? 0}"`));
  const count = definitions.length + 1;
  return stylesXml
    .replace(list, () => linked.join(''))
    .replace(/<cellStyleXfs [^>]*>(.*?)<\/cellStyleXfs>/s, (_, normal: string) => `<cellStyleXfs count="${count}">${normal}${definitions.map(({ definition }) => definition).join('')}</cellStyleXfs>`)
    .replace(/<cellStyles [^>]*>(.*?)<\/cellStyles>/s, (_, normal: string) =>
      `<cellStyles count="${count}">${normal}${definitions.map(({ name }, index) => `<cellStyle name="${escapeXml(name)}" xfId="${index + 1}"/>`).join('')}</cellStyles>`);
}

/** A format as the definition of a style: without number format, and without the parts that the style leaves alone. */
function definitionOf(entry: string, style: NamedStyle): string {
  const { font, alignment, border } = includedParts(style);
  const left = [...(font ? [] : ['Font']), ...(alignment ? [] : ['Alignment']), ...(border ? [] : ['Border'])];
  const bare = entry.replace(/ xfId="\d+"/, '').replace(/ numFmtId="\d+"/, ' numFmtId="0"').replace(/ apply\w+="\d"/g, '');
  return bare.replace(/^<xf /, `<xf applyNumberFormat="0"${left.map((part) => ` apply${part}="0"`).join('')} `);
}
