import { cellText, type CellValue } from '../values/cell';
import { decodeJournal } from './journal';
import type { StoredText } from './snapshot';
import { headRows, readStoreSheet, stepRow } from './storeSheet';

export { STORE_SHEET } from './storeSheet';

/** The store as rows of texts from A1, for files; rows between the parts are empty. Text cells only. */
export function storeRows(store: StoredText): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [...headRows(store)];
  decodeJournal(store.journal).forEach((step, sequence) => {
    const { row, texts } = stepRow({ sequence, step });
    while (rows.length <= row) rows.push([]);
    rows[row] = texts;
  });
  return rows;
}

/** Reads the store back; null when it is not ours. */
export function readStore(rows: readonly (readonly CellValue[])[]): StoredText | null {
  return readStoreSheet(rows.map((row) => row.map(cellText)))?.text ?? null;
}

/** SHA-256 of the pack text, hex: a changed pack is noticed. */
export async function packHash(pack: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(pack));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
