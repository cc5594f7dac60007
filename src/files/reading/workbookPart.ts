import type { FoundName, FoundSheet, Snapshot } from '../../workbook/snapshot';
import type { FileFault } from './fileFaults';
import { LIMITS } from './limits';
import type { PartReader, XmlElement } from './xml';

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly visibility: FoundSheet['visibility'];
  /** Relationship to its part. */
  readonly relationship: string;
}

/** Sheets in tab order, names, how it calculates. */
export class WorkbookPart implements PartReader {
  readonly sheets: ListedSheet[] = [];
  calculation: Snapshot['calculation'] = 'automatic';
  structureProtected = false;
  /** Days count from 1904, not 1900. */
  from1904 = false;
  /** The part is a workbook at all. */
  isWorkbook = false;
  fault: FileFault | null = null;
  private readonly stored: { readonly name: string; readonly sheet: number | null; readonly text: string }[] = [];
  private name: { readonly name: string; readonly sheet: number | null } | null = null;
  private nameText = '';

  open(element: XmlElement): void {
    switch (element.name) {
      case 'workbook': this.isWorkbook = true; return;
      case 'workbookPr': this.from1904 = isTrue(element.attribute('date1904')); return;
      case 'workbookProtection': this.structureProtected = isTrue(element.attribute('lockStructure')); return;
      case 'calcPr': this.calculation = element.attribute('calcMode') === 'manual' ? 'manual' : 'automatic'; return;
      case 'sheet': this.sheet(element); return;
      case 'definedName': {
        const sheet = element.attribute('localSheetId');
        this.name = { name: element.attribute('name') ?? '', sheet: sheet === undefined ? null : Number(sheet) };
        this.nameText = '';
      }
    }
  }

  text(text: string): void {
    if (this.name) this.nameText += text;
  }

  close(name: string): void {
    if (name !== 'definedName' || !this.name) return;
    if (this.stored.length >= LIMITS.names) this.fault = { code: 'Z24', detail: `名称超过${LIMITS.names}个` };
    else this.stored.push({ ...this.name, text: this.nameText.trim() });
    this.name = null;
  }

  /** Names as Excel tells them; those programs keep for themselves (print areas, filters) are left out. */
  names(): readonly FoundName[] {
    return this.stored.flatMap(({ name, sheet, text }): FoundName[] => {
      const scope = sheet === null ? null : this.sheets[sheet]?.name;
      return scope === undefined || name.startsWith('_xlnm.') ? [] : [{ name, reference: `=${text}`, scope }];
    });
  }

  private sheet(element: XmlElement): void {
    if (this.sheets.length >= LIMITS.sheets) {
      this.fault = { code: 'Z15' };
      return;
    }
    const state = element.attribute('state');
    this.sheets.push({
      name: element.attribute('name') ?? '', visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
      relationship: element.relationship() ?? '',
    });
  }
}

/** A truth value of the file format. */
export function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true' || text === 'on';
}
