/** Characters a file cannot hold are stored as _x000D_; the mark itself as _x005F_. */
export function decodedText(stored: string): string {
  return stored.includes('_x') ? stored.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : stored;
}

/**
 * Collects the text of a rich or plain string element (`si`, `is`): its `t` elements, without phonetic parts. Blanks at the ends
 * of a `t` that does not say xml:space="preserve" are the file's, not the text's.
 */
export class TextCollector {
  private parts: string[] = [];
  private run: string | null = null;
  private keepsSpace = false;
  private phonetic = 0;

  open(name: string, keepsSpace: boolean): void {
    if (name === 'rPh') this.phonetic += 1;
    if (name === 't' && this.phonetic === 0) {
      this.run = '';
      this.keepsSpace = keepsSpace;
    }
  }

  text(text: string): void {
    if (this.run !== null) this.run += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.phonetic -= 1;
    if (name === 't' && this.run !== null) {
      this.parts.push(decodedText(this.keepsSpace ? this.run : this.run.replaceAll(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')));
      this.run = null;
    }
  }

  /** The whole text; starts anew. */
  take(): string {
    const text = this.parts.join('');
    this.parts = [];
    this.run = null;
    this.phonetic = 0;
    return text;
  }
}
