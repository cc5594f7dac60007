import { cellText } from '../values/cell';
import { columnLetters } from '../values/address';
import { runsOf } from './areas';
import { isLabel, type MisplacedLines } from './misplacedLines';
import type { PlannedSheet } from './plan';

/** What was inserted into a sheet and deleted from it, and what putting it back does: 第8行多出；缺“其他收入”行 → 删去第8行；补回“其他收入”行. */
export function wordsFor(sheet: PlannedSheet, { rows, columns }: MisplacedLines): { readonly found: string; readonly expected: string } {
  const extra = [...rowRuns(rows.extra), ...columnRuns(columns.extra)];
  const missing = [...missingRows(sheet, rows.missing), ...columns.missing.map((column) => `“${columnLabel(sheet, column)}”列`)];
  return {
    found: [...extra.map((run) => `${run}多出`), ...some(missing).map((one) => `缺${one}`)].join('；'),
    expected: [...extra.map((run) => `删去${run}`), ...some(missing).map((one) => `补回${one}`)].join('；'),
  };
}

/** Why only people can put it back, and how; null when nothing stands in the way. */
export function obstacleWords({ rows, columns, certain }: MisplacedLines): string | null {
  const filled = [...rowRuns(rows.filled), ...columnRuns(columns.filled)];
  if (filled.length > 0) return `先把${filled.join('、')}的内容移到别处或清空`;
  return certain ? null : '撤销改动，或从备份恢复';
}

function rowRuns(rows: readonly number[]): readonly string[] {
  return runsOf(rows).map(({ first, count }) => (count === 1 ? `第${first + 1}行` : `第${first + 1}至${first + count}行`));
}

function columnRuns(columns: readonly number[]): readonly string[] {
  return runsOf(columns).map(({ first, count }) => (count === 1 ? `${columnLetters(first)}列` : `${columnLetters(first)}至${columnLetters(first + count - 1)}列`));
}

/** Rows by their labels; rows of a list have none. */
function missingRows(sheet: PlannedSheet, rows: readonly number[]): readonly string[] {
  const own = rows.filter((row) => !sheet.lists.some(({ firstRow, room }) => row >= firstRow && row < firstRow + room));
  const inRoom = rows.length - own.length;
  const labelled = own.flatMap((row) => {
    const label = sheet.cells.filter((cell) => cell.row === row && isLabel(cell)).sort((a, b) => a.column - b.column)[0];
    return label ? [`“${short(cellText(label.value))}”行`] : [];
  });
  const others = own.length - labelled.length;
  return [...labelled, ...(inRoom === 0 ? [] : [`清单的${inRoom}行`]), ...(others === 0 ? [] : [`其他${others}行`])];
}

/** What stands over the column: its header, else its first label. */
function columnLabel(sheet: PlannedSheet, column: number): string {
  const labels = sheet.cells.filter((cell) => cell.column === column && isLabel(cell)).sort((a, b) => a.row - b.row);
  const label = labels.find(({ role }) => role === 'header' || role === 'helperHeader') ?? labels[0];
  return label ? short(cellText(label.value)) : columnLetters(column);
}

function some(names: readonly string[]): readonly string[] {
  return names.length <= 4 ? names : [...names.slice(0, 3), `其余${names.length - 3}处`];
}

function short(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}
