import type { FileFault } from './fileFaults';
import { LIMITS } from './limits';
import type { PartReader, XmlElement } from './xml';

/** Which cell styles show a number as a date or time. */
export class Styles implements PartReader {
  fault: FileFault | null = null;
  private readonly formats = new Map<number, string>();
  private readonly cellFormats: number[] = [];
  private readonly known = new Map<number, boolean>();
  private inside = false;

  open(element: XmlElement): void {
    if (element.name === 'numFmt') this.formats.set(Number(element.attribute('numFmtId')), element.attribute('formatCode') ?? '');
    if (element.name === 'cellXfs') this.inside = true;
    if (element.name !== 'xf' || !this.inside) return;
    if (this.cellFormats.length >= LIMITS.cellStyles) this.fault = { code: 'Z24', detail: `单元格样式超过${LIMITS.cellStyles}种` };
    else this.cellFormats.push(Number(element.attribute('numFmtId') ?? 0));
  }

  text(): void {
    // Styles say everything in attributes.
  }

  close(name: string): void {
    if (name === 'cellXfs') this.inside = false;
  }

  /** A cell's style shows its number as a date; a style the file does not define shows it plainly. */
  showsDate(style: number): boolean {
    const format = this.cellFormats[style];
    if (format === undefined) return false;
    const known = this.known.get(format);
    if (known !== undefined) return known;
    const code = this.formats.get(format);
    const shows = code === undefined ? isDateNumber(format) : isDateCode(code);
    this.known.set(format, shows);
    return shows;
  }
}

/** Formats every program knows by number; 27 to 58 are those of Chinese, Japanese and Korean programs. */
function isDateNumber(format: number): boolean {
  return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 45 && format <= 47) || (format >= 50 && format <= 58);
}

/** Letters of day, month, year or time outside texts, escapes and conditions such as [Red]. */
function isDateCode(code: string): boolean {
  const bare = code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return !/general/i.test(bare) && /[ymdhs]/i.test(bare);
}
