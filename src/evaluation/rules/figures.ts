import { type CellValue, cellText } from '../../values/cell';
import { type Decimal, HUNDRED, roundHalfUp } from '../../values/decimal';

/** A figure as a sentence of 计分依据 shows it; a blank cell reads 空白. */
export function shown(cell: CellValue): string {
  if (cell.kind === 'number') return plain(cell.value);
  return cell.kind === 'blank' ? '空白' : cellText(cell);
}

/** At most 8 decimals, without trailing zeros. */
export function plain(value: Decimal): string {
  return roundHalfUp(value, 8).toFixed();
}

/** A fraction as a percentage with 2 decimals, half-up; anything else as it stands. */
export function percent(cell: CellValue): string {
  return cell.kind === 'number' ? `${roundHalfUp(cell.value.times(HUNDRED), 2).toFixed(2)}%` : shown(cell);
}
