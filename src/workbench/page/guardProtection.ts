import { type FUniver } from '@univerjs/core/facade';
import { type Host } from '../host';

const LOCKED = '这个单元格受保护，不能修改。没有上锁的单元格可以填写。';
const SHEET = '工作表受保护，不允许这样做。';
const STRUCTURE = '工作簿的结构受保护，不能增删、改名或移动工作表。';

type Permission = Exclude<keyof NonNullable<ReturnType<Host['book']['protection']>>, 'selectionMode'>;

/** Commands a person gives in the grid, by the permission of a protected sheet they need; `content` needs unlocked cells. */
const needs: Readonly<Record<string, Permission | 'content' | 'unprotected' | 'structure'>> = {
  'sheet.command.set-range-values': 'content',
  'sheet.command.clear-selection-content': 'content',
  'sheet.command.clear-selection-all': 'content',
  'sheet.command.auto-fill': 'content',
  'univer.command.paste': 'content',
  'univer.command.cut': 'content',
  'sheet.command.clear-selection-format': 'allowFormatCells',
  'sheet.command.set-style': 'allowFormatCells',
  'sheet.command.set-rows-hidden': 'allowFormatRows',
  'sheet.command.delta-row-height': 'allowFormatRows',
  'sheet.command.set-col-hidden': 'allowFormatColumns',
  'sheet.command.delta-column-width': 'allowFormatColumns',
  'sheet.command.insert-row-by-range': 'allowInsertRows',
  'sheet.command.remove-row-by-range': 'allowDeleteRows',
  'sheet.command.insert-col-by-range': 'allowInsertColumns',
  'sheet.command.remove-col-by-range': 'allowDeleteColumns',
  'sheet.command.add-worksheet-merge': 'unprotected',
  'sheet.command.move-range': 'unprotected',
  'sheet.command.insert-sheet': 'structure',
  'sheet.command.remove-sheet': 'structure',
  'sheet.command.set-worksheet-name': 'structure',
  'sheet.command.set-worksheet-order': 'structure',
  'sheet.command.set-worksheet-hidden': 'structure',
  'sheet.command.set-worksheet-show': 'structure',
};

const EDIT = 'sheet.operation.set-cell-edit-visible';
const SHOW_SHEET = 'sheet.command.set-worksheet-show';

/** Above this number of cells an edit of a protected sheet is refused without looking at each cell. */
const MOST_CELLS = 5_000;

/**
 * Refuses in the grid what Excel refuses on a protected sheet or workbook, and says why. The protection itself is the
 * host's: what an add-in may write is decided there.
 */
export function guardProtection(api: FUniver, host: Host): void {
  const selectedLocked = (): boolean => {
    const sheet = api.getActiveWorkbook()?.getActiveSheet();
    const name = sheet?.getSheetName();
    const ranges = sheet?.getSelection()?.getActiveRangeList() ?? [];
    if (name === undefined || host.book.protection(name) === null) return false;
    return ranges.some((range) => {
      if (range.getHeight() * range.getWidth() > MOST_CELLS) return true;
      for (let row = 0; row < range.getHeight(); row += 1) {
        for (let column = 0; column < range.getWidth(); column += 1) {
          const cell = sheet?.getRange(range.getRow() + row, range.getColumn() + column);
          if (cell !== undefined && host.book.locked(name, cell.getA1Notation())) return true;
        }
      }
      return false;
    });
  };

  const refusal = (id: string, params: object): string | null => {
    const sheet = host.book.activeSheet();
    if (id === EDIT) return 'visible' in params && params.visible === true && selectedLocked() ? LOCKED : null;
    if (id === SHOW_SHEET && 'subUnitId' in params) {
      const hidden = api.getActiveWorkbook()?.getSheetBySheetId(String(params.subUnitId))?.getSheetName();
      if (hidden !== undefined && host.book.visibility(hidden) === 'VeryHidden') return STRUCTURE;
    }
    const need = needs[id];
    if (need === undefined) return null;
    if (need === 'structure') return host.book.structureProtected ? STRUCTURE : null;
    const options = host.book.protection(sheet);
    if (options === null) return null;
    if (need === 'content') return selectedLocked() ? LOCKED : null;
    return need !== 'unprotected' && options[need] ? null : SHEET;
  };

  api.addEvent(api.Event.BeforeCommandExecute, (event) => {
    const reason = refusal(event.id, event.params ?? {});
    if (reason === null) return;
    event.cancel = true;
    api.showMessage({ id: 'protection', content: reason, duration: 3_000 });
  });
}
