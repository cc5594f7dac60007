import { Workbook } from 'exceljs';
import type { FileOptions, StoreUpdate } from '../actions/ports';
import type { Plan } from '../workbook/plan';
import { headRows, STORE_SHEET } from '../workbook/storeSheet';
import { CellStyles } from './cellStyles';
import { completePackage } from './completePackage';
import { fillSheet } from './fileSheet';
import { keptText } from './xmlText';

/** Who made the file, in its properties: the program, no person. */
const MAKER = '预算绩效自评助手';

/**
 * The planned workbook as an .xlsx file, the same as the one laid out in Excel: contents, formulas with the engine's results,
 * looks, validations, names, print set-up, protection, and the store with an empty journal. Sheets cannot be added, renamed or
 * deleted, unless rows of a list have sheets. The same plan, store and options give the same bytes.
 */
export async function writeXlsx(plan: Plan, store: StoreUpdate, options: FileOptions): Promise<Uint8Array> {
  const workbook = new Workbook();
  Object.assign(workbook, { creator: MAKER, lastModifiedBy: MAKER, created: options.created, modified: options.created });
  workbook.calcProperties.fullCalcOnLoad = true;
  const shown = Math.max(0, plan.sheets.findIndex((sheet) => sheet.visibility === 'visible'));
  workbook.views = [{ x: 0, y: 0, width: 24_000, height: 12_000, firstSheet: shown, activeTab: shown, visibility: 'visible' }];
  const styles = new CellStyles();
  for (const sheet of plan.sheets) fillSheet(workbook.addWorksheet(sheet.name), sheet, styles, options.lock);
  addStore(workbook, store);
  // Packed again when complete, so not compressed twice.
  const packed = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } } as Parameters<typeof workbook.xlsx.writeBuffer>[0]);
  return completePackage(new Uint8Array(packed), plan, options);
}

function addStore(workbook: Workbook, store: StoreUpdate): void {
  const sheet = workbook.addWorksheet(STORE_SHEET, { state: 'veryHidden' });
  headRows(store).forEach((texts, row) => texts.forEach((text, column) => { sheet.getCell(row + 1, column + 1).value = keptText(text); }));
}
