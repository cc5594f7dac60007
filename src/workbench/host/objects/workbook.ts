import type { Book } from '../book';
import { hostError } from '../hostError';
import { flag, oneOf, optionalText } from './arguments';
import { describe } from './hostObject';
import { namesObject } from './names';
import { rangeOf } from './range';
import { rangeAreasOf } from './rangeAreas';
import { settingsObject } from './settings';
import { stylesObject } from './styles';
import { worksheetsObject } from './worksheets';

interface WorkbookTarget {
  readonly book: Book;
}

const MODES = ['Automatic', 'AutomaticExceptTables', 'Manual'];

const applicationObject = describe<WorkbookTarget>({
  name: 'Application',
  get: {
    CalculationMode: ({ book }) => book.calculationMode,
    CalculationState: () => 'Done',
    CalculationEngineVersion: () => 191029,
    DecimalSeparator: () => '.',
    ThousandsSeparator: () => ',',
    UseSystemSeparators: () => true,
  },
  set: {
    CalculationMode: ({ book }, value) => {
      book.calculationMode = oneOf(value, MODES);
    },
  },
  call: {
    Calculate: ({ book }, type) => {
      oneOf(type, ['Recalculate', 'Full', 'FullRebuild']);
      return book.engine.flush();
    },
    SuspendScreenUpdatingUntilNextSync: () => undefined,
    SuspendApiCalculationUntilNextSync: ({ book }) => {
      book.calculationSuspended = true;
    },
  },
});

const protectionObject = describe<WorkbookTarget>({
  name: 'WorkbookProtection',
  get: { Protected: ({ book }) => book.protection.structureProtected },
  call: {
    Protect: ({ book }, password) => book.protection.protectStructure(optionalText(password)),
    Unprotect: ({ book }, password) => book.protection.unprotectStructure(optionalText(password)),
  },
});

const runtimeObject = describe<WorkbookTarget>({
  name: 'Runtime',
  get: { EnableEvents: ({ book }) => book.eventsEnabled },
  set: {
    EnableEvents: ({ book }, value) => {
      book.eventsEnabled = flag(value);
    },
  },
});

export const workbookObject = describe<WorkbookTarget>({
  name: 'Workbook',
  get: {
    Name: () => '工作簿1.xlsx',
    ReadOnly: () => false,
    AutoSave: () => false,
    PreviouslySaved: () => true,
    IsDirty: () => true,
    CalculationEngineVersion: () => 191029,
  },
  links: {
    Application: (target) => applicationObject(target),
    Worksheets: (target) => worksheetsObject(target),
    Names: ({ book }) => namesObject({ book, sheetId: null }),
    Styles: (target) => stylesObject(target),
    Settings: (target) => settingsObject(target),
    Protection: (target) => protectionObject(target),
    _Runtime: (target) => runtimeObject(target),
  },
  call: {
    GetSelectedRange: ({ book }) => {
      if (!book.engine.sheets.exists(book.selection.sheetId)) throw hostError('InvalidSelection');
      return rangeOf(book, book.selection);
    },
    GetSelectedRanges: ({ book }) => rangeAreasOf(book, [book.selection]),
    GetActiveCell: ({ book }) => rangeOf(book, { ...book.selection, rows: 1, columns: 1 }),
  },
});
