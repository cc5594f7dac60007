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

/** Queues pack, hash and layout version. */
export function writeHead(workbook: Excel.Workbook, head: StoreHead): void {
  const sheet = worksheetOf(workbook, STORE_SHEET);
  headRows(head).forEach((texts, row) => writeTexts(sheet, row, texts));
}

/** Queues a step into its row, over the oldest one. */
export function writeJournal(workbook: Excel.Workbook, numbered: NumberedStep): void {
  const sheet = worksheetOf(workbook, STORE_SHEET);
  const { row, texts } = stepRow(numbered);
  writeTexts(sheet, row, texts);
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

/** An earlier, longer text would otherwise go on behind this one. */
function writeTexts(sheet: Excel.Worksheet, row: number, texts: readonly string[]): void {
  sheet.getRange(`${row + 1}:${row + 1}`).clear('Contents');
  sheet.getRange(blockAddress({ row, column: 0, rowCount: 1, columnCount: texts.length })).values = [texts.map((text) => (needsQuote(text) ? `'${text}` : text))];
}
