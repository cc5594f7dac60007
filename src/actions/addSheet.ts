import { blankEntries } from '../evaluation/entries';
import type { Message } from '../values/message';
import { fail, ok, type Result } from '../values/result';
import { blocksOf } from '../workbook/areas';
import type { CellContent, Change } from '../workbook/change';
import { difference, tabNames } from '../workbook/difference';
import { normalFormula } from '../workbook/formulaText';
import type { Plan, PlannedCell, PlannedSheet } from '../workbook/plan';
import { planWorkbook } from '../workbook/planWorkbook';
import type { FoundSheet, Snapshot } from '../workbook/snapshot';
import { cancelledEarly, storeUpdate, writeChanges, type LayOutReport } from './layOut';
import type { UsablePack } from './ourWorkbook';
import type { Run, WorkbookPort } from './ports';
import { withSheetsFor } from './sheetsPerRow';

export const ADD_SHEET_TITLE = '加项目';

/**
 * 加项目: one more sheet for the next row of the list whose rows have sheets, with the formulas elsewhere that take it in, and the
 * pack in the workbook that knows of it. What people filled in stays. One request to look, one batch to write.
 * Errors: the list has no row left (L07), the workbook's structure is protected, the host refuses.
 */
export async function addSheet(port: WorkbookPort, pack: UsablePack, run: Run): Promise<Result<LayOutReport, Message>> {
  const wider = withSheetsFor(pack, (pack.form.copies?.count ?? 0) + 1);
  if (!wider.ok) return wider;
  if (wider.value === pack) return fail(noRowLeft(pack.form.lists.get(pack.form.copies?.list ?? '')?.block.room ?? 0));
  run.progress(0, 2, '正在读取工作簿');
  const looked = await port.look(wider.value.plan, run);
  if (!looked.ok) return run.signal.aborted ? ok(cancelledEarly(0)) : looked;
  const tabs = { tabNames: tabNames(looked.value) };
  const [before, after] = [pack, wider.value].map(({ form }) => planWorkbook(form, blankEntries(form), tabs));
  if (!before || !after) throw new Error('two plans');
  const changes = [...difference(after, looked.value).changes, ...changedFormulas(before, after, looked.value)];
  return writeChanges(port, ADD_SHEET_TITLE, changes, 0, await storeUpdate(wider.value), run);
}

/** Formulas that are others with one more sheet, where the old one still stands. */
function changedFormulas(before: Plan, after: Plan, snapshot: Snapshot): readonly Change[] {
  const old = new Map(before.sheets.map((sheet) => [sheet.id, new Map(sheet.cells.map((cell) => [placeOf(cell), cell.formula]))]));
  return after.sheets.flatMap((sheet) => {
    const found = snapshot.sheets.find(({ id }) => id === sheet.id);
    const formulas = old.get(sheet.id);
    if (!found || !formulas || found.region?.cells.length !== sheet.rowCount) return [];
    const changed = sheet.cells.filter((cell) => {
      const was = formulas.get(placeOf(cell));
      const stands = found.region?.cells[cell.row]?.[cell.column]?.formula ?? null;
      return was !== undefined && cell.formula !== undefined && was !== cell.formula && stands !== null && normalFormula(stands) === normalFormula(`=${was}`);
    });
    return formulaChanges(sheet, found, changed);
  });
}

function formulaChanges(sheet: PlannedSheet, found: FoundSheet, cells: readonly PlannedCell[]): readonly Change[] {
  const byPlace = new Map(cells.map((cell) => [placeOf(cell), cell]));
  return blocksOf(cells).map((block): Change => {
    const each = (content: (row: number, column: number) => CellContent): CellContent[][] =>
      Array.from({ length: block.rowCount }, (_, r) => Array.from({ length: block.columnCount }, (__, c) => content(block.row + r, block.column + c)));
    return {
      kind: 'restoreFormulas', sheet: { id: sheet.id, name: found.name }, block,
      cells: each((row, column) => ({ formula: `=${byPlace.get(placeOf({ row, column }))?.formula ?? ''}` })),
      before: each((row, column) => ({ formula: found.region?.cells[row]?.[column]?.formula ?? '' })),
    };
  });
}

function placeOf({ row, column }: { readonly row: number; readonly column: number }): string {
  return `${row},${column}`;
}

function noRowLeft(rows: number): Message {
  return { code: 'L07', text: `项目已有${rows}张表，清单没有更多的行，没有再加。`, remedy: '请把已取消的项目清空后再用，或另建一个工作簿。' };
}
