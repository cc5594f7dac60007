import { checkCodeBlock, checkCodeField } from '../evaluation/signOff';
import type { Pack, SheetForm } from '../pack/pack';

/** 填报人 | … | 校验码 of a form, spread over its printed columns. */
export interface SignaturePlace {
  /** First of its rows. */
  readonly row: number;
  readonly rowCount: number;
  readonly cells: readonly SignatureCell[];
}

export interface SignatureCell {
  readonly row: number;
  readonly column: number;
  readonly columnCount: number;
  /** What is shown: a field of 基本情况 behind its label, the words 校验码, or the code itself. */
  readonly shows: { readonly label: string; readonly field: string } | { readonly text: string } | { readonly code: string };
}

/** Points: room to sign by hand. */
export const SIGNATURE_HEIGHT = 26;
const PER_ROW = 4;

/** Rows the line takes; 0 on a sheet nobody signs. */
export function signatureRows(pack: Pack, sheet: SheetForm, printColumns: number): number {
  const parts = partsOf(pack, sheet).length;
  return Math.ceil(parts / Math.min(PER_ROW, Math.max(1, printColumns)));
}

/** Every part of the line in its place. */
export function placeSignature(pack: Pack, sheet: SheetForm, printColumns: number, row: number): SignaturePlace | null {
  const parts = partsOf(pack, sheet);
  if (parts.length === 0) return null;
  const perRow = Math.min(PER_ROW, Math.max(1, printColumns));
  const cells = parts.map((shows, index): SignatureCell => {
    const slot = index % perRow;
    const column = Math.floor((slot * printColumns) / perRow);
    return { row: row + Math.floor(index / perRow), column, columnCount: Math.floor(((slot + 1) * printColumns) / perRow) - column, shows };
  });
  return { row, rowCount: Math.ceil(parts.length / perRow), cells };
}

function partsOf(pack: Pack, sheet: SheetForm): readonly SignatureCell['shows'][] {
  if (!pack.signing || checkCodeBlock(pack, sheet) === null) return [];
  return [...pack.signing.map(({ label, field }) => ({ label: `${label}：`, field })), { text: '校验码：' }, { code: checkCodeField(sheet.id) }];
}
