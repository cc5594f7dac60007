import type { Form } from '../evaluation/form';
import { laidBlock, type LaidBlock } from '../evaluation/madeBlocks';
import type { ColumnForm, FieldsBlock, GridBlock, ListBlock, ListColumn, MatrixBlock, Pack, SheetForm } from '../pack/pack';
import { placeSignature, signatureRows, type SignaturePlace } from './signatureLine';

/** Where everything stands, 0-based. Made before any formula, because formulas refer across sheets. */
export interface Placement {
  readonly sheets: ReadonlyMap<string, SheetPlacement>;
  readonly fields: ReadonlyMap<string, Spot>;
  readonly lists: ReadonlyMap<string, ListSpot>;
}

export interface Spot {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly columnCount: number;
  readonly rowCount: number;
}

export interface ListSpot {
  readonly sheet: string;
  readonly headerRow: number;
  /** Row 合计, or null. */
  readonly totalsRow: number | null;
  /** First row of every column reference: the header, or its invisible copy under the totals. */
  readonly startRow: number;
  readonly firstRow: number;
  readonly endRow: number;
  readonly firstColumn: number;
  readonly columns: ReadonlyMap<string, number>;
  /** Column of the hidden row key. */
  readonly keyColumn: number;
}

export interface SheetPlacement {
  readonly form: SheetForm;
  /** Columns of the official form; helper columns stand right of them. */
  readonly printColumns: number;
  readonly columnCount: number;
  readonly rowCount: number;
  /** Rows of title, subtitle, unit, and of the 签章栏 where the form ends in an open list. */
  readonly headRows: number;
  readonly signature: SignaturePlace | null;
  readonly blocks: readonly PlacedBlock[];
}

export interface PlacedBlock {
  readonly block: LaidBlock;
  readonly row: number;
  readonly column: number;
  /** First row below the heading. */
  readonly bodyRow: number;
  /** First row below the block. */
  readonly endRow: number;
}

/** Columns of a list or matrix in sheet order: printed, helper, hidden. */
export function orderedColumns<T extends { readonly helper?: boolean; readonly hidden?: boolean }>(columns: readonly T[]): readonly T[] {
  const rank = (column: T): number => (column.hidden ? 2 : column.helper ? 1 : 0);
  return [...columns].sort((a, b) => rank(a) - rank(b));
}

/** Column offsets of a grid row's cells, honouring cells that reach down from earlier rows. */
export function gridOffsets(block: GridBlock): readonly (readonly number[])[] {
  const taken = new Map<number, Set<number>>();
  return block.rows.map((row, r) => {
    let column = 0;
    return row.cells.map((cell) => {
      while (taken.get(r)?.has(column)) column += 1;
      const offset = column;
      for (let down = 0; down < (cell.down ?? 1); down += 1) {
        const columns = taken.get(r + down) ?? new Set<number>();
        for (let span = 0; span < (cell.span ?? 1); span += 1) columns.add(offset + span);
        taken.set(r + down, columns);
      }
      column = offset + (cell.span ?? 1);
      return offset;
    });
  });
}

export function placeWorkbook(form: Form): Placement {
  const placer = new Placer(form);
  return placer.run(form.pack);
}

class Placer {
  private readonly fields = new Map<string, Spot>();
  private readonly lists = new Map<string, ListSpot>();

  constructor(private readonly form: Form) {}

  run(pack: Pack): Placement {
    const sheets = new Map(pack.sheets.map((sheet) => [sheet.id, this.sheet(pack, sheet)]));
    return { sheets, fields: this.fields, lists: this.lists };
  }

