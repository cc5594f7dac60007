import { blockAddress, type Position } from '../values/address';
import type { RawCell } from '../values/cell';
import { segments } from '../workbook/areas';
import type { CellBlock } from '../workbook/plan';

/** What cells of a sheet get one by one. */
export interface CellLayers {
  readonly styles: readonly (Position & { readonly value: string })[];
  readonly formats: readonly (Position & { readonly value: string })[];
  readonly contents: readonly (Position & { readonly value: RawCell })[];
}

type LayerName = keyof CellLayers;

/** Bytes on the wire: a range with its answer, one array written into it, and a cell that the array leaves alone. */
const BYTES_PER_RANGE = 206;
const BYTES_PER_ARRAY = 100;
const BYTES_PER_HOLE: Readonly<Record<LayerName, number>> = { styles: 3, formats: 5, contents: 3 };

/** Which layers share their ranges: sharing saves ranges and costs holes where one layer has much and another little. */
const SHARINGS: readonly (readonly (readonly LayerName[])[])[] = [
  [['styles', 'formats', 'contents']],
  [['styles', 'formats'], ['contents']],
  [['styles'], ['formats', 'contents']],
  [['styles'], ['formats'], ['contents']],
];

/** A block with the layers that are written into it. */
interface LayeredBlock {
  readonly block: CellBlock;
  readonly layers: readonly LayerName[];
}

/**
 * The arrays of a sheet, to be queued in two steps: first styles and formats, because a style brings its own format along and a text
 * stays a text only in a text cell; then the contents. What cells between them get is said by `hole`: null leaves them alone, an empty
 * text is shorter where they are empty.
 */
export function layerCells(target: Excel.Worksheet, layers: CellLayers, hole: '' | null): { paint(): void; fill(): void } {
  const styles = byPlace(layers.styles), formats = byPlace(layers.formats), contents = byPlace(layers.contents);
  const written = fewestBytes(layers).map(({ block, layers: names }) => ({ block, names, range: target.getRange(blockAddress(block)) }));
  return {
    paint() {
      for (const { block, names, range } of written) {
        if (names.includes('styles')) range.setCellProperties(arrayOf(block, (place) => styleOf(styles.get(place))));
        if (names.includes('formats')) range.numberFormat = arrayOf(block, (place) => formats.get(place) ?? null);
      }
    },
    fill() {
      for (const { block, names, range } of written) if (names.includes('contents')) range.formulas = arrayOf(block, (place) => contents.get(place) ?? hole);
    },
  };
}

function fewestBytes(layers: CellLayers): readonly LayeredBlock[] {
  return SHARINGS.map((sharing) => sharing.flatMap((names) => blocksOf(names, layers)))
    .reduce((best, blocks) => (bytesOf(blocks) < bytesOf(best) ? blocks : best));
}

/** Blocks that hold every cell of these layers; each is given the layers that have something in it. */
function blocksOf(names: readonly LayerName[], layers: CellLayers): readonly LayeredBlock[] {
  const holes = names.reduce((total, name) => total + BYTES_PER_HOLE[name], 0);
  const cells = names.flatMap((name) => layers[name].map(({ row, column }) => ({ row, column, name })));
  return segments(cells, () => true, Math.round((BYTES_PER_RANGE + names.length * BYTES_PER_ARRAY) / holes)).map(({ block }) => ({
    block, layers: names.filter((name) => cells.some((cell) => cell.name === name && isIn(cell, block))),
  }));
}

/** What the blocks cost beside what every cell of theirs costs anyway. */
function bytesOf(blocks: readonly LayeredBlock[]): number {
  return blocks.reduce((total, { block, layers }) => total + BYTES_PER_RANGE + layers.length * BYTES_PER_ARRAY
    + block.rowCount * block.columnCount * layers.reduce((sum, name) => sum + BYTES_PER_HOLE[name], 0), 0);
}

function isIn({ row, column }: Position, block: CellBlock): boolean {
  return row >= block.row && row < block.row + block.rowCount && column >= block.column && column < block.column + block.columnCount;
}

function byPlace<T>(cells: readonly (Position & { readonly value: T })[]): ReadonlyMap<string, T> {
  return new Map(cells.map(({ row, column, value }) => [`${row},${column}`, value]));
}

function arrayOf<T>({ row, column, rowCount, columnCount }: CellBlock, pick: (place: string) => T): T[][] {
  return Array.from({ length: rowCount }, (_, r) => Array.from({ length: columnCount }, (__, c) => pick(`${row + r},${column + c}`)));
}

function styleOf(style: string | undefined): { style?: string } {
  return style === undefined ? {} : { style };
}
