import { ILogService, LocaleType, LogLevel, Univer, UniverInstanceType, generateRandomId, mergeLocales } from '@univerjs/core';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { UniverSheetsConditionalFormattingPlugin } from '@univerjs/sheets-conditional-formatting';
import { UniverSheetsDataValidationPlugin } from '@univerjs/sheets-data-validation';
import dataValidationTexts from '@univerjs/sheets-data-validation/locale/zh-CN';
import { UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import formulaTexts from '@univerjs/sheets-formula/locale/zh-CN';
import { UniverSheetsNumfmtPlugin } from '@univerjs/sheets-numfmt';
import sheetTexts from '@univerjs/sheets/locale/zh-CN';
import { correctDefinedNames } from './definedNamePatch';
import { quietConsole } from './quietConsole';
import { DEFAULT_SIZES } from './sheets';

/** Univer without a screen: the same plugins that calculate in the page, and one workbook with the given sheets. */
export function createHeadlessUniver(sheetNames: readonly string[]): Univer {
  correctDefinedNames();
  quietConsole();
  const univer = new Univer({
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: mergeLocales(sheetTexts, formulaTexts, dataValidationTexts) },
  });
  // The option of the constructor takes 0 for "not given".
  univer.__getInjector().get(ILogService).setLogLevel(LogLevel.SILENT);
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsNumfmtPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  univer.registerPlugin(UniverSheetsDataValidationPlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  // Univer's caches of formula results are shared by all its instances: ids must differ between workbooks.
  const ids = sheetNames.map(() => generateRandomId(8));
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, {
    id: generateRandomId(8),
    name: '工作簿1',
    locale: LocaleType.ZH_CN,
    sheetOrder: ids,
    sheets: Object.fromEntries(
      ids.map((id, index) => [id, { id, name: sheetNames[index] ?? id, rowCount: 200, columnCount: 26, ...DEFAULT_SIZES }]),
    ),
  });
  return univer;
}