  private sheet(pack: Pack, sheet: SheetForm): SheetPlacement {
    const blocks = sheet.blocks.map((block) => laidBlock(pack, block))
      .map((block) => (block.type === 'list' ? this.form.lists.get(block.id)?.block ?? block : block));
    const below = blocks.filter((block) => block.place !== 'right');
    const printColumns = Math.max(...below.map(printedColumns));
    const titleRows = 1 + (sheet.subtitle === undefined ? 0 : 1);
    // Under an open list the line would stand behind blank room that is not printed.
    const signsOnTop = below.at(-1)?.type === 'list';
    const headRows = titleRows + (signsOnTop ? signatureRows(pack, sheet) : 0) + (sheet.showsUnit ? 1 : 0);
    const helperColumns = Math.max(0, ...below.map(helperColumnsOf), ...blocks.filter((block) => block.place === 'right').map(printedColumns));
    const hiddenColumns = Math.max(0, ...below.map((block) => (block.type === 'list' ? block.columns.filter((column) => column.hidden).length : 0)));
    const hasLists = below.some((block) => block.type === 'list');
    const columnCount = printColumns + helperColumns + hiddenColumns + (hasLists ? 1 : 0);
    const placed: PlacedBlock[] = [];
    let row = headRows;
    let beside = 0;
    for (const block of blocks) {
      const isRight = block.place === 'right';
      const top = isRight ? beside : row;
      const column = isRight ? printColumns : 0;
      const bodyRow = top + ('heading' in block && block.heading !== undefined ? 1 : 0);
      const end = bodyRow + this.body(sheet, block, bodyRow, column, printColumns, columnCount);
      placed.push({ block, row: top, column, bodyRow, endRow: end });
      if (isRight) beside = end + 1;
      else row = end + (below.at(-1)?.id === block.id ? 0 : gap(block, below));
    }
    const signature = placeSignature(pack, sheet, printColumns, signsOnTop ? titleRows : row + 1);
    if (signature) this.spot(signature.code, sheet, signature.row + signature.rowCount - 1, 0, signature.columnCount);
    if (signature && !signsOnTop) row = signature.row + signature.rowCount;
    return { form: sheet, printColumns, columnCount, rowCount: Math.max(row, beside), headRows, signature, blocks: placed };
  }

  /** Places the body and answers how many rows it takes. */
  private body(sheet: SheetForm, block: PlacedBlock['block'], row: number, column: number, printColumns: number, columnCount: number): number {
    switch (block.type) {
      case 'text': return block.lines.length;
      case 'fields': {
        const width = block.place === 'right' ? 2 * block.pairsPerRow : printColumns;
        const half = Math.floor(width / block.pairsPerRow);
        const label = fieldLabelColumns(block, printColumns);
        block.fields.forEach((field, index) => {
          const pair = index % block.pairsPerRow;
          const start = column + pair * half + label;
          const endsRow = pair === block.pairsPerRow - 1 || index === block.fields.length - 1;
          const last = endsRow ? column + width : column + (pair + 1) * half;
          this.spot(`${block.id}.${field.id}`, sheet, row + Math.floor(index / block.pairsPerRow), start, last - start);
        });
        return Math.ceil(block.fields.length / block.pairsPerRow);
      }
      case 'grid': {
        const offsets = gridOffsets(block);
        block.rows.forEach((gridRow, r) => gridRow.cells.forEach((cell, c) => {
          if (cell.field) this.spot(`${block.id}.${cell.field.id}`, sheet, row + r, column + (offsets[r]?.[c] ?? 0), cell.span ?? 1, cell.down ?? 1);
        }));
        return block.rows.length;
      }
      case 'matrix': return this.matrix(sheet, block, row, column, printColumns);
      case 'list': return this.list(sheet, block, row, column, printColumns, columnCount);
    }
  }

  private matrix(sheet: SheetForm, block: MatrixBlock, row: number, column: number, printColumns: number): number {
    const columns = matrixColumns(block, column, printColumns);
    block.rows.forEach((matrixRow, r) => {
      for (const { form, at, columnCount } of columns) {
        const id = `${block.id}.${matrixRow.id}.${form.id}`;
        if (this.form.fields.has(id)) this.spot(id, sheet, row + 1 + r, at, columnCount);
      }
    });
    return 1 + block.rows.length;
  }

