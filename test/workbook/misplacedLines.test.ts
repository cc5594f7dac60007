import * as fc from 'fast-check';
import { blankEntries } from '../../src/evaluation/entries';
import { absoluteBlock, parseReference, quoteSheet } from '../../src/values/address';
import { BLANK, cellText, textCell } from '../../src/values/cell';
import { editsFor, misplacedLines, type LineEdit, type MisplacedLines } from '../../src/workbook/misplacedLines';
import type { Plan, PlannedSheet } from '../../src/workbook/plan';
import { planWorkbook } from '../../src/workbook/planWorkbook';
import type { FoundCell, FoundName, FoundRegion } from '../../src/workbook/snapshot';
import { movedName } from '../cases/movedName';
import { bundledForm } from '../cases/samplePack';
import { seed } from '../cases/seed';

const plans = ['quxian-2023', 'longshan-2022', 'national-2020'].map((id) => planWorkbook(bundledForm(id), blankEntries(bundledForm(id))));

/** A laid-out sheet as somebody has it who filled in every typed cell (of a list the first rows) with its own place. */
class Grid {
  readonly cells: FoundCell[][];
  names: FoundName[];

  constructor(readonly plan: Plan, readonly sheet: PlannedSheet, private readonly rowsFilled = 3) {
    this.cells = Array.from({ length: sheet.rowCount }, () => Array.from({ length: sheet.columnCount }, () => this.blank()));
    for (const cell of sheet.cells) {
      const line = this.cells[cell.row];
      const list = sheet.lists.find(({ firstRow, room }) => cell.row >= firstRow && cell.row < firstRow + room);
      const typed = !cell.locked && cell.role !== 'key' && (!list || cell.row < list.firstRow + this.rowsFilled);
      if (line) line[cell.column] = { value: typed ? textCell(`${cell.row},${cell.column}`) : cell.value, formula: cell.formula === undefined ? null : `=${cell.formula}` };
    }
    this.names = plan.names.map(({ name, sheet: id, block }) => ({ name, scope: null, reference: `=${quoteSheet(id === sheet.id ? sheet.name : '别处')}!${absoluteBlock(block)}` }));
  }

  edit(edit: LineEdit): this {
    const { axis, kind, at, count } = edit;
    const gone = kind === 'delete' ? count : 0, come = kind === 'insert' ? count : 0;
    if (axis === 'row') this.cells.splice(at, gone, ...Array.from({ length: come }, () => (this.cells[0] ?? []).map(() => this.blank())));
    else for (const line of this.cells) line.splice(at, gone, ...Array.from({ length: come }, () => this.blank()));
    this.names = this.names.map((name) => movedName(name, this.sheet.name, edit));
    return this;
  }

  lines(): MisplacedLines | undefined {
    const name = this.names.find((each) => each.name === this.sheet.regionName);
    const { row, column, rowCount, columnCount } = parseReference(name?.reference ?? '')?.block ?? { row: 0, column: 0, rowCount: this.sheet.rowCount, columnCount: this.sheet.columnCount };
    const region: FoundRegion = { row, column, cells: this.cells.slice(row, row + rowCount).map((line) => line.slice(column, column + columnCount)), truncated: false };
    return misplacedLines(this.plan, {
      sheets: [{ id: this.sheet.id, name: this.sheet.name, visibility: 'visible', protection: 'ours', hasFilter: false, region }],
      names: this.names, calculation: 'automatic', structureProtected: false, store: null,
    }).get(this.sheet.id);
  }

  private blank(): FoundCell {
    return { value: BLANK, formula: null };
  }

  /** Texts people filled in, with where they stand. */
  typed(): ReadonlyMap<string, string> {
    return new Map(this.cells.flatMap((line, row) => line.flatMap((cell, column) => (/^\d+,\d+$/.test(cellText(cell.value)) ? [[cellText(cell.value), `${row},${column}`] as const] : []))));
  }
}

const sheets = new Map(plans.flatMap((plan) => plan.sheets.map((sheet) => [`${plan.packId} ${sheet.name}`, { plan, sheet }] as const)));

function never(what: string): never {
  throw new Error(what);
}

const damage = fc.array(fc.record({ axis: fc.constantFrom('row' as const, 'column' as const), kind: fc.constantFrom('insert' as const, 'delete' as const), at: fc.nat(), count: fc.constantFrom(1, 1, 2) }), { minLength: 1, maxLength: 2 });

/** Where a typed text may stand: at its own place, or, of a list, in another row of its room. */
function isAtHome(sheet: PlannedSheet, own: string, now: string): boolean {
  const [row = -1, column] = own.split(',').map(Number), [rowNow = -1, columnNow] = now.split(',').map(Number);
  const list = sheet.lists.find(({ firstRow, room }) => row >= firstRow && row < firstRow + room);
  return own === now || (list !== undefined && column === columnNow && rowNow >= list.firstRow && rowNow < list.firstRow + list.room);
}

test(`whatever blank lines come and whatever lines go, no typed text is lost or gets under another label (seed ${seed})`, () => {
  const seen = { restored: 0, refused: 0 };
  fc.assert(fc.property(fc.constantFrom(...sheets.keys()), damage, (place, wanted) => {
    const { plan, sheet } = sheets.get(place) ?? never(place);
    const grid = new Grid(plan, sheet);
    for (const edit of wanted) grid.edit({ ...edit, at: edit.at % Math.max(1, (edit.axis === 'row' ? sheet.rowCount : sheet.columnCount) - 4) });
    const left = [...grid.typed().keys()];
    const lines = grid.lines();
    if (lines && (!lines.certain || lines.rows.filled.length + lines.columns.filled.length > 0)) {
      seen.refused += 1;
      return;
    }
    for (const edit of lines ? editsFor(lines) : []) grid.edit(edit);
    seen.restored += 1;
    expect([grid.cells.length, grid.cells[0]?.length]).toEqual([sheet.rowCount, sheet.columnCount]);
    expect([...grid.typed().keys()].sort()).toEqual(left.sort());
    expect([...grid.typed()].filter(([own, now]) => !isAtHome(sheet, own, now))).toEqual([]);
  }), { numRuns: 100, seed });
  expect(seen.restored / (seen.restored + seen.refused)).toBeGreaterThan(0.9);
});
