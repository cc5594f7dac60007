import type { CellErrorValue, CellValue as FileValue, DataValidation, Worksheet } from 'exceljs';
import { blockAddress } from '../values/address';
import type { CellValue } from '../values/cell';
import { blocksOf } from '../workbook/areas';
import { joinedConditionals } from '../workbook/conditionals';
import { FONT_SIZE, ROW_HEIGHT, columnCharacters } from '../workbook/looks';
import type { PlannedCell, PlannedSheet, PlannedValidation } from '../workbook/plan';
import type { ProtectionLock } from '../workbook/protectionLock';
import { alertOf, numberBounds, OUR_PROTECTION, PAGE_FOOTER } from '../workbook/sheetSettings';
import { conditionalRule, type CellStyles } from './cellStyles';
import { keptText } from './xmlText';

/** The file format's numbers of papers. */
const PAPER = { A4: 9, A3: 8 } as const;

/** Everything on an empty sheet of a file; the counterpart of `layOutSheet` in Excel. Print areas and names come with the package. */
export function fillSheet(target: Worksheet, sheet: PlannedSheet, styles: CellStyles, lock?: ProtectionLock): void {
  target.state = sheet.visibility;
  target.properties.defaultRowHeight = FONT_SIZE + 4;
  sheet.columns.forEach((column, index) => {
    const at = target.getColumn(index + 1);
    at.width = columnCharacters(column.width);
    at.hidden = column.hidden;
  });
  for (let row = 0; row < sheet.rowCount; row += 1) {
    const height = sheet.rowHeights.get(row) ?? ROW_HEIGHT;
    if (height === 0) target.getRow(row + 1).hidden = true;
    target.getRow(row + 1).height = height || ROW_HEIGHT;
  }
  for (const planned of sheet.cells) {
    const cell = target.getCell(planned.row + 1, planned.column + 1);
    cell.value = contentOf(planned);
    cell.style = styles.of(planned);
  }
  for (const { row, column, rowCount, columnCount } of sheet.merges) target.mergeCells(row + 1, column + 1, row + rowCount, column + columnCount);
  joinedConditionals(sheet.conditionals).forEach((conditional, index) => target.addConditionalFormatting({ ref: conditional.blocks.map((block) => blockAddress(block)).join(' '), rules: [conditionalRule(conditional, index + 1)] }));
  validate(target, sheet.cells);
  view(target, sheet);
  setUpPrint(target, sheet);
  protect(target, lock);
}

/** A formula always comes with its result: readers without a calculation engine see the value, not nothing. */
function contentOf(cell: PlannedCell): FileValue {
  if (cell.formula === undefined) return cell.value.kind === 'blank' ? null : storedValue(cell.value);
  return { formula: cell.formula, result: storedValue(cell.value) };
}

function storedValue(value: CellValue): string | number | boolean | CellErrorValue {
  switch (value.kind) {
    case 'blank': return '';
    case 'number': return value.value.toNumber();
    case 'text': return keptText(value.text);
    case 'truth': return value.value;
    // The file format knows no #SPILL! and #CALC!; Excel stores them as #VALUE! itself.
    case 'error': return { error: value.code === '#SPILL!' || value.code === '#CALC!' ? '#VALUE!' : value.code } as CellErrorValue;
  }
}

/** The library has it, its types do not: validation of a whole block. */
type ValidatedSheet = Worksheet & { readonly dataValidations: { add(address: string, validation: DataValidation): void } };

function validate(target: Worksheet, cells: readonly PlannedCell[]): void {
  const alike = new Map<string, PlannedCell[]>();
  for (const cell of cells) {
    if (!cell.validation) continue;
    const key = JSON.stringify({ ...cell.validation, title: '' });
    alike.set(key, [...alike.get(key) ?? [], cell]);
  }
  for (const group of alike.values()) {
    const validation = group[0]?.validation;
    if (validation) for (const block of blocksOf(group)) (target as ValidatedSheet).dataValidations.add(blockAddress(block), ruleOf(validation));
  }
}

function ruleOf(validation: PlannedValidation): DataValidation {
  const { refuses, title, message } = alertOf(validation);
  const alert = { allowBlank: true, showErrorMessage: refuses, ...(refuses ? { errorStyle: 'stop', errorTitle: title, error: message } : {}) } as const;
  switch (validation.kind) {
    case 'list': return { type: 'list', formulae: [`"${validation.values.join(',').replaceAll('"', '""')}"`], ...alert };
    case 'listFrom': return { type: 'list', formulae: [validation.reference], ...alert };
    case 'number': {
      const { least, largest } = numberBounds(validation);
      return { type: 'decimal', operator: 'between', formulae: [least, largest], ...alert };
    }
  }
}

function view(target: Worksheet, { frozenRows, frozenColumns }: PlannedSheet): void {
  target.views = frozenRows > 0 || frozenColumns > 0
    ? [{ state: 'frozen', xSplit: frozenColumns, ySplit: frozenRows, showGridLines: false }]
    : [{ state: 'normal', showGridLines: false }];
}

function setUpPrint(target: Worksheet, { print }: PlannedSheet): void {
  target.pageSetup = {
    ...target.pageSetup, paperSize: PAPER[print.paper] as number, orientation: print.orientation, fitToPage: true, fitToWidth: 1, fitToHeight: print.onePage ? 1 : 0, horizontalCentered: true,
    margins: { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
  };
  target.headerFooter.oddFooter = `&C${PAGE_FOOTER}`;
}

/** Objects and scenarios are locked as well, as Excel does when its protection is asked for without them. */
function protect(target: Worksheet, lock: ProtectionLock | undefined): void {
  Object.assign(target, {
    sheetProtection: { sheet: true, objects: false, scenarios: false, formatColumns: OUR_PROTECTION.allowFormatColumns, formatRows: OUR_PROTECTION.allowFormatRows, ...lock },
  });
}
