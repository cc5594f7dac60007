import { LocaleType, LogLevel, Univer, UniverInstanceType, mergeLocales, type IUniverConfig } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import conditionalFormattingTexts from '@univerjs/preset-sheets-conditional-formatting/locales/zh-CN';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreTexts from '@univerjs/preset-sheets-core/locales/zh-CN';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import dataValidationTexts from '@univerjs/preset-sheets-data-validation/locales/zh-CN';
import { greenTheme } from '@univerjs/themes';

import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';

export interface Grid {
  univer: Univer;
  api: FUniver;
}

/**
 * Menu entries that an Excel user does not know or that would lie here: Univer's own permissions are not the sheet
 * protection that the host plays.
 */
const hiddenMenus = [
  'base-ui.operation.toggle-shortcut-panel',
  'sheet.contextMenu.permission',
  'sheet.command.add-range-protection-from-toolbar',
  'sheet.command.add-range-protection-from-sheet-bar',
  'sheet.command.change-sheet-protection-from-sheet-bar',
  'sheet.command.delete-worksheet-protection-from-sheet-bar',
  'sheet.command.view-sheet-permission-from-sheet-bar',
];

/** Draws the spreadsheet in `container` with one empty sheet, in Chinese. */
export function createGrid(container: HTMLElement): Grid {
  const locales: NonNullable<IUniverConfig['locales']> = {
    [LocaleType.ZH_CN]: mergeLocales(coreTexts, dataValidationTexts, conditionalFormattingTexts),
  };
  const univer = new Univer({ theme: greenTheme, locale: LocaleType.ZH_CN, locales, logLevel: LogLevel.ERROR });
  const presets = [
    UniverSheetsCorePreset({
      container,
      ribbonType: 'simple',
      disableAutoFocus: true,
      menu: Object.fromEntries(hiddenMenus.map((id) => [id, { hidden: true }])),
      sheets: { protectedRangeShadow: false },
    }),
    UniverSheetsDataValidationPreset(),
    UniverSheetsConditionalFormattingPreset(),
  ];
  const registered = new Set<unknown>();
  for (const entry of presets.flatMap((preset) => preset.plugins)) {
    const [plugin, options] = Array.isArray(entry) ? entry : [entry, undefined];
    if (registered.has(plugin)) continue;
    registered.add(plugin);
    univer.registerPlugin(plugin, options);
  }
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, {
    id: 'workbook',
    name: '工作簿1',
    locale: LocaleType.ZH_CN,
    sheetOrder: ['sheet1'],
    sheets: { sheet1: { id: 'sheet1', name: 'Sheet1', rowCount: 200, columnCount: 26 } },
  });
  return { univer, api: FUniver.newAPI(univer) };
}
