import type { Book } from './book';
import type { Cell, CellChange, Look } from './engine/cells';
import { type Area, intersect, isEntireColumn, isEntireRow } from './grid';
import { hostError } from './hostError';

export type CopyKind = 'All' | 'Formulas' | 'Values' | 'Formats' | 'Link';

/** Where the copied block goes: as large as the source, or repeated when the target is a multiple of it. */
function targetOf(source: Area, target: Area, transpose: boolean): Area {
  const rows = transpose ? source.columns : source.rows;
  const columns = transpose ? source.rows : source.columns;
  const fits = target.rows % rows === 0 && target.columns % columns === 0;
  return fits ? target : { ...target, rows, columns };
}

/**
 * Copies cells as Excel's paste does: relative references shift, `All` brings formats, validation, conditional formats and
 * merges along, `skipBlanks` leaves cells alone where the source is empty.
 */
export function copyCells(book: Book, from: Area, to: Area, kind: CopyKind, skipBlanks: boolean, transpose: boolean): Area {
  const { cells } = book.engine;
  if (kind === 'Link') throw hostError('ApiNotFound', 'The workbench host does not paste links.');
  const source = bounded(book, from);
  const target = targetOf(source, bounded(book, to), transpose);
  if (kind === 'Formats') book.protection.require(target.sheetId, 'allowFormatCells');
  else book.protection.requireContent(target);
  if (kind === 'All') book.protection.require(target.sheetId, 'allowFormatCells');
  const changes: CellChange[] = [];
  const sources = new Map<string, ReturnType<typeof sourceCell>>();
  for (let row = 0; row < target.rows; row++) {
    for (let column = 0; column < target.columns; column++) {
      const fromRow = source.row + ((transpose ? column : row) % source.rows);
      const fromColumn = source.column + ((transpose ? row : column) % source.columns);
      const key = `${fromRow},${fromColumn}`;
      const found = sources.get(key) ?? sourceCell(book, source.sheetId, fromRow, fromColumn);
      sources.set(key, found);
      const { cell, quoted, look } = found;
      if (skipBlanks && cell.type === 'Empty' && cell.formula === null) continue;
      const at = { row: target.row + row, column: target.column + column };
      const formula = kind === 'Values' ? null : cell.formula;
      const content =
        formula === null
          ? { value: cell.value, ...(quoted ? { quoted } : {}) }
          : { value: null, formula: cells.shifted(formula, at.row - fromRow, at.column - fromColumn) };
      changes.push({
        ...at,
        ...(kind === 'Formats' ? {} : { content }),
        ...(kind === 'All' || kind === 'Formats' ? { look } : {}),
      });
    }
  }
  const rules = kind === 'All' || kind === 'Formats' ? collectRules(book, source, kind) : [];
  cells.write(target.sheetId, changes);
  if (!transpose) for (const rule of rules) rule(target);
  return target;
}

/** What a cell gives to its copies; read once, however often it is repeated. */
function sourceCell({ engine: { cells } }: Book, sheetId: string, row: number, column: number): { readonly cell: Cell; readonly quoted: boolean; readonly look: Look } {
  return { cell: cells.read(sheetId, row, column), quoted: cells.marks(cells.raw(sheetId, row, column)).quoted === true, look: cells.look(sheetId, row, column) };
}

/** Whole rows and columns are copied as far as the source sheet is used. */
function bounded(book: Book, area: Area): Area {
  if (!isEntireRow(area) && !isEntireColumn(area)) return area;
  const used = book.engine.cells.used({ ...area, row: 0, column: 0, rows: 1_048_576, columns: 16_384 }, false);
  const lastRow = used ? used.row + used.rows : 1;
  const lastColumn = used ? used.column + used.columns : 1;
  return {
    ...area,
    rows: area.rows === 1_048_576 ? Math.max(1, lastRow) : area.rows,
    columns: area.columns === 16_384 ? Math.max(1, lastColumn) : area.columns,
  };
}

/** Validation, conditional formats and merges of the source, each ready to be laid over a target. */
function collectRules(book: Book, source: Area, kind: CopyKind): ((target: Area) => void)[] {
  const { conditionalFormats, layout, validations } = book.engine;
  const repeat = (part: Area, target: Area): Area[] => {
    const found: Area[] = [];
    for (let row = target.row; row < target.row + target.rows; row += source.rows) {
      for (let column = target.column; column < target.column + target.columns; column += source.columns) {
        found.push({ ...part, sheetId: target.sheetId, row: row + part.row - source.row, column: column + part.column - source.column });
      }
    }
    return found;
  };
  const merges = layout.merges(source);
  const ruled = validations.within(source);
  const conditional = conditionalFormats.within(source);
  return [
    (target) => {
      for (const merge of merges) for (const area of repeat(merge, target)) layout.merge(area);
    },
    (target) => {
      if (kind !== 'All') return;
      validations.clear([target]);
      for (const { validation, areas } of ruled) validations.set(areas.flatMap((area) => repeat(area, target)), validation);
    },
    (target) => {
      for (const rule of [...conditional].reverse()) {
        const parts = rule.areas.flatMap((area) => intersect(area, source) ?? []).flatMap((area) => repeat(area, target));
        const areas = [...rule.areas, ...parts.filter((part) => !rule.areas.some((area) => area.sheetId === part.sheetId && intersect(area, part)))];
        if (target.sheetId === source.sheetId) conditionalFormats.change(source.sheetId, { ...rule, areas });
        else conditionalFormats.add(target.sheetId, { ...rule, areas: parts });
      }
    },
  ];
}
