import { strToU8, zipSync, type Zippable } from 'fflate';
import { openXlsx, type XlsxFile } from '../../src/files/readXlsx';
import type { Message } from '../../src/values/message';
import type { Result } from '../../src/values/result';
import type { FoundCell, Snapshot } from '../../src/workbook/snapshot';
import type { Plan } from '../../src/workbook/plan';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Parts of a workbook with one sheet 基本情况, as text or bytes by part name; others replace them or come besides, null takes one away. */
export function parts(changed: Readonly<Record<string, string | Uint8Array | null>> = {}): Record<string, Uint8Array> {
  const whole: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml': '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="${RELS}"><Relationship Id="rId1" Type="${TYPES}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="${MAIN}" xmlns:r="${TYPES}"><sheets><sheet name="基本情况" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELS}"><Relationship Id="rId1" Type="${TYPES}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${TYPES}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheetXml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si><t>部门基本情况</t></si></sst>`,
    ...changed,
  };
  return Object.fromEntries(Object.entries(whole).flatMap(([name, part]) => (part === null ? [] : [[name, typeof part === 'string' ? strToU8(part) : part]])));
}

export function sheetXml(rows: string, before = '', behind = ''): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${behind}</worksheet>`;
}

/** A workbook with these rows in its one sheet. */
export function withRows(rows: string): Uint8Array {
  return zipped(parts({ 'xl/worksheets/sheet1.xml': sheetXml(rows) }));
}

export function zipped(files: Zippable): Uint8Array {
  return zipSync(files, { level: 6 });
}

/** A plan with one sheet 基本情况 of 20 rows and 8 columns. */
export const plan: Plan = {
  packId: 'tiny', packVersion: '1', layoutVersion: 1, structureLocked: true, names: [],
  sheets: [{
    id: 'profile', name: '基本情况', visibility: 'visible', regionName: '表_基本情况', rowCount: 20, columnCount: 8, columns: [], rowHeights: new Map(),
    frozenRows: 0, frozenColumns: 0, cells: [], merges: [], lists: [], tables: [], pairs: [], conditionals: [],
    print: { orientation: 'portrait', paper: 'A4', onePage: false, area: { row: 0, column: 0, rowCount: 20, columnCount: 8 }, titleRows: null },
  }],
};

/** Opens and looks; the answer a person gets of a file. */
export function read(bytes: Uint8Array, name = '某单位.xlsx'): Result<Snapshot, Message> {
  const opened = openXlsx(bytes, name);
  return opened.ok ? opened.value.look(plan) : opened;
}

export function open(bytes: Uint8Array, name = '某单位.xlsx'): XlsxFile {
  const opened = openXlsx(bytes, name);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

/** The cells of 基本情况 by address column and row, 0-based. */
export function cellsOf(bytes: Uint8Array): readonly (readonly FoundCell[])[] {
  const snapshot = read(bytes);
  if (!snapshot.ok) throw new Error(JSON.stringify(snapshot.error));
  return snapshot.value.sheets[0]?.region?.cells ?? [];
}

/** Bytes of a little-endian number. */
export function number(value: number, bytes: 2 | 4): readonly number[] {
  return Array.from({ length: bytes }, (_, i) => Math.floor(value / 256 ** i) % 256);
}

/** Finds a mark of a zip: the n-th directory entry or the end. */
export function find(bytes: Uint8Array, mark: readonly number[], nth = 0): number {
  let left = nth;
  for (let at = 0; at + mark.length <= bytes.length; at += 1) {
    if (mark.every((byte, i) => bytes[at + i] === byte) && left-- === 0) return at;
  }
  throw new Error('mark not found');
}

export const DIRECTORY_ENTRY = [0x50, 0x4b, 1, 2];
export const DIRECTORY_END = [0x50, 0x4b, 5, 6];
export const LOCAL_ENTRY = [0x50, 0x4b, 3, 4];

/** The same bytes with some overwritten. */
export function patched(bytes: Uint8Array, at: number, value: readonly number[]): Uint8Array {
  const copy = bytes.slice();
  copy.set(value, at);
  return copy;
}

/** The same file with its n-th entry under another name of the same length. */
export function renamed(bytes: Uint8Array, nth: number, name: string): Uint8Array {
  const letters = [...name].map((letter) => letter.charCodeAt(0));
  return patched(patched(bytes, find(bytes, DIRECTORY_ENTRY, nth) + 46, letters), find(bytes, LOCAL_ENTRY, nth) + 30, letters);
}
