import { SaxesParser, type SaxesAttributeNS } from 'saxes';
import type { FileFault } from './fileFaults';
import { LIMITS } from './limits';
import { inflate, type ZipEntry } from './zip';

/** An element of a part, with its attributes. */
export class XmlElement {
  constructor(readonly name: string, private readonly attributes: Readonly<Record<string, SaxesAttributeNS>>) {}

  /** The value of an attribute without prefix. */
  attribute(name: string): string | undefined {
    return Object.hasOwn(this.attributes, name) ? this.attributes[name]?.value : undefined;
  }

  /** The relationship it names, `r:id`. */
  relationship(): string | undefined {
    return Object.values(this.attributes).find(({ local, uri }) => local === 'id' && RELATIONSHIPS.has(uri))?.value;
  }

  /** xml:space="preserve". */
  keepsSpace(): boolean {
    return this.attribute('xml:space') === 'preserve';
  }
}

/** Follows one part as it streams by. A fault it sets ends the reading. */
export interface PartReader {
  /** Namespaces of the elements it follows; left out, those of workbooks and packages. */
  readonly namespaces?: ReadonlySet<string>;
  /** Whether an element of another namespace may hold ones it follows; else that is passed over with all it holds. */
  looksInside?(name: string): boolean;
  open(element: XmlElement): void;
  text(text: string): void;
  close(name: string): void;
  readonly fault: FileFault | null;
}

/** Transitional and strict workbooks, and the parts every package has. */
const NAMESPACES: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  'http://schemas.openxmlformats.org/package/2006/relationships',
]);
const RELATIONSHIPS: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'http://purl.oclc.org/ooxml/officeDocument/relationships',
]);

/**
 * Streams a part of the file through a strict XML parser: nothing but elements, text and attributes; a DOCTYPE, another encoding
 * than UTF-8 or UTF-16, elements nested too deep and XML that is not well-formed are faults. Memory stays at one piece and one text.
 */
export function readPart(entry: ZipEntry, reader: PartReader): FileFault | null {
  const parser = new PartParser(entry.name, reader);
  return inflate(entry, (piece) => parser.write(piece)) ?? parser.close();
}

class PartParser {
  private readonly parser = new SaxesParser({ xmlns: true, position: false });
  private decoder: TextDecoder | null = null;
  private start: Uint8Array = new Uint8Array(0);
  private depth = 0;
  /** Depth of the foreign element that is passed over. */
  private foreign: number | null = null;
  private fault: FileFault | null = null;

  constructor(private readonly part: string, private readonly reader: PartReader) {
    this.parser.on('doctype', () => this.stop('Z19'));
    this.parser.on('xmldecl', ({ encoding }) => {
      if (encoding !== undefined && !/^(utf-?8|utf-?16(le|be)?|us-ascii)$/i.test(encoding)) this.stop('Z20', `编码为${encoding}`);
    });
    this.parser.on('opentag', (tag) => this.open(tag.local, tag.uri, tag.attributes));
    this.parser.on('text', (text) => this.text(text));
    this.parser.on('cdata', (text) => this.text(text));
    this.parser.on('closetag', ({ local, uri }) => this.closeTag(local, uri));
  }

  write(piece: Uint8Array): FileFault | null {
    if (!this.decoder) {
      this.start = joined(this.start, piece);
      return this.start.length < 4 ? null : this.decode(this.start);
    }
    return this.decode(piece);
  }

  close(): FileFault | null {
    return this.decode(this.decoder ? new Uint8Array(0) : this.start, true) ?? this.parse(() => this.parser.close());
  }

  private decode(bytes: Uint8Array, last = false): FileFault | null {
    this.decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
    let text: string;
    try {
      text = this.decoder.decode(bytes, { stream: !last });
    } catch {
      return { code: 'Z20', detail: this.part };
    }
    return this.parse(() => this.parser.write(text));
  }

  private parse(step: () => void): FileFault | null {
    try {
      step();
    } catch {
      this.fault ??= { code: 'Z18', detail: this.part };
    }
    return this.fault ?? this.reader.fault;
  }

  private stop(code: FileFault['code'], detail = this.part): void {
    this.fault ??= { code, detail };
  }

  private open(name: string, uri: string, attributes: Readonly<Record<string, SaxesAttributeNS>>): void {
    this.depth += 1;
    if (this.depth > LIMITS.depth) this.stop('Z21');
    if (this.foreign !== null || this.stopped()) return;
    if (!this.follows(uri)) {
      if (!this.reader.looksInside?.(name)) this.foreign = this.depth;
      return;
    }
    this.reader.open(new XmlElement(name, attributes));
  }

  private text(text: string): void {
    if (this.foreign === null && !this.stopped()) this.reader.text(text);
  }

  private closeTag(name: string, uri: string): void {
    if (this.foreign === null && !this.stopped() && this.follows(uri)) this.reader.close(name);
    if (this.foreign === this.depth) this.foreign = null;
    this.depth -= 1;
  }

  private follows(uri: string): boolean {
    return (this.reader.namespaces ?? NAMESPACES).has(uri);
  }

  private stopped(): boolean {
    return this.fault !== null || this.reader.fault !== null;
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return 'utf-8';
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
