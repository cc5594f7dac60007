import { blockAddress } from '../values/address';
import { headRows, STATE_COLUMN, stepRow, stepRowNumber, STORE_SHEET, type NumberedStep, type StoreHead } from '../workbook/storeSheet';
import type { JournalStep } from '../workbook/change';
import { needsQuote } from '../workbook/keptText';
import { addWorksheet, worksheetOf } from './worksheetOf';

/** Queues the very hidden sheet itself. */
export function addStoreSheet(workbook: Excel.Workbook): void {
  const sheet = addWorksheet(workbook, STORE_SHEET);
  sheet.visibility = 'VeryHidden';
}

/** Queues pack, hash and layout version, `over` those that are there. */
export function writeHead(workbook: Excel.Workbook, head: StoreHead, over: boolean): void {
  const sheet = worksheetOf(workbook, STORE_SHEET);
  const rows = headRows(head);
  if (over) sheet.getRange(`1:${rows.length}`).clear('Contents');
  writeRows(sheet, 0, rows);
}

/** Queues a step into its row, over the oldest one. */
export function writeJournal(workbook: Excel.Workbook, numbered: NumberedStep): void {
  const sheet = worksheetOf(workbook, STORE_SHEET);
  const { row, texts } = stepRow(numbered);
  // An earlier, longer text would otherwise go on behind this one.
  sheet.getRange(`${row + 1}:${row + 1}`).clear('Contents');
  writeRows(sheet, row, [texts]);
}

/** Queues only the state of a step. */
export function writeState(workbook: Excel.Workbook, sequence: number, state: JournalStep['state']): void {
  const sheet = worksheetOf(workbook, STORE_SHEET);
  sheet.getRangeByIndexes(stepRowNumber(sequence), STATE_COLUMN, 1, 1).values = [[state]];
}

/** The number of the step after these. */
export function nextSequence(steps: readonly NumberedStep[]): number {
  return 1 + Math.max(-1, ...steps.map(({ sequence }) => sequence));
}

function writeRows(sheet: Excel.Worksheet, row: number, rows: readonly (readonly string[])[]): void {
  const columnCount = Math.max(...rows.map(({ length }) => length));
  sheet.getRange(blockAddress({ row, column: 0, rowCount: rows.length, columnCount })).values = rows.map((texts) =>
    Array.from({ length: columnCount }, (_, column) => kept(texts[column] ?? '')));
}

function kept(text: string): string {
  return needsQuote(text) ? `'${text}` : text;
}
