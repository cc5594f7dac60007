import { ICommandService, LocaleType, LogLevel, mergeLocales, Univer, UniverInstanceType, type IWorkbookData } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import sheetsZhCN from '@univerjs/sheets/locale/zh-CN';
import formulaZhCN from '@univerjs/sheets-formula/locale/zh-CN';
import '@univerjs/engine-formula/facade';
import '@univerjs/sheets/facade';
import '@univerjs/sheets-formula/facade';
import type { RawCell } from '../../../src/values/cell';

/** Calculates sheets of constants and formulas (text that begins with `=`, not `=` alone) in a headless spreadsheet engine. */
export async function calculate(sheets: Readonly<Record<string, Readonly<Record<string, RawCell>>>>): Promise<(sheet: string, address: string) => RawCell | null> {
  const univer = new Univer({ locale: LocaleType.ZH_CN, logLevel: LogLevel.SILENT, locales: { [LocaleType.ZH_CN]: mergeLocales(sheetsZhCN, formulaZhCN) } });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  const api = FUniver.newAPI(univer);
  const data: Partial<IWorkbookData> = { id: 'book', sheetOrder: Object.keys(sheets), sheets: {} };
  for (const [name, cells] of Object.entries(sheets)) {
    const cellData: Record<number, Record<number, object>> = {};
    let rows = 10;
    let columns = 26;
    for (const [address, raw] of Object.entries(cells)) {
      const [row, column] = coordinates(address);
      rows = Math.max(rows, row + 2);
      columns = Math.max(columns, column + 2);
      (cellData[row] ??= {})[column] =
        typeof raw === 'string' && raw.length > 1 && raw.startsWith('=') ? { f: raw }
        : typeof raw === 'string' ? { v: raw, t: 1 }
        : typeof raw === 'number' ? { v: raw, t: 2 }
        : { v: raw ? 1 : 0, t: 3 };
    }
    data.sheets![name] = { id: name, name, rowCount: rows, columnCount: columns, cellData };
  }
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, data);
  univer.__getInjector().get(ICommandService);
  await api.getFormula().onCalculationResultApplied();
  const book = api.getActiveWorkbook();
  const answer = new Map<string, RawCell | null>();
  for (const [name, cells] of Object.entries(sheets)) {
    const matrix = book!.getSheetByName(name)!.getSheet().getCellMatrix();
    for (const address of Object.keys(cells)) {
      const [row, column] = coordinates(address);
      const cell = matrix.getValue(row, column);
      // A link is kept as rich text that ends with a paragraph mark.
      const v = cell?.v ?? cell?.p?.body?.dataStream.replace(/\r\n$/, '');
      answer.set(`${name}!${address}`, v === undefined || v === null ? null : cell?.t === 3 ? v === 1 || v === true : v as RawCell);
    }
  }
  univer.dispose();
  return (sheet, address) => answer.get(`${sheet}!${address}`) ?? null;
}

function coordinates(address: string): [number, number] {
  const match = /^([A-Z]+)(\d+)$/.exec(address);
  if (match === null) throw new Error(`not an address: ${address}`);
  const column = [...match[1]!].reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return [Number(match[2]) - 1, column];
}
