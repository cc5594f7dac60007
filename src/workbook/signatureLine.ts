import { checkCodeBlock, checkCodeField } from '../evaluation/signOff';
import type { Pack, SheetForm, Signature } from '../pack/pack';

/** The lines a form ends with: who signs, and its 校验码; each one cell over all its printed columns. */
export interface SignaturePlace {
  /** First of its rows. */
  readonly row: number;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Who signs, a row each. */
  readonly lines: readonly (readonly Signature[])[];
  /** Field of the 校验码, in the last row. */
  readonly code: string;
}

/** Points: room to sign by hand. */
export const SIGNATURE_HEIGHT = 26;
const PER_LINE = 3;

/** Rows the lines take; 0 on a sheet nobody signs. */
export function signatureRows(pack: Pack, sheet: SheetForm): number {
  return placeSignature(pack, sheet, 1, 0)?.rowCount ?? 0;
}

/** The lines in their place, or null on a sheet nobody signs. */
export function placeSignature(pack: Pack, sheet: SheetForm, columnCount: number, row: number): SignaturePlace | null {
  if (!pack.signing || checkCodeBlock(pack, sheet) === null) return null;
  const signing = pack.signing;
  const lines = Array.from({ length: Math.ceil(signing.length / PER_LINE) }, (_, index) => signing.slice(index * PER_LINE, (index + 1) * PER_LINE));
  return { row, rowCount: lines.length + 1, columnCount, lines, code: checkCodeField(sheet.id) };
}