  private list(sheet: SheetForm, block: ListBlock, row: number, column: number, printColumns: number, columnCount: number): number {
    const firstColumn = column + (block.side === undefined ? 0 : 1);
    const columns = columnsOf(block.columns, firstColumn, printColumns);
    const hasTotals = block.totals !== undefined;
    const startRow = hasTotals ? row + 2 : row;
    const firstRow = startRow + 1;
    const endRow = firstRow + block.room;
    this.lists.set(block.id, {
      sheet: sheet.id, headerRow: row, totalsRow: hasTotals ? row + 1 : null, startRow, firstRow, endRow, firstColumn, columns, keyColumn: columnCount - 1,
    });
    for (const id of Object.keys(block.totals ?? {})) this.spot(`${block.id}.total.${id}`, sheet, row + 1, columns.get(id) ?? 0, 1);
    return endRow - row + 1;
  }

  private spot(id: string, sheet: SheetForm, row: number, column: number, columnCount: number, rowCount = 1): void {
    this.fields.set(id, { sheet: sheet.id, row, column, columnCount, rowCount });
  }
}

/** Columns a label takes in a block of label–value pairs: two on wide sheets, so that it does not widen a column of figures. */
export function fieldLabelColumns(block: FieldsBlock, printColumns: number): number {
  return block.place !== 'right' && printColumns / block.pairsPerRow > 4 ? 2 : 1;
}

/** Columns left of a matrix's figures: running numbers, labels. */
export function labelColumns(block: MatrixBlock): number {
  return block.numbering === undefined ? 1 : 2;
}

export interface MatrixColumnSpot {
  readonly form: ColumnForm;
  readonly at: number;
  readonly columnCount: number;
}

/** Columns of a matrix in sheet order; a long text in the last printed one has all the room up to the edge of the print area. */
export function matrixColumns(block: MatrixBlock, column: number, printColumns: number): readonly MatrixColumnSpot[] {
  const positions = columnsOf(block.columns, column + labelColumns(block), printColumns);
  const ordered = orderedColumns(block.columns);
  const last = ordered.filter((form) => !form.helper).at(-1);
  return ordered.map((form) => {
    const at = positions.get(form.id) ?? 0;
    return { form, at, columnCount: form === last && form.content === 'longText' && block.place !== 'right' ? printColumns - at : 1 };
  });
}

/** Positions of columns: printed ones from `first`, helpers right of the print area, hidden ones after them. */
function columnsOf(columns: readonly ListColumn[], first: number, printColumns: number): Map<string, number> {
  const positions = new Map<string, number>();
  let printed = first, helper = printColumns;
  for (const column of orderedColumns(columns)) {
    if (column.helper || column.hidden) positions.set(column.id, helper++);
    else positions.set(column.id, printed++);
  }
  return positions;
}

/** Columns a block takes in the printed part; all it takes where it stands on the right. */
export function printedColumns(block: PlacedBlock['block']): number {
  switch (block.type) {
    case 'text': return 1;
    case 'fields': return 2 * block.pairsPerRow;
    case 'grid': {
      const offsets = gridOffsets(block);
      return Math.max(...block.rows.flatMap((row, r) => row.cells.map((cell, c) => (offsets[r]?.[c] ?? 0) + (cell.span ?? 1))));
    }
    case 'matrix': return labelColumns(block) + block.columns.filter((column) => !column.helper).length;
    case 'list': return (block.side === undefined ? 0 : 1) + block.columns.filter((column) => !column.helper && !column.hidden).length;
  }
}

/** Columns a block takes right of the printed part, besides hidden ones. */
export function helperColumnsOf(block: PlacedBlock['block']): number {
  return block.type === 'matrix' || block.type === 'list' ? block.columns.filter((column: ListColumn) => column.helper && !column.hidden).length : 0;
}

/** Blocks of one official form touch; others are parted by an empty row. */
function gap(block: PlacedBlock['block'], blocks: readonly PlacedBlock['block'][]): number {
  const next = blocks[blocks.indexOf(block) + 1];
  const [one, other] = block.type === 'list' ? [next, block] : [block, next];
  return one?.type === 'grid' && other?.type === 'list' && other.side !== undefined ? 0 : 1;
}
