import type { FileFault } from './fileFaults';
import { LIMITS } from './limits';
import { TextCollector } from './storedText';
import type { PartReader, XmlElement } from './xml';

/** The texts that cells name by number. */
export class SharedStrings implements PartReader {
  readonly texts: string[] = [];
  fault: FileFault | null = null;
  private readonly collector = new TextCollector();

  open(element: XmlElement): void {
    this.collector.open(element.name, element.keepsSpace());
  }

  text(text: string): void {
    this.collector.text(text);
  }

  close(name: string): void {
    this.collector.close(name);
    if (name !== 'si') return;
    if (this.texts.length >= LIMITS.sharedStrings) this.fault = { code: 'Z24', detail: `文字超过${LIMITS.sharedStrings}条` };
    else this.texts.push(this.collector.take());
  }
}
