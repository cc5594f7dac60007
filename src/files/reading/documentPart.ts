import type { FileFault } from './fileFaults';
import { LIMITS } from './limits';
import type { PartReader, XmlElement } from './xml';

/** Transitional and strict Word documents. */
const WORD: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);
/** What was deleted or moved away, and the reading printed over a character. */
const LEFT_OUT: ReadonlySet<string> = new Set(['del', 'moveFrom', 'rt']);
const CHARACTERS: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };

/** Lines that are being gathered: the body, a table cell, a text box. */
interface Flow {
  readonly lines: string[];
  /** Text of a paragraph whose mark was deleted: the next paragraph goes on with it. */
  carried: string;
}

interface Paragraph {
  text: string;
  markDeleted: boolean;
  /** Lines of text boxes anchored in it. */
  readonly boxes: string[];
}

interface Row {
  readonly cells: string[];
  deleted: boolean;
}

/**
 * The visible text of a Word document's main part: a paragraph a line, a table row a line with its cells separated by tabs, the
 * paragraphs of a cell by line breaks. Fields give their result, tracked changes what they lead to, a text box stands behind its
 * paragraph.
 */
export class DocumentPart implements PartReader {
  readonly namespaces = WORD;
  isDocument = false;
  fault: FileFault | null = null;
  private flow: Flow = { lines: [], carried: '' };
  private readonly outerFlows: Flow[] = [];
  private readonly path: string[] = [];
  private readonly paragraphs: Paragraph[] = [];
  private readonly rows: Row[] = [];
  private leftOut = 0;
  private run: { text: string; readonly keepsSpace: boolean } | null = null;
  private length = 0;

  allText(): string {
    return this.flow.lines.join('\n');
  }

  /** A text box stands twice, for new and for old programs: the old form is passed over. */
  looksInside(name: string): boolean {
    return name !== 'Fallback';
  }

  open(element: XmlElement): void {
    const { name } = element;
    if (name === 'del') this.markDeletion();
    if (this.leftOut === 0 && this.path.at(-1) === 'r') this.write(CHARACTERS[name] ?? '');
    this.path.push(name);
    if (LEFT_OUT.has(name)) this.leftOut += 1;
    switch (name) {
      case 'document': this.isDocument = true; break;
      case 'p': this.paragraphs.push({ text: '', markDeleted: false, boxes: [] }); break;
      case 'tr': this.rows.push({ cells: [], deleted: false }); break;
      case 'tc': case 'txbxContent': this.beginFlow(); break;
      case 't': if (this.leftOut === 0) this.run = { text: '', keepsSpace: element.keepsSpace() }; break;
    }
  }

  text(text: string): void {
    if (this.run !== null) this.run.text += text;
  }

  close(name: string): void {
    this.path.pop();
    if (LEFT_OUT.has(name)) this.leftOut -= 1;
    switch (name) {
      case 't': this.endRun(); break;
      case 'p': this.endParagraph(); break;
      case 'tc': this.rows.at(-1)?.cells.push(this.endFlow().join('\n')); break;
      case 'txbxContent': this.endBox(); break;
      case 'tr': this.endRow(); break;
    }
  }

  /** `w:del` among the properties of a paragraph mark or a row says that these are deleted. */
  private markDeletion(): void {
    const paragraph = this.paragraphs.at(-1);
    if (this.path.at(-1) === 'rPr' && this.path.at(-2) === 'pPr' && paragraph) paragraph.markDeleted = true;
    const row = this.rows.at(-1);
    if (this.path.at(-1) === 'trPr' && row) row.deleted = true;
  }

  private endRun(): void {
    if (this.run !== null) this.write(this.run.keepsSpace ? this.run.text : this.run.text.trim());
    this.run = null;
  }

  private write(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph) return;
    paragraph.text += text;
    this.length += text.length;
    if (this.length > LIMITS.documentText) this.fault = { code: 'Z13' };
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    const text = this.flow.carried + paragraph.text;
    this.flow.carried = paragraph.markDeleted ? text : '';
    if (!paragraph.markDeleted) this.flow.lines.push(text);
    this.flow.lines.push(...paragraph.boxes);
  }

  private beginFlow(): void {
    this.outerFlows.push(this.flow);
    this.flow = { lines: [], carried: '' };
  }

  private endFlow(): readonly string[] {
    const { lines, carried } = this.flow;
    this.flow = this.outerFlows.pop() ?? { lines: [], carried: '' };
    return carried === '' ? lines : [...lines, carried];
  }

  private endBox(): void {
    const lines = this.endFlow();
    const anchor = this.paragraphs.at(-1);
    if (anchor) for (const line of lines) anchor.boxes.push(line);
  }

  private endRow(): void {
    const row = this.rows.pop();
    if (row && !row.deleted) this.flow.lines.push(row.cells.join('\t'));
  }
}
