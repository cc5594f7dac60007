import type { Content } from '../pack/pack';
import { cellText, type CellValue } from '../values/cell';
import { HUNDRED, roundHalfUp, type Decimal } from '../values/decimal';

/** A figure as the workbook shows it: 227.39, 95.01%, 7.5; blank is —. Amounts in the workbook's unit, rates as percent. */
export function shownFigure(value: CellValue, content: Content): string {
  if (value.kind === 'blank') return '—';
  if (value.kind !== 'number') return cellText(value);
  switch (content) {
    case 'amount': return grouped(roundHalfUp(value.value, 2).toFixed(2));
    case 'rate': return `${roundHalfUp(value.value.times(HUNDRED), 2).toFixed(2)}%`;
    case 'score': return roundHalfUp(value.value, 2).toFixed(2);
    default: return cellText(value);
  }
}

/** Points with at most two decimals and no empty ones: 96, 7.5, 33.33. */
export function pointsText(points: Decimal): string {
  return roundHalfUp(points, 2).toString();
}

/** Points of a cell in a narrow row: 7.5, 不适用, —. */
export function cellPoints(value: CellValue): string {
  return value.kind === 'number' ? pointsText(value.value) : shownFigure(value, 'score');
}

function grouped(digits: string): string {
  const [whole = '', decimals = ''] = digits.split('.');
  return `${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${decimals}`;
}

/** 14:05:09, for the time of a reading. */
export function timeText(time: Date): string {
  return [time.getHours(), time.getMinutes(), time.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
}

/** 11月21日 14:05 of an ISO time; the text itself when it is none. */
export function momentText(iso: string): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? iso : `${time.getMonth() + 1}月${time.getDate()}日 ${timeText(time).slice(0, 5)}`;
}
